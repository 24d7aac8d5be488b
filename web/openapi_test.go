package web

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/gorillamux"
)

// TestOpenAPIHolds checks the description against the specification, and real answers against the description: each
// operation answers as it promises, well and badly.
func TestOpenAPIHolds(t *testing.T) {
	described := describedRoutes(t)
	site := newSite(t, newFake())
	asked := map[string]bool{}
	for _, request := range []struct {
		method, target, body string
		status               int
	}{
		{"GET", "/api/v1/search?q=ma", "", 200}, {"GET", "/api/v1/search?q=ma&limit=0", "", 400}, {"GET", "/api/v1/search?q=ma&type=person,show&offset=1&phrases=2", "", 200}, {"GET", "/api/v1/search?q=ma&phrases=11", "", 400}, {"GET", "/api/v1/search?q=ma&type=cow", "", 400},
		{"GET", "/api/v1/person/" + maren.ID, "", 200}, {"GET", "/api/v1/person/nobody", "", 404},
		{"GET", "/api/v1/person/" + maren.ID + "?part=coworkers&offset=200&limit=50", "", 200}, {"GET", "/api/v1/person/" + maren.ID + "?part=pets", "", 400}, {"GET", "/api/v1/person/" + maren.ID + "?offset=5", "", 400},
		{"GET", "/api/v1/company/" + harbor.ID, "", 200}, {"GET", "/api/v1/technology/" + kelp.ID, "", 200},
		{"GET", "/api/v1/show/" + deepWater.ID, "", 200}, {"GET", "/api/v1/episode/" + epKelp.ID, "", 200}, {"GET", "/api/v1/episode/none", "", 404},
		{"GET", "/api/v1/episode/" + epKelp.ID + "/related", "", 200}, {"GET", "/api/v1/episode/" + epKelp.ID + "/related?limit=999", "", 400},
		{"GET", "/api/v1/related?id=" + epKelp.ID, "", 200}, {"GET", "/api/v1/related", "", 400}, {"GET", "/api/v1/related?guid=none", "", 404},
		{"GET", "/api/v1/path?from=maren-oskarsson&to=person:wen-abara", "", 200}, {"GET", "/api/v1/path?from=a&to=wen-abara", "", 400}, {"GET", "/api/v1/path?from=zzz&to=wen-abara", "", 404},
		{"GET", "/api/v1/path?from=maren-oskarsson&to=rust&hops=worked,created&max=8&limit=25", "", 200}, {"GET", "/api/v1/path?from=maren-oskarsson&to=rust&hops=jumped", "", 400}, {"GET", "/api/v1/path", "", 400},
		{"GET", "/api/v1/flow", "", 200}, {"GET", "/api/v1/flow?company=quarry-labs&since=2020&until=2021&people=2&limit=1", "", 200}, {"GET", "/api/v1/flow?limit=0", "", 400}, {"GET", "/api/v1/flow?company=zzz", "", 404},
		{"POST", "/api/v1/query", `{"query":"RETURN 1 AS n"}`, 200}, {"POST", "/api/v1/query", `{"query":`, 400},
		{"GET", "/api/v1/graph?ids=person:" + maren.ID + ",company:" + tidewater.ID, "", 200}, {"GET", "/api/v1/graph", "", 400},
		{"GET", "/api/v1/graph/neighbours?of=person:" + maren.ID + "&kind=company&with=company:" + harbor.ID, "", 200}, {"GET", "/api/v1/graph/neighbours?of=person:" + maren.ID, "", 400},
		{"GET", "/api/v1/graph/neighbours?of=person:nobody&kind=company", "", 404}, {"GET", "/api/v1/graph/neighbours?of=person:" + maren.ID + "&kind=company&limit=501", "", 400},
		{"GET", "/api/v1/queries", "", 200}, {"GET", "/api/v1/schema", "", 200},
		{"GET", "/api/v1/openapi.json", "", 200},
	} {
		r := httptest.NewRequest(request.method, request.target, nil)
		if request.body != "" {
			r.Header.Set("Content-Type", "application/json")
		}
		answer := httptest.NewRecorder()
		site.ServeHTTP(answer, withBody(r, request.body))
		if answer.Code != request.status {
			t.Errorf("%s %s: status %d, want %d: %s", request.method, request.target, answer.Code, request.status, answer.Body)
			continue
		}
		route, pathParams, err := described.FindRoute(r)
		if err != nil {
			t.Errorf("%s %s is not described: %v", request.method, request.target, err)
			continue
		}
		asked[request.method+" "+route.Path] = true
		input := &openapi3filter.RequestValidationInput{Request: withBody(r, request.body), PathParams: pathParams, Route: route}
		if err := openapi3filter.ValidateRequest(t.Context(), input); err != nil && request.status == http.StatusOK {
			t.Errorf("%s %s is no request as described: %v", request.method, request.target, err)
		}
		output := &openapi3filter.ResponseValidationInput{RequestValidationInput: input, Status: answer.Code, Header: answer.Header(), Body: io.NopCloser(answer.Body)}
		if err := openapi3filter.ValidateResponse(t.Context(), output); err != nil {
			t.Errorf("%s %s answers otherwise than described: %v", request.method, request.target, err)
		}
	}
	for _, rt := range site.routes() {
		if isAPI(rt.path) && !asked[rt.method+" "+rt.path] {
			t.Errorf("%s %s: no answer of it is checked here; add a request above", rt.method, rt.path)
		}
	}
}

// describedRoutes reads openapi.json, which must be as OpenAPI 3.1 asks.
func describedRoutes(t *testing.T) routers.Router {
	t.Helper()
	doc, err := openapi3.NewLoader().LoadFromData(openAPI)
	if err != nil {
		t.Fatal(err)
	}
	if err := doc.Validate(t.Context()); err != nil {
		t.Fatal(err)
	}
	doc.Servers = nil // requests of tests have a host of their own
	router, err := gorillamux.NewRouter(doc)
	if err != nil {
		t.Fatal(err)
	}
	return router
}

func withBody(r *http.Request, body string) *http.Request {
	r = r.Clone(r.Context())
	r.Body = io.NopCloser(strings.NewReader(body))
	return r
}
