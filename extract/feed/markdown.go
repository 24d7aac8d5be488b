package feed

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/pelletier/go-toml/v2"
	"go.yaml.in/yaml/v3"

	"guestgraph/extract"
)

// maxFrontMatter bounds what stands before a Markdown file's text.
const maxFrontMatter = 256 << 10

// markdown reads one episode: a description, with front matter as static sites have it, or with a title.
func (r *reader) markdown(d document, data []byte) {
	data = bytes.TrimLeft(data, " \t\r\n")
	ep := extract.Episode{Text: string(data)}
	var m matter
	if head, parse := matterOf(data); head != nil {
		ep.Text = strings.TrimLeft(string(data[len(head):]), "\r\n")
		var line int
		var err error
		if m, line, err = parse(head); err != nil && !r.fail(d.name, line, fmt.Errorf("front matter: %w", err), "the text is read without it") {
			return
		}
	}
	if err := m.fill(&ep); err != nil && !r.fail(d.name, 1, err, "the episode is read without it") {
		return
	}
	if h := heading.FindStringSubmatch(strings.TrimLeft(ep.Text, " \t\r\n")); ep.Title == "" && h != nil {
		ep.Title = strings.TrimRight(strings.TrimSpace(h[1]), "# ")
	}
	ep.Title = firstOf(ep.Title, title(path.Base(d.stem)))
	ep.Show = firstOf(ep.Show, r.options.Show)
	ep.ID = fileID(firstOf(m.text("id", "guid"), d.stem), ep.Show)
	r.emit(ep)
}

// A matter is front matter: keys in lower case.
type matter map[string]any

// matterOf finds the front matter of a file, YAML between rows of --- or TOML between rows of +++, and what parses it.
func matterOf(data []byte) (head []byte, parse func(head []byte) (matter, int, error)) {
	if head = frontMatter.Find(data); head != nil {
		return head, parseYAML
	}
	return tomlMatter.Find(data), parseTOML
}

// within gives what stands between the rows that enclose front matter.
func within(head []byte) ([]byte, error) {
	if len(head) > maxFrontMatter {
		return nil, errors.New("too long")
	}
	head = bytes.TrimSpace(head)
	return head[len("---") : len(head)-len("---")], nil
}

// parseYAML gives the line of an error, from 1, as well.
func parseYAML(head []byte) (matter, int, error) {
	var raw map[string]any
	inner, err := within(head)
	if err == nil {
		err = yaml.Unmarshal(inner, &raw)
	}
	if err != nil {
		return nil, yamlLine(err), err
	}
	return lowerKeys(raw), 0, nil
}

var yamlErrorLine = regexp.MustCompile(`line (\d+)`)

// yamlLine finds the line that an error of the YAML package tells in its text.
func yamlLine(err error) int {
	if m := yamlErrorLine.FindStringSubmatch(err.Error()); m != nil {
		n, _ := strconv.Atoi(m[1]) // digits
		return n
	}
	return 1
}

// parseTOML is parseYAML for TOML. What themes keep in the table [params] counts where the file's own keys are silent.
func parseTOML(head []byte) (matter, int, error) {
	var raw map[string]any
	inner, err := within(head)
	if err == nil {
		err = toml.Unmarshal(inner, &raw)
	}
	if err != nil {
		line := 1
		if damage, ok := errors.AsType[*toml.DecodeError](err); ok {
			line, _ = damage.Position()
		}
		return nil, line, err
	}
	m := lowerKeys(raw)
	if params, ok := m["params"].(map[string]any); ok {
		for key, value := range lowerKeys(params) {
			if _, taken := m[key]; !taken {
				m[key] = value
			}
		}
	}
	return m, 0, nil
}

func lowerKeys(raw map[string]any) matter {
	m := matter{}
	for key, value := range raw {
		m[strings.ToLower(strings.ReplaceAll(key, "-", "_"))] = value
	}
	return m
}

// text gives the first of the keys that holds something.
func (m matter) text(keys ...string) string {
	for _, key := range keys {
		switch v := m[key].(type) {
		case string:
			if v = strings.TrimSpace(v); v != "" {
				return v
			}
		case int:
			return strconv.Itoa(v)
		case int64:
			return strconv.FormatInt(v, 10)
		case time.Time:
			return v.Format(time.RFC3339)
		case toml.LocalDate, toml.LocalDateTime:
			return fmt.Sprint(v)
		case map[string]any:
			if s := matter(v).text("title", "name", "url"); s != "" {
				return s
			}
		}
	}
	return ""
}

// fill sets what the keys of common static sites say.
func (m matter) fill(ep *extract.Episode) (err error) {
	ep.Title = m.text("title", "name")
	ep.Show = m.text("show", "podcast", "series", "show_title", "podcast_title")
	ep.URL = m.text("url", "link", "canonical_url")
	if ep.URL != "" && !isURL(ep.URL) {
		ep.URL = "" // a path within the site
	}
	ep.AudioURL = m.text("audio", "audio_url", "audiourl", "mp3", "mp3_url", "enclosure", "media")
	ep.GUID = m.text("guid")
	for _, credit := range [...]struct{ role, one, many string }{{"guest", "guest", "guests"}, {"host", "host", "hosts"}} {
		ep.People = append(ep.People, m.people(credit.role, credit.one)...)
		ep.People = append(ep.People, m.people(credit.role, credit.many)...)
	}
	if summary := m.text("description", "summary", "excerpt", "subtitle"); summary != "" && !strings.Contains(ep.Text, summary) {
		ep.Text = strings.TrimRight(summary+"\n\n"+ep.Text, "\r\n")
	}
	if d, ok := parseClock(m.text("duration", "itunes_duration")); ok {
		ep.Duration = d
	}
	ep.Published, err = parseDate(m.text("date", "published", "pubdate", "pub_date", "publish_date", "publishdate", "published_at", "release_date"))
	return err
}

// people reads a name, names with commas between, a list of names, or a list of objects with names.
func (m matter) people(role, key string) []extract.Credit {
	var out []extract.Credit
	add := func(name, href string) {
		if name = strings.TrimSpace(name); name != "" {
			out = append(out, extract.Credit{Name: name, Role: role, Href: href})
		}
	}
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case string:
			for name := range strings.SplitSeq(v, ",") {
				add(name, "")
			}
		case []any:
			for _, one := range v {
				walk(one)
			}
		case map[string]any:
			add(matter(v).text("name", "title"), matter(v).text("url", "href", "link", "website", "twitter", "github", "linkedin"))
		}
	}
	walk(m[key])
	return out
}
