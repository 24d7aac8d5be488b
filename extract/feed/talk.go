package feed

import (
	"path"

	"guestgraph/extract"
	"guestgraph/extract/feed/transcript"
)

// transcript reads a transcript that stands alone as an episode: what was said is its text.
func (r *reader) transcript(d document, data []byte, format transcript.Format) bool {
	t, damages := transcript.Parse(data, format)
	if !r.damages(d.name, damages) {
		return false
	}
	name, language := cutLanguage(d.stem)
	t.Language = language
	return r.emit(extract.Episode{
		ID: fileID(d.stem, r.options.Show), Title: title(path.Base(name)), Text: t.Text, Transcripts: []extract.Transcript{t},
	})
}
