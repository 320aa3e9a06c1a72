// Package lint says what a catalog ought to be and is not, though it can be used: what
// clients cannot tell, what a response gives away, what a standard asks for.
//
// It judges resolved catalogs, so that what is written in another place of the catalog,
// and means the same, is judged the same. The rules stand in rules.go, and what they
// mean in rules.md.
package lint

import (
	"cmp"
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/report"
)

// Input is a catalog with the file that it is made of.
type Input struct {
	Catalog *model.Catalog
	File    *load.File
}

// key is what findings have in common of which one is reported.
type key struct {
	rule    Rule
	pos     diag.Pos
	message string
}

// found notes a place where a rule is not kept.
type found func(at place, message, remedy string, related ...diag.Related)

// Check returns where catalogs do not keep the rules, in the order of the places. What
// several catalogs include is reported once. Allowances are those of all the catalogs:
// one in a shared file is needed if one of them needs it.
func Check(inputs []Input, o Options) []report.Finding {
	used := allowances{}
	var all []report.Finding
	for _, l := range lapses(inputs, o, used) {
		all = append(all, l.Finding)
	}
	all = append(all, used.unneeded(inputs, o)...)
	slices.SortStableFunc(all, func(a, b report.Finding) int { return cmp.Or(a.Pos.Compare(b.Pos), cmp.Compare(b.Level, a.Level)) })
	return all
}

// lapse is a rule that is not kept, and not allowed, at a place.
type lapse struct {
	report.Finding
	at place
}

// lapses checks all rules, and notes the allowances that were needed.
func lapses(inputs []Input, o Options, used allowances) []lapse {
	var all []lapse
	seen := map[key]bool{}
	for _, in := range inputs {
		c := newCatalog(in)
		for _, r := range rules {
			level, on := o.level(r)
			if !on || r.check == nil {
				continue
			}
			r.check(c, func(at place, message, remedy string, related ...diag.Related) {
				k := key{r.name, at.pos, message}
				if used.allow(r.name, at) || seen[k] {
					return
				}
				seen[k] = true
				all = append(all, lapse{report.Finding{
					Rule: string(r.name), Level: level, Category: string(r.group), Pos: at.pos, Package: c.Package, Subject: at.subject,
					Message: message, Remedy: remedy, Related: related, Facts: report.Quoted(message),
				}, at})
			})
		}
	}
	return all
}
