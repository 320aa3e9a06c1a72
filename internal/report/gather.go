package report

import (
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

const (
	gatherFrom = 6  // findings of one cause that have no subject; fewer are all shown
	gatherShow = 3  // of those that are gathered
	gatherAlso = 20 // subjects that are named
)

// gathered is a finding that stands for others of the same cause, too.
type gathered struct {
	Finding
	also []string // the subjects of the others; of those that have one
	more int      // others that are not shown, of which it is the last before
	last diag.Pos // of these
}

// gather leaves of the findings that have one cause the first few, so that a person
// sees what is wrong and not how often. One with a subject stands for all, and the
// other subjects are named; places without one are shown while they are few.
func gather(findings []Finding) []gathered {
	of := map[cause][]Finding{}
	for _, f := range findings {
		of[causeOf(f)] = append(of[causeOf(f)], f)
	}
	seen := map[cause]int{}
	var shown []gathered
	for _, f := range findings {
		c := causeOf(f)
		seen[c]++
		alike := of[c]
		g := gathered{Finding: f}
		switch few := len(alike) < gatherFrom; {
		case f.Subject != "" && seen[c] > 1, f.Subject == "" && !few && seen[c] > gatherShow:
			continue
		case f.Subject != "":
			for _, other := range alike[1:] {
				g.also = append(g.also, other.Subject)
			}
		case !few && seen[c] == gatherShow:
			g.more, g.last = len(alike)-gatherShow, alike[len(alike)-1].Pos
		}
		shown = append(shown, g)
	}
	return shown
}

// cause is what findings have in common that are gathered.
type cause struct {
	rule, category, file, revision, pkg string
	level                               Level
	before, after, text                 string
}

// causeOf is the cause of a finding: one cause is one remedy, without the names in it,
// which stand between backquotes. Where a name may be misspelled the name is the cause.
func causeOf(f Finding) cause {
	c := cause{
		rule: f.Rule, category: f.Category, file: f.Pos.File, revision: f.Revision, pkg: f.Package, level: f.Level,
		before: f.Before, after: f.After, text: f.Message,
	}
	if f.Before == f.Subject { // what was read before, in each its own
		c.before = ""
	}
	if strings.HasPrefix(f.Remedy, diag.Meant) {
		return c
	}
	parts := strings.Split(f.Remedy, "`")
	for i := 1; i < len(parts); i += 2 {
		parts[i] = ""
	}
	c.text = strings.Join(parts, "`")
	return c
}
