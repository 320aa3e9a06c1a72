package study

import (
	"fmt"
	"go/types"
	"slices"
	"strings"
	"testing"

	"golang.org/x/exp/apidiff"

	"github.com/seed-1b9d9f04/errgen/internal/breaking"
	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/testmodule"
)

// sourceJudge asks go/types and apidiff whether Go code breaks.
type sourceJudge struct{ checker *testmodule.Checker }

func newSourceJudge(t *testing.T, any breaking.Side) *sourceJudge {
	t.Helper()
	j := &sourceJudge{testmodule.NewChecker()}
	if err := j.checker.Check("judge/"+gen.EngineDir, emitted(t, any)[gen.EngineDir]); err != nil {
		t.Fatal(err)
	}
	return j
}

// typed is a package, checked.
func (j *sourceJudge) typed(t *testing.T, s breaking.Side) *types.Package {
	t.Helper()
	pkg := s.Catalog.Package
	if err := j.checker.Check("judge/"+pkg, emitted(t, s)[pkg]); err != nil {
		t.Fatal(err)
	}
	p, err := j.checker.Import("judge/" + pkg)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// breaks says why code that uses the earlier package does not compile with the later
// one, nil if it does.
func (j *sourceJudge) breaks(t *testing.T, was *types.Package, s breaking.Side) (why []string) {
	t.Helper()
	is := j.typed(t, s)
	for _, c := range apidiff.Changes(was, is).Changes {
		if !c.Compatible && !strings.HasSuffix(c.Message, comparable) && !ofPrinting(c.Message) {
			why = append(why, "apidiff: "+c.Message)
		}
	}
	if err := j.checker.Check("judge/client", map[string][]byte{"client.go": []byte(clientOf(was))}); err != nil {
		why = append(why, "client: "+err.Error())
	}
	return why
}

// comparable is what apidiff says of a type whose values == does not compare any more.
// That a type for data gets a member that is a list is no break by which anybody is
// helped: errors are compared by errors.Is.
const comparable = "old is comparable, new is not"

// printing are methods that fmt, log/slog and encoding/json ask for, and nobody calls by
// their names: types with sensitive values have them, and without they would show these.
// That a value is sensitive no more is what disclosed says.
var printing = []string{"GoString", "LogValue", "MarshalJSON"}

// ofPrinting reports whether a message of apidiff is about one that is gone.
func ofPrinting(message string) bool {
	return slices.ContainsFunc(printing, func(m string) bool { return strings.HasSuffix(message, ")."+m+": removed") })
}

// clientOf is Go code that uses every exported name of a package, by its type.
func clientOf(pkg *types.Package) string {
	imports := map[string]string{pkg.Path(): pkg.Name()}
	qualify := func(p *types.Package) string {
		imports[p.Path()] = p.Name()
		return p.Name()
	}
	spelled := func(t types.Type) string { return types.TypeString(t, qualify) }
	var b strings.Builder
	for _, name := range pkg.Scope().Names() {
		o := pkg.Scope().Lookup(name)
		if !o.Exported() {
			continue
		}
		switch o := o.(type) {
		case *types.TypeName:
			fmt.Fprintf(&b, "var _ %s.%s\n", pkg.Name(), name)
			useType(&b, pkg.Name()+"."+name, o, spelled)
		default:
			if !strings.Contains(spelled(o.Type()), "/internal/") && !strings.Contains(spelled(o.Type()), "errgen.") {
				fmt.Fprintf(&b, "var _ %s = %s.%s\n", spelled(o.Type()), pkg.Name(), name)
			}
		}
	}
	var head strings.Builder
	head.WriteString("package client\n\nimport (\n")
	for path, name := range imports {
		if strings.Contains(b.String(), name+".") {
			fmt.Fprintf(&head, "\t%q\n", path)
		}
	}
	return head.String() + ")\n\n" + b.String()
}

// useType uses the fields and methods of a type.
func useType(b *strings.Builder, name string, o *types.TypeName, spelled func(types.Type) string) {
	if s, ok := o.Type().Underlying().(*types.Struct); ok {
		for i := range s.NumFields() {
			if f := s.Field(i); f.Exported() && !strings.Contains(spelled(f.Type()), "errgen.") {
				fmt.Fprintf(b, "func _(v %s) { var _ %s = v.%s }\n", name, spelled(f.Type()), f.Name())
			}
		}
	}
	methods := types.NewMethodSet(types.NewPointer(o.Type()))
	if types.IsInterface(o.Type()) {
		methods = types.NewMethodSet(o.Type())
	}
	for i := range methods.Len() {
		m := methods.At(i)
		if m.Obj().Exported() && !slices.Contains(printing, m.Obj().Name()) && !strings.Contains(spelled(m.Type()), "errgen.") {
			fmt.Fprintf(b, "func _(v %s) { var _ %s = v.%s }\n", name, spelled(m.Type()), m.Obj().Name())
		}
	}
}
