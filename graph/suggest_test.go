package graph

import "testing"

func TestSuggest(t *testing.T) {
	c := &Catalog{
		Labels:        []Named{{Name: "Person", Properties: []Property{{Name: "name"}, {Name: "searchName"}}}, {Name: "Company"}},
		Relationships: []Named{{Name: "WORKED_AT", Properties: []Property{{Name: "asOf"}}}},
		Functions:     []Callable{{Name: "toUpper"}, {Name: "toLower"}},
		Procedures:    []Callable{{Name: "db.labels"}},
	}
	label := "One of the labels in your query is not available in the database, make sure you didn't misspell it or that the label is available when you run this statement in your application (the missing label name is: "
	tests := []struct{ message, wrong, right string }{
		{label + "Persn)", "Persn", "Person"},
		{label + "person)", "person", "Person"},
		{label + "Zebra)", "Zebra", ""},
		{"… (the missing relationship type is: WORKD_AT)", "WORKD_AT", "WORKED_AT"},
		{"… (the missing property name is: nane)", "nane", "name"},
		{"… (the missing property name is: asof)", "asof", "asOf"},
		{"Unknown function 'toUper'; did you mean 'toUpper'?", "toUper", "toUpper"},
		{"There is no procedure with the name `db.lables` registered for this database instance.", "db.lables", "db.labels"},
		{"Invalid input 'RETRN': expected a clause", "RETRN", "RETURN"},
		{"Invalid input 'RETURN': expected an expression", "RETURN", ""},
		{"Invalid input ')': expected an expression", "", ""},
		{"/ by zero", "", ""},
	}
	for _, tt := range tests {
		if wrong, right := c.Suggest(tt.message); wrong != tt.wrong || right != tt.right {
			t.Errorf("%s: %q, %q; want %q, %q", tt.message, wrong, right, tt.wrong, tt.right)
		}
	}
}
