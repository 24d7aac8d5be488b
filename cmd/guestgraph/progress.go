package main

import "time"

const progressEvery = 2 * time.Second

// A progress tells now and then, beside the data, how far long work is. Work that ends soon is not
// talked about.
type progress struct {
	p       *program
	verb    string
	n       int
	started time.Time
	told    time.Time
}

func (p *program) newProgress(verb string) *progress {
	now := time.Now()
	return &progress{p: p, verb: verb, started: now, told: now}
}

func (pr *progress) add(n int) { pr.set(pr.n + n) }

func (pr *progress) set(n int) {
	pr.n = n
	if now := time.Now(); now.Sub(pr.told) >= progressEvery {
		pr.told = now
		pr.tell("…")
	}
}

func (pr *progress) done() {
	if pr.told != pr.started {
		pr.tell(", done")
	}
}

func (pr *progress) tell(end string) {
	elapsed := time.Since(pr.started)
	pr.p.say("%s %d episodes in %s (%.0f a second)%s", pr.verb, pr.n, elapsed.Round(time.Second), float64(pr.n)/elapsed.Seconds(), end)
}
