package feed

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"
	ext "github.com/mmcdole/gofeed/extensions"

	"guestgraph/extract"
)

// xmlFeed reads RSS and Atom. A feed that is not well-formed is read item by item, so that one
// damaged item costs only itself.
func (r *reader) xmlFeed(name string, data []byte) {
	parsed, err := gofeed.NewParser().Parse(bytes.NewReader(data))
	if err == nil {
		r.items(parsed, parsed.Title)
		return
	}
	salvaged := splitItems(data)
	if len(salvaged.items) == 0 {
		r.fail(name, 0, fmt.Errorf("not a feed: %w", err), "give an RSS or Atom feed")
		return
	}
	show := ""
	for _, item := range salvaged.items {
		parsed, itemErr := gofeed.NewParser().Parse(bytes.NewReader(salvaged.wrap(item)))
		if itemErr != nil {
			line := 1 + bytes.Count(data[:item.start], []byte("\n"))
			if !r.fail(name, line, fmt.Errorf("damaged item skipped: %w", itemErr), "the item that begins at this line is not well-formed XML") {
				return
			}
			continue
		}
		show = firstOf(parsed.Title, show)
		if !r.items(parsed, show) {
			return
		}
	}
	if salvaged.unclosed > 0 {
		r.fail(name, salvaged.unclosed, errors.New("the feed ends inside an item"), "download it again")
	}
}

func (r *reader) items(parsed *gofeed.Feed, show string) bool {
	channelCredits := credits(parsed.Extensions)
	for _, item := range parsed.Items {
		ep := episodeOf(item, show)
		ep.People = append(credits(item.Extensions), channelCredits...)
		if !r.emit(ep) {
			return false
		}
	}
	return true
}

func episodeOf(item *gofeed.Item, show string) extract.Episode {
	ep := extract.Episode{
		ID: itemID(item, show), Show: strings.TrimSpace(show), Title: strings.TrimSpace(item.Title),
		Text: longer(item.Content, item.Description), URL: item.Link, GUID: item.GUID,
		Chapters: simpleChapters(item.Extensions),
	}
	if item.PublishedParsed != nil {
		ep.Published = item.PublishedParsed.UTC()
	} else if item.UpdatedParsed != nil {
		ep.Published = item.UpdatedParsed.UTC()
	}
	if len(item.Enclosures) > 0 {
		ep.AudioURL = item.Enclosures[0].URL
	}
	if item.ITunesExt != nil {
		ep.Text = longer(ep.Text, item.ITunesExt.Summary)
		ep.Duration, _ = parseClock(item.ITunesExt.Duration)
	}
	for _, t := range item.Extensions["podcast"]["transcript"] {
		ep.Transcripts = append(ep.Transcripts, extract.Transcript{URL: t.Attrs["url"], Type: t.Attrs["type"]})
	}
	return ep
}

// longer prefers the fuller text: feeds repeat a shortened description in some of their fields.
func longer(a, b string) string {
	if len(b) > len(a) {
		return b
	}
	return a
}

// safeID is what may stand in a page's address as it is.
var safeID = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._~-]{0,99}$`)

// itemID gives the guid where it can stand in an address, and else a hash of the first of guid,
// link, and title with date that the item has.
func itemID(item *gofeed.Item, show string) string {
	if safeID.MatchString(item.GUID) {
		return item.GUID
	}
	key := firstOf(item.GUID, item.Link, show+"\x00"+item.Title+"\x00"+item.Published)
	sum := sha256.Sum256([]byte(key))
	return "e" + hex.EncodeToString(sum[:8])
}

// credits reads podcast:person, whose role is "host" when not given.
func credits(extensions ext.Extensions) []extract.Credit {
	var out []extract.Credit
	for _, person := range extensions["podcast"]["person"] {
		name := strings.TrimSpace(person.Value)
		if name == "" {
			continue
		}
		out = append(out, extract.Credit{Name: name, Role: creditRole(person.Attrs["role"]), Href: person.Attrs["href"]})
	}
	return out
}

func creditRole(role string) string {
	if role = strings.ToLower(strings.TrimSpace(role)); role == "" {
		return "host"
	}
	return role
}

// simpleChapters reads Podlove Simple Chapters: https://podlove.org/simple-chapters/.
func simpleChapters(extensions ext.Extensions) []extract.Chapter {
	var out []extract.Chapter
	for _, list := range extensions["psc"]["chapters"] {
		for _, chapter := range list.Children["chapter"] {
			if start, ok := parseClock(chapter.Attrs["start"]); ok {
				out = append(out, extract.Chapter{Start: start.Seconds(), Title: chapter.Attrs["title"], URL: chapter.Attrs["href"]})
			}
		}
	}
	return out
}

// parseClock reads SS, MM:SS and HH:MM:SS, with fractions of seconds.
func parseClock(s string) (time.Duration, bool) {
	parts := strings.Split(strings.TrimSpace(s), ":")
	if len(parts) > 3 {
		return 0, false
	}
	total := 0.0
	for _, part := range parts {
		n, err := strconv.ParseFloat(part, 64)
		if err != nil || n < 0 || n > 1e7 {
			return 0, false
		}
		total = total*60 + n
	}
	return time.Duration(total * float64(time.Second)), true
}
