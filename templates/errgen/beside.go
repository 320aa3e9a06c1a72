package errgen

import "bytes"

// Beside reports whether two errors of one repeated envelope can go out as one response.
func (t *Table) Beside(first, other Occurrence) bool {
	a, b := t.written(&first), t.written(&other)
	return t.isBeside(a, b, a.entry.Reads[0].Envelope)
}

// isBeside reports whether an error can stand in a list behind the first. What stands
// outside of the items is the first's, so the error must say the same there, unless its
// item tells it apart: it would be read as another error.
func (t *Table) isBeside(first, other written, envelope int) bool {
	env := &t.Envelopes[envelope]
	item := env.Root.listItem()
	if item == nil {
		return true
	}
	if t.codeIn(first) != t.codeIn(other) {
		return item.hasSlot(SlotCode)
	}
	says := func(within bool) bool {
		return t.says(first, other, item, within) && t.says(other, first, item, within)
	}
	return first.entry == other.entry || !says(true) || says(false)
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
func (t *Table) codeIn(r written) string {
	program := r.entry.Reads[0].Code
	if len(program) == 0 {
		return r.entry.Code
	}
	var w writer
	w.begin(t, r)
	return r.entry.Code + string(w.run(nil, program))
}

// says reports whether b says all that a is told apart by within the items, or outside
// of them, and in the same words.
func (t *Table) says(a, b written, item *Node, within bool) bool {
	facts, others := a.entry.Reads[0].Facts, b.entry.Reads[0].Facts
	for i := range facts {
		f := &facts[i]
		if !f.Proof || within != (f.Slot >= SlotField0 && item.hasSlot(f.Slot)) {
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

// factText is what an error puts where a fact tells something.
func (t *Table) factText(r written, f *Fact) []byte {
	var w writer
	w.begin(t, r)
	if f.Kind == ParamFact {
		return w.value(nil, OpValue, f.Param<<1)
	}
	return w.run([]byte(f.Value), f.Want)
}
