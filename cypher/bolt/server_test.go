package bolt

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"

	"guestgraph/cypher/engine/value"
)

func TestShutdown(t *testing.T) {
	serve := func(t *testing.T, grace time.Duration) (addr string, db *fakeDB, stop func() error) {
		ln, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithCancel(context.Background())
		done := make(chan error, 1)
		db = &fakeDB{}
		go func() { done <- newServer(db, Config{Grace: grace}).Serve(ctx, ln) }()
		return ln.Addr().String(), db, func() error { cancel(); return <-done }
	}
	t.Run("idle connections end at once", func(t *testing.T) {
		addr, _, stop := serve(t, time.Minute)
		silent, err := net.Dial("tcp", addr) // has not even said what it speaks
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = silent.Close() }()
		c := dial(t, addr, bolt5).login()
		if err := stop(); err != nil {
			t.Error(err)
		}
		c.expect("CLOSED")
		if _, err := silent.Read(make([]byte, 1)); !errors.Is(err, io.EOF) {
			t.Error(err)
		}
	})
	t.Run("a transaction may end", func(t *testing.T) {
		addr, db, stop := serve(t, time.Minute)
		c := dial(t, addr, bolt5).login()
		c.send(msgBegin, extra())
		c.expect("SUCCESS")
		time.AfterFunc(50*time.Millisecond, func() { c.send(msgCommit) })
		if err := stop(); err != nil {
			t.Error(err)
		}
		c.expect("SUCCESS", "CLOSED")
		if db.committed.Load() != 1 {
			t.Error("not committed")
		}
	})
	t.Run("but not for ever", func(t *testing.T) {
		addr, db, stop := serve(t, 50*time.Millisecond)
		c := dial(t, addr, bolt5).login()
		c.run("FOREVER")
		c.expect("SUCCESS")
		c.pull(-1, -1)
		if err := stop(); err != nil {
			t.Error(err)
		}
		if db.rolledBack.Load() != 1 {
			t.Error("not rolled back")
		}
	})
}

func TestMaxConnections(t *testing.T) {
	addr := startServer(t, &fakeDB{}, Config{MaxConnections: 1})
	first := dial(t, addr, bolt5).login()
	second, err := net.Dial("tcp", addr)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := second.Read(make([]byte, 1)); err == nil {
		t.Error("taken")
	}
	first.run("ONE")
	first.expect(ranAlone)
}

func TestMessageLimits(t *testing.T) {
	long := value.String(strings.Repeat("x", 3000))
	addr := startServer(t, &fakeDB{}, Config{MaxMessage: 2000})
	c := dial(t, addr, bolt5).login()
	c.run("ECHO", entry("x", long))
	c.expect("CLOSED")
}

func TestSilentClientIsDropped(t *testing.T) {
	addr := startServer(t, &fakeDB{}, Config{AuthTimeout: 30 * time.Millisecond})
	c := dial(t, addr, bolt5)
	c.send(msgHello, extra())
	c.expect("SUCCESS", "CLOSED")
	c = dial(t, addr, bolt5).login()
	time.Sleep(60 * time.Millisecond)
	c.run("ONE")
	c.expect(ranAlone)
}

func TestWebSocket(t *testing.T) {
	addr := startServer(t, &fakeDB{}, Config{Origins: []string{"https://notebook.example"}, Hosts: []string{"graph.example"}})
	_, port, _ := net.SplitHostPort(addr)
	tests := []struct {
		name, host, origin string
		status             int
	}{
		{"no browser", addr, "", 101},
		{"local page", addr, "http://localhost:3000", 101},
		{"local page, secure", addr, "https://127.0.0.1", 101},
		{"same host", "graph.example:" + port, "https://graph.example", 101},
		{"listed origin", addr, "https://notebook.example", 101},
		{"foreign page", addr, "https://evil.example", 403},
		{"file", addr, "null", 403},
		{"rebound name", "evil.example:" + port, "http://evil.example", 403},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
			defer cancel()
			opts := &websocket.DialOptions{Host: tt.host, HTTPHeader: http.Header{}}
			if tt.origin != "" {
				opts.HTTPHeader.Set("Origin", tt.origin)
			}
			ws, resp, err := websocket.Dial(ctx, "ws://"+addr, opts)
			if resp == nil || resp.StatusCode != tt.status {
				t.Fatal(resp, err)
			}
			if err != nil {
				return
			}
			c := talk(t, websocket.NetConn(ctx, ws, websocket.MessageBinary), bolt5).login()
			c.run("MANY", entry("n", value.Int(5000)))
			c.pull(-1, -1)
			c.expect(ranAlone)
			for range 5000 {
				c.expect("RECORD")
			}
			c.expect(doneRead)
			_ = ws.Close(websocket.StatusNormalClosure, "")
		})
	}
}

// Neo4j Browser asks over HTTP what the server is before it connects; pages that may not connect are told nothing.
func TestDiscovery(t *testing.T) {
	addr := startServer(t, &fakeDB{}, Config{})
	for origin, want := range map[string]int{"": 200, "http://localhost:3000": 200, "https://evil.example": 403} {
		req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://"+addr, nil)
		if err != nil {
			t.Fatal(err)
		}
		if origin != "" {
			req.Header.Set("Origin", origin)
		}
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(resp.Body)
		_ = resp.Body.Close()
		if err != nil || resp.StatusCode != want {
			t.Errorf("%q: %s, %v", origin, resp.Status, err)
		}
		if want == 200 && (resp.Header.Get("Access-Control-Allow-Origin") != origin || !json.Valid(body)) {
			t.Errorf("%q: %v %q", origin, resp.Header, body)
		}
	}
}

// FuzzSession feeds bytes to a connection. Whatever they are, it answers or closes, and ends.
func FuzzSession(f *testing.F) {
	hello := "6060b017" + "00080805" + strings.Repeat("00", 12)
	login := "0003b101a00000" + "0003b16aa00000"
	for _, s := range []string{"", hello, hello + login,
		hello + login + "000bb310834f4e45a0a00000" + "0005b13fa1816e010000",
		hello + login + "000fb310874543484f82a1a08178d7ffffff0000",
		hello + login + "0003b111a00000" + "0002b0120000" + "0002b00f0000" + "0002b0020000",
		hello + login + "0003b166a00000"} {
		b, err := hex.DecodeString(s)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		server, client := net.Pipe()
		done := make(chan struct{})
		go func() {
			defer close(done)
			s := newServer(&fakeDB{}, Config{MaxMessage: 1 << 16, AuthTimeout: time.Second, Grace: time.Millisecond})
			s.enter(server)
			defer s.leave(server)
			s.converse(context.Background(), server, newReader(server))
			_ = server.Close()
		}()
		go func() { _, _ = io.Copy(io.Discard, client) }()
		_, _ = client.Write(in)
		_ = client.Close()
		select {
		case <-done:
		case <-time.After(5 * time.Second):
			t.Fatalf("hangs after % x", in)
		}
	})
}
