package breaking

import (
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/gen/gocode"
	"github.com/seed-1b9d9f04/errgen/internal/gen/golang"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/testmodule"
)

// judged is a mutation, made: what is said of it, and its package.
type judged struct {
	name    string
	side    Side
	files   []gen.File
	changes []Change
}

// judgedMutations makes the base and all mutations: packages shop0, shop1 and so on, which share
// an engine.
func judgedMutations(t *testing.T) (before judged, after []judged) {
	t.Helper()
	of := func(n int, name, text string) judged {
		s := side(t, strings.Replace(text, "package: shop\n", fmt.Sprintf("package: shop%d\n", n), 1))
		files, err := golang.New().Emit(s.Catalog, gen.Target{Catalog: "shop.yaml", ImportPath: "judge/" + s.Catalog.Package})
		if err != nil {
			t.Fatal(err)
		}
		files = slices.DeleteFunc(files, func(f gen.File) bool { return path.Base(f.Path) == "example_test.go" })
		return judged{name: name, side: s, files: files}
	}
	before = of(0, "", base)
	for i, m := range mutations {
		after = append(after, of(i+1, m.name, mutated(t, m.edits)))
		changes, err := Compare([]Side{before.side}, []Side{after[i].side}, Terms{})
		if err != nil {
			t.Fatal(err)
		}
		after[i].changes = changes
	}
	return before, after
}

// folders are files by their folders and names.
func folders(files []gen.File) map[string]map[string][]byte {
	found := map[string]map[string][]byte{}
	for _, f := range files {
		dir := path.Dir(f.Path)
		if found[dir] == nil {
			found[dir] = map[string][]byte{}
		}
		found[dir][path.Base(f.Path)] = f.Content
	}
	return found
}

// TestSourceJudge holds what is said of Go code to go/types: a client that uses every
// name of the package that there was, by its type, is checked with each package that
// there is. It fails to compile just where that is said.
func TestSourceJudge(t *testing.T) {
	before, after := judgedMutations(t)
	checker := testmodule.NewChecker()
	check := func(name string, files map[string][]byte) {
		if err := checker.Check("judge/"+name, files); err != nil {
			t.Fatal(err)
		}
	}
	check(gen.EngineDir, folders(before.files)[gen.EngineDir])
	client, broken := clientOf(t, before.side), 0
	for _, j := range append([]judged{before}, after...) {
		pkg := j.side.Catalog.Package
		check(pkg, folders(j.files)[pkg])
		text := strings.ReplaceAll(client, "shop0", pkg)
		err := checker.Check("judge/client/"+pkg, map[string][]byte{"client.go": []byte(text)})
		said := slices.ContainsFunc(j.changes, func(c Change) bool {
			switch c.Rule {
			case GoRemoved, GoSignature, GoField, GoType, ErrorRemoved:
				return true
			case ErrorRenamed:
				return c.Level == Error
			}
			return false
		})
		if (err != nil) != said {
			t.Errorf("%s: said to break: %v, and the compiler: %v", j.name, said, err)
		}
		if err != nil {
			broken++
		}
	}
	t.Logf("%d of %d break the client", broken, len(after))
	if broken < 10 || broken == len(after) {
		t.Error("the judge has nothing to do")
	}
}

// packageName is a name that a package declares, in a type.
var packageName = regexp.MustCompile(`(^|[^.\w])([A-Z]\w*)`)

// clientOf is Go code that uses every exported name of a package, by its type.
func clientOf(t *testing.T, s Side) string {
	t.Helper()
	names, err := surfaceOf(s)
	if err != nil {
		t.Fatal(err)
	}
	pkg := s.Catalog.Package
	of := func(text string) string { return packageName.ReplaceAllString(text, "${1}"+pkg+".$2") }
	var b strings.Builder
	fmt.Fprintf(&b, "package client\n\nimport (\n\t\"log/slog\"\n\t\"net/http\"\n\t\"time\"\n\n\t\"judge/%s\"\n)\n\nvar (\n\t_ slog.Value\n\t_ http.Header\n\t_ time.Time\n)\n\n", pkg)
	for _, name := range names.order {
		d := names.decls[name]
		owner, member, _ := strings.Cut(name, ".")
		switch {
		case d.kind == "constant":
			kind, _, _ := strings.Cut(d.text, " = ")
			fmt.Fprintf(&b, "var _ %s = %s.%s\n", of(kind), pkg, name)
		case d.kind == "function":
			fmt.Fprintf(&b, "var _ %s = %s.%s\n", of(d.text), pkg, name)
		case d.kind == "method", d.kind == "field":
			fmt.Fprintf(&b, "func _(v *%s.%s) { var _ %s = v.%s }\n", pkg, owner, of(d.text), member)
		case strings.HasPrefix(d.text, "[]"), strings.HasPrefix(d.text, "map["):
			fmt.Fprintf(&b, "func _(v %s.%s) %s { return v }\n", pkg, name, of(d.text))
		case d.text == "string":
			fmt.Fprintf(&b, "func _(v %s.%s) string { return string(v) }\n", pkg, name)
		default:
			fmt.Fprintf(&b, "var _ %s.%s\n", pkg, name)
		}
	}
	return b.String()
}

// exchanged is what the compiled packages have made of an error.
type exchanged struct {
	Mutation int
	Back     bool // the old package writes
	Entry    string
	ID       string // as what it is read, "" for no error
	Data     bool   // errors.As finds its data
	Own      bool   // the package that has written it finds them
}

// TestWireJudge holds what is said of the wire to the compiled packages: what one
// generation writes the other reads. ERRGEN_LONG=1 takes all mutations, else it is some.
func TestWireJudge(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles many packages")
	}
	before, after := judgedMutations(t)
	if os.Getenv("ERRGEN_LONG") != "1" {
		after = slices.DeleteFunc(after, func(j judged) bool { return len(j.name)%5 != 0 })
	}
	m := testmodule.New(t, "judge", "1.21")
	for _, j := range append([]judged{before}, after...) {
		for _, f := range j.files {
			m.Write(f.Path, string(f.Content))
		}
	}
	m.Write("main.go", wireProgram(before.side, after))
	m.Go("run", ".")
	text, err := os.ReadFile(filepath.Join(m.Dir, "exchanged.json"))
	if err != nil {
		t.Fatal(err)
	}
	var all []exchanged
	if err := json.Unmarshal(text, &all); err != nil {
		t.Fatal(err)
	}
	broken := 0
	for _, x := range all {
		if x.compare(t, before.side, after[x.Mutation]) {
			broken++
		}
	}
	t.Logf("%d errors sent, %d of them not read as what they were", len(all), broken)
	if len(all) < 100 || broken < 10 {
		t.Error("the judge has nothing to do")
	}
}

// compare compares what has become of an error with what is said of it.
func (x exchanged) compare(t *testing.T, before Side, j judged) (broken bool) {
	t.Helper()
	p := match(before.Catalog, j.side.Catalog)
	category, subject, want := Wire, x.Entry, counterpart(p.earlier, x.Entry)
	if x.Back {
		category, want = WireBack, counterpart(p.later, x.Entry)
		if want != "" {
			subject = want
		}
	}
	said := func(rules ...Rule) bool {
		return slices.ContainsFunc(j.changes, func(c Change) bool {
			return c.Subject == subject && slices.Contains(rules, c.Rule) && (c.Category == category || c.Rule == ErrorRemoved)
		})
	}
	broken = x.ID != want
	if got := said(ErrorMisread, ErrorUnlisted, ErrorUnexpected, ErrorIgnored, ErrorAncestor, ErrorRemoved); got != broken {
		t.Errorf("%s: %s %s: said to be read as another: %v; it is read as %q", j.name, category, x.Entry, got, x.ID)
	}
	lost := !broken && x.Own && !x.Data && hasParams(x.Back, want, before, j.side)
	if lost && !said(DataLost) {
		t.Errorf("%s: %s %s: its data is lost, and nothing said", j.name, category, x.Entry)
	}
	return broken || lost
}

// hasParams reports whether the reader's entry of a name has anything to lose.
func hasParams(back bool, name string, before, after Side) bool {
	c := before.Catalog
	if back {
		c = after.Catalog
	}
	return slices.ContainsFunc(c.Entries, func(e *model.Entry) bool { return e.Name == name && len(e.Params) > 0 })
}

// counterpart is the name of an entry's counterpart, "" if it has none.
func counterpart(of map[*model.Entry]*model.Entry, name string) string {
	for e, other := range of {
		if e.Name == name {
			return other.Name
		}
	}
	return ""
}

// wireProgram is a program in which the packages exchange their errors.
func wireProgram(before Side, after []judged) string {
	var imports, body strings.Builder
	fmt.Fprintf(&imports, "\t\"judge/%s\"\n", before.Catalog.Package)
	for i, j := range after {
		pkg := j.side.Catalog.Package
		fmt.Fprintf(&imports, "\t\"judge/%s\"\n", pkg)
		writeExchanges(&body, i, false, j.side, before.Catalog.Package)
		writeExchanges(&body, i, true, before, pkg)
	}
	return `package main

import (
	"encoding/json"
	"errors"
	"net/http"
	"os"
	"time"

` + imports.String() + `)

var _ time.Time

type exchanged struct {
	Mutation  int
	Back      bool
	Entry     string
	ID        string
	Data, Own bool
}

var all []exchanged

// send notes what is made of a response, by who has written it and by the other.
func send(i int, back bool, entry string, status int, header http.Header, body []byte, own, decode func(int, http.Header, []byte) error) {
	_, mine := read(own(status, header, body))
	id, data := read(decode(status, header, body))
	all = append(all, exchanged{i, back, entry, id, data, mine})
}

// read is the entry of the first error in a tree, and whether it has data.
func read(err error) (id string, data bool) {
	type joined interface{ Unwrap() []error }
	if j, ok := err.(joined); ok {
		err = j.Unwrap()[0]
	}
	var named interface{ ErrorType() string }
	if !errors.As(err, &named) {
		return "", false
	}
	return named.ErrorType(), hasData(err)
}

func main() {
` + body.String() + `	text, err := json.Marshal(all)
	if err == nil {
		err = os.WriteFile("exchanged.json", text, 0o666)
	}
	if err != nil {
		panic(err)
	}
}

// hasData reports whether an error has data.
func hasData(err error) bool {
	switch e := err.(type) {
` + dataCases(before, after) + `	}
	return false
}
`
}

// dataCases are cases for the error type of each package.
func dataCases(before Side, after []judged) string {
	var b strings.Builder
	fmt.Fprintf(&b, "\tcase *%s.Error:\n\t\treturn e.Data() != nil\n", before.Catalog.Package)
	for _, j := range after {
		fmt.Fprintf(&b, "\tcase *%s.Error:\n\t\treturn e.Data() != nil\n", j.side.Catalog.Package)
	}
	return b.String()
}

// writeExchanges writes code in which a package writes all of its errors and another
// one reads them.
func writeExchanges(b *strings.Builder, i int, back bool, from Side, reader string) {
	pkg := from.Catalog.Package
	for _, e := range from.Catalog.Entries {
		if e.Envelope == nil || e.Envelope.Part {
			continue
		}
		p := &gocode.Printer{In: gocode.Scope(pkg), Variables: new(gocode.Variables)}
		raise := p.Raise(e).Inline()
		b.WriteString("\tfunc() {\n")
		for _, v := range p.Variables.Declared {
			fmt.Fprintf(b, "\t\t%s := %s\n", v.Name, v.Value.Inline())
		}
		fmt.Fprintf(b, "\t\tstatus, header, body := %s.Encode(%s)\n\t\tsend(%d, %v, %q, status, header, body, %s.Decode, %s.Decode)\n\t}()\n",
			pkg, raise, i, back, e.Name, pkg, reader)
	}
}
