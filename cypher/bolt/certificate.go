package bolt

import (
	"crypto/tls"
	"fmt"
	"log/slog"
	"os"
	"sync"
	"time"
)

// TLS reads a certificate, followed by those that lead to a known authority, and its key from PEM files, for Config.TLS.
// A file that changes is read again at the next connection; while the two do not fit, the certificate before stays.
func TLS(certFile, keyFile string, log *slog.Logger) (*tls.Config, error) {
	c := &certificate{certFile: certFile, keyFile: keyFile, log: log}
	if err := c.read(); err != nil {
		return nil, err
	}
	return &tls.Config{MinVersion: tls.VersionTLS12, GetCertificate: c.get}, nil
}

// A certificate follows its files.
type certificate struct {
	certFile, keyFile string
	log               *slog.Logger

	mu    sync.Mutex
	pair  *tls.Certificate
	state [2]fileState // of the files when they were read last, well or not
}

type fileState struct {
	changed time.Time
	size    int64
}

func (c *certificate) get(*tls.ClientHelloInfo) (*tls.Certificate, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.files() != c.state {
		if err := c.read(); err != nil {
			c.log.Warn("bolt: the certificate before is kept", "err", err)
		} else {
			c.log.Info("bolt: certificate read anew", "file", c.certFile, "until", c.pair.Leaf.NotAfter)
		}
	}
	return c.pair, nil
}

func (c *certificate) read() error {
	c.state = c.files()
	pair, err := tls.LoadX509KeyPair(c.certFile, c.keyFile)
	if err != nil {
		return fmt.Errorf("read certificate %s with key %s: %w", c.certFile, c.keyFile, err)
	}
	if end := pair.Leaf.NotAfter; time.Now().After(end) {
		c.log.Warn("bolt: the certificate is no longer valid", "file", c.certFile, "until", end)
	}
	c.pair = &pair
	return nil
}

// files looks at the files; one that is missing has no state.
func (c *certificate) files() (state [2]fileState) {
	for i, name := range []string{c.certFile, c.keyFile} {
		if info, err := os.Stat(name); err == nil {
			state[i] = fileState{info.ModTime(), info.Size()}
		}
	}
	return state
}
