package translation

import (
	_ "embed"

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

//go:embed rules.md
var page string

var explained = report.Explain(page, levels)

// Explain returns what there is to say of a rule.
func Explain(r Rule) report.Explained { return explained(r) }
