package exec

import (
	"time"
)

// Turns let long statements run in turn, few at a time, so that short ones find a processor free: without them, a
// handful of endless statements makes everyone wait for whole slices of Go's scheduler at every step.
//
//	running ──long──▶ waits for a place ──▶ runs for a slice ──▶ waits at the end of the queue …
//	                                     └─ gives a row: its place is free until it is asked for the next
type Turns struct{ places chan struct{} }

// NewTurns lets so many long statements run at once.
func NewTurns(places int) *Turns { return &Turns{places: make(chan struct{}, places)} }

const (
	longStatement = 100 * time.Millisecond // of running, after which a statement takes turns
	slice         = 5 * time.Millisecond   // of running in one turn
)

// A turn is where one statement stands.
type turn struct {
	turns   *Turns // nil: it need not wait for any
	holds   bool
	resumed time.Time     // when it began to run, or its turn began
	spent   time.Duration // on running before that
}

// resume is called when the statement goes on, and pause when it has given a row.
func (t *turn) resume() {
	if t.turns != nil {
		t.resumed = time.Now()
	}
}

func (t *turn) pause() {
	if t.turns != nil {
		t.spent += time.Since(t.resumed)
		t.free()
	}
}

func (t *turn) free() {
	if t.holds {
		t.holds = false
		<-t.turns.places
	}
}

// take waits for a turn where the statement needs one, at most until it is to end.
func (st *state) take() {
	t := &st.turn
	if t.turns == nil {
		return
	}
	if ran := time.Since(t.resumed); t.holds && ran < slice || !t.holds && t.spent+ran < longStatement {
		return
	}
	t.pause()
	var late <-chan time.Time
	if !st.deadline.IsZero() {
		timer := time.NewTimer(time.Until(st.deadline))
		defer timer.Stop()
		late = timer.C
	}
	select {
	case t.turns.places <- struct{}{}:
		t.holds = true
	case <-st.ctx.Done():
	case <-late:
	}
	t.resume()
}
