package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/pflag"
	"github.com/spf13/viper"
)

// settings are what flags, environment and configuration file say together.
type settings struct {
	Data         string
	Neo4jURI     string
	Neo4jUser    string
	Neo4jPass    string
	Neo4jDB      string
	LogLevel     string
	LogFormat    string
	Addr         string
	BoltAddr     string
	BoltAddrSet  bool // somebody chose it
	BoltUser     string
	BoltPass     string
	BoltCert     string
	BoltKey      string
	Contact      string
	PublicURL    string
	Show         string
	AllowPrivate bool
	Transcripts  bool
	Decisions    string
	Visitors     visitors
}

// A setting has one name as a flag (neo4j-uri), from which its key in guestgraph.yaml (neo4j.uri)
// and its variable (GUESTGRAPH_NEO4J_URI) follow.
var settingKeys = map[string]string{
	"data": "data", "neo4j-uri": "neo4j.uri", "neo4j-user": "neo4j.user", "neo4j-password-file": "neo4j.password-file",
	"neo4j-database": "neo4j.database", "log-level": "log.level", "log-format": "log.format", "addr": "addr",
	"bolt-addr": "bolt.addr", "bolt-user": "bolt.user", "bolt-password-file": "bolt.password-file",
	"bolt-tls-cert": "bolt.tls-cert", "bolt-tls-key": "bolt.tls-key", "contact": "contact", "public-url": "public-url", "show": "show", "allow-private": "allow-private", "transcripts": "transcripts",
	"decisions": "decisions", "visitor-timeout": "visitors.timeout", "visitor-statements": "visitors.statements",
	"visitor-connections": "visitors.connections", "visitor-idle": "visitors.idle",
}

// declareShared declares the flags that every command has.
func declareShared(flags *pflag.FlagSet) {
	flags.String("config", "", "configuration `FILE` (default guestgraph.yaml in this folder, if there)")
	flags.String("data", "", "`DIR` of the embedded store (default the user's data folder)")
	flags.String("neo4j-uri", "", "use the Neo4j at `URI` (bolt://, neo4j://, neo4j+s://) instead of the embedded store")
	flags.String("neo4j-user", "neo4j", "Neo4j user")
	flags.String("neo4j-password-file", "", "`FILE` with the Neo4j password; none: no authentication")
	flags.String("neo4j-database", "", "Neo4j database (default the server's)")
	flags.String("log-level", "warn", "debug, info, warn or error")
	flags.String("log-format", "text", "text or json")
}

// readSettings merges flags over GUESTGRAPH_* variables over the configuration file.
func readSettings(flags *pflag.FlagSet) (settings, error) {
	v := viper.New()
	v.SetEnvPrefix("guestgraph")
	v.SetEnvKeyReplacer(strings.NewReplacer(".", "_", "-", "_"))
	v.AutomaticEnv()
	for flag, key := range settingKeys {
		if f := flags.Lookup(flag); f != nil {
			if err := v.BindPFlag(key, f); err != nil {
				return settings{}, fmt.Errorf("read settings: %w", err)
			}
		}
	}
	err := readConfigFile(v, flags)
	if err != nil {
		return settings{}, err
	}
	s := settings{
		Data: v.GetString("data"), Neo4jURI: v.GetString("neo4j.uri"), Neo4jUser: v.GetString("neo4j.user"),
		Neo4jDB: v.GetString("neo4j.database"), LogLevel: v.GetString("log.level"), LogFormat: v.GetString("log.format"),
		Addr: v.GetString("addr"), BoltAddr: v.GetString("bolt.addr"), BoltAddrSet: isChosen(v, flags, "bolt-addr"),
		BoltUser: v.GetString("bolt.user"), BoltCert: v.GetString("bolt.tls-cert"), BoltKey: v.GetString("bolt.tls-key"),
		Contact: v.GetString("contact"), PublicURL: v.GetString("public-url"), Show: v.GetString("show"), AllowPrivate: v.GetBool("allow-private"),
		Transcripts: v.GetBool("transcripts"), Decisions: v.GetString("decisions"),
	}
	if flags.Lookup("visitor-timeout") != nil {
		if s.Visitors, err = readVisitors(v); err != nil {
			return settings{}, err
		}
	}
	if s.Neo4jPass, err = readPassword(v.GetString("neo4j.password-file")); err != nil {
		return settings{}, fmt.Errorf("read the Neo4j password: %w", err)
	}
	if s.BoltPass, err = readPassword(v.GetString("bolt.password-file")); err != nil {
		return settings{}, fmt.Errorf("read the Bolt password: %w", err)
	}
	if s.Data == "" {
		s.Data = defaultData()
	}
	return s, nil
}

// readPassword reads a file that holds a password and maybe a line's end; "" is none.
func readPassword(file string) (string, error) {
	if file == "" {
		return "", nil
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	if password := strings.TrimSpace(string(data)); password != "" {
		return password, nil
	}
	return "", fmt.Errorf("%s is empty", file)
}

func isChosen(v *viper.Viper, flags *pflag.FlagSet, flag string) bool {
	f := flags.Lookup(flag)
	return f != nil && (f.Changed || v.GetString(settingKeys[flag]) != f.DefValue)
}

func readConfigFile(v *viper.Viper, flags *pflag.FlagSet) error {
	file := flags.Lookup("config").Value.String()
	named := file != ""
	if !named {
		file = os.Getenv("GUESTGRAPH_CONFIG")
		named = file != ""
	}
	if !named {
		file = "guestgraph.yaml"
	}
	v.SetConfigFile(file)
	v.SetConfigType("yaml")
	err := v.ReadInConfig()
	switch {
	case err == nil:
		return unknownKeys(v, file)
	case !named && errors.Is(err, fs.ErrNotExist):
		return nil
	}
	return usagef("configuration %s: %v", file, err)
}

// unknownKeys refuses a misspelled key, which would otherwise be ignored without a word.
func unknownKeys(v *viper.Viper, file string) error {
	known := slices.Collect(maps.Values(settingKeys))
	for _, key := range v.AllKeys() {
		if !slices.Contains(known, key) {
			return usagef("configuration %s: unknown key %q", file, key)
		}
	}
	return nil
}

// defaultData is the user's data folder: XDG_DATA_HOME, or what the system has in its place.
func defaultData() string {
	if dir := os.Getenv("XDG_DATA_HOME"); dir != "" {
		return filepath.Join(dir, "guestgraph")
	}
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		if dir, err := os.UserConfigDir(); err == nil {
			return filepath.Join(dir, "guestgraph")
		}
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "guestgraph-data"
	}
	return filepath.Join(home, ".local", "share", "guestgraph")
}
