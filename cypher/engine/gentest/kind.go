package gentest

import "strings"

// A kind is the type of an expression as the generator knows it. A list of k is "[" + k + "]".
type kind string

const (
	kInt      kind = "int"
	kFloat    kind = "float"
	kString   kind = "string"
	kBool     kind = "bool"
	kDate     kind = "date"
	kLocal    kind = "localtime"
	kTime     kind = "time"
	kLocalDT  kind = "localdatetime"
	kZoned    kind = "datetime"
	kDuration kind = "duration"
	kPoint    kind = "point"
	kMap      kind = "map"
	kNode     kind = "node"
	kRel      kind = "rel"
	kPath     kind = "path"
	kShortest kind = "shortest" // one of several shortest paths: only its length is certain
)

func listOf(k kind) kind { return "[" + k + "]" }

func (k kind) isList() bool { return k[0] == '[' }

// elem is the kind of the elements of a list.
func (k kind) elem() kind { return k[1 : len(k)-1] }

// isEntity tells whether values of k hold nodes or relationships, which no order sorts alike everywhere.
func (k kind) isEntity() bool {
	s := strings.Trim(string(k), "[]")
	return s == string(kNode) || s == string(kRel) || s == string(kPath) || s == string(kShortest)
}

// scalars are the kinds that properties and columns have most.
var scalars = []kind{kInt, kInt, kInt, kString, kString, kBool, kFloat, kDate, kLocal, kTime, kLocalDT, kZoned, kDuration, kPoint}

// A property is a key and the kind of its values.
type property struct {
	key  string
	kind kind
}

// nodeKeys and relKeys are the properties that nodes and relationships have, with the same kind everywhere.
var (
	nodeKeys = []property{
		{"id", kInt}, {"k", kInt}, {"k", kInt}, {"f", kFloat}, {"s", kString}, {"s", kString}, {"b", kBool}, {"d", kDate}, {"lt", kLocal},
		{"t", kTime}, {"ldt", kLocalDT}, {"dt", kZoned}, {"dur", kDuration}, {"p", kPoint}, {"l", listOf(kInt)}, {"ls", listOf(kString)},
	}
	relKeys    = []property{{"id", kInt}, {"w", kInt}, {"w", kInt}, {"since", kDate}, {"note", kString}, {"f", kFloat}}
	labelNames = []string{"A", "B", "C"}
	typeNames  = []string{"R", "S", "T"}
)

func keysOf(k kind) []property {
	switch k {
	case kNode:
		return nodeKeys
	case kRel:
		return relKeys
	}
	return nil
}
