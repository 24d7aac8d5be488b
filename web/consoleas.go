package web

import (
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// A recipe is a statement with its parameters as it is run from elsewhere.
type recipe struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

// consoleAs answers with the recipes of a statement, for the script of the console.
func (s *Server) consoleAs(w http.ResponseWriter, r *http.Request) error {
	view, params, err := s.readConsole(r)
	if err != nil {
		return err
	}
	return sendList(w, r, s.elsewhere(r, view.Q, params))
}

// elsewhere writes a statement and its parameters for the tools that researchers use. All but two ask the HTTP API, with
// nothing but what the languages bring, and take all rows, one JSON object a line.
func (s *Server) elsewhere(r *http.Request, statement string, params map[string]any) []recipe {
	if params == nil {
		params = map[string]any{}
	}
	address := s.base(r) + "/api/v1/query"
	body := `{"query": ` + jsonText(statement) + `, "parameters": ` + objectText(params) + "}"
	out := []recipe{{"curl", "curl -sS " + shellText(address) + " \\\n  -H 'Content-Type: application/json' -H 'Accept: application/x-ndjson' \\\n  --data-binary " + shellText(body)}}
	if s.BoltURI != "" {
		out = append(out, recipe{"cypher-shell", cypherShell(s.BoltURI, statement, params)})
	}
	return append(out,
		recipe{"Go", fillIn(goSnippet, "ADDRESS", strconv.Quote(address), "QUERY", goText(statement), "PARAMETERS", goValue(params))},
		recipe{"Python", fillIn(pythonSnippet, "ADDRESS", pythonText(address), "QUERY", pythonText(statement), "PARAMETERS", pythonValue(params))},
		recipe{"JavaScript", fillIn(scriptSnippet, "ADDRESS", jsonText(address), "QUERY", jsonText(statement), "PARAMETERS", jsonText(objectText(params)))},
		recipe{"guestgraph query", guestgraphQuery(statement, params)})
}

// fillIn puts values into the places of a text; what stands in a value is no place.
func fillIn(text string, pairs ...string) string { return strings.NewReplacer(pairs...).Replace(text) }

// shellText is text as one word of a POSIX shell.
func shellText(s string) string {
	return "'" + strings.ReplaceAll(strings.ReplaceAll(s, "\x00", ""), "'", `'\''`) + "'"
}

// cypherShell ends the statement on a line of its own, for it may end in a comment.
func cypherShell(bolt, statement string, params map[string]any) string {
	text := "cypher-shell -a " + shellText(bolt)
	for _, name := range sortedKeys(params) {
		text += " \\\n  -P " + shellText("{"+cypherName(name)+": "+cypherValue(params[name])+"}")
	}
	return text + " \\\n  " + shellText(strings.TrimSpace(statement)+"\n;")
}

func guestgraphQuery(statement string, params map[string]any) string {
	if !strings.ContainsAny(statement, " \t\n(") {
		statement += "\n" // one word would be taken for a file or a saved query
	}
	text := "guestgraph query " + shellText(statement)
	for _, name := range sortedKeys(params) {
		text += " \\\n  --param " + shellText(name+"="+valueText(params[name]))
	}
	return text + " \\\n  --format json"
}

func cypherName(name string) string { return "`" + strings.ReplaceAll(name, "`", "``") + "`" }

// cypherValue writes a value as a Cypher literal.
func cypherValue(v any) string {
	switch v := v.(type) {
	case string:
		var b strings.Builder
		b.WriteByte('"')
		for _, r := range v {
			switch {
			case r == '"' || r == '\\':
				b.WriteString(`\` + string(r))
			case r < ' ' || r == 0x7f || r == '\u2028' || r == '\u2029':
				fmt.Fprintf(&b, `\u%04x`, r)
			default:
				b.WriteRune(r)
			}
		}
		return b.String() + `"`
	case []any:
		return "[" + strings.Join(each(v, cypherValue), ", ") + "]"
	case map[string]any:
		var entries []string
		for _, key := range sortedKeys(v) {
			entries = append(entries, cypherName(key)+": "+cypherValue(v[key]))
		}
		return "{" + strings.Join(entries, ", ") + "}"
	}
	return valueText(v)
}

const goSnippet = `package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
)

func main() {
	body, err := json.Marshal(map[string]any{
		"query":      QUERY,
		"parameters": PARAMETERS,
	})
	if err != nil {
		log.Fatal(err)
	}
	request, err := http.NewRequest("POST", ADDRESS, bytes.NewReader(body))
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "application/x-ndjson")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	for rows := json.NewDecoder(response.Body); rows.More(); {
		var row map[string]any
		if err := rows.Decode(&row); err != nil {
			log.Fatal(err)
		}
		fmt.Fprintln(os.Stdout, row)
	}
}`

// goText prefers a raw literal, which keeps the lines of a statement.
func goText(s string) string {
	for _, r := range s {
		if r == '`' || r != '\n' && r != '\t' && !strconv.IsPrint(r) {
			return strconv.Quote(s)
		}
	}
	if !strings.Contains(s, "\n") && !strings.ContainsAny(s, `"\`) {
		return strconv.Quote(s)
	}
	return "`" + s + "`"
}

// goValue keeps a whole float one on its way through encoding/json.
func goValue(v any) string {
	switch v := v.(type) {
	case nil:
		return "nil"
	case string:
		return strconv.Quote(v)
	case float64:
		return "json.RawMessage(" + strconv.Quote(valueText(v)) + ")"
	case []any:
		return "[]any{" + strings.Join(each(v, goValue), ", ") + "}"
	case map[string]any:
		var entries []string
		for _, key := range sortedKeys(v) {
			entries = append(entries, strconv.Quote(key)+": "+goValue(v[key]))
		}
		return "map[string]any{" + strings.Join(entries, ", ") + "}"
	}
	return valueText(v)
}

const pythonSnippet = `import json
import urllib.request

request = urllib.request.Request(
    ADDRESS,
    data=json.dumps({"query": QUERY, "parameters": PARAMETERS}).encode(),
    headers={"Content-Type": "application/json", "Accept": "application/x-ndjson"},
)
with urllib.request.urlopen(request) as response:
    for line in response:
        print(json.loads(line))`

// pythonText prefers a literal of several lines where nothing in it has to be escaped.
func pythonText(s string) string {
	plain := strings.Contains(s, "\n") && !strings.ContainsAny(s, `\"`) && strings.IndexFunc(s, func(r rune) bool { return r != '\n' && !unicode.IsPrint(r) }) < 0
	if plain {
		return `"""` + s + `"""`
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case r == '\n':
			b.WriteString(`\n`)
		case unicode.IsPrint(r):
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, `\U%08x`, r)
		}
	}
	return b.String() + `"`
}

func pythonValue(v any) string {
	switch v := v.(type) {
	case nil:
		return "None"
	case bool:
		if v {
			return "True"
		}
		return "False"
	case string:
		return pythonText(v)
	case []any:
		return "[" + strings.Join(each(v, pythonValue), ", ") + "]"
	case map[string]any:
		var entries []string
		for _, key := range sortedKeys(v) {
			entries = append(entries, pythonText(key)+": "+pythonValue(v[key]))
		}
		return "{" + strings.Join(entries, ", ") + "}"
	}
	return valueText(v)
}

// scriptSnippet keeps the parameters as JSON text: in a literal, a whole float would be none and a key __proto__ no key.
const scriptSnippet = `const query = QUERY;
const parameters = PARAMETERS;
const response = await fetch(ADDRESS, {
  method: "POST",
  headers: { "Content-Type": "application/json", Accept: "application/x-ndjson" },
  body: ` + "`{\"query\": ${JSON.stringify(query)}, \"parameters\": ${parameters}}`" + `,
});
for (const line of (await response.text()).split("\n")) {
  if (line) console.log(JSON.parse(line));
}`

func each(list []any, write func(any) string) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = write(v)
	}
	return out
}

func sortedKeys(m map[string]any) []string {
	return slices.Sorted(maps.Keys(m))
}
