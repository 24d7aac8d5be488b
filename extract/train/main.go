// Command train learns how names of people look and what stands around them, where the rules of extraction are not sure,
// and writes extract/name_weights.tsv:
//
//	go run ./extract/train [flags] LABELS TEXT ALIASES [LABELS TEXT ALIASES …]
//
// The arguments are files as `guestgraph eval` takes them. With -cross-validate nothing is written: it tells how the
// extractor does on each show with weights that the other shows gave, beside what it does without any. With -explain it
// tells of each name what the weights make of it, and why. The same files give the same weights, byte by byte.
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"os"

	"guestgraph/extract"
	"guestgraph/extract/eval"
	"guestgraph/extract/feed"
)

const filesOfSet = 3

func main() {
	out := flag.String("out", "extract/name_weights.tsv", "`file` to write")
	validate := flag.Bool("cross-validate", false, "write nothing; tell the figures of shows left out")
	explain := flag.Bool("explain", false, "write nothing; tell what the weights make of each name, and why")
	flag.Parse()
	if flag.NArg() == 0 || flag.NArg()%filesOfSet != 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(os.Stdout, *out, *validate, *explain, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(out io.Writer, path string, validate, explain bool, files []string) error {
	var sets []labelled
	for i := 0; i < len(files); i += filesOfSet {
		set, err := readSet(files[i], files[i+1], files[i+2])
		if err != nil {
			return err
		}
		sets = append(sets, set)
	}
	if explain {
		return tellWhy(out, sets)
	}
	examples, err := examplesOf(sets)
	if err != nil {
		return err
	}
	if validate {
		return crossValidate(out, sets, examples)
	}
	weights := learn(examples)
	var b bytes.Buffer
	if err := extract.WriteNameWeights(&b, remarks, weights); err != nil {
		return err
	}
	_, _ = fmt.Fprintf(out, "%d examples of names, %d weights\n", len(examples), len(weights))
	return os.WriteFile(path, b.Bytes(), 0o644)
}

const remarks = `What speaks for a run of capitals being a person's name where rules are not sure, in log odds. "make names" writes this
file; extract/namefeature.go tells what the features are, extract/DESIGN.md how they are weighed.
`

// A labelled set is episodes with their labels, aligned.
type labelled struct {
	gold     []eval.Gold
	episodes []*extract.Episode
	names    eval.Names
}

func readSet(labels, text, aliases string) (labelled, error) {
	var s labelled
	var err error
	if s.gold, err = eval.ReadFile(labels, eval.ReadGold); err != nil {
		return s, err
	}
	if s.names, err = eval.ReadFile(aliases, eval.ReadNames); err != nil {
		return s, err
	}
	byID := map[string]*extract.Episode{}
	for ep, err := range feed.Read(context.Background(), text, feed.Options{}) {
		if err != nil {
			return s, err
		}
		byID[ep.ID] = &ep
	}
	for i := range s.gold {
		ep := byID[s.gold[i].ID]
		if ep == nil {
			return s, fmt.Errorf("%s holds no episode %q, which %s labels", text, s.gold[i].ID, labels)
		}
		s.episodes = append(s.episodes, ep)
	}
	return s, nil
}
