package bolt

import (
	"context"
	"time"

	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/value"
)

// An openResult is a statement's result that the client has not read to its end.
type openResult struct {
	res       result
	graph     value.Graph
	statement string
	qid       int64
	columns   int
	rows      bool // at least one was there
	ahead     bool // the result stands on a row that was not sent yet
	ran       time.Time
}

// more tells whether another row is there, and stands the result on it.
func (r *openResult) more() bool {
	if !r.ahead {
		r.ahead = r.res.Next()
	}
	r.rows = r.rows || r.ahead
	return r.ahead
}

// run answers RUN {statement, parameters, extra}. The extra map matters only to a statement that
// is a transaction of its own.
func (s *session) run() {
	statement, params, extra := s.dec.string(), s.dec.mapping(), s.dec.mapping()
	if !s.decoded(msgRun) {
		return
	}
	received := time.Now()
	if s.tx == nil {
		s.filterNotifications(extra)
		if err := s.beginTx(extra, true); err != nil {
			s.fail(statement, err)
			return
		}
	}
	res, err := s.tx.run(s.txn.ctx, statement, params)
	if err != nil {
		s.fail(statement, err)
		return
	}
	columns := res.Columns()
	r := &openResult{res: res, graph: res.Graph(), statement: statement, qid: s.nextQID, columns: len(columns), ran: time.Now()}
	s.open = append(s.open, r)
	s.nextQID++

	s.out.begin(msgSuccess, 1)
	meta := s.out.dict()
	meta.key("fields").strings(columns)
	meta.int("t_first", r.ran.Sub(received).Milliseconds())
	if s.explicit {
		s.state = stateTxStreaming
		meta.int("qid", r.qid)
	} else {
		s.state = stateStreaming
		if s.version.atLeast(5, 8) {
			meta.string("db", s.database)
		}
	}
	s.out.end()
}

// pull answers PULL {n, qid} with records and a summary, or with has_more.
func (s *session) pull() {
	r, n := s.demanded(msgPull)
	if r == nil {
		return
	}
	for n != 0 && r.more() {
		if !s.record(r) {
			return
		}
		n--
	}
	s.afterRows(r, n)
}

// record sends the row that r stands on.
func (s *session) record(r *openResult) bool {
	switch {
	case s.in.interrupted():
		s.fail(r.statement, context.Canceled)
		return false
	case s.out.err != nil: // nobody reads any more
		s.state = stateDefunct
		return false
	}
	row := r.res.Row()
	s.out.begin(msgRecord, 1)
	s.out.listHeader(len(row))
	for i := range row {
		s.out.value(row[i], r.graph)
	}
	s.out.end()
	r.ahead = false
	return true
}

// discard answers DISCARD {n, qid}: as PULL without the records.
func (s *session) discard() {
	r, n := s.demanded(msgDiscard)
	if r == nil {
		return
	}
	for n > 0 && r.more() {
		r.ahead = false
		n--
	}
	if n < 0 {
		s.finish(r)
		return
	}
	s.afterRows(r, n)
}

// afterRows says that there is more, or sums up.
func (s *session) afterRows(r *openResult, wanted int64) {
	if wanted == 0 && r.more() {
		s.out.begin(msgSuccess, 1)
		s.out.dict().bool("has_more", true)
		s.out.end()
		return
	}
	s.finish(r)
}

// demanded reads {n, qid} and finds the result that is meant: qid -1 or none is the last one.
func (s *session) demanded(tag byte) (*openResult, int64) {
	extra := s.dec.mapping()
	if !s.decoded(tag) {
		return nil, 0
	}
	n, ok := extra.Get("n").AsInt()
	if !ok || n == 0 || n < -1 {
		s.fail("", fault.New(fault.RequestInvalid, "Illegal value for field \"n\": Expecting size to be at least 1, or -1 for all"))
		return nil, 0
	}
	qid, ok := extra.Get("qid").AsInt()
	if !ok || qid == -1 {
		qid = s.nextQID - 1
	}
	for _, r := range s.open {
		if r.qid == qid {
			return r, n
		}
	}
	s.fail("", fault.New(fault.RequestInvalid, "No such statement: %d", qid))
	return nil, 0
}

// finish ends a result: a statement that is a transaction of its own commits, and the summary
// goes out.
func (s *session) finish(r *openResult) {
	err := r.res.Err()
	if err == nil {
		err = r.res.Close()
	}
	if err != nil {
		s.fail(r.statement, err)
		return
	}
	bookmark, database := "", s.database
	if !s.explicit {
		if bookmark, err = s.tx.commit(s.txn.ctx); err != nil {
			s.fail(r.statement, err)
			return
		}
		s.leaveTx()
		s.state = stateReady
	} else {
		s.forget(r)
	}
	s.summary(r, bookmark, database)
}

// forget drops a finished result of an explicit transaction.
func (s *session) forget(done *openResult) {
	kept := s.open[:0]
	for _, r := range s.open {
		if r != done {
			kept = append(kept, r)
		}
	}
	s.open[len(s.open)-1] = nil
	s.open = kept
	if s.state = stateTxStreaming; len(kept) == 0 {
		s.state = stateTxReady
	}
}
