package importer_test

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/decodecases"
	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/gen/docs"
	gendoc "github.com/seed-1b9d9f04/errgen/internal/gen/openapi"
	"github.com/seed-1b9d9f04/errgen/internal/importer"
	"github.com/seed-1b9d9f04/errgen/internal/importer/bodies"
	"github.com/seed-1b9d9f04/errgen/internal/importer/draft"
	"github.com/seed-1b9d9f04/errgen/internal/importer/openapi"
	"github.com/seed-1b9d9f04/errgen/internal/importer/table"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/seeds"
)

// catalogs are all catalogs of the repository that use much of the language.
func catalogs(t *testing.T) []*model.Catalog {
	t.Helper()
	all := decodecases.Catalogs(t)
	for _, pattern := range []string{"spec/*.yaml", "testdata/stress/*.yaml", "examples/spec/*.yaml"} {
		files, err := filepath.Glob(filepath.Join(seeds.Root(), pattern))
		if err != nil || len(files) == 0 {
			t.Fatal(pattern, err)
		}
		for _, file := range files {
			all = append(all, catalogOf(t, file))
		}
	}
	return all
}

// tally counts what came back of what was generated.
type tally struct{ entries, codes, statuses, texts, of, ofCodes, ofTexts int }

// count looks for each entry of a catalog in an imported one: by its name, else its code.
func (n *tally) count(c *model.Catalog, r *importer.Result) {
	for _, e := range c.Entries {
		if e.Envelope == nil {
			continue
		}
		n.of++
		code := e.Code.Text()
		if code != "" {
			n.ofCodes++
		}
		if fixedText(e) != "" {
			n.ofTexts++
		}
		m := again(e, r)
		if m == nil {
			continue
		}
		n.entries++
		if code != "" && m.Code.Text() == code {
			n.codes++
		}
		if slices.EqualFunc(m.Status, e.Status, func(a, b model.StatusRange) bool { return a == b }) || m.Status.Contains(e.WriteStatus()) {
			n.statuses++
		}
		if text := fixedText(e); text != "" && slices.ContainsFunc(m.Fills, func(f *model.Fill) bool { return slices.Contains(textsIn(f), text) }) {
			n.texts++
		}
	}
}

func again(e *model.Entry, r *importer.Result) *model.Entry {
	if r.Catalog == nil {
		return nil
	}
	for _, same := range []func(m *model.Entry) bool{
		func(m *model.Entry) bool { return m.Name == e.Name && m.Code.Text() == e.Code.Text() },
		func(m *model.Entry) bool { return e.Code.Text() != "" && m.Code.Text() == e.Code.Text() },
		func(m *model.Entry) bool { return m.Name == e.Name },
		func(m *model.Entry) bool {
			return e.Code.Text() == "" && m.Code == nil && m.Status.Contains(e.WriteStatus())
		},
	} {
		if i := slices.IndexFunc(r.Catalog.Entries, same); i >= 0 {
			return r.Catalog.Entries[i]
		}
	}
	return nil
}

// fixedText is the first text without placeholders that an entry fills.
func fixedText(e *model.Entry) string {
	for _, f := range e.Fills {
		if f.Own && f.Field.Envelope == e.Envelope {
			if all := textsIn(f); len(all) > 0 {
				return all[0]
			}
		}
	}
	return ""
}

func textsIn(f *model.Fill) (all []string) {
	for _, w := range f.Wordings {
		if w.Template == nil {
			continue
		}
		if text, ok := w.Template.Constant(); ok && text != "" {
			all = append(all, text)
		}
	}
	return all
}

// attempts imports drafts, and notes those of which no catalog without findings comes.
type attempts struct {
	tally
	what  string
	fails []string
}

func (a *attempts) add(c *model.Catalog, d *draft.Catalog, err error) *importer.Result {
	fail := func(why string) *importer.Result {
		a.fails = append(a.fails, fmt.Sprintf("  %s of %s: %s\n", a.what, filepath.Base(c.File), why))
		return nil
	}
	switch {
	case err != nil:
		return fail(err.Error())
	case len(d.Entries) == 0:
		return fail("no errors are found in it")
	}
	d.File, d.Package = a.what, "imported"
	r, err := importer.Finish(d)
	if err != nil {
		return fail(err.Error())
	}
	if len(r.Findings) > 0 {
		return fail(r.Findings[0].Message)
	}
	a.count(c, r)
	return r
}

// TestImportedAgain: what is generated from the catalogs of the repository is imported
// again. How much comes back is written down, and what does not and why.
func TestImportedAgain(t *testing.T) {
	pages, documents, responses := attempts{what: "ERRORS.md"}, attempts{what: "openapi.yaml"}, attempts{what: "responses"}
	seen, misread := 0, 0
	for _, c := range catalogs(t) {
		target := gen.Target{Catalog: gen.CatalogName(c.File)}
		d, err := table.Draft("ERRORS.md", emitted(t, docs.New(), c, target), table.Options{})
		pages.add(c, d, err)
		d, err = openapi.Draft(emitted(t, gendoc.New(), c, target))
		documents.add(c, d, err)
		d, all, err := bodies.Draft(samples(c))
		if r := responses.add(c, d, err); r != nil {
			seen, misread = seen+len(all), misread+len(importer.Misread(r, all))
		}
	}
	var b strings.Builder
	for _, a := range []*attempts{&pages, &documents, &responses} {
		n := a.tally
		fmt.Fprintf(&b, "%s: %d of %d entries, %d of %d codes, %d statuses, %d of %d fixed texts\n", a.what, n.entries, n.of, n.codes, n.ofCodes, n.statuses, n.texts, n.ofTexts)
		b.WriteString(strings.Join(a.fails, ""))
	}
	fmt.Fprintf(&b, "%d of %d responses decode to the entries that they made\n", seen-misread, seen)
	golden(t, "again.txt", b.String())
}

func emitted(t *testing.T, e gen.Emitter, c *model.Catalog, target gen.Target) []byte {
	t.Helper()
	files, err := e.Emit(c, target)
	if err != nil || len(files) == 0 {
		t.Fatalf("%s: %v", c.File, err)
	}
	return files[0].Content
}

// samples are the responses of a catalog's entries, and its examples, as lines of JSON.
func samples(c *model.Catalog) []byte {
	var b strings.Builder
	add := func(status int, headers []model.SampleHeader, body string) {
		type header struct{ Name, Value string }
		line := struct {
			Status  int      `json:"status"`
			Headers []header `json:"headers"`
			Body    string   `json:"body"`
		}{status, []header{}, body}
		for _, h := range headers {
			line.Headers = append(line.Headers, header{h.Name, h.Value})
		}
		text, _ := json.Marshal(line)
		b.Write(text)
		b.WriteByte('\n')
	}
	for _, e := range c.Entries {
		for i, s := range e.Samples {
			if i == 0 && s != nil && s.Status >= 400 {
				add(s.Status, s.Headers, string(s.Body))
			}
		}
	}
	return []byte(b.String())
}
