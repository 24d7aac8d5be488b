package feed

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"

	"guestgraph/extract"
	"guestgraph/extract/feed/transcript"
)

const (
	maxAttachment  = 16 << 20 // bytes of one transcript or chapter file
	patience       = 3        // failures in a row after which a host is left alone
	attachedRemedy = "the episode is read without it"
)

// attachments downloads the chapters and the best transcript that an episode links to. What fails is reported, and
// costs the episode nothing else.
func (r *reader) attachments(ep *extract.Episode) bool {
	if ep.ChaptersURL != "" && len(ep.Chapters) == 0 {
		data, _, err := r.attachment(ep.ChaptersURL)
		if err == nil {
			ep.Chapters, err = parseChapters(data)
		}
		if err != nil && !r.attachmentFailed(ep, ep.ChaptersURL, err) {
			return false
		}
	}
	for _, i := range bestFirst(ep.Transcripts) {
		t := &ep.Transcripts[i]
		err := r.readTranscript(t)
		if err == nil {
			return !r.stopped
		}
		if !r.attachmentFailed(ep, t.URL, err) {
			return false
		}
	}
	return true
}

// bestFirst orders transcripts by what they tell: speakers with times, times, speakers, words. None when one is
// there already.
func bestFirst(list []extract.Transcript) []int {
	rank := []transcript.Format{transcript.JSON, transcript.VTT, transcript.SRT, transcript.Markdown, transcript.HTML, transcript.Plain, ""}
	order := make([]int, 0, len(list))
	for i, t := range list {
		if t.Text != "" {
			return nil
		}
		if t.URL != "" {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return slices.Index(rank, transcript.FormatOf(list[a].Type)) - slices.Index(rank, transcript.FormatOf(list[b].Type))
	})
	return order
}

// readTranscript downloads and reads a transcript; what it is, its content tells before its type.
func (r *reader) readTranscript(t *extract.Transcript) error {
	data, mediaType, err := r.attachment(t.URL)
	if err != nil {
		return err
	}
	format := transcript.Detect(data)
	if named := transcript.FormatOf(firstOf(t.Type, mediaType)); format == "" && named != transcript.VTT && named != transcript.SRT && named != transcript.JSON {
		format = named
	}
	if format == "" || isBinary(data) {
		return errors.New("not a transcript")
	}
	read, damages := transcript.Parse(data, format)
	t.Text, t.Cues = read.Text, read.Cues
	r.damages(t.URL, damages)
	return nil
}

// errLeftAlone is not told again for each file of a host.
var errLeftAlone = errors.New("host left alone")

// attachment downloads one file.
func (r *reader) attachment(address string) ([]byte, string, error) {
	u, err := url.Parse(address)
	if err != nil {
		return nil, "", err
	}
	if !isURL(address) {
		return nil, "", fmt.Errorf("%q is no http(s) address", address)
	}
	if r.refused[u.Host] >= patience {
		return nil, "", errLeftAlone
	}
	d, err := r.fetcher.get(r.ctx, address, maxAttachment)
	if err != nil {
		if status, ok := errors.AsType[*statusError](err); ok && status.code < 500 && status.code != http.StatusTooManyRequests {
			return nil, "", err // the host answers, and lacks this file
		}
		if r.refused == nil {
			r.refused = map[string]int{}
		}
		if r.refused[u.Host]++; r.refused[u.Host] == patience {
			err = fmt.Errorf("%w; after %d failures in a row, %s is asked no more", err, patience, u.Host)
		}
		return nil, "", err
	}
	defer d.Close()
	delete(r.refused, u.Host)
	in, err := open(d, document{remote: true}, maxAttachment)
	if err != nil {
		return nil, "", err
	}
	data, err := readWhole(in, maxAttachment)
	return toUTF8(data, d.charset), d.mediaType, err
}

// attachmentFailed reports a failure, and tells whether to go on.
func (r *reader) attachmentFailed(ep *extract.Episode, address string, err error) bool {
	if errors.Is(err, errLeftAlone) || errors.Is(err, context.Canceled) {
		return true // told before, or told by what gives the episode
	}
	return r.fail(address, 0, fmt.Errorf("of episode %s: %w", ep.ID, err), attachedRemedy)
}
