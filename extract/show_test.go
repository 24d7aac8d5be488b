package extract_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"

	"guestgraph/extract"
)

const (
	followsAda = "Ada talks with Bo Sample, CEO of Heapworks.\n\nFollow Ada:\nTwitter: https://twitter.com/adanilsson\nLinkedIn: https://linkedin.com/in/ada-nilsson\n"
	plainAda   = "Ada talks with Cara Lindqvist, CTO of Pagely, about queues."
	hostless   = "Sorting on disk, and what it costs. A conversation with Dana Moreau."
)

// TestShowsAcrossBatches holds that a host told in one batch is known in the next, and within one batch before and after.
func TestShowsAcrossBatches(t *testing.T) {
	shows := extract.New().NewShows()
	host := func(f *extract.Facts) string {
		if len(f.Hosts) != 1 {
			return fmt.Sprint(len(f.Hosts), " hosts")
		}
		return f.Hosts[0].Name
	}
	episode := func(show, text string) extract.Episode { return extract.Episode{Show: show, Text: text} }
	for i, batch := range [][]extract.Episode{
		{episode("One", plainAda), episode("One", followsAda), episode("Two", plainAda)},
		{episode("One", plainAda), episode("Two", plainAda)},
	} {
		for k, f := range shows.Extract(batch) {
			want := "Ada Nilsson"
			if f.Show == "Two" {
				want = "Ada"
			}
			if got := host(f); got != want {
				t.Errorf("batch %d, episode %d of %s: host %q, want %q", i, k, f.Show, got, want)
			}
		}
	}
}

// TestOrderWithinBatch holds that the facts of an episode do not depend on where in a batch it stands, and that
// reading only some episodes again gives what reading all of them again gives.
func TestOrderWithinBatch(t *testing.T) {
	var eps []extract.Episode
	for i, text := range []string{plainAda, hostless, followsAda, plainAda, hostless, "Bo and Ada talk about trees.",
		"Bo talks with Eli Marsh.\n\nFollow Bo:\nTwitter: https://twitter.com/bo-lindgren\nGitHub: https://github.com/bolindgren\n"} {
		eps = append(eps, extract.Episode{ID: fmt.Sprint(i), Show: "One", Text: text})
	}
	x := extract.New()
	rng := rand.New(rand.NewPCG(1, 2))
	var want map[string]*extract.Facts
	for range 30 {
		got := map[string]*extract.Facts{}
		shows := x.NewShows()
		first := shows.Extract(eps)
		again := shows.Extract(eps) // by now all hosts are known
		for i, f := range first {
			got[eps[i].ID] = f
			if !reflect.DeepEqual(f, again[i]) {
				t.Fatalf("episode %s: read twice %+v, read with all known %+v", eps[i].ID, f.Hosts, again[i].Hosts)
			}
		}
		if want == nil {
			want = got
		} else if !reflect.DeepEqual(got, want) {
			t.Fatal("facts depend on the order of the episodes")
		}
		rng.Shuffle(len(eps), func(i, j int) { eps[i], eps[j] = eps[j], eps[i] })
	}
}

// TestShowNamesHost reads who hosts out of a show's own name.
func TestShowNamesHost(t *testing.T) {
	for _, c := range []struct{ show, text, hosts, guests string }{
		{"Loop Talk with Arno Feld", "In episode 27 of Loop Talk with Arno Feld, guest Priya Raman shares the story.", "Arno Feld", "Priya Raman"},
		{"Loop Talk with Arno Feld and Mia Sund", "Priya Raman joined Arno Feld and Mia Sund on this episode.", "Arno Feld, Mia Sund", "Priya Raman"},
		{"Talks with Arno Felder", "Our guest today is Arno Feld, CTO of Heapworks.", "", "Arno Feld"},
	} {
		f := extract.New().Extract(extract.Episode{ID: "a", Show: c.show, Text: c.text})
		if hosts, guests := names(f, "hosts"), names(f, "guests"); hosts != c.hosts || guests != c.guests {
			t.Errorf("%s: hosts %q, guests %q, want %q, %q", c.show, hosts, guests, c.hosts, c.guests)
		}
	}
}
