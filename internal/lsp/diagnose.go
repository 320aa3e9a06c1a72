package lsp

import (
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/lint"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
	"github.com/seed-1b9d9f04/errgen/internal/report"
)

// unit is a catalog, or a file that no catalog includes, with all that it is made of: what
// is judged at once.
type unit struct {
	name     string
	files    []*file // that it is made of, as they are now
	isConfig bool    // it is no catalog, but errgen.yaml
}

// is reports whether another unit is the same.
func (u unit) is(other unit) bool { return u.name == other.name && slices.Equal(u.files, other.files) }

// units are all that open files belong to.
func (w *workspace) units() []unit {
	seen := map[string]bool{}
	var all []unit
	for _, name := range slices.Sorted(maps.Keys(w.open)) {
		f := w.open[name].file
		if path.Base(name) == load.ConfigName {
			all = append(all, unit{name: name, files: []*file{f}, isConfig: true})
			continue
		}
		catalogs := w.catalogs(f)
		if len(catalogs) == 0 && f.errgen {
			catalogs = []*file{f}
		}
		for _, c := range catalogs {
			if c.errgen && !seen[c.path] {
				seen[c.path] = true
				all = append(all, unit{name: c.path, files: w.joined(c)})
			}
		}
	}
	return all
}

// judge are the findings of a unit: what is wrong with it, or else what the linter says.
func (u unit) judge(o Options, rules lint.Options) []report.Finding {
	if u.isConfig {
		return o.Configuration(filepath.FromSlash(u.name), []byte(u.files[0].text.s))
	}
	contents := map[string][]byte{}
	for _, f := range u.files {
		contents[f.path] = []byte(f.text.s)
	}
	var l diag.List
	files, _ := load.PathsWith(contents, []string{filepath.FromSlash(u.name)}, &l)
	var inputs []lint.Input
	for _, f := range files {
		if c, _ := proof.Catalog(resolve.Catalog(f, &l), f, &l); c != nil {
			inputs = append(inputs, lint.Input{Catalog: c, File: f})
		}
	}
	if l.Len() == 0 {
		return lint.Check(inputs, rules)
	}
	wrong := slices.DeleteFunc(l.Sorted(), func(d diag.Diagnostic) bool { return d.Code == diag.NoCatalog })
	return report.InCatalogs("", wrong)
}

// severities are those of levels.
var severities = map[report.Level]int{report.Error: severityError, report.Warning: severityWarning, report.Info: severityInformation}

// diagnostics are findings as editors show them, by file. What two catalogs have found in a
// file that both include is shown once.
func diagnostics(findings []report.Finding, texts map[string]*text) map[string][]diagnostic {
	all := map[string][]diagnostic{}
	place := func(p diag.Pos) textRange {
		if t := texts[absolute(p.File)]; t != nil {
			return t.marked(p)
		}
		at := position{max(p.Line-1, 0), max(p.Column-1, 0)}
		return textRange{at, at}
	}
	for _, f := range findings {
		d := diagnostic{
			Range: place(f.Pos), Severity: severities[f.Level], Code: f.Rule, Source: "errgen",
			Message: strings.TrimRight(f.Message+"\n"+f.Remedy, "\n"),
		}
		for _, r := range f.Related {
			d.RelatedInformation = append(d.RelatedInformation, relatedInformation{location{uriOf(absolute(r.Pos.File)), place(r.Pos)}, r.Message})
		}
		name := absolute(f.Pos.File)
		if !slices.ContainsFunc(all[name], func(o diagnostic) bool { return o.Range == d.Range && o.Code == d.Code && o.Message == d.Message }) {
			all[name] = append(all[name], d)
		}
	}
	return all
}
