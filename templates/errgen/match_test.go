package errgen

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// matchTable has an entry with params of many schemas, 0 and up.
func matchTable() (*Table, *Entry) {
	t := &Table{Compile: compile, Schemas: []Schema{
		{Kind: StringSchema},
		{Kind: StringSchema},
		{Kind: IntegerSchema},
		{Kind: NumberSchema},
		{Kind: BoolSchema},
		{Kind: StringSchema, Enum: []string{"red", "red green", "blue"}},
		{Kind: StringSchema, MinLen: 2},
		{Kind: StringSchema, Pattern: `[a-f]+\d?`},
		{Kind: IntegerSchema, Max: "99"},
		{Kind: IntegerSchema, Enum: []string{"1", "12"}},
	}}
	e := &Entry{}
	for i := range t.Schemas {
		e.Params = append(e.Params, Param{Name: fmt.Sprint(i), Schema: i})
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
		{"", "x", "-"},
		{"<0>", "", "0="},
		{"<0>", "a\nb", "0=a\nb"},
		{"a <0>", "b x", "-"},
		{"<0> b", "x a", "-"},
		{"a<0>a", "a", "-"},
		{"<0> <1>", "x y z", "0=x 1=y z"},
		{"<0><1>", "xy", "0= 1=xy"},
		{"No route from <0> to <1>.", "No route from x to y to z.", "0=x 1=y to z"},
		{"No route from <0> to <2>.", "No route from x to y to 7.", "0=x to y 2=7"},
		{"closed for <2> days", "closed for 08 days", "-"},
		{"closed for <2> days", "closed for -3 days", "2=-3"},
		{"closed for <2> days", "closed for 3.0 days", "-"},
		{"closed for <2> days", "closed for  days", "-"},
		{"<0> is not <0>", "x is not x", "0=x"},
		{"<0> is not <0>", "x is not y", "-"},
		{"<3>.", "5.", "3=5"},
		{"<3>.", "5.5.", "3=5.5"},
		{"<3>", "1e5", "3=1e5"},
		{"<3>", "", "-"},
		{"<2><5>", "7blue", "2=7 5=blue"},
		{"<5> green", "red green", "5=red"},
		{"<5>", "red green", "5=red green"},
		{"<5>", "green", "-"},
		{"<5><5>", "redred", "5=red"},
		{"<5><5>", "redblue", "-"},
		{"<4>!", "true!", "4=true"},
		{"<0> <4>!", "x false!", "0=x 4=false"},
		{"<4>", "yes", "-"},
		{"<6>x", "axxx", "6=axx"},
		{"<6>x", "xx", "-"},
		{"<6>x<0>", "äxxx", "0=x 6=äx"},
		{"<6> <0>", "ä", "-"},
		{"<7>-<0>", "abc1-z", "0=z 7=abc1"},
		{"<7>", "xyz", "-"},
		{"<7>", "abc", "7=abc"},
		{"<2>7", "777", "2=77"},
		{"7<2>", "777", "2=77"},
		{"<3>e", "5e5e", "3=5e5"},
		{"<0>1<2>z", "111z", "0= 2=11"},
		{"<2>-<8>", "3--4", "2=3 8=-4"},
		{"<8>", "99", "8=99"},
		{"<8>", "100", "-"},
		{"<0> <8>", "x 100", "-"},
		{"<9>", "12", "9=12"},
		{"<9>", "1.0", "-"},
		{"<9>", "2", "-"},
		{"<0>/<9>", "x/1", "0=x 9=1"},
		{"a <0> c", "a line\nbreak c", "0=line\nbreak"},
		{"<status> <0>", "404 x", "0=x"},
		{"<status> <0>", "x x", "-"},
		{"<0> <status>", "x 404", "0=x"},
		{`"<q0>" <1>`, `"a\"b" c`, `0=a"b 1=c`},
		{`"<q0>"`, `"\\"`, `0=\`},
		{"<pick>a <0><or>b<end>", "a x", "0=x"},
		{"<pick>a <0><or>b<end>", "b", ""},
		{"<pick>a <0><or>b<end>", "c", "-"},
		{"<pick><0> is <1><or><0><end>", "x is y", "0=x 1=y"},
		{"<pick><0> is <2><or><0><end>", "x is y", "0=x is y"},
	} {
		table, e := matchTable()
		caps := make([]capture, len(e.Params))
		got := "-"
		if table.matchText(e, program(c.template), c.text, caps) {
			got = captured(caps)
		}
		if got != c.want {
			t.Errorf("match(%q, %q) = %q, want %q", c.template, c.text, got, c.want)
		}
		if table.matchText(e, program(c.template), c.text, nil) != (c.want != "-") {
			t.Errorf("match(%q, %q) is another without params", c.template, c.text)
		}
	}
}

func captured(caps []capture) string {
	var parts []string
	for i, c := range caps {
		if c.given {
			parts = append(parts, fmt.Sprintf("%d=%s", i, c.text))
		}
	}
	return strings.Join(parts, " ")
}

// randomText is up to n letters, with holes a template.
func randomText(r *rand.Rand, n int, holes bool) string {
	letters := []string{"a", " ", "1", "-", "x", "red", "true", ".", "5", "ä"}
	var b strings.Builder
	last := false
	for range r.IntN(n) {
		if holes && !last && r.IntN(2) == 0 {
			fmt.Fprintf(&b, "<%d>", r.IntN(7))
			last = true
			continue
		}
		b.WriteString(letters[r.IntN(len(letters))])
		last = false
	}
	return b.String()
}

// TestMatchAgreesWithRE2 compares the matcher with the expression that docs/spec.md
// (#matching-texts) defines, on random templates and texts.
func TestMatchAgreesWithRE2(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	table, e := matchTable()
	matched := 0
	for range 10_000 {
		tmpl, text := randomText(r, 6, true), randomText(r, 10, false)
		if matchAgrees(t, table, e, tmpl, text) {
			matched++
		}
	}
	if matched < 500 {
		t.Fatalf("only %d of the texts matched: the test compares nothing", matched)
	}
}

func FuzzMatch(f *testing.F) {
	f.Add("No route from <0> to <2>.", "No route from x to y to 7.")
	f.Add("<6>x<5><0>", "axxred")
	f.Fuzz(func(t *testing.T, tmpl, text string) {
		if len(tmpl) > 100 || !utf8.ValidString(tmpl) || strings.Contains(tmpl, "><") || strings.ContainsAny(holes.ReplaceAllString(tmpl, ""), "<>") {
			t.Skip()
		}
		for _, m := range holes.FindAllStringSubmatch(tmpl, -1) {
			if m[1] != "" || m[2] != "" || len(m[3]) != 1 || m[3] >= "7" {
				t.Skip()
			}
		}
		table, e := matchTable()
		matchAgrees(t, table, e, tmpl, text)
	})
}

func matchAgrees(t *testing.T, table *Table, e *Entry, tmpl, text string) bool {
	t.Helper()
	pieces := table.pieces(nil, e, program(tmpl))
	want, wantOK := table.matchRegexp(pieces, text)
	got, ok := table.match(pieces, text, nil)
	if ok != wantOK || ok && fmt.Sprint(got) != fmt.Sprint(want) {
		t.Fatalf("match(%q, %q) = %v %v, RE2 %v %v", tmpl, text, got, ok, want, wantOK)
	}
	// A wording with one placeholder takes a shorter way.
	caps := make([]capture, len(e.Params))
	if found, want := table.matchWording(e, program(tmpl), text, caps), ok && table.note(e, pieces, got, text, nil); found != want {
		t.Fatalf("matchWording(%q, %q) = %v, want %v", tmpl, text, found, want)
	}
	return ok
}

// BenchmarkMatchAdversarial shows that matching is linear in the text: ns/byte
// stays as the text grows.
func BenchmarkMatchAdversarial(b *testing.B) {
	table, e := matchTable()
	for _, c := range []struct{ name, template, unit string }{
		{"strings", "<0> a <1> b <6>c", " a b a"},
		{"integer", "<0> <2>.", "1 1 x "},
		{"digits", "<0>1<2>z", "1"},
		{"markup", "<0>,<m1>x", ",,,,<,"},
		{"references", "<m0>;<m1>x", "&amp;"},
	} {
		for _, n := range []int{1 << 10, 1 << 14, 1 << 18} {
			text := strings.Repeat(c.unit, n/len(c.unit))
			b.Run(fmt.Sprintf("%s/%d", c.name, n), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					if table.matchText(e, program(c.template), text, nil) {
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
		{"<5> apple", "pink apple", 5, "pink", true},
		{"<5> apple", "pink apple", 5, "grey", false},
		{"<5> apple", "red apple", 5, "pink", true},
		{"<6>.", "x.", 6, "x", true},
		{"<6>.", "x.", 6, "y", false},
		{"<2> <5>", "7 pink", 5, "pink", true},
		{"<2> <5>", "7 pink", 2, "7", false},
		{"<0> <1>", "a b c", 0, "a b", true},
		{`"<q0>" <5>`, `"a\"b" red`, 0, `a"b`, true},
		{"<0>1<2>", "x15", 0, "x1", true}, // to match the number as well would take an expression of its own
	} {
		caps := make([]capture, len(e.Params))
		caps[c.param] = capture{given: true, token: -1, text: c.known}
		if got := table.matchText(e, program(c.template), c.text, caps); got != c.want {
			t.Errorf("%q with %d=%q matches %q: %v, want %v", c.template, c.param, c.known, c.text, got, c.want)
		}
		if c.template == "<0> <1>" && caps[1].text != "c" {
			t.Errorf("beside a known param stands %q", caps[1].text)
		}
	}
}

// TestMatchAbsent: a wording that names a param of which nothing was received is tried
// after those that do not.
func TestMatchAbsent(t *testing.T) {
	table, e := matchTable()
	for _, c := range []struct {
		absent int
		want   string
	}{
		{-1, "0=x 1=y"},
		{1, "0=x for y"},
		{0, "0=x 1=y"}, // both name it
	} {
		caps := make([]capture, len(e.Params))
		if c.absent >= 0 {
			caps[c.absent].absent = true
		}
		if !table.matchText(e, program("<pick><0> for <1><or><0><end>"), "x for y", caps) || captured(caps) != c.want {
			t.Errorf("without %d it is %s, want %s", c.absent, captured(caps), c.want)
		}
	}
}

// TestKeep: what is known stays, but for a text that a header told with losses.
func TestKeep(t *testing.T) {
	text := func(s string) capture { return capture{given: true, token: -1, text: s} }
	for _, c := range []struct{ old, got, want capture }{
		{capture{}, text("a"), text("a")},
		{capture{absent: true}, text("a"), text("a")},
		{text("a"), text("b"), text("a")},
		{text("a b"), text("a\nb"), text("a\nb")},
		{text("a b"), text("a\nc"), text("a b")},
		{text("a\nb"), text("a b"), text("a\nb")},
		{text("a"), text("a "), text("a ")},
		{text("a "), text("a"), text("a ")},
		{text(" a"), text("\na"), text("\na")},
		{text("\na"), text(" a"), text("\na")},
		{text("a  "), text("a\u2028"), text("a  ")},
		{text(" a"), text("a "), text(" a ")},
		{text(" a "), text("\na"), text("\na ")},
		{text("\na"), text(" a "), text("\na ")},
		{text(" \u2028 a"), text("\x01a\x01"), text(" \u2028\x01a\x01")},
		{text("a b"), text("\x01a\nb"), text("\x01a\nb")},
		{text(" b c"), text("b\nc"), text(" b\nc")},
		{text("  "), text("\x01"), text("\x01 ")},
		{text("  "), text(""), text("  ")},
		{text("a "), text(" a"), text(" a ")},
		{text("a  b"), text("a b"), text("a  b")},
		{text("a b"), text("a  b"), text("a b")},
		{text("a\tb"), text("a b"), text("a\tb")},
		{text("a"), text("a\t"), text("a\t")},
		{text("a  b"), text("a\nb"), text("a\nb")},
		{text("a b"), text("a\r\nb"), text("a\r\nb")},
		{text("a b"), text("a\rb"), text("a\rb")},
		{text("a b"), text("a\n\n b"), text("a\n\n b")},
		{text("a\nb"), text("a  b"), text("a\nb")},
		{text("a\nb"), text("a\r\nb"), text("a\nb")},
		{text("  a"), text("\na"), text("\na")},
		{text(""), text("\x01"), text("\x01")},
		{text(""), text(" "), text(" ")},
		{text("ab"), text("a\nb"), text("ab")},
		{capture{given: true, token: 3}, text("a"), capture{given: true, token: 3}},
		{text("a"), capture{given: true, token: 3}, text("a")},
	} {
		caps := []capture{c.old}
		keep(caps, 0, c.got)
		keep(caps, 1, c.got) // beyond the params
		if caps[0] != c.want {
			t.Errorf("%v and %v are %v, want %v", c.old, c.got, caps[0], c.want)
		}
	}
}

// TestNeedsRegexp: an expression is needed for patterns, and for numbers beside what
// may be a part of them.
func TestNeedsRegexp(t *testing.T) {
	table, e := matchTable()
	for template, want := range map[string]bool{
		"": false, "<0>": false, "<0>1": false, "<2>": false, "<2> 1": false, "<2>1": true, "1<2>": true, "<2>.5": false, "<2>e": false, "<3>.": true,
		"<3>e": true, "<3>E": true, "<3>5": true, ".<3>": false, "e<3>": false, "9<3>": true, "<7>": true, "a <7>": true, "<2><3>": false, "<pick>a<or><7><end>": true,
		"<pick>a<or>b<end>": false, "<status>0": true, "<status>.": false, "-<2>": false,
	} {
		if got := table.NeedsRegexp(e, program(template)); got != want {
			t.Errorf("%q needs an expression: %v", template, got)
		}
	}
}

// TestWithoutCompiler: where a package hands in none, and for an expression that is
// none, nothing matches.
func TestWithoutCompiler(t *testing.T) {
	table := &Table{}
	if table.matchPattern("without+", "without") {
		t.Error("something compiled it")
	}
	table.Compile = func(string) (Regexp, error) { return nil, errors.New("no expression") }
	if table.matchPattern("without+", "without") {
		t.Error("it is no expression")
	}
	table.Compile = compile
	if !table.matchPattern("without+", "withoutt") || table.matchPattern("without+", "withoutx") || table.matchPattern("without+", "xwithout") {
		t.Error("the whole text is matched")
	}
	table.Compile = nil
	if !table.matchPattern("without+", "without") {
		t.Error("it was compiled before")
	}
}

func TestQuoteMeta(t *testing.T) {
	for text, want := range map[string]string{"": "", "a b-é": "a b-é", `\.+*?()|[]{}^$`: `\\\.\+\*\?\(\)\|\[\]\{\}\^\$`, `\\`: `\\\\`} {
		if got := quoteMeta(text); got != want {
			t.Errorf("quoteMeta(%q) = %q, want %q", text, got, want)
		}
	}
}
