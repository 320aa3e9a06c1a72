package errgen

import (
	"reflect"
	"slices"
)

// nested is the first error of the catalog in err's tree, and whether it can stand
// in the body of another: it is of the envelope that stands there, or was received
// in its form. One that contains itself cannot. In a list, others are left out.
func (w *writer) nested(s int, err error) (o Occurrence, ok bool) {
	o = w.t.find(err)
	part := w.t.Schemas[s].Part
	if o.Row == Unlisted {
		_, ok = w.t.receivedAs(part, o.Response)
		return o, ok
	}
	e := w.t.lookup(o.Row)
	return o, e != nil && (o.Response == nil || w.t.complete(&o)) && len(e.Reads) > 0 && e.Reads[0].Envelope == part && !w.isWithin(o.Data)
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
	if o.Row == Unlisted {
		part := w.t.Schemas[s].Part
		d, _ := w.t.receivedAs(part, o.Response)
		return append(b, w.t.appendKnown(nil, d, 0, &w.t.Envelopes[part].Root)...)
	}
	var inner writer
	inner.begin(w.t, w.t.written(&o))
	inner.around = append(slices.Clip(w.around), w.data)
	return inner.body(b)
}

// errorOf is the error in a value, nil if there is none.
func errorOf(v reflect.Value) error {
	err, _ := v.Interface().(error)
	return err
}

// parseNested reads an error in the body of another.
func (t *Table) parseNested(d Document, i, part int, v reflect.Value) bool {
	if !v.IsValid() {
		return true
	}
	r := &reading{t: t, doc: d, isJSON: true}
	env := &t.Envelopes[part]
	outer := &fitting{env: part, slots: make([]slotValue, env.Slots)}
	f := r.identifyPart(outer, &env.Root, i)
	made := t.Hooks.Make()
	made.Response.Body = d.Source(i)
	r.occurrence(&made, &f)
	v.Set(reflect.ValueOf(made.Err))
	return true
}
