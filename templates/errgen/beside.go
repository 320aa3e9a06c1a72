package errgen

import "bytes"

// Beside reports whether two errors of one repeated envelope can go out as one response.
func (t *Table) Beside(first, other Occurrence) bool {
	a, b := t.written(&first), t.written(&other)
	return t.isBeside(&a, &b, a.entry.Reads[0].Envelope)
}

// isBeside reports whether an error can stand in a list behind the first: whether it says
// the same of all that stands outside of the items, which is the first's. Otherwise it
// would be read as another error, or without its params.
func (t *Table) isBeside(first, other *written, envelope int) bool {
	env := &t.Envelopes[envelope]
	item := env.Root.listItem()
	if item == nil {
		return true
	}
	if !item.hasSlot(SlotCode) && !bytes.Equal(t.codeIn(first), t.codeIn(other)) {
		return false
	}
	return t.saysOutside(first, other, item) && t.saysOutside(other, first, item)
}

// listItem is the item of the repeated array in a place, nil if there is none.
func (n *Node) listItem() *Node {
	if n.Kind == ListNode {
		return &n.Members[0]
	}
	for i := range n.Members {
		if item := n.Members[i].listItem(); item != nil {
			return item
		}
	}
	return nil
}

// codeIn is the code that an error is written with.
func (t *Table) codeIn(r *written) []byte {
	var w writer
	w.begin(t, *r)
	return w.run([]byte(r.entry.Code), r.entry.Reads[0].Code)
}

// saysOutside reports whether b says all that a says outside of the items, and in the
// same words.
func (t *Table) saysOutside(a, b *written, item *Node) bool {
	facts, others := a.entry.Reads[0].Facts, b.entry.Reads[0].Facts
	for i := range facts {
		f := &facts[i]
		if f.Slot >= SlotField0 && item.hasSlot(f.Slot) || !f.Proof && !a.entry.requires(f) {
			continue
		}
		says := false
		for k := range others {
			says = says || t.sameFact(a.entry, f, b.entry, &others[k]) && bytes.Equal(t.factText(a, f), t.factText(b, &others[k]))
		}
		if !says {
			return false
		}
	}
	return true
}

// requires reports whether a param that stands alone is required.
func (e *Entry) requires(f *Fact) bool {
	return f.Kind == ParamFact && e.Params[f.Param].Flags&(IsOptional|HasDefault) == 0
}

// factText is what an error puts where a fact tells something.
func (t *Table) factText(r *written, f *Fact) []byte {
	var w writer
	w.begin(t, *r)
	if f.Kind == ParamFact {
		return w.value(nil, OpValue, f.Param<<1)
	}
	return w.run([]byte(f.Value), f.Want)
}
