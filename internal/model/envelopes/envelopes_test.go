package envelopes

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/modeltest"
	"github.com/seed-1b9d9f04/errgen/internal/model/names"
	"github.com/seed-1b9d9f04/errgen/internal/model/schemas"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// resolved resolves envelopes ("E: {...}", one a line) and returns what was found.
func resolved(t *testing.T, envelopes string) (*Resolver, []*model.Envelope, string) {
	t.Helper()
	var l diag.List
	text := "errgen: 1\npackage: demo\ntypes: {T: {type: string, enum: [a]}}\nenvelopes:\n  " + strings.ReplaceAll(envelopes, "\n", "\n  ") + "\nerrors: {A: {}}\n"
	f := load.Bytes("catalog.yaml", []byte(text), &l)
	if l.Len() > 0 {
		t.Fatalf("%s\n%v", text, l.Sorted())
	}
	r := New(&schemas.Literals{Reporter: &diag.Reporter{List: &l}, Checker: values.NewChecker()}, names.NewSpace(&l))
	r.Declare(f)
	all := r.Resolve()
	var codes []string
	for _, d := range l.Sorted() {
		codes = append(codes, string(d.Code))
	}
	return r, all, strings.Join(codes, " ")
}

// TestEnvelopes: what an envelope becomes, in the form of modeltest.Envelope, or what
// is found.
func TestEnvelopes(t *testing.T) {
	for _, tt := range []struct{ envelope, want string }{
		{"{}", "400-499,500-599  /"},
		{"{status: [404, 4XX]}", "404,400-403,405-499  /"},
		{"{status: any}", "200-599  /"},
		{"{status: any, body: {type: string, field: t}}", "200-203,205-303,305-599  / =t"},
		{"{status: [2XX], body: {type: string, field: t}}", "200-203,205-299  / =t"},
		{"{status: 204}", "204  /"},
		{"{status: 204, body: {type: string, field: t}}", "body-not-allowed"},
		{"{status: 304, body: {type: string, field: t}}", "body-not-allowed"},
		{"{status: 199}", "bad-status"},
		{"{status: 200}", "200  /"},
		{"{status: 999}", "999  /"},
		{"{body: {properties: {a: {type: string}, b: {type: string, optional: true}, c: {const: 1}}}}", "400-499,500-599  / {a b? c=1}"},
		{"{body: {properties: {a: {type: string, field: b}, c: {type: string, sensitive: true}}}}", "400-499,500-599  / {a=b c!}"},
		{"{body: {properties: {code: {type: string}, s: {type: integer, field: status}, x: {type: string, exchange: true}}}}", "400-499,500-599  / {code=#code s=#status x=$x}"},
		{"{body: {properties: {x: {type: string, exchange: true, field: y, sensitive: true, optional: true}}}}", "400-499,500-599  / {x=$y?!}"},
		{"{body: {properties: {in: {properties: {a: {type: string}}, sensitive: true, optional: true}, b: {type: string}}}}", "400-499,500-599  / {in{a!}?! b}"},
		{"{body: {properties: {in: {type: object, field: in}}}}", "400-499,500-599  / {in}"},
		{"{body: {properties: {in: {type: object}}}}", "400-499,500-599  / {in}"},
		{"{body: {properties: {in: {properties: {}, additionalProperties: {type: string}}}}}", "400-499,500-599  / {in{}}"},
		{"{body: {properties: {a: {enum: [x], field: e}}, additionalProperties: {field: more}}}", "400-499,500-599  / {a=e ...more}"},
		{"{body: {repeated: true, items: {properties: {a: {type: string}}}}}", "400-499,500-599  / [{a}]"},
		{"{body: {properties: {all: {repeated: true, optional: true, items: {properties: {a: {type: string}}}}}}}", "400-499,500-599  / {all[{a}]?}"},
		{"{headers: {x-a: {type: string}, X-B: {const: b}, X-C: {type: integer, exchange: true}}, body: {type: string, field: t}}", "400-499,500-599 X-A X-B=\"b\" X-C=$X-C / =t"},
		{"{mediaType: text/plain, body: {type: string, field: t}}", "400-499,500-599  / =t"},
		{"{body: {properties: {a: {type: string, field: a}, b: {type: integer, field: a, alias: true}}}}", "shared-field"},
		{"{body: {properties: {a: {type: integer, field: a}, b: {type: string, field: a, alias: true}}}}", "shared-field"},
		{"{body: {properties: {a: {type: integer, field: a}, b: {type: string, field: a}}}}", "shared-field"},
		{"{body: {properties: {a: {type: integer, field: a}, b: {type: number, field: a}}}}", "400-499,500-599  / {a b=a}"},
		{"{headers: {x-a: {type: string, field: a}}, body: {properties: {a: {type: integer, field: a}}}}", "shared-field"},
		{"{body: {properties: {a: {type: string, field: a}, in: {properties: {a: {type: string}}}}}}", "shared-field"},
		{"{body: {properties: {a: {type: string, field: a, alias: true}}}}", "lone-alias"},
		{"{body: {properties: {a: {type: array, field: a}, b: {type: string, field: a}}}}", "shared-field"},
		{"{body: {properties: {a: {type: string, field: m}}, additionalProperties: {field: m}}}", "shared-field shared-field"},
		{"{body: {additionalProperties: {field: code}}}", "special-leaf"},
		{"{body: {additionalProperties: {field: status}}}", "special-leaf"},
		{"{body: {type: string}}", "field-needed"},
		{"{body: {type: string, exchange: true}}", "field-needed"},
		{"{body: {properties: {status: {type: string, exchange: true}}}}", "special-leaf"},
		{"{body: {properties: {a: {type: [object], properties: {b: {type: string}}}}}}", "400-499,500-599  / {a{b}}"},
		{"{body: {properties: {a: {type: [object, 'null'], properties: {b: {type: string}}}}}}", "keyword-not-applicable"},
		{"{body: {properties: {a: {type: array, repeated: true, items: {type: string, field: a}}, b: {repeated: true, items: {type: string, field: b}}}}}", "bad-repeated"},
		{"{body: {repeated: true}}", "bad-repeated"},
		{"{body: {repeated: true, type: object, items: {type: string, field: a}}}", "bad-repeated keyword-not-applicable"},
		{"{body: {properties: {status: {type: boolean}}}}", "special-leaf"},
		{"{body: {properties: {status: {type: [string, boolean]}}}}", "400-499,500-599  / {status=#status}"},
		{"{body: {properties: {status: {type: [number, boolean]}}}}", "400-499,500-599  / {status=#status}"},
		{"{body: {properties: {status: {enum: ['400', '404']}}}}", "400-499,500-599  / {status=#status}"},
		{"{body: {properties: {status: {enum: ['400', 'x']}}}}", "special-leaf"},
		{"{body: {properties: {status: {enum: ['400.5']}}}}", "special-leaf"},
		{"{body: {properties: {status: {type: integer, default: 1}}}}", "misplaced-keyword"},
		{"{body: {properties: {code: {type: string, default: a}}}}", "misplaced-keyword"},
		{"{body: {properties: {code: {type: object}}}}", "special-leaf"},
		{"{body: {properties: {code: {}}}}", "400-499,500-599  / {code=#code}"},
		{"{mediaType: text/plain, body: {type: integer, field: t}}", "text-body"},
		{"{mediaType: text/plain, body: {properties: {t: {type: string}}}}", "text-body"},
		{"{mediaType: text, body: {type: string, field: t}}", "bad-media-type"},
		{"{mediaType: 'text/plain; a=\"\\\"', body: {type: string, field: t}}", "bad-media-type"},
		{"{headers: {X-A: {type: object}}}", "header-schema"},
		{"{headers: {X-A: {properties: {a: {type: string}}}}}", "header-schema"},
		{"{headers: {X-A: {}}}", "400-499,500-599 X-A /"},
		{"{headers: {X-A: {type: array, repeated: true}}}", "misplaced-keyword"},
		{"{headers: {X-A: {const: 'a '}}}", "bad-header"},
		{"{headers: {X-A: {const: \"a\\u0001\"}}}", "bad-header"},
		{"{headers: {X-A: {enum: [a, ' b', \"c\\n\"]}}}", "bad-header bad-header"},
		{"{headers: {X-A: {enum: [a, b c]}}}", "400-499,500-599 X-A /"},
		{"{headers: {X-A: {type: string, as: ['a {}'], enum: [' a']}}}", "400-499,500-599 X-A /"},
		{"{headers: {X-A: {type: string, as: ['a {}'], enum: ['a ']}}}", "bad-header"},
		{"{headers: {X-A: {type: string, as: ['{}.'], enum: [' a', 'a ']}}}", "bad-header"},
		{"{headers: {X-A: {type: [string, integer], enum: [1, ' 2']}}}", "bad-header"},
		{"{headers: {X-A: {type: string, success: [ok, ' ']}}}", "bad-header"},
		{"{headers: {X-A: {type: string, exchange: true, enum: [' a']}}}", "bad-header"},
		{"{headers: {X-Code: {field: code, enum: [' a']}}}", "bad-header"},
		{"{headers: {X-A: {type: string, field: a}}, body: {properties: {a: {enum: [' a'], field: a}}}}", "bad-header"},
		{"{body: {properties: {a: {enum: [' a', \"b\\n\"], success: [' ']}}}}", "400-499,500-599  / {a}"},
		{"{headers: {X A: {type: string}}}", "bad-header"},
		{"{headers: {content-type: {type: string}}}", "bad-header"},
		{"{headers: {X-A: {type: string}, x-a: {type: string}}}", "bad-header"},
		{"{match: [a], body: {properties: {a: {type: string}}}}", "400-499,500-599  / {a}"},
		{"{match: [b], body: {properties: {a: {type: string}}}}", "unknown-field"},
		{"{match: [b], body: {properties: {b: {const: 1}}}}", "unknown-field"},
		{"{match: [status], body: {properties: {status: {type: string}}}}", "reserved-field"},
		{"{body: {properties: {a: {type: array, field: l}, b: {type: array, field: l}}}}", "400-499,500-599  / {a=l b=l}"},
		{"{match: [code], body: {properties: {code: {type: string}}}}", "reserved-field"},
		{"{body: {properties: {a: {type: string, as: ['{}']}, b: {type: array, as: ['{}']}}}}", "bad-as"},
		{"{body: {properties: {a: {type: array, items: {errorOf: E}}}}}", "400-499,500-599  / {a}"},
		{"{body: {properties: {a: {errorOf: F}}}}", "unknown-envelope"},
		{"{body: {properties: {m: {additionalProperties: {type: string}}}}}", "400-499,500-599  / {m}"},
		{"{body: {properties: {l: {repeated: true, default: [], items: {type: string, field: a}}}}}", "misplaced-keyword"},
		{"{body: {type: integer, field: a, optional: true}}", "misplaced-keyword"},
		{"{body: {items: {}, field: a, optional: true}}", "misplaced-keyword"},
		{"{body: {optional: true, properties: {a: {type: string}}}}", "misplaced-keyword"},
		{"{body: {const: 1, optional: true}}", "misplaced-keyword"},
		{"{body: {repeated: true, items: {type: string, field: a, optional: true}}}", "misplaced-keyword"},
		{"{body: {properties: {l: {repeated: true, minItems: 1, maxItems: 1, items: {type: string, field: a}}}}}", "400-499,500-599  / {l[=a]}"},
		{"{body: {properties: {l: {repeated: true, minItems: 2, items: {type: string, field: a}}}}}", "bad-repeated"},
		{"{body: {properties: {l: {repeated: true, maxItems: 0, items: {type: string, field: a}}}}}", "bad-repeated"},
		{"{body: {properties: {o: {alias: true, properties: {a: {type: string}}}}}}", "misplaced-keyword"},
		{"{body: {properties: {o: {type: [string], properties: {a: {type: string}}}}}}", "keyword-not-applicable"},
		{"{body: {properties: {in: {sensitive: true, properties: {deep: {properties: {a: {type: string}}}}}, b: {type: string}}}}", "400-499,500-599  / {in{deep{a!}!}! b}"},
		{"{body: {properties: {code: {type: string, pattern: '{$status}[0-9]{2}'}}}}", "400-499,500-599  / {code=#code}"},
		{"{body: {properties: {code: {type: string, exchange: true}}}}", "special-leaf"},
		{"{body: {properties: {in: {properties: {a: {type: string}}}, a: {type: string, field: a}}}}", "shared-field"},
		{"{body: {properties: {a: {oneOf: [{type: integer}, {type: array}], field: a}, b: {oneOf: [{type: string}, {type: array}], field: a}}}}", "shared-field"},
		{"{body: {properties: {status: {type: number}}}}", "400-499,500-599  / {status=#status}"},
		{"{body: {properties: {status: {}}}}", "special-leaf"},
		{"{body: {properties: {status: {type: [boolean, string]}}}}", "400-499,500-599  / {status=#status}"},
		{"{body: {properties: {status: {enum: [true, 'x']}}}}", "special-leaf"},
		{"{headers: {X-A: {errorOf: E}}}", "misplaced-keyword"},
	} {
		_, all, found := resolved(t, "E: "+tt.envelope)
		got := found
		if found == "" {
			got = modeltest.Envelope(all[0])
		} else {
			words := strings.Fields(found)
			slices.Sort(words)
			got = strings.Join(words, " ")
		}
		if got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.envelope, got, tt.want)
		}
	}
}

// TestMediaTypes: how a body is written.
func TestMediaTypes(t *testing.T) {
	for mediaType, want := range map[string]model.BodyKind{
		"application/json": model.JSONBody, "application/problem+json": model.JSONBody, "text/json; charset=utf-8": model.JSONBody,
		"application/x-amz-json-1.0": model.JSONBody, "application/vnd.api.json": model.JSONBody, "application/json-rpc": model.JSONBody,
		"application/json-seq": model.TextBody, "application/geo+json-seq": model.TextBody, "application/x-ndjson": model.TextBody,
		"text/plain": model.TextBody, "application/jsonp": model.TextBody,
	} {
		_, all, found := resolved(t, "E: {mediaType: '"+mediaType+"', body: {type: string, field: t}}")
		if all[0].Kind != want || all[0].MediaType != mediaType || found != "" {
			t.Errorf("%s: kind %d, %s", mediaType, all[0].Kind, found)
		}
	}
	_, all, _ := resolved(t, "E: {mediaType: text/plain}\nF: {body: {type: string, field: t}}")
	if all[0].Kind != model.NoBody || all[0].MediaType != "" || all[1].Kind != model.JSONBody || all[1].MediaType != "application/json" {
		t.Errorf("%+v", all)
	}
}

// TestFields: the fields of an envelope, what is optional in it, and what a place
// tells of them.
func TestFields(t *testing.T) {
	r, all, found := resolved(t, `E:
  match: [c]
  headers: {X-A: {type: string, field: a}, X-B: {type: string, field: b, optional: true}}
  body:
    properties:
      a: {type: string, field: a}
      in: {optional: true, properties: {b: {type: string, field: b, sensitive: true}, c: {type: string, go: {name: Sea}}}}
      d: {type: string, field: d, alias: true, optional: true}
      dd: {type: string, field: d}
      code: {type: string, optional: true, pattern: '{$status}[0-9]{2}'}
      status: {type: integer}
    additionalProperties: {field: more, type: integer}
F: {body: {properties: {z: {type: string}, code: {type: string}, status: {type: integer, optional: true}}}}`)
	if found != "" {
		t.Fatal(found)
	}
	if got := all[0].CodeField.Schema.Pattern; got != "[1-9][0-9]{2}[0-9]{2}" {
		t.Errorf("the code's pattern is %s", got)
	}
	var got []string
	for _, f := range all[0].Fields {
		s := f.Name
		for mark, is := range map[string]bool{"?": f.Optional} {
			if is {
				s += mark
			}
		}
		if f.Header {
			s += "^"
		}
		if f.Sensitive {
			s += "!"
		}
		if f.Map {
			s += "..."
		}
		got = append(got, s)
	}
	if want := "a^ b?^! c? d more?..."; strings.Join(got, " ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
	e := r.All()[0]
	if !all[0].HasCode || all[0].CodeField != e.Code.Model || !all[0].CodeField.Optional || all[0].StatusField != e.Status.Model || all[0].StatusField.Optional {
		t.Error("the code and the status")
	}
	wire := ""
	for _, f := range e.Wire {
		wire += f.Model.Name + " "
	}
	if wire != "a b c d code more " {
		t.Errorf("in wire order: %s", wire)
	}
	for _, f := range []*Field{e.Code, e.Status, e.Fields.At("a")} {
		if f.Places[0].Node.Field != f.Model || f.Model.Envelope != all[0] {
			t.Errorf("the node of %s", f.Model.Name)
		}
	}
	if len(all[0].Match) != 1 || all[0].Match[0] != e.Fields.At("c").Model {
		t.Error("what must agree always")
	}
	if n := all[0].Body.Additional; !n.Optional || n.Sensitive || modeltest.Go(n.Schema.Go) != "map[string]int64" {
		t.Errorf("further members: %+v", n)
	}
	a, c, more := e.Fields.At("a"), e.Fields.At("c"), e.Fields.At("more")
	if !a.IsHeader("X-A") || a.IsHeader("X-B") || a.IsHeader("a") || c.GoName().S != "Sea" || a.GoName().Given() || fmt.Sprint(more.Beside) != "[a in d dd code status]" {
		t.Error("places")
	}
	checkSet(t, r)
}

// TestMarks: what one place of a field makes of the field.
func TestMarks(t *testing.T) {
	_, all, found := resolved(t, `E:
  headers: {X-H: {type: string, field: h}}
  body:
    properties:
      a: {type: string, field: a, sensitive: true}
      aa: {type: string, field: a}
      b: {type: string, field: b, optional: true}
      bb: {type: string, field: b}
      c: {type: string, field: c}
      cc: {type: string, field: c, optional: true}
      in: {sensitive: true, properties: {d: {type: string}}, additionalProperties: {field: e}}
      f: {additionalProperties: {field: f, sensitive: true}}
      x: {type: string, exchange: true, sensitive: true}
      xx: {type: string, exchange: true, field: x}`)
	got := ""
	for _, f := range all[0].Fields {
		got += fmt.Sprintf("%s %t %t; ", f.Name, f.Optional, f.Sensitive)
	}
	if want := "h false false; a false true; b false false; c false false; d false true; e true true; f true true; "; got != want || found != "" {
		t.Errorf("got %s, want %s; %s", got, want, found)
	}
	if !all[0].Body.Members[8].Exchange.Sensitive {
		t.Error("an exchange value that is sensitive somewhere is sensitive")
	}
}

// TestGoTypes: the types that leaves need are called after their places.
func TestGoTypes(t *testing.T) {
	r, all, found := resolved(t, `E:
  body:
    properties:
      o: {properties: {x: {type: string}}, field: thing}
      c: {const: {x: 1}, properties: {x: {type: integer}}}
      l: {type: array, items: {properties: {x: {type: string}}}}
      t: {$ref: T}
      in: {properties: {u: {type: [string, integer]}}, additionalProperties: {properties: {x: {type: string}}}}
      m: {additionalProperties: {properties: {x: {type: string}}, field: more}}`)
	var got []string
	for _, s := range r.Types() {
		got = append(got, s.GoName)
	}
	if want := "T EThing ELItem EU EMoreValue"; strings.Join(got, " ") != want || found != "" {
		t.Errorf("got %v, want %s; %s", got, want, found)
	}
	if in := all[0].Body.Members[4]; in.Schema.Additional == nil || in.Schema.Additional.Kind != model.ObjectKind {
		t.Error("what further members are that are no field")
	}
}

// TestMessages: where something stands, and what a name is instead of a field's.
func TestMessages(t *testing.T) {
	names := ""
	for i := range 12 {
		names += fmt.Sprintf("f%c: {type: string}, ", 'a'+i)
	}
	for envelope, want := range map[string]string{
		"{body: {alias: true, properties: {a: {type: string}}}}":                          "`alias` has no meaning here (the body of envelope `E`)",
		"{body: {properties: {o: {alias: true, properties: {a: {type: string}}}}}}":       "`alias` has no meaning here (member `o` of envelope `E`)",
		"{headers: {X-A: {const: x, alias: true}}}":                                       "`alias` has no meaning here (header `X-A` of envelope `E`)",
		"{body: {repeated: true, items: {alias: true, properties: {a: {type: string}}}}}": "`alias` has no meaning here (the body of the items of envelope `E`)",
		"{body: {additionalProperties: {field: code}}}":                                   "the further members of an object cannot be the code",
		"{body: {additionalProperties: {field: status}}}":                                 "the further members of an object cannot be the status",
		"{match: [b], body: {properties: {b: {const: 1}}}}":                               "`b` is a constant of the envelope, not a field",
		"{match: [x], body: {properties: {x: {type: string, exchange: true}}}}":           "`x` is an exchange value of the envelope, not a field",
		"{match: [x], body: {properties: {y: {type: string, exchange: true, field: x}}}}": "`x` is an exchange value of the envelope, not a field",
		"{match: [zzz]}": "the envelope has no field `zzz`: give a leaf of the envelope this name with `field`",
		"{match: [zzz], body: {properties: {" + names + "}}}":                   "the envelope has no field `zzz`: the fields are fa, fb, fc, fd, fe, ff, fg, fh, fi, fj, fk, fl",
		"{match: [zzz], body: {properties: {" + names + "fz: {type: string}}}}": "the envelope has no field `zzz`: the fields are fa, fb, fc, fd, fe, ff, fg, fh, fi, fj, fk, fl, ...",
		"{headers: {X-A: {properties: {a: {type: string}}}}}":                   "header `X-A` is an object with members; a header is text",
		"{headers: {X-A: {type: object}}}":                                      "header `X-A` is text; its schema is an object",
	} {
		r, all, _ := resolved(t, "E: "+envelope)
		d := r.List.Sorted()[0]
		got := d.Message
		if strings.HasPrefix(d.Message, "the envelope has no") {
			got += ": " + d.Remedy
		}
		if got != want {
			t.Errorf("%s:\n got %s\nwant %s", envelope, got, want)
		}
		if strings.Contains(want, "object with members") && len(all[0].Headers)+len(all[0].Fields) > 0 {
			t.Error("what is no header is one")
		}
	}
	r, _, _ := resolved(t, "E: {}\nF: {}")
	r.UnknownField(load.Text{S: "x"}, r.All())
	if got := r.List.Sorted()[0].Message; got != "the envelopes have no field `x`" {
		t.Error(got)
	}
}

// TestBadHeaders: headers whose names cannot be are left out.
func TestBadHeaders(t *testing.T) {
	_, all, _ := resolved(t, "E: {headers: {'X A': {type: string}, content-length: {type: integer}, X-B: {type: string}, x-b: {type: string}}}")
	if got := modeltest.Envelope(all[0]); got != "400-499,500-599 X-B /" {
		t.Error(got)
	}
}

// checkSet checks what the envelopes of TestFields have together.
func checkSet(t *testing.T, r *Resolver) {
	t.Helper()
	both, second := r.All(), r.All()[1:]
	if both.Field("z") == nil || both.Field("a") == nil || second.Field("a") != nil || both.Field("code") != nil {
		t.Error("fields of several envelopes")
	}
	if !second.HasSpecial("code") || !second.HasSpecial("status") || second.HasSpecial("z") {
		t.Error("the code and the status of several envelopes")
	}
	for name, want := range map[string][2]bool{
		"a": {false, false}, "b": {true, false}, "z": {false, false}, "code": {true, false}, "status": {true, true}, "none": {false, false},
	} {
		if both.MayOmit(name) != want[0] || second.MayOmit(name) != want[1] {
			t.Errorf("%s may be omitted: %t, %t", name, both.MayOmit(name), second.MayOmit(name))
		}
	}
}

// TestExchanges: values of one name are one, in whichever envelope they stand.
func TestExchanges(t *testing.T) {
	_, all, found := resolved(t, `E: {body: {properties: {a: {type: string, exchange: true, optional: true}, b: {type: integer, exchange: true}}}}
F: {headers: {X-T: {type: string, exchange: true, field: a, go: {name: Trace}, sensitive: true}}, body: {properties: {b: {type: integer, exchange: true, optional: true}}}}`)
	a, b := all[0].Body.Members[0].Exchange, all[0].Body.Members[1].Exchange
	switch {
	case found != "":
		t.Error(found)
	case a != all[1].Headers[0].Exchange || b != all[1].Body.Members[0].Exchange:
		t.Error("one name, two values")
	case a.GoName != "Trace" || b.GoName != "B" || !a.Sensitive || b.Sensitive:
		t.Errorf("%+v, %+v", a, b)
	case !a.Required || !b.Required || modeltest.Go(a.Go) != "*string" || modeltest.Go(b.Go) != "*int64":
		t.Errorf("%+v, %+v", a, b)
	}
	if _, all, _ := resolved(t, "E: {body: {properties: {a: {type: string, exchange: true, optional: true}}}}"); all[0].Body.Members[0].Exchange.Required {
		t.Error("required although every place is optional")
	}
	for envelope, want := range map[string]string{
		"E: {body: {properties: {a: {type: string, exchange: true}, b: {type: integer, exchange: true, field: a}}}}":                    "shared-field",
		"E: {body: {properties: {a: {type: integer, exchange: true}, b: {type: string, exchange: true, field: a}}}}":                    "",
		"E: {body: {properties: {a_b: {type: string, exchange: true}, aB: {type: string, exchange: true}}}}":                            "name-clash",
		"E: {match: [a], body: {properties: {x: {type: string, exchange: true, field: a}}}}":                                            "unknown-field",
		"E: {match: [x], body: {properties: {x: {type: string, exchange: true, field: a}}}}":                                            "unknown-field",
		"E: {body: {properties: {o: {type: object, properties: {x: {type: string}}, field: o}}}}\nEO: {body: {type: string, field: t}}": "",
	} {
		if _, _, found := resolved(t, envelope); found != want {
			t.Errorf("%s: %s, want %s", envelope, found, want)
		}
	}
}

// TestStatusTerms: which statuses of an entry an envelope occurs under.
func TestStatusTerms(t *testing.T) {
	r, _, _ := resolved(t, "E: {status: 4XX, body: {type: string, field: t}}\nF: {status: 2XX}")
	term := func(lo, hi int) load.StatusTerm { return load.StatusTerm{Lo: lo, Hi: hi} }
	with, bare := r.All()[0], r.All()[1]
	for term, want := range map[load.StatusTerm]bool{
		{Lo: 199, Hi: 199}: false, {Lo: 200, Hi: 200}: true, {Lo: 999, Hi: 999}: true, {Lo: 900, Hi: 1000}: false,
	} {
		if r.ValidStatus(term) != want {
			t.Errorf("%+v is a status: %t", term, !want)
		}
	}
	for _, tt := range []struct {
		e    *Envelope
		t    load.StatusTerm
		want bool
	}{
		{with, term(400, 400), true}, {with, term(500, 500), false}, {with, term(400, 499), true},
		{with, term(204, 204), true}, {with, term(304, 304), true}, {with, term(204, 299), false},
		{bare, term(204, 204), true}, {bare, term(304, 304), false},
	} {
		if got := tt.e.Admits(tt.t); got != tt.want {
			t.Errorf("%s admits %d-%d: %t", tt.e.Model.Name, tt.t.Lo, tt.t.Hi, got)
		}
	}
}
