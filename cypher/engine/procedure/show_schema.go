package procedure

import (
	"fmt"
	"strings"

	"guestgraph/cypher/engine/store"
	"guestgraph/cypher/engine/value"
)

func showIndexes(filter string) (*Listing, bool) {
	switch filter {
	case "", "ALL", "RANGE", "TEXT", "POINT", "LOOKUP", "FULLTEXT", "VECTOR":
	default:
		return nil, false
	}
	return &Listing{
		Columns: fields("id INTEGER", "name STRING", "state STRING", "populationPercent FLOAT", "type STRING", "entityType STRING",
			"labelsOrTypes LIST<STRING>", "properties LIST<STRING>", "indexProvider STRING", "owningConstraint STRING",
			"lastRead ZONED DATETIME", "readCount INTEGER", "trackedSince ZONED DATETIME", "options MAP", "failureMessage STRING",
			"createStatement STRING"),
		Default: []string{"id", "name", "state", "populationPercent", "type", "entityType", "labelsOrTypes", "properties",
			"indexProvider", "owningConstraint", "lastRead", "readCount"},
		Rows: func(ctx *Context, emit func([]value.Value) error) error {
			for _, ix := range ctx.Tx.Indexes() {
				if filter != "" && filter != "ALL" && filter != ix.Kind.String() {
					continue
				}
				labels, properties := stringsOf(ix.Labels), stringsOf(ix.Properties)
				if ix.Kind == store.Lookup {
					labels, properties = value.Value{}, value.Value{}
				}
				err := emit([]value.Value{
					value.Int(ix.ID), value.String(ix.Name), value.String("ONLINE"), value.Float(100), value.String(ix.Kind.String()),
					entityType(ix.Rel), labels, properties, value.String(ix.Kind.Provider()), orNull(ix.Constraint),
					{}, {}, {}, options(ix), value.String(""), value.String(createIndex(ix)),
				})
				if err != nil {
					return err
				}
			}
			return nil
		},
	}, true
}

func entityType(rel bool) value.Value {
	if rel {
		return value.String("RELATIONSHIP")
	}
	return value.String("NODE")
}

func options(ix *store.Index) value.Value {
	return mapOf(
		value.Entry{Key: "indexConfig", Val: value.FromMap(ix.Config)},
		value.Entry{Key: "indexProvider", Val: value.String(ix.Kind.Provider())})
}

// quoted writes names in backquotes, a backquote in them twice.
func quoted(names []string, before, between string) string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = before + "`" + strings.ReplaceAll(n, "`", "``") + "`"
	}
	return strings.Join(out, between)
}

// createIndex gives the statement that makes the index again.
func createIndex(ix *store.Index) string {
	name := quoted([]string{ix.Name}, "", "")
	if ix.Constraint != "" {
		return createUnique(name, ix.Rel, ix.Labels, ix.Properties)
	}
	if ix.Kind == store.Lookup {
		if ix.Rel {
			return "CREATE LOOKUP INDEX " + name + " FOR ()-[r]-() ON EACH type(r)"
		}
		return "CREATE LOOKUP INDEX " + name + " FOR (n) ON EACH labels(n)"
	}
	entity, variable := target(ix.Rel, ix.Labels)
	properties := "(" + quoted(ix.Properties, variable+".", ", ") + ")"
	if ix.Kind == store.Fulltext {
		properties = "EACH [" + quoted(ix.Properties, variable+".", ", ") + "]"
	}
	s := fmt.Sprintf("CREATE %s INDEX %s FOR %s ON %s", ix.Kind, name, entity, properties)
	if len(ix.Config) == 0 {
		return s
	}
	entries := make([]string, len(ix.Config))
	for i, e := range ix.Config {
		entries[i] = "`" + e.Key + "`: " + value.Format(e.Val, nil)
	}
	return s + " OPTIONS {indexConfig: {" + strings.Join(entries, ",") + "}}"
}

// target gives the pattern of an index or constraint and its variable.
func target(rel bool, labels []string) (entity, variable string) {
	if rel {
		return "()-[r:" + quoted(labels, "", "|") + "]-()", "r"
	}
	return "(n:" + quoted(labels, "", "|") + ")", "n"
}

func createUnique(name string, rel bool, labels, properties []string) string {
	entity, variable := target(rel, labels)
	return fmt.Sprintf("CREATE CONSTRAINT %s FOR %s REQUIRE (%s) IS UNIQUE", name, entity, quoted(properties, variable+".", ", "))
}

func showConstraints(filter string) (*Listing, bool) {
	words := strings.Fields(filter)
	want := func(c *store.Constraint) bool { // only uniqueness is ever there
		for _, w := range words {
			switch w {
			case "NODE":
				if c.Rel {
					return false
				}
			case "RELATIONSHIP", "REL":
				if !c.Rel {
					return false
				}
			case "ALL", "UNIQUE", "UNIQUENESS":
			default:
				return false
			}
		}
		return true
	}
	return &Listing{
		Columns: fields("id INTEGER", "name STRING", "type STRING", "entityType STRING", "labelsOrTypes LIST<STRING>",
			"properties LIST<STRING>", "ownedIndex STRING", "propertyType STRING", "options MAP", "createStatement STRING"),
		Default: []string{"id", "name", "type", "entityType", "labelsOrTypes", "properties", "ownedIndex", "propertyType"},
		Rows: func(ctx *Context, emit func([]value.Value) error) error {
			for _, c := range ctx.Tx.Constraints() {
				if !want(c) {
					continue
				}
				err := emit([]value.Value{
					value.Int(c.ID), value.String(c.Name), value.String(c.ShowType()), entityType(c.Rel),
					stringsOf([]string{c.Label}), stringsOf(c.Properties), value.String(c.Name), {},
					options(&store.Index{Kind: store.Range}),
					value.String(createUnique(quoted([]string{c.Name}, "", ""), c.Rel, []string{c.Label}, c.Properties)),
				})
				if err != nil {
					return err
				}
			}
			return nil
		},
	}, true
}
