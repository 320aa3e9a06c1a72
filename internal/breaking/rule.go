package breaking

import (
	_ "embed"
	"maps"
	"slices"
	"sync"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// Rule names a kind of change. It is stable: scripts rely on it.
type Rule string

// Explanation is what "errgen explain" says about a rule.
type Explanation struct {
	Rule    Rule
	Summary string // one line
	Cause   string // a paragraph: when it is reported, and why it matters
	Before  string // a whole, small catalog; "" for none
	After   string // the same catalog with the change
}

//go:embed rules.md
var page string

var explanations = sync.OnceValue(func() map[Rule]Explanation {
	all := map[Rule]Explanation{}
	for code, d := range diag.ReadDocs(page) {
		all[Rule(code)] = Explanation{Rule(code), d.Summary, d.Cause, d.Bad, d.Good}
	}
	return all
})

// Explain returns what there is to say of a rule.
func Explain(name Rule) (Explanation, bool) {
	e, ok := explanations()[name]
	return e, ok
}

// Rules returns all rules in alphabetical order.
func Rules() []Rule { return slices.Sorted(maps.Keys(explanations())) }
