package graph

import "testing"

func TestRawKey(t *testing.T) {
	tests := []struct{ show, label, name, want string }{
		{"Heap Talk", labelPerson, "Ada Example", "ada-example"},
		{"Heap Talk", labelPerson, "Ada", "ada-heap-talk"},
		{"Log Hour", labelPerson, "Ada", "ada-log-hour"},
		{"Heap Talk", labelPerson, "ThePrimeagen", "theprimeagen"},
		{"Heap Talk", labelPerson, "tef", "tef"},
		{"Heap Talk", labelCompany, "Turso", "turso"},
		{"", labelPerson, "Ada", "ada"},
	}
	for _, tt := range tests {
		r := &ruling{showName: tt.show}
		if got := r.rawKey(tt.label, tt.name).id; got != tt.want {
			t.Errorf("%s %q of %q: got %s, want %s", tt.label, tt.name, tt.show, got, tt.want)
		}
	}
}
