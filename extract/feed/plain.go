package feed

import (
	"fmt"
	"path"
	"strings"
)

// text reads a plain text with one description, or many run together. Its episodes are numbered in
// order, so that a changed text keeps the ids of its episodes.
func (r *reader) text(d document, data []byte) {
	text := string(data)
	if strings.TrimSpace(text) == "" {
		return
	}
	for i, ep := range SplitText(text) {
		ep.ID = fmt.Sprintf("%s-%02d", slug(d.stem), i+1)
		ep.Show = firstOf(ep.Show, r.options.Show, title(path.Base(d.stem)))
		if !r.emit(ep) {
			return
		}
	}
}
