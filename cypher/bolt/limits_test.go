package bolt

import (
	"testing"
	"time"

	"guestgraph/cypher/engine/value"
)

const (
	tooLong  = "FAILURE {code: 'Neo.ClientError.Transaction.TransactionTimedOut',"
	noPlaces = "FAILURE {code: 'Neo.TransientError.Transaction.MaximumTransactionLimitReached'"
)

var bolt56 = version{5, 6} // whose errors have one code

func TestMaxTime(t *testing.T) {
	const limit = 50 * time.Millisecond
	for name, wanted := range map[string]int64{"none wanted": 0, "more wanted": 60_000} {
		t.Run(name, func(t *testing.T) {
			c := dial(t, startServer(t, &fakeDB{}, Config{MaxTime: limit}), bolt56).login()
			c.send(msgRun, value.String("FOREVER"), extra(), extra(entry("tx_timeout", value.Int(wanted))))
			c.pull(-1, -1)
			c.expect("SUCCESS", tooLong)
		})
	}
	t.Run("less wanted", func(t *testing.T) {
		c := dial(t, startServer(t, &fakeDB{}, Config{MaxTime: time.Hour}), bolt56).login()
		c.send(msgRun, value.String("FOREVER"), extra(), extra(entry("tx_timeout", value.Int(20))))
		c.pull(-1, -1)
		c.expect("SUCCESS", "FAILURE {code: 'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration'")
	})
	t.Run("a silent client", func(t *testing.T) {
		db := &fakeDB{}
		c := dial(t, startServer(t, db, Config{MaxTime: limit}), bolt56).login()
		c.send(msgBegin, extra())
		c.expect("SUCCESS")
		for end := time.Now().Add(2 * time.Second); db.rolledBack.Load() == 0; time.Sleep(5 * time.Millisecond) {
			if time.Now().After(end) {
				t.Fatal("not rolled back")
			}
		}
		c.run("ONE")
		c.expect(tooLong)
		c.send(msgReset)
		c.expect("SUCCESS")
	})
}

// A place for a transaction is free again however the transaction ended.
func TestMaxTransactions(t *testing.T) {
	addr := startServer(t, &fakeDB{}, Config{MaxTransactions: 1, MaxTime: 10 * time.Second})
	holder, other := dial(t, addr, bolt56).login(), dial(t, addr, bolt56).login()
	holds := func() {
		t.Helper()
		holder.send(msgBegin, extra())
		holder.expect("SUCCESS")
	}
	runs := func() {
		t.Helper()
		other.run("ONE")
		other.pull(-1, -1)
		other.expect("SUCCESS", "RECORD [1]", "SUCCESS")
	}
	for _, end := range []struct {
		name string
		tag  byte
	}{{"commit", msgCommit}, {"rollback", msgRollback}, {"reset", msgReset}} {
		holds()
		other.run("ONE") // waits
		time.Sleep(20 * time.Millisecond)
		holder.send(end.tag)
		holder.expect("SUCCESS")
		other.expect("SUCCESS")
		other.pull(-1, -1)
		other.expect("RECORD [1]", "SUCCESS")
	}
	holder.run("PANIC")
	holder.expect("FAILURE")
	holder.send(msgReset)
	holder.expect("SUCCESS")
	runs()

	t.Run("a RESET ends the waiting", func(t *testing.T) {
		holds()
		other.run("ONE")
		other.send(msgReset)
		other.expect("IGNORED", "SUCCESS")
		holder.send(msgRollback)
		holder.expect("SUCCESS")
		runs()
	})
	t.Run("waiting has an end", func(t *testing.T) {
		keeps := dial(t, startServer(t, &fakeDB{}, Config{MaxTransactions: 1}), bolt56).login()
		keeps.send(msgBegin, extra())
		keeps.expect("SUCCESS")
		late := dial(t, keeps.conn.RemoteAddr().String(), bolt56).login()
		late.send(msgRun, value.String("ONE"), extra(), extra(entry("tx_timeout", value.Int(30))))
		late.expect(noPlaces)
	})
	t.Run("a lost connection", func(t *testing.T) {
		holds()
		_ = holder.conn.Close()
		runs()
	})
}

func TestIdleTimeout(t *testing.T) {
	t.Parallel()
	const idle = time.Second // much longer than a busy machine takes to answer
	c := dial(t, startServer(t, &fakeDB{}, Config{IdleTimeout: idle}), bolt56).login()
	for range 4 { // longer than it may be silent at once
		time.Sleep(idle / 3)
		c.run("ONE")
		c.pull(-1, -1)
		c.expect("SUCCESS", "RECORD [1]", "SUCCESS")
	}
	c.expect("CLOSED")
}
