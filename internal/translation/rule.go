package translation

import (
	_ "embed"
	"sync"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/report"
)

// Rule names what may be wrong with translations. It is stable: scripts rely on it.
type Rule string

// The rules, in the order of rules.md, which says what they mean.
const (
	Missing     Rule = "message-missing"
	Extra       Rule = "message-extra"
	Syntax      Rule = "message-syntax"
	Placeholder Rule = "message-placeholder"
	Stale       Rule = "message-stale"
	Unmarked    Rule = "message-unmarked"
)

// levels are how bad it is.
var levels = map[Rule]report.Level{
	Missing: report.Error, Extra: report.Warning, Syntax: report.Error, Placeholder: report.Error, Stale: report.Warning, Unmarked: report.Info,
}

// Rules are all rules, in order.
func Rules() []Rule { return []Rule{Missing, Extra, Syntax, Placeholder, Stale, Unmarked} }

// Explanation is what "errgen explain" says about a rule.
type Explanation struct {
	Level   report.Level
	Summary string
	Cause   string // a paragraph: how it is decided, and why it matters
	Bad     string // a file that has it, of the catalog of rules.md
	Good    string // the same file, mended
}

//go:embed rules.md
var page string

var docs = sync.OnceValue(func() map[diag.Code]diag.Doc { return diag.ReadDocs(page) })

// Explain returns what there is to say of a rule.
func Explain(r Rule) Explanation {
	d := docs()[diag.Code(r)]
	return Explanation{levels[r], d.Summary, d.Cause, d.Bad, d.Good}
}
