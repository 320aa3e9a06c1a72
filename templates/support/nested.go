package support

//errgen:if nested

import "reflect"

// nests reports whether an error can stand in the body of another: the first of
// this catalog in its tree is of the envelope that stands there and has its data,
// or was read there. In a list, others are left out.
func (t *table) nests(s int, err error) bool {
	var o occurrence
	ok := o.find(err)
	if !ok || o.id == ErrUnlisted {
		return ok && o.response != nil
	}
	e := t.lookup(o.id)
	return e != nil && t.complete(&o) && len(e.reads) > 0 && e.reads[0].envelope == t.schemas[s].part
}

// appendNested appends an error in the body of another: an empty object for one
// that cannot stand there.
func (t *table) appendNested(b []byte, s int, err error) []byte {
	var o occurrence
	o.find(err)
	switch {
	case !t.nests(s, err):
		return append(b, "{}"...)
	case o.id == ErrUnlisted:
		return append(b, o.response.Body...)
	}
	return t.appendBody(b, &o)
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

// withNested adds the errors in the data to the cause.
func (e *Error) withNested(cause error) error {
	row := catalog.lookup(e.id)
	if row == nil || e.data == nil {
		return cause
	}
	var all causes
	if cause != nil {
		all = append(all, cause)
	}
	for i := range row.params {
		if _, p := e.data.at(i); p != nil {
			all = appendErrors(all, reflect.ValueOf(p).Elem())
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

// appendErrors appends an error, or a list's.
func appendErrors(all causes, v reflect.Value) causes {
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
