package bolt

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"guestgraph/cypher/engine/value"
)

func BenchmarkEncodeRow(b *testing.B) {
	row := []value.Value{value.String("ada-lovelace"), value.String("Ada Lovelace"), value.Int(1815), value.Float(0.98), value.Node(12),
		value.List([]value.Value{value.String("current"), value.String("former")})}
	w := newWriter(io.Discard)
	w.version, w.utc = bolt5, true
	b.ReportAllocs()
	for b.Loop() {
		w.begin(msgRecord, 1)
		w.listHeader(len(row))
		for i := range row {
			w.value(row[i], testGraph{})
		}
		w.end()
	}
}

// rowsMessage is a RUN whose parameter is a list of n maps, as loaders send it.
func rowsMessage(n int) []byte {
	rows := make([]value.Value, n)
	for i := range rows {
		rows[i] = value.FromMap(value.Map{
			{Key: "status", Val: value.String("former")},
			{Key: "quote", Val: value.String(fmt.Sprintf("Quote %d of someone", i))},
			{Key: "a", Val: value.String(fmt.Sprintf("p%d", i))},
			{Key: "b", Val: value.String(fmt.Sprintf("c%d", i%100))},
			{Key: "e", Val: value.String(fmt.Sprintf("e%d", i%1000))},
		}) // unsorted, as Go's driver sends maps
	}
	e := encoder{version: bolt5, utc: true}
	e.structHeader(msgRun, 3)
	e.string("UNWIND $rows AS r MATCH (a:Person {id: r.a}) MATCH (b:Company {id: r.b}) CREATE (a)-[:WORKED_AT {quote: r.quote}]->(b)")
	e.mapping(value.Map{{Key: "rows", Val: value.List(rows)}}, nil)
	e.mapHeader(0)
	return e.buf
}

func BenchmarkDecode5000Rows(b *testing.B) {
	msg := rowsMessage(5000)
	d := newDecoder()
	d.utc = true
	b.SetBytes(int64(len(msg)))
	b.ReportAllocs()
	for b.Loop() {
		d.reset(msg, 1<<28)
		d.structure()
		_ = d.string()
		if m := d.mapping(); len(m) != 1 || d.err != nil {
			b.Fatal(d.err)
		}
	}
}

// BenchmarkRoundTrip is RUN and PULL over loopback, without an engine behind.
func BenchmarkRoundTrip(b *testing.B) {
	c := dial(b, startServer(b, &fakeDB{}, Config{}), bolt5).login()
	c.out.utc = true
	skip := func(in *bufio.Reader, buf []byte, n int) []byte {
		for range n {
			var err error
			if buf, err = readMessage(in, buf, 1<<20); err != nil {
				b.Fatal(err)
			}
		}
		return buf
	}
	run := []value.Value{value.String("ONE"), extra(), extra()}
	pull := []value.Value{extra(entry("n", value.Int(1000)))}
	_ = c.conn.SetReadDeadline(time.Time{})
	var buf []byte
	b.ReportAllocs()
	for b.Loop() {
		c.queue(msgRun, run...)
		c.queue(msgPull, pull...)
		c.out.flush()
		buf = skip(c.in, buf, 3)
	}
}

func BenchmarkDriverReturn1(b *testing.B) {
	d := connect(b, "bolt://"+serveEngine(b, Config{}))
	ctx := context.Background()
	s := d.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeRead})
	defer func() { _ = s.Close(ctx) }()
	b.ReportAllocs()
	for b.Loop() {
		res, err := s.Run(ctx, "RETURN 1", nil)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := res.Consume(ctx); err != nil {
			b.Fatal(err)
		}
	}
}
