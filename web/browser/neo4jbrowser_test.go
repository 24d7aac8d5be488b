package browser

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"guestgraph/cypher/bolt"
	"guestgraph/cypher/bolt/bolttest"
)

// unpack is a script that writes the files of Neo4j Browser into a folder.
const unpack = "../../../shared/neo4j/browser"

// testNeo4jBrowser works with the embedded store in Neo4j Browser, which speaks Bolt over a WebSocket on the Bolt port.
func (s *suite) testNeo4jBrowser(t *testing.T) {
	files := neo4jBrowserFiles(t)
	t.Parallel()
	const user, password = "ada", "secret"
	address := bolttest.ServeAs(t, bolt.Config{Auth: bolt.Auth{User: user, Password: password}})
	driver, err := neo4j.NewDriverWithContext(address, neo4j.BasicAuth(user, password, ""))
	must(t, err)
	t.Cleanup(func() { must(t, driver.Close(context.Background())) })
	_, err = neo4j.ExecuteQuery(t.Context(), driver, `CREATE (a:Person {name: 'Ada'})-[:WORKED_AT {role: 'ceo'}]->(c:Company {name: 'Acme'})<-[:WORKED_AT]-(b:Person {name: 'Bob'})`, nil, neo4j.EagerResultTransformer)
	must(t, err)

	n := openNeo4jBrowser(t, s, files.URL, address)
	t.Run("refuses a wrong password", func(t *testing.T) {
		n.login(t, user, "wrong")
		n.says(t, "The client is unauthorized due to authentication failure.")
	})
	t.Run("logs in", func(t *testing.T) {
		n.login(t, user, password)
		n.says(t, "You are connected as user "+user)
	})
	t.Run("shows the schema", func(t *testing.T) {
		click(t, n.Tab, "[data-testid=navigationDBMS]")
		n.lists(t, "Person", "Company", "WORKED_AT", "name", "role")
		n.says(t, "Cluster role:", "primary", "Version:", "5.26.0", "Connected as")
	})
	t.Run("draws the graph", func(t *testing.T) {
		n.runs(t, "MATCH path = (:Person)-[:WORKED_AT]->(:Company) RETURN path")
		n.draws(t, 3, 2)
	})
	t.Run("shows a table", func(t *testing.T) {
		n.runs(t, "UNWIND [1, 2] AS x RETURN x, 'row ' + x AS y, date('2026-01-0' + x) AS d")
		n.wait(t, `["x", "y", "d"].every(h => [...frame.querySelectorAll("th")].some(e => e.innerText.includes(h)))`)
		n.wait(t, `["row 1", "row 2", "2026-01-02"].every(v => [...frame.querySelectorAll("td")].some(e => e.innerText.includes(v)))`)
	})
	t.Run("shows an error", func(t *testing.T) {
		n.runs(t, "RETURN 1 +* 2")
		n.wait(t, `frame.innerText.includes("Neo.ClientError.Statement.SyntaxError") && frame.innerText.includes("line 1, column 11")`)
	})
	t.Run("writes", func(t *testing.T) {
		n.runs(t, "CREATE (e:Episode {title: 'One'}) RETURN e")
		n.draws(t, 1, 0)
	})
	t.Run("draws the schema and a plan", func(t *testing.T) {
		n.runs(t, "CALL db.schema.visualization")
		n.draws(t, 3, 1)
		n.runs(t, "PROFILE MATCH (p:Person) RETURN p.name")
		n.wait(t, `frame.innerText.includes("NodeByLabelScan") && frame.innerText.includes("db hits")`)
	})
	t.Run("knows the databases and the server", func(t *testing.T) {
		n.runs(t, ":sysinfo")
		n.wait(t, fmt.Sprintf(`frame.innerText.includes(%q) && !frame.innerText.includes("failed")`, strings.TrimPrefix(address, "bolt://")))
		n.runs(t, ":queries")
		n.wait(t, `frame.innerText.includes("SHOW TRANSACTIONS") && frame.innerText.includes("ada")`)
		n.runs(t, ":use system")
		n.runs(t, "SHOW DATABASES YIELD name, default")
		n.wait(t, `["neo4j", "system"].every(v => [...frame.querySelectorAll("td")].some(e => e.innerText.includes(v)))`)
		n.runs(t, ":use neo4j") // which asks for the schema anew
		n.lists(t, "Episode", "title")
	})
	for _, bad := range n.Errors() {
		if !strings.HasPrefix(bad, "network: ") { // what lies outside of this machine is blocked
			t.Errorf("Neo4j Browser reported: %s", bad)
		}
	}
}

// neo4jBrowserFiles serves the files of Neo4j Browser.
func neo4jBrowserFiles(t *testing.T) *httptest.Server {
	t.Helper()
	if _, err := os.Stat(unpack); err != nil {
		t.Skipf("no Neo4j Browser to try: %v", err)
	}
	for _, tool := range []string{"java", "jar", "mvn"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("%s cannot unpack Neo4j Browser: %v", unpack, err)
		}
	}
	dir := t.TempDir()
	out, err := exec.CommandContext(t.Context(), unpack, dir).Output()
	if err != nil {
		t.Fatalf("unpack Neo4j Browser: %v", err)
	}
	server := httptest.NewServer(http.FileServer(http.Dir(filepath.Dir(strings.TrimSpace(string(out))))))
	t.Cleanup(server.Close)
	return server
}

// A neo4jBrowser is Neo4j Browser in a tab.
type neo4jBrowser struct{ *Tab }

// openNeo4jBrowser opens it at its form to connect to the address. It must not reach for anything outside of this machine.
func openNeo4jBrowser(t *testing.T, s *suite, files, address string) neo4jBrowser {
	t.Helper()
	tab, err := s.browser.Tab(Views()[0])
	must(t, err)
	t.Cleanup(tab.Close)
	must(t, tab.Do(command(network.SetBlockedURLs, network.SetBlockedURLsParams{URLPatterns: []*network.BlockPattern{{URLPattern: "https://*:*/*", Block: true}}})))
	must(t, tab.Open(files+"/?dbms="+address))
	must(t, tab.Wait(fmt.Sprintf(`document.querySelector("[data-testid=boltaddress]")?.value === %q`, strings.TrimPrefix(address, "bolt://"))))
	return neo4jBrowser{tab}
}

func (n neo4jBrowser) login(t *testing.T, user, password string) {
	t.Helper()
	for field, text := range map[string]string{"username": user, "password": password} {
		selector := "[data-testid=" + field + "]"
		must(t, n.Wait(fmt.Sprintf(`(document.querySelector(%q)?.focus(), document.querySelector(%q)?.select(), true)`, selector, selector)))
		must(t, n.Insert(text))
	}
	click(t, n.Tab, "[data-testid=connect]")
}

// runs runs what is typed into the editor; frame is then what it gave.
func (n neo4jBrowser) runs(t *testing.T, statement string) {
	t.Helper()
	must(t, n.Wait(`(document.querySelector(".monaco-editor textarea")?.focus(), document.activeElement.closest(".monaco-editor"))`))
	must(t, n.Insert(statement))
	must(t, n.Press(kb.Enter, chromedp.ModifierCtrl))
	n.wait(t, fmt.Sprintf(`frame.querySelector("[data-testid=frameCommand]").innerText.includes(%q)`, statement))
}

// wait waits until a condition on the newest frame holds.
func (n neo4jBrowser) wait(t *testing.T, condition string) {
	t.Helper()
	if err := n.Wait(`(frame => frame && ` + condition + `)(document.querySelector("[data-testid=frame]"))`); err != nil {
		text, _ := Eval[string](n.Tab, `document.querySelector("[data-testid=frame]")?.innerText`)
		t.Fatalf("%v; the frame says:\n%s", err, text)
	}
}

func (n neo4jBrowser) draws(t *testing.T, nodes, relationships int) {
	t.Helper()
	n.wait(t, fmt.Sprintf(`frame.querySelectorAll("svg g.node").length === %d && frame.querySelectorAll("svg g.relationship").length === %d`, nodes, relationships))
}

// says waits until texts stand in the page.
func (n neo4jBrowser) says(t *testing.T, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if err := n.Wait(fmt.Sprintf(`document.body.innerText.includes(%q)`, text)); err != nil {
			all, _ := Eval[string](n.Tab, `document.body.innerText`)
			t.Fatalf("%v; the page says:\n%s", err, all)
		}
	}
}

// lists waits until the side bar has labels, types and property keys.
func (n neo4jBrowser) lists(t *testing.T, names ...string) {
	t.Helper()
	for _, name := range names {
		must(t, n.Wait(fmt.Sprintf(`[...document.querySelectorAll("[data-testid=sidebarMetaItem]")].some(e => e.innerText === %q)`, name)))
	}
}
