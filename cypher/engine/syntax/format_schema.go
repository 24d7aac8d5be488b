package syntax

func (w *writer) body(b Body) {
	switch b := b.(type) {
	case *Query:
		w.query(b)
	case *CreateIndex:
		w.createIndex(b)
	case *CreateConstraint:
		w.createConstraint(b)
	case *DropIndex:
		w.put("DROP INDEX ")
		w.dropName(b.Name, b.NameParam, b.IfExists)
	case *DropConstraint:
		w.put("DROP CONSTRAINT ")
		w.dropName(b.Name, b.NameParam, b.IfExists)
	}
}

func (w *writer) dropName(name string, param *Parameter, ifExists bool) {
	w.schemaName(name, param)
	if ifExists {
		w.put("IF EXISTS")
	}
}

func (w *writer) schemaName(name string, param *Parameter) {
	switch {
	case param != nil:
		w.expr(param, 0)
		w.put(" ")
	case name != "":
		w.name(name)
		w.put(" ")
	}
}

// schemaHead writes [name] [IF NOT EXISTS] FOR target.
func (w *writer) schemaHead(name string, param *Parameter, ifNotExists, rel bool, variable string, labels []string) {
	w.schemaName(name, param)
	if ifNotExists {
		w.put("IF NOT EXISTS ")
	}
	w.put("FOR ", map[bool]string{true: "()-[", false: "("}[rel])
	w.name(variable)
	for i, l := range labels {
		w.put(map[bool]string{true: ":", false: "|"}[i == 0])
		w.key(l)
	}
	w.put(map[bool]string{true: "]-()", false: ")"}[rel])
}

func (w *writer) createIndex(c *CreateIndex) {
	w.put("CREATE ", c.Kind, " INDEX ")
	w.schemaHead(c.Name, c.NameParam, c.IfNotExists, c.Rel, c.Var, c.Labels)
	switch c.Kind {
	case "LOOKUP":
		w.put(" ON EACH ", map[bool]string{true: "type(", false: "labels("}[c.Rel])
		w.name(c.Var)
		w.put(")")
	case "FULLTEXT":
		w.put(" ON EACH [")
		w.schemaProperties(c.Var, c.Properties)
		w.put("]")
	default:
		w.put(" ON (")
		w.schemaProperties(c.Var, c.Properties)
		w.put(")")
	}
	w.options(c.Options)
}

func (w *writer) schemaProperties(variable string, properties []string) {
	w.list(len(properties), func(i int) {
		w.name(variable)
		w.put(".")
		w.key(properties[i])
	})
}

func (w *writer) options(e Expr) {
	if e != nil {
		w.put(" OPTIONS ")
		w.expr(e, 0)
	}
}

func (w *writer) createConstraint(c *CreateConstraint) {
	w.put("CREATE CONSTRAINT ")
	w.schemaHead(c.Name, c.NameParam, c.IfNotExists, c.Rel, c.Var, []string{c.Label})
	w.put(" REQUIRE (")
	w.schemaProperties(c.Var, c.Properties)
	w.put(") IS ")
	if c.Kind == "TYPED" {
		w.put(":: ")
		w.typ(c.Type)
	} else {
		w.put(c.Kind)
	}
	w.options(c.Options)
}

func (w *writer) typ(t *Type) {
	switch {
	case t.Union != nil:
		for i, u := range t.Union {
			if i > 0 {
				w.put(" | ")
			}
			w.typ(u)
		}
	case t.Elem != nil:
		w.put("LIST<")
		w.typ(t.Elem)
		w.put(">")
	default:
		w.put(t.Name)
	}
	if t.NotNull {
		w.put(" NOT NULL")
	}
}
