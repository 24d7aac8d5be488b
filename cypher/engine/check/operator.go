package check

import "guestgraph/cypher/engine/syntax"

func (c *checker) unary(u *syntax.Unary) typ {
	if u.Op == syntax.OpNot {
		c.boolean(u.E)
		return just(kBoolean)
	}
	t := c.want(u.E, just(kNumber))
	return just(t.kinds & kNumber)
}

func (c *checker) binary(b *syntax.Binary) typ {
	switch b.Op {
	case syntax.OpAnd, syntax.OpOr, syntax.OpXor:
		c.boolean(b.L)
		c.boolean(b.R)
		return just(kBoolean)
	case syntax.OpIn:
		c.expr(b.L)
		c.want(b.R, just(kList))
		return just(kBoolean)
	case syntax.OpRegex:
		c.want(b.L, just(kString))
		c.want(b.R, just(kString))
		return just(kBoolean)
	case syntax.OpStartsWith, syntax.OpEndsWith, syntax.OpContains:
		c.expr(b.L)
		c.expr(b.R)
		return just(kBoolean)
	case syntax.OpAdd:
		return c.add(b)
	case syntax.OpSub:
		return c.subtract(b)
	case syntax.OpConcat:
		return c.concat(b)
	case syntax.OpPow:
		c.want(b.L, just(kFloat))
		c.want(b.R, just(kFloat))
		return just(kFloat)
	case syntax.OpMod:
		return numeric(c.want(b.L, just(kNumber)), c.want(b.R, just(kNumber)))
	}
	l := c.want(b.L, just(kNumber|kDuration))
	r := c.want(b.R, just(kNumber|kDuration))
	t := numeric(l, r)
	t.kinds |= (l.kinds | r.kinds) & kDuration
	return t
}

// numeric gives the type of an operation on numbers: an integer only of two integers.
func numeric(l, r typ) typ {
	lk, rk := l.kinds&kNumber, r.kinds&kNumber
	var k kinds
	if lk&kInteger != 0 && rk&kInteger != 0 {
		k = kInteger
	}
	if lk != 0 && rk != 0 && (lk|rk)&kFloat != 0 {
		k |= kFloat
	}
	return just(k)
}

// add checks l + r: numbers, strings with what can be written after them, lists with anything, and
// durations with what they can move.
func (c *checker) add(b *syntax.Binary) typ {
	l := c.expr(b.L)
	r := c.expr(b.R)
	want := kList
	if l.kinds&(kNumber|kString) != 0 {
		want |= kNumber | kString
	}
	if l.kinds&kInstant != 0 {
		want |= kDuration
	}
	if l.kinds&kDuration != 0 {
		want |= kDuration | kInstant
	}
	if l.kinds&kList == 0 && !r.fits(just(want)) {
		c.mismatch(place(b.R), just(want), r)
	}
	t := numeric(l, r)
	if l.kinds&kString != 0 && r.kinds&(kString|kNumber) != 0 || r.kinds&kString != 0 && l.kinds&kNumber != 0 {
		t.kinds |= kString
	}
	if r.kinds&kDuration != 0 {
		t.kinds |= l.kinds & (kInstant | kDuration)
	}
	if l.kinds&kDuration != 0 {
		t.kinds |= r.kinds & (kInstant | kDuration)
	}
	if (l.kinds|r.kinds)&kList != 0 {
		t.kinds |= kList
		t.elem = listOf(join(added(l), added(r))).elem
	}
	return t
}

// added gives the type of what one side of + adds to a list.
func added(t typ) typ {
	if t.kinds == kList {
		return t.element()
	}
	return t
}

// subtract checks l - r: numbers, and durations from what they can move.
func (c *checker) subtract(b *syntax.Binary) typ {
	l := c.want(b.L, just(kNumber|kDuration|kInstant))
	var want kinds
	if l.kinds&kNumber != 0 {
		want |= kNumber
	}
	if l.kinds&(kInstant|kDuration) != 0 {
		want |= kDuration
	}
	r := c.want(b.R, just(want))
	t := numeric(l, r)
	if r.kinds&kDuration != 0 {
		t.kinds |= l.kinds & (kInstant | kDuration)
	}
	return t
}

// concat checks l || r: two strings or two lists.
func (c *checker) concat(b *syntax.Binary) typ {
	l := c.want(b.L, just(kString|kList))
	r := c.want(b.R, just(l.kinds&(kString|kList)))
	t := just(l.kinds & r.kinds & (kString | kList))
	if t.kinds&kList != 0 {
		t.elem = listOf(join(l.element(), r.element())).elem
	}
	return t
}
