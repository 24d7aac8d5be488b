package bolt

import (
	"strings"
	"testing"
	"time"

	"guestgraph/cypher/engine/value"
)

func extra(entries ...value.Entry) value.Value { return value.FromMap(value.NewMap(entries)) }

func entry(k string, v value.Value) value.Entry { return value.Entry{Key: k, Val: v} }

// ask is one request of a conversation and how its replies begin.
type ask struct {
	tag    byte
	fields []value.Value
	want   []string
}

func runs(statement string, want ...string) ask {
	return ask{msgRun, []value.Value{value.String(statement), extra(), extra()}, want}
}

func pulls(n, qid int64, want ...string) ask {
	return ask{msgPull, []value.Value{extra(entry("n", value.Int(n)), entry("qid", value.Int(qid)))}, want}
}

func discards(n, qid int64, want ...string) ask {
	return ask{msgDiscard, []value.Value{extra(entry("n", value.Int(n)), entry("qid", value.Int(qid)))}, want}
}

func plain(tag byte, want ...string) ask { return ask{tag, nil, want} }

func begins(want ...string) ask { return ask{msgBegin, []value.Value{extra()}, want} }

const (
	doneRead = "SUCCESS {bookmark: 'bookmark', db: 'neo4j', statuses: [{gql_status: '00000', status_description: 'note: successful completion'}], t_last: 0, type: 'r'}"
	inTxRead = "SUCCESS {db: 'neo4j', statuses: [{gql_status: '00000', status_description: 'note: successful completion'}], t_last: 0, type: 'r'}"
	ranAlone = "SUCCESS {db: 'neo4j', fields: ['x'], t_first: 0}"
)

func conversations() map[string][]ask {
	many := ask{msgRun, []value.Value{value.String("MANY"), extra(entry("n", value.Int(3))), extra()}, nil}
	ranMany := func(want string) ask { m := many; m.want = []string{want}; return m }
	return map[string][]ask{
		"autocommit": {runs("ONE", ranAlone), pulls(-1, -1, "RECORD [1]", doneRead), runs("ONE", ranAlone), pulls(1, -1, "RECORD [1]", doneRead)},
		"has more": {ranMany(ranAlone), pulls(1, -1, "RECORD [1]", "SUCCESS {has_more: true}"), pulls(2, -1, "RECORD [2]", "RECORD [3]", doneRead),
			runs("ONE", ranAlone)},
		"discard": {ranMany(ranAlone), discards(1, -1, "SUCCESS {has_more: true}"), pulls(1, -1, "RECORD [2]", "SUCCESS {has_more: true}"), discards(-1, -1, doneRead)},
		"write": {runs("WRITE", "SUCCESS {db: 'neo4j', fields: [], t_first: 0}"),
			pulls(-1, -1, "SUCCESS {bookmark: 'bookmark', db: 'neo4j', stats: {`contains-updates`: true, `nodes-created`: 1, `properties-set`: 2}, statuses: [{gql_status: '00001'")},
		"transaction": {begins("SUCCESS {db: 'neo4j'}"), runs("ONE", "SUCCESS {fields: ['x'], qid: 0, t_first: 0}"), pulls(-1, -1, "RECORD [1]", inTxRead),
			plain(msgCommit, "SUCCESS {bookmark: 'bookmark'}"), runs("ONE", ranAlone)},
		"two results": {begins("SUCCESS"), ranMany("SUCCESS {fields: ['x'], qid: 0"), ranMany("SUCCESS {fields: ['x'], qid: 1"),
			pulls(1, 0, "RECORD [1]", "SUCCESS {has_more: true}"), pulls(2, 1, "RECORD [1]", "RECORD [2]", "SUCCESS {has_more: true}"),
			pulls(-1, 0, "RECORD [2]", "RECORD [3]", inTxRead), pulls(-1, -1, "RECORD [3]", inTxRead), plain(msgRollback, "SUCCESS {}")},
		"commit with an open result": {begins("SUCCESS"), ranMany("SUCCESS"), plain(msgCommit, "SUCCESS {bookmark: 'bookmark'}")},
		"wrong qid":                  {begins("SUCCESS"), runs("ONE", "SUCCESS"), pulls(1, 5, "FAILURE"), pulls(1, 0, "IGNORED"), plain(msgReset, "SUCCESS {}")},
		"failure":                    {runs("SYNTAX", "FAILURE"), pulls(-1, -1, "IGNORED"), begins("IGNORED"), plain(msgReset, "SUCCESS {}"), runs("ONE", ranAlone)},
		"failure in a transaction": {begins("SUCCESS"), runs("FAIL LATER", "SUCCESS"), pulls(-1, -1, "RECORD [1]", "RECORD [2]", "FAILURE"),
			plain(msgRollback, "IGNORED"), plain(msgReset, "SUCCESS {}"), runs("ONE", ranAlone)},
		"panic":                  {runs("PANIC", "FAILURE"), plain(msgReset, "SUCCESS {}"), runs("ONE", ranAlone)},
		"panic later":            {runs("PANIC LATER", ranAlone), pulls(-1, -1, "RECORD [1]", "RECORD [2]", "FAILURE"), plain(msgReset, "SUCCESS {}"), runs("ONE", ranAlone)},
		"reset in a transaction": {begins("SUCCESS"), runs("ONE", "SUCCESS"), plain(msgReset, "SUCCESS {}"), begins("SUCCESS"), plain(msgRollback, "SUCCESS {}")},
		"logoff":                 {plain(msgLogoff, "SUCCESS {}"), {msgLogon, []value.Value{extra(entry("scheme", value.String("none")))}, []string{"SUCCESS {}"}}, runs("ONE", ranAlone)},
		"telemetry":              {{msgTelemetry, []value.Value{value.Int(1)}, []string{"SUCCESS {}"}}},
		"route": {{msgRoute, []value.Value{extra(entry("address", value.String("db.example:7687"))), value.List(nil), extra()},
			[]string{"SUCCESS {rt: {db: 'neo4j', servers: [{addresses: ['db.example:7687'], role: 'WRITE'}, {addresses: ['db.example:7687'], role: 'READ'}, {addresses: ['db.example:7687'], role: 'ROUTE'}], ttl: 300}}"}}},
		"route to nowhere": {{msgRoute, []value.Value{extra(), value.List(nil), extra(entry("db", value.String("nope")))}, []string{"FAILURE"}}},
		"unknown database": {{msgBegin, []value.Value{extra(entry("db", value.String("nope")))},
			[]string{"FAILURE {description: 'error: data exception', diagnostic_record: {CURRENT_SCHEMA: '/', OPERATION: '', OPERATION_CODE: '0', _classification: 'CLIENT_ERROR'}, gql_status: '22000', message: 'Graph not found: nope', neo4j_code: 'Neo.ClientError.Database.DatabaseNotFound'}"}}},
		"impersonation":       {{msgBegin, []value.Value{extra(entry("imp_user", value.String("bob")))}, []string{"FAILURE"}}},
		"unusable parameter":  {{msgRun, []value.Value{value.String("ECHO"), extra(entry("x", value.Node(1))), extra()}, []string{"FAILURE"}}, plain(msgReset, "SUCCESS {}"), runs("ONE", ranAlone)},
		"out of order":        {pulls(-1, -1, "FAILURE", "CLOSED")},
		"commit alone":        {plain(msgCommit, "FAILURE", "CLOSED")},
		"run while streaming": {runs("ONE", ranAlone), runs("ONE", "FAILURE", "CLOSED")},
		"unknown request":     {plain(0x55, "FAILURE", "CLOSED")},
		"wrong fields":        {{msgRun, []value.Value{value.String("ONE")}, []string{"FAILURE", "CLOSED"}}},
		"wrong types":         {{msgRun, []value.Value{value.Int(1), extra(), extra()}, []string{"FAILURE", "CLOSED"}}},
		"goodbye":             {plain(msgGoodbye, "CLOSED")},
		"pull nothing":        {runs("ONE", ranAlone), pulls(0, -1, "FAILURE")},
	}
}

// Each conversation runs twice: request by request, and all requests sent at once.
func TestConversations(t *testing.T) {
	for name, asks := range conversations() {
		for _, pipelined := range []bool{false, true} {
			t.Run(name+map[bool]string{true: " pipelined"}[pipelined], func(t *testing.T) {
				for _, a := range asks {
					if pipelined && a.tag == msgReset {
						t.Skip("a RESET that follows at once interrupts")
					}
				}
				c := dial(t, startServer(t, &fakeDB{}, Config{}), bolt5).login()
				for _, a := range asks {
					c.queue(a.tag, a.fields...)
					if !pipelined {
						c.out.flush()
						c.expect(a.want...)
					}
				}
				c.out.flush()
				for _, a := range asks {
					if pipelined {
						c.expect(a.want...)
					}
				}
			})
		}
	}
}

// A RESET cancels what runs, and everything that was sent before it is ignored.
func TestResetInterrupts(t *testing.T) {
	db := &fakeDB{}
	c := dial(t, startServer(t, db, Config{}), bolt5).login()
	c.run("FOREVER")
	c.expect(ranAlone)
	c.pull(-1, -1)
	time.Sleep(20 * time.Millisecond)
	c.queue(msgRun, value.String("ONE"), extra(), extra())
	c.queue(msgReset)
	c.queue(msgReset)
	c.send(msgRun, value.String("ONE"), extra(), extra())
	c.expect("IGNORED", "IGNORED", "IGNORED", "SUCCESS {}", ranAlone)
	c.pull(-1, -1)
	c.expect("RECORD [1]", doneRead)
	if n := db.rolledBack.Load(); n != 1 {
		t.Errorf("%d rollbacks", n)
	}
}

func TestLostConnectionRollsBack(t *testing.T) {
	db := &fakeDB{}
	c := dial(t, startServer(t, db, Config{}), bolt5).login()
	c.run("FOREVER")
	c.expect(ranAlone)
	c.pull(-1, -1)
	time.Sleep(20 * time.Millisecond)
	_ = c.conn.Close()
	for deadline := time.Now().Add(2 * time.Second); db.rolledBack.Load() == 0; time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("not rolled back")
		}
	}
	if db.committed.Load() != 0 {
		t.Error("committed")
	}
}

func TestTimeout(t *testing.T) {
	timeout := extra(entry("tx_timeout", value.Int(30)))
	t.Run("while a query runs", func(t *testing.T) {
		c := dial(t, startServer(t, &fakeDB{}, Config{}), version{5, 6}).login()
		c.send(msgRun, value.String("FOREVER"), extra(), timeout)
		c.pull(-1, -1)
		c.expect("SUCCESS {fields: ['x'], t_first: 0}", "FAILURE {code: 'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration'")
	})
	t.Run("while the client is silent", func(t *testing.T) {
		db := &fakeDB{}
		c := dial(t, startServer(t, db, Config{}), version{5, 6}).login()
		c.send(msgBegin, timeout)
		c.expect("SUCCESS {}")
		for deadline := time.Now().Add(2 * time.Second); db.rolledBack.Load() == 0; time.Sleep(5 * time.Millisecond) {
			if time.Now().After(deadline) {
				t.Fatal("not rolled back")
			}
		}
		c.run("ONE")
		c.expect("FAILURE {code: 'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration'")
		c.send(msgReset)
		c.expect("SUCCESS {}")
	})
}

func TestTransactionConfig(t *testing.T) {
	db := &fakeDB{}
	c := dial(t, startServer(t, db, Config{}), bolt5).login()
	c.send(msgBegin, extra(entry("mode", value.String("r")), entry("db", value.String("System")), entry("tx_timeout", value.Int(1500)),
		entry("tx_metadata", extra(entry("app", value.String("x")))), entry("bookmarks", value.List([]value.Value{value.String("b")}))))
	c.expect("SUCCESS {db: 'system'}")
	got := db.last.Load()
	if !got.ReadOnly || got.Implicit || got.Database != "system" || got.Timeout != 1500*time.Millisecond || value.Format(value.FromMap(got.Metadata), nil) != "{app: 'x'}" {
		t.Errorf("%+v", got)
	}
	public := &fakeDB{}
	c = dial(t, startServer(t, public, Config{ReadOnly: true}), bolt5).login()
	c.run("ONE")
	c.expect(ranAlone)
	if !public.last.Load().ReadOnly || !public.last.Load().Implicit {
		t.Errorf("%+v", public.last.Load())
	}
}

func TestVersions(t *testing.T) {
	syntax44 := "FAILURE {code: 'Neo.ClientError.Statement.SyntaxError', message: 'no (line 1, column 2 (offset: 1))\\n\"SYNTAX\"\\n  ^'}"
	tests := []struct {
		v                      version
		ran, failure, notified string
	}{
		{version{4, 4}, "SUCCESS {fields: ['x'], t_first: 0}", syntax44, "notifications: [{category: 'UNRECOGNIZED', code: 'Neo.ClientNotification.Statement.X', description: 'd', position: {column: 2, line: 1, offset: 1}, severity: 'WARNING', title: 't'}, {category: 'PERFORMANCE'"},
		{version{5, 0}, "SUCCESS {fields: ['x'], t_first: 0}", syntax44, "notifications: [{category"},
		{version{5, 4}, "SUCCESS {fields: ['x'], t_first: 0}", syntax44, "notifications: [{category"},
		{version{5, 6}, "SUCCESS {fields: ['x'], t_first: 0}", syntax44, "statuses: [{gql_status: '02000', status_description: 'note: no data'}, {description: 'd', diagnostic_record"},
		{version{5, 8}, ranAlone, "FAILURE {description: 'error: syntax error or access rule violation - invalid syntax', diagnostic_record: {", "statuses: [{gql_status"},
	}
	for _, tt := range tests {
		t.Run(tt.v.String(), func(t *testing.T) {
			c := dial(t, startServer(t, &fakeDB{}, Config{}), tt.v).login()
			c.run("NOTED")
			c.expect(tt.ran)
			c.pull(-1, -1)
			if got := c.recv(); !strings.Contains(got, tt.notified) {
				t.Errorf("got %s\nwant %s", got, tt.notified)
			}
			c.run("SYNTAX")
			c.expect(tt.failure)
			c.send(msgReset)
			c.expect("SUCCESS {}")
			c.run("ERROR")
			if got := c.recv(); !strings.Contains(got, "Neo.DatabaseError.General.UnknownError") || strings.Contains(got, "secret") {
				t.Error(got)
			}
		})
	}
}

func TestPlans(t *testing.T) {
	c := dial(t, startServer(t, &fakeDB{}, Config{}), version{5, 4}).login()
	c.run("EXPLAIN")
	c.pull(-1, -1)
	c.expect(ranAlone[:7], "SUCCESS {bookmark: 'bookmark', db: 'neo4j', plan: {args: {Details: 'x'}, children: [{args: {}, children: [], identifiers: [], operatorType: 'AllNodesScan@neo4j'}], identifiers: ['x'], operatorType: 'ProduceResults@neo4j'}, t_last: 0, type: 'r'}")
	c.run("PROFILE")
	c.pull(-1, -1)
	c.expect(ranAlone[:7], "SUCCESS {bookmark: 'bookmark', db: 'neo4j', profile: {args: {}, children: [], dbHits: 4, identifiers: [], operatorType: 'ProduceResults@neo4j', rows: 3}")
}

func TestNotificationFilter(t *testing.T) {
	severity := func(s string) value.Value { return extra(entry("notifications_minimum_severity", value.String(s))) }
	tests := []struct {
		name  string
		extra value.Value
		has   []string
		lacks []string
	}{
		{"all", extra(), []string{"Statement.X", "Statement.Y"}, nil},
		{"warnings", severity("WARNING"), []string{"Statement.X"}, []string{"Statement.Y"}},
		{"off", severity("OFF"), nil, []string{"Statement.X", "Statement.Y"}},
		{"category", extra(entry("notifications_disabled_classifications", value.List([]value.Value{value.String("UNRECOGNIZED")}))), []string{"Statement.Y"}, []string{"Statement.X"}},
	}
	c := dial(t, startServer(t, &fakeDB{}, Config{}), bolt5).login()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c.send(msgRun, value.String("NOTED"), extra(), tt.extra)
			c.pull(-1, -1)
			c.expect(ranAlone)
			got := c.recv()
			for _, w := range tt.has {
				if !strings.Contains(got, w) {
					t.Errorf("%s lacks %s", got, w)
				}
			}
			for _, w := range tt.lacks {
				if strings.Contains(got, w) {
					t.Errorf("%s has %s", got, w)
				}
			}
		})
	}
}

func TestAuth(t *testing.T) {
	addr := startServer(t, &fakeDB{}, Config{Auth: Auth{User: "ada", Password: "pw"}})
	token := func(scheme, user, password string) value.Value {
		return extra(entry("scheme", value.String(scheme)), entry("principal", value.String(user)), entry("credentials", value.String(password)))
	}
	for _, tt := range []struct {
		name  string
		token value.Value
		ok    bool
	}{
		{"right", token("basic", "ada", "pw"), true},
		{"wrong password", token("basic", "ada", "pwx"), false},
		{"wrong user", token("basic", "bob", "pw"), false},
		{"no credentials", token("none", "", ""), false},
	} {
		for _, v := range []version{{4, 4}, {5, 0}, {5, 4}} {
			t.Run(tt.name+" "+v.String(), func(t *testing.T) {
				c := dial(t, addr, v)
				c.send(msgHello, tt.token)
				if v.atLeast(5, 1) {
					c.expect("SUCCESS")
					c.send(msgLogon, tt.token)
				}
				if tt.ok {
					c.expect("SUCCESS")
				} else {
					c.expect("FAILURE {code: 'Neo.ClientError.Security.Unauthorized'", "CLOSED")
				}
			})
		}
	}
	t.Run("query before authentication", func(t *testing.T) {
		c := dial(t, addr, bolt5)
		c.send(msgHello, extra())
		c.expect("SUCCESS")
		c.run("ONE")
		c.expect("FAILURE", "CLOSED")
	})
	t.Run("reset before authentication", func(t *testing.T) {
		c := dial(t, addr, bolt5)
		c.send(msgReset)
		c.expect("IGNORED", "CLOSED")
	})
}

// The 4.4 protocol sends date-times in local time unless both sides agree on the utc patch.
func TestUTCPatch(t *testing.T) {
	addr := startServer(t, &fakeDB{}, Config{})
	for _, patch := range []bool{false, true} {
		c := dial(t, addr, version{4, 4})
		hello := []value.Entry{entry("scheme", value.String("none"))}
		want := "SUCCESS {connection_id: 'bolt-1', hints: {`telemetry.enabled`: false}, server: 'Neo4j/5.26.0'}"
		if patch {
			hello = append(hello, entry("patch_bolt", value.List([]value.Value{value.String("utc")})))
			want = "SUCCESS {connection_id: 'bolt-2', hints: {`telemetry.enabled`: false}, patch_bolt: ['utc'], server: 'Neo4j/5.26.0'}"
		}
		c.send(msgHello, extra(hello...))
		c.expect(want)
		c.out.utc = patch
		c.run("ECHO", entry("x", sampleDateTime(t)))
		c.pull(-1, -1)
		c.expect("SUCCESS", "RECORD [datetime('2020-06-15T12:00:00+02:00[Europe/Paris]')]")
	}
}

// A client on another machine is told the advertised address.
func TestAdvertisedAddress(t *testing.T) {
	addr := startServer(t, &fakeDB{}, Config{AdvertisedAddr: "graph.example:7687"})
	c := dial(t, addr, bolt5).login()
	c.send(msgRoute, extra(), extra(), extra())
	if got := c.recv(); !strings.Contains(got, "graph.example:7687") {
		t.Error(got)
	}
}
