package procedure

import (
	"slices"
	"strconv"
	"strings"

	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/value"
)

// dbmsProcedures tell of the server.
func dbmsProcedures() []*Procedure {
	return []*Procedure{
		{
			Name: "dbms.components", Mode: DBMS, System: true, Description: "The parts of the server and their versions.",
			Yields: []Field{
				{"name", "STRING", "The part."}, {"versions", "LIST<STRING>", "Its versions."}, {"edition", "STRING", "The edition."},
			},
			// Clients look for this name and decide by its version what they may ask.
			Call: func(ctx *Context, _ []value.Value, emit func([]value.Value) error) error {
				return emit([]value.Value{value.String("Neo4j Kernel"), stringsOf([]string{ctx.Server.Version}), value.String(ctx.Server.Edition)})
			},
		},
		info("dbms.info", DBMS, "Tells which server this is.", func(*Context) string { return "system" }),
		{
			Name: "dbms.clientConfig", Mode: DBMS, System: true, Description: "The settings that clients look at.",
			Yields: configFields(),
			Call: func(ctx *Context, _ []value.Value, emit func([]value.Value) error) error {
				return config(ctx, func(name string) bool {
					return strings.HasPrefix(name, "browser.") || strings.HasPrefix(name, "client.") || name == "dbms.security.auth_enabled"
				}, emit)
			},
		},
		{
			Name: "dbms.listConfig", Mode: DBMS, System: true, Admin: true, Description: "The settings whose name contains a text.",
			Args:   []Param{{Name: "searchString", Type: "STRING", Description: "Part of the name.", Default: defaultTo(value.String(""))}},
			Yields: configFields(),
			Call: func(ctx *Context, args []value.Value, emit func([]value.Value) error) error {
				part, _ := args[0].AsString()
				return config(ctx, func(name string) bool {
					return strings.Contains(strings.ToLower(name), strings.ToLower(part))
				}, emit)
			},
		},
		{
			Name: "dbms.showCurrentUser", Mode: DBMS, System: true, Description: "The user of this session.",
			Yields: []Field{
				{"username", "STRING", "The name."}, {"roles", "LIST<STRING>", "The roles."}, {"flags", "LIST<STRING>", "What holds for the account."},
			},
			Call: func(ctx *Context, _ []value.Value, emit func([]value.Value) error) error {
				return emit([]value.Value{value.String(ctx.User), stringsOf(nil), stringsOf(nil)})
			},
		},
		{
			Name: "dbms.listCapabilities", Mode: DBMS, System: true, Description: "The capabilities of the server.",
			Yields: []Field{{"name", "STRING", "The name."}, {"description", "STRING", "What it means."}, {"value", "ANY", "The value."}},
			Call:   func(*Context, []value.Value, func([]value.Value) error) error { return nil },
		},
		{
			Name: "dbms.listConnections", Mode: DBMS, System: true, Description: "The connections that run transactions.",
			Yields: []Field{
				{"connectionId", "STRING", "The id."}, {"connectTime", "STRING", "When it was made."}, {"connector", "STRING", "The protocol."},
				{"username", "STRING", "The user."}, {"userAgent", "STRING", "The client's name for itself."},
				{"serverAddress", "STRING", "The address of the server."}, {"clientAddress", "STRING", "The address of the client."},
			},
			Call: listConnections,
		},
		{
			Name: "dbms.queryJmx", Mode: DBMS, System: true, Description: "Management data of a Java virtual machine. There is none here.",
			Args:   []Param{{Name: "query", Type: "STRING", Description: "A name pattern as JMX knows it: domain:key=value."}},
			Yields: []Field{{"name", "STRING", "The name."}, {"description", "STRING", "What it is."}, {"attributes", "MAP", "Its values."}},
			Call: func(_ *Context, args []value.Value, _ func([]value.Value) error) error {
				if pattern, _ := args[0].AsString(); !strings.Contains(pattern, ":") {
					return fault.New(fault.ProcedureCallFailed, "'%s' is an invalid JMX name pattern. Use '*:*' to find all JMX beans.", pattern)
				}
				return nil
			},
		},
		routing("dbms.routing.getRoutingTable"),
		routing("dbms.cluster.routing.getRoutingTable"),
	}
}

func configFields() []Field {
	return []Field{
		{"name", "STRING", "The setting."}, {"description", "STRING", "What it does."}, {"value", "STRING", "Its value."},
		{"dynamic", "BOOLEAN", "Whether it can change while the server runs."}, {"defaultValue", "STRING", "The value when it is not set."},
		{"startupValue", "STRING", "The value at start."}, {"explicitlySet", "BOOLEAN", "Whether it was set."},
		{"validValues", "STRING", "What it may be."},
	}
}

// settings gives the server's settings by name.
func settings(ctx *Context) []Setting {
	s := ctx.Server
	all := append([]Setting{
		{Name: "browser.post_connect_cmd", Description: "Commands a browser runs after connecting.", ValidValues: "A string."},
		{Name: "client.allow_telemetry", Value: "false", Default: "false", Description: "Whether clients may report on their use.", ValidValues: "A boolean."},
		{Name: "dbms.security.auth_enabled", Value: strconv.FormatBool(ctx.User != ""), Default: "false", Description: "Whether a client must log in.", ValidValues: "A boolean."},
		{Name: "initial.dbms.default_database", Value: "neo4j", Default: "neo4j", Description: "The database of a session that names none.", ValidValues: "A name."},
		{Name: "server.bolt.advertised_address", Value: s.Address, Default: ":7687", Description: "The address clients are told.", ValidValues: "host:port."},
		{Name: "server.bolt.enabled", Value: "true", Default: "true", Description: "Whether the Bolt port is open.", ValidValues: "A boolean."},
		{Name: "server.bolt.listen_address", Value: s.Address, Default: ":7687", Description: "The address the Bolt port listens on.", ValidValues: "host:port."},
	}, s.Settings...)
	slices.SortStableFunc(all, func(a, b Setting) int { return strings.Compare(a.Name, b.Name) })
	return all
}

func config(ctx *Context, want func(name string) bool, emit func([]value.Value) error) error {
	for _, s := range settings(ctx) {
		if !want(s.Name) {
			continue
		}
		err := emit([]value.Value{
			value.String(s.Name), value.String(s.Description), value.String(s.Value), value.Bool(s.Dynamic),
			value.String(s.Default), value.String(s.Value), value.Bool(s.Explicit), value.String(s.ValidValues),
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func listConnections(ctx *Context, _ []value.Value, emit func([]value.Value) error) error {
	if ctx.Transactions == nil {
		return nil
	}
	seen := map[string]bool{}
	for _, t := range ctx.Transactions() {
		if t.ConnectionID == "" || seen[t.ConnectionID] {
			continue
		}
		seen[t.ConnectionID] = true
		err := emit([]value.Value{
			value.String(t.ConnectionID), timestamp(t.Connected), value.String("bolt"), value.String(t.User),
			value.String(t.Agent), value.String(ctx.Server.Address), value.String(t.ClientAddress),
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// routingTTL is how long, in seconds, clients may keep the routing table.
const routingTTL = 300

// routing makes a procedure that names this server for every role.
func routing(name string) *Procedure {
	return &Procedure{
		Name: name, Mode: DBMS, System: true, Description: "The servers that a client may use, by role.",
		Args: []Param{
			{Name: "context", Type: "MAP", Description: "What the client says of itself."},
			{Name: "database", Type: "STRING", Description: "The database.", Default: &value.Value{}},
		},
		Yields: []Field{{"ttl", "INTEGER", "For how many seconds the answer holds."}, {"servers", "LIST<MAP>", "Addresses by role."}},
		Call: func(ctx *Context, _ []value.Value, emit func([]value.Value) error) error {
			var servers []value.Value
			for _, role := range []string{"WRITE", "READ", "ROUTE"} {
				servers = append(servers, mapOf(
					value.Entry{Key: "addresses", Val: stringsOf([]string{ctx.Server.Address})},
					value.Entry{Key: "role", Val: value.String(role)}))
			}
			return emit([]value.Value{value.Int(routingTTL), value.List(servers)})
		},
	}
}
