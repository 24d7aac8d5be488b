package main

import (
	"net"

	"github.com/spf13/pflag"

	"guestgraph/cypher/bolt"
)

const defaultBoltAddr = "127.0.0.1:7687"

// declareBoltTLS declares what secures a Bolt port.
func declareBoltTLS(flags *pflag.FlagSet) {
	flags.String("bolt-tls-cert", "", "PEM `FILE` of the Bolt port's certificate, and those it follows from; then clients use bolt+s:// (renewed: read again)")
	flags.String("bolt-tls-key", "", "PEM `FILE` of the certificate's key")
}

// secured adds TLS to a configuration, where there is a certificate.
func (p *program) secured(cfg bolt.Config) (bolt.Config, error) {
	cert, key := p.settings.BoltCert, p.settings.BoltKey
	switch {
	case cert == "" && key == "":
		return cfg, nil
	case cert == "" || key == "":
		return cfg, usagef("--bolt-tls-cert (bolt.tls-cert) and --bolt-tls-key (bolt.tls-key) need each other")
	}
	var err error
	cfg.TLS, err = bolt.TLS(cert, key, p.log)
	return cfg, err
}

// boltURI is the address by which clients reach a Bolt port.
func boltURI(cfg bolt.Config, at net.Addr) string {
	if cfg.TLS != nil {
		return "bolt+s://" + at.String()
	}
	return "bolt://" + at.String()
}

// reachable tells whether other machines may reach a listener.
func reachable(at net.Addr) bool {
	tcp, ok := at.(*net.TCPAddr)
	return !ok || !tcp.IP.IsLoopback()
}
