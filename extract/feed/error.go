package feed

import (
	"fmt"
	"strings"
)

// An Error tells what could not be read, where, and what to do about it.
type Error struct {
	Source string // file or URL
	Line   int    // from 1; 0 when no line is meant
	Err    error
	Remedy string // may be empty
}

func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.Source)
	if e.Line > 0 {
		fmt.Fprintf(&b, ":%d", e.Line)
	}
	fmt.Fprintf(&b, ": %v", e.Err)
	if e.Remedy != "" {
		fmt.Fprintf(&b, " (%s)", e.Remedy)
	}
	return b.String()
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }
