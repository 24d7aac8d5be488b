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
	statement, err := behindFiles.ReadFile("behind/" + name + ".cypher")
	if err != nil {
		return "", fmt.Errorf("find the Cypher of a view: %w", err)
	}
	params := ""
	if param != "" {
		b, err := json.Marshal(map[string]string{param: value})
		if err != nil {
			return "", fmt.Errorf("write the parameters of a view: %w", err)
		}
		params = string(b)
	}
	return consoleHref(strings.TrimSpace(string(statement)), params), nil
}
