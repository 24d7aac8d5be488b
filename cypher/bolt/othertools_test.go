package bolt

import (
	"context"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// tool gives a command that the environment names, and skips the test where it does not.
func tool(t *testing.T, variable, what string) string {
	t.Helper()
	path := os.Getenv(variable)
	if path == "" {
		t.Skipf("set %s to %s to run this test", variable, what)
	}
	return path
}

func runTool(t *testing.T, cmd *exec.Cmd) string {
	t.Helper()
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return string(out)
}

func command(t *testing.T, name string, args ...string) *exec.Cmd {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Skip(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	t.Cleanup(cancel)
	return exec.CommandContext(ctx, name, args...)
}

func TestJavaScriptDriver(t *testing.T) {
	modules := tool(t, "GUESTGRAPH_TEST_JS_DRIVER", "a node_modules folder with the npm packages neo4j-driver (5) and ws")
	cmd := command(t, "node", "testdata/drivers/drivers.js", serveEngine(t, Config{}))
	cmd.Env = append(os.Environ(), "NODE_PATH="+modules)
	if out := runTool(t, cmd); !strings.Contains(out, "websocket: ok") {
		t.Error(out)
	}
}

func TestPythonDriver(t *testing.T) {
	python := tool(t, "GUESTGRAPH_TEST_PY_DRIVER", "a Python interpreter that has the package neo4j")
	out := runTool(t, command(t, python, "testdata/drivers/drivers.py", serveEngine(t, Config{})))
	if !strings.Contains(out, "neo4j: ok") {
		t.Error(out)
	}
}

func TestCypherShell(t *testing.T) {
	shell := tool(t, "GUESTGRAPH_TEST_CYPHER_SHELL", "cypher-shell, which needs Java")
	addr := serveEngine(t, Config{})
	for _, scheme := range []string{"bolt://", "neo4j://"} {
		cmd := command(t, shell, "-a", scheme+addr, "--format", "plain", "--param", "{name: 'Ada'}")
		cmd.Stdin = strings.NewReader(`:begin
CREATE (n:Shell {name: $name})-[r:KNOWS]->(m:Shell {name: 'Charles'});
MATCH p = (:Shell)-->(:Shell) RETURN p;
:rollback
MATCH (n:Shell) RETURN count(n) AS left;
`)
		out := runTool(t, cmd)
		want := "p\n(:Shell {name: \"Ada\"})-[:KNOWS]->(:Shell {name: \"Charles\"})\nleft\n0\n"
		if out != want {
			t.Errorf("got  %q\nwant %q", out, want)
		}
	}
}
