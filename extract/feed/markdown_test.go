package feed

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"guestgraph/extract"
)

func TestMarkdown(t *testing.T) {
	tests := []struct {
		name, in string
		want     extract.Episode
		problems []string
	}{
		{
			name: "front matter of a static site",
			in:   "---\n# an episode\ntitle: \"Logs: a story\"\nShow: Storage Hour\ndate: 2026-01-05\nguests:\n  - name: Bo Sample\n    twitter: https://example.org/bo\n  - Cy Ample\nhost: Ada Example, Di Other\nurl: https://example.org/7\nmp3: https://example.org/7.mp3\nduration: 1:02:03\n---\n\nBo on logs.\n",
			want: extract.Episode{
				ID: "storage-hour-standard-input", Show: "Storage Hour", Title: "Logs: a story", Text: "Bo on logs.\n", URL: "https://example.org/7", AudioURL: "https://example.org/7.mp3",
				Published: time.Date(2026, 1, 5, 0, 0, 0, 0, time.UTC), Duration: time.Hour + 2*time.Minute + 3*time.Second,
				People: []extract.Credit{{Name: "Bo Sample", Role: "guest", Href: "https://example.org/bo"}, {Name: "Cy Ample", Role: "guest"}, {Name: "Ada Example", Role: "host"}, {Name: "Di Other", Role: "host"}},
			},
		},
		{
			name: "numbers, milliseconds, and a description that the text lacks",
			in:   "---\r\nid: 12\r\ndate: 1499250000000\r\ndescription: Ada talks with Bo.\r\nurl: /12\r\n---\r\n## Links\r\n",
			want: extract.Episode{ID: "12", Title: "Standard Input", Text: "Ada talks with Bo.\n\n## Links", Published: time.Date(2017, 7, 5, 10, 20, 0, 0, time.UTC)},
		},
		{
			name:     "damaged front matter",
			in:       "---\ntitle: One\nshow: [a\n---\nBo on logs.",
			want:     extract.Episode{ID: "standard-input", Title: "Standard Input", Text: "Bo on logs."},
			problems: []string{"standard input:", "front matter: yaml"},
		},
		{
			name: "TOML front matter, with a table of a theme's",
			in:   "+++\ntitle = \"Logs: a story\"\ndate = 2026-01-05\nguests = [\"Bo Sample\", \"Cy Ample\"]\n[params]\nshow = \"Storage Hour\"\nepisode_number = 7\n+++\n\nBo on logs.\n",
			want: extract.Episode{
				ID: "storage-hour-standard-input", Show: "Storage Hour", Title: "Logs: a story", Text: "Bo on logs.\n", Published: time.Date(2026, 1, 5, 0, 0, 0, 0, time.UTC),
				People: []extract.Credit{{Name: "Bo Sample", Role: "guest"}, {Name: "Cy Ample", Role: "guest"}},
			},
		},
		{
			name:     "damaged TOML",
			in:       "+++\ntitle = \"One\"\nshow = [a\n+++\nBo on logs.",
			want:     extract.Episode{ID: "standard-input", Title: "Standard Input", Text: "Bo on logs."},
			problems: []string{"standard input:3", "front matter: toml"},
		},
		{
			name:     "no date",
			in:       "---\ntitle: One\ndate: soon\n---\nBo on logs.",
			want:     extract.Episode{ID: "standard-input", Title: "One", Text: "Bo on logs."},
			problems: []string{`published "soon" is no date`},
		},
		{
			name: "a title alone",
			in:   "# Logs #\n\nBo on logs.\n\n# Links\n\nhttps://example.org\n\nAnother sentence that is long enough to begin a description of its own.",
			want: extract.Episode{ID: "standard-input", Title: "Logs", Text: "# Logs #\n\nBo on logs.\n\n# Links\n\nhttps://example.org\n\nAnother sentence that is long enough to begin a description of its own."},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, problems := readAll(t, "-", Options{Stdin: strings.NewReader(tt.in)})
			if diff := cmp.Diff([]extract.Episode{tt.want}, got); diff != "" {
				t.Errorf("episodes (-want +got):\n%s", diff)
			}
			all := strings.Join(problems, "\n")
			for _, want := range tt.problems {
				if !strings.Contains(all, want) {
					t.Errorf("problems %q do not contain %q", problems, want)
				}
			}
			if len(problems) > 0 && tt.problems == nil {
				t.Errorf("problems %q", problems)
			}
		})
	}
}

func TestPage(t *testing.T) {
	tests := []struct {
		name, in string
		want     extract.Episode
	}{
		{
			name: "a part of a page", in: "<p>Ada talks with <b>Bo</b>.</p>\n\n<p>A second paragraph that could stand alone.</p>",
			want: extract.Episode{ID: "standard-input", Title: "Standard Input", Text: "<p>Ada talks with <b>Bo</b>.</p>\n\n<p>A second paragraph that could stand alone.</p>"},
		},
		{
			name: "a whole page",
			in: `<!DOCTYPE html><html><head><title>Logs &amp; trees</title><meta property="og:site_name" content="Storage Hour"><meta property="og:url" content="https://example.org/7">
<meta property="article:published_time" content="2026-01-05T08:00:00Z"><script>var x = "<main>";</script></head><body><nav>Home</nav><main><p>Bo on logs.</p></main><footer>F</footer></body></html>`,
			want: extract.Episode{ID: "storage-hour-standard-input", Show: "Storage Hour", Title: "Logs & trees", Text: "<p>Bo on logs.</p>", URL: "https://example.org/7", Published: time.Date(2026, 1, 5, 8, 0, 0, 0, time.UTC)},
		},
		{
			name: "a page without a main part", in: "<html><body class=x>\n<p>Bo.</p></body></html>",
			want: extract.Episode{ID: "standard-input", Title: "Standard Input", Text: "\n<p>Bo.</p>"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, problems := readAll(t, "-", Options{Stdin: strings.NewReader(tt.in)})
			if diff := cmp.Diff([]extract.Episode{tt.want}, got); diff != "" || problems != nil {
				t.Errorf("problems %v; episodes (-want +got):\n%s", problems, diff)
			}
		})
	}
}
