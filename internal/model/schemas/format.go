package schemas

import (
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// numericFormats are the formats of numbers, with whether they are for integers
// alone. Those of strings are open: an unknown one is an annotation, as in JSON
// Schema.
var numericFormats = map[string]bool{
	"int8": true, "int16": true, "int32": true, "int64": true,
	"uint8": true, "uint16": true, "uint32": true, "uint64": true,
	"float": false, "double": false, "decimal": false,
	"seconds": false, "milliseconds": false, "unix-time": false,
}

// checkFormat reports a format that does not go with the type.
func (b *builder) checkFormat() {
	f, kind := b.n.Format, b.s.Kind
	wholeOnly, numeric := numericFormats[f.S]
	switch {
	case kind == model.StringKind && numeric:
		b.r.Reportf(f.Pos, diag.BadFormat, "say `type: integer` or `type: number`, or another format", "`%s` is a format of numbers, not of texts", f.S)
	case kind == model.NumberKind && numeric && wholeOnly:
		b.r.Reportf(f.Pos, diag.BadFormat, "say `type: integer`", "`%s` is a format of integers", f.S)
	case (kind == model.IntegerKind || kind == model.NumberKind) && !numeric:
		names := []string{"int32", "int64", "uint64", "seconds", "milliseconds", "unix-time", "float", "double"}
		b.r.Reportf(f.Pos, diag.BadFormat, b.r.DidYouMean(f.S, names, "use int32, int64, uint64, seconds, milliseconds or unix-time"), "%s is no format of numbers", diag.Quote(f.S))
	}
}
