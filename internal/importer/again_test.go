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
	"github.com/seed-1b9d9f04/errgen/internal/importer/shape"
	"github.com/seed-1b9d9f04/errgen/internal/importer/table"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/replay"
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

// Why entries do not come back as they are.
const (
	isBack    = "come back with code, statuses and fixed texts"
	isAlike   = "nothing but texts with params, headers or types tells from another one: they may be one entry"
	isSaid    = "are left out or changed, and an import comment says so"
	isWithin  = "are shown by no response of errors of their own"
	codeIsNot = "have a code that does not stand in the body as it is"
	textIsNot = "have a text that does not stand in the body by itself"
	isParam   = "have a text that may as well be a param"
	isOpen    = "have statuses of which the source shows some"
	isUnnamed = "have a code in a member that is not called as codes are"
	isOdd     = "have a code that is no word"
	isBeside  = "have another member of their body, or of another one with it, that is called as codes are"
	isMade    = "have a code with params"
	isNumber  = "have a code that is a number with a fraction, a boolean, or one of these with others"
	isTaken   = "have no code, but a member that is called as codes are"
	isMixed   = "have a code in a member in which others have texts"
	isOther   = "differ otherwise"
)

var fates = []string{isBack, isAlike, isSaid, isWithin, codeIsNot, textIsNot, isParam, isOpen, isUnnamed, isOdd, isBeside, isMade, isNumber, isTaken, isMixed, isOther}

// tally counts what came back of what was generated.
type tally struct {
	count  map[string]int
	others []string
}

// compare looks for each entry of a catalog in an imported one, and why what is not there
// is not.
func (n *tally) compare(c *model.Catalog, r *importer.Result, texts bool) {
	if n.count == nil {
		n.count = map[string]int{}
	}
	for _, e := range c.Entries {
		if e.Envelope == nil {
			continue
		}
		fate, why := fateOf(c, e, r, texts)
		n.count[fate]++
		if fate == isOther {
			n.others = append(n.others, fmt.Sprintf("    %s %s: %s\n", filepath.Base(c.File), e.Name, why))
		}
	}
}

// fateOf is what became of an entry, and what of it differs.
func fateOf(c *model.Catalog, e *model.Entry, r *importer.Result, texts bool) (fate, why string) {
	m := again(e, r)
	why = differs(e, m, texts)
	shown := scalarsOf(e)
	code, text := e.Code.Text(), fixedText(e)
	switch {
	case why == "":
		return isBack, ""
	case slices.ContainsFunc(c.Entries, func(o *model.Entry) bool { return o != e && alike(o, e) }):
		return isAlike, why
	case slices.ContainsFunc(r.Draft.Notes, func(n draft.Note) bool {
		return strings.Contains(n.Text, e.Name) || code != "" && strings.Contains(n.Text, code)
	}):
		return isSaid, why
	case shown == nil:
		return isWithin, why
	case code != "" && !shown[code]:
		return codeIsNot, why
	case text != "" && !shown[text]:
		return textIsNot, why
	case strings.HasPrefix(why, "text"):
		return isParam, why
	case strings.HasPrefix(why, "status") && len(m.Status) > 0:
		return isOpen, why
	case code != "" && shape.CodeScore(memberOf(e, code)) == 0:
		return isUnnamed, why
	case code != "" && !shape.IsCode(code):
		return isOdd, why
	case e.Code != nil && !isFixed(e.Code.Template):
		return isMade, why
	case code != "" && slices.ContainsFunc(c.Entries, func(o *model.Entry) bool { return isFraction(o, memberOf(e, code)) }):
		return isNumber, why
	case code == "" && hasCodeName(e):
		return isTaken, why
	case code != "" && slices.ContainsFunc(c.Entries, func(o *model.Entry) bool { return !shape.IsCode(textOf(o, memberOf(e, code))) }):
		return isMixed, why
	case code != "" && otherCode(c, e, code):
		return isBeside, why
	}
	return isOther, why
}

func isFixed(t *model.Template) bool {
	_, ok := t.Constant()
	return ok
}

// scalarIn is the value of the first member of a name in an entry's sample that is no
// object or list.
func scalarIn(e *model.Entry, name string) (found model.Value) {
	var find func(v model.Value)
	find = func(v model.Value) {
		for _, m := range v.Members {
			if m.Name == name && len(m.Value.Members)+len(m.Value.Items) == 0 && found.Kind == model.NullValue {
				found = m.Value
			}
			find(m.Value)
		}
		for _, item := range v.Items {
			find(item)
		}
	}
	if len(e.Samples) > 0 && e.Samples[0] != nil {
		v, _ := replay.ParseJSON(string(e.Samples[0].Body))
		find(v)
	}
	return found
}

// textOf is the text of a member of an entry's sample, "text" if there is none.
func textOf(e *model.Entry, name string) string {
	if v := scalarIn(e, name); v.Kind == model.StringValue && v.Text != "" {
		return v.Text
	}
	return "text"
}

// isFraction reports whether in an entry's sample a member of a name is a boolean or a
// number that is no integer.
func isFraction(e *model.Entry, name string) bool {
	v := scalarIn(e, name)
	return v.Kind == model.BoolValue || v.Kind == model.NumberValue && strings.ContainsAny(v.Text, ".eE")
}

// namesIn are the names of members of an entry's sample whose values are no objects or
// lists.
func namesIn(e *model.Entry) map[string]bool {
	names := map[string]bool{}
	if len(e.Samples) > 0 && e.Samples[0] != nil {
		v, _ := replay.ParseJSON(string(e.Samples[0].Body))
		addNames(v, names)
	}
	return names
}

func hasCodeName(e *model.Entry) bool {
	for name := range namesIn(e) {
		if shape.CodeScore(name) > 0 {
			return true
		}
	}
	return false
}

// otherCode reports whether in the bodies that have the member of an entry's code another
// member is called as codes are as well.
func otherCode(c *model.Catalog, e *model.Entry, code string) bool {
	member := memberOf(e, code)
	return slices.ContainsFunc(c.Entries, func(o *model.Entry) bool {
		names := namesIn(o)
		for name := range names {
			if names[member] && name != member && shape.CodeScore(name) >= shape.CodeScore(member) {
				return true
			}
		}
		return false
	})
}

// addNames collects the names of members whose values are scalars.
func addNames(v model.Value, names map[string]bool) {
	for _, m := range v.Members {
		if len(m.Value.Members)+len(m.Value.Items) == 0 {
			names[m.Name] = true
		}
		addNames(m.Value, names)
	}
	for _, item := range v.Items {
		addNames(item, names)
	}
}

// memberOf is the name of the member of an entry's sample in which a text stands.
func memberOf(e *model.Entry, text string) string {
	v, _ := replay.ParseJSON(string(e.Samples[0].Body))
	var find func(v model.Value) string
	find = func(v model.Value) string {
		for _, m := range v.Members {
			if len(m.Value.Members)+len(m.Value.Items) == 0 && m.Value.Scalar() == text {
				return m.Name
			}
			if name := find(m.Value); name != "" {
				return name
			}
		}
		for _, item := range v.Items {
			if name := find(item); name != "" {
				return name
			}
		}
		return ""
	}
	return find(v)
}

// alike reports whether statuses and codes do not tell two entries apart, nor fixed texts.
func alike(a, b *model.Entry) bool {
	if a.Envelope == nil || a.Code.Text() != b.Code.Text() || len(a.Status) > 0 && len(b.Status) > 0 && !a.Status.Intersects(b.Status) {
		return false
	}
	return fixedText(a) == "" || fixedText(b) == "" || fixedText(a) == fixedText(b)
}

// differs says in what an entry is not what it was, "" if in nothing.
func differs(e, m *model.Entry, texts bool) string {
	if m == nil {
		return "missing"
	}
	if a, b := m.Code.Text(), e.Code.Text(); a != b {
		return fmt.Sprintf("code %q, not %q", a, b)
	}
	if m.Status.String() != e.Status.String() {
		return fmt.Sprintf("status %s, not %s", m.Status, e.Status)
	}
	if text := fixedText(e); texts && text != "" && !slices.ContainsFunc(m.Fills, func(f *model.Fill) bool { return slices.Contains(textsIn(f), text) }) {
		return fmt.Sprintf("text %q is not there", text)
	}
	return ""
}

// scalarsOf are the values in the body of an entry's sample, nil if there is none of 400
// and up.
func scalarsOf(e *model.Entry) map[string]bool {
	if len(e.Samples) == 0 || e.Samples[0] == nil || e.Samples[0].Status < 400 {
		return nil
	}
	all := map[string]bool{string(e.Samples[0].Body): true}
	if v, ok := replay.ParseJSON(string(e.Samples[0].Body)); ok {
		addScalars(v, all)
	}
	return all
}

func addScalars(v model.Value, all map[string]bool) {
	for _, m := range v.Members {
		addScalars(m.Value, all)
	}
	for _, item := range v.Items {
		addScalars(item, all)
	}
	if len(v.Members)+len(v.Items) == 0 {
		all[v.Scalar()] = true
	}
}

// again is the entry of an import that is most likely what was made of an entry.
func again(e *model.Entry, r *importer.Result) *model.Entry {
	if r.Catalog == nil {
		return nil
	}
	code := e.Code.Text()
	for _, same := range []func(m *model.Entry) bool{
		func(m *model.Entry) bool { return m.Name == e.Name && m.Code.Text() == code },
		func(m *model.Entry) bool { return code != "" && m.Code.Text() == code && m.Status.Intersects(e.Status) },
		func(m *model.Entry) bool { return code != "" && m.Code.Text() == code },
		func(m *model.Entry) bool { return m.Name == e.Name },
		func(m *model.Entry) bool {
			return code == "" && m.Code.Text() == "" && fixedText(e) != "" && fixedText(m) == fixedText(e)
		},
		func(m *model.Entry) bool {
			return code == "" && m.Code.Text() == "" && m.Status.Contains(e.WriteStatus())
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
		a.compare(c, &importer.Result{Draft: d}, false)
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
	a.compare(c, r, a.what != "openapi.yaml" || c.OpenAPI.Texts == "contract")
	return r
}

// TestImportedAgain: what is generated from the catalogs of the repository is imported
// again, and comes back but for what is of a few kinds, which are counted. Those that are
// of none of them are named.
func TestImportedAgain(t *testing.T) {
	pages, documents, responses := attempts{what: "ERRORS.md"}, attempts{what: "openapi.yaml"}, attempts{what: "responses"}
	seen := 0
	var misread []string
	for _, c := range catalogs(t) {
		c.OpenAPI.Texts = "contract" // otherwise the document does not say which texts are fixed
		target := gen.Target{Catalog: gen.CatalogName(c.File)}
		d, err := table.Draft("ERRORS.md", emitted(t, docs.New(), c, target), table.Options{})
		pages.add(c, d, err)
		d, err = openapi.Draft(emitted(t, gendoc.New(), c, target))
		documents.add(c, d, err)
		d, all, err := bodies.Draft(samples(c))
		if r := responses.add(c, d, err); r != nil {
			seen += len(all)
			for _, text := range importer.Misread(r, all) {
				misread = append(misread, fmt.Sprintf("  of %s: %s\n", filepath.Base(c.File), text))
			}
		}
	}
	var b strings.Builder
	for _, a := range []*attempts{&pages, &documents, &responses} {
		total := 0
		for _, fate := range fates {
			total += a.count[fate]
		}
		fmt.Fprintf(&b, "%s: of %d entries\n", a.what, total)
		for _, fate := range fates {
			if n := a.count[fate]; n > 0 {
				fmt.Fprintf(&b, "  %d %s\n", n, fate)
			}
		}
		b.WriteString(strings.Join(a.others, ""))
		b.WriteString(strings.Join(a.fails, ""))
	}
	fmt.Fprintf(&b, "%d of %d responses decode to other entries than they made\n%s", len(misread), seen, strings.Join(misread, ""))
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
