package bolt

import (
	"context"
	"errors"
	"log/slog"
	"runtime/debug"
	"time"

	"guestgraph/cypher/engine/fault"
)

// A state says which requests a session takes.
//
//	             HELLO                    LOGON
//	NEGOTIATION ───────▶ AUTHENTICATION ◀───────▶ READY ◀──────────────────────┐
//	     │ (before 5.1)                   LOGOFF  │ │ ▲                        │
//	     └─────────────────────────────▶ READY    │ │ │ last PULL, DISCARD     │ COMMIT
//	                                         RUN  │ │ └───────── STREAMING     │ ROLLBACK
//	                                              │ └──────────────▲           │
//	                                       BEGIN  │                            │
//	                                              ▼      RUN                   │
//	                                          TX_READY ──────▶ TX_STREAMING ───┤
//	                                              ▲ ◀──────────    │ RUN, PULL │
//	                                              │   last PULL    └─▶ itself  │
//	                                              └────────────────────────────┘
//
//	any request fails ─▶ FAILED: all is IGNORED ── RESET ─▶ READY
//	RESET arrives     ─▶ INTERRUPTED at once: what runs is cancelled, all that came before the
//	                     RESET is IGNORED ── its turn comes ─▶ READY
//	GOODBYE, malformed bytes, a request that the state does not take ─▶ DEFUNCT: closed
//
// INTERRUPTED is not a value of state: it holds while the inbox counts RESETs, whatever the
// state was. A lost connection cancels what runs and rolls back.
type state uint8

const (
	stateNegotiation state = iota
	stateAuthentication
	stateReady
	stateStreaming
	stateTxReady
	stateTxStreaming
	stateFailed
	stateDefunct
)

func (s state) String() string {
	return [...]string{"NEGOTIATION", "AUTHENTICATION", "READY", "STREAMING", "TX_READY", "TX_STREAMING", "FAILED", "DEFUNCT"}[s]
}

// takes tells whether a request is legal in a state. RESET and GOODBYE are handled before.
func (s state) takes(tag byte) bool {
	switch s {
	case stateNegotiation:
		return tag == msgHello
	case stateAuthentication:
		return tag == msgLogon
	case stateReady:
		return tag == msgRun || tag == msgBegin || tag == msgRoute || tag == msgLogoff || tag == msgTelemetry
	case stateStreaming:
		return tag == msgPull || tag == msgDiscard
	case stateTxReady, stateTxStreaming:
		switch tag {
		case msgRun, msgPull, msgDiscard, msgCommit, msgRollback, msgTelemetry:
			return true
		}
	}
	return false
}

var (
	errReset    = errors.New("the query was interrupted by RESET")
	errLost     = errors.New("the connection was lost")
	errShutdown = fault.New(fault.DatabaseUnavailable, "the server is shutting down")
)

// A session is one client's conversation. All of it runs in the connection's executor.
type session struct {
	cfg     *Config
	db      database
	places  chan struct{} // of the server's open transactions; nil: no bound
	log     *slog.Logger
	id      string // of the connection
	local   string // address that the client reached, when nobody knows better
	remote  string // the client's address
	agent   string // the client's name for itself
	version version

	connected time.Time

	in  *inbox
	out *writer
	dec *decoder
	// welcome is called once the client is authenticated.
	welcome func()

	ctx      context.Context // ends with the connection
	state    state
	refused  bool   // the conversation ended with a reply that the client does not expect
	routing  string // address that the client dialled, as it says
	database string // of the running transaction
	filter   notificationFilter
	tx       transaction
	txn      txScope
	explicit bool
	open     []*openResult
	nextQID  int64
	late     error // the transaction ended by itself: what the next request is told
}

// handle answers one message.
func (s *session) handle(msg []byte) {
	s.dec.reset(msg, decodedFactor*s.cfg.MaxMessage)
	tag, fields := s.dec.structure()
	switch {
	case s.dec.err != nil:
		s.malformed(tag)
	case tag == msgGoodbye:
		s.state = stateDefunct
	case tag == msgReset && s.state >= stateReady:
		s.reset()
	case tag == msgReset:
		s.violation(tag)
	case s.in.interrupted() || s.state == stateFailed:
		s.ignored()
	case s.late != nil:
		s.fail("", s.late)
	case !s.state.takes(tag) || !s.speaks(tag):
		s.violation(tag)
	case fields != requestFields(tag):
		s.malformed(tag)
	default:
		s.guarded(tag)
	}
}

// speaks tells whether this version of the protocol has a request.
func (s *session) speaks(tag byte) bool {
	switch tag {
	case msgLogon, msgLogoff:
		return s.version.atLeast(5, 1)
	case msgTelemetry:
		return s.version.atLeast(5, 4)
	}
	return true
}

func requestFields(tag byte) int {
	switch tag {
	case msgCommit, msgRollback, msgLogoff:
		return 0
	case msgRun, msgRoute:
		return 3
	}
	return 1
}

// guarded runs a request so that a fault of ours costs the client its transaction, not its
// connection, and other clients nothing.
func (s *session) guarded(tag byte) {
	defer func() {
		if p := recover(); p != nil {
			s.log.Error("request panicked", "request", messageName(tag), "panic", p, "stack", string(debug.Stack()))
			s.out.abort()
			s.fail("", fault.New(fault.UnknownError, "An unexpected error occurred while %s was handled; the server's log tells more.", messageName(tag)))
		}
	}()
	s.serve(tag)
}

func (s *session) serve(tag byte) {
	switch tag {
	case msgHello:
		s.hello()
	case msgLogon:
		s.logon()
	case msgLogoff:
		s.logoff()
	case msgRun:
		s.run()
	case msgPull:
		s.pull()
	case msgDiscard:
		s.discard()
	case msgBegin:
		s.begin()
	case msgCommit:
		s.commit()
	case msgRollback:
		s.rollback()
	case msgRoute:
		s.route()
	case msgTelemetry:
		s.telemetry()
	}
}

// decoded tells whether the request's fields were read; otherwise it has answered.
func (s *session) decoded(tag byte) bool {
	s.dec.end()
	switch {
	case s.dec.err != nil:
		s.malformed(tag)
		return false
	case s.dec.unusable != nil:
		s.fail("", s.dec.unusable)
		return false
	}
	return true
}

// malformed ends the conversation: after bytes that make no sense nothing that follows can be
// trusted to mean what it seems to.
func (s *session) malformed(tag byte) {
	err := s.dec.err
	if err == nil {
		err = errStructFields
	}
	s.log.Warn("malformed message", "request", messageName(tag), "err", err)
	s.fail("", fault.New(fault.RequestFormat, "Illegal %s message: %v", messageName(tag), err))
	s.state, s.refused = stateDefunct, true
}

// violation ends the conversation after a request that the state does not take.
func (s *session) violation(tag byte) {
	s.log.Warn("request out of order", "request", messageName(tag), "state", s.state)
	s.fail("", fault.New(fault.RequestInvalid, "Message %s (%02X) cannot be handled by a session in the %s state", messageName(tag), tag, s.state))
	s.state, s.refused = stateDefunct, true
}

// idle tells whether stopping now interrupts nothing.
func (s *session) idle() bool { return s.tx == nil }

// close rolls back what the client left open.
func (s *session) close() { s.endTx() }

func (s *session) reset() {
	s.endTx()
	s.late = nil
	if s.in.answered() > 0 {
		s.ignored() // another RESET waits: this one too lies before it
		return
	}
	s.state = stateReady
	s.success()
}

func (s *session) telemetry() {
	s.dec.value() // which interface of the driver is used; nothing here depends on it
	if s.decoded(msgTelemetry) {
		s.success()
	}
}

func (s *session) ignored() {
	s.out.begin(msgIgnored, 0)
	s.out.end()
}

// success answers with no metadata.
func (s *session) success() {
	s.out.begin(msgSuccess, 1)
	s.out.mapHeader(0)
	s.out.end()
}
