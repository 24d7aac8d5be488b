package web

import (
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// metrics counts what was asked, in the text format of Prometheus (version 0.0.4).
type metrics struct {
	mu       sync.Mutex
	requests map[requestSeries]*tally
	queries  map[string]int // by outcome
}

type requestSeries struct{ route, code string }

type tally struct {
	n       int
	seconds float64
}

func newMetrics() *metrics {
	return &metrics{requests: map[requestSeries]*tally{}, queries: map[string]int{}}
}

func (m *metrics) request(route string, status int, took time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	key := requestSeries{route, strconv.Itoa(status)}
	t := m.requests[key]
	if t == nil {
		t = &tally{}
		m.requests[key] = t
	}
	t.n++
	t.seconds += took.Seconds()
}

func (m *metrics) query(outcome string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.queries[outcome]++
}

func (m *metrics) text(version string, running int) []byte {
	m.mu.Lock()
	defer m.mu.Unlock()
	var b strings.Builder
	fmt.Fprintf(&b, "# TYPE guestgraph_build_info gauge\nguestgraph_build_info{version=%s} 1\n", strconv.Quote(version))
	b.WriteString("# TYPE guestgraph_http_request_seconds summary\n")
	keys := slices.SortedFunc(maps.Keys(m.requests), func(a, b requestSeries) int {
		return strings.Compare(a.route+a.code, b.route+b.code)
	})
	for _, k := range keys {
		labels := fmt.Sprintf("{route=%s,code=%s}", strconv.Quote(k.route), strconv.Quote(k.code))
		fmt.Fprintf(&b, "guestgraph_http_request_seconds_count%s %d\n", labels, m.requests[k].n)
		fmt.Fprintf(&b, "guestgraph_http_request_seconds_sum%s %g\n", labels, m.requests[k].seconds)
	}
	b.WriteString("# TYPE guestgraph_console_queries_total counter\n")
	for _, outcome := range slices.Sorted(maps.Keys(m.queries)) {
		fmt.Fprintf(&b, "guestgraph_console_queries_total{outcome=%s} %d\n", strconv.Quote(outcome), m.queries[outcome])
	}
	fmt.Fprintf(&b, "# TYPE guestgraph_console_queries_running gauge\nguestgraph_console_queries_running %d\n", running)
	return []byte(b.String())
}

func (s *Server) showMetrics(w http.ResponseWriter, r *http.Request) error {
	body := s.metrics.text(s.Version, len(s.running))
	return send(w, r, answer{kind: "text/plain; version=0.0.4; charset=utf-8", cache: "no-store", body: body})
}
