package syntax

// A kind is the sort of a token.
type kind uint8

// The kinds of tokens. Every keyword is a tokWord: Cypher reserves none, so the parser decides by place.
const (
	tokEnd       kind = iota
	tokWord           // a keyword or a plain name
	tokQuoted         // `name`
	tokInt            // 12, 0x1F, 0o17
	tokFloat          // 1.5, 1e9
	tokBadNumber      // 12abc
	tokString         // 'a' or "a"
	tokLParen
	tokRParen
	tokLBracket
	tokRBracket
	tokLBrace
	tokRBrace
	tokComma
	tokDot
	tokDotDot
	tokColon
	tokColonColon
	tokSemicolon
	tokDollar
	tokPipe
	tokPipePipe
	tokAmp
	tokBang
	tokPercent
	tokStar
	tokSlash
	tokPlus
	tokPlusEq
	tokMinus
	tokCaret
	tokEq
	tokNe
	tokBangEq
	tokLt
	tokLe
	tokGt
	tokGe
	tokRegex
	tokDash      // a dash other than -, only for arrows
	tokLeftHead  // an arrow head other than <
	tokRightHead // an arrow head other than >
	tokOther     // anything else
)

// A token is a piece of the statement. pair is, for a bracket, the index of the bracket that closes it,
// or -1; the parser looks past brackets with it without reading what is inside.
type token struct {
	kind       kind
	word       word
	start, end int32
	pair       int32
}
