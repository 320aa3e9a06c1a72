package lint

import (
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/report"
)

// Allowance is one that a catalog lacks: the mapping of the file at the path can have
// it under `allow`.
type Allowance struct {
	File string
	Path []string
	Rule Rule
}

// Existing returns the allowances without which catalogs have findings that are as bad
// as least or worse, each once, in the order of the findings.
func Existing(inputs []Input, o Options, least report.Level) []Allowance {
	var all []Allowance
	seen := map[string]bool{}
	for _, l := range lapses(inputs, o, allowances{}) {
		a := Allowance{l.at.home.file, l.at.home.path, Rule(l.Rule)}
		if k := strings.Join(append([]string{a.File, l.Rule}, a.Path...), "\n"); l.Level >= least && !seen[k] {
			seen[k] = true
			all = append(all, a)
		}
	}
	return all
}
