package extract

import "strings"

// Shows remembers who hosts a show, as its episodes' own link blocks tell, so that "Follow Aaron" in one episode is
// the Aaron Francis whose links another one lists. It holds a bounded number of shows and hosts.
// It is not safe for concurrent use.
type Shows struct {
	hosts map[string][]showHost
	order []string
}

// A showHost is a host known in full.
type showHost struct {
	first, name string
}

const (
	maxShows        = 4096
	maxHostsPerShow = 8
)

// NewShows returns an empty memory.
func NewShows() *Shows { return &Shows{hosts: map[string][]showHost{}} }

// Learn takes over the hosts an episode names through their own links.
func (m *Shows) Learn(f *Facts) {
	for i := range f.Hosts {
		if h := &f.Hosts[i]; h.Rule == ruleHandle {
			m.add(f.Show, h.Name)
		}
	}
}

func (m *Shows) add(show, name string) {
	list, known := m.hosts[show]
	for _, h := range list {
		if h.name == name {
			return
		}
	}
	if len(list) >= maxHostsPerShow {
		return
	}
	if !known {
		if len(m.order) >= maxShows {
			delete(m.hosts, m.order[0])
			m.order = m.order[1:]
		}
		m.order = append(m.order, show)
	}
	m.hosts[show] = append(list, showHost{first: foldName(strings.Fields(name)[0]), name: name})
}

// ruleHandle marks a person whose family name was read out of link handles.
const ruleHandle = "handle"

// ExtractAll extracts a batch, in order. Hosts known by given name in one episode are resolved by the others of
// their show, whichever comes first.
func (e *Extractor) ExtractAll(eps []Episode) []*Facts {
	shows := NewShows()
	out := make([]*Facts, len(eps))
	for i := range eps {
		out[i] = e.Extract(eps[i])
		shows.Learn(out[i])
	}
	for i := range eps {
		if hosts := shows.hosts[eps[i].Show]; len(hosts) > 0 {
			out[i] = e.extract(eps[i], hosts)
		}
	}
	return out
}

// knownHosts applies what the show's other episodes tell.
func (r *reading) knownHosts(known []showHost) {
	for _, h := range known {
		for _, p := range r.people {
			if p.last == "" && p.first == h.first && !p.guest {
				r.rename(p, h.name)
				p.host = true
			}
		}
	}
	if len(known) != 1 {
		return
	}
	for _, p := range r.people {
		if p.host && p.name != known[0].name {
			return
		}
	}
	h := r.personNamed(known[0].name)
	if h.guest {
		return
	}
	h.host = true
	h.rule = "show"
	if len(r.evidence["host\x00"+h.key()]) > 0 {
		return
	}
	if s, from, to, ok := r.firstMention(h); ok {
		r.note("host", h, r.quote(s, from, to))
	} else if s, from, to, ok := r.speaker(); ok {
		r.note("host", h, r.quote(s, from, to))
	}
}

// firstMention returns where a person is named first.
func (r *reading) firstMention(p *person) (s *sentence, from, to int, ok bool) {
	for i := range r.sents {
		for k := range r.sents[i].spans {
			if sp := &r.sents[i].spans[k]; sp.class == personName && r.resolveShort(sp.name) == p {
				return &r.sents[i], sp.from, sp.to, true
			}
		}
	}
	return nil, 0, 0, false
}

// speaker returns the words in which the host speaks of the conversation: "I talk to", "joins me".
func (r *reading) speaker() (s *sentence, from, to int, ok bool) {
	for i := range r.sents {
		s := &r.sents[i]
		if s.kind != prose {
			continue
		}
		for k := range s.toks {
			t := &s.toks[k]
			if t.is("i") && k+1 < len(s.toks) && (talkVerbs[s.toks[k+1].lower] || s.toks[k+1].is("dive", "sit", "discuss")) {
				return s, k, k + 2, true
			}
			if t.is("me") && k > 0 && s.toks[k-1].is("joins", "to", "with") {
				return s, k - 1, k + 1, true
			}
		}
	}
	return nil, 0, 0, false
}
