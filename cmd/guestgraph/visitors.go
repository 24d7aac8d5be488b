package main

import (
	"log/slog"
	"time"

	"github.com/spf13/pflag"

	"guestgraph/cypher/bolt"
	"guestgraph/web"
)

// visitors says what anybody may ask of "serve", in the console as over Bolt.
type visitors struct {
	Timeout     time.Duration // of one statement, over Bolt of one transaction
	Statements  int           // at once: in the console, and as many transactions over Bolt
	Connections int           // over Bolt
	Idle        time.Duration // how long a Bolt client may be silent
}

func declareVisitors(flags *pflag.FlagSet) {
	flags.Duration("visitor-timeout", 10*time.Second, "`TIME` that a visitor's statement, or transaction over Bolt, may take")
	flags.Int("visitor-statements", 4, "`NUMBER` of visitors' statements that run at once in the console, and over Bolt")
	flags.Int("visitor-connections", 100, "`NUMBER` of visitors' Bolt connections")
	flags.Duration("visitor-idle", 10*time.Minute, "`TIME` after which a silent Bolt client is let go")
}

// settingValues are what viper gives; only config.go knows it.
type settingValues interface {
	GetDuration(key string) time.Duration
	GetInt(key string) int
}

func readVisitors(v settingValues) (visitors, error) {
	s := visitors{
		Timeout: v.GetDuration("visitors.timeout"), Statements: v.GetInt("visitors.statements"),
		Connections: v.GetInt("visitors.connections"), Idle: v.GetDuration("visitors.idle"),
	}
	switch {
	case s.Timeout < time.Millisecond:
		return s, usagef("--visitor-timeout (visitors.timeout) must be a time such as 10s")
	case s.Statements < 1:
		return s, usagef("--visitor-statements (visitors.statements) must be at least 1")
	case s.Connections < 1:
		return s, usagef("--visitor-connections (visitors.connections) must be at least 1")
	case s.Idle <= s.Timeout:
		return s, usagef("--visitor-idle (visitors.idle) must be longer than --visitor-timeout, %s: a client is silent while it waits", s.Timeout)
	}
	return s, nil
}

// bolt configures the read-only port.
func (v visitors) bolt(log *slog.Logger) bolt.Config {
	return bolt.Config{Logger: log, ReadOnly: true, MaxTime: v.Timeout, MaxTransactions: v.Statements, MaxConnections: v.Connections, IdleTimeout: v.Idle}
}

// web limits the console.
func (v visitors) web() web.Limits {
	return web.Limits{Timeout: v.Timeout, Concurrent: v.Statements}
}
