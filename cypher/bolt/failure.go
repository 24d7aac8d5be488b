package bolt

import (
	"context"
	"errors"
	"strings"

	"guestgraph/cypher/engine/fault"
)

// fail ends the transaction and answers FAILURE; what follows is ignored until RESET. Where a
// RESET is the reason, the answer is IGNORED: its sender no longer wants to know.
func (s *session) fail(statement string, err error) {
	interrupted := s.in.interrupted()
	var cause error
	if s.txn.ctx != nil {
		cause = context.Cause(s.txn.ctx)
	}
	s.endTx()
	s.state, s.late = stateFailed, nil
	if interrupted {
		s.ignored()
		return
	}
	f := s.classify(err, cause)
	s.out.begin(msgFailure, 1)
	s.failure(f.Code, f.Client(statement))
	s.out.end()
}

// classify gives the fault that an error is, or that cancelled what gave the error.
func (s *session) classify(err, cause error) *fault.Error {
	var f *fault.Error
	switch {
	case errors.As(cause, &f):
		return f
	case errors.As(err, &f):
		if f.Code == fault.UnknownError {
			s.log.Error("query failed", "err", err, "cause", f.Cause)
		}
		return f
	case errors.Is(err, context.DeadlineExceeded):
		return errTimedOut
	case errors.Is(err, context.Canceled):
		return fault.New(fault.TransactionTerminated, "The transaction has been terminated. Retry your operation in a new transaction, and you should see a successful result.")
	}
	s.log.Error("query failed", "err", err)
	return fault.New(fault.UnknownError, "An unexpected error occurred; the server's log tells more.")
}

var errTimedOut = fault.New(fault.TransactionTimedOut,
	"The transaction has not completed within the specified timeout (tx_timeout). You may want to retry with a longer timeout.")

var errTooLong = fault.New(fault.TransactionTooLong,
	"The transaction has been terminated. It has not completed within the time that this server allows. Ask for less at once.")

var errTerminated = fault.New(fault.TransactionTerminated,
	"The transaction has been terminated. Retry your operation in a new transaction, and you should see a successful result. Explicitly terminated by the user.")

// failure appends FAILURE's metadata: code and message, from 5.7 on with a GQL status as well.
func (s *session) failure(code fault.Code, message string) {
	meta := s.out.dict()
	if !s.version.atLeast(5, 7) {
		meta.string("code", string(code))
		meta.string("message", message)
		return
	}
	status, description := gqlStatus(code)
	meta.string("neo4j_code", string(code))
	meta.string("message", message)
	meta.string("gql_status", status)
	meta.string("description", description)
	meta.key("diagnostic_record")
	record := s.out.dict()
	record.string("OPERATION", "")
	record.string("OPERATION_CODE", "0")
	record.string("CURRENT_SCHEMA", "/")
	record.string("_classification", classification(code))
}

func classification(code fault.Code) string {
	switch {
	case strings.HasPrefix(string(code), "Neo.ClientError."):
		return "CLIENT_ERROR"
	case strings.HasPrefix(string(code), "Neo.TransientError."):
		return "TRANSIENT_ERROR"
	}
	return "DATABASE_ERROR"
}

// gqlStatus gives the GQL status (ISO/IEC 39075, its classes) that a code falls under.
func gqlStatus(code fault.Code) (status, description string) {
	parts := strings.Split(string(code), ".")
	if len(parts) != 4 {
		parts = make([]string, 4)
	}
	switch category := parts[2]; {
	case code == fault.SyntaxError:
		return "42001", "error: syntax error or access rule violation - invalid syntax"
	case code == fault.ArithmeticError, code == fault.TypeError, code == fault.ArgumentError:
		return "22000", "error: data exception"
	case category == "Request":
		return "08N06", "error: connection exception - protocol error. General network protocol error."
	case category == "Security", code == fault.AccessMode:
		return "42000", "error: syntax error or access rule violation"
	case category == "Database":
		return "22000", "error: data exception"
	case category == "Transaction":
		return "25000", "error: invalid transaction state"
	}
	return "50N42", "error: general processing exception - unexpected error"
}
