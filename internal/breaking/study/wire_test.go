package study

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/breaking"
	"github.com/seed-1b9d9f04/errgen/internal/gen/gocode"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
	"github.com/seed-1b9d9f04/errgen/internal/testmodule"
)

// result is what the compiled packages have shown; see testdata/main.go.txt.
type result struct {
	Pair            int
	Back            bool
	Entry, ID, Lost string
	Kind, What      string
}

// exchanged compiles the packages of pairs of one base, a module for all, and has them
// exchange their errors.
func exchanged(t *testing.T, pairs []*pair) (results []result, sent int) {
	t.Helper()
	m := testmodule.New(t, "judge", "1.21")
	writePackage(t, m, pairs[0].base.tree, pairs[0].base.read, "p0")
	var list, imports strings.Builder
	imports.WriteString("\t\"judge/common\"\n\t\"judge/p0\"\n")
	for i, p := range pairs {
		name := fmt.Sprintf("p%d", i+1)
		writePackage(t, m, p.tree, p.base.read, name)
		fmt.Fprintf(&imports, "\t\"judge/%s\"\n", name)
		fmt.Fprintf(&list, "\t{p0.Judged(), %s.Judged()},\n", name)
	}
	m.Write("pairs.go", "package main\n\nimport (\n"+imports.String()+")\n\nvar pairs = [][2]*common.Package{\n"+list.String()+"}\n")
	for from, to := range map[string]string{"common": "common/common.go", "main": "main.go"} {
		text, err := os.ReadFile("testdata/" + from + ".go.txt")
		if err != nil {
			t.Fatal(err)
		}
		m.Write(to, string(text))
	}
	m.Go("run", "-gcflags=judge/...=-N -l", ".")
	text, err := os.ReadFile(filepath.Join(m.Dir, "results.json"))
	if err != nil {
		t.Fatal(err)
	}
	var all struct {
		Sent    int
		Results []result
	}
	if err := json.Unmarshal(text, &all); err != nil {
		t.Fatal(err)
	}
	return all.Results, all.Sent
}

// writePackage writes the package of a catalog under a name, with what the program
// asks of it.
func writePackage(t *testing.T, m *testmodule.Module, tree *node, read func(string) ([]byte, error), name string) {
	t.Helper()
	tree = clone(tree)
	set(tree, "package", name)
	side, ok := generation(tree, read)
	if !ok {
		t.Fatalf("no catalog:\n%s", text(tree))
	}
	for dir, files := range emitted(t, side) {
		for file, content := range files {
			m.Write(dir+"/"+file, string(content))
		}
	}
	m.Write(name+"/judged.go", judged(side, name))
}

// judged is Go code that hands out what a package can do.
func judged(side breaking.Side, name string) string {
	var b strings.Builder
	for _, e := range side.Catalog.Entries {
		if e.Envelope == nil && e.Close == nil || e.Envelope != nil && e.Envelope.Part {
			continue
		}
		constructor := "nil"
		if e.NewFunc != "" && !e.RaisedByID() {
			constructor = e.NewFunc
		}
		fmt.Fprintf(&b, "\t\t{%q, %s, []func() error{\n", e.Name, e.Const)
		for _, raise := range raised(e) {
			b.WriteString("\t\t\t" + raise + ",\n")
		}
		fmt.Fprintf(&b, "\t\t}, %s},\n", constructor)
	}
	frames := ""
	if side.Catalog.HasClose {
		frames = "\n\t\tCloseFrame: CloseFrame, DecodeClose: DecodeClose,"
	}
	data := "return nil"
	if slices.ContainsFunc(side.Catalog.Entries, func(e *model.Entry) bool { return len(e.Params) > 0 || e.StatusParam }) {
		data = "if e, ok := err.(*Error); ok && e.Data() != nil {\n\t\treturn e.Data()\n\t}\n\treturn nil"
	}
	body := b.String()
	imports := "\t\"judge/common\"\n"
	for _, pkg := range []string{"time", "encoding/json"} {
		if strings.Contains(body, filepath.Base(pkg)+".") {
			imports += fmt.Sprintf("\t%q\n", pkg)
		}
	}
	return "package " + name + "\n\nimport (\n" + imports + ")\n\n// Judged is what the package can do.\nfunc Judged() *common.Package {\n" +
		"\treturn &common.Package{Entries: []common.Entry{\n" + body + "\t}, Encode: Encode, Decode: Decode, Data: judgedData," + frames + "\n\t}\n}\n\n" +
		"func judgedData(err error) any {\n\t" + data + "\n}\n"
}

// raised are functions that raise an entry: as its sample has it, with all params, and
// with each value at the limits of what a param admits.
func raised(e *model.Entry) []string {
	all := []string{function(e, (*gocode.Printer).Raise)}
	if len(e.Params) == 0 || e.TypeName == "" {
		return all
	}
	all = append(all, function(e, (*gocode.Printer).Data))
	samples := e.Samples
	for _, p := range e.Params {
		for _, v := range limits(p) {
			e.Samples = append([]*model.Sample{{Params: []model.SampleParam{{Param: p, Value: v}}}}, samples...)
			all = append(all, function(e, (*gocode.Printer).Data))
		}
	}
	e.Samples = samples
	return all
}

func function(e *model.Entry, of func(*gocode.Printer, *model.Entry) gocode.Expr) string {
	p := &gocode.Printer{Variables: new(gocode.Variables)}
	x := of(p, e).Inline()
	text := "func() error {"
	for _, v := range p.Variables.Declared {
		text += " " + v.Name + " := " + v.Value.Inline() + ";"
	}
	return text + " return " + x + " }"
}

// limits are values at the limits of what a param admits.
func limits(p *model.Param) []model.Value {
	s := p.Schema.Resolved()
	all := slices.Clone(s.Enum)
	if len(all) > 0 {
		return all
	}
	switch s.Kind {
	case model.IntegerKind, model.NumberKind:
		low, _ := values.LowerBound(s)
		high, _ := values.UpperBound(s)
		for _, text := range []string{low, high, "0", "-1"} {
			if text != "" {
				all = append(all, model.Value{Kind: model.NumberValue, Text: text})
			}
		}
	case model.StringKind:
		if s.Format == "" && s.Pattern == "" {
			all = append(all, values.Text("Some text: 7."))
		}
	}
	rules := values.NewChecker()
	return slices.DeleteFunc(all, func(v model.Value) bool { return rules.Violation(v, p.Schema) != "" })
}
