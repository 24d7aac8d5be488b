package feed

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"net/netip"
	"os"
	"strings"
	"syscall"
	"time"
)

const (
	fetchTimeout = 60 * time.Second
	maxRedirects = 5
)

func isURL(source string) bool {
	return strings.HasPrefix(source, "http://") || strings.HasPrefix(source, "https://")
}

// A fetcher gets documents over HTTP within limits of time, size and redirects. Loopback and private addresses are
// refused unless allowed, after name resolution, so that a feed's address cannot be used to reach into the network
// the server stands in.
type fetcher struct {
	client    *http.Client
	userAgent string
	timeout   time.Duration
	cache     *cache // nil for none
}

func newFetcher(o Options) *fetcher {
	control := refusePrivate
	if o.AllowPrivate {
		control = nil
	}
	f := &fetcher{client: newClient(control), userAgent: firstOf(o.UserAgent, "guestgraph"), timeout: o.Timeout}
	if f.timeout == 0 {
		f.timeout = fetchTimeout
	}
	if o.CacheDir != "" {
		f.cache = &cache{dir: o.CacheDir}
	}
	return f
}

// A download is a document on disk, so that reading it may take its time and no memory.
type download struct {
	*os.File
	temporary bool
	charset   string // what the server says; may be empty
	mediaType string // the same
}

// Close removes the file where it was only for this.
func (d *download) Close() error {
	err := d.File.Close()
	if d.temporary {
		err = errors.Join(err, os.Remove(d.Name()))
	}
	return err
}

// get downloads a document of at most limit bytes, decompressed. What the server says has not changed since the
// cache kept it comes from there.
func (f *fetcher) get(ctx context.Context, url string, limit int64) (*download, error) {
	ctx, cancel := context.WithTimeoutCause(ctx, f.timeout, fmt.Errorf("no answer within %v", f.timeout))
	defer cancel()
	d, err := f.request(ctx, url, limit)
	if err != nil && errors.Is(err, context.DeadlineExceeded) {
		return nil, context.Cause(ctx)
	}
	return d, err
}

func (f *fetcher) request(ctx context.Context, url string, limit int64) (*download, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Accept", "application/rss+xml, application/atom+xml, application/xml;q=0.9, application/json;q=0.9, text/plain;q=0.8, */*;q=0.5")
	req.Header.Set("User-Agent", f.userAgent)
	kept := f.cache.find(url)
	kept.ask(req.Header)
	resp, err := f.client.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode == http.StatusNotModified && kept != nil {
		return f.cache.open(kept)
	}
	if resp.StatusCode != http.StatusOK {
		return nil, &statusError{resp.StatusCode, resp.Status}
	}
	file, err := spool(resp.Body, limit)
	if err != nil {
		return nil, err
	}
	d := &download{File: file, temporary: true}
	d.mediaType, d.charset = contentType(resp.Header.Get("Content-Type"))
	return d, f.cache.keep(url, resp.Header, d)
}

// A statusError is an answer that is no document.
type statusError struct {
	code   int
	status string
}

func (e *statusError) Error() string { return "the server answered " + e.status }

// spool writes a body to a temporary file, and goes back to its beginning.
func spool(body io.Reader, limit int64) (*os.File, error) {
	file, err := os.CreateTemp("", "guestgraph-*")
	if err != nil {
		return nil, fmt.Errorf("keep the download: %w", err)
	}
	n, err := io.Copy(file, io.LimitReader(body, limit+1))
	if err == nil && n > limit {
		err = tooLarge(limit)
	}
	if err == nil {
		_, err = file.Seek(0, io.SeekStart)
	}
	if err != nil {
		return nil, errors.Join(err, file.Close(), os.Remove(file.Name()))
	}
	return file, nil
}

func tooLarge(limit int64) error {
	if limit < 1<<20 {
		return fmt.Errorf("larger than %d bytes", limit)
	}
	return fmt.Errorf("larger than %d MiB", limit>>20)
}

func contentType(header string) (mediaType, charset string) {
	mediaType, params, err := mime.ParseMediaType(header)
	if err != nil {
		return "", ""
	}
	return mediaType, params["charset"]
}

// newClient makes a client whose every connection control judges by its address, after name resolution: redirects and
// names that lead somewhere else the second time are judged like the first address.
func newClient(control func(network, address string, c syscall.RawConn) error) *http.Client {
	dialer := &net.Dialer{Timeout: 10 * time.Second, Control: control}
	return &http.Client{
		Transport: &http.Transport{
			DialContext:            dialer.DialContext,
			TLSHandshakeTimeout:    10 * time.Second,
			ResponseHeaderTimeout:  30 * time.Second,
			MaxResponseHeaderBytes: 1 << 20,
			ForceAttemptHTTP2:      true,
		},
		CheckRedirect: func(req *http.Request, via []*http.Request) error {
			if len(via) > maxRedirects {
				return fmt.Errorf("more than %d redirects", maxRedirects)
			}
			if !isURL(req.URL.String()) {
				return errors.New("redirected to something other than http(s)")
			}
			return nil
		},
	}
}

func refusePrivate(_, address string, _ syscall.RawConn) error {
	ap, err := netip.ParseAddrPort(address)
	if err != nil {
		return err
	}
	ip := ap.Addr().Unmap()
	if !ip.IsGlobalUnicast() || ip.IsPrivate() || isShared(ip) {
		return fmt.Errorf("%s is not a public address: allow it with --allow-private", ip)
	}
	return nil
}

// isShared knows the ranges that lead into a network and that netip does not call private: carrier-grade NAT
// (RFC 6598), and IPv6 addresses that carry an IPv4 one (RFC 6052, RFC 3056).
func isShared(ip netip.Addr) bool {
	for _, prefix := range [...]string{"100.64.0.0/10", "192.0.0.0/24", "198.18.0.0/15", "0.0.0.0/8", "64:ff9b::/96", "2002::/16"} {
		if netip.MustParsePrefix(prefix).Contains(ip) {
			return true
		}
	}
	return false
}
