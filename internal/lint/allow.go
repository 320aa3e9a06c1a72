package lint

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/report"
)

// allowances are the places of allowances that were needed.
type allowances map[diag.Pos]bool

// allow reports whether a rule is allowed at a place.
func (used allowances) allow(r Rule, at place) bool {
	for _, a := range at.allowed {
		if a.Rule.S == string(r) {
			used[a.Rule.Pos] = true
			return true
		}
	}
	return false
}

// unneeded reports allowances of rules that there are not, and those that allow
// nothing.
func (used allowances) unneeded(inputs []Input, o Options) []report.Finding {
	levels := map[string]report.Level{}
	checked := map[string]bool{}
	var known []string
	for _, r := range rules {
		levels[string(r.name)], checked[string(r.name)] = o.level(r)
		known = append(known, string(r.name))
	}
	var all []report.Finding
	eachAllowance(inputs, func(pkg, subject string, a load.Allowance) {
		f := report.Finding{Category: string(Upkeep), Package: pkg, Subject: subject, Pos: a.Rule.Pos, Facts: []string{a.Rule.S}}
		switch {
		case !slices.Contains(known, a.Rule.S):
			f.Rule, f.Message = string(UnknownRule), "there is no rule "+diag.Quote(a.Rule.S)
			f.Remedy = diag.DidYouMean(a.Rule.S, known, "run 'errgen lint --list' for the rules there are")
		case checked[a.Rule.S] && !used[a.Rule.Pos] && !isOfAllowances(a.Rule.S):
			f.Rule, f.Message = string(UnusedAllow), "rule "+diag.Quote(a.Rule.S)+" is allowed, and kept"
			f.Remedy = "remove the allowance"
		}
		if f.Level = levels[f.Rule]; checked[f.Rule] {
			all = append(all, f)
		}
	})
	return all
}

// isOfAllowances reports whether a rule is about allowances, which nothing allows.
func isOfAllowances(name string) bool {
	return name == string(UnknownRule) || name == string(UnusedAllow)
}

// eachAllowance calls f for each allowance of the files of catalogs, once.
func eachAllowance(inputs []Input, f func(pkg, subject string, a load.Allowance)) {
	seen := map[diag.Pos]bool{}
	for _, in := range inputs {
		each := func(subject string, allowed []load.Allowance) {
			for _, a := range allowed {
				if !seen[a.Rule.Pos] {
					seen[a.Rule.Pos] = true
					f(in.Catalog.Package, subject, a)
				}
			}
		}
		for _, file := range in.File.Joined() {
			each("package "+in.Catalog.Package, file.Allow)
			if file.Defaults != nil {
				each("defaults", file.Defaults.Allow)
			}
			for _, e := range file.Errors {
				each(e.Name.S, e.Allow)
			}
			for _, e := range file.Envelopes {
				each("envelope "+e.Name.S, e.Allow)
			}
			for _, op := range file.Operations {
				each("operation "+op.Name.S, op.Allow)
			}
		}
	}
}
