package feed

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"sort"
	"strings"

	"guestgraph/extract"
	"guestgraph/extract/feed/transcript"
)

// media are files that stand beside episodes and hold no text.
var media = map[string]bool{
	".mp3": true, ".m4a": true, ".mp4": true, ".webm": true, ".mkv": true, ".ogg": true, ".opus": true, ".wav": true, ".flac": true, ".aac": true, ".mov": true,
	".jpg": true, ".jpeg": true, ".png": true, ".webp": true, ".gif": true, ".svg": true, ".avif": true, ".ico": true, ".pdf": true,
}

// about are files that tell about a folder of episodes, and are none: README.md, LICENSE.
var about = map[string]bool{"readme": true, "license": true, "licence": true, "copying": true, "notice": true, "changelog": true, "contributing": true, "code_of_conduct": true,
	"authors": true, "security": true, "makefile": true, "dockerfile": true}

func isAbout(name string) bool { return about[strings.ToLower(stem(name))] }

// A group is the files of a folder that are called alike but for their extensions: an episode's.
type group struct {
	stem  string // with the folders below the one that was given
	paths []string
}

// folder reads all files below a folder, in order of their names.
func (r *reader) folder(root string) {
	groups := map[string]*group{}
	var order []string
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		name := d.Name()
		switch {
		case err != nil:
			r.fail(p, 0, err, "")
		case p != root && strings.HasPrefix(name, "."):
			if d.IsDir() {
				return fs.SkipDir
			}
		case d.Type().IsRegular() && !isAbout(name) && !media[strings.ToLower(filepath.Ext(name))]:
			key := groupKey(root, p)
			if groups[key] == nil {
				groups[key] = &group{stem: key}
				order = append(order, key)
			}
			groups[key].paths = append(groups[key].paths, p)
		}
		if r.stopped {
			return fs.SkipAll
		}
		return nil
	})
	if err != nil {
		r.fail(root, 0, err, "")
	}
	sort.Strings(order)
	for _, key := range order {
		if r.stopped {
			return
		}
		r.group(groups[key])
	}
}

// groupKey is a file's stem, with its folders below root, and without a transcript's language.
func groupKey(root, p string) string {
	name := stem(p)
	if ext := strings.ToLower(filepath.Ext(strings.TrimSuffix(p, ".gz"))); ext == ".vtt" || ext == ".srt" {
		name, _ = cutLanguage(name)
	}
	below, err := filepath.Rel(root, filepath.Dir(p))
	if err != nil || below == "." {
		return name
	}
	return path.Join(filepath.ToSlash(below), name)
}

// group reads the files of one episode: what describes it first, with the others as its companions.
func (r *reader) group(g *group) {
	if len(g.paths) == 1 {
		r.alone(g, g.paths[0])
		return
	}
	var described, beside []string
	metadata := false
	for _, p := range g.paths {
		metadata = metadata || strings.HasSuffix(p, ".info.json")
	}
	for _, p := range g.paths {
		switch {
		case metadata && strings.HasSuffix(p, ".description"): // the same text again
		case isCompanion(p):
			beside = append(beside, p)
		default:
			described = append(described, p)
		}
	}
	if len(described) == 0 {
		described, beside = speakingFirst(beside)
	}
	for _, p := range described {
		r.companions = &companions{}
		r.file(p, g.stem)
		held := r.companions.held
		r.companions = nil
		if held == nil {
			continue
		}
		for _, companion := range beside {
			r.accompany(held, companion)
		}
		beside = nil
		r.give(*held)
	}
	for _, p := range beside {
		r.alone(g, p)
	}
}

// speakingFirst picks, among transcripts and chapter files that describe nothing, the transcript that stands for the
// episode: the best format in English, or in a language not told.
func speakingFirst(paths []string) (first, rest []string) {
	best, at := 0, -1
	for i, p := range paths {
		_, language := cutLanguage(stem(p))
		rank := 1
		switch strings.ToLower(filepath.Ext(strings.TrimSuffix(p, ".gz"))) {
		case ".json":
			rank += 3
		case ".vtt":
			rank += 2
		case ".srt":
			rank++
		}
		if language == "" || strings.HasPrefix(language, "en") {
			rank += 10
		}
		if rank > best && companionFormat(p) != "" {
			best, at = rank, i
		}
	}
	if at < 0 {
		return nil, paths
	}
	return paths[at : at+1], append(slices.Clone(paths[:at]), paths[at+1:]...)
}

// alone reads a file whose name is not shared, and so keeps a transcript's language in it.
func (r *reader) alone(g *group, p string) { r.file(p, path.Join(path.Dir(g.stem), stem(p))) }

// A companions holds back the only episode of a file until what belongs to it has been read. A file of many episodes
// has no companions.
type companions struct {
	held *extract.Episode
	many bool
}

// isCompanion tells transcripts and chapter files from what can stand alone.
func isCompanion(path string) bool {
	head := headOf(path)
	return transcript.Detect(head) != "" || isChapters(head)
}

// companionFormat is the format of a transcript, "" for other files.
func companionFormat(path string) transcript.Format { return transcript.Detect(headOf(path)) }

// headOf gives the first bytes of a file, none of one that cannot be read: reading it will tell why.
func headOf(path string) []byte {
	f, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer f.Close()
	in, err := open(f, document{}, 0)
	if err != nil {
		return nil
	}
	head, _ := in.Peek(sniffBytes)
	return bytes.Clone(head)
}

// accompany adds a transcript or chapter file to its episode.
func (r *reader) accompany(ep *extract.Episode, path string) {
	f, err := os.Open(path)
	if err != nil {
		r.fail(path, 0, err, "")
		return
	}
	defer f.Close()
	in, err := open(f, document{}, 0)
	if err == nil {
		var data []byte
		if data, err = readWhole(in, r.options.MaxBytes); err == nil {
			err = r.add(ep, document{name: path, stem: stem(path)}, toUTF8(data, ""))
		}
	}
	if err != nil {
		r.fail(path, 0, err, "the episode is read without it")
	}
}

// add reads a transcript or chapter file into an episode.
func (r *reader) add(ep *extract.Episode, d document, data []byte) error {
	if isChapters(data) {
		chapters, err := parseChapters(data)
		if len(ep.Chapters) == 0 {
			ep.Chapters = chapters
		}
		return err
	}
	format := transcript.Detect(data)
	if format == "" {
		return errors.New("neither a transcript nor chapters")
	}
	t, damages := transcript.Parse(data, format)
	_, t.Language = cutLanguage(d.stem)
	ep.Transcripts = append(ep.Transcripts, t)
	r.damages(d.name, damages)
	return nil
}

// damages reports what a transcript lost.
func (r *reader) damages(name string, damages []*transcript.Damage) bool {
	for _, damage := range damages {
		if !r.fail(name, damage.Line, damage.Err, "the rest of the transcript is read") {
			return false
		}
	}
	return true
}
