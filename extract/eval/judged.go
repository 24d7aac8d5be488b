package eval

// A Count is how many items were right, wrong and missing. For status and roles, Right and Missing alone are
// used: the affiliations found whose status or roles are right, and are not.
type Count struct {
	Right   int `json:"tp"`
	Wrong   int `json:"fp"`
	Missing int `json:"fn"`
}

func (c *Count) add(o Count) {
	c.Right += o.Right
	c.Wrong += o.Wrong
	c.Missing += o.Missing
}

// Precision is the share of the items found that are right, 1 when none was found.
func (c Count) Precision() float64 { return share(c.Right, c.Wrong) }

// Recall is the share of the items to be found that were, 1 when there are none.
func (c Count) Recall() float64 { return share(c.Right, c.Missing) }

// F1 is the harmonic mean of precision and recall.
func (c Count) F1() float64 {
	p, r := c.Precision(), c.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func share(part, rest int) float64 {
	if part+rest == 0 {
		return 1
	}
	return float64(part) / float64(part+rest)
}

// A judgement is one found item with its confidence, the rules that found it, and whether it is right; those left open
// are none.
type judgement struct {
	show       string
	confidence float64
	rules      []string
	right      bool
}

// A Judged is what was found of one episode and what was not, by field.
type Judged struct {
	ID     string               `json:"id"`
	Show   string               `json:"show"`
	Fields map[string]*Verdicts `json:"fields"`
}

// Verdicts are the items of one field, as compared.
type Verdicts struct {
	Right   []string `json:"right,omitempty"`
	Wrong   []string `json:"wrong,omitempty"`
	Missing []string `json:"missing,omitempty"`
}

func (j *Judged) count(field string) Count {
	v := j.Fields[field]
	if v == nil {
		return Count{}
	}
	return Count{len(v.Right), len(v.Wrong), len(v.Missing)}
}
