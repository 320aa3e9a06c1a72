package proof

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
	"github.com/seed-1b9d9f04/errgen/internal/replay"
)

// TestRoundTrips writes the entries of many catalogs with awkward params and reads
// them back: params that are proved recoverable come back as they were, if the
// same entry is found. Law 1 of docs/spec.md#laws.
func TestRoundTrips(t *testing.T) {
	catalogs := map[string]string{}
	for _, pattern := range []string{"../../../spec/*.yaml", "../../../testdata/*.yaml"} {
		names, _ := filepath.Glob(pattern)
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			catalogs[filepath.Base(name)] = string(data)
		}
	}
	archives, _ := filepath.Glob("../../../testdata/gen/*.txtar")
	for _, name := range archives {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		catalogs[filepath.Base(name)] = string(a.Files[0].Data)
	}
	cases, err := txtar.ParseFile("../../../testdata/recoverable.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range cases.Files {
		catalogs[f.Name] = string(cases.Comment) + string(f.Data)
	}
	proved := 0
	for name, text := range catalogs {
		c, program, _ := prove(text)
		if c == nil {
			continue // not a catalog alone
		}
		for _, e := range c.Entries {
			if e.Envelope != nil && !e.Envelope.Part {
				proved += roundTrips(t, name, program, e)
			}
		}
	}
	if proved < 100 {
		t.Errorf("only %d values of recoverable params", proved)
	}
}

// roundTrips tries an entry with combinations of values and returns how many
// values came back.
func roundTrips(t *testing.T, catalog string, program *replay.Program, e *model.Entry) int {
	t.Helper()
	s := newSampler(program)
	literals := textsOf(e)
	proved := 0
	for variant := range 24 {
		params := s.params(e, e.Envelope)
		for i, p := range e.Params {
			if p.Optional && p.Default == nil && (variant+i)%5 == 0 {
				delete(params, p)
				continue
			}
			if vs := s.awkward(p, literals); len(vs) > 0 {
				params[p] = vs[(variant*(i+1)+variant)%len(vs)]
			}
		}
		status, headers, body := program.Encode(e, e.Envelope, 0, params)
		decoded := program.Decode(status, headers, string(body))
		if len(decoded) != 1 || decoded[0].Outcome.Entry != e || !complete(decoded[0]) {
			continue
		}
		for _, p := range e.Params {
			if !p.Recoverable {
				continue
			}
			want, given := params[p]
			if !given && p.Default != nil {
				continue
			}
			got, ok := decoded[0].Params[p.Name]
			if isPast := strings.HasPrefix(want.Text, "-") && got.Text == "0" && slices.Contains(headers, model.SampleHeader{Name: "Retry-After", Value: "0"}); isPast {
				continue // nobody is told to come back before now
			}
			if ok != given || ok && !values.Equal(got, want) {
				t.Errorf("%s: param %s of %s was %s, came back as %s, in %d %v %s", catalog, p.Name, e.Name, want.AppendJSON(nil), got.AppendJSON(nil), status, headers, body)
			}
			proved++
		}
	}
	return proved
}

// textsOf are the literal pieces of what an entry writes: the values that are most
// likely to be taken for something else.
func textsOf(e *model.Entry) []string {
	var all []string
	add := func(t *model.Template) {
		if t == nil {
			return
		}
		for _, p := range t.Parts {
			if p.Literal != "" {
				all = append(all, p.Literal, "a"+p.Literal+"b", strings.TrimSpace(p.Literal))
			}
		}
	}
	for _, f := range e.Fills {
		for _, w := range f.Wordings {
			add(w.Template)
		}
	}
	return all
}

// awkward are values that a param's schema allows.
func (s *sampler) awkward(p *model.Param, literals []string) []model.Value {
	u := p.Schema.Resolved()
	var vs []model.Value
	add := func(v model.Value) {
		if s.rules.Violation(v, p.Schema) == "" {
			vs = append(vs, v)
		}
	}
	number := func(n string) { add(model.Value{Kind: model.NumberValue, Text: n}) }
	switch {
	case len(u.Enum) > 0:
		vs = append(vs, u.Enum...)
	case u.Kind == model.StringKind && u.Format != "byte":
		for _, text := range slices.Concat(literals, values.PatternSamples(u.Pattern), []string{"", " ", "x", " x ", `"quoted" \ text`, "a\r\nb", "7", "{y}", "null", "ünï\u2028"}) {
			add(values.Text(text))
		}
	case u.Kind == model.IntegerKind:
		for _, n := range []string{"0", "1", "-7", "42", "1000000"} {
			number(n)
		}
	case u.Kind == model.NumberKind && u.Format == "":
		for _, n := range []string{"0", "1.5", "-0.25", "1e+21", "1e-7"} {
			number(n)
		}
	case u.Kind == model.BooleanKind:
		add(model.Value{Kind: model.BoolValue, Bool: true})
		add(model.Value{Kind: model.BoolValue})
	}
	return vs
}
