package support

//errgen:if nested

import (
	"reflect"
	"slices"
)

// nests reports whether an error can stand in the body of another: the first of
// this catalog in its tree is of the envelope that stands there and has its data,
// or was received in its form. One that contains itself cannot. In a list, others
// are left out.
func (w *writer) nests(s int, err error) bool {
	var o occurrence
	if !o.find(err) {
		return false
	}
	part := w.t.schemas[s].part
	if o.id == ErrUnlisted {
		_, ok := w.t.receivedAs(part, o.response)
		return ok
	}
	e := w.t.lookup(o.id)
	return e != nil && w.t.complete(&o) && len(e.reads) > 0 && e.reads[0].envelope == part && !w.isWithin(o.data)
}

// isWithin reports whether an error's data is that of the error which is being
// written, or of one around it.
func (w *writer) isWithin(data Data) bool {
	for ; w != nil; w = w.within {
		if data != nil && w.data == data {
			return true
		}
	}
	return false
}

// appendNested appends an error in the body of another: an empty object for one
// that cannot stand there.
func (w *writer) appendNested(b []byte, s int, err error) []byte {
	if !w.nests(s, err) {
		return append(b, "{}"...)
	}
	var o occurrence
	o.find(err)
	part := w.t.schemas[s].part
	if o.id == ErrUnlisted {
		d, _ := w.t.receivedAs(part, o.response)
		return w.t.appendKnown(b, d, 0, &w.t.envelopes[part].root)
	}
	var inner writer
	inner.begin(w.t, w.t.lookup(o.id), &o)
	inner.within = w
	return inner.body(b)
}

// parseNested reads an error in the body of another.
func (t *table) parseNested(d document, i, part int, p any) bool {
	r := &reading{t: t, doc: d, isJSON: true}
	env := &t.envelopes[part]
	outer := &fitting{env: part, slots: make([]slotValue, env.slots)}
	f := r.identifyPart(outer, &env.root, i)
	if f.id == 0 {
		f = found{id: ErrUnlisted, fit: outer}
	}
	return set[error](p, r.error(new(Error), f, &Response{Body: d.source(i)}))
}

// causes is the cause and the errors in the data, as Unwrap yields them.
type causes []error

// Error is the first one's.
func (c causes) Error() string { return c[0].Error() }

// Unwrap returns them all.
func (c causes) Unwrap() []error { return c }

// withNested adds the errors in the data to the cause, but for those that contain
// the data themselves: who walks the tree would never end.
func (e *Error) withNested(cause error) error {
	var all causes
	if cause != nil {
		all = append(all, cause)
	}
	for _, inner := range nestedIn(e.data) {
		walk := treeWalk{data: e.data, seen: map[Data]bool{}, left: maxTree}
		if !walk.finds(inner) {
			all = append(all, inner)
		}
	}
	switch len(all) {
	case 0:
		return nil
	case 1:
		return all[0]
	}
	return all
}

// treeWalk looks for data among the errors of a tree, at as many as are left.
type treeWalk struct {
	data Data
	seen map[Data]bool
	left int
}

// finds reports whether the data is that of an error in err's tree, or may be, since
// the tree has no end.
func (w *treeWalk) finds(err error) bool {
	if w.left--; w.left < 0 {
		return true
	}
	var o occurrence
	if err != nil && o.read(err) {
		return w.findsIn(&o)
	}
	switch e := any(err).(type) {
	case interface{ Unwrap() error }:
		return w.finds(e.Unwrap())
	case interface{ Unwrap() []error }:
		return slices.ContainsFunc(e.Unwrap(), w.finds)
	}
	return false
}

// findsIn is finds for an error of this catalog, in whose data others stand.
func (w *treeWalk) findsIn(o *occurrence) bool {
	if o.data == w.data {
		return true
	}
	if o.data != nil && w.seen[o.data] {
		return false
	}
	w.seen[o.data] = true
	return w.finds(o.cause) || slices.ContainsFunc(nestedIn(o.data), w.finds)
}

// nestedIn are the errors in data.
func nestedIn(data Data) []error {
	if data == nil {
		return nil
	}
	id, _ := data.at(0)
	row := catalog.lookup(id)
	if row == nil {
		return nil
	}
	var all []error
	for i := range row.params {
		if _, p := data.at(i); p != nil {
			all = appendErrors(all, reflect.ValueOf(p).Elem())
		}
	}
	return all
}

// appendErrors appends an error, or a list's.
func appendErrors(all []error, v reflect.Value) []error {
	switch list := v.Interface().(type) {
	case error:
		if list != nil {
			all = append(all, list)
		}
	case []error:
		for _, err := range list {
			if err != nil {
				all = append(all, err)
			}
		}
	}
	return all
}

//errgen:end
