package lower

import (
	"fmt"
	"reflect"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/templates/errgen"
)

func TestScalarSchemas(t *testing.T) {
	none, two, nine := 0, 2, 9
	for name, c := range map[string]struct {
		schema model.Schema
		want   errgen.Schema
	}{
		"string":   {model.Schema{Kind: model.StringKind, MinLength: &two, MaxLength: &nine, Pattern: "a", Format: "date"}, errgen.Schema{Kind: errgen.StringSchema, MinLen: 2, MaxLen: 9, Pattern: "a", Format: "date"}},
		"nothing":  {model.Schema{Kind: model.StringKind, MaxLength: &none}, errgen.Schema{Kind: errgen.StringSchema, Enum: []string{""}}},
		"listed":   {model.Schema{Kind: model.StringKind, MaxLength: &none, Enum: []model.Value{{Kind: model.StringValue}}}, errgen.Schema{Kind: errgen.StringSchema, Enum: []string{""}}},
		"bytes":    {model.Schema{Kind: model.StringKind, Format: "byte"}, errgen.Schema{Kind: errgen.BytesSchema, Format: "byte"}},
		"bounds":   {model.Schema{Kind: model.NumberKind, Minimum: "1", Maximum: "2", ExclMinimum: "3", ExclMaximum: "4"}, errgen.Schema{Kind: errgen.NumberSchema, Min: "1", Max: "2", Above: "3", Below: "4"}},
		"int32":    {model.Schema{Kind: model.IntegerKind, Format: "int32", Nullable: true}, errgen.Schema{Kind: errgen.IntegerSchema, Format: "int32", Null: true}},
		"unknown":  {model.Schema{Kind: model.StringKind, Format: "time"}, errgen.Schema{Kind: errgen.StringSchema}},
		"double":   {model.Schema{Kind: model.NumberKind, Format: "double"}, errgen.Schema{Kind: errgen.NumberSchema}},
		"seconds":  {model.Schema{Kind: model.IntegerKind, Format: "seconds"}, errgen.Schema{Kind: errgen.SecondsSchema, Types: errgen.IntegerType}},
		"millis":   {model.Schema{Kind: model.NumberKind, Format: "milliseconds"}, errgen.Schema{Kind: errgen.MillisSchema, Types: errgen.NumberType}},
		"time":     {model.Schema{Kind: model.IntegerKind, Format: "unix-time"}, errgen.Schema{Kind: errgen.UnixSchema, Types: errgen.IntegerType}},
		"boolean":  {model.Schema{Kind: model.BooleanKind}, errgen.Schema{Kind: errgen.BoolSchema}},
		"null":     {model.Schema{Kind: model.NullKind}, errgen.Schema{Kind: errgen.NullSchema, Null: true}},
		"any":      {model.Schema{Kind: model.AnyKind}, errgen.Schema{}},
		"union":    {model.Schema{Kind: model.UnionKind, Union: []model.Kind{model.StringKind, model.NullKind, model.BooleanKind}}, errgen.Schema{Kind: errgen.UnionSchema, Types: errgen.StringType | errgen.NullType | errgen.BoolType}},
		"enum":     {model.Schema{Kind: model.StringKind, Enum: []model.Value{{Kind: model.StringValue, Text: `a"`}, {Kind: model.NumberValue, Text: "5"}}}, errgen.Schema{Kind: errgen.StringSchema, Enum: []string{`a"`, "5"}}},
		"constant": {model.Schema{Kind: model.BooleanKind, Const: &model.Value{Kind: model.BoolValue, Bool: true}}, errgen.Schema{Kind: errgen.BoolSchema, Enum: []string{"true"}}},
	} {
		if got := schemaRow(&c.schema); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}

// showSchema is a schema with those in it, of which one that is open is "...".
func showSchema(table *errgen.Table, s int, open map[int]bool) string {
	if open[s] {
		return "..."
	}
	open[s] = true
	defer delete(open, s)
	row := &table.Schemas[s]
	null := ""
	if row.Null {
		null = "?"
	}
	members := ""
	for _, m := range row.Members {
		if members += m.Name; m.Optional {
			members += "?"
		}
		members += showSchema(table, m.Schema, open) + " "
	}
	switch row.Kind {
	case errgen.ArraySchema:
		return null + "[" + showSchema(table, row.Items, open) + "]"
	case errgen.MapSchema:
		return null + "map " + showSchema(table, row.Items, open)
	case errgen.ErrorSchema:
		return null + fmt.Sprint("error ", row.Part)
	case errgen.ObjectSchema:
		if row.Open {
			members += "+" + showSchema(table, row.Items, open)
		}
		return null + "{" + members + "}"
	case errgen.OneOfSchema:
		return null + "(" + members + ")"
	}
	return null + fmt.Sprint(":", row.Kind)
}

func TestSchemasWithParts(t *testing.T) {
	types := map[string]string{
		"List":  "{type: array, items: {type: integer}}",
		"Any":   "{type: array}",
		"Map":   "{additionalProperties: {type: string}}",
		"Tree":  "{properties: {name: {type: string}, below: {type: array, items: {$ref: Tree}, optional: true}}}",
		"Open":  "{properties: {a: {type: string}}, additionalProperties: {type: integer}}",
		"One":   "{oneOf: [{type: string}, {type: array, items: {$ref: Tree}}]}",
		"Maybe": "{type: [array, 'null'], items: {type: string}}",
		"Cause": "{errorOf: Part}",
		"Alias": "{$ref: Tree}",
	}
	catalog := "types:\n"
	for name, schema := range types {
		if name != "Cause" && name != "Alias" {
			catalog += "  " + name + ": " + schema + "\n"
		}
	}
	catalog += "envelopes:\n  P: {body: {properties: {text: {type: string}, all: {}"
	for name, schema := range types {
		if name != "Cause" && name != "Alias" {
			schema = "{$ref: " + name + "}"
		}
		catalog += ", p" + name + ": " + schema
	}
	catalog += "}}}\n  Part: {part: true, body: {properties: {code: {type: string}}}}\nerrors:\n  E: {envelope: P, status: 400, fields: {text: x}}\n  C: {envelope: Part, code: C}\n"
	p := lowered(t, catalog)
	want := map[string]string{
		"pList": "[:2]", "pAny": "[:0]", "pMap": "map :1", "pTree": "{name:1 below?[...] }", "pOpen": "{a:1 +:2}", "pOne": "(?:1 ?[{name:1 below?[...] }] )",
		"pMaybe": "?[:1]", "pCause": "error 1", "pAlias": "{name:1 below?[...] }",
	}
	for _, param := range p.Table.Entries[0].Params {
		if w, ok := want[param.Name]; ok {
			if got := showSchema(p.Table, param.Schema, map[int]bool{}); got != w {
				t.Errorf("%s is %s, want %s", param.Name, got, w)
			}
			delete(want, param.Name)
		}
	}
	if len(want) > 0 {
		t.Errorf("the entry has no params %v", want)
	}
}

// TestSchemasAreShared: schemas that say the same are one row, so that params of the
// same values are known by one comparison.
func TestSchemasAreShared(t *testing.T) {
	l := &lowerer{schemas: map[*model.Schema]int{}, scalars: map[string]int{}}
	named := &model.Schema{Kind: model.StringKind, Pattern: "a"}
	ref := &model.Schema{Kind: model.RefKind, Ref: &model.Type{Schema: named}}
	nullable := &model.Schema{Kind: model.RefKind, Nullable: true, Ref: &model.Type{Schema: named}}
	list := func() *model.Schema { return &model.Schema{Kind: model.ArrayKind, Items: named} }
	first := list()
	rows := []int{
		l.schema(named), l.schema(&model.Schema{Kind: model.StringKind, Pattern: "a"}), l.schema(ref), l.schema(nullable), l.schema(nullable),
		l.schema(&model.Schema{Kind: model.StringKind, Pattern: "b"}), l.schema(first), l.schema(first), l.schema(list()),
	}
	if got, want := fmt.Sprint(rows), "[0 0 0 1 1 2 3 3 4]"; got != want {
		t.Errorf("they are the rows %s, want %s", got, want)
	}
	if !l.table.Schemas[1].Null || l.table.Schemas[0].Null || l.table.Schemas[1].Pattern != "a" {
		t.Errorf("%+v", l.table.Schemas)
	}
}
