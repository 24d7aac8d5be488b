package graph

import (
	"fmt"
	"strings"
	"testing"
)

func TestChooseMoves(t *testing.T) {
	ref := func(id string) Ref { return Ref{Kind: KindCompany, ID: id, Name: id} }
	ix := newMoveIndex([]indexedMove{
		{from: ref("a"), to: ref("b"), joined: []joining{{"ann", "2020-05-01T00:00:00Z"}, {"ann", "2023-05-01T00:00:00Z"}, {"bo", ""}}},
		{from: ref("a"), to: ref("c"), joined: []joining{{"cy", "2021-01-01T00:00:00Z"}}},
		{from: ref("b"), to: ref("a"), joined: []joining{{"di", "2021-12-31T00:00:00Z"}, {"ed", "2022-01-01T00:00:00Z"}, {"flo", "2022-06-01T00:00:00Z"}}},
	})
	for _, test := range []struct {
		query  FlowQuery
		within period
		want   string
	}{
		{FlowQuery{}, period{}, "b>a 3 a>b 2 a>c 1"}, // each person once
		{FlowQuery{People: 2}, period{}, "b>a 3 a>b 2"},
		{FlowQuery{Company: "c"}, period{}, "a>c 1"},
		{FlowQuery{Company: "b", To: "a"}, period{}, "b>a 3"},
		{FlowQuery{To: "b"}, period{}, "a>b 2"},
		{FlowQuery{}, period{since: newYear(2022)}, "b>a 2 a>b 1"},
		{FlowQuery{}, period{until: newYear(2022)}, "a>b 1 a>c 1 b>a 1"}, // the undated is in no year
		{FlowQuery{}, period{newYear(2021), newYear(2022)}, "a>c 1 b>a 1"},
		{FlowQuery{}, period{since: newYear(2030)}, ""},
	} {
		var got []string
		for _, m := range ix.choose(test.query, test.within) {
			got = append(got, fmt.Sprintf("%s>%s %d", m.from.ID, m.to.ID, m.n))
		}
		if joined := strings.Join(got, " "); joined != test.want {
			t.Errorf("%+v within %+v: %s, want %s", test.query, test.within, joined, test.want)
		}
	}
}
