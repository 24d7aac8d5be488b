package eval

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// What README and EVALUATION.md say must be what was published: none of the figures is typed by hand.
func TestPublishedFiguresAreTold(t *testing.T) {
	all, err := Published()
	if err != nil {
		t.Fatal(err)
	}
	readme, evaluation := read(t, "../../README.md"), read(t, "../EVALUATION.md")
	for _, h := range all {
		if h.Episodes == 0 {
			t.Errorf("%s: no figures", h.Set)
		}
		rows := map[string]map[string]Figure{h.Set: h.Fields}
		if h.WithoutOwn != nil {
			rows["show left out"] = h.WithoutOwn
		}
		for name, figures := range rows {
			if row := readmeRow(name, figures); !strings.Contains(readme, row) {
				t.Errorf("README.md lacks the row\n%s", row)
			}
		}
		for _, field := range Fields() {
			f := h.Fields[field]
			if row := fmt.Sprintf("| %s | %.3f | %.3f | %.3f |", field, f.Precision, f.Recall, f.Value); f.Right > 0 && !strings.Contains(evaluation, row) {
				t.Errorf("EVALUATION.md lacks the row of %s: %s", h.Set, row)
			}
		}
	}
}

func readmeRow(name string, figures map[string]Figure) string {
	row := "| " + name + " |"
	for _, field := range []string{Hosts, Guests, People, Companies, Technologies, Affiliations, Status, Roles, Creations, Sponsors} {
		row += " " + strings.TrimPrefix(fmt.Sprintf("%.2f", figures[field].Value), "0") + " |"
	}
	return row
}

func read(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
