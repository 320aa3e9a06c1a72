package golang

import (
	"reflect"
	"strings"
)

// lineWidth is about how long a composite literal on one line may be.
const lineWidth = 72

// fields writes a struct's braces and fields, but for those that are zero.
func (w *tableWriter) fields(v reflect.Value, index int) {
	given := w.given(v, index)
	if w.width(v) <= lineWidth || len(given) == 0 {
		w.add("{")
		for i, k := range given {
			if i > 0 {
				w.add(", ")
			}
			w.add(v.Type().Field(k).Name, ": ")
			w.value(v.Field(k), index)
		}
		w.add("}")
		return
	}
	w.add("{")
	w.indent++
	columns := w.columns(v, given, index)
	for i, k := range given {
		w.newLine()
		name := v.Type().Field(k).Name
		w.add(name, ":", strings.Repeat(" ", 1+columns[i]-len(name)))
		w.value(v.Field(k), index)
		w.add(",")
	}
	w.indent--
	w.newLine()
	w.add("}")
}

// given lists a struct's fields that are written. Of an entry that has a Go type of
// its own that is the type, or the function that makes its data, whatever is in the
// generator's.
func (w *tableWriter) given(v reflect.Value, index int) []int {
	var given []int
	for k := range v.NumField() {
		switch f := v.Field(k); {
		case f.Kind() == reflect.Interface || f.Kind() == reflect.Func:
			if e := w.catalog.Entries[index]; e.TypeName != "" && e.HasPresets() == (f.Kind() == reflect.Func) {
				given = append(given, k)
			}
		case f.Kind() == reflect.Slice && f.Len() == 0:
		case !f.IsZero():
			given = append(given, k)
		}
	}
	return given
}

// columns are for each of the given fields the length of the longest name that gofmt
// aligns with its own: of those around it up to the next whose value takes several
// lines, which stands alone.
func (w *tableWriter) columns(v reflect.Value, given []int, index int) []int {
	columns := make([]int, len(given))
	first := 0 // of the fields that are aligned
	for i, k := range given {
		columns[i] = len(v.Type().Field(k).Name)
		if w.breaks(v.Field(k), index) {
			first = i + 1
			continue
		}
		if i > first {
			columns[i] = max(columns[i], columns[i-1])
		}
		for j := first; j < i; j++ {
			columns[j] = columns[i]
		}
	}
	return columns
}

// elements writes a list's braces and elements, without their types.
func (w *tableWriter) elements(v reflect.Value) {
	lines := w.breaks(v, 0)
	w.add("{")
	if lines {
		w.indent++
	}
	for i := range v.Len() {
		switch {
		case lines:
			w.newLine()
		case i > 0:
			w.add(", ")
		}
		switch e := v.Index(i); e.Kind() {
		case reflect.Struct:
			w.fields(e, i)
		case reflect.Slice:
			w.elements(e)
		default:
			w.value(e, i)
		}
		if lines {
			w.add(",")
		}
	}
	if lines {
		w.indent--
		w.newLine()
	}
	w.add("}")
}

// gofmtWidth is the width beyond which gofmt takes a line for several.
const gofmtWidth = 1_000_000

// breaks reports whether a value takes several lines, or one that gofmt treats so.
func (w *tableWriter) breaks(v reflect.Value, index int) bool {
	switch v.Kind() {
	case reflect.Struct:
		return w.width(v) > lineWidth
	case reflect.Slice:
		return w.width(v) > lineWidth && w.sharedName(v) == ""
	case reflect.String:
		if v.Len() > gofmtWidth/10 { // escapes make it longer
			scratch := tableWriter{catalog: w.catalog}
			scratch.value(v, index)
			return len(scratch.text) > gofmtWidth
		}
	}
	return false
}

// width is about how long a value is if it is written on one line.
func (w *tableWriter) width(v reflect.Value) int {
	n := 0
	switch v.Kind() {
	case reflect.Struct:
		for i := 0; i < v.NumField() && n <= lineWidth; i++ {
			if f := v.Field(i); !f.IsZero() {
				n += len(v.Type().Field(i).Name) + len(": , ") + w.width(f)
			}
		}
	case reflect.Slice:
		for i := 0; i < v.Len() && n <= lineWidth; i++ {
			n += len("{}, ") + w.width(v.Index(i))
		}
	case reflect.String:
		n = v.Len() + len(`""`)
	case reflect.Func:
		n = lineWidth
	default:
		n = len("0")
	}
	return n
}

// add appends pieces of the text.
func (w *tableWriter) add(pieces ...string) {
	for _, p := range pieces {
		w.text = append(w.text, p...)
	}
}

// newLine begins a line.
func (w *tableWriter) newLine() {
	w.text = append(w.text, '\n')
	for range w.indent {
		w.text = append(w.text, '\t')
	}
}
