package schemas

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/modeltest"
)

// found are the codes of what was found, sorted; "" if nothing was.
func (b *bench) sorted() string {
	codes := strings.Fields(b.codes())
	slices.Sort(codes)
	return strings.Join(codes, " ")
}

// types are what the tables refer to.
const types = `Size: {enum: [s, m, l]}
  Short: {type: string, maxLength: 3, description: Short., sensitive: true, example: ab}
  Point: {properties: {x: {type: integer}, y: {type: integer, optional: true}}}
  Points: {type: array, items: {$ref: Point}}
  Maybe: {type: [string, 'null'], enum: [a, b]}`

// TestSchemas: what a schema becomes, in the form of modeltest.Schema, or what is found.
func TestSchemas(t *testing.T) {
	for schema, want := range map[string]string{
		"{}":                               "any",
		"{type: string}":                   "string",
		"{type: [string, 'null']}":         "string|null",
		"{type: 'null'}":                   "null",
		"{type: ['null']}":                 "null",
		"{type: [string, integer]}":        "string|integer",
		"{type: [string, string]}":         "string",
		"{type: [number, 'null', string]}": "number|string|null",
		"{type: text}":                     "unknown-type",
		"{type: [array, string]}":          "type-union",
		"{type: [array, 'null']}":          "[any]|null",
		"{type: object}":                   "{*: any}",
		"{type: object, properties: {}}":   "{}",
		"{type: object, properties: {a: {type: string}, b: {type: integer, optional: true}}}": "{a: string, b?: integer}",
		"{properties: {a: {}}, additionalProperties: {type: string}}":                         "{a: any, *: string}",
		"{additionalProperties: {type: string}}":                                              "{*: string}",
		"{items: {type: string}}":                                                             "[string]",
		"{type: array}":                                                                       "[any]",
		"{const: 1}":                                                                          "integer const=1",
		"{const: '1'}":                                                                        `string const="1"`,
		"{const: [1]}":                                                                        "[any] const=[1]",
		"{const: {a: 1}}":                                                                     `{*: any} const={"a":1}`,
		"{const: {a: x}, additionalProperties: {type: string}}":                               `{*: string} const={"a":"x"}`,
		"{const: [x], type: array, items: {type: string}}":                                    `[string] const=["x"]`,
		"{const: 1, type: string}":                                                            `string const="1"`,
		"{const: x, type: integer}":                                                           "value-type",
		"{const: .inf}":                                                                       "value-type",
		"{enum: [a, b]}":                                                                      `string "a" "b"`,
		"{enum: [1, 2.5]}":                                                                    "number 1 2.5",
		"{enum: [2.5, 1]}":                                                                    "number 2.5 1",
		"{enum: [1, 2]}":                                                                      "integer 1 2",
		"{enum: [1, a]}":                                                                      `integer|string 1 "a"`,
		"{enum: [1, 2.5, a]}":                                                                 `number|string 1 2.5 "a"`,
		"{enum: [a, null]}":                                                                   `string|null "a"`,
		"{enum: [a, 'null']}":                                                                 `string "a" "null"`,
		"{enum: [1, null]}":                                                                   "integer|null 1",
		"{enum: [true, null]}":                                                                "boolean|null true",
		"{enum: [a, b], type: [string, 'null']}":                                              `string|null "a" "b"`,
		"{enum: [1, 2], type: string}":                                                        `string "1" "2"`,
		"{enum: [a, a]}":                                                                      "bad-enum",
		"{enum: [1, 1.0]}":                                                                    "bad-enum",
		"{enum: []}":                                                                          "bad-enum",
		"{enum: [[1]]}":                                                                       "bad-enum keyword-not-applicable",
		"{enum: [a], type: integer}":                                                          "value-type",
		"{enum: [a], type: array}":                                                            "keyword-not-applicable value-type",
		"{type: integer, minimum: 1, maximum: 2}":                                             "integer >=1 <=2",
		"{type: number, exclusiveMinimum: 1, exclusiveMaximum: 1.50}":                  "number >1 <1.5",
		"{type: integer, minimum: 1e999999}":                                           "value-type",
		"{type: integer, minimum: 2, maximum: 2}":                                      "integer >=2 <=2",
		"{type: integer, minimum: 3, maximum: 2}":                                      "empty-range",
		"{type: integer, minimum: -2, maximum: -3}":                                    "empty-range",
		"{type: integer, exclusiveMinimum: 2, maximum: 2}":                             "empty-range",
		"{type: integer, minimum: 2, exclusiveMaximum: 2}":                             "empty-range",
		"{type: integer, exclusiveMinimum: 1, exclusiveMaximum: 3}":                    "integer >1 <3",
		"{type: integer, maximum: -1}":                                                 "integer <=-1",
		"{type: integer, minimum: 1}":                                                  "integer >=1",
		"{type: string, minLength: 1, maxLength: 1}":                                   "string least=1 longest=1",
		"{type: string, minLength: 2, maxLength: 1}":                                   "empty-range",
		"{type: string, minLength: 2}":                                                 "string least=2",
		"{type: array, minItems: 1, maxItems: 1}":                                      "[any] fewest=1 most=1",
		"{type: array, minItems: 2, maxItems: 1}":                                      "empty-range",
		"{type: array, maxItems: 1}":                                                   "[any] most=1",
		"{type: string, pattern: '[a-z]'}":                                             "string /[a-z]/",
		"{type: string, pattern: '['}":                                                 "bad-pattern",
		"{type: string, format: uuid}":                                                 "string format=uuid",
		"{type: string, format: mine}":                                                 "string format=mine",
		"{type: string, format: int32}":                                                "bad-format",
		"{type: integer, format: int32}":                                               "integer format=int32",
		"{type: integer, format: seconds}":                                             "integer format=seconds",
		"{type: integer, format: uuid}":                                                "bad-format",
		"{type: number, format: seconds}":                                              "number format=seconds",
		"{type: number, format: decimal}":                                              "number format=decimal",
		"{type: number, format: double}":                                               "number format=double",
		"{type: number, format: int64}":                                                "bad-format",
		"{type: number, format: uuid}":                                                 "bad-format",
		"{type: [integer, string], format: uuid}":                                      "integer|string format=uuid",
		"{type: boolean, format: uuid}":                                                "keyword-not-applicable",
		"{type: string, minimum: 1}":                                                   "keyword-not-applicable",
		"{type: integer, maxLength: 1}":                                                "keyword-not-applicable",
		"{type: integer, pattern: '[0-9]'}":                                            "keyword-not-applicable",
		"{type: string, items: {}}":                                                    "keyword-not-applicable",
		"{type: string, minItems: 1}":                                                  "keyword-not-applicable",
		"{type: array, properties: {}}":                                                "keyword-not-applicable",
		"{type: array, additionalProperties: {}}":                                      "keyword-not-applicable",
		"{type: [integer, string], minimum: 1, maxLength: 1}":                          "integer|string >=1 longest=1",
		"{type: string, description: What it is., example: x, sensitive: true}":        `string (What it is.) example="x" sensitive`,
		"{type: integer, example: x}":                                                  "value-type",
		"{type: integer, minimum: 1, example: 0}":                                      "value-not-allowed",
		"{type: integer, example: null}":                                               "null-value",
		"{type: integer, example: ''}":                                                 "value-type",
		"{$ref: Size}":                                                                 "Size",
		"{$ref: Sizes}":                                                                "unknown-type",
		"{$ref: Short}":                                                                `string longest=3 (Short.) example="ab" sensitive`,
		"{$ref: Short, description: Other., example: x}":                               `string longest=3 (Other.) example="x" sensitive`,
		"{$ref: Short, maxLength: 2}":                                                  `string longest=2 (Short.) example="ab" sensitive`,
		"{$ref: Short, maxLength: 4}":                                                  "not-narrower",
		"{$ref: Short, type: [string, 'null']}":                                        "not-narrower",
		"{$ref: Short, type: 'null'}":                                                  `string|null longest=3 (Short.) example="ab" sensitive`,
		"{$ref: Point, type: 'null'}":                                                  "Point|null",
		"{$ref: Maybe}":                                                                "Maybe|null",
		"{$ref: Size, enum: [s]}":                                                      `string "s"`,
		"{$ref: Size, enum: [x]}":                                                      "not-narrower",
		"{$ref: Points, maxItems: 2}":                                                  "[Point] most=2",
		"{$ref: Point, properties: {x: {type: integer}}}":                              "{x: integer}",
		"{oneOf: [{type: string}, {type: array}]}":                                     "oneOf(string; [any])",
		"{oneOf: [{type: string}, {type: array}, {type: 'null'}]}":                     "oneOf(string; [any])|null",
		"{oneOf: [{type: string}, {type: 'null'}]}":                                    "string|null",
		"{oneOf: [{type: string}]}":                                                    "string",
		"{oneOf: [{type: 'null'}]}":                                                    "one-of-overlap",
		"{oneOf: [{type: string}, {enum: [a]}]}":                                       "one-of-overlap",
		"{oneOf: [{type: string}, {}]}":                                                "one-of-overlap",
		"{oneOf: [{type: integer}, {type: number}]}":                                   "one-of-overlap",
		"{oneOf: [{type: string}, {type: array}], type: string}":                       "misplaced-keyword",
		"{oneOf: [{type: string}, {type: array}], description: Either., example: [1]}": "oneOf(string; [any]) (Either.) example=[1]",
		"{oneOf: [{type: string, optional: true}, {type: array}]}":                     "misplaced-keyword",
		"{oneOf: [{type: string, default: a}], default: b}":                            "misplaced-keyword",
		"{oneOf: [{}, {type: string}]}":                                                "one-of-overlap one-of-overlap",
		"{oneOf: [{type: [string, 'null']}]}":                                          "string|null",
		"{errorOf: Gone}":                                                              "any",
		"{errorOf: Text}":                                                              "errorOf Text",
		"{const: [x], type: array}":                                                    `[any] const=["x"]`,
		"{const: {a: 1}, type: object}":                                                `{*: any} const={"a":1}`,
		"{const: {a: 1}, type: object, properties: {a: {type: integer}}}":              `{a: integer} const={"a":1}`,
		"{type: string, enum: [a, null]}":                                              "null-value",
		"{type: [string, 'null'], enum: [a, null]}":                                    `string|null "a"`,
		"{type: [integer, string], enum: [1, 'null']}":                                 `integer|string 1 "null"`,
		"{type: [integer, string], enum: [1, null]}":                                   "integer|string|null 1",
		"{errorOf: Other, description: Inner., sensitive: true}":                       "errorOf Other (Inner.) sensitive",
		"{type: array, items: {errorOf: Other}}":                                       "[errorOf Other]",
		"{properties: {a: {errorOf: Other}}}":                                          "misplaced-keyword",
		"{properties: {a: {type: string, field: b}}}":                                  "misplaced-keyword",
		"{properties: {a: {type: string, default: b}}}":                                "misplaced-keyword",
		"{type: array, items: {type: string, optional: true}}":                         "misplaced-keyword",
		"{additionalProperties: {type: string, optional: true}}":                       "misplaced-keyword",
		"{properties: {a_b: {type: string}, aB: {type: string}}}":                      "name-clash",
		"{properties: {additional: {type: string}}, additionalProperties: {}}":         "name-clash",
		"{properties: {additional: {type: string}}}":                                   "{additional: string}",
	} {
		b := newBench(t, types, map[string]string{"leaf": schema})
		s := b.leaf("leaf")
		got := b.sorted()
		if got == "" {
			got = modeltest.Schema(s)
		}
		if got != want {
			t.Errorf("%s:\n got %s\nwant %s", schema, got, want)
		}
	}
}

// TestRefinements: what keywords make that are laid over a schema, as those of a param
// over its field's.
func TestRefinements(t *testing.T) {
	for _, tt := range []struct{ base, refinement, want string }{
		{"{type: string, maxLength: 3}", "{}", "string longest=3"},
		{"{type: string, maxLength: 3}", "{maxLength: 2}", "string longest=2"},
		{"{type: string, maxLength: 3}", "{minLength: 1}", "string least=1 longest=3"},
		{"{type: string, maxLength: 3}", "{type: string}", "string longest=3"},
		{"{type: string, maxLength: 3}", "{maxLength: 4}", "not-narrower"},
		{"{type: string, maxLength: 3}", "{type: integer}", "integer"},
		{"{type: string, pattern: a+, format: uuid}", "{minLength: 1}", "string least=1 /a+/ format=uuid"},
		{"{type: integer, minimum: 1, format: int32}", "{maximum: 3}", "integer >=1 <=3 format=int32"},
		{"{type: integer, minimum: 1}", "{minimum: 0}", "not-narrower"},
		{"{type: integer, minimum: 1}", "{type: number}", "not-narrower"},
		{"{type: number, minimum: 1}", "{type: integer}", "integer >=1"},
		{"{type: integer, minimum: 1}", "{enum: [1, 2]}", "integer 1 2 >=1"},
		{"{type: integer, minimum: 1}", "{enum: [0]}", "not-narrower"},
		{"{type: integer, minimum: 1}", "{enum: [x]}", "value-type"},
		{"{enum: [a, b]}", "{enum: [a]}", `string "a"`},
		{"{enum: [a, b]}", "{minLength: 1}", `string "a" "b" least=1`},
		{"{enum: [a, b]}", "{type: integer}", "not-narrower"},
		{"{type: [string, integer], minimum: 1, maxLength: 2}", "{type: integer}", "integer >=1"},
		{"{type: [string, integer], minimum: 1, maxLength: 2}", "{type: string}", "string longest=2"},
		{"{type: [string, 'null'], maxLength: 3}", "{maxLength: 2}", "string|null longest=2"},
		{"{type: [string, 'null'], maxLength: 3}", "{type: string}", "string longest=3"},
		{"{type: [string, 'null'], maxLength: 3}", "{enum: [a]}", `string "a" longest=3`},
		{"{type: [integer, 'null']}", "{enum: [1, null]}", "integer|null 1"},
		{"{type: string}", "{type: [string, 'null']}", "not-narrower"},
		{"{type: array, items: {type: string}, maxItems: 3}", "{minItems: 1}", "[string] fewest=1 most=3"},
		{"{type: array, items: {type: string}, maxItems: 3}", "{items: {type: string, maxLength: 2}}", "[string longest=2] most=3"},
		{"{type: array, items: {type: string}}", "{items: {type: boolean}}", "not-narrower"},
		{"{type: array}", "{items: {type: string}}", "[string]"},
		{"{type: string}", "{minItems: 1}", "keyword-not-applicable"},
		{"{type: object}", "{properties: {a: {type: string}}}", "{a: string, *: any}"},
		{"{type: object, additionalProperties: {type: integer}}", "{properties: {a: {type: string}}}", "not-narrower"},
		{"{properties: {a: {type: string}}, field: f}", "{type: object}", "{a: string}"},
		{"{properties: {a: {type: string}}, field: f}", "{properties: {a: {type: string}, b: {type: string}}}", "{a: string, b: string}"},
		{"{properties: {a: {type: string}}, field: f}", "{properties: {b: {type: string}}}", "not-narrower"},
		{"{properties: {a: {type: string}}, field: f}", "{additionalProperties: {type: string}}", "not-narrower"},
		{"{}", "{type: integer}", "integer"},
		{"{}", "{type: object}", "{*: any}"},
		{"{type: [string, integer]}", "{type: integer, enum: [1]}", "integer 1"},
		{"{type: [array, 'null'], items: {type: string}}", "{items: {type: string, maxLength: 2}}", "[string longest=2]|null"},
		{"{type: array, items: {type: string}}", "{items: {type: string, maxLength: 2}}", "[string longest=2]"},
		{"{}", "{minimum: 1}", "keyword-not-applicable"},
		{"{type: string, description: Wide., example: a, sensitive: true}", "{description: Narrow.}", `string (Narrow.) example="a" sensitive`},
		{"{type: string, description: Wide.}", "{example: b}", `string (Wide.) example="b"`},
		{"{type: string, description: Wide., example: a}", "{minLength: 1}", `string least=1 (Wide.) example="a"`},
		{"{type: integer}", "{example: x}", "value-type"},
		{"{oneOf: [{type: string}, {type: array, items: {type: integer}}]}", "{minLength: 1}", "string least=1"},
		{"{oneOf: [{type: integer}, {type: array, items: {type: integer}}]}", "{maximum: 1}", "integer <=1"},
		{"{oneOf: [{type: integer}, {type: array, items: {type: integer}}]}", "{exclusiveMaximum: 1}", "integer <1"},
		{"{oneOf: [{type: array}, {type: integer}]}", "{exclusiveMinimum: 1}", "integer >1"},
		{"{oneOf: [{type: array}, {type: integer}]}", "{minimum: 1}", "integer >=1"},
		{"{oneOf: [{type: array}, {type: string}]}", "{pattern: a}", "string /a/"},
		{"{oneOf: [{type: array}, {type: string}]}", "{maxLength: 1}", "string longest=1"},
		{"{oneOf: [{type: array}, {type: string}]}", "{format: uuid}", "string format=uuid"},
		{"{oneOf: [{type: string}, {type: array}]}", "{maxItems: 1}", "[any] most=1"},
		{"{oneOf: [{type: string}, {type: array}]}", "{items: {type: string}}", "[string]"},
		{"{oneOf: [{type: string}, {type: object}]}", "{properties: {a: {type: string}}}", "{a: string, *: any}"},
		{"{oneOf: [{type: string}, {type: object}]}", "{additionalProperties: {type: string}}", "{*: string}"},
		{"{oneOf: [{type: string}, {type: array}, {type: 'null'}]}", "{type: array}", "[any]"},
		{"{oneOf: [{type: array}, {type: string}]}", "{enum: [a, b]}", `string "a" "b"`},
		{"{oneOf: [{type: array}, {type: string}]}", "{type: [string, 'null']}", "not-narrower"},
		{"{$ref: Point}", "{$ref: Point}", "Point"},
		{"{$ref: Point}", "{$ref: Size}", "not-narrower"},
		{"{$ref: Size}", "{$ref: Size}", "Size"},
		{"{$ref: Size}", "{enum: [s]}", `string "s"`},
		{"{type: string}", "{oneOf: [{type: string}, {type: array}]}", "not-narrower"},
		{"{type: string}", "{type: string, optional: true, default: a}", "string"},
		{"{type: string}", "{type: string, repeated: true}", "misplaced-keyword"},
	} {
		b := newBench(t, types, map[string]string{"base": tt.base, "param": tt.refinement})
		base := b.leaf("base")
		s := b.Refine(b.leaves["param"], Site{GoName: "AF", What: "param", Keys: ParamKeys}, base)
		got := b.sorted()
		if got == "" {
			got = modeltest.Schema(s)
		}
		if got != tt.want {
			t.Errorf("%s over %s:\n got %s\nwant %s", tt.refinement, tt.base, got, tt.want)
		}
		if again := b.Refine(b.leaves["param"], Site{What: "param", Keys: ParamKeys}, base); again != s {
			t.Errorf("%s over %s is made twice", tt.refinement, tt.base)
		}
	}
}

// TestOnce: what several entries inherit is resolved the first time.
func TestOnce(t *testing.T) {
	b := newBench(t, "", map[string]string{"a": "{type: string}"})
	at := Site{What: "param", Keys: ParamKeys}
	first := b.Once(b.leaves["a"], at)
	if b.Once(b.leaves["a"], at) != first || b.Schema(b.leaves["a"], at) == first {
		t.Error("once")
	}
}

// TestTypeFindings: what is wrong with types by themselves.
func TestTypeFindings(t *testing.T) {
	for types, want := range map[string]string{
		"T: {$ref: T}": "recursive-type",
		"T: {oneOf: [{type: string}, {$ref: T}]}":                                                            "one-of-overlap recursive-type",
		"T: {properties: {t: {$ref: T}}}":                                                                    "recursive-type",
		"T: {properties: {t: {$ref: T, optional: true}}}":                                                    "",
		"T: {properties: {t: {$ref: T, type: 'null'}}}":                                                      "",
		"T: {properties: {t: {type: array, items: {$ref: T}}}}":                                              "",
		"T: {properties: {t: {$ref: U}}}\n  U: {properties: {t: {$ref: T}}}":                                 "recursive-type",
		"T: {properties: {t: {$ref: U}}}\n  U: {oneOf: [{$ref: T}, {type: string}]}":                         "recursive-type",
		"T: {properties: {t: {$ref: U}}}\n  U: {oneOf: [{$ref: T}, {type: string}, {type: 'null'}]}":         "",
		"T: {properties: {t: {$ref: T, maxItems: 2, optional: true}}}":                                       "recursive-type",
		"T: {properties: {t: {properties: {t: {$ref: T}}}}}":                                                 "recursive-type",
		"T: {properties: {a: {$ref: U}, b: {$ref: U}}}\n  U: {properties: {x: {type: string}}}":              "",
		"T: {properties: {x: {type: string}}}\n  t: {properties: {x: {type: string}}}":                       "name-clash",
		"Error: {properties: {x: {type: string}}}":                                                           "name-clash",
		"U: {type: [string, integer]}\n  UString: {properties: {x: {type: string}}}":                         "name-clash",
		"T: {properties: {in: {properties: {x: {type: string}}}}}\n  TIn: {properties: {x: {type: string}}}": "name-clash",
		"T: {enum: [a]}\n  TA: {enum: [b]}":                                                                  "name-clash",
		"T: {type: string}\n  t: {type: string}":                                                             "",
	} {
		b := newBench(t, types, nil)
		used := map[*model.Type]bool{}
		for _, ty := range b.Types() {
			used[ty] = true
		}
		b.ClaimMade(used)
		if got := b.sorted(); got != want {
			t.Errorf("%s: got %s, want %s", types, got, want)
		}
	}
}

// TestEnumConstants: the Go constants of enums of texts that are types.
func TestEnumConstants(t *testing.T) {
	for enum, want := range map[string]string{
		"[a, b]":       "TA=a TB=b",
		"[x, y]":       "TX=x TY=y",
		"[X-ray, '1']": "TXRay=X-ray T1=1",
		"[{value: '', go: {name: None}}, {value: '-', go: {name: Minus}}, a]": "TNone= TMinus=- TA=a",
		"[a-b, {value: a_b, go: {name: ABWithout}}]":                          "TAB=a-b TABWithout=a_b",
		"[1, 2]":               "",
		"[YQ==], format: byte": "",
	} {
		b := newBench(t, "T: {enum: "+enum+"}", nil)
		got := ""
		for _, ty := range b.Types() {
			for _, c := range ty.Constants {
				got += " " + c.GoName + "=" + c.Value
			}
		}
		if strings.TrimSpace(got) != want || b.found.Len() > 0 {
			t.Errorf("%s: got%s, want %s; %s", enum, got, want, b.codes())
		}
	}
}

// TestLiterals: how a YAML value is typed by a schema, or what is found.
func TestLiterals(t *testing.T) {
	const either = "{oneOf: [{type: integer}, {type: array, items: {type: string}}, {type: string}, {type: 'null'}]}"
	for _, tt := range []struct{ schema, value, want string }{
		{"{type: string}", "7", `"7"`},
		{"{type: integer}", "7", "7"},
		{"{type: integer}", "x", "value-type"},
		{"{type: integer}", "null", "null-value"},
		{"{type: integer}", "''", "value-type"},
		{"{type: integer, minimum: 8}", "7", "value-not-allowed"},
		{"{type: array, items: {type: integer}}", "[1, 2]", "[1,2]"},
		{"{type: array, items: {type: integer}}", "[1, x, y]", "value-type value-type"},
		{"{type: array, items: {type: integer}}", "[x, 1]", "value-type"},
		{"{type: array, items: {type: integer}}", "{a: 1}", "value-type"},
		{"{type: string}", "[1]", "value-type"},
		{"{}", "[1, {a: x}]", `[1,{"a":"x"}]`},
		{"{properties: {a: {type: string}}, field: leaf}", "{a: 1}", `{"a":"1"}`},
		{"{properties: {a: {type: string}}, field: leaf}", "{a: 1, b: 2}", "unknown-member"},
		{"{properties: {a: {type: string}}, field: leaf}", "{b: 1, a: 2}", "unknown-member"},
		{"{properties: {a: {type: integer}}, field: leaf}", "{a: x}", "value-type"},
		{"{properties: {a: {type: integer}, b: {type: integer, optional: true}}, field: leaf}", "{a: x, b: 1}", "value-type"},
		{"{properties: {a: {type: string}}, field: leaf}", "{}", "value-not-allowed"},
		{"{properties: {a: {type: string}}, field: leaf}", "[1]", "value-type"},
		{"{properties: {a: {type: string}}, additionalProperties: {type: integer}, field: leaf}", "{a: 1, b: 2}", `{"a":"1","b":2}`},
		{"{additionalProperties: {type: integer}}", "{b: 2}", `{"b":2}`},
		{"{additionalProperties: {type: integer}}", "x", "value-type"},
		{either, "7", "7"},
		{either, "x", `"x"`},
		{either, "'7'", `"7"`},
		{either, "[7]", `["7"]`},
		{either, "null", "null"},
		{either, "true", `"true"`},
		{either, "{a: 1}", "value-type"},
		{"{oneOf: [{type: integer}, {type: array}]}", "x", "value-type"},
		{"{oneOf: [{type: integer}, {type: array}]}", "null", "null-value"},
		{"{oneOf: [{type: string}, {type: array}]}", "null", "null-value"},
	} {
		b := newBench(t, "", map[string]string{"leaf": tt.schema, "value": fmt.Sprintf("{const: %s}", tt.value)})
		s := b.leaf("leaf")
		v, ok := b.Literal(b.leaves["value"].Const, s)
		got := b.sorted()
		if ok {
			got = strings.TrimSpace(string(v.AppendJSON(nil)) + " " + got)
		}
		if got != tt.want {
			t.Errorf("%s as %s: got %s, want %s", tt.value, tt.schema, got, tt.want)
		}
	}
	if _, ok := newBench(t, "", nil).Typed(nil, nil); ok {
		t.Error("no value is one")
	}
}

// TestGoTypes: the Go type of a leaf's values, and that of a member that may be absent.
func TestGoTypes(t *testing.T) {
	for leaf, want := range map[string]string{
		"{}":                                              "any any",
		"{type: string}":                                  "string *string",
		"{type: [string, 'null']}":                        "*string **string",
		"{type: string, format: byte}":                    "[]byte []byte",
		"{type: [string, 'null'], format: byte}":          "[]byte *[]byte",
		"{type: number, format: milliseconds}":            "time.Duration *time.Duration",
		"{type: boolean}":                                 "bool *bool",
		"{type: array, items: {type: number}}":            "[]float64 []float64",
		"{type: [array, 'null']}":                         "[]any *[]any",
		"{additionalProperties: {type: integer}}":         "map[string]int64 map[string]int64",
		"{errorOf: Other}":                                "error error",
		"{type: 'null'}":                                  "any any",
		"{$ref: Size}":                                    "Size *Size",
		"{$ref: Maybe}":                                   "*Maybe **Maybe",
		"{$ref: Point}":                                   "Point *Point",
		"{$ref: Point, type: 'null'}":                     "*Point **Point",
		"{$ref: Points}":                                  "Points Points",
		"{$ref: Points, type: 'null'}":                    "Points *Points",
		"{$ref: Map}":                                     "Map Map",
		"{$ref: Points, maxItems: 2}":                     "Points Points",
		"{$ref: Points, items: {$ref: Point}}":            "[]Point []Point",
		"{$ref: Size, enum: [s]}":                         "Size *Size",
		"{$ref: Maybe, type: string}":                     "Maybe *Maybe",
		"{$ref: Point, properties: {x: {type: integer}}}": "ELeaf *ELeaf",
		"{$ref: Point, additionalProperties: {type: string}, properties: {x: {type: integer}}}": "ELeaf *ELeaf",
		"{oneOf: [{type: string}, {type: 'null'}]}":                                             "*string **string",
		"{oneOf: [{type: string}, {type: array}]}":                                              "ELeaf *ELeaf",
		"{oneOf: [{type: string}, {type: array}, {type: 'null'}]}":                              "*ELeaf **ELeaf",
		"{type: [string, integer, 'null']}":                                                     "*ELeaf **ELeaf",
		"{properties: {a: {type: string}}, go: {name: Field}}":                                  "ELeaf *ELeaf",
		"{type: array, items: {properties: {a: {type: string}}, go: {name: Thing}}}":            "[]Thing []Thing",
		"{type: array, items: {properties: {a: {type: string}}}}":                               "[]ELeafItem []ELeafItem",
		"{additionalProperties: {properties: {a: {type: string}}, go: {name: Thing}}}":          "map[string]Thing map[string]Thing",
	} {
		b := newBench(t, types+"\n  Map: {additionalProperties: {type: string}}", map[string]string{"leaf": leaf})
		s := b.leaf("leaf")
		if got := modeltest.Go(MayBeAbsent(s, false)) + " " + modeltest.Go(MayBeAbsent(s, true)); got != want || b.found.Len() > 0 {
			t.Errorf("%s: got %s, want %s; %s", leaf, got, want, b.codes())
		}
		for _, ty := range b.Types() {
			if ty.More != "" && (ty.Name == "Map" || ty.Schema.Additional == nil) {
				t.Errorf("%s: type %s has further members %s", leaf, ty.GoName, ty.More)
			}
		}
	}
}

// TestMute: where no Go value stands, no types are made and no names are taken.
func TestMute(t *testing.T) {
	b := newBench(t, "", map[string]string{"leaf": "{properties: {additional: {type: [string, integer]}, a_b: {}, aB: {}}, additionalProperties: {}}"})
	s := b.Schema(b.leaves["leaf"], Site{What: "leaf", Mute: true})
	if len(b.Types()) > 0 || b.found.Len() > 0 {
		t.Errorf("%d types, %s", len(b.Types()), b.codes())
	}
	if want := "{additional: string|integer, a_b: any, aB: any, *: any}"; modeltest.Schema(s) != want {
		t.Error(modeltest.Schema(s))
	}
}

// TestRepeatedList: the list of a body whose items are errors, without them.
func TestRepeatedList(t *testing.T) {
	for schema, want := range map[string]string{
		"{repeated: true, items: {properties: {a: {type: string}}}, minItems: 1}": "[] fewest=1",
		"{repeated: true, type: array, items: {type: string}}":                    "[]",
		"{repeated: true, type: object}":                                          "[] bad-repeated",
		"{repeated: true, minItems: 1}":                                           "[] fewest=1 keyword-not-applicable",
	} {
		b := newBench(t, "", map[string]string{"leaf": schema})
		s := b.RepeatedList(b.leaves["leaf"], Site{What: "leaf", Keys: Keys{"repeated"}})
		if got := strings.TrimSpace(modeltest.Schema(s) + " " + b.sorted()); got != want || len(b.Types()) > 0 {
			t.Errorf("%s: got %s, want %s; %d types", schema, got, want, len(b.Types()))
		}
	}
}

// TestCodePattern: the pattern of the code's leaf may hold the status, whatever the
// leaf's type.
func TestCodePattern(t *testing.T) {
	for _, tt := range []struct {
		schema string
		isCode bool
		want   string
	}{
		{"{type: string, pattern: '{$status}[0-9]'}", true, "string /[1-9][0-9]{2}[0-9]/"},
		{"{type: string, pattern: '{$status}[0-9]'}", false, "string /{$status}[0-9]/"},
		{"{type: integer, pattern: '{$status}[0-9]'}", true, "integer /[1-9][0-9]{2}[0-9]/"},
		{"{type: integer, pattern: '[0-9]'}", false, "keyword-not-applicable"},
		{"{type: integer, maxLength: 3}", true, "keyword-not-applicable"},
	} {
		b := newBench(t, "", map[string]string{"leaf": tt.schema})
		s := b.Schema(b.leaves["leaf"], Site{What: "leaf", IsCode: tt.isCode})
		got := b.sorted()
		if got == "" {
			got = modeltest.Schema(s)
		}
		if got != tt.want {
			t.Errorf("%s, code %t: got %s, want %s", tt.schema, tt.isCode, got, tt.want)
		}
	}
}

// TestRangeMessages: an empty range is reported at the bound that was given.
func TestRangeMessages(t *testing.T) {
	for _, tt := range []struct{ base, refinement, want string }{
		{"{type: integer, minimum: 3}", "{maximum: 2}", "maximum"},
		{"{type: integer, maximum: 2}", "{minimum: 3}", "minimum"},
		{"{type: integer, maximum: 2}", "{exclusiveMinimum: 2}", "exclusiveMinimum"},
		{"{type: integer, minimum: 3}", "{exclusiveMaximum: 2}", "exclusiveMaximum"},
		{"{type: integer}", "{minimum: 3, maximum: 2}", "maximum"},
		{"{type: string, maxLength: 2}", "{minLength: 3}", "minLength"},
		{"{type: string, minLength: 3}", "{maxLength: 2}", "maxLength"},
		{"{type: array, maxItems: 2}", "{minItems: 3}", "minItems"},
		{"{type: array, minItems: 3}", "{maxItems: 2}", "maxItems"},
	} {
		b := newBench(t, "", map[string]string{"base": tt.base, "param": tt.refinement})
		b.Refine(b.leaves["param"], Site{What: "param", Keys: ParamKeys}, b.leaf("base"))
		if got, want := b.found.Sorted()[0].Message, "no value satisfies both this `"+tt.want+"` and its counterpart"; got != want {
			t.Errorf("%s over %s: %s", tt.refinement, tt.base, got)
		}
	}
}

// TestNumericFormats: which formats are for integers alone.
func TestNumericFormats(t *testing.T) {
	for _, format := range strings.Fields("int8 int16 int32 int64 uint8 uint16 uint32 uint64 float double decimal seconds milliseconds unix-time") {
		for _, kind := range []string{"integer", "number", "string"} {
			b := newBench(t, "", map[string]string{"leaf": fmt.Sprintf("{type: %s, format: %s}", kind, format)})
			b.leaf("leaf")
			isInteger := strings.Contains(format, "int")
			if ok := b.found.Len() == 0; ok != (kind == "integer" || kind == "number" && !isInteger) {
				t.Errorf("%s of format %s: %t", kind, format, ok)
			}
		}
	}
}
