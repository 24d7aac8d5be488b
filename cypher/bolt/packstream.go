package bolt

// PackStream markers, https://neo4j.com/docs/bolt/current/packstream/. The tiny forms hold
// their length (or the integer itself) in the low half of the byte.
const (
	packTinyString = 0x80
	packTinyList   = 0x90
	packTinyMap    = 0xA0
	packStruct     = 0xB0

	packNull   = 0xC0
	packFloat  = 0xC1
	packFalse  = 0xC2
	packTrue   = 0xC3
	packInt8   = 0xC8
	packInt16  = 0xC9
	packInt32  = 0xCA
	packInt64  = 0xCB
	packBytes  = 0xCC // and CD, CE: 8, 16, 32 bits of length, as for the next three
	packString = 0xD0
	packList   = 0xD4
	packMap    = 0xD8

	packTinyIntMin = 0xF0 // F0..FF are -16..-1, 00..7F are 0..127
)

// Tags of the structures that stand for values.
const (
	tagNode           = 'N' // id, labels, properties (5.x: elementId)
	tagRelationship   = 'R' // id, start, end, type, properties (5.x: elementId, start's, end's)
	tagUnboundRel     = 'r' // id, type, properties (5.x: elementId)
	tagPath           = 'P' // nodes, unbound relationships, indices
	tagDate           = 'D' // days since 1970-01-01
	tagTime           = 'T' // nanoseconds of the day, offset in seconds
	tagLocalTime      = 't' // nanoseconds of the day
	tagLocalDateTime  = 'd' // seconds since the epoch, nanoseconds
	tagDateTime       = 'I' // seconds since the epoch in UTC, nanoseconds, offset in seconds
	tagDateTimeZone   = 'i' // seconds since the epoch in UTC, nanoseconds, zone name
	tagLegacyDateTime = 'F' // as I, but the seconds count local time (4.x without the utc patch)
	tagLegacyZoned    = 'f' // as i, likewise
	tagDuration       = 'E' // months, days, seconds, nanoseconds
	tagPoint2D        = 'X' // srid, x, y
	tagPoint3D        = 'Y' // srid, x, y, z
)

// Tags of messages.
const (
	msgHello     = 0x01
	msgGoodbye   = 0x02
	msgReset     = 0x0F
	msgRun       = 0x10
	msgBegin     = 0x11
	msgCommit    = 0x12
	msgRollback  = 0x13
	msgDiscard   = 0x2F
	msgPull      = 0x3F
	msgTelemetry = 0x54
	msgRoute     = 0x66
	msgLogon     = 0x6A
	msgLogoff    = 0x6B
	msgSuccess   = 0x70
	msgRecord    = 0x71
	msgIgnored   = 0x7E
	msgFailure   = 0x7F
)

// messageName names a request for logs and errors.
func messageName(tag byte) string {
	switch tag {
	case msgHello:
		return "HELLO"
	case msgGoodbye:
		return "GOODBYE"
	case msgReset:
		return "RESET"
	case msgRun:
		return "RUN"
	case msgBegin:
		return "BEGIN"
	case msgCommit:
		return "COMMIT"
	case msgRollback:
		return "ROLLBACK"
	case msgDiscard:
		return "DISCARD"
	case msgPull:
		return "PULL"
	case msgTelemetry:
		return "TELEMETRY"
	case msgRoute:
		return "ROUTE"
	case msgLogon:
		return "LOGON"
	case msgLogoff:
		return "LOGOFF"
	}
	return "unknown"
}
