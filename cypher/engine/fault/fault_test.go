package fault

import "testing"

func TestClient(t *testing.T) {
	tests := []struct {
		name, statement string
		pos             int
		want            string
	}{
		{"first line", "RETURN x", 7, "Variable `x` not defined (line 1, column 8 (offset: 7))\n\"RETURN x\"\n        ^"},
		{"second line, after two-byte letters", "MATCH (é)\nRETURN é, x\n", 22, "Variable `x` not defined (line 2, column 11 (offset: 20))\n\"RETURN é, x\"\n           ^"},
		{"at the end", "RETURN", 6, "Variable `x` not defined (line 1, column 7 (offset: 6))\n\"RETURN\"\n       ^"},
		{"no place", "RETURN x", -1, "Variable `x` not defined"},
		{"outside", "RETURN x", 99, "Variable `x` not defined"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := At(tt.pos, SyntaxError, "Variable `%s` not defined", "x").Client(tt.statement); got != tt.want {
				t.Errorf("got:\n%s\nwant:\n%s", got, tt.want)
			}
		})
	}
}
