package errgen

import (
	"errors"
	"reflect"
	"slices"
)

// MaxTree is how many errors of a tree are looked at. One that contains itself has
// no end.
const MaxTree = 1 << 14

// Search is a search for the first error of a catalog in a tree.
type Search struct {
	Space  Occurrence // of what is found, if it is not of the package's type Error
	Looked int        // at how many errors
	Joined bool       // others may stand beside it
}

// Hooks are what a catalog's package tells of its types.
type Hooks interface {
	// Read is err itself, without what it wraps, as an error of the catalog; the
	// zero Occurrence if it is none.
	Read(err error) Occurrence

	// Make makes an error of the package's type with space for what it was decoded
	// from, and what is in it.
	Make() Made

	// Unlisted is the package's type of the data of row Unlisted.
	Unlisted(u *UnlistedData) any

	// Scalar is what a pointer to a union of scalar types points to; nil for any other.
	Scalar(pointer any) *Scalar
}

// Made is an error of a package's own type, and where its parts are.
type Made struct {
	Err        error
	Occurrence *Occurrence // of Err
	Response   *Response   // beside it, not yet in it
}

// find is the first error of the catalog in err's tree, in the order of errors.As,
// the zero Occurrence if there is none.
func (t *Table) find(err error) (found Occurrence) {
	t.each(err, func(o Occurrence) bool {
		found = o
		return false
	})
	return found
}

// Names are the names of the catalog's outermost errors in err's tree, or that of the
// fallback, as which an error of no catalog is written.
func (t *Table) Names(err error) (names []string) {
	t.each(err, func(o Occurrence) bool {
		names = append(names, t.Name(o.Row))
		return true
	})
	if names == nil && t.Fallback != 0 {
		names = []string{t.Name(t.Fallback)}
	}
	return names
}

// each calls do for the outermost errors of the catalog in err's tree, as long as it
// returns true.
func (t *Table) each(err error, do func(o Occurrence) bool) {
	left := MaxTree
	t.eachOf(err, do, &left)
}

func (t *Table) eachOf(err error, do func(o Occurrence) bool, left *int) bool {
	if *left--; err == nil || *left < 0 {
		return *left >= 0
	}
	if o := t.Hooks.Read(err); o.Row != 0 {
		return do(o)
	}
	switch e := any(err).(type) {
	case PanicError: // written as the fallback, whatever its value is
	case interface{ Unwrap() error }:
		return t.eachOf(e.Unwrap(), do, left)
	case interface{ Unwrap() []error }:
		for _, inner := range e.Unwrap() {
			if !t.eachOf(inner, do, left) {
				return false
			}
		}
	}
	return true
}

// withNested adds the errors in the data to the cause, but for those that contain
// the data themselves: who walks the tree would never end.
func (t *Table) withNested(o *Occurrence) error {
	var all []error
	if o.Cause != nil {
		all = append(all, o.Cause)
	}
	holds := t.lookup(o.Row).holdsErrors() // else the data is in none; that without fields is the same everywhere
	for _, inner := range t.nestedIn(o) {
		walk := treeWalk{t: t, data: o.Data, seen: map[any]bool{}, left: MaxTree}
		if !holds || !walk.finds(inner) {
			all = append(all, inner)
		}
	}
	if len(all) == 1 {
		return all[0]
	}
	return errors.Join(all...)
}

// treeWalk looks for data among the errors of a tree, at as many as are left.
type treeWalk struct {
	t    *Table
	data any
	seen map[any]bool
	left int
}

// finds reports whether the data is that of an error in err's tree, or may be, since
// the tree has no end.
func (w *treeWalk) finds(err error) bool {
	if w.left--; w.left < 0 {
		return true
	}
	if err == nil {
		return false
	}
	if o := w.t.Hooks.Read(err); o.Row != 0 {
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

// findsIn is finds for an error of the catalog, in whose data others stand.
func (w *treeWalk) findsIn(o *Occurrence) bool {
	switch {
	case o.Data == nil: // decoded, and so without itself
	case o.Data == w.data:
		return true
	case w.seen[o.Data]:
		return false
	}
	w.seen[o.Data] = true
	return w.finds(o.Cause) || slices.ContainsFunc(w.t.nestedIn(o), w.finds)
}

// nestedIn are the errors in the data of an occurrence, and those beside it.
func (t *Table) nestedIn(o *Occurrence) []error {
	e := t.lookup(o.Row)
	if o.Data == nil || !e.holdsErrors() {
		return o.within
	}
	all := slices.Clone(o.within)
	data := fields(o.Data)
	for i := range e.Params {
		if t.Nests(e.Params[i].Schema) {
			all = appendErrors(all, data.Field(i))
		}
	}
	return all
}

// Nests reports whether values of a schema are errors, or lists of them. A type may be a
// list of itself: then it never comes to what is none.
func (t *Table) Nests(s int) bool {
	sc := &t.Schemas[s]
	for n := 0; sc.Kind == ArraySchema && n < len(t.Schemas); n++ {
		sc = &t.Schemas[sc.Items]
	}
	return sc.Kind == ErrorSchema
}

// appendErrors appends an error, or those of a list, be it of lists.
func appendErrors(all []error, v reflect.Value) []error {
	if v.Kind() == reflect.Slice {
		for i := 0; i < v.Len(); i++ {
			all = appendErrors(all, v.Index(i))
		}
		return all
	}
	if err := errorOf(v); err != nil {
		all = append(all, err)
	}
	return all
}
