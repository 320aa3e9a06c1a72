package report

import (
	"io"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// Format is how findings are written.
type Format string

// The formats.
const (
	Text     Format = "text"     // for people
	Line     Format = "line"     // one line each
	JSON     Format = "json"     // an object
	GitHub   Format = "github"   // annotations of a workflow's step
	SARIF    Format = "sarif"    // SARIF 2.1.0, for code scanning
	Markdown Format = "markdown" // a comment of a pull request
)

// Formats are all formats.
func Formats() []Format { return []Format{Text, Line, JSON, GitHub, SARIF, Markdown} }

// ForMachines reports whether what is written is read by programs: then a run that
// fails writes a document, too, which says so.
func (f Format) ForMachines() bool { return f != Text && f != Line }

// Printer writes reports. The zero Printer writes text.
type Printer struct {
	Format Format // "" is Text
	All    bool   // of text: all findings, also those of one cause
	Color  bool   // of text: with the escape sequences of terminals

	// Lines returns the lines of a file, for text; nil if they are not to be shown. A
	// nil Lines shows none.
	Lines func(file string) []string
	// InRepository is a file's path from the root of the repository, by which GitHub
	// knows it. If it is nil, paths are as they are.
	InRepository func(file string) string
	// Explain says what a rule means, for SARIF; nil if nothing does.
	Explain func(rule string) (Explanation, bool)
	// Version is that of errgen, for SARIF; "" if it is unknown.
	Version string
	// Summary is where GitHub shows all of what a step has found; nil for nowhere.
	Summary io.Writer
}

// Explanation is what is said of a rule.
type Explanation struct {
	Summary string // one line
	Help    string // Markdown
}

// path is the file of a place of a finding, from the root of the repository on. Files of
// a revision have no other path.
func (p Printer) path(f Finding, pos diag.Pos) string {
	if f.Revision != "" || p.InRepository == nil {
		return pos.File
	}
	return p.InRepository(pos.File)
}

// Write writes a report. The error is the writer's.
func (p Printer) Write(w io.Writer, r Report) error {
	var b strings.Builder
	var err error
	switch p.Format {
	case Line:
		p.line(&b, r)
	case JSON:
		err = p.json(&b, r)
	case GitHub:
		err = p.github(&b, r)
	case SARIF:
		err = p.sarif(&b, r)
	case Markdown:
		markdown(&b, r, commentLimit)
	default:
		p.text(&b, r)
	}
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, b.String())
	return err
}
