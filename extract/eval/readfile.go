package eval

import (
	"fmt"
	"io"
	"os"
)

// ReadFile reads a file of one kind, and names it where it is damaged.
func ReadFile[T any](path string, read func(io.Reader) (T, error)) (T, error) {
	var none T
	f, err := os.Open(path)
	if err != nil {
		return none, err
	}
	defer f.Close()
	v, err := read(f)
	if err != nil {
		return none, fmt.Errorf("%s: %w", path, err)
	}
	return v, nil
}
