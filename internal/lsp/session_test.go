package lsp

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/sourcegraph/jsonrpc2"
)

// snippets are what is typed and pasted at random.
var snippets = []string{
	"\n", " ", ":", "- ", "{", "}", "'", "\"", "[", "]", ",", "#", "|", ">", "&a ", "*a", "!", "\t", "\r\n", "é", "😀", "\ufeff", "---\n", "{x}", "{{",
	"errors:\n", "  New: {status: 404}\n", "  New:\n    parent: Conflict\n", "envelopes:\n", "types: {A: {$ref: A}}\n", "examples:\n- {name: x, error: New}\n",
	"include: [other.yaml, shop.yaml]\n", "defaults: {params: {order: {type: string}}}\n", "    params: {x: {type: string}}\n", "    omit: [hint]\n", "code: ", "parent: ",
}

// randomEdit is an edit of a text at a random place.
func randomEdit(r *rand.Rand, t *text) change {
	start := t.position(r.IntN(len(t.s) + 1))
	end := start
	switch r.IntN(4) {
	case 0:
		end = t.position(t.offset(start) + r.IntN(12))
	case 1:
		end = position{start.Line + r.IntN(3), 0}
	}
	if end.Line < start.Line || end.Line == start.Line && end.Character < start.Character {
		end = start
	}
	return change{&textRange{start, end}, snippets[r.IntN(len(snippets))]}
}

// asked is what is asked of a place.
var asked = []string{"completion", "hover", "definition", "references", "documentSymbol", "prepareRename", "rename", "formatting"}

// answers are what a server says of a place.
func answers(w *workspace, f *file, offset int) []string {
	place, cannot := w.prepareRename(f, offset)
	renamed, refused := w.rename(f, offset, "Another")
	formatted, broken := f.format()
	return []string{
		shown(w.completion(f, offset), nil), shown(w.hover(f, offset), nil), shown(w.definition(f, offset), nil),
		shown(w.references(f, offset, true), nil), shown(f.outline(), nil),
		shown(place, cannot), shown(renamed, refused), shown(formatted, broken),
	}
}

// shown is an answer, or why there is none.
func shown(answer any, err error) string {
	if e := (*jsonrpc2.Error)(nil); errors.As(err, &e) {
		return e.Message
	} else if err != nil {
		return err.Error()
	}
	out, err := json.Marshal(answer)
	if err != nil {
		panic(err)
	}
	return string(out)
}

// TestSessionIsNeverStale: after each of many random edits the server says what one says
// that is started with the text as it is then. ERRGEN_LONG does so with a catalog of 2,000
// entries as often.
func TestSessionIsNeverStale(t *testing.T) {
	edits, ofMany := 250, 5
	switch {
	case os.Getenv("ERRGEN_LONG") == "1":
		edits, ofMany = 1000, 1000
	case testing.Short():
		edits, ofMany = 100, 2
	}
	t.Run("few", func(t *testing.T) { checkSession(t, shop, edits) })
	t.Run("many", func(t *testing.T) { checkSession(t, large(2000), ofMany) })
}

// checkSession edits a catalog at random, and compares each answer with one of a fresh start.
func checkSession(t *testing.T, catalog string, edits int) {
	e := newEditor(t, map[string]string{"other.yaml": "errgen: 1\nerrors:\n  New: {status: 400}\n"})
	r := rand.New(rand.NewPCG(1, 2))
	now := newText(catalog)
	e.open("shop.yaml", catalog)
	for i := range edits {
		c := randomEdit(r, now)
		if i%60 == 59 {
			c = change{nil, catalog}
		}
		now = now.changed(c)
		e.edit("shop.yaml", c)
		offset := r.IntN(len(now.s) + 1)
		p := e.at("shop.yaml", now.position(offset))
		p["context"], p["newName"] = map[string]any{"includeDeclaration": true}, "Another"
		fresh := newWorkspace()
		fresh.set(e.uri("shop.yaml"), nil, newText(now.s))
		want := answers(fresh, fresh.file(e.root+"/shop.yaml"), now.offset(now.position(offset)))
		for k, method := range asked {
			var got json.RawMessage
			err := e.conn.Call(t.Context(), "textDocument/"+method, p, &got)
			if s := shown(got, err); s != want[k] {
				t.Fatalf("edit %d, %s at %d of\n%.5000s\ngot  %s\nwant %s", i, method, offset, now.s, s, want[k])
			}
		}
		if i%50 == 0 {
			e.checkDiagnostics(now.s)
		}
	}
}

// checkDiagnostics compares what is shown with what there is to be found.
func (e *editor) checkDiagnostics(s string) {
	e.t.Helper()
	fresh := newWorkspace()
	fresh.set(e.uri("shop.yaml"), nil, newText(s))
	want := map[string][]diagnostic{}
	for _, u := range fresh.units() {
		want = diagnostics(u.judge(e.server.options, e.server.options.Rules()), map[string]*text{u.name: fresh.file(u.name).text})
	}
	name := e.root + "/shop.yaml"
	if got := e.diagnostics("shop.yaml"); fmt.Sprint(got) != fmt.Sprint(append([]diagnostic{}, want[name]...)) {
		e.t.Fatalf("of\n%s\ngot  %v\nwant %v", s, got, want[name])
	}
}

// large is a catalog with many entries.
func large(entries int) string {
	var b strings.Builder
	b.WriteString(strings.Replace(shop, "fallback: Broken\n", "", 1))
	for i := range entries {
		fmt.Fprintf(&b, "  Made%d:\n    parent: Conflict\n    code: MADE_%d\n    fields: {message: 'Order {order} of %d.', hint: Nothing.}\n    description: The %dth.\n", i, i, i, i)
	}
	return b.String()
}
