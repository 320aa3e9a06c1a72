package load

import (
	"reflect"
	"slices"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// everyKey has each key of the language at least once. It need not mean anything.
const everyKey = `errgen: 1
package: p
include: [lib.yaml]
go: {types: data, sides: client}
openapi: {version: '7', license: {name: MIT, url: https://example.com/mit}, contact: {name: N, url: https://example.com/, email: a@example.com},
  prefix: P, unions: envelope, texts: contract, audience: public, discriminator: false, default: any}
title: Title
description: Prose
docs: https://example.com/
sources: [{id: s, file: f.txt, url: https://example.com/s, title: T, date: 2024-01-02, description: D}]
types:
  T: {type: [string, null], enum: [a, {value: 1, go: {name: One}}], go: {name: Tee}}
envelopes:
  E:
    description: D
    mediaType: application/json
    status: [404, 5XX, any]
    match: [a]
    text: '{a}'
    part: true
    allow: {mixed-envelopes: Two teams.}
    headers: {X-A: {type: string, field: a, as: '{}', alias: true, success: [x], sensitive: true}}
    body:
      properties:
        const: {const: {a: [1]}}
        ref: {$ref: T, optional: true, default: x}
        list: {items: {type: string}, minItems: 1, maxItems: 2, repeated: true}
        one: {oneOf: [{type: string}], description: D, example: x}
        err: {errorOf: E}
        n: {type: number, minimum: -1, maximum: 1e3, exclusiveMinimum: 0.5, exclusiveMaximum: 7}
        s: {type: string, minLength: 1, maxLength: 2, pattern: '[a-z]', format: byte, exchange: true}
      additionalProperties: {field: extra}
defaults: {envelope: [E, none]}
groups: {G: {title: T, description: D, count: 2, source: s}}
count: 3
operations:
  A: [X]
  B: {errors: [X, Y], description: D, method: GET, path: /b, operationId: b, go: {name: Bee}, allow: {a-rule: A reason.}}
common: [Y]
errors:
  X:
    envelope: E
    status: 404
    code: 0100
    parent: Y
    fields: {a: [one, two]}
    omit: [b]
    headers: {Retry-After: '{wait}'}
    match: [a]
    params: {wait: {type: integer, private: true, in: extra, markup: true}}
    close: {code: 4000, reason: R}
    text: T
    group: G
    source: s
    retryable: true
    stability: beta
    tags: [a, b]
    description: D
    docs: x/
    remedy: Do it.
    deprecated: {since: 1.10, replacement: Y, sunset: 2025-01-01}
    go: {name: Ex}
    allow: {status-missing: Nobody knows.}
fallback: X
allow: {fallback-missing: Clients alone.}
breaking: {codes: closed, texts: stable, unstable: [beta], removal: sunset, accept: [{rule: code-changed, of: X, because: R, until: 2027-01-31, version: 2.0.0}]}
retired: [{code: 7, name: Old, since: '1', replacement: X, reason: R}]
examples:
  - {name: n, source: s, error: [X, unknown], status: 404, headers: {A: b}, body: '{}', close: 4000, reason: R,
     expect: {wait: 1}, decodes: unknown, waive: [{at: /a, because: typo}]}
`

// TestEveryKeyIsRead: the tables of keys, the type that each fills and the
// catalog above name the same things: no key is dropped, none is left out.
func TestEveryKeyIsRead(t *testing.T) {
	var l diag.List
	f := BytesWith("p.yaml", []byte(everyKey), func(string) ([]byte, error) {
		return []byte("errgen: 1\ntypes: {U: {type: string}}\nerrors: {X: {}}\n"), nil
	}, &l)
	for _, d := range l.Sorted() {
		t.Error(d)
	}
	filled, keys := map[string]bool{}, map[string]bool{}
	walk(reflect.ValueOf(f), filled, keys)
	for _, v := range []any{File{}, Source{}, Type{}, Group{}, Operation{}, OpenAPI{}, License{}, Contact{}, Retired{}, Schema{}, EnumName{}, Property{},
		Envelope{}, StatusTerm{}, Entry{}, Close{}, Deprecated{}, Example{}, Waiver{}, Allowance{}, Breaking{}, Policy{}, Acceptance{}} {
		for _, field := range reflect.VisibleFields(reflect.TypeOf(v)) {
			if name := reflect.TypeOf(v).Name() + "." + field.Name; len(field.Index) == 1 && !filled[name] && name != "File.Incomplete" {
				t.Errorf("%s stays empty", name)
			}
		}
	}
	for key := range vocabulary {
		if !keys[key] && !slices.Contains([]string{"go"}, key) {
			t.Errorf("`%s` is not in the catalog, or its place is lost", key)
		}
	}
}

// walk collects the fields of structs that are not zero and the keys of Nodes.
func walk(v reflect.Value, filled, keys map[string]bool) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			walk(v.Elem(), filled, keys)
		}
	case reflect.Slice:
		for i := range v.Len() {
			walk(v.Index(i), filled, keys)
		}
	case reflect.Struct:
		if n, ok := v.Interface().(Node); ok {
			for key, pos := range n.Keys {
				keys[key] = keys[key] || pos.IsValid()
			}
		}
		for i := range v.NumField() {
			if field := v.Type().Field(i); field.IsExported() && !v.Field(i).IsZero() {
				filled[v.Type().Name()+"."+field.Name] = true
				walk(v.Field(i), filled, keys)
			}
		}
	}
}

// TestReadValues samples what the keys of everyKey become.
func TestReadValues(t *testing.T) {
	var l diag.List
	f := Bytes("p.yaml", []byte(everyKey), &l)
	x, e := f.Errors[0], f.Envelopes[0]
	pos := func(line, column int) diag.Pos { return diag.Pos{File: "p.yaml", Line: line, Column: column} }
	cases := []struct {
		name      string
		got, want any
	}{
		{"code", *x.Code, Value{Pos: pos(44, 11), Text: "0100"}},
		{"name", x.Name, Text{pos(41, 3), "X"}},
		{"place of a key", x.At("docs"), pos(59, 5)},
		{"place of an absent key", f.Defaults.At("status"), f.Defaults.Pos},
		{"status", e.Status, []StatusTerm{{Pos: pos(17, 14), Lo: 404, Hi: 404}, {Pos: pos(17, 19), Lo: 500, Hi: 599}, {Pos: pos(17, 24), Any: true}}},
		{"one text or a list", []int{len(x.Envelope), len(f.Defaults.Envelope)}, []int{1, 2}},
		{"a version", x.Deprecated.Since.S, "1.10"},
		{"null among types", f.Types[0].Schema.Type[1].S, "null"},
		{"an operation's Go name", f.Operations[1].GoName.S, "Bee"},
		{"what is common", f.Common[0].S, "Y"},
		{"an operation as a list", len(f.Operations[0].Errors), 1},
		{"an example's list", f.Examples[0].List, true},
		{"close", x.Close.Code.N, int64(4000)},
		{"retryable", *x.Retryable, Bool{pos(55, 16), true}},
		{"order of properties", e.Body.Properties[1].Name.S, "ref"},
	}
	for _, c := range cases {
		if !reflect.DeepEqual(c.got, c.want) {
			t.Errorf("%s: %+v, want %+v", c.name, c.got, c.want)
		}
	}
}
