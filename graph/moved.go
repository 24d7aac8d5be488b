package graph

import (
	"context"
	"errors"
	"fmt"
)

// A MovedError tells that what was asked for goes by another id now, because a decision merged the two.
type MovedError struct{ To Ref }

func (e *MovedError) Error() string { return fmt.Sprintf("moved to %s %s", e.To.Kind, e.To.ID) }

// moved looks, when err is ErrNotFound, for the one entity that an id leads to; where there are several it leads nowhere.
func (t tx) moved(ctx context.Context, label, id string, err error) error {
	if !errors.Is(err, ErrNotFound) {
		return err
	}
	ref := Ref{Kind: kindOf([]string{label}), ID: id}
	led, failure := t.formers(ctx, []Ref{ref})
	if failure != nil {
		return failure
	}
	if led[ref].ID == "" {
		return err
	}
	return &MovedError{led[ref]}
}
