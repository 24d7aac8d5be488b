package bolt

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
