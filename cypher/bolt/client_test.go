package bolt

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net"
	"regexp"
	"strings"
	"testing"
	"time"

	"guestgraph/cypher/engine/value"
)

// A rawClient speaks Bolt by hand, so that a test sees each reply.
type rawClient struct {
	t    testing.TB
	conn net.Conn
	out  *writer
	in   *bufio.Reader
}

// startServer serves db on a port of its own until the test ends.
func startServer(t testing.TB, db database, cfg Config) (addr string) {
	t.Helper()
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error, 1)
	if cfg.Grace == 0 {
		cfg.Grace = 100 * time.Millisecond
	}
	go func() { done <- newServer(db, cfg).Serve(ctx, ln) }()
	t.Cleanup(func() {
		stop()
		select {
		case err := <-done:
			if err != nil {
				t.Error(err)
			}
		case <-time.After(5 * time.Second):
			t.Error("the server does not stop")
		}
	})
	return ln.Addr().String()
}

func dial(t testing.TB, addr string, v version) *rawClient {
	t.Helper()
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	return talk(t, conn, v)
}

func talk(t testing.TB, conn net.Conn, v version) *rawClient {
	t.Helper()
	c := &rawClient{t: t, conn: conn, out: newWriter(conn), in: bufio.NewReader(conn)}
	hello := append([]byte{0x60, 0x60, 0xB0, 0x17, 0, 0, v.minor, v.major}, make([]byte, 12)...)
	if _, err := conn.Write(hello); err != nil {
		t.Fatal(err)
	}
	var got [4]byte
	if _, err := io.ReadFull(c.in, got[:]); err != nil {
		t.Fatal(err)
	}
	if got != [4]byte{0, 0, v.minor, v.major} {
		t.Fatalf("handshake: % x", got)
	}
	c.out.version, c.out.utc = v, v.major >= 5
	return c
}

// login introduces the client.
func (c *rawClient) login() *rawClient {
	c.t.Helper()
	token := value.Map{{Key: "scheme", Val: value.String("none")}, {Key: "user_agent", Val: value.String("test")}}
	c.send(msgHello, value.FromMap(token))
	if c.out.version.atLeast(5, 1) {
		c.send(msgLogon, value.FromMap(token))
		c.expect("SUCCESS")
	}
	c.expect("SUCCESS")
	return c
}

func (c *rawClient) queue(tag byte, fields ...value.Value) {
	c.out.begin(tag, len(fields))
	for _, f := range fields {
		c.out.value(f, testGraph{})
	}
	c.out.end()
}

func (c *rawClient) send(tag byte, fields ...value.Value) {
	c.queue(tag, fields...)
	c.out.flush()
}

func (c *rawClient) run(statement string, entries ...value.Entry) {
	c.send(msgRun, value.String(statement), value.FromMap(value.NewMap(entries)), value.FromMap(nil))
}

func (c *rawClient) pull(n, qid int64) {
	c.send(msgPull, value.FromMap(value.Map{{Key: "n", Val: value.Int(n)}, {Key: "qid", Val: value.Int(qid)}}))
}

var replies = map[byte]string{msgSuccess: "SUCCESS", msgRecord: "RECORD", msgIgnored: "IGNORED", msgFailure: "FAILURE"}

// recv gives the next reply as text, "CLOSED" at the end.
func (c *rawClient) recv() string {
	c.t.Helper()
	_ = c.conn.SetReadDeadline(time.Now().Add(5 * time.Second))
	msg, err := readMessage(c.in, nil, 1<<24)
	if err != nil {
		var ne net.Error
		if errors.As(err, &ne) && ne.Timeout() {
			c.t.Fatal("no reply")
		}
		return "CLOSED"
	}
	d := newDecoder()
	d.utc = c.out.utc
	d.reset(msg, 1<<28)
	tag, fields := d.structure()
	text := replies[tag]
	for range fields {
		text += " " + value.Format(d.value(), testGraph{})
	}
	if d.end(); d.err != nil {
		c.t.Fatalf("%x: %v", msg, d.err)
	}
	return text
}

var times = regexp.MustCompile(`(t_first|t_last): \d+`)

// expect checks that the next replies begin as given.
func (c *rawClient) expect(want ...string) {
	c.t.Helper()
	for _, w := range want {
		if got := times.ReplaceAllString(c.recv(), "$1: 0"); !strings.HasPrefix(got, w) {
			c.t.Fatalf("got  %s\nwant %s", got, w)
		}
	}
}
