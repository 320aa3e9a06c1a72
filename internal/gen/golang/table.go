package golang

import (
	"reflect"
	"strconv"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/templates/support"
)

// tableFile has the table from which the support code works: the value that
// package support lowers the catalog to, as a composite literal. The compiler
// lays it out; nothing of it is made when the program starts.
//
//	// catalog is what the support code knows of the errors.
//	var catalog = table{
//		name:     "axway",
//		fallback: ErrInternal,
//		entries: []entry{
//			{
//				name:   "CaseClosed",
//				parent: ErrAccessDenied,
//				status: status403,
//				body: program{
//					{literal: `{"code":"ACCESS_DENIED","message":"The case has been closed for more than `, op: opString},
//					{literal: ` days."}`},
//				},
//				data: (*CaseClosedError)(nil),
//			},
//		},
//	}
func tableFile(c *model.Catalog, program *support.Program) *source {
	return &source{name: "table.go", pieces: []piece{head(c, nil, false), func() ([]byte, error) {
		table := reflect.ValueOf(program.Table()).Elem()
		envelopes := table.FieldByName("envelopes")
		w := &tableWriter{catalog: c, envelopes: envelopes, shared: sharedOf(table.FieldByName("entries"), envelopes)}
		w.add("// catalog is what the support code knows of the errors.\nvar catalog = ")
		w.value(table, 0)
		w.add("\n")
		w.declareShared()
		return w.text, nil
	}}}
}

// A tableWriter writes values of the support code's types as Go, in the form
// that gofmt gives them: a table of thousands of rows takes the formatter, which
// measures every nested literal at every level, longer than all the rest of
// the package.
type tableWriter struct {
	catalog   *model.Catalog
	envelopes reflect.Value // the table's
	shared    sharedLists
	text      []byte
	indent    int
}

// idType is the type whose values are written as constants of the catalog's.
const idType = "ID"

// value writes a value. The index is that of the list's element in which it
// stands, which is what tells the entries apart.
func (w *tableWriter) value(v reflect.Value, index int) {
	switch v.Kind() {
	case reflect.Struct:
		w.add(v.Type().Name())
		w.fields(v, index)
	case reflect.Slice:
		if name := w.sharedName(v); name != "" {
			w.add(name)
			return
		}
		w.add(typeText(v.Type()))
		w.elements(v)
	case reflect.String:
		w.add(quote(v.String()))
	case reflect.Bool:
		w.add("true")
	case reflect.Interface:
		w.add("(*", w.catalog.Entries[index].TypeName, ")(nil)")
	case reflect.Func:
		w.add(presetFunc(w.catalog.Entries[index]))
	default:
		w.number(v)
	}
}

// typeText is a type of the support code as it is written.
func typeText(t reflect.Type) string {
	if t.Kind() == reflect.Slice && t.Name() == "" {
		return "[]" + typeText(t.Elem())
	}
	return t.Name()
}

// number writes an integer, by the names of constants if its type has some.
func (w *tableWriter) number(v reflect.Value) {
	n := int64(0)
	if v.CanUint() {
		n = int64(v.Uint())
	} else {
		n = v.Int()
	}
	if v.Type().Name() == idType {
		w.add(w.id(n))
		return
	}
	names := constantNames(v.Type().Name(), n)
	for i, name := range names {
		if i > 0 {
			w.add(" | ")
		}
		w.add(name)
	}
	if names == nil {
		w.text = strconv.AppendInt(w.text, n, 10)
	}
}

// id is the constant of an ID.
func (w *tableWriter) id(n int64) string {
	switch first := int64(support.ErrUnexpectedResponse) + 1; {
	case n >= first:
		return w.catalog.Entries[n-first].Const
	case n == int64(support.ErrUnexpectedResponse):
		return unexpectedID
	case n == int64(support.ErrUnlisted):
		return unlistedID
	}
	return "0"
}
