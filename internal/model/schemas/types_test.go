package schemas

import (
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/modeltest"
)

// showType is a Go type of a catalog: its name and what it is made of.
func showType(t *model.Type) string {
	s := t.GoName + " "
	switch t.Schema.Kind {
	case model.ObjectKind:
		var fields []string
		for _, p := range t.Schema.Properties {
			fields = append(fields, p.GoName+" "+modeltest.Go(p.Go))
		}
		if t.More != "" {
			fields = append(fields, t.More+" map[string]"+modeltest.Go(t.Schema.Additional.Go))
		}
		return s + "{" + strings.Join(fields, "; ") + "}"
	case model.UnionKind, model.OneOfKind:
		var alternatives []string
		for _, a := range t.Alternatives {
			alternatives = append(alternatives, strings.TrimSpace(a.GoName+" "+a.NewFunc)+" "+modeltest.Go(a.Go))
		}
		return s + "<" + strings.Join(alternatives, "; ") + ">"
	case model.ArrayKind:
		return s + "[]" + modeltest.Go(t.Schema.Items.Go)
	case model.MapKind:
		return s + "map[string]" + modeltest.Go(t.Schema.Additional.Go)
	}
	var constants []string
	for _, c := range t.Constants {
		constants = append(constants, c.GoName+"="+c.Value)
	}
	return s + "string " + strings.Join(constants, " ")
}

// TestTypes: which schemas have Go types of their own, and what they are called.
func TestTypes(t *testing.T) {
	for _, tt := range []struct{ name, types, leaf, want string }{
		{"an enum has constants", "S: {type: string, enum: [a-b, '1', {value: '', go: {name: Empty}}, x]}", "{$ref: S}", "S string SAB=a-b S1=1 SEmpty= SX=x"},
		{"scalars have none", "S: {type: string, maxLength: 5}", "{$ref: S}", ""},
		{"inline enums have none", "", "{enum: [a, b]}", ""},
		{"an object", "O: {properties: {a_id: {type: integer}, b: {type: string, optional: true}, c: {type: [string, 'null']}, d: {type: [string, 'null'], optional: true}}}", "{$ref: O}",
			"O {AID int64; B *string; C *string; D **string}"},
		{"inline objects in named ones", "O: {properties: {in: {properties: {x: {type: string}}, optional: true}}}", "{$ref: O}", "O {In *OIn} OIn {X string}"},
		{"lists and maps of inline objects", "", "{type: array, items: {type: object, additionalProperties: {properties: {x: {type: boolean}}}}}", "ELeafItemValue {X bool}"},
		{"a named list and a named map", "L: {type: array, items: {type: string}}\n  M: {additionalProperties: {$ref: L}}", "{$ref: M}", "L []string M map[string]L"},
		{"a union", "U: {type: [string, integer, 'null']}", "{$ref: U}", "U <AsString UString string; AsInteger UInteger int64>"},
		{"an inline union", "", "{type: array, items: {type: [boolean, number]}}", "ELeafItem <AsBoolean ELeafItemBoolean bool; AsNumber ELeafItemNumber float64>"},
		{"a oneOf", "", "{oneOf: [{type: string}, {type: array, items: {properties: {x: {type: string}}}}, {properties: {y: {type: string}}}]}",
			"ELeaf <String *string; List []ELeafItem; Object *ELeafObject> ELeafItem {X string} ELeafObject {Y string}"},
		{"null among alternatives", "O: {properties: {x: {type: string}}}", "{oneOf: [{$ref: O}, {type: 'null'}]}", "O {X string}"},
		{"recursion", "T: {properties: {t: {$ref: T, optional: true}, ts: {type: array, items: {$ref: T}}}}", "{$ref: T}", "T {T *T; Ts []T}"},
		{"further members", "O: {properties: {x: {type: string}}, additionalProperties: {type: integer}}", "{$ref: O}", "O {X string; Additional map[string]int64}"},
		{"an alias is what it names", "A: {$ref: O}\n  O: {properties: {x: {type: string}}}", "{$ref: A}", "O {X string}"},
		{"go names", "O: {go: {name: Obj}, properties: {x: {type: string, go: {name: Ex}}}}", "{$ref: O}", "Obj {Ex string}"},
		{"formats", "O: {properties: {a: {type: integer, format: int32}, b: {type: integer, format: uint64}, c: {type: string, format: byte}, d: {type: number, format: seconds}, e: {type: integer, format: unix-time}}}",
			"{$ref: O}", "O {A int32; B uint64; C []byte; D time.Duration; E time.Time}"},
		{"lower case names are exported", "place_of: {properties: {x: {type: string}}}", "{$ref: place_of}", "PlaceOf {X string}"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := newBench(t, tt.types, map[string]string{"leaf": tt.leaf})
			b.leaf("leaf")
			var got []string
			for _, ty := range b.Types() {
				got = append(got, showType(ty))
			}
			if b.found.Len() > 0 {
				t.Error(b.codes())
			}
			if strings.Join(got, " ") != tt.want {
				t.Errorf("got  %s\nwant %s", strings.Join(got, " "), tt.want)
			}
		})
	}
}

// TestRefinedTypes: what a param's declaration makes of its field's Go type.
func TestRefinedTypes(t *testing.T) {
	for _, tt := range []struct{ name, leaf, param, want string }{
		{"prose changes nothing", "{$ref: Size}", "{example: small}", "Size"},
		{"bounds change nothing", "{type: integer}", "{minimum: 1}", "int64"},
		{"an enum of an enum type", "{$ref: Size}", "{enum: [small]}", "Size"},
		{"a number as an integer", "{type: number}", "{type: integer}", "int64"},
		{"null taken away", "{type: [string, 'null']}", "{type: string}", "string"},
		{"one of a union", "{type: [string, integer]}", "{type: integer}", "int64"},
		{"an alternative", "{oneOf: [{type: string}, {type: array, items: {type: integer}}]}", "{type: array}", "[]int64"},
		{"an alternative by its keywords", "{oneOf: [{type: string}, {type: array, items: {type: integer}}]}", "{minItems: 1}", "[]int64"},
		{"any value as an object", "{}", "{properties: {x: {type: string}}}", "AF"},
		{"a map as an object", "{type: object}", "{properties: {x: {type: string}}}", "AF"},
		{"a format", "{type: integer}", "{format: seconds}", "time.Duration"},
		{"a pattern within a pattern", "{type: string, pattern: '[0-9]{5}'}", "{pattern: '404[0-9]{2}'}", "string"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := newBench(t, "Size: {type: string, enum: [small, large]}", map[string]string{"leaf": tt.leaf, "param": tt.param})
			s := b.Refine(b.leaves["param"], Site{GoName: "AF", What: "param", Keys: ParamKeys}, b.leaf("leaf"))
			if got := modeltest.Go(MayBeAbsent(s, false)); got != tt.want || b.found.Len() > 0 {
				t.Errorf("got %s, want %s; %s", got, tt.want, b.codes())
			}
		})
	}
}
