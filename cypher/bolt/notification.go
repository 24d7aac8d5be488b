package bolt

import (
	"slices"
	"strings"

	"guestgraph/cypher/engine"
	"guestgraph/cypher/engine/value"
)

// A notificationFilter says which notifications the client wants: those of HELLO hold for the
// connection, those of RUN or BEGIN for one transaction.
type notificationFilter struct {
	own, current struct {
		off         bool
		warningOnly bool
		disabled    []string // categories
	}
}

// set reads the keys notifications_minimum_severity and notifications_disabled_categories
// (from 5.5 on _classifications).
func (f *notificationFilter) set(extra value.Map) {
	f.current = f.own
	if severity, ok := extra.Get("notifications_minimum_severity").AsString(); ok {
		f.current.off, f.current.warningOnly = severity == "OFF", severity == "WARNING"
	}
	for _, key := range []string{"notifications_disabled_categories", "notifications_disabled_classifications"} {
		if list, ok := extra.Get(key).AsList(); ok {
			f.current.disabled = nil
			for _, v := range list {
				name, _ := v.AsString()
				f.current.disabled = append(f.current.disabled, name)
			}
		}
	}
}

// setDefault reads them for the connection.
func (f *notificationFilter) setDefault(extra value.Map) {
	f.set(extra)
	f.own = f.current
}

func (f *notificationFilter) shown(all []engine.Notification) []engine.Notification {
	if f.current.off || len(all) == 0 {
		return nil
	}
	var shown []engine.Notification
	for _, n := range all {
		if f.current.warningOnly && n.Severity != "WARNING" || slices.Contains(f.current.disabled, n.Category) {
			continue
		}
		shown = append(shown, n)
	}
	return shown
}

func (s *session) filterNotifications(extra value.Map) { s.filter.set(extra) }

// notifications appends them in the form used before 5.6.
func (s *session) notifications(meta dict, shown []engine.Notification) {
	meta.key("notifications").listHeader(len(shown))
	for _, n := range shown {
		d := s.out.dict()
		d.string("code", n.Code)
		d.string("title", n.Title)
		d.string("description", n.Description)
		d.string("severity", n.Severity)
		d.string("category", n.Category)
		if n.HasPosition {
			d.key("position")
			position(s.out.dict(), n)
		}
	}
}

func position(d dict, n engine.Notification) {
	d.int("line", int64(n.Line))
	d.int("column", int64(n.Column))
	d.int("offset", int64(n.Offset))
}

// statuses appends the GQL statuses: how the statement ended, and each notification.
func (s *session) statuses(meta dict, r *openResult, sum *engine.Summary, shown []engine.Notification) {
	meta.key("statuses").listHeader(1 + len(shown))
	d := s.out.dict()
	switch {
	case r.columns == 0 || sum.Plan != nil && !sum.Profiled:
		d.string("gql_status", "00001")
		d.string("status_description", "note: successful completion - omitted result")
	case !r.rows:
		d.string("gql_status", "02000")
		d.string("status_description", "note: no data")
	default:
		d.string("gql_status", "00000")
		d.string("status_description", "note: successful completion")
	}
	for _, n := range shown {
		s.status(n)
	}
}

func (s *session) status(n engine.Notification) {
	d := s.out.dict()
	status, meaning := notificationStatus(n)
	d.string("gql_status", status)
	d.string("status_description", meaning+". "+n.Description)
	d.string("neo4j_code", n.Code)
	d.string("title", n.Title)
	d.string("description", n.Description)
	d.key("diagnostic_record")
	record := s.out.dict()
	record.string("OPERATION", "")
	record.string("OPERATION_CODE", "0")
	record.string("CURRENT_SCHEMA", "/")
	record.string("_classification", n.Category)
	record.string("_severity", n.Severity)
	if n.HasPosition {
		record.key("_position")
		position(s.out.dict(), n)
	}
}

// notificationStatus gives the GQL status that Neo4j 5.26 gives with a notification, and its
// condition; 01N42 and 03N42 are those of anything else.
func notificationStatus(n engine.Notification) (status, condition string) {
	switch n.Code[strings.LastIndexByte(n.Code, '.')+1:] {
	case "IndexOrConstraintAlreadyExists":
		return "00NA0", "note: successful completion - index or constraint already exists"
	case "UnknownLabelWarning":
		return "01N50", "warn: label does not exist"
	case "UnknownRelationshipTypeWarning":
		return "01N51", "warn: relationship type does not exist"
	case "UnknownPropertyKeyWarning":
		return "01N52", "warn: property key does not exist"
	case "FeatureDeprecationWarning":
		return "01N00", "warn: feature deprecated"
	case "CartesianProduct":
		return "03N90", "info: cartesian product"
	case "UnboundedVariableLengthPattern":
		return "03N91", "info: unbounded variable length pattern"
	}
	if n.Severity == "WARNING" {
		return "01N42", "warn: unknown warning"
	}
	return "03N42", "info: unknown notification"
}
