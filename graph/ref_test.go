package graph

import "testing"

func TestParseRef(t *testing.T) {
	for in, want := range map[string]Ref{
		"person:aaron-francis":   {Kind: KindPerson, ID: "aaron-francis"},
		" company:tigris-data ":  {Kind: KindCompany, ID: "tigris-data"},
		"aaron-francis":          {ID: "aaron-francis"},
		"episode:https://a.b/#1": {Kind: KindEpisode, ID: "https://a.b/#1"},
		"https://a.b/#1":         {ID: "https://a.b/#1"},
		"Person:x":               {ID: "Person:x"},
		"person:":                {Kind: KindPerson},
		"":                       {},
	} {
		got := ParseRef(in)
		if got != want {
			t.Errorf("ParseRef(%q) = %+v, want %+v", in, got, want)
		}
		if again := ParseRef(got.String()); again != got {
			t.Errorf("ParseRef(%q) = %+v, want %+v", got.String(), again, got)
		}
	}
}
