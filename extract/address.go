package extract

import "strings"

// address returns a URL in lower case from its host on, without "www.": "https://www.Heapworks.example/Docs?a" gives
// "heapworks.example/docs?a".
func address(url string) string { return strings.TrimPrefix(withoutScheme(url), "www.") }

// siteOf returns the host of a URL as address writes it.
func siteOf(url string) string { return strings.TrimPrefix(hostOf(url), "www.") }

// hostOf returns the host of a URL in lower case.
func hostOf(url string) string {
	url = withoutScheme(url)
	if i := strings.IndexAny(url, "/?#"); i >= 0 {
		url = url[:i]
	}
	return url
}

// withoutScheme returns a URL in lower case from its host on.
func withoutScheme(url string) string {
	url = strings.ToLower(url)
	if i := strings.Index(url, "://"); i >= 0 {
		url = url[i+3:]
	}
	return url
}
