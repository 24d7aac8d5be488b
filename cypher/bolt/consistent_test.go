package bolt

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

const (
	accounts = 8
	coins    = 40 // all of them, whoever holds them
)

// Many readers beside a writer that moves coins between accounts: none sees a coin twice or misses one, neither in one
// statement, nor in several of one transaction, nor while it takes the rows one by one.
func TestReadersSeeOneState(t *testing.T) {
	d := connect(t, "bolt://"+serveEngine(t, Config{}))
	query(t, d, "MATCH (n) DETACH DELETE n", nil)
	query(t, d, "UNWIND range(0, $n - 1) AS i CREATE (:Account {i: i, held: 0})", map[string]any{"n": accounts})
	query(t, d, "MATCH (a:Account {i: 0}) SET a.held = $n WITH a UNWIND range(1, $n) AS i CREATE (a)-[:HOLDS]->(:Coin {i: i})", map[string]any{"n": coins})
	ctx, stop := context.WithCancel(t.Context())
	var readers sync.WaitGroup
	for name, read := range map[string]func(context.Context, neo4j.SessionWithContext) (int64, error){
		"one statement": coinsAtOnce, "two statements": coinsByAccount, "row by row": coinsByRow,
	} {
		for range 3 {
			readers.Go(func() {
				s := d.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeRead, FetchSize: 3})
				defer func() { _ = s.Close(context.Background()) }()
				for n := 0; ctx.Err() == nil; n++ {
					if got, err := read(ctx, s); ctx.Err() == nil && (err != nil || got != coins) {
						t.Errorf("%s: reading %d: %d coins, %v", name, n, got, err)
						return
					}
				}
			})
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 150 {
		if err := moveCoins(t.Context(), d, random.IntN(accounts), random.IntN(accounts), 1+random.IntN(coins)); err != nil {
			t.Error(err)
			break
		}
	}
	stop()
	readers.Wait()
}

// moveCoins moves up to n coins in a transaction of several statements: a coin that moves is made anew.
func moveCoins(ctx context.Context, d neo4j.DriverWithContext, from, to, n int) error {
	s := d.NewSession(ctx, neo4j.SessionConfig{})
	defer func() { _ = s.Close(ctx) }()
	_, err := s.ExecuteWrite(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		params := map[string]any{"from": from, "to": to, "n": n}
		res, err := tx.Run(ctx, "MATCH (:Account {i: $from})-[:HOLDS]->(c:Coin) WITH c LIMIT $n WITH c, c.i AS i DETACH DELETE c RETURN collect(i) AS taken", params)
		if err != nil {
			return nil, err
		}
		record, err := res.Single(ctx)
		if err != nil {
			return nil, err
		}
		params["taken"] = record.Values[0]
		for _, statement := range []string{
			"MATCH (a:Account {i: $from}) SET a.held = a.held - size($taken)",
			"MATCH (b:Account {i: $to}) SET b.held = b.held + size($taken) WITH b UNWIND $taken AS i CREATE (b)-[:HOLDS]->(:Coin {i: i})",
		} {
			if _, err := tx.Run(ctx, statement, params); err != nil {
				return nil, err
			}
		}
		return nil, nil
	})
	return err
}

// coinsAtOnce counts coins and what the accounts say, which must be the same.
func coinsAtOnce(ctx context.Context, s neo4j.SessionWithContext) (int64, error) {
	counts, err := numbers(ctx, s, "MATCH (a:Account) WITH sum(a.held) AS held MATCH (:Account)-[:HOLDS]->(c:Coin) WITH held, count(DISTINCT c.i) AS different, count(*) AS n UNWIND [held, different, n] AS x RETURN x")
	if err != nil {
		return 0, err
	}
	if len(counts) != 3 || counts[0] != counts[1] || counts[1] != counts[2] {
		return 0, fmt.Errorf("held, different, all: %v", counts)
	}
	return counts[0], nil
}

// coinsByAccount asks each account in a statement of its own, in one transaction.
func coinsByAccount(ctx context.Context, s neo4j.SessionWithContext) (int64, error) {
	sum, err := s.ExecuteRead(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		var sum int64
		for i := range accounts {
			res, err := tx.Run(ctx, "MATCH (a:Account {i: $i}) OPTIONAL MATCH (a)-[:HOLDS]->(c) RETURN count(c) AS n", map[string]any{"i": i})
			if err != nil {
				return sum, err
			}
			record, err := res.Single(ctx)
			if err != nil {
				return sum, err
			}
			sum += record.Values[0].(int64)
		}
		return sum, nil
	})
	n, _ := sum.(int64)
	return n, err
}

// coinsByRow takes few rows at a time, between which the writer goes on.
func coinsByRow(ctx context.Context, s neo4j.SessionWithContext) (int64, error) {
	coins, err := numbers(ctx, s, "MATCH (:Account)-[:HOLDS]->(c:Coin) RETURN c.i AS i")
	slices.Sort(coins)
	if different := len(slices.Compact(slices.Clone(coins))); different != len(coins) {
		return 0, fmt.Errorf("%d of %d coins are different", different, len(coins))
	}
	return int64(len(coins)), err
}

func numbers(ctx context.Context, s neo4j.SessionWithContext, statement string) (out []int64, err error) {
	res, err := s.Run(ctx, statement, nil)
	if err != nil {
		return nil, err
	}
	for res.Next(ctx) {
		out = append(out, res.Record().Values[0].(int64))
	}
	return out, res.Err()
}
