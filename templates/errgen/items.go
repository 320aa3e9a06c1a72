package errgen

import "slices"

// list finds the repeated array of a response, and the node of its items; nil if it
// is not there.
func (r *reading) list(n *Node, i int) (item *Node, at int) {
	switch kind := r.doc.tokens[i].kind; {
	case n.Kind == ListNode && kind == '[':
		return &n.Members[0], i
	case n.Kind == ObjectNode && kind == '{':
		for k := range n.Members {
			m := &n.Members[k]
			if at := r.doc.member(i, m.Name); at >= 0 {
				if item, list := r.list(m, at); item != nil {
					return item, list
				}
			}
		}
	}
	return nil, -1
}

// hasItem compares each item of a list with the envelope's, until one is so. It reports
// whether one was.
func (r *reading) hasItem(outer *fitting, env *Envelope, is func(item *fitting) bool) bool {
	if !r.isJSON {
		return false
	}
	item, list := r.list(&env.Root, 0)
	if item == nil {
		return false
	}
	known, at := outer.slots, outer.env
	for i := list + 1; i < r.doc.tokens[list].next; i = r.doc.tokens[i].next {
		f := r.newFitting(at, known)
		f.item(item, i)
		found := is(f)
		r.dropFitting()
		if found {
			return true
		}
	}
	return false
}

// bestList is, of the lists that fit as well as the best, the one in whose items most
// was found; nil if there is none.
func (r *reading) bestList(fits []fitting, best *fitting) (list *fitting) {
	if best.success || !r.isJSON {
		return nil
	}
	isList := func(f fitting) bool { return r.t.Envelopes[f.env].List && !f.success && f.isAs(best) }
	most := -1
	for i := range fits {
		f := &fits[i]
		if !isList(*f) {
			continue
		}
		size := 0
		if list != nil || slices.ContainsFunc(fits[i+1:], isList) {
			size = r.sizeOfItems(f)
		}
		if size > most {
			list, most = f, size
		}
	}
	if list == nil {
		return nil
	}
	if item, _ := r.list(&r.t.Envelopes[list.env].Root, 0); item == nil {
		return nil
	}
	return list
}

// sizeOfItems is how much was found in the items of a list.
func (r *reading) sizeOfItems(f *fitting) (size int) {
	r.hasItem(f, &r.t.Envelopes[f.env], func(item *fitting) bool {
		if item.strict {
			size += item.size
		}
		return false
	})
	return size
}

// identifyItems identifies each item of a list by itself. Under 400 one that says success
// is none.
func (r *reading) identifyItems(outer *fitting) []candidate {
	item, list := r.list(&r.t.Envelopes[outer.env].Root, 0)
	all := r.all
	for n, i := 0, list+1; i < r.doc.tokens[list].next; n, i = n+1, r.doc.tokens[i].next {
		if !r.doc.takes(1) {
			r.beyond++
			continue
		}
		if n == 1 {
			outer = outer.afterFirst(item)
		}
		if got := r.identifyPart(outer, item, i); !r.isSuccess() || !got.fit.success {
			all = append(all, got)
		}
	}
	r.all = all
	return all
}

// afterFirst is what stands outside the list as items after the first see it: the
// fields are the first's. One that has a place in the item, and nothing outside, is
// the item's own, be it there or not.
func (f *fitting) afterFirst(item *Node) *fitting {
	clone := *f
	clone.later = true
	clone.slots = slices.Clone(f.slots)
	for i := range clone.slots {
		clone.slots[i].outer = i >= SlotField0 && (clone.slots[i].given || !item.hasSlot(i))
	}
	return &clone
}

// hasSlot reports whether a field stands in a place, or in one within it.
func (n *Node) hasSlot(slot int) bool {
	for i := range n.Members {
		if n.Members[i].hasSlot(slot) {
			return true
		}
	}
	return n.Kind == LeafNode && n.Slot == slot || n.Kind == ObjectNode && n.More == slot
}

// item compares a JSON value with an item of a list, or a nested error. It may have a
// status of its own; one outside is the response's.
func (f *fitting) item(n *Node, i int) {
	if !isRoot(f.r.doc, n, i) {
		f.strict = false
		return
	}
	f.root(n, i)
	if own, ok := f.r.statusIn(f); ok && n.hasSlot(SlotStatus) {
		f.status = own
	}
}

// identifyPart identifies a value in the body, an item or a nested error, which is
// unlisted if it is nothing else.
func (r *reading) identifyPart(outer *fitting, n *Node, i int) candidate {
	f := r.newFitting(outer.env, outer.slots)
	f.later = outer.later
	f.item(n, i)
	r.tell(itemBegins, nil, nil)
	if f.strict || f.loose {
		if got := r.choose(r.fittings[len(r.fittings)-1:]); got.row != 0 {
			return got
		}
	}
	return candidate{row: Unlisted, fit: f}
}
