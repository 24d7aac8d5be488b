package gentest

// A signature is a function the generator may call: its name, what it gives and what it takes.
type signature struct {
	name string
	args []kind
}

var ints, strs = listOf(kInt), listOf(kString)

// functions are by the kind of their result. Arguments that make an error (a negative length, a regular
// expression that is none) are given as texts in special.
var functions = map[kind][]signature{
	kInt: {
		{"abs", []kind{kInt}}, {"sign", []kind{kInt}}, {"sign", []kind{kFloat}}, {"size", []kind{kString}}, {"size", []kind{ints}},
		{"size", []kind{strs}}, {"length", []kind{kPath}}, {"length", []kind{kShortest}}, {"toInteger", []kind{kString}},
		{"toInteger", []kind{kFloat}}, {"toIntegerOrNull", []kind{kString}}, {"toInteger", []kind{kBool}}, {"head", []kind{ints}}, {"last", []kind{ints}},
		{"coalesce", []kind{kInt, kInt}}, {"nullIf", []kind{kInt, kInt}}, {"char_length", []kind{kString}},
	},
	kFloat: {
		{"abs", []kind{kFloat}}, {"ceil", []kind{kFloat}}, {"floor", []kind{kFloat}}, {"round", []kind{kFloat}}, {"toFloat", []kind{kInt}},
		{"toFloat", []kind{kString}}, {"sqrt", []kind{kInt}}, {"sqrt", []kind{kFloat}}, {"sin", []kind{kFloat}}, {"cos", []kind{kInt}},
		{"atan2", []kind{kInt, kFloat}}, {"exp", []kind{kInt}}, {"log", []kind{kFloat}}, {"log10", []kind{kInt}}, {"degrees", []kind{kFloat}},
		{"point.distance", []kind{kPoint, kPoint}}, {"coalesce", []kind{kFloat, kFloat}}, {"toFloatOrNull", []kind{kString}},
	},
	kString: {
		{"toUpper", []kind{kString}}, {"toLower", []kind{kString}}, {"upper", []kind{kString}}, {"trim", []kind{kString}}, {"ltrim", []kind{kString}}, {"rtrim", []kind{kString}},
		{"btrim", []kind{kString, kString}}, {"reverse", []kind{kString}}, {"replace", []kind{kString, kString, kString}},
		{"toString", []kind{kInt}}, {"toString", []kind{kBool}}, {"toString", []kind{kFloat}}, {"toString", []kind{kDate}}, {"toString", []kind{kZoned}},
		{"toString", []kind{kDuration}}, {"toString", []kind{kLocal}}, {"toString", []kind{kTime}}, {"toString", []kind{kLocalDT}}, {"toString", []kind{kPoint}}, {"type", []kind{kRel}}, {"head", []kind{strs}}, {"last", []kind{strs}},
		{"coalesce", []kind{kString, kString}}, {"normalize", []kind{kString}}, {"valueType", []kind{kInt}}, {"valueType", []kind{ints}},
		{"valueType", []kind{kZoned}}, {"toStringOrNull", []kind{ints}},
	},
	kBool: {
		{"toBoolean", []kind{kString}}, {"toBoolean", []kind{kInt}}, {"toBooleanOrNull", []kind{kString}}, {"isEmpty", []kind{kString}}, {"isEmpty", []kind{ints}},
		{"isNaN", []kind{kFloat}}, {"coalesce", []kind{kBool, kBool}}, {"isEmpty", []kind{kMap}},
	},
	kDate: {
		{"date", []kind{kLocalDT}}, {"date", []kind{kZoned}}, {"coalesce", []kind{kDate, kDate}}, {"head", []kind{listOf(kDate)}},
	},
	kLocal:   {{"localtime", []kind{kLocalDT}}, {"localtime", []kind{kTime}}, {"localtime", []kind{kZoned}}},
	kTime:    {{"time", []kind{kZoned}}, {"time", []kind{kLocal}}},
	kLocalDT: {{"localdatetime", []kind{kZoned}}, {"localdatetime", []kind{kLocalDT}}},
	kZoned:   {{"datetime", []kind{kLocalDT}}, {"datetime", []kind{kZoned}}},
	kDuration: {
		{"duration.between", []kind{kDate, kDate}}, {"duration.inDays", []kind{kLocalDT, kDate}}, {"duration.inMonths", []kind{kZoned, kDate}},
		{"duration.inSeconds", []kind{kTime, kLocal}}, {"duration.between", []kind{kZoned, kLocalDT}},
	},
	kNode: {{"startNode", []kind{kRel}}, {"endNode", []kind{kRel}}, {"head", []kind{listOf(kNode)}}, {"last", []kind{listOf(kNode)}}},
	kRel:  {{"head", []kind{listOf(kRel)}}, {"last", []kind{listOf(kRel)}}},
	ints:  {{"reverse", []kind{ints}}, {"tail", []kind{ints}}, {"toIntegerList", []kind{strs}}, {"coalesce", []kind{ints, ints}}},
	strs: {
		{"split", []kind{kString, kString}}, {"reverse", []kind{strs}}, {"tail", []kind{strs}}, {"toStringList", []kind{ints}},
		{"toStringList", []kind{listOf(kDate)}},
	},
	listOf(kNode):  {{"nodes", []kind{kPath}}, {"tail", []kind{listOf(kNode)}}, {"reverse", []kind{listOf(kNode)}}},
	listOf(kRel):   {{"relationships", []kind{kPath}}, {"tail", []kind{listOf(kRel)}}, {"reverse", []kind{listOf(kRel)}}},
	listOf(kFloat): {{"toFloatList", []kind{strs}}, {"reverse", []kind{listOf(kFloat)}}},
	listOf(kBool):  {{"toBooleanList", []kind{strs}}},
	kMap:           {{"properties", []kind{kNode}}, {"properties", []kind{kRel}}},
}

// special are expressions by the kind of their result, in which each {kind} is replaced by an expression of it.
var special = map[kind][]string{
	kInt: {
		"{int} % 3", "{int} / 2", "{date}.year", "{date}.week", "{datetime}.hour", "{localdatetime}.dayOfWeek", "{duration}.months", "{duration}.seconds",
		"{datetime}.epochSeconds", "{localtime}.nanosecond", "{time}.offsetSeconds", "{date}.quarter", "{duration}.minutesOfHour", "size({[node]})", "size({[rel]})",
		"{map}.a", "{map}['a']", "{[int]}[0]", "{[int]}[-1]", "{[int]}[{int}]", "size(labels({node}))", "size(keys({node}))", "{point}.srid",
		"reduce(acc = 0, el IN {[int]} | acc + el)", "toInteger({int} * 1.5)", "size({[string]}[0..2])", "CASE {int} WHEN 1 THEN {int} WHEN > 2 THEN {int} ELSE {int} END",
	},
	kFloat: {"{float} ^ 2", "{int} * {float}", "{point}.x", "round({float}, 1)", "round({float}, 1, 'HALF_EVEN')", "{int} / 2.0", "{float} % 2", "{int} ^ 2", "pi() * {int}"},
	kString: {
		"substring({string}, 1)", "substring({string}, 0, 2)", "left({string}, 2)", "right({string}, 1)", "{datetime}.timezone", "{[string]}[0]",
		"{map}.b", "{string} + {int}", "{string} + {float}", "{string} || {string}", "trim(BOTH 'a' FROM {string})", "{time}.offset",
		"reduce(acc = '', el IN {[string]} | acc + el)", "toString({map}.a)", "CASE WHEN {bool} THEN {string} WHEN {bool} THEN 'w' END",
	},
	kBool: {
		"{int} IS NULL", "{string} IS NOT NULL", "{int} IS :: INTEGER", "{string} IS :: STRING NOT NULL", "{[int]} IS :: LIST<INTEGER>", "{float} IS NOT :: INTEGER",
		"{int} IN {[int]}", "{string} IN {[string]}", "{string} STARTS WITH {string}", "{string} ENDS WITH {string}", "{string} CONTAINS {string}",
		"{string} =~ 'a.*'", "{string} =~ '(?i)AB?'", "{node} = {node}", "{rel} <> {rel}", "1 < {int} <= 4", "{int} = {float}", "{string} IS NORMALIZED",
		"{[int]} = {[int]}", "{[int]} < {[int]}", "{map} = {map}", "{node}.id < {node}.id", "startNode({rel}) = {node}", "{node} IN {[node]}", "{int} = {string}", "{int} < {string}",
		"all(el IN {[int]} WHERE el > 1)", "any(el IN {[int]} WHERE el = {int})", "none(el IN {[string]} WHERE el = 'a')", "single(el IN {[int]} WHERE el < 3)",
		"{point} = {point}", "{duration} = {duration}", "{[int]} IS :: LIST<INTEGER NOT NULL>", "{node}.x IS NULL", "{datetime} < {datetime}", "null IN {[int]}", "[1, null] = {[int]}",
		"{node} IS :: NODE",
	},
	kDate:    {"{date} + {duration}", "date.truncate('month', coalesce({date}, date('2024-05-06')))", "date.truncate('week', coalesce({localdatetime}, localdatetime('2024-05-06T07:08')))", "date({year: 2024, month: 2, day: 29})", "date({date: coalesce({date}, date('2024-05-06')), day: 1})", "{date} - duration('P1D')"},
	kLocal:   {"{localtime} + duration('PT1H')", "localtime.truncate('hour', coalesce({localtime}, localtime('12:00')))", "localtime({hour: 1, minute: 2})", "localtime({time: coalesce({localtime}, localtime('12:00')), second: 1})"},
	kTime:    {"{time} - duration('PT90M')", "time.truncate('minute', coalesce({time}, time('12:00Z')))", "time({time: coalesce({time}, time('12:00Z')), timezone: '+02:00'})", "time({hour: 5})"},
	kLocalDT: {"{localdatetime} + {duration}", "localdatetime.truncate('day', coalesce({localdatetime}, localdatetime('2024-05-06T07:08')))", "localdatetime({date: coalesce({date}, date('2024-05-06')), time: coalesce({localtime}, localtime('12:00'))})", "localdatetime({date: coalesce({date}, date('2024-05-06'))})"},
	kZoned: {
		"{datetime} + {duration}", "datetime.truncate('year', coalesce({datetime}, datetime('2024-05-06T07:08Z')))", "datetime({datetime: coalesce({datetime}, datetime('2024-05-06T07:08Z')), timezone: 'Europe/Paris'})", "datetime({date: coalesce({date}, date('2024-05-06'))})",
		"datetime({epochSeconds: 86400})", "datetime({date: coalesce({date}, date('2024-05-06')), time: coalesce({time}, time('12:00Z'))})", "datetime.truncate('day', coalesce({date}, date('2024-05-06')), {timezone: '+03:00'})",
	},
	kDuration: {"{duration} + {duration}", "{duration} - {duration}", "{duration} * 2", "{duration} / 4", "duration({days: coalesce({int}, 2), hours: 3})", "duration({months: 1.5})", "{duration} * 0.5", "duration('P1Y') + {duration}"},
	kPoint:    {"point({x: coalesce({int}, 2), y: coalesce({float}, 0.5)})", "point({x: 1, y: coalesce({int}, 2), crs: 'cartesian'})"},
	kMap:      {"{a: {int}, b: {string}}", "{a: {int}}", "{a: {int}, b: {string}, c: {[int]}}"},
	ints:      {"range(0, coalesce({int}, 2) % 5)", "range(3, 1, -1)", "{[int]} + [{int}]", "[{int}] + {[int]}", "{[int]} + {[int]}", "{[int]}[1..]", "{[int]}[..-1]", "[el IN {[int]} WHERE el > 1]", "[el IN {[int]} | el * 2]", "[el IN {[int]} WHERE el <> 2 | el + {int}]", "[el IN {[node]} | el.k]", "[el IN nodes({path}) | el.id]", "[el IN {[rel]} | el.w]", "[{int}, null, {int}]"},
	strs:      {"[el IN {[string]} WHERE el <> 'a' | el + 'z']", "{[string]} + [{string}]", "[el IN {[int]} | toString(el)]", "[el IN {[rel]} | type(el)]"},
}
