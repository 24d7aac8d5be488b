package web

import (
	"net/url"
	"strings"

	"guestgraph/graph"
)

// kinds lists the kinds in the order the site shows them.
func kinds() []graph.Kind {
	return []graph.Kind{graph.KindPerson, graph.KindCompany, graph.KindTechnology, graph.KindEpisode, graph.KindShow}
}

func isKind(k graph.Kind) bool {
	for _, known := range kinds() {
		if k == known {
			return true
		}
	}
	return false
}

// href is the address of the page of a node.
func href(kind graph.Kind, id string) string {
	return "/" + url.PathEscape(string(kind)) + "/" + url.PathEscape(id)
}

// outgoing returns an address that may be linked to, or "" when it is none: only absolute http
// and https addresses with a host pass, so no script, no file and no path of our own.
func outgoing(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil {
		return ""
	}
	return u.String()
}

// site is how an outgoing link reads: the host and the start of the path.
func site(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	s := strings.TrimPrefix(u.Host, "www.") + strings.TrimSuffix(u.EscapedPath(), "/")
	return shorten(s, 40)
}

// consoleHref opens the console with a statement and its parameters, without running it.
func consoleHref(statement, params string) string {
	v := url.Values{"q": {statement}}
	if params != "" {
		v.Set("params", params)
	}
	return "/console?" + v.Encode()
}
