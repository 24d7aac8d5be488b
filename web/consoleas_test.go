package web

import (
	"encoding/json"
	goformat "go/format"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// hostileStatement holds what quoting goes wrong over.
const hostileStatement = "MATCH (n) WHERE n.name = 'O\\'Brien $(id) `id` \\\\' // \"quoted\" \"\"\" ''' ${x} %s\r\n\tRETURN n.`a b`, \"é\u2028\U0001F600\x01\" // end"

func hostileParams() map[string]any {
	return map[string]any{"s": "'; rm -rf / #\n\"`$HOME` \\", "n": int64(3), "f": 2.0, "b": true, "l": []any{"x", nil, 1.5}, "m": map[string]any{"__proto__": "y", "a'b": int64(1)}}
}

func snippetOf(t *testing.T, name, statement string, params map[string]any) string {
	t.Helper()
	s := newSite(t, newFake(), func(c *Config) { c.BoltURI = "bolt://127.0.0.1:7687" })
	for _, sn := range s.elsewhere(httptest.NewRequest("GET", "/console", nil), statement, params) {
		if sn.Name == name {
			return sn.Text
		}
	}
	t.Fatalf("no snippet for %s", name)
	return ""
}

// execute writes files into a folder and runs a program there, which is skipped when it is not on the machine.
func execute(t *testing.T, files map[string]string, program string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		t.Skipf("%s is not here", program)
	}
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command(program, args...)
	cmd.Dir = dir
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", program, err, out)
	}
	return string(out)
}

// sent checks that a body asks for the statement with the very parameters, types and all.
func sent(t *testing.T, body string) {
	t.Helper()
	var req queryRequest
	if err := json.Unmarshal([]byte(body), &req); err != nil {
		t.Fatalf("%v: %s", err, body)
	}
	params, err := parameters(req.Parameters)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(hostileStatement, req.Query); diff != "" {
		t.Errorf("statement (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(hostileParams(), params); diff != "" {
		t.Errorf("parameters (-want +got):\n%s", diff)
	}
}

// In a shell, the words are what they should be: printed by a function in place of the program.
func shellWords(t *testing.T, text string) []string {
	t.Helper()
	name, _, _ := strings.Cut(text, " ")
	script := "show() { for w in \"$@\"; do printf '%s\\000' \"$w\"; done; }\nshow" + strings.TrimPrefix(text, name)
	return strings.Split(strings.TrimSuffix(execute(t, map[string]string{"x.sh": script}, "sh", "x.sh"), "\x00"), "\x00")
}

func TestSnippetsOfTheShell(t *testing.T) {
	words := shellWords(t, snippetOf(t, "curl", hostileStatement, hostileParams()))
	if words[1] != "http://example.com/api/v1/query" {
		t.Errorf("address %q", words[1])
	}
	sent(t, words[len(words)-1])

	words = shellWords(t, snippetOf(t, "guestgraph query", hostileStatement, hostileParams()))
	want := []string{"query", hostileStatement, "--param", "b=true", "--param", "f=2.0", "--param", `l=["x", null, 1.5]`, "--param",
		`m={"__proto__": "y", "a'b": 1}`, "--param", "n=3", "--param", `s="'; rm -rf / #\n\"` + "`$HOME`" + ` \\"`, "--format", "json"}
	if diff := cmp.Diff(want, words); diff != "" {
		t.Errorf("guestgraph (-want +got):\n%s", diff)
	}

	words = shellWords(t, snippetOf(t, "cypher-shell", hostileStatement, hostileParams()))
	want = []string{"-a", "bolt://127.0.0.1:7687", "-P", "{`b`: true}", "-P", "{`f`: 2.0}", "-P", "{`l`: [\"x\", null, 1.5]}", "-P",
		"{`m`: {`__proto__`: \"y\", `a'b`: 1}}", "-P", "{`n`: 3}", "-P", "{`s`: \"'; rm -rf / #\\u000a\\\"`$HOME` \\\\\"}", hostileStatement + "\n;"}
	if diff := cmp.Diff(want, words); diff != "" {
		t.Errorf("cypher-shell (-want +got):\n%s", diff)
	}
}

func TestSnippetInGo(t *testing.T) {
	text := snippetOf(t, "Go", hostileStatement, hostileParams())
	if formatted, err := goformat.Source([]byte(text)); err != nil || string(formatted) != text+"\n" && string(formatted) != text {
		t.Errorf("not as gofmt writes it: %v\n%s", err, text)
	}
	if testing.Short() {
		t.Skip("compiling takes a second")
	}
	start := strings.Index(text, "\trequest, err :=")
	text = strings.NewReplacer("\t\"bytes\"\n", "", "\t\"fmt\"\n", "", "\t\"net/http\"\n", "").Replace(text[:start] + "\tos.Stdout.Write(body)\n}\n")
	sent(t, execute(t, map[string]string{"main.go": text}, "go", "run", "main.go"))
}

func TestSnippetInPython(t *testing.T) {
	for _, statement := range []string{hostileStatement, "MATCH (n)\nRETURN n"} {
		text := snippetOf(t, "Python", statement, hostileParams())
		text, _, _ = strings.Cut(text, "with urllib")
		body := execute(t, map[string]string{"x.py": text + "\nprint(request.data.decode(), end='')"}, "python3", "x.py")
		if statement == hostileStatement {
			sent(t, body)
		} else if !strings.Contains(body, `"MATCH (n)\nRETURN n"`) {
			t.Errorf("body %s", body)
		}
	}
}

func TestSnippetInJavaScript(t *testing.T) {
	text := "const fetch = async (_, options) => (process.stdout.write(options.body), { text: async () => '' });\n" + snippetOf(t, "JavaScript", hostileStatement, hostileParams())
	sent(t, execute(t, map[string]string{"x.mjs": text}, "node", "x.mjs"))
}

func TestConsoleAs(t *testing.T) {
	s := newSite(t, newFake())
	res, body := get(t, s, "/console/as?q=RETURN+$n&p.n=3&t.n=number", "X-Forwarded-Proto", "https")
	got := decode[listing[recipe]](t, body)
	if res.StatusCode != 200 || len(got.Results) != 5 || !strings.Contains(got.Results[0].Text, `'https://example.com/api/v1/query'`) || !strings.Contains(got.Results[0].Text, `{"n": 3}`) {
		t.Errorf("status %d: %s", res.StatusCode, body)
	}
	if res, _ := get(t, s, "/console/as?q=RETURN+$n"); res.StatusCode != 400 {
		t.Errorf("missing parameter: status %d", res.StatusCode)
	}
}
