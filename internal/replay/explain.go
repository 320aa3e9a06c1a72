package replay

import (
	"fmt"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/templates/errgen"
)

// Reason is one decision on the way from a response to what it is read as.
type Reason struct {
	Step      int          // of docs/spec.md#how-decoding-decides
	Item      int          // of a list, counted from 1; 0: of the response as a whole
	Within    []int        // of the errors that stand in it: which, counted from 1, the outermost first
	Decided   bool         // it is certain which of the entries it is, or that it is none
	Entry     *model.Entry // with Decided: the entry; nil: none
	Text      string       // what was decided, and why
	Otherwise string       // what would have made it another; "": nothing in the response
}

// Explain is Decode, or DecodeHead, with the decisions that led to the answer. They are
// told by the engine while it decodes.
func (p *Program) Explain(status int, headers []model.SampleHeader, body string, head bool) ([]Decoded, []Reason) {
	told, err := p.table.Explain(status, headerOf(headers), body, head)
	decoded := p.within(err)
	reasons := p.reasons(told)
	for i := range decoded {
		item := 0
		if len(decoded) > 1 {
			item = i + 1
		}
		reasons = append(reasons, p.further(&decoded[i], item, nil)...)
	}
	return decoded, reasons
}

// reasons are what the engine told, with entries of the catalog.
func (p *Program) reasons(told []errgen.Reason) []Reason {
	all := make([]Reason, len(told))
	for i, r := range told {
		all[i] = Reason{Step: r.Step, Item: r.Item, Decided: r.Decided, Text: r.Text, Otherwise: r.Otherwise}
		if r.Row >= errgen.First {
			all[i].Entry = p.program.Catalog.Entries[r.Row-errgen.First]
		}
	}
	return all
}

// further tells of an error that is identified: its params, and how the errors were read
// that stand in it.
func (p *Program) further(d *Decoded, item int, within []int) (all []Reason) {
	if d.Outcome.Entry != nil && len(d.Outcome.Entry.Params) > 0 {
		r := d.params()
		r.Within = within
		if r.Item = item; len(within) == 0 {
			r.Item = 0
		}
		all = append(all, r)
	}
	for i := range d.Within {
		inner := &d.Within[i]
		at := append(slices.Clip(within), i+1)
		for _, r := range p.reasons(p.table.ExplainNested(inner.envelope, inner.received)) {
			r.Item, r.Within = item, at
			all = append(all, r)
		}
		all = append(all, p.further(inner, item, at)...)
	}
	return all
}

// params says which params were recovered, and which were not (step 10).
func (d *Decoded) params() Reason {
	var there, missing []string
	for _, param := range d.Outcome.Entry.Params {
		if _, ok := d.Params[param.Name]; ok {
			there = append(there, param.Name)
		} else if param.Required() {
			missing = append(missing, param.Name)
		}
	}
	r := Reason{Step: 10, Entry: d.Outcome.Entry}
	switch {
	case d.Complete && len(there) == 0:
		r.Text = "none of its params, which are all optional, is there"
	case d.Complete:
		r.Text = "recovered: " + strings.Join(there, ", ")
	default:
		r.Text = fmt.Sprintf("%s has no data: a required param is not found", d.Outcome.Entry.Name)
		r.Otherwise = "a response that holds all of " + strings.Join(missing, ", ")
	}
	return r
}
