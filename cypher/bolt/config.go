package bolt

import (
	"crypto/tls"
	"log/slog"
	"time"
)

// Config says how a server behaves. Its zero value is an open server for the own machine:
// everybody who reaches it may read and write.
type Config struct {
	// Logger gets what goes wrong, and at debug level who comes and goes. Nil discards.
	Logger *slog.Logger
	// Auth is the one user that may connect; zero for everybody.
	Auth Auth
	// TLS makes clients use it (bolt+s://, neo4j+s://, wss://). Nil is none: everything can be read
	// on the way, passwords too.
	TLS *tls.Config
	// Owner lets sessions call procedures that read and write files of this machine.
	Owner bool
	// ReadOnly refuses every statement that writes.
	ReadOnly bool
	// AdvertisedAddr is the host:port that routing drivers (neo4j://) are sent to. Empty means
	// the address that each client dialled, as it says.
	AdvertisedAddr string
	// MaxConnections bounds the connections at one time; 0 means 1,000.
	MaxConnections int
	// MaxTransactions bounds the transactions open at one time; 0 is no bound. One more waits for
	// a place until MaxTime is over, and then fails with an error after which drivers try again.
	MaxTransactions int
	// MaxTime bounds a transaction from its beginning, its client's silence included; 0 is no
	// bound. Clients may ask for less.
	MaxTime time.Duration
	// IdleTimeout is how long a client may send nothing before it is let go; 0 is for ever. It
	// ends what runs, so let MaxTime be shorter.
	IdleTimeout time.Duration
	// MaxMessage bounds a request in bytes; 0 means 32 MiB. What it decodes to may take eight
	// times as much memory.
	MaxMessage int
	// Grace is how long a shutdown waits for running transactions; 0 means 5 seconds.
	Grace time.Duration
	// AuthTimeout is how long a client may take to introduce itself; 0 means 30 seconds.
	AuthTimeout time.Duration
	// WriteTimeout is how long a client may take to read a reply; 0 means 2 minutes.
	WriteTimeout time.Duration
	// Origins are web origins ("https://example.org"), beside those of the same host and of the
	// own machine, whose pages may connect by WebSocket. "*" is every origin.
	Origins []string
	// Hosts are host names, beside localhost, the advertised one and IP addresses, under which
	// pages may reach the server without TLS. Other names are refused: they may be an attacker's that was
	// pointed at this machine (DNS rebinding).
	Hosts []string
}

func (c Config) withDefaults() Config {
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
	setDefault(&c.MaxConnections, 1000)
	setDefault(&c.MaxMessage, 32<<20)
	setDefault(&c.Grace, 5*time.Second)
	setDefault(&c.AuthTimeout, 30*time.Second)
	setDefault(&c.WriteTimeout, 2*time.Minute)
	return c
}

func setDefault[T int | time.Duration](v *T, d T) {
	if *v <= 0 {
		*v = d
	}
}

// maxUnauthenticated bounds a message of a client that has not introduced itself.
const maxUnauthenticated = 1 << 20
