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
	found, failure := t.former(ctx, Ref{Kind: kindOf([]string{label}), ID: id})
	if failure != nil {
		return failure
	}
	if found.ID == "" {
		return err
	}
	return &MovedError{found}
}
