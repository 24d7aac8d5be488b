package procedure

import (
	"strings"
	"time"

	"guestgraph/cypher/engine/store"
	"guestgraph/cypher/engine/value"
)

// databaseProcedures tell of the database and make tokens.
func databaseProcedures() []*Procedure {
	return []*Procedure{
		names("db.labels", "label", "The labels that nodes have.", (*store.Tx).LabelNames),
		names("db.relationshipTypes", "relationshipType", "The types that relationships have.", (*store.Tx).TypeNames),
		names("db.propertyKeys", "propertyKey", "The property keys ever used.", (*store.Tx).KeyNames),
		{
			Name: "db.ping", Mode: Read, System: true, Description: "Gives true: the connection works.",
			Yields: []Field{{"success", "BOOLEAN", "Always true."}},
			Call: func(_ *Context, _ []value.Value, emit func([]value.Value) error) error {
				return emit([]value.Value{value.Bool(true)})
			},
		},
		info("db.info", Read, "Tells which database this is.", func(ctx *Context) string { return ctx.Database }),
		create("db.createLabel", "newLabel", "Makes a label known.", func(tx *store.Tx, name string) { tx.EnsureLabel(name) }),
		create("db.createRelationshipType", "newRelationshipType", "Makes a relationship type known.",
			func(tx *store.Tx, name string) { tx.EnsureType(name) }),
		create("db.createProperty", "newProperty", "Makes a property key known.", func(tx *store.Tx, name string) { tx.EnsureKey(name) }),
	}
}

// names makes a procedure that lists names.
func names(name, column, description string, list func(*store.Tx) []string) *Procedure {
	return &Procedure{
		Name: name, Mode: Read, System: true, Description: description,
		Yields: []Field{{column, "STRING", "The name."}},
		Call: func(ctx *Context, _ []value.Value, emit func([]value.Value) error) error {
			for _, n := range list(ctx.Tx) {
				if err := emit([]value.Value{value.String(n)}); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

// info makes a procedure that gives id, name and creation date.
func info(name, mode, description string, database func(*Context) string) *Procedure {
	return &Procedure{
		Name: name, Mode: mode, System: true, Description: description,
		Yields: []Field{
			{"id", "STRING", "The id."}, {"name", "STRING", "The name."}, {"creationDate", "STRING", "When it was made, in UTC."},
		},
		Call: func(ctx *Context, _ []value.Value, emit func([]value.Value) error) error {
			return emit([]value.Value{
				value.String(databaseID(ctx)), value.String(database(ctx)),
				value.String(ctx.Tx.Created().UTC().Format("2006-01-02T15:04:05.000Z")),
			})
		},
	}
}

// databaseID is the database's id as Neo4j shows ids of databases: in hexadecimal, without dashes.
func databaseID(ctx *Context) string {
	return strings.ToUpper(strings.ReplaceAll(ctx.Tx.DatabaseID(), "-", ""))
}

func create(name, arg, description string, make func(tx *store.Tx, name string)) *Procedure {
	return &Procedure{
		Name: name, Mode: Write, Description: description,
		Args: []Param{{Name: arg, Type: "STRING", Description: "Its name."}},
		Call: func(ctx *Context, args []value.Value, _ func([]value.Value) error) error {
			s, ok := args[0].AsString()
			if !ok || s == "" {
				return failed(name, "java.lang.IllegalArgumentException: %s must be a name", arg)
			}
			make(ctx.Tx, s)
			return nil
		},
	}
}

// timestamp is a time as SHOW gives it.
func timestamp(t time.Time) value.Value {
	if t.IsZero() {
		return value.Value{}
	}
	return value.String(t.UTC().Format("2006-01-02T15:04:05.000Z"))
}
