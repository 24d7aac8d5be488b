package feed

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"github.com/mmcdole/gofeed"

	"guestgraph/extract"
)

// xml reads RSS and Atom, one document. Where the parser fails, or is silent about items that the feed has, the feed is read item
// by item, so that damage costs only what it touches.
func (f *feedReader) xml(data []byte) {
	s := cutItems(data)
	if s.sound {
		parsed, err := parseFeed(data)
		if err == nil && len(parsed.Items) >= len(s.items) {
			f.channel(parsed)
			f.items(parsed.Items)
			return
		}
	}
	if len(s.items) == 0 {
		f.noItems(data)
		return
	}
	f.salvaged(s)
}

func parseFeed(data []byte) (*gofeed.Feed, error) {
	return gofeed.NewParser().Parse(bytes.NewReader(data))
}

func isOPML(data []byte) bool {
	for t := range tags(data[:min(len(data), sniffBytes)]) {
		return strings.EqualFold(t.name, "opml") // the first
	}
	return false
}

// A feedReader reads one feed.
type feedReader struct {
	*reader
	name    string
	show    string
	credits []extract.Credit  // of the channel
	seen    map[string]string // id to a hash of what it stands for
}

func (f *feedReader) channel(parsed *gofeed.Feed) {
	f.show = strings.TrimSpace(parsed.Title)
	f.credits = credits(parsed.Extensions)
}

// noItems reports a document in which there is nothing to read.
func (f *feedReader) noItems(data []byte) {
	if isOPML(data) {
		f.fail(f.name, 0, errors.New("a list of subscriptions, and no feed"), "give the addresses in it (xmlUrl), one SOURCE each")
		return
	}
	if _, err := parseFeed(data); err != nil {
		f.fail(f.name, 0, fmt.Errorf("not a feed: %w", err), "give an RSS or Atom feed")
		return
	}
	f.fail(f.name, 0, errors.New("the feed is damaged and has no items"), "download it again")
}

// salvaged reads a damaged feed.
func (f *feedReader) salvaged(s *salvage) {
	if parsed, err := parseFeed([]byte(s.outside())); err == nil {
		f.channel(parsed)
	}
	for _, item := range s.items {
		if !f.salvagedItem(s, item) {
			return
		}
	}
	if last := s.items[len(s.items)-1]; !s.closed && !last.last {
		f.fail(f.name, s.line(last.end), errors.New("the feed ends after this item, without its closing tag"), "items may be missing: download it again")
	}
}

func (f *feedReader) salvagedItem(s *salvage, item part) bool {
	source, losses := s.document(item)
	line := s.line(item.start)
	if cutItems([]byte(source)).sound {
		parsed, err := parseFeed([]byte(source))
		if err == nil && len(parsed.Items) == 1 && (!item.last || identified(parsed.Items[0])) {
			if item.last {
				return f.items(parsed.Items) && f.fail(f.name, line, fmt.Errorf("the feed ends inside an item, which is read without its end: %q", parsed.Items[0].Title), "download it again")
			}
			for _, l := range losses {
				if !f.fail(f.name, s.line(item.inner+l.at), fmt.Errorf("damaged <%s> left out of the item %q", l.name, parsed.Items[0].Title), "mend it there; the rest of the item is read") {
					return false
				}
			}
			return f.items(parsed.Items)
		}
	}
	if item.last {
		return f.fail(f.name, line, errors.New("the feed ends inside an item, before what identifies it"), "download it again")
	}
	return f.fail(f.name, line, errors.New("damaged item skipped"), "the item that begins at this line holds nothing that can be read")
}

// identified reports whether an item will get the id that it has in the whole feed.
func identified(item *gofeed.Item) bool { return item.GUID != "" || item.Link != "" }

// items emits items, the same one once, and those that share an id by mistake under ids of their own.
func (f *feedReader) items(items []*gofeed.Item) bool {
	for _, item := range items {
		ep := episodeOf(item, f.show)
		ep.People = append(credits(item.Extensions), f.credits...)
		sum := sha256.Sum256([]byte(ep.Title + "\x00" + ep.URL + "\x00" + ep.AudioURL + "\x00" + ep.Text))
		content := hex.EncodeToString(sum[:4])
		if before, taken := f.seen[ep.ID]; taken {
			if before == content {
				continue
			}
			ep.ID += "-" + content
		}
		f.seen[ep.ID] = content
		if !f.emit(ep) {
			return false
		}
	}
	return true
}
