package web

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"path"
	"strconv"
	"strings"

	"guestgraph/graph"
)

//go:embed templates
var templateFiles embed.FS

// pages holds one parsed template a page, each with the layout and the shared parts.
type pages struct {
	byName map[string]*template.Template
	embed  *template.Template // what stands in other sites' pages, without the layout
}

// A layout is what templates/layout.html draws around a page.
type layout struct {
	Title   string // of the document
	Query   string // what stands in the search box
	Here    string // the path of the navigation entry that is this page
	NoIndex bool
	Linked  any    // the page's facts as JSON-LD; nil for none
	OEmbed  string // absolute address of the page's oEmbed, format left open; "" for none
	Page    any
}

func parsePages(a *assets) (*pages, error) {
	funcs := template.FuncMap{
		"asset":    a.url,
		"href":     href,
		"out":      outgoing,
		"site":     site,
		"day":      day,
		"date":     date,
		"language": language,
		"clock":    clock,
		"count":    count,
		"short":    short,
		"number":   number,
		"others":   otherNames,
		"kinds":    func() []graph.Kind { return kinds() },
		"plural":   plural,
		"cypher":   behind,
		"bytes":    bytesText,
		"lasts":    lasting,
		"whole":    func(n *int64) string { return number(int(*n)) },
		"millis":   func(n *int64) string { return strconv.FormatFloat(float64(*n)/1e6, 'f', 3, 64) },
		"add":      func(a, b int) int { return a + b },
	}
	base, err := template.New("layout.html").Funcs(funcs).ParseFS(templateFiles, "templates/layout.html", "templates/parts/*.html")
	if err != nil {
		return nil, fmt.Errorf("parse templates: %w", err)
	}
	files, err := templateFiles.ReadDir("templates")
	if err != nil {
		return nil, fmt.Errorf("list templates: %w", err)
	}
	p := &pages{byName: map[string]*template.Template{}}
	if p.embed, err = template.New("embed").Funcs(funcs).ParseFS(templateFiles, "templates/embed/*.html"); err != nil {
		return nil, fmt.Errorf("parse templates: %w", err)
	}
	for _, f := range files {
		if f.IsDir() || f.Name() == "layout.html" {
			continue
		}
		t, err := base.Clone()
		if err == nil {
			t, err = t.ParseFS(templateFiles, path.Join("templates", f.Name()))
		}
		if err != nil {
			return nil, fmt.Errorf("parse templates: %w", err)
		}
		p.byName[strings.TrimSuffix(f.Name(), ".html")] = t
	}
	return p, nil
}

// render answers with a page.
func (s *Server) render(w http.ResponseWriter, r *http.Request, status int, name string, l layout) error {
	t, ok := s.pages.byName[name]
	if !ok {
		return fmt.Errorf("render page: no template %q", name)
	}
	var buf bytes.Buffer
	if err := t.Execute(&buf, l); err != nil {
		return fmt.Errorf("render page %s: %w", name, err)
	}
	cache := "no-cache" // keep, but ask each time: the ETag makes that cheap
	if status != http.StatusOK {
		cache = "no-store"
	}
	return send(w, r, answer{status: status, kind: "text/html; charset=utf-8", cache: cache, body: dropControls(buf.Bytes())})
}

// An errorView is what templates/error.html shows.
type errorView struct {
	Status  int
	Title   string
	Detail  string
	Request string
}

func (s *Server) errorPage(w http.ResponseWriter, r *http.Request, err error) {
	st := asStatus(err)
	s.logFailure(r, st, err)
	retryAfter(w, st)
	title := http.StatusText(st.status)
	if st.status == http.StatusNotFound {
		title = "Not found"
	}
	view := errorView{Status: st.status, Title: title, Detail: st.detail}
	if st.status >= http.StatusInternalServerError {
		view.Request = requestID(r)
	}
	if err := s.render(w, r, st.status, "error", layout{Title: title, NoIndex: true, Page: view}); err != nil {
		s.Logger.Error("render error page", "request", requestID(r), "err", err)
		http.Error(w, st.detail, st.status)
	}
}
