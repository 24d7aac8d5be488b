package feed

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
)

// rss makes a feed of items; titles and texts are what a test looks at.
func rss(items string) string {
	return `<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><title>Storage &amp; Hour</title><podcast:person>Ada</podcast:person>
` + items + "</channel></rss>"
}

// last is an item that must come out whatever stands before it.
const last = "<item><guid>last-item</guid><title>Last</title><description>Good &amp; whole.</description></item>\n"

func TestDamagedFeeds(t *testing.T) {
	deep := strings.Repeat("<x:a>", 100_000)
	tests := []struct {
		name     string
		feed     string
		want     []string // title, text
		problems []string
	}{
		{"bare ampersands and unknown entities", rss("<item><guid>one-item</guid><title>A & B</title><description>x &nosuch; &eacute; &#233; y</description></item>\n" + last),
			[]string{"A & B|x &nosuch; é é y", "Last|Good & whole."}, nil},
		{"HTML that is not escaped and does not close", rss("<item><guid>one-item</guid><title>One</title><description>a<br>b<p>c &amp; d</description></item>\n" + last),
			[]string{"One|a<br>b<p>c & d", "Last|Good & whole."}, nil},
		{"a bare less-than sign", rss("<item><guid>one-item</guid><title>x < y</title><description>1 <2</description></item>\n" + last),
			[]string{"x < y|1 <2", "Last|Good & whole."}, nil},
		{"a misspelled closing tag", rss("<item><guid>one-item</guid><description>a</descriptio><title>One</title></item>\n" + last),
			[]string{"One|a</descriptio>", "Last|Good & whole."}, nil},
		{"CDATA that does not end", rss("<item><guid>one-item</guid><title>One</title><description><![CDATA[<b>a</b> </description></item>\n<item><guid>two-items</guid><title>Two</title><description><![CDATA[b]]></description></item>" + last),
			[]string{"One|<b>a</b>", "Two|b", "Last|Good & whole."}, nil},
		{"CDATA that holds an item", rss("<item><guid>one-item</guid><title>One</title><description><![CDATA[<item>x</item>]]></description></item>\n" + last),
			[]string{"One|<item>x</item>", "Last|Good & whole."}, nil},
		{"an item without its closing tag", rss("<item><guid>one-item</guid><title>One</title>\n" + last), []string{"One|", "Last|Good & whole."}, nil},
		{"items after the end", rss("") + "\n" + last, []string{"Last|Good & whole."}, nil},
		{"attributes without quotes", rss("<item><guid>one-item</guid><title>One</title><enclosure url=https://example.org/?a=1&b=2 length=3 /><link>https://example.org</link></item>\n" + last),
			[]string{"One|", "Last|Good & whole."}, nil},
		{"a structure that cannot be mended", rss("<item><guid>one-item</guid><title>One</title>\n<media:group><a></b></media:group></item>\n" + last),
			[]string{"One|", "Last|Good & whole."}, []string{`4: damaged <media:group> left out of the item "One"`}},
		{"control characters", rss("<item><guid>one-item</guid><title>One</title><description>a\x01b</description></item>\n" + last), []string{"One|ab", "Last|Good & whole."}, nil},
		{"an element of its own that does not end", rss("<item><guid>one-item</guid><itunes:block>yes<title>One</title><description>a</description></item>\n" + last),
			[]string{"One|a", "Last|Good & whole."}, []string{"3: damaged <itunes:block> left out"}},
		{"nested without end", rss("<item><guid>one-item</guid><title>One</title>" + deep + "</item>\n" + last), []string{"One|", "Last|Good & whole."}, []string{"3: damaged <x:a> left out"}},
		{"cut in a text", strings.SplitAfter(rss(last+"<item><guid>cut-item</guid><title>Cut</title><description><![CDATA[It goes"), "It goes")[0],
			[]string{"Last|Good & whole.", "Cut|It goes"}, []string{`4: the feed ends inside an item, which is read without its end: "Cut"`}},
		{"cut in a guid", strings.SplitAfter(rss(last+"<item><title>Cut</title><guid>cut-it"), "cut-it")[0],
			[]string{"Last|Good & whole."}, []string{"4: the feed ends inside an item, before what identifies it"}},
		{"cut between items", strings.TrimSuffix(rss(last), "</channel></rss>"), []string{"Last|Good & whole."}, []string{"3: the feed ends after this item"}},
		{"a damaged head", strings.Replace(rss(last), "<podcast:person>", "<description>a <b <c></description><podcast:person>", 1), []string{"Last|Good & whole."}, nil},
		{"the same guid twice", rss(strings.Repeat("<item><guid>same-guid</guid><title>One</title></item>", 2) + "<item><guid>same-guid</guid><title>Two</title></item>" + last),
			[]string{"One|", "Two|", "Last|Good & whole."}, nil},
		{"Atom", `<feed xmlns="http://www.w3.org/2005/Atom"><title>Storage &amp; Hour</title><entry><id>one-item</id><title>A & B < C</title><content type="html">x &lt;p></content></entry><entry><id>two-items</id><title>Two</title><summary>y</summary></entry></feed>`,
			[]string{"A & B < C|x <p>", "Two|y"}, nil},
		{"no feed", "<?xml version='1.0'?><svg><g/></svg>", nil, []string{"standard input: not a feed"}},
		{"subscriptions", "<?xml version='1.0'?><opml><body/></opml>", nil, []string{"standard input: a list of subscriptions"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			episodes, problems := readAll(t, "-", Options{Stdin: strings.NewReader(tt.feed)})
			var got []string
			ids := map[string]bool{}
			for _, ep := range episodes {
				got = append(got, ep.Title+"|"+ep.Text)
				if ids[ep.ID] {
					t.Errorf("id %s stands twice", ep.ID)
				}
				ids[ep.ID] = true
				if ep.Show != "Storage & Hour" {
					t.Errorf("show %q", ep.Show)
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("episodes (-want +got):\n%s", diff)
			}
			checkProblems(t, tt.problems, problems)
		})
	}
}

func TestEncodings(t *testing.T) {
	const text = "Søren räumt – “auf”"
	utf16le := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(`<?xml version="1.0" encoding="UTF-16"?><rss><channel><item><guid>one-item</guid><title>` + text + `</title></item></channel></rss>`)) {
		utf16le = append(utf16le, byte(u), byte(u>>8))
	}
	const windows = "S\xf8ren r\xe4umt \x96 \x93auf\x94"
	tests := []struct{ name, in string }{
		{"declared", `<?xml version='1.0' encoding='windows-1252'?><rss><channel><item><guid>one-item</guid><title>` + windows + `</title></item></channel></rss>`},
		{"declared wrongly", `<?xml version="1.0" encoding="UTF-8"?><rss><channel><item><guid>one-item</guid><title>` + windows + `</title></item></channel></rss>`},
		{"mixed", `<rss><channel><item><guid>one-item</guid><title>Søren r` + "\xe4umt – “auf\x94" + `</title></item></channel></rss>`},
		{"UTF-16 with a mark", string(utf16le)},
		{"UTF-16 without", string(utf16le[2:])},
		{"JSON Lines", `{"id":"a","text":"","title":"` + windows + `"}`},
		{"front matter", "---\ntitle: " + windows + "\n---\n"},
	}
	for _, tt := range tests {
		episodes, problems := readAll(t, "-", Options{Stdin: strings.NewReader(tt.in)})
		if len(episodes) != 1 || episodes[0].Title != text || problems != nil {
			t.Errorf("%s: got %+v, problems %v", tt.name, episodes, problems)
		}
	}
}

// TestHostileFeeds reads what would take hours, and so end the test run, if work were done again for each opening.
func TestHostileFeeds(t *testing.T) {
	for _, piece := range []string{"<!--", "<![CDATA[", "<?", "<!", `<a "`, "<a ", "<title>", "</item>", "<item>", "<item/>", "<x><title>", "&", "<item><description>"} {
		feed := rss("<item>"+strings.Repeat(piece, 40_000/len(piece))) + "]]>"
		if episodes, problems := readAll(t, "-", Options{Stdin: strings.NewReader(feed)}); len(episodes)+len(problems) == 0 {
			t.Errorf("%q: nothing was read, and nothing was told", piece)
		}
	}
}

func TestItemsCount(t *testing.T) {
	var feed bytes.Buffer
	feed.WriteString("<rss><channel><title>Many</title>")
	for i := range 500 {
		fmt.Fprintf(&feed, "<item><guid>item-number-%d</guid><title>T%d</title><description>a & b <br> c</description></item>\n", i, i)
	}
	feed.WriteString("</channel></rss>")
	episodes, problems := readAll(t, "-", Options{Stdin: &feed})
	if len(episodes) != 500 || problems != nil {
		t.Errorf("%d episodes, problems %v", len(episodes), problems)
	}
}

func TestJSONDocuments(t *testing.T) {
	tests := []struct {
		name, in string
		want     []string // id|title|text
		problems []string
	}{
		{"array with one record that does not fit", "[\n{\"id\":1,\"text\":\"A\"},\n{\"id\":\"b\",\"text\":[]},\n{\"id\":\"c\",\"text\":\"C\"}\n]", []string{"1||A", "c||C"}, []string{`3: field "text" holds a array`}},
		{"array that is cut", "[\n{\"id\":\"a\",\"text\":\"A\"},\n{\"id\":\"b\",", []string{"a||A"}, []string{"3: the rest is not read"}},
		{"array without its end", "[\n{\"id\":\"a\",\"text\":\"A\"}", []string{"a||A"}, []string{"2: the list of episodes does not end"}},
		{"printed one after another", "{\n\"id\":\"a\",\"text\":\"A\"\n}\n{\n\"id\":\"b\",\"text\":\"B\"\n}", []string{"a||A", "b||B"}, nil},
		{"playlist", "{\n\"_type\":\"playlist\",\"id\":\"p\",\"title\":\"P\",\"entries\":[{\"id\":\"v\",\"title\":\"V\",\"description\":\"D\"}]}", []string{"v|V|D"}, nil},
		{"JSON Feed", `{"version":"https://jsonfeed.org/version/1.1","title":"S","items":[{"id":"item-number-1","title":"T","content_html":"<p>x"}]}`, []string{"item-number-1|T|<p>x"}, nil},
		{"transcript in one line", `{"version":"1.0.0","segments":[{"speaker":"Ada","body":"Hi."}]}`, []string{"standard-input|Standard Input|Ada: Hi."}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			episodes, problems := readAll(t, "-", Options{Stdin: strings.NewReader(tt.in)})
			var got []string
			for _, ep := range episodes {
				got = append(got, ep.ID+"|"+ep.Title+"|"+ep.Text)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("episodes (-want +got):\n%s", diff)
			}
			checkProblems(t, tt.problems, problems)
		})
	}
}

// TestSharedFeeds reads real feeds: all items come out, whatever is damaged, and of a feed cut off anywhere, all that
// are complete.
func TestSharedFeeds(t *testing.T) {
	const dir = "../../../shared/feeds"
	if _, err := os.Stat(dir); err != nil {
		t.Skip("no ../shared/feeds")
	}
	for file, want := range map[string]int{
		"1865_art19.xml": 61, "dw_german_utf8.xml": 59, "homegrownhits_persons_chapters.xml": 4, "noagenda_malformed_entity.xml": 29, "podlove_simple_chapters_atom.xml": 1,
		"podlove_simple_chapters_rss2.xml": 1, "podverse_test.xml": 5, "rust_rss_itunes_minimal.xml": 1, "video/tubesync_metadata.json": 1,
		"transcripts/changelog_bold_speaker.md": 1, "transcripts/haskellweekly_036_numbered_cues.vtt": 1, "transcripts/pc20_example_transcript.json": 1, "transcripts/pc20_example_transcript.srt": 1,
	} {
		episodes, problems := readAll(t, filepath.Join(dir, file), Options{})
		if len(episodes) != want || problems != nil {
			t.Errorf("%s: %d episodes, want %d; problems %v", file, len(episodes), want, problems)
		}
		data, err := os.ReadFile(filepath.Join(dir, file))
		if err != nil {
			t.Fatal(err)
		}
		if filepath.Ext(file) != ".xml" || want < 2 {
			continue
		}
		for part := 1; part <= 4; part++ {
			cut := data[:len(data)*part/5]
			complete := bytes.Count(cut, []byte("</item>"))
			episodes, problems := readAll(t, "-", Options{Stdin: bytes.NewReader(cut)})
			if len(episodes) < complete || len(episodes) > complete+1 || len(problems) != 1 {
				t.Errorf("%s cut to %d bytes: %d episodes of %d complete items; problems %v", file, len(cut), len(episodes), complete, problems)
			}
		}
	}
	if problems := second(readAll(t, filepath.Join(dir, "transcripts/pc20_example_chapters.json"), Options{})); len(problems) != 1 {
		t.Errorf("a chapters file alone: problems %v", problems)
	}
}

func second[A, B any](_ A, b B) B { return b }
