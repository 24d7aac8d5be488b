package web

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"guestgraph/graph"
)

const (
	maxSearch  = 200    // runes of a question that can still be a name
	searchHits = 20     // on a page of results
	maxOffset  = 10_000 // nobody pages further by hand

	searchPhrases = 5 // questions on the page of results
)

// A searchView is what templates/search.html shows.
type searchView struct {
	Q           string
	Kind        graph.Kind // the only one looked for; "" for all
	Kinds       []kindCount
	Found       *graph.Found
	First, Last int    // of the hits shown, counted from 1
	Meant       string // address of the search for what was meant
	Previous    string // address of the page before; "" where there is none
	Next        string
	Phrases     []phrase   // that the text may be the beginning of
	About       *graph.Ref // the best hit, when it is called so
	AboutIt     []phrase   // questions about it
}

// A kindCount is one choice of the filter.
type kindCount struct {
	Kind graph.Kind
	N    int
	Href string
	Here bool
}

// A searching is what an address says to look for.
type searching struct {
	q      string
	kinds  []graph.Kind
	offset int
}

func (s *Server) search(w http.ResponseWriter, r *http.Request) error {
	terms, err := searchTerms(r)
	if err != nil {
		return err
	}
	view := searchView{Q: terms.q}
	if len(terms.kinds) == 1 {
		view.Kind = terms.kinds[0]
	}
	title := "Search"
	if terms.q != "" {
		title = "Search: " + shorten(terms.q, 60)
		found, err := s.Graph.Search(r.Context(), terms.q, graph.SearchOptions{Kinds: terms.kinds, Limit: searchHits, Offset: terms.offset})
		if err != nil {
			return err
		}
		view.show(found, terms)
		if view.Phrases, err = s.suggest(r.Context(), terms.q, searchPhrases); err != nil {
			return err
		}
		if terms.offset == 0 && (found.Exact > 0 || found.Total == 1) && len(found.Hits) > 0 {
			view.About = &found.Hits[0].Ref
			view.AboutIt = s.phrasesAbout(*view.About, nil)
		}
	}
	return s.render(w, r, http.StatusOK, "search", layout{Title: title, Query: terms.q, Here: "/search", NoIndex: true, Page: view})
}

func (v *searchView) show(found *graph.Found, terms searching) {
	v.Found = found
	v.First, v.Last = terms.offset+1, terms.offset+len(found.Hits)
	if terms.offset > 0 {
		v.Previous = searchHref(terms.q, max(0, terms.offset-searchHits), terms.kinds...)
	}
	if v.Last < found.Total && len(found.Hits) > 0 && terms.offset+searchHits <= maxOffset {
		v.Next = searchHref(terms.q, terms.offset+searchHits, terms.kinds...)
	}
	if found.Meant != "" {
		v.Meant = searchHref(found.Meant, 0, terms.kinds...)
	}
	all := 0
	for _, k := range kinds() {
		all += found.ByKind[k]
		v.Kinds = append(v.Kinds, kindCount{k, found.ByKind[k], searchHref(terms.q, 0, k), slices.Equal(terms.kinds, []graph.Kind{k})})
	}
	v.Kinds = slices.Insert(v.Kinds, 0, kindCount{"", all, searchHref(terms.q, 0), len(terms.kinds) == 0})
}

// searchHref is the address of a page of results.
func searchHref(q string, offset int, only ...graph.Kind) string {
	v := url.Values{"q": {q}}
	if len(only) > 0 {
		v.Set("type", joinKinds(only))
	}
	if offset > 0 {
		v.Set("offset", strconv.Itoa(offset))
	}
	return "/search?" + v.Encode()
}

func joinKinds(ks []graph.Kind) string {
	words := make([]string, len(ks))
	for i, k := range ks {
		words[i] = string(k)
	}
	return strings.Join(words, ",")
}

// searchTerms reads ?q=, ?type= (one kind, or several parted by commas) and ?offset= for the page and the API alike.
func searchTerms(r *http.Request) (searching, error) {
	values := r.URL.Query()
	terms := searching{q: strings.ToValidUTF8(strings.TrimSpace(values.Get("q")), "")}
	if utf8.RuneCountInString(terms.q) > maxSearch {
		return terms, fail(http.StatusBadRequest, "A search may hold 200 characters at most.")
	}
	if list := values.Get("type"); list != "" {
		for word := range strings.SplitSeq(list, ",") {
			kind := graph.Kind(strings.TrimSpace(word))
			if !isKind(kind) {
				return terms, fail(http.StatusBadRequest, "The type is one of person, company, technology, episode and show, or several with commas between.")
			}
			if !slices.Contains(terms.kinds, kind) {
				terms.kinds = append(terms.kinds, kind)
			}
		}
	}
	if text := values.Get("offset"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil || n < 0 || n > maxOffset {
			return terms, fail(http.StatusBadRequest, "The offset is a number from 0 to 10,000.")
		}
		terms.offset = n
	}
	return terms, nil
}
