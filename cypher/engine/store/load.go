package store

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"runtime/debug"
	"slices"
	"sync"
	"time"

	"go.etcd.io/bbolt"

	"guestgraph/cypher/engine/value"
)

// Open opens the store in a file, which it creates when there is none. With an empty path the
// store lives in memory only. Errors name the file and what to do.
func Open(path string, o Options) (*Store, error) {
	s := newStore(o)
	if path == "" {
		return s, nil
	}
	start := time.Now()
	d, err := openDisk(path, o)
	if err != nil {
		return nil, err
	}
	s.disk = d
	if err := s.load(); err != nil {
		return nil, errors.Join(err, d.db.Close())
	}
	r := s.root.Load()
	s.opts.Logger.Info("store opened", "path", path, "nodes", r.nodeCount, "relationships", r.relCount, "took", time.Since(start))
	return s, nil
}

// Close ends the store once the running write transaction has ended. Read transactions stay usable.
// Begin of a write fails from then on.
func (s *Store) Close() error {
	s.turn <- struct{}{}
	defer func() { <-s.turn }()
	if s.closed {
		return nil
	}
	s.closed = true
	if s.disk == nil {
		return nil
	}
	if err := s.disk.db.Close(); err != nil {
		return fmt.Errorf("store: close %s: %w", s.disk.path, err)
	}
	return nil
}

// loadEpoch owns the pages that load makes.
const loadEpoch = 1

// A loader makes a root from the file.
type loader struct {
	s *Store
	r *root
}

func (s *Store) load() (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer recoverDamage(s.disk.path, &err)
	l := &loader{s: s, r: &root{}}
	err = s.disk.db.View(func(tx *bbolt.Tx) error {
		if err := l.meta(tx); err != nil {
			return err
		}
		if err := l.names(tx); err != nil {
			return damaged(s.disk.path, err.Error())
		}
		if err := eachRecord(tx.Bucket([]byte(bucketNodes)), l.node); err != nil {
			return damaged(s.disk.path, "node "+err.Error())
		}
		if err := eachRecord(tx.Bucket([]byte(bucketRels)), l.rel); err != nil {
			return damaged(s.disk.path, "relationship "+err.Error())
		}
		m := tx.Bucket([]byte(bucketMeta))
		if n, r := getUint(m, metaNodes), getUint(m, metaRels); n != uint64(l.r.nodeCount) || r != uint64(l.r.relCount) {
			return damaged(s.disk.path, fmt.Sprintf("it has %d nodes and %d relationships and should have %d and %d",
				l.r.nodeCount, l.r.relCount, n, r))
		}
		return l.schema(tx)
	})
	if err != nil {
		return err
	}
	l.r.shapes, l.r.sets = s.reg.shapes, s.reg.sets
	s.epoch = loadEpoch
	l.adjacency()
	l.freeIDs()
	if err := l.trees(); err != nil {
		return damaged(s.disk.path, err.Error())
	}
	s.root.Store(l.r)
	return nil
}

func (l *loader) meta(tx *bbolt.Tx) error {
	path := l.s.disk.path
	b := tx.Bucket([]byte(bucketMeta))
	if b == nil || string(b.Get([]byte(metaMagic))) != magic {
		return fmt.Errorf("store: %s is a file of another program; name another file, or move this one away to start an empty store", path)
	}
	if v := getUint(b, metaFormat); v != format {
		return fmt.Errorf("store: %s has format %d and this program reads format %d; use the version of guestgraph that wrote it", path, v, format)
	}
	for _, name := range buckets() {
		if tx.Bucket([]byte(name)) == nil {
			return damaged(path, "it lacks the bucket "+name)
		}
	}
	l.s.uuid = string(b.Get([]byte(metaUUID)))
	l.s.created = time.UnixMilli(int64(getUint(b, metaCreated)))
	l.r.version = getUint(b, metaVersion)
	return nil
}

func getUint(b *bbolt.Bucket, key string) uint64 {
	v := b.Get([]byte(key))
	if len(v) != 8 {
		return 0
	}
	return binary.BigEndian.Uint64(v)
}

// names reads all tokens.
func (l *loader) names(tx *bbolt.Tx) error {
	for bucket, t := range map[string]*tokens{bucketLabels: &l.r.labels, bucketTypes: &l.r.types, bucketKeys: &l.r.keys} {
		if err := l.tokens(tx.Bucket([]byte(bucket)), t); err != nil {
			return fmt.Errorf("bucket %s: %w", bucket, err)
		}
	}
	l.r.byLabel = make([]bitset, len(l.r.labels.names))
	l.r.byType = make([]bitset, len(l.r.types.names))
	return nil
}

func (l *loader) tokens(b *bbolt.Bucket, t *tokens) error {
	t.ids, t.epoch = map[string]Token{}, loadEpoch
	return b.ForEach(func(k, v []byte) error {
		if len(k) != 4 || binary.BigEndian.Uint32(k) != uint32(len(t.names)) {
			return errRecord
		}
		t.ids[string(v)] = Token(len(t.names))
		t.names = append(t.names, string(v))
		return nil
	})
}

// eachRecord calls f with every record, its checksum checked.
func eachRecord(b *bbolt.Bucket, f func(id uint32, rec []byte) error) error {
	c := b.Cursor()
	for k, v := c.First(); k != nil; k, v = c.Next() {
		body, err := unseal(k, v)
		if err == nil {
			err = f(binary.BigEndian.Uint32(k), body)
		}
		if err != nil {
			return fmt.Errorf("%x: %w", k, err)
		}
	}
	return nil
}

func (l *loader) node(id uint32, b []byte) error {
	n, b, err := readUvarint(b)
	if err != nil || int(n) > len(l.r.labels.names) {
		return errRecord
	}
	var buf [16]Token
	labels := buf[:0]
	for range n {
		var t uint32
		if t, b, err = readUvarint(b); err != nil || int(t) >= len(l.r.labels.names) {
			return errRecord
		}
		labels = append(labels, Token(t))
		l.r.byLabel[t].set(id, true, loadEpoch)
	}
	if !slices.IsSorted(labels) {
		return errRecord
	}
	p := l.r.nodes.own(id, loadEpoch)
	rec := &p.recs[id&pageMask]
	rec.labels = l.s.reg.set(labels, &l.r.labels) + 1
	l.r.nextNode = id + 1
	l.r.nodeCount++
	rec.shape, rec.off, err = l.props(l.s.nodePack, &p.ext, b)
	return err
}

func (l *loader) rel(id uint32, b []byte) error {
	var head [3]uint32
	var err error
	for i := range head {
		if head[i], b, err = readUvarint(b); err != nil {
			return err
		}
	}
	if int(head[0]) >= len(l.r.types.names) || l.r.node(head[1]) == nil || l.r.node(head[2]) == nil {
		return errors.New("names a type or a node that does not exist")
	}
	l.r.byType[head[0]].set(id, true, loadEpoch)
	p := l.r.rels.own(id, loadEpoch)
	rec := &p.recs[id&pageMask]
	rec.typ, rec.start, rec.end = head[0]+1, head[1], head[2]
	l.r.nextRel = id + 1
	l.r.relCount++
	rec.shape, rec.off, err = l.props(l.s.relPack, &p.ext, b)
	return err
}

func (l *loader) props(p *packer, s *slab, b []byte) (shape, off uint32, err error) {
	var buf [16]prop
	props, err := readProps(buf[:0], b)
	if err != nil {
		return 0, 0, err
	}
	if n := len(props); n > 0 && int(props[n-1].key) >= len(l.r.keys.names) {
		return 0, 0, errRecord
	}
	if p.last != s && p.last != nil { // the page before is complete
		p.last.buf = bytes.Clone(p.last.buf)
	}
	s.epoch = loadEpoch
	shape, off = p.write(s, props)
	return shape, off, nil
}

func (l *loader) schema(tx *bbolt.Tx) error {
	s := newSchema()
	if n := getUint(tx.Bucket([]byte(bucketMeta)), metaSchema); n != 0 {
		s = &schema{nextID: int64(n)}
	}
	l.r.schema = s
	err := tx.Bucket([]byte(bucketIndexes)).ForEach(func(_, data []byte) error {
		var st storedIndex
		if err := json.Unmarshal(data, &st); err != nil {
			return err
		}
		ix := &st.Index
		if cfg, _, err := value.DecodeBinary(st.Config); err == nil {
			ix.Config, _ = cfg.AsMap()
		}
		s.indexes = append(s.indexes, ix)
		return l.resolve(ix)
	})
	if err == nil {
		err = tx.Bucket([]byte(bucketConstraints)).ForEach(func(_, data []byte) error {
			c := new(Constraint)
			s.constraints = append(s.constraints, c)
			return json.Unmarshal(data, c)
		})
	}
	if err != nil {
		return damaged(l.s.disk.path, "schema: "+err.Error())
	}
	return nil
}

// resolve finds the tokens of an index and gives it a place among the trees.
func (l *loader) resolve(ix *Index) error {
	ix.tree = -1
	if !ix.hasTree() {
		return nil
	}
	names := &l.r.labels
	if ix.Rel {
		names = &l.r.types
	}
	for _, n := range ix.Labels {
		t, ok := names.lookup(n)
		if !ok {
			return fmt.Errorf("index %s is over %s, which has no token", ix.Name, n)
		}
		ix.labels = append(ix.labels, t)
	}
	for _, n := range ix.Properties {
		t, ok := l.r.keys.lookup(n)
		if !ok {
			return fmt.Errorf("index %s is over %s, which has no token", ix.Name, n)
		}
		ix.keys = append(ix.keys, t)
	}
	ix.tree = len(l.r.trees)
	l.r.trees = append(l.r.trees, tree{})
	return nil
}

// trees fills all index trees at once.
func (l *loader) trees() error {
	l.r.schema.reindex()
	var wg sync.WaitGroup
	errs := make([]error, len(l.r.schema.indexes))
	for i, ix := range l.r.schema.indexes {
		if ix.tree < 0 {
			continue
		}
		wg.Go(func() {
			t := &Tx{s: l.s, r: l.r, w: &writer{epoch: loadEpoch}}
			l.r.trees[ix.tree], errs[i] = t.fill(ix)
		})
	}
	wg.Wait()
	return errors.Join(errs...)
}

// adjChunk is the number of entries of the arrays that lists are cut from on open.
const adjChunk = 1 << 15

// adjacency builds the lists: it counts, cuts exact room for each list from large arrays, and
// fills them.
func (l *loader) adjacency() {
	l.eachEnd(func(node uint32, dir Direction, typ Token, _ Adj) {
		rec := &l.r.adj.own(node, loadEpoch).recs[node&pageMask]
		i := findGroup(rec.side[dir], typ)
		if i < 0 {
			i = len(rec.side[dir])
			rec.side[dir] = append(append(make([]adjGroup, 0, i+1), rec.side[dir]...), adjGroup{typ: typ})
			rec.epoch = loadEpoch
		}
		rec.side[dir][i].dead++ // the count, for now
	})
	var chunk []Adj
	for id := range l.r.nextNode {
		rec := l.r.adj.rec(id)
		if rec == nil {
			continue
		}
		for _, groups := range rec.side {
			for i := range groups {
				n := int(groups[i].dead)
				if len(chunk) < n {
					chunk = make([]Adj, max(n, adjChunk))
				}
				groups[i].list, groups[i].dead = chunk[:0:n], 0
				chunk = chunk[n:]
			}
		}
	}
	l.eachEnd(func(node uint32, dir Direction, typ Token, a Adj) {
		groups := l.r.adj.rec(node).side[dir]
		g := &groups[findGroup(groups, typ)]
		g.list = append(g.list, a)
	})
}

// eachEnd calls f with both ends of every relationship.
func (l *loader) eachEnd(f func(node uint32, dir Direction, typ Token, a Adj)) {
	for id := range l.r.nextRel {
		rec := l.r.rel(id)
		if rec == nil {
			continue
		}
		typ := Token(rec.typ - 1)
		f(rec.start, Out, typ, Adj{value.RelID(id), value.NodeID(rec.end)})
		f(rec.end, In, typ, Adj{value.RelID(id), value.NodeID(rec.start)})
	}
}

// freeIDs collects the ids that deletions left, so that the lowest is used first.
func (l *loader) freeIDs() {
	for id := int(l.r.nextNode) - 1; id >= 0; id-- {
		if l.r.node(uint32(id)) == nil {
			l.s.ids.nodes = append(l.s.ids.nodes, uint32(id))
		}
	}
	for id := int(l.r.nextRel) - 1; id >= 0; id-- {
		if l.r.rel(uint32(id)) == nil {
			l.s.ids.rels = append(l.s.ids.rels, uint32(id))
		}
	}
}
