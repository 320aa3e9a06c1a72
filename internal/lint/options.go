package lint

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/report"
)

// Options say which rules are checked, and how bad it is if they are not kept.
type Options struct {
	Set    int                   // the set of rules; 0: the first
	Off    []string              // rules, and groups of rules, that are not checked
	Levels map[Rule]report.Level // in place of the rules' own; such a rule is checked, whatever its group and set
}

// level is the level of a rule; it is not on if the rule is not checked.
func (o Options) level(r rule) (l report.Level, on bool) {
	if slices.Contains(o.Off, string(r.name)) {
		return 0, false
	}
	if l, given := o.Levels[r.name]; given {
		return l, true
	}
	return r.level, r.set <= max(o.Set, 1) && !slices.Contains(o.Off, string(r.group))
}
