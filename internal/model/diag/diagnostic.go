// Package diag holds positions and diagnostics: what is wrong with a catalog,
// where, and what to do about it.
package diag

import "slices"

// Diagnostic is one finding in a catalog.
type Diagnostic struct {
	Code    Code      // stable; see Explain
	Pos     Pos       // where
	Message string    // one line: what is wrong
	Remedy  string    // one line: what to do
	Related []Related // other places that belong to it
}

// Related is a second place of a finding, such as the first use of a name.
type Related struct {
	Pos     Pos
	Message string
}

// maxFindings is how many findings are kept: more help nobody, and a hostile
// catalog could have millions.
const maxFindings = 10_000

// List collects the findings of a run. The zero List is empty and ready.
type List struct {
	all  []Diagnostic
	seen map[key]bool
}

type key struct {
	code    Code
	pos     Pos
	message string
}

// Add appends a finding. One that says the same of the same place is kept once;
// beyond 10,000 one says that there are more.
func (l *List) Add(d Diagnostic) {
	if len(l.all) >= maxFindings {
		d = Diagnostic{
			Code: OverLimit, Message: "more than 10000 findings, of which the others are not shown",
			Remedy: "mend these first",
		}
	}
	k := key{d.Code, d.Pos, d.Message}
	if l.seen[k] {
		return
	}
	if l.seen == nil {
		l.seen = make(map[key]bool)
	}
	l.seen[k] = true
	l.all = append(l.all, d)
}

// Report is Add with the parts in order.
func (l *List) Report(pos Pos, code Code, message, remedy string, related ...Related) {
	l.Add(Diagnostic{Code: code, Pos: pos, Message: message, Remedy: remedy, Related: related})
}

// Len is the number of findings.
func (l *List) Len() int { return len(l.all) }

// Sorted returns the findings in the order of their places, those of one place
// in the order in which they were found.
func (l *List) Sorted() []Diagnostic {
	s := slices.Clone(l.all)
	slices.SortStableFunc(s, func(a, b Diagnostic) int { return a.Pos.Compare(b.Pos) })
	return s
}
