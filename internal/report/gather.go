package report

import (
	"regexp"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

const (
	gatherFrom = 6  // findings of one cause; fewer are all shown
	gatherShow = 3  // of those that are gathered
	gatherAlso = 20 // subjects that are named
)

// gathered is a finding that stands for others, too.
type gathered struct {
	Finding
	also []string // the subjects of those of which the same is said
	more int      // others of its cause that are not shown, of which it is the last before
	last diag.Pos // of these
}

// gather leaves of the findings that have one cause the first few, so that a person
// sees what is wrong and not how often. Of several subjects the same is said once.
func gather(findings []Finding) []gathered {
	said := sayOnce(findings)
	of := map[cause][]gathered{}
	for _, g := range said {
		of[causeOf(g.Finding)] = append(of[causeOf(g.Finding)], g)
	}
	seen := map[cause]int{}
	var shown []gathered
	for _, g := range said {
		c := causeOf(g.Finding)
		seen[c]++
		if alike := of[c]; len(alike) >= gatherFrom && seen[c] >= gatherShow {
			if seen[c] > gatherShow {
				continue
			}
			for _, other := range alike[gatherShow:] {
				g.more += 1 + len(other.also)
				g.last = other.Pos
			}
		}
		shown = append(shown, g)
	}
	return shown
}

// sayOnce are findings of which those that say the same of other subjects are one, at
// the place of the first.
func sayOnce(findings []Finding) []gathered {
	var all []gathered
	at := map[cause]int{}
	for _, f := range findings {
		same := causeOf(f)
		same.text = withSubject(f.said()+"\n"+f.Remedy, f.Subject, "")
		i, known := at[same]
		if known && f.Subject != "" {
			all[i].also = append(all[i].also, f.Subject)
			continue
		}
		at[same] = len(all)
		all = append(all, gathered{Finding: f})
	}
	return all
}

// withSubject is a text with another word for its subject.
func withSubject(text, subject, word string) string {
	if subject == "" || !strings.Contains(text, subject) {
		return text
	}
	return regexp.MustCompile(`\b`+regexp.QuoteMeta(subject)+`\b`).ReplaceAllString(text, word)
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
		before: f.Before, after: f.After, text: f.said(),
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
