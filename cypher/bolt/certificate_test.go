package bolt

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"

	"guestgraph/cypher/bolt/certtest"
)

func writeCertificate(t *testing.T, number int64, certFile, keyFile string) {
	t.Helper()
	if err := certtest.Write(number, certFile, keyFile); err != nil {
		t.Fatal(err)
	}
}

func serveTLS(t *testing.T) (addr, certFile, keyFile string) {
	t.Helper()
	dir := t.TempDir()
	certFile, keyFile = filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem")
	writeCertificate(t, 1, certFile, keyFile)
	settings, err := TLS(certFile, keyFile, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	return serveEngine(t, Config{TLS: settings, ReadOnly: true, AuthTimeout: time.Second}), certFile, keyFile
}

func TestDriverOverTLS(t *testing.T) {
	addr, certFile, _ := serveTLS(t)
	known := x509.NewCertPool()
	pemBytes, err := os.ReadFile(certFile)
	if err != nil || !known.AppendCertsFromPEM(pemBytes) {
		t.Fatal(err)
	}
	for _, test := range []struct {
		scheme string
		roots  *x509.CertPool
		fails  bool
	}{
		{"bolt+s", known, false}, {"neo4j+s", known, false}, {"bolt+ssc", nil, false}, {"neo4j+ssc", nil, false},
		{"bolt+s", nil, true}, {"bolt", nil, true},
	} {
		d, err := neo4j.NewDriverWithContext(test.scheme+"://"+addr, neo4j.NoAuth(), func(c *config.Config) {
			c.MaxTransactionRetryTime = 0
			if test.roots != nil {
				c.TlsConfig = &tls.Config{RootCAs: test.roots}
			}
		})
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
		s := d.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeRead})
		res, err := s.Run(ctx, "UNWIND range(1, 10000) AS x RETURN x", nil)
		if err == nil {
			var rows []*neo4j.Record
			if rows, err = res.Collect(ctx); len(rows) != 10000 {
				t.Errorf("%s: %d rows", test.scheme, len(rows))
			}
		}
		if (err != nil) != test.fails {
			t.Errorf("%s: %v", test.scheme, err)
		}
		cancel()
		_ = d.Close(context.Background())
	}
}

func TestWebSocketOverTLS(t *testing.T) {
	addr, _, _ := serveTLS(t)
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
	defer cancel()
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}
	dial := func(host, origin string) (*websocket.Conn, error) {
		ws, _, err := websocket.Dial(ctx, "wss://"+addr, &websocket.DialOptions{HTTPClient: client, Host: host, HTTPHeader: http.Header{"Origin": {origin}}})
		return ws, err
	}
	if _, err := dial("graph.example", "https://evil.example"); err == nil {
		t.Error("a page of another site may connect")
	}
	ws, err := dial("graph.example", "https://graph.example")
	if err != nil {
		t.Fatal(err)
	}
	c := talk(t, websocket.NetConn(ctx, ws, websocket.MessageBinary), bolt56).login()
	c.run("RETURN 1 AS x")
	c.pull(-1, -1)
	c.expect("SUCCESS", "RECORD [1]", "SUCCESS")
	_ = ws.Close(websocket.StatusNormalClosure, "")
}

// A renewed certificate is used without a restart; files that do not fit change nothing.
func TestCertificateIsRenewed(t *testing.T) {
	addr, certFile, keyFile := serveTLS(t)
	number := func() int64 {
		t.Helper()
		c, err := tls.Dial("tcp", addr, &tls.Config{InsecureSkipVerify: true})
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		return c.ConnectionState().PeerCertificates[0].SerialNumber.Int64()
	}
	later := func(minutes int) { // the clock of files is coarse
		for _, name := range []string{certFile, keyFile} {
			at := time.Now().Add(time.Duration(minutes) * time.Minute)
			if err := os.Chtimes(name, at, at); err != nil {
				t.Fatal(err)
			}
		}
	}
	if got := number(); got != 1 {
		t.Fatalf("certificate %d", got)
	}
	writeCertificate(t, 2, certFile, keyFile+".other")
	later(1)
	if got := number(); got != 1 {
		t.Errorf("certificate %d, whose key is another", got)
	}
	writeCertificate(t, 3, certFile, keyFile)
	later(2)
	if got := number(); got != 3 {
		t.Errorf("certificate %d after it was renewed", got)
	}
	if err := os.Remove(certFile); err != nil {
		t.Fatal(err)
	}
	if got := number(); got != 3 {
		t.Errorf("certificate %d without its file", got)
	}
}

func TestCertificateErrors(t *testing.T) {
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	writeCertificate(t, 1, in("cert"), in("key"))
	writeCertificate(t, 2, in("cert2"), in("key2"))
	if err := os.WriteFile(in("text"), []byte("no PEM"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ cert, key, want string }{
		{"absent", "key", "no such file"}, {"cert", "absent", "no such file"}, {"cert", "key2", "does not match"}, {"text", "key", "failed to find any PEM data"},
		{"key", "cert", "PEM inputs may have been switched"},
	} {
		_, err := TLS(in(test.cert), in(test.key), slog.New(slog.DiscardHandler))
		if err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), in(test.cert)) {
			t.Errorf("%s with %s: %v", test.cert, test.key, err)
		}
	}
}
