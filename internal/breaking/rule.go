package breaking

import (
	"maps"
	"slices"
	"strings"
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

var explanations = map[Rule]Explanation{}

// rule registers a rule. It is called by the variable declarations of the rules_*.go
// files only. Catalogs are given without what they have in common: see frame.
func rule(name Rule, summary, cause, before, after string) Rule {
	if _, twice := explanations[name]; twice {
		panic("breaking: rule registered twice: " + string(name))
	}
	explanations[name] = Explanation{name, summary, cause, frame(before), frame(after)}
	return name
}

// frame makes a catalog of a part of one: it begins as all do, and has an envelope if
// the part has none.
func frame(part string) string {
	if part == "" {
		return ""
	}
	head := "errgen: 1\npackage: shop\n"
	if strings.Contains(part, "package: ") {
		head = "errgen: 1\n"
	}
	if !strings.Contains(part, "envelopes:") {
		head += "envelopes:\n  Problem: {body: {properties: {code: {type: string}, message: {type: string}}}}\n"
	}
	return head + strings.TrimLeft(part, "\n")
}

// Explain returns what there is to say of a rule.
func Explain(name Rule) (Explanation, bool) {
	e, ok := explanations[name]
	return e, ok
}

// Rules returns all rules in alphabetical order.
func Rules() []Rule { return slices.Sorted(maps.Keys(explanations)) }
