package main

import (
	"io"
	"net/http"
	"os"
	"regexp"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"guestgraph/cypher/bolt/certtest"
)

// waitFor waits until a file holds a match of a pattern, and keeps its first group in a variable:
//
//	waitfor FILE PATTERN VARIABLE
func waitFor(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: waitfor FILE PATTERN VARIABLE")
	}
	pattern := regexp.MustCompile(args[1])
	var data []byte
	for range 300 {
		data, _ = os.ReadFile(ts.MkAbs(args[0]))
		if m := pattern.FindSubmatch(data); m != nil {
			ts.Setenv(args[2], string(m[1]))
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	ts.Fatalf("%s never matched %q; it holds %q", args[0], args[1], data)
}

// writeCertificate writes a self-signed certificate for 127.0.0.1 and its key:
//
//	certificate CERT KEY
func writeCertificate(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: certificate CERT KEY")
	}
	ts.Check(certtest.Write(1, ts.MkAbs(args[0]), ts.MkAbs(args[1])))
}

// fetchPage gets a URL and checks that its body matches a pattern; negated, that its status is not 200:
//
//	fetch URL PATTERN
func fetchPage(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: fetch URL PATTERN")
	}
	resp, err := http.Get(args[0])
	ts.Check(err)
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	ts.Check(err)
	if neg != (resp.StatusCode != http.StatusOK) {
		ts.Fatalf("%s: status %s", args[0], resp.Status)
	}
	if !regexp.MustCompile(args[1]).Match(body) {
		ts.Fatalf("%s: no match of %q in:\n%s", args[0], args[1], body)
	}
}
