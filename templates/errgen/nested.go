package errgen

import (
	"reflect"
	"slices"
)

// inner is an error that stands in the body of another.
type inner struct {
	Occurrence
	body     Program  // in the envelope that stands there; nil: it is written as it was received
	received Document // what is written then
}

// nested is the first error of the catalog in err's tree, and whether it can stand
// in the body of another: it is read in the envelope that stands there, or was received
// in its form. One that contains itself cannot. In a list, others are left out.
func (w *writer) nested(s int, err error) (o inner, ok bool) {
	o.Occurrence = w.t.find(err)
	part := w.t.Schemas[s].Part
	if o.Response != nil && o.Row != Unexpected && !w.t.complete(&o.Occurrence) {
		o.received, ok = w.t.receivedAs(part, &o.Occurrence)
		return o, ok
	}
	e := w.t.lookup(o.Row)
	if e == nil || w.isWithin(o.Data) {
		return o, false
	}
	read := e.readIn(part)
	if read == nil {
		return o, false
	}
	o.body = read.Body
	return o, true
}

// isWithin reports whether an error's data is that of the error which is being
// written, or of one around it.
func (w *writer) isWithin(data any) bool {
	return data != nil && (w.data == data || slices.Contains(w.around, data))
}

// appendNested appends an error in the body of another: null, or else an empty
// object, for one that cannot stand there.
func (w *writer) appendNested(b []byte, s int, err error) []byte {
	o, ok := w.nested(s, err)
	if !ok {
		return w.t.appendZero(b, s)
	}
	part := w.t.Schemas[s].Part
	if o.received.tokens != nil {
		return append(b, w.t.appendKnown(nil, o.received, 0, &w.t.Envelopes[part].Root)...)
	}
	var inner writer
	inner.begin(w.t, w.t.written(&o.Occurrence))
	inner.around = append(slices.Clip(w.around), w.data)
	if o.body != nil {
		return inner.run(b, o.body)
	}
	return inner.body(b)
}

// errorOf is the error in a value, nil if there is none.
func errorOf(v reflect.Value) error {
	err, _ := v.Interface().(error)
	return err
}

// parseNested reads an error in the body of another.
func (t *Table) parseNested(d Document, i, part int, v reflect.Value) bool {
	if v.IsValid() {
		if !d.takes(1) {
			return false
		}
		v.Set(reflect.ValueOf(t.nestedAt(d, i, part)))
	}
	return true
}

// nestedAt is the error that token i in the body of another is.
func (t *Table) nestedAt(d Document, i, part int) error {
	r := &reading{t: t, doc: d, isJSON: true}
	env := &t.Envelopes[part]
	outer := &fitting{env: part, slots: make([]slotValue, env.Slots)}
	f := r.identifyPart(outer, &env.Root, i)
	made := t.Hooks.Make()
	made.Response.Body = d.Source(i)
	r.occurrence(&made, &f)
	return made.Err
}

// within appends the errors in a response, or an item of one, but for those in tokens that
// the data of its entry holds.
func (r *reading) within(all []error, f *fitting, n *Node, held []int) []error {
	for i := range n.Members {
		all = r.within(all, f, &n.Members[i], held)
	}
	if n.Kind != LeafNode || n.Slot < SlotField0 || !r.t.Nests(n.Schema) {
		return all
	}
	v := f.slots[n.Slot]
	if !v.given || v.isText || v.outer {
		return all
	}
	return r.errorsAt(all, v.at, &r.t.Schemas[n.Schema], held)
}

// held are the tokens of which the data that was just made of a candidate holds the errors.
func (r *reading) held(c *candidate, data any) (tokens []int) {
	if data == nil || !c.entry.holdsErrors() {
		return nil
	}
	into := fields(data)
	for i := range c.entry.Params {
		if r.t.Nests(c.entry.Params[i].Schema) && len(appendErrors(nil, into.Field(i))) > 0 {
			tokens = append(tokens, r.captures[i].token)
		}
	}
	return tokens
}

// errorsAt appends the errors that token i, of a schema, is or holds. Null is none where
// it may stand.
func (r *reading) errorsAt(all []error, i int, sc *Schema, held []int) []error {
	switch {
	case slices.Contains(held, i) || sc.Null && r.doc.tokens[i].kind == 'n':
	case sc.Kind != ErrorSchema:
		for k := i + 1; r.doc.tokens[i].kind == '[' && k < r.doc.tokens[i].next; k = r.doc.tokens[k].next {
			all = r.errorsAt(all, k, &r.t.Schemas[sc.Items], held)
		}
	case r.doc.takes(1):
		all = append(all, r.t.nestedAt(r.doc, i, sc.Part))
	}
	return all
}
