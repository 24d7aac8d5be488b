package bolt

import (
	"bufio"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"guestgraph/cypher/engine"
)

// A Server answers Bolt clients for one database.
type Server struct {
	cfg  Config
	db   database
	next atomic.Int64  // number of the last connection
	open chan struct{} // a place for each open transaction; nil: no bound

	mu    sync.Mutex
	conns map[net.Conn]*inbox // nil while no conversation has begun; the map is nil once stopping
	wg    sync.WaitGroup      // connections
}

// New makes a server for db.
func New(db *engine.DB, cfg Config) *Server { return newServer(engineDB{db}, cfg) }

func newServer(db database, cfg Config) *Server {
	s := &Server{cfg: cfg.withDefaults(), db: db, conns: make(map[net.Conn]*inbox)}
	if cfg.MaxTransactions > 0 {
		s.open = make(chan struct{}, cfg.MaxTransactions)
	}
	return s
}

// Serve answers the clients that connect to ln, and closes ln. It is called once. When ctx ends it takes no more
// clients, lets running transactions end for as long as Config.Grace says, cancels the rest, and
// returns nil.
func (s *Server) Serve(ctx context.Context, ln net.Listener) error {
	running, cancel := context.WithCancelCause(context.WithoutCancel(ctx))
	defer cancel(nil)
	if s.cfg.TLS != nil {
		ln = tls.NewListener(ln, s.cfg.TLS)
	}
	stopListening := context.AfterFunc(ctx, func() { _ = ln.Close() })
	defer stopListening()

	web := s.webSockets(running)
	err := s.accept(ctx, running, ln, web)
	_ = ln.Close()
	_ = web.server.Close() // pages that are not upgraded yet
	s.drain(cancel)
	if ctx.Err() != nil {
		return nil
	}
	return fmt.Errorf("bolt: accept: %w", err)
}

// accept takes clients until the listener is closed.
func (s *Server) accept(ctx, running context.Context, ln net.Listener, web *webSockets) error {
	pause := time.Duration(0)
	for {
		c, err := ln.Accept()
		if err != nil {
			if ctx.Err() != nil || errors.Is(err, net.ErrClosed) {
				return err
			}
			// Out of file descriptors, or a client gone before it was there: it passes.
			pause = min(max(2*pause, 5*time.Millisecond), time.Second)
			s.cfg.Logger.Warn("bolt: accept failed", "err", err, "pause", pause)
			time.Sleep(pause)
			continue
		}
		pause = 0
		if !s.enter(c) {
			_ = c.Close()
			continue
		}
		go func() {
			defer s.leave(c)
			s.greet(running, c, web)
		}()
	}
}

// greet tells Bolt from a web page's WebSocket by the first bytes.
func (s *Server) greet(ctx context.Context, c net.Conn, web *webSockets) {
	if !s.secure(ctx, c) {
		_ = c.Close()
		return
	}
	_ = c.SetReadDeadline(time.Now().Add(s.cfg.AuthTimeout)) // fails only on a closed connection
	read := newReader(c)
	first, err := read.Peek(4)
	switch {
	case err != nil:
		_ = c.Close()
	case string(first) == http.MethodGet+" ":
		web.hand(&peekedConn{c, read})
	default:
		s.converse(ctx, c, read)
		_ = c.Close()
	}
}

// secure does the handshake of TLS, where the server has it.
func (s *Server) secure(ctx context.Context, c net.Conn) bool {
	secured, ok := c.(*tls.Conn)
	if !ok {
		return true
	}
	ctx, cancel := context.WithTimeout(ctx, s.cfg.AuthTimeout)
	defer cancel()
	err := secured.HandshakeContext(ctx)
	if err != nil {
		s.cfg.Logger.Info("bolt: no TLS with a client", "remote", c.RemoteAddr(), "err", err)
	}
	return err == nil
}

// converse serves one client.
func (s *Server) converse(ctx context.Context, c net.Conn, read *bufio.Reader) {
	conn := newConnection(c, read, s, "bolt-"+strconv.FormatInt(s.next.Add(1), 10))
	if err := conn.greet(); err != nil {
		conn.log.Debug("no conversation", "err", err)
		return
	}
	if s.begun(c, conn.in) {
		conn.serve(ctx)
	}
}

// enter counts a connection in, unless there are too many or the server is stopping.
func (s *Server) enter(c net.Conn) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.conns == nil {
		return false
	}
	if len(s.conns) >= s.cfg.MaxConnections {
		s.cfg.Logger.Warn("bolt: connection refused: too many", "connections", len(s.conns), "remote", c.RemoteAddr())
		return false
	}
	s.conns[c] = nil
	s.wg.Add(1)
	return true
}

// begun notes that a conversation has begun, which a shutdown lets end.
func (s *Server) begun(c net.Conn, in *inbox) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.conns == nil {
		return false
	}
	s.conns[c] = in
	return true
}

func (s *Server) leave(c net.Conn) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.conns, c)
	s.wg.Done()
}

// drain ends the connections: idle ones at once, others with their transaction or the grace.
func (s *Server) drain(cancel context.CancelCauseFunc) {
	s.mu.Lock()
	open := s.conns
	s.conns = nil
	s.mu.Unlock()
	for c, in := range open {
		if in == nil {
			_ = c.Close()
		} else {
			in.drain()
		}
	}
	stop := time.AfterFunc(s.cfg.Grace, func() {
		cancel(errShutdown)
		for c := range open {
			_ = c.Close()
		}
	})
	s.wg.Wait()
	stop.Stop()
}
