package bolt

import (
	"bufio"
	"context"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/coder/websocket"
)

// webSockets lets web pages speak Bolt: Neo4j Browser, or the JavaScript driver in a page.
// Pages reach the same port; connections that begin as HTTP requests are handed to an HTTP
// server that knows only how to upgrade them.
type webSockets struct {
	server *http.Server
	conns  handedListener
}

func (s *Server) webSockets(ctx context.Context) *webSockets {
	w := &webSockets{conns: handedListener{ch: make(chan net.Conn), done: make(chan struct{})}}
	w.server = &http.Server{
		Handler:           s.upgrade(ctx),
		ReadHeaderTimeout: s.cfg.AuthTimeout,
		MaxHeaderBytes:    16 << 10,
	}
	w.server.SetKeepAlivesEnabled(false)
	go func() { _ = w.server.Serve(&w.conns) }() // ends by Close, with nothing to tell
	return w
}

func (w *webSockets) hand(c net.Conn) {
	select {
	case w.conns.ch <- c:
	case <-w.conns.done:
		_ = c.Close()
	}
}

func (s *Server) upgrade(ctx context.Context) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if !s.knownHost(r.Host) || !s.allowedOrigin(r.Header.Get("Origin"), r.Host) {
			s.cfg.Logger.Warn("bolt: web page refused", "origin", r.Header.Get("Origin"), "host", r.Host)
			http.Error(w, "this page may not connect to this Bolt server", http.StatusForbidden)
			return
		}
		if r.Header.Get("Upgrade") == "" {
			discover(w, r)
			return
		}
		// The origin is checked above, by rules that know of other ports of the own machine.
		ws, err := websocket.Accept(w, r, &websocket.AcceptOptions{InsecureSkipVerify: true})
		if err != nil {
			s.cfg.Logger.Debug("bolt: no WebSocket", "err", err)
			return
		}
		c := websocket.NetConn(context.WithoutCancel(ctx), ws, websocket.MessageBinary)
		defer func() { _ = c.Close() }()
		if !s.enter(c) {
			return
		}
		defer s.leave(c)
		_ = c.SetReadDeadline(time.Now().Add(s.cfg.AuthTimeout)) // fails only on a closed connection
		s.converse(ctx, c, newReader(c))
	}
}

// discover answers a page that asks over HTTP what this server wants of it, as Neo4j Browser does before it connects:
// nothing in particular.
func discover(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Vary", "Origin")
	if origin := r.Header.Get("Origin"); origin != "" { // it was checked
		w.Header().Set("Access-Control-Allow-Origin", origin)
	}
	_, _ = w.Write([]byte("{}\n")) // who asked may be gone
}

// knownHost tells whether the page asked for us by a name that is ours. With TLS the browser has held the name against our
// certificate.
func (s *Server) knownHost(host string) bool {
	name := hostName(host)
	return s.cfg.TLS != nil || isLoopback(name) || net.ParseIP(name) != nil ||
		s.cfg.AdvertisedAddr != "" && strings.EqualFold(name, hostName(s.cfg.AdvertisedAddr)) ||
		slices.ContainsFunc(s.cfg.Hosts, func(h string) bool { return strings.EqualFold(name, h) })
}

// allowedOrigin tells whether a page of that origin may connect. What is no browser sends none.
func (s *Server) allowedOrigin(origin, host string) bool {
	if origin == "" || slices.Contains(s.cfg.Origins, "*") || slices.Contains(s.cfg.Origins, origin) {
		return true
	}
	u, err := url.Parse(origin)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" {
		return false
	}
	return isLoopback(u.Hostname()) || strings.EqualFold(u.Hostname(), hostName(host))
}

func hostName(hostPort string) string {
	if h, _, err := net.SplitHostPort(hostPort); err == nil {
		return h
	}
	return strings.Trim(hostPort, "[]")
}

func isLoopback(name string) bool {
	ip := net.ParseIP(name)
	return strings.EqualFold(name, "localhost") || ip != nil && ip.IsLoopback()
}

// A peekedConn reads what was peeked first.
type peekedConn struct {
	net.Conn
	read *bufio.Reader
}

func (c *peekedConn) Read(p []byte) (int, error) { return c.read.Read(p) }

// A handedListener accepts the connections it is handed.
type handedListener struct {
	ch   chan net.Conn
	done chan struct{}
	once sync.Once
}

func (l *handedListener) Accept() (net.Conn, error) {
	select {
	case c := <-l.ch:
		return c, nil
	case <-l.done:
		return nil, net.ErrClosed
	}
}

func (l *handedListener) Close() error {
	l.once.Do(func() { close(l.done) })
	return nil
}

func (l *handedListener) Addr() net.Addr { return &net.TCPAddr{} }
