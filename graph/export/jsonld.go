package export

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/url"

	"guestgraph/graph"
	"guestgraph/graph/schemaorg"
)

// A jsonLDWriter writes one document whose @graph has an object a node and one more for each relationship, which adds a
// property to a node by its @id: so nothing needs to be gathered. Chapters have no word in schema.org and are left out.
type jsonLDWriter struct {
	out   *bufio.Writer
	count int
}

func newJSONLD(w io.Writer, base string) (*jsonLDWriter, error) {
	context := []any{schemaorg.Context}
	if base != "" {
		u, err := url.Parse(base)
		if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
			return nil, fmt.Errorf("base %q is no address of a site: write https://HOST/", base)
		}
		context = append(context, map[string]string{"@base": u.String()})
	}
	head, err := json.Marshal(context)
	if err != nil {
		return nil, fmt.Errorf("write @context: %w", err)
	}
	j := &jsonLDWriter{out: bufio.NewWriterSize(w, 64<<10)}
	_, err = fmt.Fprintf(j.out, "{\"@context\":%s,\"@graph\":[", head)
	return j, err
}

func (j *jsonLDWriter) Node(n graph.Node) error {
	if n.Kind == graph.KindChapter {
		return nil
	}
	return j.object(schemaorg.Node(n.Ref, schemaorg.Details{
		Class: str(n.Props, "kind"), Aliases: strs(n.Props, "aliases"), URLs: strs(n.Props, "urls"), URL: str(n.Props, "url"),
		AudioURL: str(n.Props, "audioUrl"), Published: str(n.Props, "published"), Duration: float(n.Props, "duration"),
	}))
}

func (j *jsonLDWriter) Edge(e graph.Edge) error {
	if e.From.Kind == graph.KindChapter || e.To.Kind == graph.KindChapter {
		return nil
	}
	roles := strs(e.Props, "roles")
	if role := str(e.Props, "role"); role != "" {
		roles = []string{role}
	}
	o := schemaorg.Relation(schemaorg.Said{Type: e.Type, From: e.From, To: e.To, Roles: roles, Status: str(e.Props, "status"),
		Episode: str(e.Props, "episode"), Quote: str(e.Props, "quote"), AsOf: str(e.Props, "asOf")})
	if o == nil {
		return nil
	}
	return j.object(o)
}

func (j *jsonLDWriter) object(o schemaorg.Object) error {
	b, err := json.Marshal(o)
	if err != nil {
		return fmt.Errorf("write JSON-LD: %w", err)
	}
	if j.count++; j.count > 1 {
		j.out.WriteByte(',')
	}
	j.out.WriteByte('\n')
	_, err = j.out.Write(b)
	return err
}

func (j *jsonLDWriter) Close() error {
	j.out.WriteString("\n]}\n")
	return j.out.Flush()
}

func str(props map[string]any, key string) string { s, _ := props[key].(string); return s }

func float(props map[string]any, key string) float64 { f, _ := props[key].(float64); return f }

func strs(props map[string]any, key string) []string {
	list, _ := props[key].([]any)
	out := make([]string, 0, len(list))
	for _, v := range list {
		if s, ok := v.(string); ok {
			out = append(out, s)
		}
	}
	return out
}
