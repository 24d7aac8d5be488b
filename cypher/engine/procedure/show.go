package procedure

import (
	"strings"

	"guestgraph/cypher/engine/function"
	"guestgraph/cypher/engine/value"
)

// A Listing is what a SHOW command gives.
type Listing struct {
	Columns []Field  // all, in order: what YIELD * gives
	Default []string // the columns without YIELD
	Name    string   // the column that names after the command choose rows by; empty: none may be given
	// Rows emits every row, with a value for each of Columns.
	Rows func(ctx *Context, emit func(row []value.Value) error) error
}

// Show finds a listing by the words of SHOW <filter> <what>, upper case and plural as the parser
// gives them; ok is false for what this server does not list.
func Show(what, filter string) (*Listing, bool) {
	switch what {
	case "INDEXES":
		return showIndexes(filter)
	case "CONSTRAINTS":
		return showConstraints(filter)
	case "PROCEDURES":
		return showProcedures(), true
	case "FUNCTIONS":
		return showFunctions(filter), true
	case "DATABASES":
		return showDatabases(filter), true
	case "TRANSACTIONS":
		return showTransactions(), true
	case "TERMINATE TRANSACTIONS":
		return terminateTransactions(), true
	case "SETTINGS":
		return showSettings(), true
	case "USERS":
		return showUsers(filter), true
	}
	return nil, false
}

// fields makes columns from pairs "name TYPE".
func fields(pairs ...string) []Field {
	out := make([]Field, len(pairs))
	for i, p := range pairs {
		name, typ, _ := strings.Cut(p, " ")
		out[i] = Field{Name: name, Type: typ}
	}
	return out
}

func showProcedures() *Listing {
	return &Listing{
		Columns: fields("name STRING", "description STRING", "mode STRING", "worksOnSystem BOOLEAN", "signature STRING",
			"argumentDescription LIST<MAP>", "returnDescription LIST<MAP>", "admin BOOLEAN", "rolesExecution LIST<STRING>",
			"rolesBoostedExecution LIST<STRING>", "isDeprecated BOOLEAN", "deprecatedBy STRING", "option MAP"),
		Default: []string{"name", "description", "mode", "worksOnSystem"},
		Rows: func(ctx *Context, emit func([]value.Value) error) error {
			if ctx.Procedures == nil {
				return nil
			}
			for _, p := range ctx.Procedures.All() {
				args, yields := make([]value.Value, len(p.Args)), make([]value.Value, len(p.Yields))
				for i, a := range p.Args {
					args[i] = described(a.Name, a.Type, a.Description, a.Default)
				}
				for i, f := range p.Yields {
					yields[i] = described(f.Name, f.Type, f.Description, nil)
				}
				err := emit([]value.Value{
					value.String(p.Name), value.String(p.Description), value.String(p.Mode), value.Bool(p.System), value.String(p.Signature),
					value.List(args), value.List(yields), value.Bool(p.Admin), {}, {}, value.Bool(false), {},
					mapOf(value.Entry{Key: "deprecated", Val: value.Bool(false)}),
				})
				if err != nil {
					return err
				}
			}
			return nil
		},
	}
}

// described is an argument or a column as SHOW PROCEDURES and SHOW FUNCTIONS describe it.
func described(name, typ, description string, def *value.Value) value.Value {
	entries := []value.Entry{
		{Key: "name", Val: value.String(name)}, {Key: "type", Val: value.String(typ)},
		{Key: "description", Val: value.String(description)}, {Key: "isDeprecated", Val: value.Bool(false)},
	}
	if def != nil {
		p := Param{Default: def}
		entries = append(entries, value.Entry{Key: "default", Val: value.String("DefaultParameterValue{value=" + p.defaultText() + ", type=" + typ + "}")})
	}
	return mapOf(entries...)
}

func showFunctions(filter string) *Listing {
	return &Listing{
		Columns: fields("name STRING", "category STRING", "description STRING", "signature STRING", "isBuiltIn BOOLEAN",
			"argumentDescription LIST<MAP>", "returnDescription STRING", "aggregating BOOLEAN", "rolesExecution LIST<STRING>",
			"rolesBoostedExecution LIST<STRING>", "isDeprecated BOOLEAN", "deprecatedBy STRING"),
		Default: []string{"name", "category", "description"},
		Rows: func(_ *Context, emit func([]value.Value) error) error {
			if filter == "USER DEFINED" {
				return nil
			}
			for _, f := range function.Table() {
				overloads := append([]function.Overload{{Signature: f.Signature, Description: f.Description}}, f.Overloads...)
				for _, o := range overloads {
					args, result := signatureParts(o.Signature)
					err := emit([]value.Value{
						value.String(f.Name), value.String(f.Category), value.String(o.Description), value.String(o.Signature), value.Bool(true),
						args, value.String(result), value.Bool(f.Aggregate), {}, {}, value.Bool(f.Deprecated), {},
					})
					if err != nil {
						return err
					}
				}
			}
			return nil
		},
	}
}

// signatureParts gives the arguments and the result type of name(arg :: TYPE, …) :: TYPE.
func signatureParts(signature string) (args value.Value, result string) {
	inner, result, _ := strings.Cut(signature, ") :: ")
	_, inner, _ = strings.Cut(inner, "(")
	var list []value.Value
	for _, arg := range splitArgs(inner) {
		name, typ, ok := strings.Cut(arg, " :: ")
		if ok {
			list = append(list, described(strings.TrimSpace(name), typ, "", nil))
		}
	}
	return value.List(list), result
}

// splitArgs splits at the commas outside angle brackets.
func splitArgs(s string) []string {
	var out []string
	depth, start := 0, 0
	for i, c := range s {
		switch c {
		case '<', '(', '[':
			depth++
		case '>', ')', ']':
			depth--
		case ',':
			if depth == 0 {
				out = append(out, s[start:i])
				start = i + 1
			}
		}
	}
	return append(out, s[start:])
}
