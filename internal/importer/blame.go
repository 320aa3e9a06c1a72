package importer

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/seed-1b9d9f04/errgen/internal/importer/draft"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/yamltext"
)

// part is a member or item of a catalog's text: where it begins, and the path to it.
type part struct {
	start int
	path  []string
}

// partsOf are all members and items of a document, in the order of the text.
func partsOf(n *yamltext.Node, path []string) (all []part) {
	for i, e := range n.Elements {
		step := strconv.Itoa(i)
		if e.Key != nil {
			step = e.Key.Value
		}
		below := append(slices.Clip(path), step)
		all = append(append(all, part{e.Start, below}), partsOf(e.Value, below)...)
	}
	return all
}

// blamed is the path of what a finding is about, nil if it is about the whole.
func blamed(parts []part, lines []int, text []byte, pos diag.Pos) []string {
	if pos.Line < 1 || pos.Line > len(lines) {
		return nil
	}
	at := lines[pos.Line-1]
	for range pos.Column - 1 { // a column counts characters
		for at++; at < len(text) && text[at]&0xC0 == 0x80; {
			at++
		}
	}
	i, found := slices.BinarySearchFunc(parts, at, func(p part, at int) int { return cmp.Compare(p.start, at) })
	if !found {
		i--
	}
	if i < 0 {
		return nil
	}
	return parts[i].path
}

// lineStarts are the places where the lines of a text begin.
func lineStarts(text []byte) []int {
	starts := []int{0}
	for i, c := range text {
		if c == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// drop takes out of a draft what findings in its text are about, and notes why. It
// reports whether there was something to take out.
func drop(c *draft.Catalog, text []byte, findings []diag.Diagnostic) bool {
	root, err := yamltext.Parse(text)
	if err != nil {
		return false
	}
	parts, lines := partsOf(root, nil), lineStarts(text)
	entries, examples := map[string]diag.Diagnostic{}, map[*draft.Example]diag.Diagnostic{}
	shows := slices.Clone(c.Examples)
	dropped := false
	for _, d := range findings {
		path := blamed(parts, lines, text, d.Pos)
		switch {
		case len(path) == 0 || d.Code == diag.CountMismatch:
		case path[0] == "examples" && len(path) > 1:
			i, _ := strconv.Atoi(path[1])
			examples[shows[i]] = d
		case c.Remove(path):
			dropped = true
			c.Lose(0, shown(path)+" is left out: "+d.Message)
		case path[0] == "errors" && len(path) > 1:
			entries[path[1]] = d
		}
	}
	dropExamples(c, examples)
	dropEntries(c, entries)
	return dropped || len(entries)+len(examples) > 0
}

// shown is a path as a text.
func shown(path []string) string {
	text := ""
	for _, step := range path {
		text += "/" + step
	}
	return diag.Quote(text[1:])
}

// dropExamples takes out examples that are read otherwise; one that only differs from
// what its entry writes stays, as one that was observed.
func dropExamples(c *draft.Catalog, why map[*draft.Example]diag.Diagnostic) {
	var kept []*draft.Example
	for _, x := range c.Examples {
		d, bad := why[x]
		switch {
		case bad && d.Code == diag.ExampleDiffers && x.Shown:
			x.Shown = false
			c.Assume(x.Line, "the example differs from what its entry writes, "+differs(d.Message)+": it is kept without a source")
		case bad:
			c.Lose(x.Line, "an example: "+d.Message)
			continue
		}
		kept = append(kept, x)
	}
	c.Examples = kept
}

// dropEntries takes out the entries of some names.
func dropEntries(c *draft.Catalog, why map[string]diag.Diagnostic) {
	for _, e := range slices.Clone(c.Entries) {
		if d, bad := why[e.Name]; bad {
			c.RemoveEntries([]*draft.Entry{e}, d.Message)
		}
	}
}
