package lsp

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/lint"
	"github.com/seed-1b9d9f04/errgen/internal/report"
)

// applied is a text with edits, which do not touch each other.
func applied(t *text, edits []textEdit) string {
	s := t.s
	slices.SortFunc(edits, func(a, b textEdit) int { return t.offset(b.Range.Start) - t.offset(a.Range.Start) })
	for _, e := range edits {
		s = s[:t.offset(e.Range.Start)] + e.NewText + s[t.offset(e.Range.End):]
	}
	return s
}

// changed are the lines of a text that another one does not have.
func newLines(before, after string) string {
	old := strings.Split(before, "\n")
	var all []string
	for line := range strings.SplitSeq(after, "\n") {
		if !slices.Contains(old, line) {
			all = append(all, strings.TrimSpace(line))
		}
	}
	return strings.Join(all, "\n")
}

func TestRename(t *testing.T) {
	for _, c := range []struct{ name, text, to, want string }{
		{"an entry", in(t, "parent: Conflict", "parent: Con¦flict"), "Changed", "Changed:\nparent: Changed"},
		{"of an operation", in(t, "[OrderGone, Busy]", "[OrderGone, Busy¦]"), "Full", "GetOrder: [OrderGone, Full]\nFull:"},
		{"a group", in(t, "group: Orders", "group: ¦Orders"), "Baskets", "Baskets: {title: Orders}\ngroup: Baskets"},
		{"a param and its placeholders", in(t, "{order} was", "{order¦} was"), "number", "params: {number: {type: integer}}\nfields: {message: 'Order {number} has changed. 😀'}\nfields: {message: 'Order {number} was shipped.', hint: Send it back.}"},
		{"a field keeps its member", in(t, "hint: Send", "hi¦nt: Send"), "advice", "hint: {type: string, optional: true, field: advice}\nfields: {message: 'Order {order} was shipped.', advice: Send it back.}"},
		{"an envelope", in(t, "  Problem:", "  ¦Problem:"), "Answer", "Answer:"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := newEditor(t, nil)
			text, at := cutCursor(t, c.text)
			e.open("shop.yaml", text)
			var r textRange
			e.call("textDocument/prepareRename", e.at("shop.yaml", at), &r)
			p := e.at("shop.yaml", at)
			p["newName"] = c.to
			var edit workspaceEdit
			e.call("textDocument/rename", p, &edit)
			if got := newLines(text, applied(newText(text), edit.Changes[e.uri("shop.yaml")])); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestRenameIsRefused(t *testing.T) {
	for _, c := range []struct{ name, text, to, want string }{
		{"what is there", in(t, "parent: Conflict", "parent: Con¦flict"), "Busy", "already"},
		{"what is no identifier", in(t, "parent: Conflict", "parent: Con¦flict"), "busy", "exported Go identifier"},
		{"what nothing declares", in(t, "fallback: Broken", "fallback: Bro¦ken"), "X", "nothing declares"},
		{"no name", in(t, "CONFLICT", "CON¦FLICT"), "X", "no name"},
		{"a field to the code", in(t, "hint: Send", "hi¦nt: Send"), "code", "errgen's own"},
		{"a param to a field", in(t, "{order} was", "{order¦} was"), "message", "already"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newWorkspace()
			text, at := cutCursor(t, c.text)
			w.set("file:///shop.yaml", nil, newText(text))
			f := w.file("/shop.yaml")
			if _, err := w.rename(f, f.text.offset(at), c.to); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, not %q", err, c.want)
			}
		})
	}
}

// TestRenamesKeepCatalogs: every name that the project's catalogs declare can be another
// one, with nothing wrong afterwards.
func TestRenamesKeepCatalogs(t *testing.T) {
	names, err := filepath.Glob("../../spec/*.yaml")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	count := 0
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		w := newWorkspace()
		w.set("file:///x/catalog.yaml", nil, newText(string(data)))
		f := w.file("/x/catalog.yaml")
		for _, p := range f.pieces {
			for _, o := range p.names {
				if !o.names || o.name == "status" || o.name == "code" || o.kind == operationKind {
					continue
				}
				edit, err := w.rename(f, p.start+o.start, "Renamed")
				if err != nil {
					t.Errorf("%s: %s %s: %v", name, o.kind.what(), o.name, err)
					continue
				}
				count++
				text := applied(f.text, edit.Changes["file:///x/catalog.yaml"])
				fresh := newWorkspace()
				fresh.set("file:///x/catalog.yaml", nil, newText(text))
				for _, u := range fresh.units() {
					for _, found := range u.judge(Options{}, lint.Options{}) {
						if found.Category == report.InCatalog {
							t.Errorf("%s: %s %s renamed: %s %s", name, o.kind.what(), o.name, found.Pos, found.Message)
						}
					}
				}
			}
		}
	}
	if count < 50 {
		t.Errorf("%d renames only", count)
	}
}

func TestRenameInIncludedFiles(t *testing.T) {
	shared := "errgen: 1\ntypes:\n  Level: {type: string, enum: [a]}\nenvelopes:\n  P: {body: {properties: {code: {type: string}, level: {$ref: Level}}}}\n"
	other := "errgen: 1\npackage: other\ninclude: [sub/shared.yaml]\nerrors:\n  Own: {envelope: P, status: 400, code: A, params: {n: {$ref: Level}}}\n"
	e := newEditor(t, map[string]string{"sub/shared.yaml": "errgen: 1\n", "other.yaml": other})
	e.open("sub/shared.yaml", shared)
	mine := strings.Replace(other, "package: other", "package: mine", 1)
	e.open("mine.yaml", mine)
	p := e.at("mine.yaml", newText(mine).position(strings.Index(mine, "Level")))
	p["newName"] = "Grade"
	var edit workspaceEdit
	e.call("textDocument/rename", p, &edit)
	for name, want := range map[string]int{"sub/shared.yaml": 2, "mine.yaml": 1, "other.yaml": 1} {
		if got := edit.Changes[e.uri(name)]; len(got) != want {
			t.Errorf("%d edits of %s: %v", len(got), name, got)
		}
	}
	p = e.at("mine.yaml", newText(mine).position(strings.Index(mine, "Own")))
	p["newName"] = "Mine"
	edit = workspaceEdit{}
	e.call("textDocument/rename", p, &edit)
	if len(edit.Changes) != 1 {
		t.Errorf("an entry of one catalog is renamed in %v", edit.Changes)
	}
}

func TestActions(t *testing.T) {
	for _, c := range []struct{ name, text, title, want string }{
		{"what was meant", in(t, "parent: Conflict", "parent: Conflikt"), "Write `Conflict`", "parent: Conflict"},
		{"a key that was meant", in(t, "    parent: Conflict", "    parnt: Conflict"), "Write `parent`", "parent: Conflict"},
		{"a placeholder that was meant", in(t, "'Wait {wait} s.'", "'Wait {wayt} s.'"), "Write `wait`", "message: 'Wait {wait} s.'"},
		{"a group", in(t, "group: Orders", "group: Somewhere"), "Declare the group `Somewhere`", "Somewhere:\ntitle: Somewhere"},
		{"a param", in(t, "It is gone.", "'It is {why}.'"), "Declare the param `why`", "OrderGone: {status: 410, code: ORDER_GONE, source: page, fields: {message: 'It is {why}.'}, params: {why: {type: string}}}"},
		{"a type", in(t, "wait: {type: integer, minimum: 1}", "wait: {$ref: Seconds}"), "Declare the type `Seconds`", "Seconds: {type: string}"},
		{"a param too many", in(t, "'Wait {wait} s.'", "Wait."), "Remove the param `wait`", ""},
		{"a rule", strings.Replace(shop, "fallback: Broken\n", "", 1), "Allow text-only-param for Busy", "allow:\ntext-only-param: 'TODO: say why.'"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := newEditor(t, nil)
			text := strings.Replace(c.text, "fallback: Broken", "fallback: OrderGone", 1)
			e.open("shop.yaml", text)
			p := e.at("shop.yaml", position{})
			p["context"] = map[string]any{"diagnostics": e.diagnostics("shop.yaml")}
			var actions []codeAction
			e.call("textDocument/codeAction", p, &actions)
			i := slices.IndexFunc(actions, func(a codeAction) bool { return a.Title == c.title })
			if i < 0 {
				t.Fatalf("no %q in %+v for %+v", c.title, actions, e.diagnostics("shop.yaml"))
			}
			after := applied(newText(text), actions[i].Edit.Changes[e.uri("shop.yaml")])
			if got := newLines(text, after); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			e.edit("shop.yaml", change{nil, after})
			for _, d := range e.diagnostics("shop.yaml") {
				if d.Code == actions[i].Diagnostics[0].Code && d.Message == actions[i].Diagnostics[0].Message {
					t.Errorf("it is still there: %+v", d)
				}
			}
		})
	}
}

func TestFormatting(t *testing.T) {
	e := newEditor(t, nil)
	loose := "package: shop\nerrgen: 1\nenvelopes: {Empty: {}}   # none\nerrors: {Gone: {status:   410}}\n"
	e.open("shop.yaml", loose)
	var edits []textEdit
	e.call("textDocument/formatting", e.at("shop.yaml", position{}), &edits)
	after := applied(newText(loose), edits)
	if !strings.HasPrefix(after, "errgen: 1\npackage: shop\n") || !strings.Contains(after, "# none") {
		t.Errorf("%s", after)
	}
	e.edit("shop.yaml", change{nil, after})
	e.call("textDocument/formatting", e.at("shop.yaml", position{}), &edits)
	if len(edits) != 0 {
		t.Errorf("laid out, and yet %+v", edits)
	}
}
