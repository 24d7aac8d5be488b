package bolt

import (
	"crypto/sha256"
	"crypto/subtle"

	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/value"
)

// serverAgent is what HELLO answers: the Java driver takes only servers whose name begins with
// "Neo4j/", and tools read the version to know which statements they may send.
const serverAgent = "Neo4j/5.26.0"

// hello answers HELLO {extra}; before 5.1 the credentials stand in it too.
func (s *session) hello() {
	extra := s.dec.mapping()
	if !s.decoded(msgHello) {
		return
	}
	if routing, ok := extra.Get("routing").AsMap(); ok {
		s.routing, _ = routing.Get("address").AsString()
	}
	s.filter.setDefault(extra)
	patched := s.negotiatePatch(extra)
	if !s.version.atLeast(5, 1) && !s.authenticate(extra) {
		return
	}
	if s.state = stateAuthentication; !s.version.atLeast(5, 1) {
		s.state = stateReady
	}
	s.agent, _ = extra.Get("user_agent").AsString()
	s.log.Debug("client connected", "agent", s.agent, "version", s.version)

	s.out.begin(msgSuccess, 1)
	meta := s.out.dict()
	meta.string("server", serverAgent)
	meta.string("connection_id", s.id)
	meta.key("hints")
	hints := s.out.dict()
	hints.bool("telemetry.enabled", false)
	if s.version.atLeast(5, 8) {
		hints.bool("ssr.enabled", true)
	}
	if patched {
		meta.key("patch_bolt").strings([]string{"utc"})
	}
	s.out.end()
}

// negotiatePatch settles how date-times travel: from 5.0 on always in UTC, in 4.4 when the
// client asks for it.
func (s *session) negotiatePatch(extra value.Map) bool {
	utc, patched := s.version.major >= 5, false
	if !utc {
		patches, _ := extra.Get("patch_bolt").AsList()
		for _, p := range patches {
			if name, _ := p.AsString(); name == "utc" {
				utc, patched = true, true
			}
		}
	}
	s.out.utc, s.dec.utc = utc, utc
	return patched
}

// logon answers LOGON {credentials}.
func (s *session) logon() {
	token := s.dec.mapping()
	if !s.decoded(msgLogon) || !s.authenticate(token) {
		return
	}
	s.state = stateReady
	s.success()
}

// logoff answers LOGOFF; LOGON may follow, with other credentials.
func (s *session) logoff() {
	if !s.decoded(msgLogoff) {
		return
	}
	s.state = stateAuthentication
	s.success()
}

// authenticate checks credentials; when they are wrong it answers and ends the conversation.
func (s *session) authenticate(token value.Map) bool {
	if s.cfg.Auth.accepts(token) {
		s.welcome()
		return true
	}
	s.log.Warn("wrong credentials")
	s.fail("", fault.New(fault.Unauthorized, "The client is unauthorized due to authentication failure."))
	s.state, s.refused = stateDefunct, true
	return false
}

// Auth is the one user that may connect. The zero Auth lets everybody in, whatever credentials
// they send.
type Auth struct{ User, Password string }

// accepts compares in a time that tells nothing about how much of the credentials is right.
func (a Auth) accepts(token value.Map) bool {
	if a == (Auth{}) {
		return true
	}
	scheme, _ := token.Get("scheme").AsString()
	user, _ := token.Get("principal").AsString()
	password, _ := token.Get("credentials").AsString()
	right := equalSecret(user, a.User) & equalSecret(password, a.Password)
	return scheme == "basic" && right == 1
}

func equalSecret(a, b string) int {
	x, y := sha256.Sum256([]byte(a)), sha256.Sum256([]byte(b))
	return subtle.ConstantTimeCompare(x[:], y[:])
}
