package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strings"

	"github.com/spf13/cobra"

	"guestgraph/graph"
)

// Exit codes.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

// A program is one run of the command: its streams, and what every subcommand shares.
type program struct {
	in       io.Reader
	out      io.Writer // data
	err      io.Writer // progress, logs, errors
	settings settings
	log      *slog.Logger
	problems int // parts of sources that could not be read
}

// run runs one command line and gives its exit code.
func run(ctx context.Context, args []string, in io.Reader, out, errOut io.Writer) int {
	p := &program{in: in, out: out, err: errOut, log: slog.New(slog.DiscardHandler)}
	root := p.rootCommand()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errOut)
	err := root.ExecuteContext(ctx)
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, context.Canceled) && ctx.Err() != nil:
		p.say("guestgraph: stopped")
		return exitFailed
	}
	p.say("guestgraph: %s", explain(err))
	if _, ok := errors.AsType[*usageError](err); ok || isCobraUsage(err) {
		p.say("Run 'guestgraph --help' for usage.")
		return exitUsage
	}
	return exitFailed
}

// say writes one line beside the data.
func (p *program) say(format string, args ...any) {
	fmt.Fprintf(p.err, format+"\n", args...)
}

// A usageError is a command line that cannot be meant.
type usageError struct{ message string }

func (e *usageError) Error() string { return e.message }

func usagef(format string, args ...any) error {
	return &usageError{fmt.Sprintf(format, args...)}
}

// isCobraUsage knows the errors that cobra makes of a command line; they have no type.
func isCobraUsage(err error) bool {
	for _, prefix := range []string{"unknown command", "unknown flag", "unknown shorthand", "flag needs an argument", "invalid argument", "accepts ", "requires at least", "required flag"} {
		if strings.HasPrefix(err.Error(), prefix) {
			return true
		}
	}
	return false
}

// explain words an error for a person, with its place where it has one.
func explain(err error) string {
	if q, ok := errors.AsType[*graph.QueryError](err); ok {
		if q.Line > 0 {
			return fmt.Sprintf("%s\n  at line %d, column %d (%s)", q.Message, q.Line, q.Column, q.Code)
		}
		return fmt.Sprintf("%s (%s)", q.Message, q.Code)
	}
	return err.Error()
}

func (p *program) rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "guestgraph",
		Short: "Who worked where, as podcasts tell it: extract, query and serve it as a graph",
		Long: `guestgraph reads podcast episode descriptions, finds the people, companies and technologies in them and who
worked where, keeps that as a property graph (an embedded store, or Neo4j), and serves it.

  guestgraph serve --demo          try it with the bundled sample, then open http://localhost:8080
  guestgraph serve FEED            the same with a podcast's feed
  guestgraph extract FILE          facts as JSON Lines, nothing stored`,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.NoArgs,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.CompletionOptions.HiddenDefaultCmd = true
	declareShared(root.PersistentFlags())
	root.PersistentPreRunE = func(cmd *cobra.Command, _ []string) error {
		s, err := readSettings(cmd.Flags())
		if err != nil {
			return err
		}
		p.settings = s
		p.log, err = newLogger(p.err, s.LogLevel, s.LogFormat)
		return err
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usagef("%v", err) })
	root.AddCommand(p.serveCommand(), p.extractCommand(), p.loadCommand(), p.queryCommand(), p.exportCommand(), p.evalCommand(), p.dbCommand(), p.versionCommand())
	return root
}

func newLogger(w io.Writer, level, format string) (*slog.Logger, error) {
	var lv slog.Level
	if err := lv.UnmarshalText([]byte(level)); err != nil {
		return nil, usagef("log level %q is not known: use debug, info, warn or error", level)
	}
	options := &slog.HandlerOptions{Level: lv}
	switch format {
	case "text":
		return slog.New(slog.NewTextHandler(w, options)), nil
	case "json":
		return slog.New(slog.NewJSONHandler(w, options)), nil
	}
	return nil, usagef("log format %q is not known: use text or json", format)
}
