package sample

import (
	"testing"

	"guestgraph/extract"
)

func TestEpisodes(t *testing.T) {
	eps, err := Episodes()
	if err != nil {
		t.Fatal(err)
	}
	if len(eps) < 25 {
		t.Fatalf("%d episodes, want at least 25", len(eps))
	}
	seen := map[string]bool{}
	for i, f := range extract.New().ExtractAll(eps) {
		if eps[i].ID == "" || seen[eps[i].ID] {
			t.Errorf("episode %d: id %q is empty or used twice", i, eps[i].ID)
		}
		seen[eps[i].ID] = true
		if len(f.Technologies) == 0 {
			t.Errorf("%s: no technology found", eps[i].ID)
		}
		if eps[i].Show != "Self-Hosted" && len(f.Guests) == 0 {
			t.Errorf("%s: no guest found", eps[i].ID)
		}
	}
}
