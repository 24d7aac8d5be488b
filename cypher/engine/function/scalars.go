package function

import (
	"crypto/rand"
	"encoding/hex"
	"unicode/utf8"

	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/value"
)

func scalars() []*Function {
	const cat = "Scalar"
	return []*Function{
		{
			Name: "char_length", Category: cat, Signature: "char_length(input :: STRING) :: INTEGER",
			Description: "The number of characters of a string.",
			MinArgs:     1, MaxArgs: 1, Deterministic: true, Call: strict(characterLength),
		},
		{
			Name: "character_length", Category: cat, Signature: "character_length(input :: STRING) :: INTEGER",
			Description: "The number of characters of a string.",
			MinArgs:     1, MaxArgs: 1, Deterministic: true, Call: strict(characterLength),
		},
		{
			Name: "coalesce", Category: cat, Signature: "coalesce(input :: ANY) :: ANY",
			Description: "The first argument that is not null; null if all are.",
			MinArgs:     1, MaxArgs: -1, Deterministic: true, Call: coalesce,
		},
		{
			Name: "head", Category: cat, Signature: "head(list :: LIST<ANY>) :: ANY",
			Description: "The first element of a list; null of an empty one.",
			MinArgs:     1, MaxArgs: 1, Deterministic: true, Call: func(_ *Context, args []value.Value) (value.Value, error) {
				return value.At(nil, args[0], value.Int(0))
			},
		},
		{
			Name: "last", Category: cat, Signature: "last(list :: LIST<ANY>) :: ANY",
			Description: "The last element of a list; null of an empty one.",
			MinArgs:     1, MaxArgs: 1, Deterministic: true, Call: func(_ *Context, args []value.Value) (value.Value, error) {
				return value.At(nil, args[0], value.Int(-1))
			},
		},
		{
			Name: "nullIf", Category: cat, Signature: "nullIf(v1 :: ANY, v2 :: ANY) :: ANY",
			Description: "Null where the two arguments are equal, else the first.",
			MinArgs:     2, MaxArgs: 2, Deterministic: true, Call: func(_ *Context, args []value.Value) (value.Value, error) {
				if value.Equal(args[0], args[1]) == value.True {
					return null, nil
				}
				return args[0], nil
			},
		},
		{
			Name: "size", Category: cat, Signature: "size(input :: STRING | LIST<ANY>) :: INTEGER",
			Description: "The number of elements of a list, or of characters of a string.",
			MinArgs:     1, MaxArgs: 1, Deterministic: true, Call: strict(size),
		},
		{
			Name: "valueType", Category: cat, Signature: "valueType(input :: ANY) :: STRING",
			Description: "The name of the most exact type the value has, such as LIST<INTEGER NOT NULL> NOT NULL.",
			MinArgs:     1, MaxArgs: 1, Deterministic: true, Call: func(_ *Context, args []value.Value) (value.Value, error) {
				return value.String(value.ExactType(args[0])), nil
			},
		},
	}
}

// clockAndChance are the scalar functions whose result no argument decides.
func clockAndChance() []*Function {
	const cat = "Scalar"
	return []*Function{
		{
			Name: "randomUUID", Category: cat, Signature: "randomUUID() :: STRING",
			Description: "A random UUID (version 4), another for each call.",
			Call:        randomUUID,
		},
		{
			Name: "timestamp", Category: cat, Signature: "timestamp() :: INTEGER",
			Description: "Milliseconds from 1970-01-01T00:00Z to the start of the statement.",
			Call: func(ctx *Context, _ []value.Value) (value.Value, error) {
				return value.Int(ctx.Now.UnixMilli()), nil
			},
		},
	}
}

func characterLength(_ *Context, args []value.Value) (value.Value, error) {
	s, ok := args[0].AsString()
	if !ok {
		return null, expected("character_length", "a String", args[0])
	}
	return value.Int(int64(utf8.RuneCountInString(s))), nil
}

func coalesce(_ *Context, args []value.Value) (value.Value, error) {
	for i := range args {
		if !args[i].IsNull() {
			return args[i], nil
		}
	}
	return null, nil
}

func size(_ *Context, args []value.Value) (value.Value, error) {
	if l, ok := args[0].AsList(); ok {
		return value.Int(int64(len(l))), nil
	}
	if s, ok := args[0].AsString(); ok {
		return value.Int(int64(utf8.RuneCountInString(s))), nil
	}
	if b, ok := args[0].AsBytes(); ok {
		return value.Int(int64(len(b))), nil
	}
	return null, expected("size", "a String or List", args[0])
}

func randomUUID(*Context, []value.Value) (value.Value, error) {
	var b [16]byte
	if _, err := rand.Read(b[:]); err != nil {
		return null, fault.Wrap(err, fault.UnknownError, "randomUUID(): no random bytes: %s", err.Error())
	}
	b[6], b[8] = b[6]&0x0f|0x40, b[8]&0x3f|0x80 // version 4, variant 1 of RFC 9562
	var out [36]byte
	at := 0
	for i, part := range [...][]byte{b[:4], b[4:6], b[6:8], b[8:10], b[10:]} {
		if i > 0 {
			out[at] = '-'
			at++
		}
		at += hex.Encode(out[at:], part)
	}
	return value.String(string(out[:])), nil
}

func csvFunctions() []*Function {
	return []*Function{
		{
			Name: "file", Category: "Scalar", Signature: "file() :: STRING",
			Description: "The file that LOAD CSV reads; null outside of it.",
			Call: func(ctx *Context, _ []value.Value) (value.Value, error) {
				if ctx.CSVFile == "" {
					return null, nil
				}
				return value.String(ctx.CSVFile), nil
			},
		},
		{
			Name: "linenumber", Category: "Scalar", Signature: "linenumber() :: INTEGER",
			Description: "The line of the file that LOAD CSV has come to; null outside of it.",
			Call: func(ctx *Context, _ []value.Value) (value.Value, error) {
				if ctx.CSVLine == 0 {
					return null, nil
				}
				return value.Int(ctx.CSVLine), nil
			},
		},
	}
}
