package syntax

// A word is a keyword; 0 is any other name.
type word uint8

// The keywords the parser asks for.
const (
	_ word = iota
	wAll
	wAllShortestPaths
	wAnd
	wAny
	wArray
	wAs
	wAsc
	wAscending
	wBindings
	wBool
	wBoolean
	wBoth
	wBreak
	wBtree
	wBy
	wCSV
	wCall
	wCase
	wCollect
	wConcurrent
	wConstraint
	wContains
	wContinue
	wCount
	wCreate
	wCurrent
	wCypher
	wDate
	wDelete
	wDesc
	wDescending
	wDetach
	wDifferent
	wDistinct
	wDrop
	wDuration
	wEach
	wEdge
	wElement
	wElements
	wElse
	wEnd
	wEnds
	wError
	wExecutable
	wExists
	wExplain
	wFail
	wFalse
	wFieldTerminator
	wFinish
	wFloat
	wFor
	wForeach
	wFrom
	wFulltext
	wGroup
	wGroups
	wHeaders
	wIf
	wIn
	wIndex
	wInf
	wInfinity
	wInsert
	wInt
	wInteger
	wIs
	wJoin
	wKey
	wLeading
	wLimit
	wList
	wLoad
	wLocal
	wLookup
	wMap
	wMatch
	wMerge
	wNFC
	wNFD
	wNFKC
	wNFKD
	wNaN
	wNode
	wNodetach
	wNone
	wNormalize
	wNormalized
	wNot
	wNothing
	wNull
	wOf
	wOffset
	wOn
	wOptional
	wOptions
	wOr
	wOrder
	wPath
	wPaths
	wPoint
	wProfile
	wProperty
	wRange
	wReduce
	wRel
	wRelationship
	wRelationships
	wRemove
	wRepeatable
	wReport
	wRequire
	wReturn
	wRow
	wRows
	wScan
	wSeek
	wSet
	wShortest
	wShortestPath
	wShow
	wSigned
	wSingle
	wSkip
	wStarts
	wStatus
	wString
	wTerminate
	wText
	wThen
	wTime
	wTimestamp
	wTimezone
	wTrailing
	wTransaction
	wTransactions
	wTrim
	wTrue
	wTyped
	wUnion
	wUnique
	wUnwind
	wUse
	wUser
	wUsing
	wValue
	wVarchar
	wVector
	wVertex
	wWhen
	wWhere
	wWith
	wWithout
	wXor
	wYield
	wZoned
)

// words finds a keyword by its upper-case spelling.
var words = map[string]word{
	"ALL":              wAll,
	"ALLSHORTESTPATHS": wAllShortestPaths,
	"AND":              wAnd,
	"ANY":              wAny,
	"ARRAY":            wArray,
	"AS":               wAs,
	"ASC":              wAsc,
	"ASCENDING":        wAscending,
	"BINDINGS":         wBindings,
	"BOOL":             wBool,
	"BOOLEAN":          wBoolean,
	"BOTH":             wBoth,
	"BREAK":            wBreak,
	"BTREE":            wBtree,
	"BY":               wBy,
	"CSV":              wCSV,
	"CALL":             wCall,
	"CASE":             wCase,
	"COLLECT":          wCollect,
	"CONCURRENT":       wConcurrent,
	"CONSTRAINT":       wConstraint,
	"CONTAINS":         wContains,
	"CONTINUE":         wContinue,
	"COUNT":            wCount,
	"CREATE":           wCreate,
	"CURRENT":          wCurrent,
	"CYPHER":           wCypher,
	"DATE":             wDate,
	"DELETE":           wDelete,
	"DESC":             wDesc,
	"DESCENDING":       wDescending,
	"DETACH":           wDetach,
	"DIFFERENT":        wDifferent,
	"DISTINCT":         wDistinct,
	"DROP":             wDrop,
	"DURATION":         wDuration,
	"EACH":             wEach,
	"EDGE":             wEdge,
	"ELEMENT":          wElement,
	"ELEMENTS":         wElements,
	"ELSE":             wElse,
	"END":              wEnd,
	"ENDS":             wEnds,
	"ERROR":            wError,
	"EXECUTABLE":       wExecutable,
	"EXISTS":           wExists,
	"EXPLAIN":          wExplain,
	"FAIL":             wFail,
	"FALSE":            wFalse,
	"FIELDTERMINATOR":  wFieldTerminator,
	"FINISH":           wFinish,
	"FLOAT":            wFloat,
	"FOR":              wFor,
	"FOREACH":          wForeach,
	"FROM":             wFrom,
	"FULLTEXT":         wFulltext,
	"GROUP":            wGroup,
	"GROUPS":           wGroups,
	"HEADERS":          wHeaders,
	"IF":               wIf,
	"IN":               wIn,
	"INDEX":            wIndex,
	"INF":              wInf,
	"INFINITY":         wInfinity,
	"INSERT":           wInsert,
	"INT":              wInt,
	"INTEGER":          wInteger,
	"IS":               wIs,
	"JOIN":             wJoin,
	"KEY":              wKey,
	"LEADING":          wLeading,
	"LIMIT":            wLimit,
	"LIST":             wList,
	"LOAD":             wLoad,
	"LOCAL":            wLocal,
	"LOOKUP":           wLookup,
	"MAP":              wMap,
	"MATCH":            wMatch,
	"MERGE":            wMerge,
	"NFC":              wNFC,
	"NFD":              wNFD,
	"NFKC":             wNFKC,
	"NFKD":             wNFKD,
	"NAN":              wNaN,
	"NODE":             wNode,
	"NODETACH":         wNodetach,
	"NONE":             wNone,
	"NORMALIZE":        wNormalize,
	"NORMALIZED":       wNormalized,
	"NOT":              wNot,
	"NOTHING":          wNothing,
	"NULL":             wNull,
	"OF":               wOf,
	"OFFSET":           wOffset,
	"ON":               wOn,
	"OPTIONAL":         wOptional,
	"OPTIONS":          wOptions,
	"OR":               wOr,
	"ORDER":            wOrder,
	"PATH":             wPath,
	"PATHS":            wPaths,
	"POINT":            wPoint,
	"PROFILE":          wProfile,
	"PROPERTY":         wProperty,
	"RANGE":            wRange,
	"REDUCE":           wReduce,
	"REL":              wRel,
	"RELATIONSHIP":     wRelationship,
	"RELATIONSHIPS":    wRelationships,
	"REMOVE":           wRemove,
	"REPEATABLE":       wRepeatable,
	"REPORT":           wReport,
	"REQUIRE":          wRequire,
	"RETURN":           wReturn,
	"ROW":              wRow,
	"ROWS":             wRows,
	"SCAN":             wScan,
	"SEEK":             wSeek,
	"SET":              wSet,
	"SHORTEST":         wShortest,
	"SHORTESTPATH":     wShortestPath,
	"SHOW":             wShow,
	"SIGNED":           wSigned,
	"SINGLE":           wSingle,
	"SKIP":             wSkip,
	"STARTS":           wStarts,
	"STATUS":           wStatus,
	"STRING":           wString,
	"TERMINATE":        wTerminate,
	"TEXT":             wText,
	"THEN":             wThen,
	"TIME":             wTime,
	"TIMESTAMP":        wTimestamp,
	"TIMEZONE":         wTimezone,
	"TRAILING":         wTrailing,
	"TRANSACTION":      wTransaction,
	"TRANSACTIONS":     wTransactions,
	"TRIM":             wTrim,
	"TRUE":             wTrue,
	"TYPED":            wTyped,
	"UNION":            wUnion,
	"UNIQUE":           wUnique,
	"UNWIND":           wUnwind,
	"USE":              wUse,
	"USER":             wUser,
	"USING":            wUsing,
	"VALUE":            wValue,
	"VARCHAR":          wVarchar,
	"VECTOR":           wVector,
	"VERTEX":           wVertex,
	"WHEN":             wWhen,
	"WHERE":            wWhere,
	"WITH":             wWith,
	"WITHOUT":          wWithout,
	"XOR":              wXor,
	"YIELD":            wYield,
	"ZONED":            wZoned,
}

// longestWord is the length of the longest keyword, ALLSHORTESTPATHS.
const longestWord = 16

// lookupWord gives the keyword that name spells in any case, or 0.
func lookupWord(name string) word {
	var upper [longestWord]byte
	if len(name) > longestWord {
		return 0
	}
	for i := range len(name) {
		c := name[i]
		if c >= 'a' && c <= 'z' {
			c -= 'a' - 'A'
		}
		upper[i] = c
	}
	return words[string(upper[:len(name)])]
}
