package procedure

import (
	"time"

	"guestgraph/cypher/engine/value"
	"guestgraph/cypher/engine/value/temporal"
)

func showDatabases(filter string) *Listing {
	standard := []string{"name", "type", "aliases", "access", "address", "role", "writer", "requestedStatus", "currentStatus",
		"statusMessage", "default", "home", "constituents"}
	columns := fields("name STRING", "type STRING", "aliases LIST<STRING>", "access STRING", "databaseID STRING", "serverID STRING",
		"address STRING", "role STRING", "writer BOOLEAN", "requestedStatus STRING", "currentStatus STRING", "statusMessage STRING",
		"default BOOLEAN", "home BOOLEAN", "currentPrimariesCount INTEGER", "currentSecondariesCount INTEGER",
		"requestedPrimariesCount INTEGER", "requestedSecondariesCount INTEGER", "creationTime ZONED DATETIME",
		"lastStartTime ZONED DATETIME", "lastStopTime ZONED DATETIME", "store STRING", "lastCommittedTxn INTEGER",
		"replicationLag INTEGER", "constituents LIST<STRING>", "options MAP")
	names := []string{"neo4j", "system"}
	if filter != "" { // DEFAULT and HOME list one database and do not say so again
		names = names[:1]
		standard = append(standard[:10:10], "constituents")
		columns = append(columns[:12:12], columns[14:]...)
	}
	return &Listing{
		Columns: columns, Default: standard, Name: "name",
		Rows: func(ctx *Context, emit func([]value.Value) error) error {
			for _, name := range names {
				if err := emit(databaseRow(ctx, name, filter == "")); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

func databaseRow(ctx *Context, name string, all bool) []value.Value {
	kind, isDefault := "standard", true
	if name == "system" {
		kind, isDefault = "system", false
	}
	row := []value.Value{
		value.String(name), value.String(kind), stringsOf(nil), value.String("read-write"), value.String(databaseID(ctx)),
		value.String(ctx.Server.ID), value.String(ctx.Server.Address), value.String("primary"), value.Bool(true),
		value.String("online"), value.String("online"), value.String(""),
	}
	if all {
		row = append(row, value.Bool(isDefault), value.Bool(isDefault))
	}
	return append(row, value.Int(1), value.Int(0), value.Value{}, value.Value{},
		moment(ctx.Tx.Created()), moment(ctx.Server.Started), value.Value{}, value.String("record-aligned-1.1"),
		value.Int(int64(ctx.Tx.Version())), value.Int(0), stringsOf(nil), mapOf())
}

// moment is a time as a ZONED DATETIME in UTC.
func moment(t time.Time) value.Value {
	if t.IsZero() {
		return value.Value{}
	}
	return value.FromDateTime(temporal.DateTimeOf(t, temporal.UTC))
}

func showTransactions() *Listing {
	return &Listing{
		Columns: fields("database STRING", "transactionId STRING", "currentQueryId STRING", "outerTransactionId STRING",
			"connectionId STRING", "clientAddress STRING", "username STRING", "metaData MAP", "currentQuery STRING", "parameters MAP",
			"planner STRING", "runtime STRING", "indexes LIST<MAP>", "startTime STRING", "currentQueryStartTime STRING",
			"protocol STRING", "requestUri STRING", "status STRING", "currentQueryStatus STRING", "statusDetails STRING",
			"resourceInformation MAP", "activeLockCount INTEGER", "currentQueryActiveLockCount INTEGER", "elapsedTime DURATION",
			"cpuTime DURATION", "waitTime DURATION", "idleTime DURATION", "currentQueryElapsedTime DURATION",
			"currentQueryCpuTime DURATION", "currentQueryWaitTime DURATION", "currentQueryIdleTime DURATION",
			"currentQueryAllocatedBytes INTEGER", "allocatedDirectBytes INTEGER", "estimatedUsedHeapMemory INTEGER",
			"pageHits INTEGER", "pageFaults INTEGER", "currentQueryPageHits INTEGER", "currentQueryPageFaults INTEGER",
			"initializationStackTrace STRING"),
		Default: []string{"database", "transactionId", "currentQueryId", "connectionId", "clientAddress", "username", "currentQuery",
			"startTime", "status", "elapsedTime"},
		Name: "transactionId",
		Rows: func(ctx *Context, emit func([]value.Value) error) error {
			if ctx.Transactions == nil {
				return nil
			}
			for _, t := range ctx.Transactions() {
				if err := emit(transactionRow(ctx, &t)); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

func transactionRow(ctx *Context, t *Transaction) []value.Value {
	none := value.Value{}
	zero := value.FromDuration(temporal.Duration{})
	return []value.Value{
		value.String(t.Database), value.String(t.ID), value.String(t.QueryID), value.String(""),
		value.String(t.ConnectionID), value.String(t.ClientAddress), value.String(t.User), value.FromMap(t.Metadata),
		value.String(t.Query), value.FromMap(t.Parameters), none, none, value.List(nil),
		timestamp(t.Started), timestamp(t.QueryStarted), value.String("bolt"), value.String(ctx.Server.Address),
		value.String(t.Status), value.String("running"), value.String(""), mapOf(), value.Int(0), value.Int(0),
		since(t.Started), none, zero, none, since(t.QueryStarted), none, zero, none,
		none, value.Int(0), value.Int(0), value.Int(0), value.Int(0), value.Int(0), value.Int(0), value.String(""),
	}
}

// since is the time from t to now, in milliseconds as Neo4j gives it.
func since(t time.Time) value.Value {
	if t.IsZero() {
		return value.Value{}
	}
	d := time.Since(t).Truncate(time.Millisecond)
	return value.FromDuration(temporal.Duration{Sec: int64(d / time.Second), Nano: int32(d % time.Second)})
}

func showSettings() *Listing {
	return &Listing{
		Columns: fields("name STRING", "value STRING", "isDynamic BOOLEAN", "defaultValue STRING", "description STRING",
			"startupValue STRING", "isExplicitlySet BOOLEAN", "validValues STRING", "isDeprecated BOOLEAN"),
		Default: []string{"name", "value", "isDynamic", "defaultValue", "description"},
		Name:    "name",
		Rows: func(ctx *Context, emit func([]value.Value) error) error {
			for _, s := range settings(ctx) {
				err := emit([]value.Value{
					value.String(s.Name), value.String(s.Value), value.Bool(s.Dynamic), value.String(s.Default), value.String(s.Description),
					value.String(s.Value), value.Bool(s.Explicit), value.String(s.ValidValues), value.Bool(false),
				})
				if err != nil {
					return err
				}
			}
			return nil
		},
	}
}

// showUsers lists the user of the session, the only one known here; none without authentication.
func showUsers(filter string) *Listing {
	return &Listing{
		Columns: fields("user STRING", "roles LIST<STRING>", "passwordChangeRequired BOOLEAN", "suspended BOOLEAN", "home STRING"),
		Default: []string{"user", "roles", "passwordChangeRequired", "suspended", "home"},
		Rows: func(ctx *Context, emit func([]value.Value) error) error {
			if ctx.User == "" {
				return nil
			}
			return emit([]value.Value{value.String(ctx.User), {}, value.Bool(false), {}, {}})
		},
	}
}
