package stress

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"text/template"

	"github.com/seed-1b9d9f04/errgen/internal/decodecases"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/testmodule"
)

// A task is what the driver does with one package: see the type of the name there.
type task struct {
	Package string
	Cases   []testCase
	Odd     int
}

// A testCase is an occurrence and what the engine makes of it, for the driver.
type testCase struct {
	build
	Wild       bool
	IsResponse bool
	Compare    bool
	WantStatus int
	WantHeader []model.SampleHeader
	WantBody   string
	WantText   string
	WantEntry  string
	Complete   bool
	Recovered  []string
	Free       []string
	Sensitive  []string
	CloseCode  int
}

// TestGenerated generates the packages of all catalogs into one module, with a
// program that makes their errors of drawn values and holds them to the laws of
// docs/spec.md#laws and to what the engine makes of the same values. It runs
// the examples of all packages, too.
func TestGenerated(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles many packages")
	}
	t.Parallel()
	all := catalogs(t)
	m := testmodule.New(t, decodecases.Module, "1.26")
	writeDriver(t, m, all)
	var tasks []task
	for _, c := range all {
		tasks = append(tasks, taskOf(t, c, draws(16)))
	}
	data, err := json.Marshal(tasks)
	if err != nil {
		t.Fatal(err)
	}
	m.Write("cases.json", string(data))
	m.Go("run", "./driver", "cases.json")
	m.Go("test", "-vet=off", "./examples") // their names do not agree with this package
}

// writeDriver writes the packages of catalogs, and the driver with a file for each
// of them.
func writeDriver(t *testing.T, m *testmodule.Module, all []*model.Catalog) {
	t.Helper()
	decodecases.WritePackages(t, m, all)
	sources, err := filepath.Glob("testdata/driver/*.go")
	if err != nil || len(sources) == 0 {
		t.Fatalf("no driver: %v", err)
	}
	for _, source := range sources {
		m.Write("driver/"+filepath.Base(source), string(readFile(t, source)))
	}
	for _, c := range all {
		example := readFile(t, filepath.Join(m.Dir, c.Package, "example_test.go"))
		m.Write("examples/"+c.Package+"_test.go", exampleNamed(example, c.Package))
		var b strings.Builder
		if err := subjectFile.Execute(&b, subjectOf(c)); err != nil {
			t.Fatal(err)
		}
		m.Write("driver/subject_"+c.Package+".go", b.String())
	}
}

// exampleNamed puts a package's examples into one package with those of the others,
// so that one program runs them, by names of their own.
func exampleNamed(file []byte, pkg string) string {
	text := strings.Replace(string(file), "\npackage "+pkg+"_test\n", "\npackage examples\n", 1)
	return strings.ReplaceAll(text, "\nfunc Example", "\nfunc Example_"+pkg+"_")
}

// subject is what the file of a package says.
type subject struct {
	*model.Catalog
	Exchanges bool
	Unions    []string // constructors
}

func subjectOf(c *model.Catalog) subject {
	s := subject{Catalog: c, Exchanges: len(c.Exchanges()) > 0}
	for _, typ := range c.Types {
		for _, a := range typ.Alternatives {
			if a.NewFunc != "" {
				s.Unions = append(s.Unions, a.NewFunc)
			}
		}
	}
	return s
}

var subjectFile = template.Must(template.New("subject").Parse(`package main

import (
	"errors"
	"net/http"

	p "cases/{{.Package}}"
)

func init() {
	_ = http.NoBody
	subjects = append(subjects, &subject{
		name:           "{{.Package}}",
		encode:         p.Encode,
		decode:         p.Decode,
		decodeResponse: p.DecodeResponse,
		writeError:     p.WriteError,
		handler:        p.Handler,
		{{- if .HasClose}}
		closeFrame:  p.CloseFrame,
		decodeClose: p.DecodeClose,
		{{- end}}
		{{- if .Exchanges}}
		exchanging: func(fill func(any)) func(http.ResponseWriter, *http.Request, error) {
			return (&p.Responder{Exchange: func(_ *http.Request, x *p.Exchange) { fill(x) }}).WriteError
		},
		{{- end}}
		id:   func(name string) error { return p.ID(name) },
		idOf: func(err error) string { return string(p.IDOf(err)) },
		newError: func(data any) error {
			d, _ := data.(p.Data)
			return p.New(d)
		},
		dataOf: func(err error) any {
			var e *p.Error
			if !errors.As(err, &e) || e.Data() == nil {
				return nil
			}
			return e.Data()
		},
		ids: []string{
			{{- range .Entries}}
			string(p.{{.Const}}),
			{{- end}}
		},
		data: map[string]any{
			{{- range .Entries}}{{if .TypeName}}
			"{{.Name}}": (*p.{{.TypeName}})(nil),
			{{- end}}{{end}}
		},
		unions: map[string]any{
			{{- range .Unions}}
			"{{.}}": p.{{.}},
			{{- end}}
		},
		nils: []any{
			(*p.Error)(nil), (*p.Response)(nil), (*p.Responder)(nil), (*p.UnlistedError)(nil), new(p.Decoder), new(p.ID),
			{{- range .Types}}
			new(p.{{.GoName}}),
			{{- end}}
		},
	})
}
`))

// taskOf draws the cases of a catalog, n of values that its schemas allow and n of
// others for each entry.
func taskOf(t *testing.T, c *model.Catalog, n int) task {
	t.Helper()
	b := newBench(t, c)
	all := task{Package: c.Package, Odd: draws(6)}
	for _, e := range c.Entries {
		for _, wild := range []bool{false, true} {
			d := newDrawer(b.program, "generated", c.Package, e.Name)
			d.wild = wild
			for range n {
				if o, ok := d.occurrence(e, e.Envelope, 0); ok {
					all.Cases = append(all.Cases, b.testCase(o, wild))
				}
			}
		}
	}
	return all
}

// testCase is what the engine makes of an occurrence.
func (b *bench) testCase(o occurrence, wild bool) testCase {
	e := o.entry
	tc := testCase{build: build{Entry: e.Name, Params: o.builds}, Wild: wild, IsResponse: o.isResponse()}
	if e.StatusParam {
		tc.Status = o.status
	} else { // the engine's text has the first status
		tc.WantText = b.program.EncodeText(e, o.params)
	}
	if e.Close != nil {
		tc.CloseCode = e.Close.Code
	}
	for _, p := range e.Params {
		if p.Recoverable {
			tc.Recovered = append(tc.Recovered, p.GoName)
		}
		if p.Sensitive {
			tc.Sensitive = append(tc.Sensitive, p.GoName)
		}
		if isFree(p.Schema) {
			tc.Free = append(tc.Free, p.GoName)
		}
	}
	if !tc.IsResponse {
		return tc
	}
	written := b.encode(o)
	tc.Compare = !slices.ContainsFunc(b.catalog.Exchanges(), func(x *model.Exchange) bool { return x.Schema.Example != nil })
	tc.WantStatus, tc.WantHeader, tc.WantBody = written.status, written.headers, string(written.body)
	found := b.program.Decode(written.status, written.headers, string(written.body))
	if len(found) == 1 {
		tc.WantEntry, tc.Complete = outcomeName(found[0].Outcome), found[0].Complete
	}
	return tc
}

// outcomeName is the text of the ID of what was decoded.
func outcomeName(o model.Outcome) string {
	switch o.Kind {
	case model.UnknownOutcome:
		return "Unlisted"
	case model.UnexpectedOutcome:
		return "UnexpectedResponse"
	}
	return o.Entry.Name
}

// isFree reports whether a schema admits every value of its Go type.
func isFree(s *model.Schema) bool {
	switch s.Kind {
	case model.AnyKind:
		return true
	case model.StringKind:
		return s.Const == nil && len(s.Enum) == 0 && s.MinLength == nil && s.MaxLength == nil && s.Pattern == "" && s.Format == ""
	case model.IntegerKind, model.NumberKind:
		timed := s.Format == "seconds" || s.Format == "milliseconds" || s.Format == "unix-time"
		return timed && s.Const == nil && len(s.Enum) == 0 && len(bounds(s)) == 0
	}
	return false
}
