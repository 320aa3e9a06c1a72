package values

import (
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// TestScalar: how a YAML scalar is typed by a schema (docs/spec.md#yaml). What
// follows "no" is what is said to stand there instead.
func TestScalar(t *testing.T) {
	for _, tt := range []struct {
		text   string
		quoted bool
		s      *model.Schema
		want   string
	}{
		{"a", false, text, `"a"`},
		{"1", false, text, `"1"`},
		{"null", true, text, `"null"`},
		{"null", false, text, "no null"},
		{"", false, text, "no nothing"},
		{"", true, text, `""`},
		{"~", false, nullable(text), "null"},
		{"null", true, nullable(text), `"null"`},
		{"null", false, nothing, "null"},
		{"7", false, whole, "7"},
		{"-7", false, whole, "-7"},
		{"0", false, whole, "0"},
		{"007", false, whole, "no `007`"},
		{"+7", false, whole, "no `+7`"},
		{"1.0", false, whole, "no `1.0`"},
		{"1e2", false, whole, "no `1e2`"},
		{"7", true, whole, "no the text `7`"},
		{"1.50", false, numbers, "1.5"},
		{"1e2", false, numbers, "100"},
		{".5", false, numbers, "no `.5`"},
		{"true", false, yesNo, "true"},
		{"FALSE", false, yesNo, "false"},
		{"yes", false, yesNo, "no `yes`"},
		{"true", true, yesNo, "no the text `true`"},
		{"1", false, of(model.AnyKind), "1"},
		{"1", true, of(model.AnyKind), `"1"`},
		{".inf", false, of(model.AnyKind), "no `.inf`, which JSON cannot write, as a number"},
		{"1", false, union(model.IntegerKind, model.StringKind), "1"},
		{"1", true, union(model.IntegerKind, model.StringKind), `"1"`},
		{"1.5", false, union(model.IntegerKind, model.StringKind), `"1.5"`},
		{"1", false, union(model.NumberKind, model.BooleanKind), "1"},
		{"1", false, union(model.StringKind, model.BooleanKind), `"1"`},
		{"x", false, union(model.NumberKind, model.BooleanKind), "no `x`"},
		{"1", true, union(model.NumberKind, model.BooleanKind), "no the text `1`"},
		{".inf", false, union(model.NumberKind, model.BooleanKind), "no `.inf`, which JSON cannot write, as a number"},
		{".inf", false, union(model.NumberKind, model.StringKind), `".inf"`},
		{"1", false, listOf(text), "no `1`"},
	} {
		v, problem := Scalar(tt.text, tt.quoted, tt.s)
		got := "no " + problem
		if problem == "" {
			got = string(v.AppendJSON(nil))
		}
		if got != tt.want {
			t.Errorf("%s, quoted %t, as %s: got %s, want %s", tt.text, tt.quoted, Describe(tt.s), got, tt.want)
		}
	}
}

// TestTokens: RFC 9110 sections 5.5 and 5.6.2.
func TestTokens(t *testing.T) {
	for text, want := range map[string]bool{"": false, "Retry-After": true, "a b": false, "a:b": false, `a"b`: false, "é": false, "a\x7f": false, "a\x1f": false, "!#$%&'*+-.^_`|~": true} {
		if IsToken(text) != want {
			t.Errorf("%q is a token: %t", text, !want)
		}
	}
	for text, want := range map[string]bool{"": true, "a b\tc": true, "a\nb": false, "\x1f": false, "\x7f": false, "é": true} {
		if IsHeaderText(text) != want {
			t.Errorf("%q can be sent in a header: %t", text, !want)
		}
	}
}
