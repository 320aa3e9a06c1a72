package model

import (
	"cmp"
	"slices"
	"strings"
)

// telling are the names of fields that hold what an error says, the most telling
// first; docs/spec.md#text.
var telling = []string{"message", "detail", "details", "description", "errordescription", "msg", "title", "reason", "error"}

// TextFields are the fields of the envelope that hold a text which may be shown, the
// most telling first: by their names, then those of the body in wire order, then
// those of headers.
func (e *Envelope) TextFields() []*Field {
	var fields []*Field
	for _, f := range e.Fields {
		if f.Schema.Resolved().Kind == StringKind && !f.Sensitive {
			fields = append(fields, f)
		}
	}
	slices.SortStableFunc(fields, func(a, b *Field) int { return cmp.Compare(a.textRank(), b.textRank()) })
	return fields
}

// IsTelling reports whether the name of a field says that it tells what happened.
func (f *Field) IsTelling() bool { return f.textRank() < len(telling) }

// IsMessage reports whether the name of a field says that people read it: "reason" and
// "error" often hold words for programs.
func (f *Field) IsMessage() bool { return f.textRank() < slices.Index(telling, "reason") }

// textRank is the place of a field among those that hold a text. What a header says
// is less than what the body does, whatever its name.
func (f *Field) textRank() int {
	if f.Header {
		return len(telling) + 1
	}
	name := strings.ToLower(strings.NewReplacer("_", "", "-", "", " ", "", ".", "").Replace(f.Name))
	if i := slices.Index(telling, name); i >= 0 {
		return i
	}
	return len(telling)
}
