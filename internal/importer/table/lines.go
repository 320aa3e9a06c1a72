package table

import (
	"encoding/json"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/seed-1b9d9f04/errgen/internal/importer/draft"
)

// coded is a line that begins with a code, as tables have them whose marks are lost.
var coded = regexp.MustCompile(`^(-?[0-9]{3,7}|[A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)+)[ \t]+(\S.*)$`)

// lined adds JSON and lines of a table that stand in a paragraph without marks, and
// reports whether there were such.
func (w *markdownWalk) lined(n ast.Node) bool {
	raw := w.raw(n)
	found := false
	at := w.line(n)
	if strings.HasPrefix(raw, "{") {
		dec := json.NewDecoder(strings.NewReader(raw))
		var v json.RawMessage
		if dec.Decode(&v) == nil {
			w.page.blocks = append(w.page.blocks, block{kind: code, line: at, text: string(v)})
			end := int(dec.InputOffset())
			at += strings.Count(raw[:end], "\n")
			raw, found = raw[end:], true
		}
	}
	lines := strings.Split(raw, "\n")
	rows := 0
	for _, line := range lines {
		if coded.MatchString(line) {
			rows++
		}
	}
	if rows < 2 || rows*2 < len(lines)-1 {
		return found
	}
	for i, line := range lines {
		if m := coded.FindStringSubmatch(line); m != nil {
			w.page.blocks = append(w.page.blocks, block{kind: textLine, line: at + i, term: m[1], text: clean(m[2])})
		}
	}
	return true
}

// line adds an entry of a line: where its columns end is not known.
func (d *drafter) line(b block) {
	e := &draft.Entry{Line: b.line, Hint: b.text, Group: d.group(b.line), Description: b.text}
	if status := bareStatus.FindString(b.term); status != "" {
		e.Status = []string{status}
	} else {
		e.Code = b.term
	}
	d.add(filled{entry: e})
	for _, n := range d.c.Notes {
		if n.Text == noColumns {
			return
		}
	}
	d.c.Assume(b.line, noColumns)
}

const noColumns = "the columns of this table are not marked: what follows the code is the description"
