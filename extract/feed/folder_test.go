package feed

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"guestgraph/extract"
)

// folderOf makes a folder of files given as name and content.
func folderOf(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestReadFolder(t *testing.T) {
	const (
		vtt      = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>Logs.\n"
		chapters = `{"version":"1.2.0","chapters":[{"startTime":0,"title":"Start"},{"startTime":"61.5","title":"Logs","url":"https://example.org"},{"startTime":70,"title":"Picture","toc":false},{"startTime":80}]}`
	)
	tests := []struct {
		name     string
		files    map[string]string
		want     []extract.Episode
		problems []string
	}{
		{
			name: "records, hidden files and media",
			files: map[string]string{
				"b.jsonl": `{"id":"b","text":"B."}`, "a.jsonl": `{"id":"a","text":"A."}`, ".hidden": `{"id":"h","text":"H."}`,
				".git/x.jsonl": `{"id":"g","text":"G."}`, "a.mp3": "ID3\x00", "cover.JPG": "\xff\xd8\x00",
			},
			want: []extract.Episode{{ID: "a", Text: "A."}, {ID: "b", Text: "B."}},
		},
		{
			name: "video metadata with its captions, chapters and description",
			files: map[string]string{
				"A talk [x1].info.json": `{"id":"x1","title":"A talk","description":"Ada on logs.","extractor":"youtube"}`, "A talk [x1].description": "Ada on logs.",
				"A talk [x1].en.vtt": vtt, "A talk [x1].chapters.json": chapters,
			},
			want: []extract.Episode{{
				ID: "x1", Title: "A talk", Text: "Ada on logs.",
				Chapters:    []extract.Chapter{{Title: "Start"}, {Start: 61.5, Title: "Logs", URL: "https://example.org"}},
				Transcripts: []extract.Transcript{{Type: "text/vtt", Language: "en", Text: "Ada: Logs.", Cues: []extract.Cue{{Offset: 5, Start: 1, End: 2, Speaker: "Ada"}}}},
			}},
		},
		{
			name:  "a transcript beside many episodes, and one alone in a folder of its own",
			files: map[string]string{"all.jsonl": "{\"id\":\"a\",\"text\":\"A.\"}\n{\"id\":\"b\",\"text\":\"B.\"}\n", "all.vtt": vtt, "deep/all.de.vtt": vtt},
			want: []extract.Episode{
				{ID: "a", Text: "A."}, {ID: "b", Text: "B."},
				{ID: "all", Title: "All", Text: "Ada: Logs.", Transcripts: []extract.Transcript{{Type: "text/vtt", Text: "Ada: Logs.", Cues: []extract.Cue{{Offset: 5, Start: 1, End: 2, Speaker: "Ada"}}}}},
				{ID: "deep-all-de", Title: "All", Text: "Ada: Logs.", Transcripts: []extract.Transcript{{Type: "text/vtt", Language: "de", Text: "Ada: Logs.", Cues: []extract.Cue{{Offset: 5, Start: 1, End: 2, Speaker: "Ada"}}}}},
			},
		},
		{
			name: "files about the folder are no episodes",
			files: map[string]string{"README.md": "# Show notes\n\nOne file an episode.", "LICENSE": "All rights.", "CHANGELOG.txt": "Nothing yet.", "deep/readme.md": "# Deep",
				"01.md": "# Trees\n\nAda."},
			want: []extract.Episode{{ID: "01", Title: "Trees", Text: "# Trees\n\nAda."}},
		},
		{
			name:  "transcripts of one name, without a description, are one episode",
			files: map[string]string{"talk.de.vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>Holz.\n", "talk.en.srt": "1\n00:00:01,000 --> 00:00:02,000\nAda: Logs.\n", "talk.chapters.json": chapters},
			want: []extract.Episode{{
				ID: "talk", Title: "Talk", Text: "Ada: Logs.",
				Chapters: []extract.Chapter{{Title: "Start"}, {Start: 61.5, Title: "Logs", URL: "https://example.org"}},
				Transcripts: []extract.Transcript{
					{Type: "application/x-subrip", Text: "Ada: Logs.", Cues: []extract.Cue{{Offset: 5, Start: 1, End: 2, Speaker: "Ada"}}},
					{Type: "text/vtt", Language: "de", Text: "Ada: Holz.", Cues: []extract.Cue{{Offset: 5, Start: 1, End: 2, Speaker: "Ada"}}},
				},
			}},
		},
		{
			name:  "descriptions of the same name in two folders",
			files: map[string]string{"2023/01.md": "# Trees\n\nAda.", "2024/01.md": "# Logs\n\nBo."},
			want: []extract.Episode{
				{ID: "2023-01", Title: "Trees", Text: "# Trees\n\nAda."},
				{ID: "2024-01", Title: "Logs", Text: "# Logs\n\nBo."},
			},
		},
		{
			name:     "chapters of no episode, and damage in a companion",
			files:    map[string]string{"lost.chapters.json": chapters, "talk.json": "{\n\"id\":\"t\",\"text\":\"T.\"\n}", "talk.vtt": "WEBVTT\n\nno time\n\n00:01.000 --> 00:02.000\nHi\n"},
			problems: []string{"lost.chapters.json: a chapters file, and no episode", `talk.vtt:3: no time before "no time"`},
			want:     []extract.Episode{{ID: "t", Text: "T.", Transcripts: []extract.Transcript{{Type: "text/vtt", Text: "Hi", Cues: []extract.Cue{{Start: 1, End: 2}}}}}},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, problems := readAll(t, folderOf(t, tt.files), Options{})
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("episodes (-want +got):\n%s", diff)
			}
			checkProblems(t, tt.problems, problems)
		})
	}
}

func checkProblems(t *testing.T, want, got []string) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("problems %q, want %d", got, len(want))
		return
	}
	for i := range want {
		if !strings.Contains(got[i], want[i]) {
			t.Errorf("problem %q does not contain %q", got[i], want[i])
		}
	}
}

func TestStem(t *testing.T) {
	for name, want := range map[string]string{
		"shows/001.md": "001", "A talk [x1].en.vtt": "A talk [x1].en", "1. Trees.info.json": "1. Trees", "dump.jsonl.gz": "dump", "https://example.org/a/feed.xml?x=y.z": "feed", ".gz": ".gz", "notes": "notes",
	} {
		if got := stem(name); got != want {
			t.Errorf("stem(%q) = %q, want %q", name, got, want)
		}
	}
	for in, want := range map[string][2]string{"talk.en": {"talk", "en"}, "talk.pt-BR": {"talk", "pt-BR"}, "talk": {"talk", ""}, "v1.25": {"v1.25", ""}} {
		if rest, language := cutLanguage(in); rest != want[0] || language != want[1] {
			t.Errorf("cutLanguage(%q) = %q, %q", in, rest, language)
		}
	}
}
