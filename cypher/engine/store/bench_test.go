package store

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"guestgraph/cypher/engine/value"
)

// career is the generated who-worked-where graph of the benchmarks: per relationship 1/20 person,
// 1/10 episode and few companies, six properties on each relationship.
type career struct {
	s                                      *Store
	person, company, episode               Token
	worked, guest, mentions                Token
	id, name                               Token
	quote, inEpisode, status               Token
	startAt, endAt, confidence             Token
	people, episodes, companies, relations int
	r                                      *rand.Rand
}

const benchBatch = 5000

func newCareer(b testing.TB, s *Store, relations int) *career {
	g := &career{s: s, people: relations / 20, episodes: relations / 10, companies: max(relations/150, 10), relations: relations,
		r: rand.New(rand.NewPCG(7, 7))}
	tx := begin(b, s, true)
	for _, l := range []string{"Person", "Company", "Episode"} {
		if _, err := tx.CreateConstraint(ConstraintDef{Label: l, Properties: []string{"id"}}); err != nil {
			b.Fatal(err)
		}
	}
	if _, err := tx.CreateIndex(IndexDef{Labels: []string{"Person"}, Properties: []string{"name"}}); err != nil {
		b.Fatal(err)
	}
	g.person, g.company, g.episode = tx.EnsureLabel("Person"), tx.EnsureLabel("Company"), tx.EnsureLabel("Episode")
	g.worked, g.guest, g.mentions = tx.EnsureType("WORKED_AT"), tx.EnsureType("GUEST_ON"), tx.EnsureType("MENTIONS")
	g.id, g.name = tx.EnsureKey("id"), tx.EnsureKey("name")
	g.quote, g.inEpisode, g.status = tx.EnsureKey("quote"), tx.EnsureKey("episode"), tx.EnsureKey("status")
	g.startAt, g.endAt, g.confidence = tx.EnsureKey("start"), tx.EnsureKey("end"), tx.EnsureKey("confidence")
	commit(b, tx)
	return g
}

func (g *career) word() string {
	w := []byte{byte('A' + g.r.IntN(26))}
	for range 5 {
		w = append(w, byte('a'+g.r.IntN(26)))
	}
	return string(w)
}

// batches runs f n times in transactions of benchBatch.
func (g *career) batches(b testing.TB, n int, f func(tx *Tx, i int) error) {
	for i := 0; i < n; {
		tx := begin(b, g.s, true)
		for end := min(i+benchBatch, n); i < end; i++ {
			if err := f(tx, i); err != nil {
				b.Fatal(err)
			}
		}
		commit(b, tx)
	}
}

func (g *career) loadNodes(b testing.TB) {
	for _, kind := range []struct {
		label  Token
		prefix string
		n      int
	}{{g.person, "p", g.people}, {g.company, "c", g.companies}, {g.episode, "e", g.episodes}} {
		g.batches(b, kind.n, func(tx *Tx, i int) error {
			id := tx.CreateNode([]Token{kind.label})
			return errors.Join(
				tx.SetNodeProperty(id, g.id, value.String(fmt.Sprintf("%s%d", kind.prefix, i))),
				tx.SetNodeProperty(id, g.name, value.String(g.word()+" "+g.word())))
		})
	}
}

func (g *career) loadRels(b testing.TB) {
	person := func() value.NodeID { return value.NodeID(g.r.IntN(g.people)) }
	company := func() value.NodeID {
		return value.NodeID(g.people + int(g.r.ExpFloat64()*float64(g.companies)/20)%g.companies)
	}
	episode := func() value.NodeID { return value.NodeID(g.people + g.companies + g.r.IntN(g.episodes)) }
	statuses := []value.Value{value.String("current"), value.String("former"), value.String("unknown")}
	g.batches(b, g.relations, func(tx *Tx, i int) error {
		var id value.RelID
		switch {
		case i < g.relations/10:
			id = tx.CreateRel(g.worked, person(), company())
		case i < g.relations/4:
			id = tx.CreateRel(g.guest, person(), episode())
		default:
			id = tx.CreateRel(g.mentions, episode(), company())
		}
		return errors.Join(
			tx.SetRelProperty(id, g.inEpisode, value.String(fmt.Sprintf("e%d", g.r.IntN(g.episodes)))),
			tx.SetRelProperty(id, g.quote, value.String(g.word()+" of "+g.word())),
			tx.SetRelProperty(id, g.status, statuses[g.r.IntN(3)]),
			tx.SetRelProperty(id, g.startAt, value.Int(10)),
			tx.SetRelProperty(id, g.endAt, value.Int(30)),
			tx.SetRelProperty(id, g.confidence, value.Float(0.9)))
	})
}

func heap() uint64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// BenchmarkLoad loads relationships durably in batches of 5,000 with six properties each, and
// reports what they cost in memory and on disk, and how long opening the file takes.
func BenchmarkLoad(b *testing.B) {
	for _, n := range []int{100_000, 1_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			if n > 100_000 && testing.Short() {
				b.Skip("short")
			}
			for b.Loop() {
				path := filepath.Join(b.TempDir(), "graph.db")
				before := heap()
				s := openFile(b, path, Options{})
				g := newCareer(b, s, n)
				start := time.Now()
				g.loadNodes(b)
				b.ReportMetric(float64(g.people+g.episodes+g.companies)/time.Since(start).Seconds(), "nodes/s")
				start = time.Now()
				g.loadRels(b)
				b.ReportMetric(float64(n)/time.Since(start).Seconds(), "rels/s")
				b.ReportMetric(float64(heap()-before)/float64(n), "B/rel")
				if err := s.Close(); err != nil {
					b.Fatal(err)
				}
				s, g.s = nil, nil
				before = heap()
				start = time.Now()
				s = openFile(b, path, Options{})
				b.ReportMetric(time.Since(start).Seconds(), "open-s")
				b.ReportMetric(float64(heap()-before)/float64(n), "opened-B/rel")
				start = time.Now()
				runtime.GC()
				b.ReportMetric(time.Since(start).Seconds()*1000, "gc-ms")
				runtime.KeepAlive(s)
				b.ReportMetric(float64(s.Stats().FileBytes)/float64(n), "disk-B/rel")
			}
		})
	}
}

func benchGraph(b *testing.B) *career {
	g := newCareer(b, memory(b), 100_000)
	g.loadNodes(b)
	g.loadRels(b)
	b.ReportAllocs()
	return g
}

func BenchmarkExpand(b *testing.B) {
	g := benchGraph(b)
	tx := begin(b, g.s, false)
	n, i := 0, 0
	for b.Loop() {
		for _, a := range tx.Adjacent(value.NodeID(i%g.people), Out, g.worked) {
			n += int(a.Node)
		}
		i++
	}
}

func BenchmarkProperty(b *testing.B) {
	g := benchGraph(b)
	tx := begin(b, g.s, false)
	b.Run("int", func(b *testing.B) {
		b.ReportAllocs()
		i := 0
		for b.Loop() {
			tx.RelPropertyAt(value.RelID(i%g.relations), g.startAt)
			i += 17
		}
	})
	b.Run("string", func(b *testing.B) {
		b.ReportAllocs()
		i := 0
		for b.Loop() {
			tx.RelPropertyAt(value.RelID(i%g.relations), g.status)
			i += 17
		}
	})
}

func BenchmarkSeek(b *testing.B) {
	g := benchGraph(b)
	tx := begin(b, g.s, false)
	ix, _ := tx.FindIndex(g.person, []Token{g.id}, false)
	ids := make([]value.Value, 1000)
	for i := range ids {
		ids[i] = value.String(fmt.Sprintf("p%d", g.r.IntN(g.people)))
	}
	i := 0
	for b.Loop() {
		c := tx.Seek(ix, ids[i%len(ids):i%len(ids)+1])
		if _, ok := c.Next(); !ok {
			b.Fatal("not found")
		}
		i++
	}
}

func BenchmarkScan(b *testing.B) {
	g := benchGraph(b)
	tx := begin(b, g.s, false)
	for b.Loop() {
		c := tx.NodesWithLabel(g.episode)
		for _, ok := c.Next(); ok; _, ok = c.Next() {
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*g.episodes), "ns/node")
}

func BenchmarkCreateRel(b *testing.B) {
	g := newCareer(b, memory(b), 100_000)
	g.loadNodes(b)
	b.ReportAllocs()
	tx := begin(b, g.s, true)
	i := 0
	for b.Loop() {
		id := tx.CreateRel(g.worked, value.NodeID(i%g.people), value.NodeID(i*7%g.people))
		if err := tx.SetRelProperty(id, g.startAt, value.Int(int64(i))); err != nil {
			b.Fatal(err)
		}
		i++
	}
	tx.Rollback()
}

func BenchmarkCommit(b *testing.B) {
	for _, noSync := range []bool{false, true} {
		b.Run(fmt.Sprintf("noSync=%v", noSync), func(b *testing.B) {
			b.ReportAllocs()
			s := openFile(b, filepath.Join(b.TempDir(), "graph.db"), Options{NoSync: noSync})
			g := newCareer(b, s, 20_000)
			g.loadNodes(b)
			g.loadRels(b)
			i := 0
			for b.Loop() {
				tx := begin(b, s, true)
				if err := tx.SetNodeProperty(value.NodeID(i*31%g.people), g.name, value.String("new")); err != nil {
					b.Fatal(err)
				}
				commit(b, tx)
				i++
			}
		})
	}
}
