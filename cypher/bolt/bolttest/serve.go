// Package bolttest serves embedded stores to tests.
package bolttest

import (
	"context"
	"errors"
	"net"
	"testing"

	"guestgraph/cypher/bolt"
	"guestgraph/cypher/engine"
)

// Serve serves an empty store in memory until the test ends and gives its bolt:// address.
func Serve(t testing.TB) string {
	t.Helper()
	return ServeAs(t, bolt.Config{})
}

// ServeAs is Serve with a configuration.
func ServeAs(t testing.TB, cfg bolt.Config) string {
	t.Helper()
	db, err := engine.Open("", engine.Options{})
	if err != nil {
		t.Fatal(err)
	}
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.WithoutCancel(t.Context()))
	stopped := make(chan error, 1)
	go func() { stopped <- bolt.New(db, cfg).Serve(ctx, ln) }()
	t.Cleanup(func() {
		stop()
		if err := errors.Join(<-stopped, db.Close()); err != nil {
			t.Errorf("embedded store: %v", err)
		}
	})
	return "bolt://" + ln.Addr().String()
}
