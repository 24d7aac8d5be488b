package value

import (
	"math"
	"strconv"
	"strings"
)

// ToString gives the text of v as toString and string concatenation have it; ok is false for null, lists, maps,
// nodes, relationships and paths, which have none.
func ToString(v Value) (s string, ok bool) {
	if s, ok := v.AsString(); ok {
		return s, true
	}
	b, ok := appendText(nil, v)
	return string(b), ok
}

func appendText(b []byte, v Value) (out []byte, ok bool) {
	switch v.Kind() {
	case KindBool:
		return strconv.AppendBool(b, v.num != 0), true
	case KindInt:
		return strconv.AppendInt(b, int64(v.num), 10), true
	case KindFloat:
		return appendFloat(b, math.Float64frombits(v.num)), true
	case KindString:
		s, _ := v.AsString()
		return append(b, s...), true
	case KindDate:
		d, _ := v.AsDate()
		return d.AppendText(b), true
	case KindLocalTime:
		t, _ := v.AsLocalTime()
		return t.AppendText(b), true
	case KindTime:
		t, _ := v.AsTime()
		return t.AppendText(b), true
	case KindLocalDateTime:
		l, _ := v.AsLocalDateTime()
		return l.AppendText(b), true
	case KindDateTime:
		d, _ := v.AsDateTime()
		return d.AppendText(b), true
	case KindDuration:
		d, _ := v.AsDuration()
		return d.AppendText(b), true
	case KindPoint:
		p, _ := v.AsPoint()
		return p.appendText(b), true
	}
	return b, false
}

// Format gives v as Cypher text: literals where Cypher has them, function calls for temporal values, and patterns for
// nodes, relationships and paths, (:Label {key: 1}). Without a graph the patterns show ids.
func Format(v Value, g Graph) string { return string(AppendFormat(nil, v, g)) }

// AppendFormat appends what Format gives.
func AppendFormat(b []byte, v Value, g Graph) []byte {
	switch k := v.Kind(); k {
	case KindNull:
		return append(b, "null"...)
	case KindString:
		s, _ := v.AsString()
		return appendQuoted(b, s)
	case KindList:
		l, _ := v.AsList()
		b = append(b, '[')
		for i := range l {
			if i > 0 {
				b = append(b, ", "...)
			}
			b = AppendFormat(b, l[i], g)
		}
		return append(b, ']')
	case KindMap:
		m, _ := v.AsMap()
		return appendMap(b, m, g)
	case KindNode:
		return appendNode(b, NodeID(v.num), g)
	case KindRel:
		return appendRel(b, RelID(v.num), g)
	case KindPath:
		p, _ := v.AsPath()
		return appendPath(b, p, g)
	case KindBytes:
		bs, _ := v.AsBytes()
		return appendByteList(b, bs)
	case KindDate, KindLocalTime, KindTime, KindLocalDateTime, KindDateTime, KindDuration:
		b = append(append(b, functionOf(k)...), "('"...)
		b, _ = appendText(b, v)
		return append(b, "')"...)
	}
	b, _ = appendText(b, v)
	return b
}

// functionOf gives the function that makes a temporal kind of a string.
func functionOf(k Kind) string {
	switch k {
	case KindDate:
		return "date"
	case KindLocalTime:
		return "localtime"
	case KindTime:
		return "time"
	case KindLocalDateTime:
		return "localdatetime"
	case KindDateTime:
		return "datetime"
	}
	return "duration"
}

func appendQuoted(b []byte, s string) []byte {
	b = append(b, '\'')
	for i := 0; i < len(s); i++ {
		switch c := s[i]; c {
		case '\'', '\\':
			b = append(b, '\\', c)
		case '\n':
			b = append(b, '\\', 'n')
		case '\r':
			b = append(b, '\\', 'r')
		case '\t':
			b = append(b, '\\', 't')
		default:
			b = append(b, c)
		}
	}
	return append(b, '\'')
}

func appendMap(b []byte, m Map, g Graph) []byte {
	b = append(b, '{')
	for i := range m {
		if i > 0 {
			b = append(b, ", "...)
		}
		b = append(appendName(b, m[i].Key), ": "...)
		b = AppendFormat(b, m[i].Val, g)
	}
	return append(b, '}')
}

// appendName writes a name in backticks where it is no plain identifier.
func appendName(b []byte, s string) []byte {
	plain := s != ""
	for i, c := range s {
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_'
		if !letter && (i == 0 || c < '0' || c > '9') {
			plain = false
		}
	}
	if plain {
		return append(b, s...)
	}
	return append(append(append(b, '`'), strings.ReplaceAll(s, "`", "``")...), '`')
}

func appendNode(b []byte, id NodeID, g Graph) []byte {
	b = append(b, '(')
	if g == nil {
		return append(strconv.AppendUint(append(b, '#'), uint64(id), 10), ')')
	}
	for _, l := range g.NodeLabels(id) {
		b = appendName(append(b, ':'), l)
	}
	return append(appendProperties(b, g.NodeProperties(id), g), ')')
}

func appendRel(b []byte, id RelID, g Graph) []byte {
	b = append(b, '[')
	if g == nil {
		return append(strconv.AppendUint(append(b, '#'), uint64(id), 10), ']')
	}
	b = appendName(append(b, ':'), g.RelType(id))
	return append(appendProperties(b, g.RelProperties(id), g), ']')
}

// appendProperties sets the map off from labels or a type before it.
func appendProperties(b []byte, m Map, g Graph) []byte {
	if len(m) == 0 {
		return b
	}
	if last := b[len(b)-1]; last != '(' && last != '[' {
		b = append(b, ' ')
	}
	return appendMap(b, m, g)
}

func appendPath(b []byte, p *Path, g Graph) []byte {
	b = append(b, '<')
	for i, n := range p.Nodes {
		if i > 0 {
			b = appendStep(b, p.Rels[i-1], p.Nodes[i-1], g)
		}
		b = appendNode(b, n, g)
	}
	return append(b, '>')
}

func appendStep(b []byte, id RelID, from NodeID, g Graph) []byte {
	along := true
	if g != nil {
		start, _ := g.RelEnds(id)
		along = start == from
	}
	if along {
		return append(appendRel(append(b, '-'), id, g), "->"...)
	}
	return append(appendRel(append(b, "<-"...), id, g), '-')
}

func appendByteList(b, bs []byte) []byte {
	b = append(b, '[')
	for i, x := range bs {
		if i > 0 {
			b = append(b, ", "...)
		}
		b = strconv.AppendInt(b, int64(x), 10)
	}
	return append(b, ']')
}

// Describe names a value in an error message the way Neo4j does: Long(1), String("a"), List{Long(1)}.
func Describe(v Value) string { return string(appendDescription(nil, v, 0)) }

// descriptionLimit keeps a message readable whatever the size of the value.
const descriptionLimit = 1000

func appendDescription(b []byte, v Value, depth int) []byte {
	if len(b) > descriptionLimit || depth > 8 {
		return append(b, "..."...)
	}
	switch v.Kind() {
	case KindNull:
		return append(b, "NO_VALUE"...)
	case KindBool:
		b = strconv.AppendBool(append(b, "Boolean('"...), v.num != 0)
		return append(b, "')"...)
	case KindInt:
		return append(strconv.AppendInt(append(b, "Long("...), int64(v.num), 10), ')')
	case KindFloat:
		return append(strconv.AppendFloat(append(b, "Double("...), math.Float64frombits(v.num), 'e', 6, 64), ')')
	case KindString:
		s, _ := v.AsString()
		if len(s) > descriptionLimit {
			s = strings.ToValidUTF8(s[:descriptionLimit], "") + "..."
		}
		return append(append(append(b, `String("`...), s...), `")`...)
	case KindList:
		l, _ := v.AsList()
		b = append(b, "List{"...)
		for i := range l {
			if i > 0 {
				b = append(b, ", "...)
			}
			if b = appendDescription(b, l[i], depth+1); len(b) > descriptionLimit {
				break
			}
		}
		return append(b, '}')
	case KindMap:
		m, _ := v.AsMap()
		b = append(b, "Map{"...)
		for i := range m {
			if i > 0 {
				b = append(b, ", "...)
			}
			b = append(append(b, m[i].Key...), " -> "...)
			if b = appendDescription(b, m[i].Val, depth+1); len(b) > descriptionLimit {
				break
			}
		}
		return append(b, '}')
	case KindNode, KindRel, KindPath, KindBytes:
		return AppendFormat(b, v, nil)
	}
	b, _ = appendText(b, v)
	return b
}
