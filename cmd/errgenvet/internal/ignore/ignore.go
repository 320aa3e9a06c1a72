// Package ignore reports findings unless a comment says that one is meant:
//
//	//errgen:ignore leak because the text is the user's own
//
// on the line of the finding or on the one above it.
package ignore

import (
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

const directive = "//errgen:ignore "

// Known are the names of all checks. The first of them reports comments that name none.
var Known []string

// Reporter reports the findings of one check.
type Reporter struct {
	pass  *analysis.Pass
	check string
	at    map[place]*comment
	all   []*comment
	said  map[saying]bool
}

type place struct {
	file string
	line int
}

type saying struct {
	pos     token.Pos
	message string
}

type comment struct {
	pos     token.Pos
	because string
	used    bool
}

// New returns the reporter of a pass's check.
func New(pass *analysis.Pass) *Reporter {
	r := &Reporter{pass: pass, check: pass.Analyzer.Name, at: map[place]*comment{}, said: map[saying]bool{}}
	for _, file := range pass.Files {
		for _, group := range file.Comments {
			for _, c := range group.List {
				r.read(c.Text, c.Pos())
			}
		}
	}
	return r
}

// read reads a comment that is about the check.
func (r *Reporter) read(text string, pos token.Pos) {
	rest, ok := strings.CutPrefix(text, directive)
	if !ok {
		return
	}
	check, because, _ := strings.Cut(strings.TrimSpace(rest), " ")
	if check != r.check {
		if len(Known) > 0 && r.check == Known[0] && !slices.Contains(Known, check) {
			r.pass.Reportf(pos, "there is no check %q: it is one of %s", check, strings.Join(Known, ", "))
		}
		return
	}
	because, _, _ = strings.Cut(" "+because, " //")
	c := &comment{pos: pos, because: strings.TrimSpace(because)}
	at := r.pass.Fset.Position(pos)
	r.all = append(r.all, c)
	r.at[place{at.Filename, at.Line}] = c
}

// Report reports a finding, once, unless it is ignored.
func (r *Reporter) Report(d analysis.Diagnostic) {
	key := saying{d.Pos, d.Message}
	if r.said[key] {
		return
	}
	r.said[key] = true
	at := r.pass.Fset.Position(d.Pos)
	for _, line := range []int{at.Line, at.Line - 1} {
		if c := r.at[place{at.Filename, line}]; c != nil {
			c.used = true
			return
		}
	}
	d.Category = r.check
	r.pass.Report(d)
}

// Finish reports the comments that ignore nothing, and those without a reason.
func (r *Reporter) Finish() {
	for _, c := range r.all {
		switch {
		case !c.used:
			r.pass.Reportf(c.pos, "there is nothing of %s to ignore here: take the comment away", r.check)
		case c.because == "":
			r.pass.Reportf(c.pos, "say why it is ignored: %s%s because ...", directive, r.check)
		}
	}
}
