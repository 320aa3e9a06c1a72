package errgen

import (
	"slices"
	"strconv"
)

// list returns the repeated array of a response, if its envelope has one.
func (r *reading) list(f *fitting) (int, bool) {
	env := &r.t.Envelopes[f.env]
	if !env.List {
		return 0, false
	}
	return r.findList(&env.Root, 0)
}

func (r *reading) findList(n *Node, i int) (int, bool) {
	if n.Kind == ListNode {
		return i, r.doc.tokens[i].kind == '['
	}
	if n.Kind != ObjectNode || r.doc.tokens[i].kind != '{' {
		return 0, false
	}
	for k := range n.Members {
		m := &n.Members[k]
		if m.Kind != ListNode && m.Kind != ObjectNode {
			continue
		}
		if at := r.doc.member(i, m.Name); at >= 0 {
			if list, ok := r.findList(m, at); ok {
				return list, true
			}
		}
	}
	return 0, false
}

// hasItem reports whether some item of a list fits strictly.
func (r *reading) hasItem(outer *fitting, env *Envelope) bool {
	list, ok := r.findList(&env.Root, 0)
	if !ok {
		return false
	}
	n := itemNode(&env.Root)
	for i := list + 1; i < r.doc.tokens[list].next; i = r.doc.tokens[i].next {
		f := r.newFitting(outer.env, outer.slots)
		f.item(n, i)
		r.missing = f.missing
		strict := f.strict
		r.dropFitting()
		if strict {
			return true
		}
	}
	return false
}

// itemNode is the item of an envelope's repeated array.
func itemNode(n *Node) *Node {
	if n.Kind == ListNode {
		return &n.Members[0]
	}
	for k := range n.Members {
		if m := &n.Members[k]; m.Kind == ObjectNode || m.Kind == ListNode {
			if item := itemNode(m); item != nil {
				return item
			}
		}
	}
	return nil
}

// identifyItems identifies each item by itself. An empty list is no error of
// the API.
func (r *reading) identifyItems(outer *fitting, list int) []found {
	env := &r.t.Envelopes[outer.env]
	n := itemNode(&env.Root)
	all := r.all
	for i := list + 1; i < r.doc.tokens[list].next; i = r.doc.tokens[i].next {
		if len(all) == 1 {
			outer = outer.afterFirst(n)
		}
		got := r.identifyPart(outer, n, i)
		if got.row == 0 {
			got = found{row: Unlisted, fit: outer}
		}
		all = append(all, got)
	}
	if len(all) == 0 {
		return r.none()
	}
	r.all = all
	return all
}

// afterFirst is what stands outside the list as items after the first see it: the
// fields are the first's. One that has a place in the item, and nothing outside, is
// the item's own, be it there or not.
func (f *fitting) afterFirst(item *Node) *fitting {
	clone := *f
	clone.slots = slices.Clone(f.slots)
	for i := range clone.slots {
		clone.slots[i].outer = i >= SlotField0 && (clone.slots[i].given || !item.hasSlot(i))
	}
	return &clone
}

// hasSlot reports whether a field stands in a place, or in one within it.
func (n *Node) hasSlot(slot int) bool {
	return n.Kind == LeafNode && n.Slot == slot || n.Kind == ObjectNode && n.More == slot ||
		slices.ContainsFunc(n.Members, func(m Node) bool { return m.hasSlot(slot) })
}

// item compares a JSON value with an item of a list, or a nested error.
func (f *fitting) item(n *Node, i int) {
	if isRoot(f.r.doc, n, i) {
		f.root(n, i)
	} else {
		f.strict = false
	}
}

// identifyPart identifies a value in the body: an item, or a nested error.
func (r *reading) identifyPart(outer *fitting, n *Node, i int) found {
	f := r.newFitting(outer.env, outer.slots)
	f.item(n, i)
	r.missing = f.missing
	if !f.strict && !f.loose {
		return found{}
	}
	status := r.status
	if text, ok := r.textOf(f.slots[SlotStatus]); ok {
		if s, err := strconv.Atoi(text); err == nil {
			status = s
		}
	}
	return r.choose(r.fittings[len(r.fittings)-1:], status)
}
