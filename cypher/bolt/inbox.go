package bolt

import (
	"context"
	"sync"
	"sync/atomic"
)

// Beyond this many waiting messages the reader waits, as it does beyond the limit in bytes.
const maxWaiting = 256

// An inbox is where a connection's reader and its executor meet: messages in order, and what
// must not wait its turn: a RESET, a lost connection, the server's shutdown.
type inbox struct {
	limit int // bytes of waiting messages beyond which the reader waits

	mu       sync.Mutex
	arrived  sync.Cond // a message, or the end
	taken    sync.Cond // room for more
	queue    [][]byte
	head     int // of queue
	bytes    int
	spares   [][]byte
	lost     bool // no more will arrive
	draining bool // the server wants to stop
	woken    bool // the executor has something to look at other than a message
	cancel   context.CancelCauseFunc

	resets atomic.Int32 // RESETs that were read and not yet answered
}

func newInbox(limit int) *inbox {
	in := &inbox{limit: limit}
	in.arrived.L, in.taken.L = &in.mu, &in.mu
	return in
}

// push adds a message and takes it over. A RESET cancels what runs.
func (in *inbox) push(msg []byte) {
	in.mu.Lock()
	defer in.mu.Unlock()
	if isReset(msg) {
		in.resets.Add(1)
		in.stop(errReset)
	}
	for !in.lost && (in.bytes > 0 && in.bytes+len(msg) > in.limit || in.waiting() >= maxWaiting) {
		in.taken.Wait()
	}
	if in.lost {
		return
	}
	if in.head > 0 && len(in.queue) == cap(in.queue) {
		in.queue = in.queue[:copy(in.queue, in.queue[in.head:])]
		in.head = 0
	}
	in.queue = append(in.queue, msg)
	in.bytes += len(msg)
	in.arrived.Signal()
}

func (in *inbox) waiting() int { return len(in.queue) - in.head }

func isReset(msg []byte) bool { return len(msg) > 1 && msg[1] == msgReset && msg[0]&0xF0 == packStruct }

// pop waits for the next message, nil after wake. It gives false when the connection is lost,
// and when the server is stopping and the session is idle.
func (in *inbox) pop(idle bool) ([]byte, bool) {
	in.mu.Lock()
	defer in.mu.Unlock()
	for in.waiting() == 0 && !in.lost && !in.woken && !(in.draining && idle) {
		in.arrived.Wait()
	}
	if in.lost || in.waiting() == 0 {
		woken := in.woken && !in.lost
		in.woken = false
		return nil, woken
	}
	msg := in.queue[in.head]
	in.queue[in.head] = nil
	if in.head++; in.head == len(in.queue) {
		in.queue, in.head = in.queue[:0], 0
	}
	in.bytes -= len(msg)
	in.taken.Signal()
	return msg, true
}

// empty tells whether no message waits.
func (in *inbox) empty() bool {
	in.mu.Lock()
	defer in.mu.Unlock()
	return in.waiting() == 0
}

// spare gives a used buffer for the next message, nil when there is none.
func (in *inbox) spare() []byte {
	in.mu.Lock()
	defer in.mu.Unlock()
	if n := len(in.spares); n > 0 {
		b := in.spares[n-1]
		in.spares = in.spares[:n-1]
		return b
	}
	return nil
}

// release gives a message's buffer back once it is handled.
func (in *inbox) release(msg []byte) {
	const few = 4
	if cap(msg) == 0 || cap(msg) > keepBuffer {
		return
	}
	in.mu.Lock()
	defer in.mu.Unlock()
	if len(in.spares) < few {
		in.spares = append(in.spares, msg[:0])
	}
}

// lose ends the inbox: the connection is gone, and with it what runs for it.
func (in *inbox) lose(cause error) {
	in.mu.Lock()
	defer in.mu.Unlock()
	in.lost = true
	in.stop(cause)
	in.arrived.Broadcast()
	in.taken.Broadcast()
}

// drain asks the executor to stop as soon as its session is idle.
func (in *inbox) drain() {
	in.mu.Lock()
	defer in.mu.Unlock()
	in.draining = true
	in.arrived.Broadcast()
}

// wake makes pop return though no message came.
func (in *inbox) wake() {
	in.mu.Lock()
	defer in.mu.Unlock()
	in.woken = true
	in.arrived.Signal()
}

// arm tells how to cancel what the executor is about to run, and cancels it at once when it was
// interrupted already.
func (in *inbox) arm(cancel context.CancelCauseFunc) {
	in.mu.Lock()
	defer in.mu.Unlock()
	in.cancel = cancel
	if in.lost {
		in.stop(errLost)
	} else if in.resets.Load() > 0 {
		in.stop(errReset)
	}
}

func (in *inbox) disarm() {
	in.mu.Lock()
	defer in.mu.Unlock()
	in.cancel = nil
}

func (in *inbox) stop(cause error) {
	if in.cancel != nil {
		in.cancel(cause)
	}
}

// interrupted tells whether a RESET waits: then all before it is ignored.
func (in *inbox) interrupted() bool { return in.resets.Load() > 0 }

// answered counts a RESET as handled and gives how many still wait.
func (in *inbox) answered() int { return int(in.resets.Add(-1)) }
