package feed

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"
	ext "github.com/mmcdole/gofeed/extensions"

	"guestgraph/extract"
)

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
		ep.Transcripts = append(ep.Transcripts, extract.Transcript{URL: t.Attrs["url"], Type: t.Attrs["type"], Language: t.Attrs["language"]})
	}
	for _, c := range item.Extensions["podcast"]["chapters"] {
		ep.ChaptersURL = c.Attrs["url"]
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

// shortID is an id that is likely to be another show's too, like "42".
var shortID = regexp.MustCompile(`^\d+$|^.{1,7}$`)

// itemID gives the guid where it can stand in an address, with the show's name before one that is no more than a
// number, and else a hash of the first of guid, link, and title with date that the item has.
func itemID(item *gofeed.Item, show string) string {
	if safeID.MatchString(item.GUID) {
		if shortID.MatchString(item.GUID) && show != "" {
			return slug(show) + "-" + item.GUID
		}
		return item.GUID
	}
	key := firstOf(item.GUID, item.Link, show+"\x00"+item.Title+"\x00"+item.Published)
	sum := sha256.Sum256([]byte(key))
	return "e" + hex.EncodeToString(sum[:8])
}

// credits reads podcast:person. Without a role, one of the cast is a host, and one of another group (visuals, writing)
// has that for a role: https://podcasting2.org/docs/podcast-namespace/tags/person.
func credits(extensions ext.Extensions) []extract.Credit {
	var out []extract.Credit
	for _, person := range extensions["podcast"]["person"] {
		name := strings.TrimSpace(person.Value)
		if name == "" {
			continue
		}
		role := person.Attrs["role"]
		if group := strings.ToLower(strings.TrimSpace(person.Attrs["group"])); strings.TrimSpace(role) == "" && group != "cast" {
			role = group
		}
		out = append(out, extract.Credit{Name: name, Role: creditRole(role), Href: person.Attrs["href"]})
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
