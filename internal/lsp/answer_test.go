package lsp

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

const shop = `errgen: 1
package: shop
envelopes:
  Problem:
    body:
      properties:
        code: {type: string}
        message: {type: string}
        hint: {type: string, optional: true}
types:
  Severity: {type: string, enum: [low, high]}
groups:
  Orders: {title: Orders}
sources:
  - {id: page, title: Errors}
operations:
  GetOrder: [OrderGone, Busy]
errors:
  Conflict:
    status: 409
    code: CONFLICT
    group: Orders
    params: {order: {type: integer}}
    fields: {message: 'Order {order} has changed. 😀'}
  OrderGone: {status: 410, code: ORDER_GONE, source: page, fields: {message: It is gone.}}
  Busy:
    status: 503
    code: BUSY
    fields:
      message: 'Wait {wait} s.'
    params:
      wait: {type: integer, minimum: 1}
  OrderShipped:
    parent: Conflict
    code: SHIPPED
    fields: {message: 'Order {order} was shipped.', hint: Send it back.}
fallback: Broken
`

// in is the shop with a text in place of another one, the cursor in it.
func in(t *testing.T, old, with string) string {
	t.Helper()
	if strings.Count(shop, old) != 1 {
		t.Fatalf("%q is %d times in the catalog", old, strings.Count(shop, old))
	}
	return strings.Replace(shop, old, with, 1)
}

func TestCompletion(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want, not  string // labels
		makes      string // what the first wanted one makes of the line
	}{
		{"a parent", in(t, "parent: Conflict", "parent: ¦"), "Conflict OrderGone Busy", "OrderShipped status none", "    parent: Conflict"},
		{"a parent that is begun", in(t, "parent: Conflict", "parent: Con¦"), "Conflict", "", "    parent: Conflict"},
		{"a group", in(t, "group: Orders", "group: ¦"), "Orders", "Conflict", "    group: Orders"},
		{"a source in braces", in(t, "source: page", "source: ¦"), "page", "", ""},
		{"an envelope", in(t, "    parent: Conflict", "    parent: Conflict\n    envelope: ¦"), "Problem none", "", "    envelope: Problem"},
		{"of an operation", in(t, "[OrderGone, Busy]", "[OrderGone, ¦]"), "Busy Conflict", "OrderGone none", ""},
		{"the fallback", in(t, "fallback: Broken", "fallback: ¦"), "Busy", "", "fallback: Busy"},
		{"keys of an entry", in(t, "    code: BUSY\n", "    code: BUSY\n    re¦\n"), "retryable remedy", "code status package", "    retryable: "},
		{"keys of an entry, nothing written", in(t, "    code: BUSY\n", "    code: BUSY\n    ¦\n"), "retryable parent", "code", "    retryable: "},
		{"keys of an entry in braces", in(t, "source: page,", "source: page, d¦,"), "docs description", "source", ""},
		{"keys at the end", in(t, "fallback: Broken\n", "ex¦\n"), "examples", "errors status", "examples: "},
		{"keys of a new entry", in(t, "  Busy:\n", "  New:\n    ¦\n  Busy:\n"), "status parent", "package", "    status: "},
		{"fields", in(t, "hint: Send it back.", "¦"), "hint", "message code status", ""},
		{"a placeholder", in(t, "'Wait {wait} s.'", "'Wait {¦} s.'"), "wait message $status", "order", "      message: 'Wait {wait} s.'"},
		{"a placeholder, nothing closed", in(t, "'Wait {wait} s.'", "'Wait {w¦"), "wait", "order", "      message: 'Wait {wait"},
		{"a placeholder of the parent", in(t, "{order} was", "{¦} was"), "order", "wait", ""},
		{"a param", in(t, "      wait: {type", "      ¦: {type"), "wait", "order", "      wait: {type: integer, minimum: 1}"},
		{"a word", in(t, "wait: {type: integer,", "wait: {type: ¦,"), "string integer boolean", "", ""},
		{"a boolean", in(t, "    code: BUSY\n", "    code: BUSY\n    retryable: ¦\n"), "true false", "Busy", "    retryable: true"},
		{"keys of a schema", in(t, "hint: {type: string, optional: true}", "hint: {type: string, ¦}"), "field optional pattern", "type private", ""},
		{"a type", in(t, "wait: {type: integer, minimum: 1}", "wait: {$ref: ¦}"), "Severity", "Busy", ""},
		{"in a text", in(t, "title: Orders", "title: Ord¦ers"), "", "Conflict", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := newEditor(t, nil)
			text, at := cutCursor(t, c.text)
			e.open("shop.yaml", text)
			var items []completionItem
			e.call("textDocument/completion", e.at("shop.yaml", at), &items)
			var labels []string
			for _, i := range items {
				labels = append(labels, i.Label)
			}
			for _, want := range strings.Fields(c.want) {
				if !slices.Contains(labels, want) {
					t.Errorf("no %s in %v", want, labels)
				}
			}
			for _, not := range strings.Fields(c.not) {
				if slices.Contains(labels, not) {
					t.Errorf("%s in %v", not, labels)
				}
			}
			if c.makes == "" || t.Failed() {
				return
			}
			i := slices.Index(labels, strings.Fields(c.want)[0])
			made := newText(text).changed(change{&items[i].TextEdit.Range, items[i].TextEdit.NewText})
			if _, line := made.line(at.Line); strings.TrimRight(line, "\n") != c.makes {
				t.Errorf("made %q, not %q", line, c.makes)
			}
		})
	}
}

func TestDefinitionAndReferences(t *testing.T) {
	for _, c := range []struct {
		name, text string
		declared   string // the lines of the declarations, from 1
		named      string // those of the references
	}{
		{"a parent", in(t, "parent: Conflict", "parent: Con¦flict"), "19", "34"},
		{"an entry", in(t, "  OrderGone:", "  ¦OrderGone:"), "25", "17"},
		{"of an operation", in(t, "[OrderGone, Busy]", "[OrderGone, Busy¦]"), "26", "17"},
		{"a group", in(t, "group: Orders", "group: ¦Orders"), "13", "22"},
		{"a source", in(t, "source: page", "source: page¦"), "15", "25"},
		{"a field", in(t, "      message: 'Wait", "      mess¦age: 'Wait"), "8", "24 25 30 36"},
		{"a param in a text", in(t, "{order} was", "{order¦} was"), "23", "24 36"},
		{"a param", in(t, "      wait:", "      ¦wait:"), "32", "30"},
		{"nothing", in(t, "CONFLICT", "CON¦FLICT"), "", ""},
		{"what there is not", in(t, "fallback: Broken", "fallback: Bro¦ken"), "", "37"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := newEditor(t, nil)
			text, at := cutCursor(t, c.text)
			e.open("shop.yaml", text)
			lines := func(all []location) string {
				var lines []string
				for _, l := range all {
					lines = append(lines, fmt.Sprint(l.Range.Start.Line+1))
				}
				return strings.Join(lines, " ")
			}
			var all []location
			e.call("textDocument/definition", e.at("shop.yaml", at), &all)
			if got := lines(all); got != c.declared {
				t.Errorf("declared at %s, not %s", got, c.declared)
			}
			p := e.at("shop.yaml", at)
			p["context"] = map[string]any{"includeDeclaration": false}
			e.call("textDocument/references", p, &all)
			if got := lines(all); got != c.named {
				t.Errorf("named at %s, not %s", got, c.named)
			}
		})
	}
}

func TestHover(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"an entry", in(t, "  OrderGone:", "  ¦OrderGone:"), "**OrderGone** (entry)\n\n```http\nHTTP/1.1 410 Gone\nContent-Type: application/json\n\n" + `{"code":"ORDER_GONE","message":"It is gone."` + "}\n```"},
		{"a parent", in(t, "parent: Conflict", "parent: Con¦flict"), "HTTP/1.1 409 Conflict"},
		{"a param", in(t, "{order} was", "{order¦} was"), "**order** (param)\n\n```yaml\norder: {type: integer}\n```"},
		{"a key", in(t, "    parent: Conflict", "    par¦ent: Conflict"), "The entry inherits from it"},
		{"a type", in(t, "      wait: {type: integer, minimum: 1}", "      wait: {$ref: Seve¦rity}"), "Severity: {type: string, enum: [low, high]}"},
		{"a block", in(t, "  Problem:", "  Pro¦blem:"), "Problem:\n  body:\n    properties:"},
		{"another finding leaves samples", strings.Replace(in(t, "  OrderGone:", "  ¦OrderGone:"), "{wait}", "{wail}", 1), "HTTP/1.1 410 Gone"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := newEditor(t, nil)
			text, at := cutCursor(t, c.text)
			e.open("shop.yaml", text)
			var h *hover
			e.call("textDocument/hover", e.at("shop.yaml", at), &h)
			if h == nil || !strings.Contains(h.Contents.Value, c.want) {
				t.Fatalf("%+v, not %q", h, c.want)
			}
		})
	}
	e := newEditor(t, nil)
	e.open("shop.yaml", shop)
	var h *hover
	e.call("textDocument/hover", e.at("shop.yaml", position{0, 9}), &h)
	if h != nil {
		t.Errorf("%+v of nothing", h)
	}
}

func TestOutline(t *testing.T) {
	e := newEditor(t, nil)
	e.open("shop.yaml", shop)
	var all []documentSymbol
	e.call("textDocument/documentSymbol", e.at("shop.yaml", position{}), &all)
	var got []string
	for _, top := range all {
		names := top.Name + ":"
		for _, c := range top.Children {
			names += " " + c.Name
		}
		got = append(got, names)
	}
	want := "errgen:|package:|envelopes: Problem|types: Severity|groups: Orders|sources: page|operations: GetOrder|errors: Conflict OrderGone Busy OrderShipped|fallback:"
	if g := strings.Join(got, "|"); g != want {
		t.Errorf("got  %s\nwant %s", g, want)
	}
}

func TestDiagnostics(t *testing.T) {
	good := strings.Replace(shop, "fallback: Broken", "fallback: OrderGone", 1)
	e := newEditor(t, map[string]string{
		"shop.yaml":   strings.Replace(good, "package: shop", "package: shop\ninclude: [shared.yaml]", 1),
		"shared.yaml": "errgen: 1\ntypes:\n  Shared: {type: string}\n",
	})
	show := func(name string) string {
		var all []string
		for _, d := range e.diagnostics(name) {
			if d.Severity == severityError {
				all = append(all, fmt.Sprintf("%d:%d-%d %s", d.Range.Start.Line+1, d.Range.Start.Character, d.Range.End.Character, d.Code))
			}
		}
		return strings.Join(all, "; ")
	}
	check := func(name, want string) {
		t.Helper()
		if got := show(name); got != want {
			t.Errorf("%s has %q, not %q", name, got, want)
		}
	}
	e.open("shared.yaml", "errgen: 1\ntypes:\n  Shared: {type: strin}\n")
	check("shared.yaml", "3:17-22 unknown-type")
	e.open("shop.yaml", strings.Replace(good, "package: shop", "package: shop\ninclude: [shared.yaml]", 1))
	check("shop.yaml", "")
	check("shared.yaml", "3:17-22 unknown-type")
	e.edit("shared.yaml", change{&textRange{position{2, 22}, position{2, 22}}, "g"})
	check("shared.yaml", "")
	e.edit("shop.yaml", change{nil, in(t, "fields: {message: It is gone.}", "fields: {message: \"😀 {x}\", hint: \"{days\"}")})
	check("shop.yaml", "25:77-85 unknown-placeholder; 25:93-100 bad-template; 37:10-16 unknown-entry")
	e.edit("shop.yaml", change{nil, "errgen: 1\npackage: shop\nerrors: [\n"})
	check("shop.yaml", "3:8-9 yaml-syntax")
	e.edit("shop.yaml", change{nil, "no catalog"})
	check("shop.yaml", "")
}
