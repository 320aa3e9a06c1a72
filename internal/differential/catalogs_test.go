package differential

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
	"github.com/seed-1b9d9f04/errgen/internal/replay"
	"github.com/seed-1b9d9f04/errgen/internal/seeds"
	"github.com/seed-1b9d9f04/errgen/internal/specdoc"
)

// subject is a catalog that both read, and the responses that are known of it.
type subject struct {
	name      string
	catalog   *model.Catalog
	program   *replay.Program
	responses []response
	closes    []closeFrame
}

// closeFrame is what a WebSocket was closed with.
type closeFrame struct {
	code   int
	reason string
}

// subjects are all catalogs of the repository, those of the manual among them; with
// ERRGEN_CATALOG set the one of that name.
func subjects(t testing.TB) []*subject {
	t.Helper()
	var all []*subject
	for _, pattern := range []string{"spec/*.yaml", "examples/spec/*.yaml", "testdata/*.yaml", "testdata/decode/*.yaml", "testdata/decode/vendors/*.yaml"} {
		paths, err := filepath.Glob(filepath.Join(seeds.Root(), pattern))
		if err != nil || len(paths) == 0 {
			t.Fatalf("no catalogs in %s: %v", pattern, err)
		}
		for _, path := range paths {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, resolved(t, path, text)...)
		}
	}
	all = append(all, manual(t)...)
	if only := os.Getenv("ERRGEN_CATALOG"); only != "" {
		all = slices.DeleteFunc(all, func(s *subject) bool { return s.name != only })
	}
	return all
}

// resolved is a catalog, or nothing if the text is none.
func resolved(t testing.TB, path string, text []byte) []*subject {
	t.Helper()
	var l diag.List
	beside := func(name string) ([]byte, error) { return os.ReadFile(filepath.Join(filepath.Dir(path), name)) }
	name := filepath.Base(path)
	f := load.BytesWith(name, text, beside, &l)
	if f == nil || !f.Package.Given() {
		return nil // a shared file
	}
	c, program := proof.Catalog(resolve.Catalog(f, &l), f, &l)
	if c == nil {
		t.Errorf("%s: %v", name, l.Sorted())
		return nil
	}
	return []*subject{newSubject(name, c, program)}
}

// manual are the catalogs of docs/spec.md.
func manual(t testing.TB) []*subject {
	t.Helper()
	m, err := specdoc.Open(seeds.Root())
	if err != nil {
		t.Fatal(err)
	}
	var all []*subject
	for _, b := range m.Blocks {
		if b.Invalid() != "" || b.File() != "" || len(b.Info) > 1 {
			continue
		}
		if c, _ := m.Resolve(m.Catalog(b)); c != nil {
			all = append(all, newSubject(fmt.Sprintf("%s:%d", b.Document, b.Line), c, replay.New(c)))
		}
	}
	return all
}

func newSubject(name string, c *model.Catalog, program *replay.Program) *subject {
	s := &subject{name: name, catalog: c, program: program}
	for _, x := range c.Examples {
		if x.Close != 0 {
			s.closes = append(s.closes, closeFrame{x.Close, x.Reason})
			continue
		}
		s.responses = append(s.responses, response{status: x.Status, header: header(x.Headers), body: x.Body})
	}
	for _, e := range c.Entries {
		for _, sample := range e.Samples {
			s.responses = append(s.responses, response{status: sample.Status, header: header(sample.Headers), body: string(sample.Body)})
		}
		if e.Close != nil {
			s.closes = append(s.closes, closeFrame{e.Close.Code, program.EncodeClose(e, sampleParams(e))})
		}
	}
	return s
}

func sampleParams(e *model.Entry) map[*model.Param]model.Value {
	params := map[*model.Param]model.Value{}
	for _, p := range e.Params {
		if p.Required() {
			params[p] = e.Illustration(p)
		}
	}
	return params
}

func header(lines []model.SampleHeader) http.Header {
	h := http.Header{}
	for _, line := range lines {
		h.Add(line.Name, line.Value)
	}
	return h
}
