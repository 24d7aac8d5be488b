package value

import (
	"slices"
	"strings"
)

// An Entry is one key of a Map.
type Entry struct {
	Key string
	Val Value
}

// A Map is sorted by key, each key once. Maps in queries are small: a sorted slice is
// compact, deterministic, and compares without hashing.
type Map []Entry

// NewMap sorts entries in place and gives them as a Map; of equal keys the last one stays.
func NewMap(entries []Entry) Map {
	slices.SortStableFunc(entries, func(a, b Entry) int { return strings.Compare(a.Key, b.Key) })
	out := entries[:0]
	for i, e := range entries {
		if i+1 < len(entries) && entries[i+1].Key == e.Key {
			continue
		}
		out = append(out, e)
	}
	return Map(out)
}

// Get gives the value of key, and null when the map lacks it.
func (m Map) Get(key string) Value {
	v, _ := m.Lookup(key)
	return v
}

// Lookup gives the value of key and whether the map has it.
func (m Map) Lookup(key string) (Value, bool) {
	if len(m) <= 8 {
		for i := range m {
			if m[i].Key == key {
				return m[i].Val, true
			}
		}
		return Value{}, false
	}
	i, ok := slices.BinarySearchFunc(m, key, func(e Entry, k string) int { return strings.Compare(e.Key, k) })
	if !ok {
		return Value{}, false
	}
	return m[i].Val, true
}
