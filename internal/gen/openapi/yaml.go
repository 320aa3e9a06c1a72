package openapi

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// A yamlWriter writes YAML block collections in the order in which it is called.
// It stands in for an encoder over maps, which would sort the members, and
// quotes for YAML 1.1 readers too; see appendString.
type yamlWriter struct {
	buf   []byte
	depth int
	after bool // a dash has just been written: the next key or dash follows it
}

// maxKey is the length in characters up to which YAML lets a key stand without
// a question mark (YAML 1.2 section 7.4.2), less a margin.
const maxKey = 1000

// begin starts a line, or goes on behind a dash.
func (w *yamlWriter) begin() {
	if w.after {
		w.after = false
		return
	}
	for range w.depth {
		w.buf = append(w.buf, "  "...)
	}
}

// key writes a member's key; what follows is its value.
func (w *yamlWriter) key(name string) {
	w.begin()
	start := len(w.buf)
	w.buf = appendString(w.buf, name)
	if utf8.RuneCount(w.buf[start:]) <= maxKey {
		w.buf = append(w.buf, ':')
		return
	}
	w.buf = slices.Insert(w.buf, start, '?', ' ')
	w.buf = append(w.buf, '\n')
	w.begin()
	w.buf = append(w.buf, ':')
}

// nested writes a key and, below it, what f writes.
func (w *yamlWriter) nested(name string, f func()) {
	w.key(name)
	w.buf = append(w.buf, '\n')
	w.depth++
	f()
	w.depth--
}

// item writes an element of a sequence: a dash and what f writes.
func (w *yamlWriter) item(f func()) {
	w.begin()
	w.buf = append(w.buf, "- "...)
	w.after = true
	w.depth++
	f()
	w.depth--
	w.after = false
}

// raw writes a member whose value is already YAML.
func (w *yamlWriter) raw(name, value string) {
	w.key(name)
	w.buf = append(append(append(w.buf, ' '), value...), '\n')
}

// text writes a member that is a string: a literal block where it has lines.
func (w *yamlWriter) text(name, s string) {
	w.key(name)
	w.buf = append(w.buf, ' ')
	if !isBlock(s) {
		w.buf = append(appendString(w.buf, s), '\n')
		return
	}
	lines, ended := strings.CutSuffix(s, "\n")
	if ended {
		w.buf = append(w.buf, "|\n"...)
	} else {
		w.buf = append(w.buf, "|-\n"...)
	}
	w.depth++
	for line := range strings.SplitSeq(lines, "\n") {
		if line != "" {
			w.begin()
			w.buf = append(w.buf, line...)
		}
		w.buf = append(w.buf, '\n')
	}
	w.depth--
}

// optionalText is text unless there is none.
func (w *yamlWriter) optionalText(name, s string) {
	if s != "" {
		w.text(name, s)
	}
}

// flag writes a member that is true; nothing if it is not.
func (w *yamlWriter) flag(name string, on bool) {
	if on {
		w.raw(name, "true")
	}
}

// texts writes a member that is a list of strings; nothing if it is empty.
func (w *yamlWriter) texts(name string, list []string) {
	if len(list) == 0 {
		return
	}
	w.nested(name, func() {
		for _, s := range list {
			w.item(func() { w.scalarLine(model.Value{Kind: model.StringValue, Text: s}) })
		}
	})
}

// member writes a member that is a JSON value.
func (w *yamlWriter) member(name string, v model.Value) {
	if isScalar(v) {
		if v.Kind == model.StringValue {
			w.text(name, v.Text)
			return
		}
		w.key(name)
		w.buf = append(w.buf, ' ')
		w.scalarLine(v)
		return
	}
	w.nested(name, func() { w.collection(v) })
}

// collection writes the elements or members of a value.
func (w *yamlWriter) collection(v model.Value) {
	for _, item := range v.Items {
		w.item(func() {
			if isScalar(item) {
				w.scalarLine(item)
			} else {
				w.collection(item)
			}
		})
	}
	for _, m := range v.Members {
		w.member(m.Name, m.Value)
	}
}

// isScalar reports whether a value is written on the line of its key: it is a
// scalar, or an empty collection.
func isScalar(v model.Value) bool { return len(v.Items) == 0 && len(v.Members) == 0 }

// scalarLine writes a scalar value and ends the line.
func (w *yamlWriter) scalarLine(v model.Value) {
	w.after = false
	switch v.Kind {
	case model.NullValue:
		w.buf = append(w.buf, "null"...)
	case model.BoolValue:
		if v.Bool {
			w.buf = append(w.buf, "true"...)
		} else {
			w.buf = append(w.buf, "false"...)
		}
	case model.NumberValue:
		w.buf = append(w.buf, numberText(v.Text)...)
	case model.StringValue:
		w.buf = appendString(w.buf, v.Text)
	case model.ArrayValue:
		w.buf = append(w.buf, "[]"...)
	case model.ObjectValue:
		w.buf = append(w.buf, "{}"...)
	}
	w.buf = append(w.buf, '\n')
}
