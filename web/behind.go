package web

import (
	"embed"
	"encoding/json"
	"fmt"
	"strings"
)

//go:embed behind/*.cypher
var behindFiles embed.FS

// behind returns the address that opens the console with the Cypher of a view: the statement in
// behind/NAME.cypher and one parameter. It is written for reading, returns what the view shows,
// and is where a visitor starts to ask a question of their own.
func behind(name, param, value string) (string, error) {
	if param == "" {
		return behindWith(name, nil)
	}
	return behindWith(name, map[string]any{param: value})
}

// behindWith is behind with any parameters.
func behindWith(name string, values map[string]any) (string, error) {
	statement, err := behindFiles.ReadFile("behind/" + name + ".cypher")
	if err != nil {
		return "", fmt.Errorf("find the Cypher of a view: %w", err)
	}
	params := ""
	if values != nil {
		b, err := json.Marshal(values)
		if err != nil {
			return "", fmt.Errorf("write the parameters of a view: %w", err)
		}
		params = string(b)
	}
	return consoleHref(strings.TrimSpace(string(statement)), params), nil
}
