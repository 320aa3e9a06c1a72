package support

import (
	"slices"
	"strconv"
)

//errgen:if repeated

// list returns the repeated array of a response, if its envelope has one.
func (r *reading) list(f *fitting) (int, bool) {
	env := &r.t.envelopes[f.env]
	if !env.list {
		return 0, false
	}
	return r.findList(&env.root, 0)
}

func (r *reading) findList(n *node, i int) (int, bool) {
	if n.kind == listNode {
		return i, r.doc.tokens[i].kind == '['
	}
	if n.kind != objectNode || r.doc.tokens[i].kind != '{' {
		return 0, false
	}
	for k := range n.members {
		m := &n.members[k]
		if m.kind != listNode && m.kind != objectNode {
			continue
		}
		if at := r.doc.member(i, m.name); at >= 0 {
			if list, ok := r.findList(m, at); ok {
				return list, true
			}
		}
	}
	return 0, false
}

// hasItem reports whether some item of a list fits strictly.
func (r *reading) hasItem(outer *fitting, env *envelope) bool {
	list, ok := r.findList(&env.root, 0)
	if !ok {
		return false
	}
	n := itemNode(&env.root)
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
func itemNode(n *node) *node {
	if n.kind == listNode {
		return &n.members[0]
	}
	for k := range n.members {
		if m := &n.members[k]; m.kind == objectNode || m.kind == listNode {
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
	env := &r.t.envelopes[outer.env]
	n := itemNode(&env.root)
	all := r.all
	for i := list + 1; i < r.doc.tokens[list].next; i = r.doc.tokens[i].next {
		if len(all) == 1 {
			outer = outer.afterFirst(n)
		}
		got := r.identifyPart(outer, n, i)
		if got.id == 0 {
			got = found{id: ErrUnlisted, fit: outer}
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
func (f *fitting) afterFirst(item *node) *fitting {
	clone := *f
	clone.slots = slices.Clone(f.slots)
	for i := range clone.slots {
		clone.slots[i].outer = i >= slotField0 && (clone.slots[i].given || !item.hasSlot(i))
	}
	return &clone
}

// hasSlot reports whether a field stands in a place, or in one within it.
func (n *node) hasSlot(slot int) bool {
	return n.kind == leafNode && n.slot == slot || n.kind == objectNode && n.more == slot ||
		slices.ContainsFunc(n.members, func(m node) bool { return m.hasSlot(slot) })
}

//errgen:end

//errgen:if repeated || nested

// item compares a JSON value with an item of a list, or a nested error.
func (f *fitting) item(n *node, i int) {
	if isRoot(f.r.doc, n, i) {
		f.root(n, i)
	} else {
		f.strict = false
	}
}

// identifyPart identifies a value in the body: an item, or a nested error.
func (r *reading) identifyPart(outer *fitting, n *node, i int) found {
	f := r.newFitting(outer.env, outer.slots)
	f.item(n, i)
	r.missing = f.missing
	if !f.strict && !f.loose {
		return found{}
	}
	status := r.status
	if text, ok := r.textOf(f.slots[slotStatus]); ok {
		if s, err := strconv.Atoi(text); err == nil {
			status = s
		}
	}
	return r.choose(r.fittings[len(r.fittings)-1:], status)
}

//errgen:end
