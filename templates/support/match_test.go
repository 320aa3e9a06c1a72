package support

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
)

// matchSchemas are the params 0 and up of the templates below.
var matchSchemas = []schema{
	{kind: stringSchema},
	{kind: stringSchema},
	{kind: integerSchema},
	{kind: numberSchema},
	{kind: boolSchema},
	{kind: stringSchema, enum: []string{"red", "red green", "blue"}},
	{kind: stringSchema, minLen: 2},
	{kind: stringSchema, pattern: `[a-f]+\d?`},
	{kind: integerSchema},
}

// template reads a template in which {0} is param 0.
func template(s string) program {
	return draft(regexp.MustCompile(`\{(\d)\}`).ReplaceAllStringFunc(s, func(m string) string {
		return string(operation(opText, int(m[1]-'0')<<1))
	})).program()
}

func matchTable() (*table, *entry) {
	t := &table{schemas: matchSchemas}
	e := &entry{}
	for i := range matchSchemas {
		e.params = append(e.params, param{name: fmt.Sprint(i), schema: i})
	}
	return t, e
}

func TestMatchText(t *testing.T) {
	for _, c := range []struct {
		template, text string
		want           string // the params, "-" for no match
	}{
		{"a", "a", ""},
		{"a", "b", "-"},
		{"", "", ""},
		{"{0}", "", "0="},
		{"{0} {1}", "x y z", "0=x 1=y z"},
		{"No route from {0} to {1}.", "No route from x to y to z.", "0=x 1=y to z"},
		{"No route from {0} to {2}.", "No route from x to y to 7.", "0=x to y 2=7"},
		{"closed for {2} days", "closed for 08 days", "-"},
		{"closed for {2} days", "closed for -3 days", "2=-3"},
		{"{0} is not {0}", "x is not x", "0=x"},
		{"{0} is not {0}", "x is not y", "-"},
		{"{3}.", "5.", "3=5"},
		{"{3}.", "5.5.", "3=5.5"},
		{"{2}{5}", "7blue", "2=7 5=blue"},
		{"{5} green", "red green", "5=red"},
		{"{5}", "red green", "5=red green"},
		{"{4}!", "true!", "4=true"},
		{"{6}x", "axxx", "6=axx"},
		{"{6}x", "xx", "-"},
		{"{7}-{0}", "abc1-z", "0=z 7=abc1"},
		{"{7}", "xyz", "-"},
		{"{2}7", "777", "2=77"},
		{"{0}1{2}z", "111z", "0= 2=11"},
		{"{2}-{8}", "3--4", "2=3 8=-4"},
		{"a {0} c", "a line\nbreak c", "0=line\nbreak"},
	} {
		table, e := matchTable()
		caps := make([]capture, len(e.params))
		got := "-"
		if table.matchText(e, template(c.template), c.text, caps) {
			got = show(caps)
		}
		if got != c.want {
			t.Errorf("match(%q, %q) = %q, want %q", c.template, c.text, got, c.want)
		}
	}
}

func show(caps []capture) string {
	var parts []string
	for i, c := range caps {
		if c.given {
			parts = append(parts, fmt.Sprintf("%d=%s", i, c.text))
		}
	}
	return strings.Join(parts, " ")
}

// TestMatchAgreesWithRE2 compares the matcher with the expression that
// docs/spec.md#matching-texts defines, on random templates and texts.
func TestMatchAgreesWithRE2(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	table, e := matchTable()
	letters := []string{"a", " ", "1", "-", "x", "red", "true", ".", "5"}
	random := func(n int, holes bool) string {
		var b strings.Builder
		last := false
		for range r.IntN(n) {
			if holes && !last && r.IntN(2) == 0 {
				fmt.Fprintf(&b, "{%d}", r.IntN(7))
				last = true
				continue
			}
			b.WriteString(letters[r.IntN(len(letters))])
			last = false
		}
		return b.String()
	}
	matched := 0
	for range 200_000 {
		tmpl, text := random(6, true), random(10, false)
		pieces := table.pieces(nil, e, template(tmpl))
		want, wantOK := matchRegexp(pieces, text)
		got, ok := table.match(pieces, text, nil)
		if ok != wantOK || ok && fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("match(%q, %q) = %v %v, RE2 %v %v", tmpl, text, got, ok, want, wantOK)
		}
		if ok {
			matched++
		}
	}
	if matched < 1000 {
		t.Fatalf("only %d of the texts matched: the test compares nothing", matched)
	}
}

// BenchmarkMatchAdversarial shows that matching is linear in the text: ns/byte
// stays as the text grows.
func BenchmarkMatchAdversarial(b *testing.B) {
	table, e := matchTable()
	for _, c := range []struct{ name, template, unit string }{
		{"strings", "{0} a {1} b {6}c", " a b a"},
		{"integer", "{0} {2}.", "1 1 x "},
		{"digits", "{0}1{2}z", "1"},
	} {
		for _, n := range []int{1 << 10, 1 << 14, 1 << 18} {
			text := strings.Repeat(c.unit, n/len(c.unit))
			b.Run(fmt.Sprintf("%s/%d", c.name, n), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					if table.matchText(e, template(c.template), text, nil) {
						b.Fatal("matched")
					}
				}
			})
		}
	}
}

// TestMatchKnown holds that a param which is known already is matched as a literal,
// be it out of bounds or not.
func TestMatchKnown(t *testing.T) {
	table, e := matchTable()
	for _, c := range []struct {
		template, text string
		param          int
		known          string
		want           bool
	}{
		{"{5} apple", "pink apple", 5, "pink", true},
		{"{5} apple", "pink apple", 5, "grey", false},
		{"{5} apple", "red apple", 5, "pink", true},
		{"{6}.", "x.", 6, "x", true},
		{"{6}.", "x.", 6, "y", false},
		{"{2} {5}", "7 pink", 5, "pink", true},
		{"{2} {5}", "7 pink", 2, "7", false},
	} {
		caps := make([]capture, len(matchSchemas))
		caps[c.param] = capture{given: true, token: -1, text: c.known}
		if got := table.matchText(e, template(c.template), c.text, caps); got != c.want {
			t.Errorf("%q with %d=%q matches %q: %v, want %v", c.template, c.param, c.known, c.text, got, c.want)
		}
	}
}
