package bolt

import (
	"testing"
	"time"
)

// Writers wait for one another. One that gives up, or whose client is gone, must not hold up the
// others.
func TestWaitingWriters(t *testing.T) {
	addr := serveEngine(t, Config{})
	holder := dial(t, addr, bolt5).login()
	holder.send(msgBegin, extra())
	holder.expect("SUCCESS")
	holder.run("CREATE (:W)")
	holder.expect("SUCCESS")
	holder.pull(-1, -1)
	holder.expect("SUCCESS")

	reader := dial(t, addr, bolt5).login()
	reader.run("MATCH (n:W) RETURN count(n)")
	reader.pull(-1, -1)
	reader.expect("SUCCESS", "RECORD [0]", "SUCCESS")

	impatient := dial(t, addr, bolt5).login()
	impatient.run("CREATE (:W)")
	impatient.pull(-1, -1)
	time.Sleep(30 * time.Millisecond)
	impatient.send(msgReset)
	impatient.expect("IGNORED", "IGNORED", "SUCCESS {}")

	patient := dial(t, addr, bolt5).login()
	patient.run("CREATE (:W)")
	patient.pull(-1, -1)
	time.Sleep(30 * time.Millisecond)
	_ = holder.conn.Close()
	patient.expect("SUCCESS", "SUCCESS {bookmark: ")

	reader.run("MATCH (n:W) DELETE n RETURN count(n)")
	reader.pull(-1, -1)
	reader.expect("SUCCESS", "RECORD [1]", "SUCCESS")
}
