package extract

import (
	"strings"
	"sync"
)

// Version names the rules and lists; it changes whenever the output for some episode may.
const Version = "20"

// An Extractor finds the facts of episodes. It is immutable and safe for concurrent use.
type Extractor struct {
	x     *Lexicon
	trust *Confidences
	names *NameScorer // nil: rules alone decide about names
}

var embedded = sync.OnceValues(func() (*Lexicon, error) { return loadLexicon(func(_, _ string) bool { return true }) })

// DefaultLexicon returns the embedded lists, loaded once.
func DefaultLexicon() (*Lexicon, error) { return embedded() }

// New returns an Extractor. It panics when the embedded lists are damaged, which a test rules out.
func New() *Extractor {
	x, err := embedded()
	if err != nil {
		panic(err)
	}
	return NewWith(x)
}

// NewWith returns an Extractor with lists of one's own. It panics when the embedded confidences or weights are damaged,
// which a test rules out.
func NewWith(x *Lexicon) *Extractor {
	trust, err := DefaultConfidences()
	if err != nil {
		panic(err)
	}
	names, err := DefaultNameScorer()
	if err != nil {
		panic(err)
	}
	return &Extractor{x, trust, names}
}

// WithNames returns an extractor that asks another scorer of names; nil leaves names to the rules.
func (e *Extractor) WithNames(names *NameScorer) *Extractor { return &Extractor{e.x, e.trust, names} }

// Extract finds the facts the text of one episode supports. It depends on the episode alone.
func (e *Extractor) Extract(ep Episode) *Facts {
	f, _ := e.extract(ep, nil)
	return f
}

// extract runs the stages. known are hosts told by other episodes of the show; what is open without them is returned too.
func (e *Extractor) extract(ep Episode, known []showHost) (*Facts, hostQuestion) {
	talk := e.listen(&ep)
	description := ep
	if talk != nil && talk.body.in == "" {
		description.Text = ""
	}
	r := e.read(&description)
	for _, stage := range [...]func(){
		r.listed,    // names the lexicon holds
		r.named,     // full names of people, then their given names alone
		r.cast,      // hosts and guests
		r.employ,    // who works or worked where; names of companies no list holds
		r.create,    // who made what
		r.defined,   // technologies no list holds that the text explains or links to
		r.settle,    // ambiguous names: context decides
		r.advertise, // sponsors
	} {
		stage()
	}
	open := r.asks(known)
	r.knownHosts(known)
	if talk != nil {
		r.speakerNames(talk)
	}
	r.speakers()
	f := r.facts()
	if talk != nil {
		talk.tell(f)
	}
	return f, open
}

// A reading is one episode while it is being read.
type reading struct {
	x      *Lexicon
	trust  *Confidences
	names  *NameScorer
	ep     *Episode
	title  *source
	body   *source
	script *Transcript // that the body is the text of; nil for a description
	pass   []passage
	sents  []sentence

	people      []*person
	personByKey map[string]*person
	handleList  []string
	handlesRead bool
	profileSet  map[string]bool // handles of profiles, read when first asked for

	doubtful   []doubtfulName
	doubtfulAt map[string]int // by name

	affiliations  []employment
	creations     []making
	openNames     []openName
	nameList      bool    // the line before was a list's, and no more than somebody's name
	speakerWorked []claim // what the text says of whoever speaks in it
	sponsors      map[string]*sponsorship
	evidence      map[string][]noted // of hosts and guests, by role and name
}

func newReading(x *Lexicon, trust *Confidences, ep *Episode) *reading {
	return &reading{x: x, trust: trust, ep: ep, personByKey: map[string]*person{}, evidence: map[string][]noted{}, sponsors: map[string]*sponsorship{}}
}

// read cleans an episode and cuts it into passages, sentences and tokens.
func (e *Extractor) read(ep *Episode) *reading {
	r := newReading(e.x, e.trust, ep)
	r.names = e.names
	r.title = clean("title", ep.Title)
	r.body = clean("", ep.Text)
	r.pass = append(sections(r.title), sections(r.body)...)
	r.cut()
	return r
}

// cut makes sentences and tokens of the passages.
func (r *reading) cut() {
	toks := make([]token, 0, (len(r.title.text)+len(r.body.text))/4+16)
	r.sents = make([]sentence, 0, len(r.pass)*2)
	for i := range r.pass {
		p := &r.pass[i]
		cutSentences(p, func(start, end int) {
			n := len(toks)
			toks = r.x.tokenize(toks, p.src.text, start, end, p.src.linksIn(start, end))
			if len(toks) > n {
				r.sents = append(r.sents, sentence{passage: p, index: len(r.sents), start: start, end: end, toks: toks[n:len(toks):len(toks)]})
			}
		})
	}
}

func (r *reading) listed() {
	for i := range r.sents {
		r.findListed(&r.sents[i])
	}
}

func (r *reading) named() {
	r.fullNames()
	r.judgeNames()
	for i := range r.sents {
		if s := &r.sents[i]; s.kind == prose || s.kind == linkLine {
			r.orgNamed(s)
		}
	}
	r.shortNames()
}

func (r *reading) fullNames() {
	for i := range r.sents {
		r.findPeople(&r.sents[i])
	}
}

// handles returns the folded handles and host names of the episode's links.
func (r *reading) handles() []string {
	if !r.handlesRead {
		r.handlesRead = true
		for _, l := range r.body.links {
			r.handleList = append(r.handleList, profileHandles(r.body.raw[l.rawStart:l.rawEnd])...)
		}
	}
	return r.handleList
}

// profileSites have a person's handle in their paths.
var profileSites = map[string]bool{"twitter.com": true, "x.com": true, "linkedin.com": true, "github.com": true, "bsky.app": true, "mastodon.social": true,
	"hachyderm.io": true, "instagram.com": true, "medium.com": true, "youtube.com": true, "speakerdeck.com": true, "il.linkedin.com": true, "uk.linkedin.com": true, "de.linkedin.com": true}

// profileHandles returns the folded handle of a profile's URL, or the name of a site of its own.
func profileHandles(url string) []string {
	host := siteOf(url)
	h := nameHandles(url)
	if profileSites[host] {
		return []string{foldName(h[1])}
	}
	return []string{foldName(h[0]), foldName(host)}
}

// urlHandles returns the parts of a URL that may name a person or a company.
func urlHandles(url string) []string {
	url = address(url)
	if i := strings.IndexAny(url, "?#"); i >= 0 {
		url = url[:i]
	}
	parts := strings.Split(url, "/")
	var out []string
	if host, _, ok := strings.Cut(parts[0], "."); ok {
		out = append(out, foldName(host))
		if h := strings.Split(parts[0], "."); len(h) > 2 {
			out = append(out, foldName(h[len(h)-2]))
		}
	}
	for i, p := range parts[1:] {
		if i > 2 {
			break
		}
		if h := foldName(strings.TrimLeft(p, "@~")); len(h) >= 4 {
			out = append(out, h)
		}
	}
	return out
}
