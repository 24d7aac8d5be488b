package main

import (
	"errors"
	"fmt"
	"net"
	"strings"

	"github.com/spf13/cobra"

	"guestgraph/cypher/bolt"
)

func (p *program) dbCommand() *cobra.Command {
	db := &cobra.Command{
		Use:   "db",
		Short: "The embedded store alone",
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	for _, cmd := range []*cobra.Command{p.dbServeCommand(), p.dbCheckCommand(), p.dbBackupCommand(), p.dbStatsCommand()} {
		cmd.PreRunE = func(cmd *cobra.Command, _ []string) error {
			if p.settings.Neo4jURI != "" {
				return usagef("%s is about the embedded store: leave --neo4j-uri out", strings.TrimPrefix(cmd.CommandPath(), "guestgraph "))
			}
			return nil
		}
		db.AddCommand(cmd)
	}
	return db
}

func (p *program) dbServeCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Serve the embedded store over Bolt, for reading and writing, until stopped",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			cfg, err := p.secured(bolt.Config{Logger: p.log})
			if err != nil {
				return err
			}
			if p.settings.BoltPass != "" {
				cfg.Auth = bolt.Auth{User: p.settings.BoltUser, Password: p.settings.BoltPass}
			}
			listener, err := net.Listen("tcp", p.settings.BoltAddr)
			if err != nil {
				return fmt.Errorf("listen for Bolt: %w (choose another address with --bolt-addr)", err)
			}
			store, err := openEmbedded(p.settings.Data, p.log)
			if err != nil {
				return errors.Join(err, listener.Close())
			}
			defer func() { err = errors.Join(err, store.Close()) }()
			store.serve(listener, cfg)
			if cfg.Auth == (bolt.Auth{}) && reachable(listener.Addr()) {
				p.say("guestgraph: whoever reaches %s can read and write everything: set --bolt-password-file", listener.Addr())
			}
			if _, err := fmt.Fprintf(p.out, "serving %s at %s\n", p.settings.Data, boltURI(cfg, listener.Addr())); err != nil {
				return err
			}
			<-cmd.Context().Done()
			return nil
		},
	}
	cmd.Flags().String("bolt-addr", defaultBoltAddr, "`HOST:PORT` to listen on; port 0 picks a free one")
	cmd.Flags().String("bolt-user", "neo4j", "user that clients log in as")
	cmd.Flags().String("bolt-password-file", "", "`FILE` with the password of that user; none: anybody may connect")
	declareBoltTLS(cmd.Flags())
	return cmd
}
