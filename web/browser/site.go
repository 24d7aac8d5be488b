package browser

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"time"
)

// A Program is guestgraph, built for this run.
type Program struct{ dir string }

// Build builds guestgraph as it stands in this module.
func Build(ctx context.Context) (*Program, error) {
	dir, err := os.MkdirTemp("", "guestgraph-site-")
	if err != nil {
		return nil, fmt.Errorf("build guestgraph: %w", err)
	}
	p := &Program{dir}
	if out, err := exec.CommandContext(ctx, "go", "build", "-o", p.path(), "guestgraph/cmd/guestgraph").CombinedOutput(); err != nil {
		return nil, errors.Join(fmt.Errorf("build guestgraph: %w\n%s", err, out), p.Remove())
	}
	return p, nil
}

func (p *Program) path() string { return filepath.Join(p.dir, "guestgraph") }

// Remove removes the program. End its sites before.
func (p *Program) Remove() error { return os.RemoveAll(p.dir) }

// A Site is a running guestgraph.
type Site struct {
	URL     string // http://127.0.0.1:PORT
	command *exec.Cmd
}

var readyLine = regexp.MustCompile(`ready: (http://[0-9.:]+)`)

// startTime is how long a site may take until it is ready.
const startTime = time.Minute

// Serve runs "guestgraph serve" with those arguments on a free port. The error holds what it said.
func (p *Program) Serve(ctx context.Context, args ...string) (*Site, error) {
	var said bytes.Buffer
	command := exec.CommandContext(ctx, p.path(), append([]string{"serve", "--addr", "127.0.0.1:0", "--bolt-addr", "off"}, args...)...)
	command.Cancel = func() error { return command.Process.Signal(os.Interrupt) }
	command.WaitDelay = 10 * time.Second
	command.Stderr = &said
	out, err := command.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("serve a site: %w", err)
	}
	if err := command.Start(); err != nil {
		return nil, fmt.Errorf("serve a site: %w", err)
	}
	tooLong := time.AfterFunc(startTime, func() { _ = command.Process.Kill() }) // its end is told below
	defer tooLong.Stop()
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if m := readyLine.FindStringSubmatch(lines.Text()); m != nil {
			go func() { _, _ = io.Copy(io.Discard, out) }() // so that it never waits for a reader
			return &Site{URL: m[1], command: command}, nil
		}
	}
	return nil, fmt.Errorf("serve a site: it ended before it was ready: %w\n%s", command.Wait(), said.String())
}

// Close stops the program.
func (s *Site) Close() error {
	err := s.command.Process.Signal(os.Interrupt)
	_ = s.command.Wait() // it was told to end
	return err
}
