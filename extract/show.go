package extract

import "strings"

// Shows extracts episodes, and remembers who hosts a show, as its episodes' own link blocks tell, so that "Follow Aaron"
// in one episode is the Aaron Francis whose links another one lists. It holds a bounded number of shows and hosts.
// It is not safe for concurrent use.
type Shows struct {
	extractor *Extractor
	hosts     map[string][]showHost
	order     []string
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
func (e *Extractor) NewShows() *Shows { return &Shows{extractor: e, hosts: map[string][]showHost{}} }

// Extract extracts a batch of episodes, in order. Hosts known by given name in one episode are resolved by the others of
// their show in this batch, whichever comes first, and by those of earlier batches. Only episodes to which a host
// learned in this batch makes a difference are read twice.
func (m *Shows) Extract(eps []Episode) []*Facts {
	out := make([]*Facts, len(eps))
	asked := make([]hostQuestion, len(eps))
	for i := range eps {
		out[i], asked[i] = m.extractor.extract(eps[i], m.hosts[eps[i].Show])
		m.learn(out[i])
	}
	for i := range eps {
		if hosts := m.hosts[eps[i].Show]; len(hosts) != asked[i].known && asked[i].concerns(hosts) {
			out[i], _ = m.extractor.extract(eps[i], hosts)
		}
	}
	return out
}

// A hostQuestion is what an episode leaves open that the hosts of its show may answer.
type hostQuestion struct {
	known int      // hosts known when it was read
	first []string // given names without family names, folded
	alone bool     // no host is told: a show's only host is this episode's
}

// concerns reports whether knowing these hosts may change the facts.
func (q *hostQuestion) concerns(hosts []showHost) bool {
	if q.alone && (q.known == 1 || len(hosts) == 1) {
		return true
	}
	for _, h := range hosts[q.known:] { // hosts are only ever added
		if contains(q.first, h.first) {
			return true
		}
	}
	return false
}

// asks tells what an episode leaves open. It is called before the hosts known are applied.
func (r *reading) asks(known []showHost) hostQuestion {
	q := hostQuestion{known: len(known), alone: true}
	for _, p := range r.people {
		if p.last == "" && !p.guest {
			q.first = append(q.first, p.first)
		}
		q.alone = q.alone && !p.host
	}
	return q
}

// learn takes over the hosts an episode names through their own links.
func (m *Shows) learn(f *Facts) {
	for i := range f.Hosts {
		if h := &f.Hosts[i]; h.Rule == ruleHandle || contains(h.Also, ruleHandle) {
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

// ExtractAll extracts a batch, in order, as Shows does.
func (e *Extractor) ExtractAll(eps []Episode) []*Facts { return e.NewShows().Extract(eps) }

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
	told := len(r.evidence["host\x00"+h.key()]) > 0
	if h.host && told {
		return
	}
	h.host = true
	if told {
		return
	}
	if s, from, to, ok := r.firstMention(h); ok {
		r.note("host", "show", h, r.quote(s, from, to))
	} else if s, from, to, ok := r.speaker(); ok {
		r.note("host", "show", h, r.quote(s, from, to))
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
