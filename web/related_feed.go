package web

import (
	"encoding/xml"
	"fmt"
	"net/http"
	"net/url"
	"strconv"

	"guestgraph/graph"
)

// A relatedFeed is what a show's publisher takes over into its own feed, item by item, found by its guid: who is on an
// episode, as podcast:person of the podcast namespace (https://podcasting2.org/docs/podcast-namespace/tags/person), and
// related episodes, as Atom links (RFC 4287, 4.2.7.2: rel="related"). The namespace's own podcast:remoteItem needs the
// guid of the other feed, which descriptions do not tell. Pages of it follow one another as RFC 5005 has it.
type relatedFeed struct {
	XMLName xml.Name `xml:"rss"`
	Version string   `xml:"version,attr"`
	Podcast string   `xml:"xmlns:podcast,attr"`
	Atom    string   `xml:"xmlns:atom,attr"`
	Channel feedShow `xml:"channel"`
}

type feedShow struct {
	Title       string     `xml:"title"`
	Link        string     `xml:"link"`
	Description string     `xml:"description"`
	Pages       []atomLink `xml:"atom:link"`
	Items       []feedItem `xml:"item"`
}

type feedItem struct {
	Title   string       `xml:"title"`
	GUID    feedGUID     `xml:"guid"`
	Persons []feedPerson `xml:"podcast:person"`
	Related []atomLink   `xml:"atom:link"`
}

type feedGUID struct {
	PermaLink bool   `xml:"isPermaLink,attr"`
	Value     string `xml:",chardata"`
}

type feedPerson struct {
	Role string `xml:"role,attr"`
	Href string `xml:"href,attr"`
	Name string `xml:",chardata"` // 128 characters at most
}

type atomLink struct {
	Rel   string `xml:"rel,attr"`
	Type  string `xml:"type,attr,omitempty"`
	Href  string `xml:"href,attr"`
	Title string `xml:"title,attr,omitempty"`
}

const (
	feedItems   = 10
	feedRelated = 3 // links of an item
	feedKind    = "application/rss+xml"
)

func (s *Server) showRelated(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r)
	if err != nil {
		return err
	}
	limit, err := limitOf(r, feedItems, 100)
	if err != nil {
		return err
	}
	offset, err := feedOffset(r)
	if err != nil {
		return err
	}
	credits, err := s.Graph.Credits(r.Context(), id, offset, limit)
	if err != nil {
		return err
	}
	base := s.base(r)
	feed := newRelatedFeed(base, credits)
	page := base + href(graph.KindShow, id) + "/related.xml"
	feed.Channel.Pages = feedPages(page, offset, limit, credits.Total)
	ids := make([]string, len(credits.Episodes))
	for i, e := range credits.Episodes {
		ids[i] = e.ID
	}
	related, err := s.Graph.RelatedToEach(r.Context(), ids, feedRelated)
	if err != nil {
		return err
	}
	for _, e := range credits.Episodes {
		feed.Channel.Items = append(feed.Channel.Items, newFeedItem(base, e, related[e.ID]))
	}
	body, err := xml.MarshalIndent(feed, "", " ")
	if err != nil {
		return fmt.Errorf("encode feed: %w", err)
	}
	body = dropControls(append([]byte(xml.Header), append(body, '\n')...))
	return send(w, r, answer{kind: feedKind, cache: cacheOpen, body: body})
}

func feedOffset(r *http.Request) (int, error) {
	text := r.URL.Query().Get("offset")
	if text == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 {
		return 0, fail(http.StatusBadRequest, "The offset is a number of episodes.")
	}
	return n, nil
}

func newRelatedFeed(base string, c *graph.Credits) relatedFeed {
	return relatedFeed{Version: "2.0", Podcast: "https://podcastindex.org/namespace/1.0", Atom: "http://www.w3.org/2005/Atom",
		Channel: feedShow{Title: short(c.Show.Name), Link: base + href(graph.KindShow, c.Show.ID),
			Description: "Who is on the episodes, and related episodes, for the items of the show's own feed with the same guid."}}
}

func feedPages(page string, offset, limit, total int) []atomLink {
	at := func(rel string, offset int) atomLink {
		query := url.Values{"limit": {strconv.Itoa(limit)}, "offset": {strconv.Itoa(max(offset, 0))}}
		return atomLink{Rel: rel, Type: feedKind, Href: page + "?" + query.Encode()}
	}
	links := []atomLink{at("self", offset)}
	if offset > 0 {
		links = append(links, at("previous", offset-limit))
	}
	if offset+limit < total {
		links = append(links, at("next", offset+limit))
	}
	return links
}

func newFeedItem(base string, e graph.EpisodeCredits, related []graph.Related) feedItem {
	item := feedItem{Title: short(e.Title), GUID: feedGUID{Value: e.GUID}}
	for _, part := range []struct {
		role   string
		people []graph.Ref
	}{{"host", e.Hosts}, {"guest", e.Guests}} {
		for _, p := range part.people {
			item.Persons = append(item.Persons, feedPerson{Role: part.role, Href: base + href(p.Kind, p.ID), Name: shorten(p.Name, 127)})
		}
	}
	for _, rel := range related {
		title := rel.Episode.Title
		if len(rel.Reasons) > 0 {
			title += " (" + rel.Reasons[0].Text + ")"
		}
		item.Related = append(item.Related, atomLink{Rel: "related", Type: "text/html", Href: episodePage(base, rel.Episode), Title: short(title)})
	}
	return item
}
