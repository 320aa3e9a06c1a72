package study

import (
	"encoding/json"
	"fmt"
	"go/parser"
	"go/printer"
	"go/token"
	"maps"
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
// exchange their errors: the results of each pair. Packages of one code are compiled
// once, and one that has the base's has nothing to say.
func exchanged(t *testing.T, pairs []*pair) [][]result {
	t.Helper()
	m := testmodule.New(t, "judge", "1.21")
	var list, imports strings.Builder
	imports.WriteString("\t\"judge/common\"\n")
	names := map[string]string{} // of packages, by their code
	bases := map[*node]string{}  // and by the trees of bases
	compiled := func(b base, tree *node) string {
		t.Helper()
		if bases[tree] != "" {
			return bases[tree]
		}
		folders := judgedPackage(t, named(t, tree, b.read, "p"))
		code := codeOf(t, folders["p"])
		if names[code] == "" {
			names[code] = fmt.Sprintf("p%d", len(names))
			folders[names[code]] = folders["p"]
			delete(folders, "p")
			write(m, folders)
			fmt.Fprintf(&imports, "\t%s \"judge/%[1]s\"\n", names[code])
		}
		if tree == b.tree {
			bases[tree] = names[code]
		}
		return names[code]
	}
	var asked []int
	for i, p := range pairs {
		was, is := compiled(p.base, p.base.tree), compiled(p.base, p.tree)
		if was != is {
			fmt.Fprintf(&list, "\t{%s.Judged(), %s.Judged()},\n", was, is)
			asked = append(asked, i)
		}
	}
	all := make([][]result, len(pairs))
	if len(asked) == 0 {
		return all
	}
	m.Write("pairs.go", "package main\n\nimport (\n"+imports.String()+")\n\nvar pairs = [][2]*common.Package{\n"+list.String()+"}\n")
	for from, to := range map[string]string{"common": "common/common.go", "main": "main.go"} {
		text, err := os.ReadFile("testdata/" + from + ".go.txt")
		if err != nil {
			t.Fatal(err)
		}
		m.Write(to, string(text))
	}
	m.Go("run", "-gcflags=judge/...=-N -l", "-ldflags=-s -w", ".")
	text, err := os.ReadFile(filepath.Join(m.Dir, "results.json"))
	if err != nil {
		t.Fatal(err)
	}
	var results []result
	if err := json.Unmarshal(text, &results); err != nil {
		t.Fatal(err)
	}
	for _, r := range results {
		all[asked[r.Pair]] = append(all[asked[r.Pair]], r)
	}
	return all
}

// named is the generation of a catalog whose package has another name.
func named(t *testing.T, tree *node, read func(string) ([]byte, error), name string) breaking.Side {
	t.Helper()
	tree = clone(tree)
	set(tree, "package", name)
	side, ok := generation(tree, read)
	if !ok {
		t.Fatalf("no catalog:\n%s", text(tree))
	}
	return side
}

// judgedPackage are the files of the package of a generation, with what the program asks
// of it, and of the engine, by folders.
func judgedPackage(t *testing.T, side breaking.Side) map[string]map[string][]byte {
	t.Helper()
	folders := emitted(t, side)
	folders[side.Catalog.Package]["judged.go"] = []byte(judged(side, side.Catalog.Package))
	return folders
}

// write writes files by their folders.
func write(m *testmodule.Module, folders map[string]map[string][]byte) {
	for dir, files := range folders {
		for file, content := range files {
			m.Write(dir+"/"+file, string(content))
		}
	}
}

// codeOf is the code of a package without its comments.
func codeOf(t *testing.T, files map[string][]byte) string {
	t.Helper()
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(files)) {
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, name, files[name], parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		if err := printer.Fprint(&b, fset, file); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

// judged is Go code that hands out what a package can do.
func judged(side breaking.Side, name string) string {
	var b strings.Builder
	shown := map[[2]string]bool{}
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
		b.WriteString("\t\t}, []common.Within{\n")
		for _, in := range within(e, shown) {
			fmt.Fprintf(&b, "\t\t\t{%q, %q, %s},\n", in.name, in.field, in.raise)
		}
		list := ""
		if e.Envelope != nil && e.Envelope.Repeated != nil {
			list = e.Envelope.Name
		}
		fmt.Fprintf(&b, "\t\t}, %s, %v, %q},\n", constructor, e.Envelope != nil, list)
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

// nested raises an error within another.
type nested struct{ name, field, raise string }

// within are an entry with each of the errors that can stand in it, at each place that
// was not shown before in its envelope.
func within(e *model.Entry, shown map[[2]string]bool) (all []nested) {
	if e.Envelope == nil {
		return nil
	}
	samples := e.Samples
	for _, p := range e.Params {
		env, v := errorIn(p.Schema)
		place := [2]string{e.Envelope.Name, p.Name}
		if env == nil || shown[place] {
			continue
		}
		shown[place] = true
		was := env.Nested
		e.Samples = append([]*model.Sample{{Params: []model.SampleParam{{Param: p, Value: v}}}}, samples...)
		for _, inner := range env.Entries {
			env.Nested = &model.Nested{Entry: inner}
			if len(inner.Samples) > 0 {
				env.Nested.Params = inner.Samples[0].Params
			}
			all = append(all, nested{inner.Name, p.GoName, function(e, (*gocode.Printer).Data)})
		}
		e.Samples, env.Nested = samples, was
	}
	return all
}

// errorIn is the envelope of an error that is a schema's value or an item of it, nil if
// none is, and a value in which there is one.
func errorIn(s *model.Schema) (*model.Envelope, model.Value) {
	s = s.Resolved()
	switch s.Kind {
	case model.ArrayKind:
		env, v := errorIn(s.Items)
		return env, model.Value{Kind: model.ArrayValue, Items: []model.Value{v}}
	case model.ErrorKind:
		return s.ErrorOf, model.Value{Kind: model.ObjectValue}
	}
	return nil, model.Value{}
}

// raised are functions that raise an entry: as its sample has it, under each of its
// statuses, with all params, and with each value at the limits of what a param admits.
func raised(e *model.Entry) []string {
	all := []string{function(e, (*gocode.Printer).Raise)}
	if e.StatusParam {
		status := e.Status
		for _, r := range status {
			for _, n := range []int{r.Lo, r.Hi} {
				e.Status = model.StatusSet{{Lo: n, Hi: n}}
				all = append(all, function(e, (*gocode.Printer).Raise))
			}
		}
		e.Status = status
	}
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
	add := func(texts ...string) {
		for _, text := range texts {
			all = append(all, values.Text(text))
		}
	}
	switch {
	case len(all) > 0:
	case s.Kind == model.IntegerKind || s.Kind == model.NumberKind:
		low, _ := values.LowerBound(s)
		high, _ := values.UpperBound(s)
		for _, text := range []string{low, high, "0", "7", "-1", "1.5", "1000000000000000"} {
			if text != "" {
				all = append(all, model.Value{Kind: model.NumberValue, Text: text})
			}
		}
	case s.Kind == model.StringKind && s.Format == "":
		add("Some text: 7.")
		add(values.PatternSamples(s.Pattern)...)
		if s.MaxLength == nil {
			add(strings.Repeat("x", 1000))
		}
		for _, n := range []*int{s.MinLength, s.MaxLength} {
			if n != nil && *n <= 1000 {
				add(strings.Repeat("x", *n))
			}
		}
	case s.Kind == model.BooleanKind:
		all = append(all, model.Value{Kind: model.BoolValue, Bool: true}, model.Value{Kind: model.BoolValue})
	}
	if p.Schema.AdmitsNull() && s.Kind != model.AnyKind {
		all = append(all, model.Value{})
	}
	rules := values.NewChecker()
	return slices.DeleteFunc(all, func(v model.Value) bool { return rules.Violation(v, p.Schema) != "" })
}
