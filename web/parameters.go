package web

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// parameters reads a JSON object as Cypher parameters. Whole numbers become integers, as Cypher
// tells 1 from 1.0. Nothing at all is no parameters.
func parameters(text []byte) (map[string]any, error) {
	text = bytes.TrimSpace(text)
	if len(text) == 0 {
		return nil, nil
	}
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.UseNumber()
	var out map[string]any
	if err := dec.Decode(&out); err != nil {
		return nil, fmt.Errorf("read parameters: %w", jsonError(err))
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("read parameters: more than one JSON value")
	}
	for key, v := range out {
		whole, err := wholeNumbers(v)
		if err != nil {
			return nil, fmt.Errorf("read parameters: %s: %w", key, err)
		}
		out[key] = whole
	}
	return out, nil
}

// jsonError says in plain words what encoding/json says in Go's.
func jsonError(err error) error {
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
		return fmt.Errorf("want a JSON object such as {\"id\": \"ada-byron\"}, got %s", kind.Value)
	}
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("the JSON ends too early")
	}
	return err
}

func wholeNumbers(v any) (any, error) {
	switch v := v.(type) {
	case json.Number:
		if !strings.ContainsAny(v.String(), ".eE") {
			n, err := v.Int64()
			if err != nil {
				return nil, fmt.Errorf("%s does not fit into 64 bits", v)
			}
			return n, nil
		}
		f, err := v.Float64()
		if err != nil {
			return nil, fmt.Errorf("%s does not fit into a float", v)
		}
		return f, nil
	case []any:
		for i, item := range v {
			whole, err := wholeNumbers(item)
			if err != nil {
				return nil, err
			}
			v[i] = whole
		}
	case map[string]any:
		for key, item := range v {
			whole, err := wholeNumbers(item)
			if err != nil {
				return nil, err
			}
			v[key] = whole
		}
	}
	return v, nil
}
