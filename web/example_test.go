package web

import (
	"fmt"
	"html"
	"net/http/httptest"
	"strings"
)

func ExampleServer() {
	s, err := New(Config{Graph: newFake()})
	if err != nil {
		fmt.Println(err)
		return
	}
	w := serve(s, httptest.NewRequest("GET", "/person/maren-oskarsson", nil))
	_, after, _ := strings.Cut(w.Body.String(), "<mark>")
	marked, _, _ := strings.Cut(after, "</mark>")
	fmt.Println(w.Code, html.UnescapeString(marked))
	// Output: 200 Maren Oskarsson, co-founder and CEO of Tidewater Systems
}
