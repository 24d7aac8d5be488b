package exec

import "guestgraph/cypher/engine/store"

// A token is the name of a label, type or key, looked up once in each execution. A name that is
// not known is looked up again, since the statement itself may bring it.
type token struct {
	name  string
	space space
	run   uint64
	tok   store.Token
}

type space uint8

const (
	labelSpace space = iota
	typeSpace
	keySpace
)

func newToken(s space, name string) *token { return &token{name: name, space: s} }

func (t *token) get(st *state) (store.Token, bool) {
	if t.run == st.run {
		return t.tok, true
	}
	var ok bool
	switch t.space {
	case labelSpace:
		t.tok, ok = st.tx.LookupLabel(t.name)
	case typeSpace:
		t.tok, ok = st.tx.LookupType(t.name)
	default:
		t.tok, ok = st.tx.LookupKey(t.name)
	}
	if ok {
		t.run = st.run
	}
	return t.tok, ok
}

// ensure makes the name known.
func (t *token) ensure(st *state) store.Token {
	if t.run == st.run {
		return t.tok
	}
	switch t.space {
	case labelSpace:
		t.tok = st.tx.EnsureLabel(t.name)
	case typeSpace:
		t.tok = st.tx.EnsureType(t.name)
	default:
		t.tok = st.tx.EnsureKey(t.name)
	}
	t.run = st.run
	return t.tok
}

func tokens(s space, names []string) []*token {
	out := make([]*token, len(names))
	for i, n := range names {
		out[i] = newToken(s, n)
	}
	return out
}
