package golang

import (
	"slices"
	"strconv"

	"github.com/seed-1b9d9f04/errgen/internal/lower"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/templates/errgen"
)

// tableFile has the table from which the engine works, as a composite literal, and the
// methods by which the package knows its data types. The compiler lays it out; nothing
// of it is made when the program starts.
//
//	// catalog is what the engine knows of the errors.
//	var catalog = errgen.Table{
//		Package:  "axway",
//		Fallback: rowInternal,
//		Entries: []errgen.Entry{
//			{
//				Name:   "CaseClosed",
//				Parent: rowAccessDenied,
//				Status: status403,
//				Body: errgen.Program{
//					{Literal: `{"code":"ACCESS_DENIED","message":"The case has been closed for more than `, Op: errgen.OpString},
//					{Literal: ` days."}`},
//				},
//				Data: (*CaseClosedError)(nil),
//			},
//		},
//	}
func tableFile(c *model.Catalog, program *lower.Program, engine string) *source {
	w := &tableWriter{catalog: c, table: program.Table, shared: sharedOf(program.Table)}
	return &source{name: "table.go", pieces: []piece{
		head(c, nil, append(when(slices.ContainsFunc(c.Entries, (*model.Entry).IsSensitive), "log/slog"), engine)...),
		func() ([]byte, error) { return w.rows(), nil },
		func() ([]byte, error) { return w.declaration(), nil },
		func() ([]byte, error) { return w.shared.declare(w), nil },
		func() ([]byte, error) { return methods(c), nil },
	}}
}

// A tableWriter writes the engine's table of a catalog as Go.
type tableWriter struct {
	catalog *model.Catalog
	table   *errgen.Table
	shared  sharedLists
}

// rowName is the constant that numbers an entry's row.
func rowName(e *model.Entry) string { return "row" + e.Const[len("Err"):] }

// rows declares the constants that number the rows.
//
//	// The rows of the table.
//	const (
//		rowAccessDenied = errgen.First + iota
//		rowCaseClosed
//	)
func (w *tableWriter) rows() []byte {
	if len(w.catalog.Entries) == 0 {
		return nil
	}
	b := []byte("// The rows of the table.\nconst (\n")
	for i, e := range w.catalog.Entries {
		b = append(append(b, '\t'), rowName(e)...)
		if i == 0 {
			b = append(b, " = errgen.First + iota"...)
		}
		b = append(b, '\n')
	}
	return append(b, ")\n"...)
}

// row is the constant of a row; the zero literal for none.
func (w *tableWriter) row(row errgen.Row) literal {
	if row < errgen.First {
		return literal{}
	}
	return atom(rowName(w.catalog.Entries[row-errgen.First]))
}

// declaration declares the table. Its entries are written one by one: they are most
// of it.
func (w *tableWriter) declaration() []byte {
	t := w.table
	b := []byte("// catalog is what the engine knows of the errors.\nvar catalog = errgen.Table{\n")
	for _, f := range []field{
		{"Package", str(t.Package)},
		{"Fallback", w.row(t.Fallback)},
		{"Hooks", atom("hooks{}")},
		{"Compile", w.compile()},
		{"Envelopes", list("[]errgen.Envelope", t.Envelopes, w.envelope)},
		{"Schemas", list("[]errgen.Schema", t.Schemas, schema)},
		{"Exchange", list("[]errgen.Param", t.Exchange, param)},
	} {
		if f.value.isZero() {
			continue
		}
		b = append(append(append(b, "\n\t"...), f.name...), ": "...)
		b = append(f.value.append(b, 1), ",\n"...)
	}
	b = w.entries(b)
	b = append(b, "\n\tIndex: []uint16{\n"...)
	return append(appendIndex(b, t.Index), "\t},\n}\n"...)
}

// entries appends the rows, if there are any.
func (w *tableWriter) entries(b []byte) []byte {
	if len(w.table.Entries) == 0 {
		return b
	}
	b = append(b, "\n\tEntries: []errgen.Entry{\n"...)
	for i := range w.table.Entries {
		e := w.entry(w.catalog.Entries[i], &w.table.Entries[i])
		b = append(append(e.append(append(b, "\t\t"...), 2), ','), '\n')
	}
	return append(b, "\t},\n"...)
}

// compile is the function that compiles expressions, if a text takes one.
func (w *tableWriter) compile() literal {
	if lower.NeedsRegexp(w.table) {
		return atom("compile")
	}
	return literal{}
}

// appendIndex appends numbers, several on a line.
func appendIndex(b []byte, index []uint16) []byte {
	for i, n := range index {
		switch {
		case i%16 == 0:
			b = append(b, "\t\t"...)
		default:
			b = append(b, ' ')
		}
		b = append(strconv.AppendUint(b, uint64(n), 10), ',')
		if i%16 == 15 || i == len(index)-1 {
			b = append(b, '\n')
		}
	}
	return b
}

func (w *tableWriter) entry(m *model.Entry, e *errgen.Entry) literal {
	data, preset := literal{}, literal{}
	switch {
	case m.TypeName != "" && m.HasPresets():
		preset = atom(presetFunc(m))
	case m.TypeName != "":
		data = atom("(*" + m.TypeName + ")(nil)")
	}
	return record("",
		field{"Name", str(e.Name)},
		field{"Code", str(e.Code)},
		field{"Parent", w.row(e.Parent)},
		field{"Traits", flags(traitNames, e.Traits)},
		field{"Status", w.status(e.Status)},
		field{"Body", programOf(e.Body)},
		field{"Fixed", bytesOf(e.Fixed)},
		field{"Text", programOf(e.Text)},
		field{"Headers", list("[]errgen.Line", e.Headers, line)},
		field{"Params", list("[]errgen.Param", e.Params, param)},
		field{"Reads", w.reads(e.Reads)},
		field{"DocURL", str(e.DocURL)},
		field{"Data", data},
		field{"Preset", preset},
		field{"Close", number(e.Close)},
		field{"Reason", programOf(e.Reason)},
		field{"Causes", list("[]errgen.Fact", e.Causes, fact)})
}

func (w *tableWriter) envelope(e *errgen.Envelope) literal {
	return record("",
		field{"Name", str(e.Name)},
		field{"Kind", one(bodyNames, e.Kind)},
		field{"Media", str(e.Media)},
		field{"ContentType", texts(e.ContentType)},
		field{"Status", spans(e.Status)},
		field{"Root", nodeOf("errgen.Node", &e.Root)},
		field{"Headers", list("[]errgen.Node", e.Headers, node)},
		field{"Slots", number(e.Slots)},
		field{"Part", yes(e.Part)},
		field{"List", yes(e.List)},
		field{"Nests", yes(e.Nests)},
		field{"Hides", yes(e.Hides)},
		field{"HidesCode", yes(e.HidesCode)},
		field{"Codes", list("[]errgen.CodeRow", e.Codes, func(c *errgen.CodeRow) literal {
			return record("", field{"Code", str(c.Code)}, field{"Row", w.row(c.Row)})
		})},
		field{"Others", list("[]errgen.Row", e.Others, func(r *errgen.Row) literal { return w.row(*r) })},
		field{"Texts", list("[]errgen.TextSlot", e.Texts, func(t *errgen.TextSlot) literal {
			return record("", field{"Name", str(t.Name)}, field{"Slot", number(t.Slot)})
		})})
}
