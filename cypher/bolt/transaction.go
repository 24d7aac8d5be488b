package bolt

import (
	"context"
	"errors"
	"runtime/debug"
	"time"

	"guestgraph/cypher/engine"
	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/value"
)

// begin answers BEGIN {extra}.
func (s *session) begin() {
	extra := s.dec.mapping()
	if !s.decoded(msgBegin) {
		return
	}
	s.filterNotifications(extra)
	if err := s.beginTx(extra, false); err != nil {
		s.fail("", err)
		return
	}
	s.state = stateTxReady
	s.out.begin(msgSuccess, 1)
	meta := s.out.dict()
	if s.version.atLeast(5, 8) {
		meta.string("db", s.database)
	}
	s.out.end()
}

// commit answers COMMIT. Results that were not read to their end are closed, which finishes
// what their statements write.
func (s *session) commit() {
	if !s.decoded(msgCommit) {
		return
	}
	for _, r := range s.open {
		if err := r.res.Close(); err != nil {
			s.fail(r.statement, err)
			return
		}
	}
	bookmark, err := s.tx.commit(s.txn.ctx)
	if err != nil {
		s.fail("", err)
		return
	}
	s.leaveTx()
	s.state = stateReady
	s.out.begin(msgSuccess, 1)
	meta := s.out.dict()
	if bookmark != "" {
		meta.string("bookmark", bookmark)
	}
	s.out.end()
}

// rollback answers ROLLBACK.
func (s *session) rollback() {
	if !s.decoded(msgRollback) {
		return
	}
	s.endTx()
	s.state = stateReady
	s.success()
}

// txScope is what bounds the running transaction.
type txScope struct {
	ctx    context.Context
	cancel context.CancelCauseFunc
	timer  *time.Timer
	placed bool // it holds one of the server's places
}

// beginTx begins a transaction as the extra map of RUN or BEGIN asks for.
func (s *session) beginTx(extra value.Map, implicit bool) error {
	cfg, err := s.txConfig(extra, implicit)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithCancelCause(s.ctx)
	stop := func(cause error) {
		cancel(cause)
		s.in.wake()
	}
	cfg.Terminate = func() { stop(errTerminated) }
	s.txn = txScope{ctx: ctx, cancel: cancel}
	s.in.arm(cancel)
	if limit, late := s.cfg.MaxTime, errTooLong; limit > 0 || cfg.Timeout > 0 {
		if limit == 0 || 0 < cfg.Timeout && cfg.Timeout < limit {
			limit, late = cfg.Timeout, errTimedOut
		} else {
			cfg.Timeout = 0 // the engine would call it the client's
		}
		s.txn.timer = time.AfterFunc(limit, func() { stop(late) })
	}
	if err := s.place(); err != nil {
		return err
	}
	tx, err := s.db.begin(ctx, cfg)
	if err != nil {
		return err
	}
	s.tx, s.explicit, s.nextQID = tx, !implicit, 0
	s.database = cfg.Database
	return nil
}

// place waits for one of the server's places for transactions.
func (s *session) place() error {
	if s.places == nil {
		return nil
	}
	select {
	case s.places <- struct{}{}:
		s.txn.placed = true
		return nil
	case <-s.txn.ctx.Done():
	}
	if cause := context.Cause(s.txn.ctx); !errors.Is(cause, errTooLong) && !errors.Is(cause, errTimedOut) {
		return cause
	}
	s.txn.ctx = nil // so that its end is not told for the reason
	return fault.New(fault.TransactionLimitReached, "The limit of %d concurrent transactions is reached. Try again when others have ended.", cap(s.places))
}

// expire ends a transaction whose time is over, or that was terminated, while its client is silent: it would hold back
// all writers. The client learns of it by its next request.
func (s *session) expire() {
	if s.tx == nil {
		return
	}
	if cause := context.Cause(s.txn.ctx); errors.Is(cause, errTimedOut) || errors.Is(cause, errTooLong) || errors.Is(cause, errTerminated) {
		s.endTx()
		s.late = cause
	}
}

// endTx rolls back the transaction, if there is one, and forgets its results.
func (s *session) endTx() {
	defer func() {
		if p := recover(); p != nil {
			s.log.Error("rollback panicked", "panic", p, "stack", string(debug.Stack()))
		}
	}()
	tx := s.tx
	s.leaveTx()
	if tx == nil {
		return
	}
	if err := tx.rollback(); err != nil {
		s.log.Error("rollback failed", "err", err)
	}
}

// leaveTx forgets the transaction, which has ended.
func (s *session) leaveTx() {
	s.in.disarm()
	if s.txn.timer != nil {
		s.txn.timer.Stop()
	}
	if s.txn.cancel != nil {
		s.txn.cancel(nil)
	}
	if s.txn.placed {
		<-s.places
	}
	s.tx, s.txn, s.explicit = nil, txScope{}, false
	clear(s.open)
	s.open = s.open[:0]
}

// txConfig reads mode, db, tx_timeout, tx_metadata and imp_user. Bookmarks need no waiting: there is one
// server, and whatever it committed, it shows.
func (s *session) txConfig(extra value.Map, implicit bool) (engine.TxConfig, error) {
	c := engine.TxConfig{ReadOnly: s.cfg.ReadOnly, Owner: s.cfg.Owner, Implicit: implicit, Client: s.client()}
	if mode, _ := extra.Get("mode").AsString(); mode == "r" {
		c.ReadOnly = true
	}
	name, _ := extra.Get("db").AsString()
	var err error
	if c.Database, err = resolveDatabase(name); err != nil {
		return c, err
	}
	if ms, ok := extra.Get("tx_timeout").AsInt(); ok {
		if ms < 0 {
			return c, fault.New(fault.RequestInvalid, "Illegal value for field \"tx_timeout\": it must not be negative")
		}
		c.Timeout = time.Duration(min(ms, int64(maxTimeout/time.Millisecond))) * time.Millisecond
	}
	if user, _ := extra.Get("imp_user").AsString(); user != "" {
		return c, fault.New(fault.Forbidden, "Cannot impersonate user %q: this server has no users to impersonate.", user)
	}
	c.Metadata, _ = extra.Get("tx_metadata").AsMap()
	return c, nil
}

// client tells the engine who runs a transaction. A read-only server is for visitors, who shall not see one another's statements.
func (s *session) client() engine.Client {
	return engine.Client{
		User: s.cfg.Auth.User, Agent: s.agent, ConnectionID: s.id, Connected: s.connected, Address: s.remote,
		Server: s.address(value.Map{}), Confined: s.cfg.ReadOnly,
	}
}

// maxTimeout is longer than any connection lives, and far from overflowing a Duration.
const maxTimeout = 10 * 365 * 24 * time.Hour
