package table

import (
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/importer/draft"
)

// headed adds the entry of a status that a heading says and an example below it shows, if
// nothing else of the page lists it. Without a code, what an example of a family shows,
// "Server Error (5xx)", may be a kind of it.
func (d *drafter) headed(x *pageExample, code string) {
	if len(x.status) != 1 || d.titles[x.status[0]] == "" {
		return
	}
	status := x.status[0]
	if slices.ContainsFunc(d.c.Entries, func(e *draft.Entry) bool { return slices.Contains(e.Status, status) }) {
		return
	}
	e := &draft.Entry{Line: x.head, Status: x.status, Hint: d.titles[status], Description: d.under(x.head)}
	d.add(filled{entry: e})
	if isFamily(status) && code == "" {
		x.family = e
		d.families = append(d.families, e)
	} else {
		x.entry = e
	}
}

func isFamily(status string) bool { return strings.HasSuffix(status, "XX") }

// under is the paragraph below the heading in a line.
func (d *drafter) under(line int) string {
	i := slices.IndexFunc(d.page.blocks, func(b block) bool { return b.kind == heading && b.line == line })
	if i >= 0 && i+1 < len(d.page.blocks) && d.page.blocks[i+1].kind == paragraph {
		return d.page.blocks[i+1].text
	}
	return ""
}

// linkFamilies makes the entries of one status, without a code, kinds of that of its
// family.
func (d *drafter) linkFamilies() {
	for _, f := range d.families {
		for _, e := range d.c.Entries {
			if e != f && e.Code == "" && e.Parent == nil && len(e.Status) == 1 && e.Status[0][:1] == f.Status[0][:1] && slices.Equal(e.Envelopes, f.Envelopes) {
				e.Parent = f
			}
		}
	}
}

// joinCloses gives a close code to the entry of a status of which the page says the same:
// it is one error that two protocols have.
func (d *drafter) joinCloses() {
	said := func(e *draft.Entry) string { return strings.ToLower(strings.TrimRight(e.Description, ".")) }
	all := slices.Clone(d.c.Entries)
	d.c.Entries = slices.DeleteFunc(d.c.Entries, func(e *draft.Entry) bool {
		if e.Close == "" || e.Code != "" || len(e.Status)+len(e.Params) > 0 || e.Description == "" {
			return false
		}
		var same []*draft.Entry
		for _, o := range all {
			if o.Close == "" && said(o) == said(e) {
				same = append(same, o)
			}
		}
		if len(same) != 1 {
			return false
		}
		same[0].Close, same[0].Text = e.Close, e.Text
		same[0].Also = append(same[0].Also, e.Line)
		return true
	})
}
