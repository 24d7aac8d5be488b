package bolt

import (
	"context"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// What the server tells of itself and of who is connected.
func TestClientsAreKnown(t *testing.T) {
	addr := serveEngine(t, Config{Auth: Auth{User: "ada", Password: "secret"}})
	d, err := neo4j.NewDriverWithContext("bolt://"+addr, neo4j.BasicAuth("ada", "secret", ""))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close(context.Background()) })
	for statement, want := range map[string]string{
		"SHOW DATABASES YIELD name, address WHERE name = 'neo4j' RETURN address":                                                addr,
		"CALL dbms.showCurrentUser() YIELD username":                                                                            "ada",
		"CALL dbms.clientConfig() YIELD name, value WHERE name ENDS WITH 'auth_enabled' RETURN value":                           "true",
		"CALL dbms.listConnections() YIELD serverAddress, username RETURN username + '@' + serverAddress":                       "ada@" + addr,
		"SHOW TRANSACTIONS YIELD username, clientAddress, currentQuery WHERE currentQuery STARTS WITH 'SHOW T' RETURN username": "ada",
	} {
		if res := query(t, d, statement, nil); len(res.Records) != 1 || res.Records[0].Values[0] != want {
			t.Errorf("%s: %v, want %s", statement, res.Records, want)
		}
	}
}

// TERMINATE TRANSACTIONS ends what another client runs, and a transaction whose client is silent.
func TestTerminate(t *testing.T) {
	d := connect(t, "bolt://"+serveEngine(t, Config{}))
	session := d.NewSession(t.Context(), neo4j.SessionConfig{})
	defer func() { _ = session.Close(t.Context()) }()
	silent, err := session.BeginTransaction(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := silent.Run(t.Context(), "CREATE (:Held)", nil); err != nil { // others that write must wait
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() {
		_, err := neo4j.ExecuteQuery(t.Context(), d, endless, nil, neo4j.EagerResultTransformer)
		ended <- err
	}()
	const list = "SHOW TRANSACTIONS YIELD transactionId, currentQuery WHERE NOT currentQuery STARTS WITH 'SHOW' RETURN transactionId"
	var ids []any
	for deadline := time.Now().Add(5 * time.Second); len(ids) < 2; time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("not listed:", ids)
		}
		ids = nil
		for _, r := range query(t, d, list, nil).Records {
			ids = append(ids, r.Values[0])
		}
	}
	for _, r := range query(t, d, "TERMINATE TRANSACTIONS $ids YIELD message", map[string]any{"ids": ids}).Records {
		if r.Values[0] != "Transaction terminated." {
			t.Error(r.Values)
		}
	}
	if err := <-ended; code(err) != "Neo.ClientError.Transaction.Terminated" { // as the driver calls it, which would try again else
		t.Error(err)
	}
	if err := silent.Commit(t.Context()); err == nil {
		t.Error("a terminated transaction was committed")
	}
	query(t, d, "CREATE (:Free)", nil)
	if got := query(t, d, "MATCH (n) RETURN labels(n)[0]", nil).Records; len(got) != 1 || got[0].Values[0] != "Free" {
		t.Error(got)
	}
	if got := query(t, d, "TERMINATE TRANSACTIONS 'neo4j-transaction-0' YIELD message", nil).Records; len(got) != 1 || got[0].Values[0] != "Transaction not found." {
		t.Error(got)
	}
	if _, err := neo4j.ExecuteQuery(t.Context(), d, "TERMINATE TRANSACTIONS 'x'", nil, neo4j.EagerResultTransformer); code(err) != "Neo.ClientError.General.InvalidArguments" {
		t.Error(err)
	}
}

// Visitors of a read-only server see no statements but their own.
func TestVisitorsSeeThemselves(t *testing.T) {
	addr := serveEngine(t, Config{ReadOnly: true})
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	running, other := make(chan struct{}), connect(t, "bolt://"+addr)
	go func() {
		defer close(running)
		_, _ = neo4j.ExecuteQuery(ctx, other, endless, nil, neo4j.EagerResultTransformer) // ends when it is cancelled
	}()
	defer func() { cancel(); <-running }()
	time.Sleep(100 * time.Millisecond)
	d := connect(t, "bolt://"+addr)
	for _, statement := range []string{"SHOW TRANSACTIONS", "CALL dbms.listConnections()"} {
		if got := query(t, d, statement, nil).Records; len(got) != 1 {
			t.Errorf("%s: %v", statement, got)
		}
	}
}
