// Package report holds findings, whatever command found them, and writes them for
// people and machines.
//
// A command makes a Report of Findings; a Printer writes it in one of Formats. What
// a command has found becomes a Finding like this:
//
//	Finding{
//		Rule: "two-of-one-type", Level: Warning, Category: "source",
//		Pos: entry.Name.Pos, Package: catalog.Package, Subject: entry.Name.S,
//		Message: "the arguments `from` and `to` have one type",
//		Remedy:  "give them types of their own",
//		Facts:   []string{"from", "to"},
//	}
//
// Message and Remedy are one line each and are escaped by the writers, not before.
// Names stand in backquotes in them (diag.Quote). Rule is what "errgen explain"
// explains. Facts tell a finding from another of the same rule and subject, and may
// be nothing that changes when the finding does not: no line, no wording.
package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// Level says how bad a finding is.
type Level uint8

// The levels.
const (
	Info    Level = iota // to be known
	Warning              // it may do harm
	Error                // it does harm
)

// String is the level as it is written: error, warning, info.
func (l Level) String() string { return [...]string{"info", "warning", "error"}[l] }

// Levels are all levels, the worst first.
func Levels() []Level { return []Level{Error, Warning, Info} }

// InCatalog is the category of what makes a catalog unusable. Its level is always
// Error, and not said.
const InCatalog = "catalog"

// Finding is one thing that a command has found.
type Finding struct {
	Rule     string // its id
	Level    Level
	Category string // of the rules of a command: InCatalog, "wire"

	Pos      diag.Pos // where
	Revision string   // of git, of which Pos is a place; "" for the disk
	Package  string   // of the catalog; "" where that is not known
	Subject  string   // what it is about: an entry's name, "envelope Problem"; "" if the place alone says it

	Message  string         // one line: what is wrong, or who breaks
	Before   string         // of a change: the old value; "" for none
	After    string         // the new one
	Response string         // one that shows it
	Remedy   string         // one line: what to do; "" where nothing is
	Accepted string         // why it is borne with, in sentences; "" if it is not
	Related  []diag.Related // other places that belong to it

	Facts []string // beside Rule, Package, Subject, Before and After, which other finding it is not
}

// Report is what a run of a command has found.
type Report struct {
	Command  string // "breaking"
	Against  string // with what was compared; "" if nothing was
	Status   int    // the exit status
	Failure  string // why the command could not do its work; "" if it did, or Findings say it
	Findings []Finding

	Text string // what is written as text in place of the findings; "" for these

	Title    string           // of Markdown
	Headings map[Level]string // of Markdown, in place of Errors, Warnings and Other
	Closing  string           // a line of Markdown behind the findings
}

// InCatalogs are the findings of diagnostics, which are about files of a revision or,
// if that is "", of the disk.
func InCatalogs(revision string, diagnostics []diag.Diagnostic) []Finding {
	var all []Finding
	for _, d := range diagnostics {
		all = append(all, Finding{
			Rule: string(d.Code), Level: Error, Category: InCatalog, Pos: d.Pos, Revision: revision,
			Message: d.Message, Remedy: d.Remedy, Related: d.Related, Facts: Quoted(d.Message),
		})
	}
	return all
}

// said is what is wrong, and why that is accepted if it is.
func (f Finding) said() string { return f.Message + f.acceptance() }

// acceptance is why a finding is accepted, as it follows what is wrong; "" if it is not.
func (f Finding) acceptance() string {
	if f.Accepted == "" {
		return ""
	}
	return "; accepted: " + strings.TrimSuffix(f.Accepted, ".") // what follows ends the sentence
}

// worstFirst are findings in the order of their levels, those of one level in theirs.
func worstFirst(findings []Finding) []Finding {
	sorted := slices.Clone(findings)
	slices.SortStableFunc(sorted, func(a, b Finding) int { return cmp.Compare(b.Level, a.Level) })
	return sorted
}

// place is a position of a finding, "" if it has none.
func (f Finding) place(pos diag.Pos) string {
	p := pos.String()
	if f.Revision != "" && p != "" {
		p = f.Revision + ":" + p
	}
	return p
}

// detail is a line below a finding.
type detail struct{ what, text string }

// details are the values that a finding has.
func (f Finding) details() []detail {
	all := []detail{{"was", f.Before}, {"is", f.After}, {"response", f.Response}}
	return slices.DeleteFunc(all, func(d detail) bool { return d.text == "" })
}
