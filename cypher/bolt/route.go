package bolt

import (
	"strings"

	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/value"
)

// The databases a client may name: the graph, and the one that administration commands run on.
const (
	graphDatabase  = "neo4j"
	systemDatabase = "system"
)

const routingTTL = 300 // seconds until a driver asks again

// resolveDatabase gives the name as it is written; "" is the graph.
func resolveDatabase(name string) (string, error) {
	switch strings.ToLower(name) {
	case "", graphDatabase:
		return graphDatabase, nil
	case systemDatabase:
		return systemDatabase, nil
	}
	return "", fault.New(fault.DatabaseNotFound, "Graph not found: %s", name)
}

// route answers ROUTE {routing, bookmarks, extra} with a table of one server, at the address
// that the client dialled: others may not reach us from where it is.
func (s *session) route() {
	routing, _, extra := s.dec.mapping(), s.dec.value(), s.dec.value()
	if !s.decoded(msgRoute) {
		return
	}
	options, _ := extra.AsMap()
	name, _ := options.Get("db").AsString()
	database, err := resolveDatabase(name)
	if err != nil {
		s.fail("", err)
		return
	}
	address := []string{s.address(routing)}

	s.out.begin(msgSuccess, 1)
	s.out.dict().key("rt")
	table := s.out.dict()
	table.int("ttl", routingTTL)
	table.string("db", database)
	table.key("servers").listHeader(3)
	for _, role := range []string{"WRITE", "READ", "ROUTE"} {
		server := s.out.dict()
		server.key("addresses").strings(address)
		server.string("role", role)
	}
	s.out.end()
}

func (s *session) address(routing value.Map) string {
	if s.cfg.AdvertisedAddr != "" {
		return s.cfg.AdvertisedAddr
	}
	if dialled, _ := routing.Get("address").AsString(); dialled != "" {
		return dialled
	}
	if s.routing != "" {
		return s.routing
	}
	return s.local
}
