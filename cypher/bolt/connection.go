package bolt

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"sync/atomic"
	"time"
)

// A connection runs one session: a goroutine reads messages, another answers them.
type connection struct {
	net   net.Conn
	read  *bufio.Reader
	in    *inbox
	log   *slog.Logger
	limit atomic.Int64 // bytes of a message
	idle  atomic.Int64 // how long the client may send nothing, a Duration; 0: no bound, or another one
	sess  *session
}

func newConnection(c net.Conn, read *bufio.Reader, s *Server, id string) *connection {
	cfg := &s.cfg
	in := newInbox(cfg.MaxMessage)
	log := cfg.Logger.With("conn", id, "remote", c.RemoteAddr().String())
	conn := &connection{net: c, read: read, in: in, log: log}
	conn.limit.Store(int64(min(maxUnauthenticated, cfg.MaxMessage)))
	conn.sess = &session{
		cfg: cfg, db: s.db, places: s.open, log: log, id: id, local: c.LocalAddr().String(), remote: c.RemoteAddr().String(), connected: time.Now(),
		in: in, out: newWriter(&timedWriter{c, cfg.WriteTimeout}), dec: newDecoder(),
		welcome: func() {
			conn.limit.Store(int64(cfg.MaxMessage))
			conn.idle.Store(int64(cfg.IdleTimeout))
			_ = c.SetReadDeadline(deadline(cfg.IdleTimeout)) // fails only on a closed connection, which reading tells
		},
	}
	return conn
}

// greet agrees on a version of the protocol.
func (c *connection) greet() error {
	v, err := handshake(struct {
		io.Reader
		io.Writer
	}{c.read, c.net})
	c.sess.version, c.sess.out.version = v, v
	return err
}

// serve runs the connection to its end.
func (c *connection) serve(ctx context.Context) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	c.sess.ctx = ctx
	done := make(chan struct{})
	go func() {
		defer close(done)
		c.readMessages()
	}()
	c.answer()
	c.in.lose(errLost)
	if c.sess.refused {
		c.linger(done)
	}
	_ = c.net.Close()
	<-done
}

// linger lets the client read why it is being turned away: closing a connection with bytes that
// nobody read would throw the reply away as well.
func (c *connection) linger(done <-chan struct{}) {
	half, ok := c.net.(interface{ CloseWrite() error })
	if !ok || half.CloseWrite() != nil {
		return
	}
	select {
	case <-done:
	case <-time.After(lingerTime):
	}
}

const lingerTime = 500 * time.Millisecond

// readMessages moves messages from the network to the inbox until the connection ends.
func (c *connection) readMessages() {
	for {
		if idle := time.Duration(c.idle.Load()); idle > 0 {
			_ = c.net.SetReadDeadline(deadline(idle))
		}
		msg, err := readMessage(c.read, c.in.spare(), int(c.limit.Load()))
		if err != nil {
			if !errors.Is(err, io.EOF) && !errors.Is(err, net.ErrClosed) {
				c.log.Debug("connection broke", "err", err)
			}
			c.in.lose(fmt.Errorf("%w: %w", errLost, err))
			return
		}
		c.in.push(msg)
	}
}

// deadline is so long from now; 0 is never.
func deadline(d time.Duration) time.Time {
	if d == 0 {
		return time.Time{}
	}
	return time.Now().Add(d)
}

// answer handles messages in order. Replies go out when no further message waits: a client that
// sends several at once gets its replies at once.
func (c *connection) answer() {
	s := c.sess
	defer s.close()
	for s.state != stateDefunct {
		msg, ok := c.in.pop(s.idle())
		if !ok {
			return
		}
		if msg == nil {
			s.expire()
			continue
		}
		s.handle(msg)
		c.in.release(msg)
		if s.state == stateDefunct || c.in.empty() {
			s.out.flush()
		}
		if s.out.err != nil {
			c.log.Debug("connection broke", "err", s.out.err)
			return
		}
	}
}

// A timedWriter gives up on a client that does not read.
type timedWriter struct {
	net.Conn
	timeout time.Duration
}

func (w *timedWriter) Write(p []byte) (int, error) {
	if err := w.SetWriteDeadline(time.Now().Add(w.timeout)); err != nil {
		return 0, err
	}
	return w.Conn.Write(p)
}
