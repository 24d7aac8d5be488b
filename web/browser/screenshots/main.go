// Screenshots takes pictures of every view of the demo: go run ./web/browser/screenshots OUTDIR. With -readme it writes
// the few that the README shows, small. Chromium is GUESTGRAPH_TEST_BROWSER, or the one in the PATH.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"

	"guestgraph/web/browser"
)

// A shot is a page to take a picture of.
type shot struct {
	browser.Page
	view  browser.View
	whole bool // the page, not only the window
	small bool
}

func main() {
	readme := flag.Bool("readme", false, "only the pictures of the README")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: screenshots [-readme] OUTDIR")
		os.Exit(2)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, flag.Arg(0), *readme); err != nil {
		fmt.Fprintln(os.Stderr, "screenshots:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, dir string, readme bool) (err error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	program, err := browser.Build(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, program.Remove()) }()
	site, err := program.Serve(ctx, "--demo")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, site.Close()) }()
	chromium, err := findChromium()
	if err != nil {
		return err
	}
	b, err := browser.Start(ctx, chromium)
	if err != nil {
		return err
	}
	defer b.Close()
	shots := ofReadme()
	if !readme {
		if shots, err = ofAll(ctx, site); err != nil {
			return err
		}
	}
	for _, s := range shots {
		if err := take(b, site, dir, s); err != nil {
			return fmt.Errorf("%s: %w", s.Path, err)
		}
	}
	return nil
}

// ofReadme are the pictures that the README shows.
func ofReadme() []shot {
	light := browser.View{Name: "light", Width: 1200, Height: 820}
	dark := browser.View{Name: "dark", Width: 1200, Height: 820, Dark: true}
	return []shot{
		{Page: browser.Page{Name: "person", Path: "/person/sugu-sougoumarane"}, view: light, small: true},
		{Page: browser.Page{Name: "explore", Path: "/explore?ids=company:planetscale,company:supabase,company:youtube,person:aaron-francis,person:richard-crowley,person:sam-lambert,person:sugu-sougoumarane,technology:multigres,technology:planetscale-metal,technology:vitess"}, view: dark, small: true},
	}
}

// ofAll are all kinds of pages in all views.
func ofAll(ctx context.Context, site *browser.Site) ([]shot, error) {
	pages, err := site.Pages(ctx)
	if err != nil {
		return nil, err
	}
	var shots []shot
	for _, p := range pages {
		for _, v := range browser.Views() {
			shots = append(shots, shot{Page: p, view: v, whole: true})
		}
	}
	return shots, nil
}

func take(b *browser.Browser, site *browser.Site, dir string, s shot) error {
	tab, err := b.Tab(s.view)
	if err != nil {
		return err
	}
	defer tab.Close()
	if err := tab.Open(site.URL + s.Path); err != nil {
		return err
	}
	if err := tab.Settle(); err != nil {
		return err
	}
	picture, err := tab.Picture(s.whole)
	if err != nil {
		return err
	}
	name := s.Name + "-" + s.view.Name
	if s.small {
		name = s.Name
		if picture, err = fewerColors(picture); err != nil {
			return err
		}
	}
	file := filepath.Join(dir, name+".png")
	if err := os.WriteFile(file, picture, 0o644); err != nil {
		return err
	}
	fmt.Printf("%s\t%d kB\t%s\n", file, len(picture)/1000, s.Path)
	return nil
}

func findChromium() (string, error) {
	if path := os.Getenv("GUESTGRAPH_TEST_BROWSER"); path != "" {
		return path, nil
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", errors.New("find Chromium: none in the PATH (set GUESTGRAPH_TEST_BROWSER)")
}
