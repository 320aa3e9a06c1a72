package apidoc

import (
	"fmt"
	"maps"
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/report"
)

// allowances is the extension of an operation of a document that allows rules there,
// with the reasons: a text, or a mapping with because and until, the last day.
const allowances = "x-errgen-allow"

// until is the last day of an allowance, "" for one without end.
func until(allowance any) string {
	said, _ := allowance.(map[string]any)
	day, _ := said["until"].(string)
	return day[:min(len(day), len("2006-01-02"))] // YAML 1.1 makes a time of a day
}

// allows reports whether an operation allows a rule today; over is the day on which it
// ceased to. That it is asked is noted.
func (c *checker) allows(o *operation, rule Rule) (allowed bool, over string) {
	allowance, ok := o.allowed[string(rule)]
	if !ok || allowance == nil {
		return false, ""
	}
	c.needed[need{o, rule}] = true
	if day := until(allowance); day != "" && day < c.options.Today {
		return false, day
	}
	return true, ""
}

// need is an allowance that allows something, or did.
type need struct {
	operation *operation
	rule      Rule
}

// unneeded reports allowances that nothing needs.
func (c *checker) unneeded(o *operation) {
	for _, name := range slices.Sorted(maps.Keys(o.allowed)) {
		switch rule := Rule(name); {
		case c.needed[need{o, rule}] || rule == AllowUnneeded:
		case !slices.Contains(Rules(), rule):
			c.report(o, AllowUnneeded, []string{allowances, name}, "there is no rule "+diag.Quote(name), diag.DidYouMean(name, names(Rules()), "run 'errgen explain' for the list"))
		default:
			c.report(o, AllowUnneeded, []string{allowances, name}, fmt.Sprintf("nothing needs the allowance of `%s`", name), "remove it")
		}
	}
}

// names are rules as they are written.
func names(rules []Rule) []string {
	var all []string
	for _, r := range rules {
		all = append(all, string(r))
	}
	return all
}

// leveled gives findings the levels that their rules have been given, and leaves out
// those of rules that are off.
func (o Options) leveled(found []report.Finding) []report.Finding {
	var kept []report.Finding
	for _, f := range found {
		word := o.Levels[f.Rule]
		for _, l := range report.Levels() {
			if l.String() == word {
				f.Level = l
			}
		}
		if word != off {
			kept = append(kept, f)
		}
	}
	return kept
}

// off is the level of rules that are not reported.
const off = "off"
