package errgen

import (
	"encoding/xml"
	"fmt"
	"html"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// hostileMarkup are texts that mean something in HTML and XML, or look like it.
var hostileMarkup = []string{
	"", "x", "<", ">", "&", `"`, "'", "\r", "\n", "\r\n", "&amp;", "&lt", "&#39;", "&#x27;", "&apos;", "&nbsp;", "amp;", "p;", "&am", "#", ";", "]]>",
	"<script>alert('1')</script>", "<!--", "it's", "R&D", "\x00", "\x01\x02", "\ufffe", "\ufffd", "\xff", "é", "1", "-7", "</b>", "<b>",
}

// TestAppendMarkup: what is written is read by others as it was, but for what XML
// cannot hold.
func TestAppendMarkup(t *testing.T) {
	for _, s := range hostileMarkup {
		written := string(AppendMarkup(nil, s))
		want := strings.Map(xmlRune, s)
		var read struct {
			Text string `xml:",chardata"`
			Attr string `xml:"a,attr"`
		}
		if err := xml.Unmarshal([]byte(`<x a="`+written+`">`+written+`</x>`), &read); err != nil || read.Text != want || read.Attr != want {
			t.Errorf("%q is read as XML as %q and %q: %v", s, read.Text, read.Attr, err)
		}
		if got := html.UnescapeString(written); got != want {
			t.Errorf("%q is read as HTML as %q", s, got)
		}
		if got := UnescapeMarkup(written); got != want {
			t.Errorf("%q comes back as %q", s, got)
		}
		if Marks(Program{{Literal: written}}) != 0 {
			t.Errorf("%q, which is %q, holds marks", written, s)
		}
	}
}

func TestUnescapeMarkup(t *testing.T) {
	for _, c := range []struct{ markup, want string }{
		{"&amp;&lt;&gt;&quot;&apos;", `&<>"'`},
		{"&#65;&#x42;&#X43;&#0000068;", "ABCD"},
		{"&#x1F600;&#233;", "\U0001f600\u00e9"},
		{"&#0;&#x1;&#xD800;&#xFFFF;&#1114112;", strings.Repeat(string(utf8.RuneError), 5)},
		{"&amp;lt;", "&lt;"},
		{"&AMP;&nbsp;&;&#;&#x;&#xx41;&#+1;&#_1;&#99999999999;&amp", "&AMP;&nbsp;&;&#;&#x;&#xx41;&#+1;&#_1;&#99999999999;&amp"},
		{"&" + strings.Repeat("0", 50) + ";", "&" + strings.Repeat("0", 50) + ";"},
		{"a\xff&lt;", "a\xff<"},
	} {
		if got := UnescapeMarkup(c.markup); got != c.want {
			t.Errorf("UnescapeMarkup(%q) = %q, want %q", c.markup, got, c.want)
		}
	}
}

func TestMatchMarkup(t *testing.T) {
	for _, c := range []struct {
		template, text string
		want           string // the params, "-" for no match
	}{
		{"<B><m0></B>", "<B>&lt;&#62;&amp;</B>", "0=<>&"},
		{"<B><m0></B>", "<B>it's \"a\" > &b</B>", `0=it's "a" > &b`},
		{"<B><m0></B>", "<B><I>x</I></B>", "-"},
		{"<B><m0></B><m1>", "<B>&lt;/B&gt;</B>x", "0=</B> 1=x"},
		{"<m0>m<m1>", "&amp;m&lt;", "0=& 1=<"},
		{"<m0>;<m1>", "&amp;;x", "0=& 1=x"},
		{"<m0> <m0>", "&amp; &#38;", "0=&"},
		{"<P><m6></P>", "<P>&amp;</P>", "-"},
		{"<P><m6>,<m0></P>", "<P>&amp;,&lt;,x</P>", "0=x 6=&,<"},
		{"<P><m5>.<m2></P>", "<P>red.7</P>", "2=7 5=red"},
		{"<P><m7>-<m0></P>", "<P>&#97;bc1-&gt;</P>", "0=> 7=abc1"},
		{"<P><m7>-<m0></P>", "<P>x-y</P>", "-"},
		{"<P><m0>1<m2>,<m1></P>", "<P>&amp;111,&lt;</P>", "0=& 1=< 2=11"}, // by an expression
		{"<P><0></P><m1>", "<P>a</P>b</P>&amp;", "0=a</P>b 1=&"},
		{"<P><0></P><m1>.", "<P>a</P>b</P>it's.", "0=a</P>b 1=it's"},
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
	}
}

// TestMatchQuoted: what stands within a quoted string ends at its end alone.
func TestMatchQuoted(t *testing.T) {
	for _, c := range []struct{ template, text, want string }{
		{`a="<q0>",b="<q1>"`, `a="x",b="y"`, "0=x 1=y"},
		{`a="<q0>",b="<q1>"`, `a="x\",b=",b="y"`, `0=x",b= 1=y`},
		{`a="<q0>",b="<q1>"`, `a="x\\",b="\\"`, `0=x\ 1=\`},
		{`a="<q0>",b="<q1>"`, `a="x\\\",b="y"`, "-"},
		{`a="<q0>",b="<q1>"`, `a="x"y",b="z"`, "-"},
		{`a="<q0> b"`, `a="\"\" b b"`, `0="" b`},
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
	}
}

// TestMarkupLaw writes random values by one of several random wordings. The first that
// matches, of those with the most marks, writes the same again.
func TestMarkupLaw(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	table, e := matchTable()
	literals := []string{"<B>", "</B>", "'", `"`, "a", " ", ";", "amp", "&nbsp;", "&quot;", "&amp;", ">", "it's", "<I t='", "lt;"}
	pick := func(from []string) string { return from[r.IntN(len(from))] }
	typed := map[int][]string{2: {"7", "-1"}, 3: {"1.5", "0"}, 4: {"true", "false"}, 5: table.Schemas[5].Enum}
	found := 0
	for range 20_000 {
		var wordings []Program
		for range 1 + r.IntN(3) {
			w := pick(literals)
			for _, i := range r.Perm(6)[:1+r.IntN(4)] {
				w += fmt.Sprintf("<m%d>%s%s", i, pick(literals), pick(literals))
			}
			wordings = append(wordings, program(w))
		}
		slices.SortStableFunc(wordings, func(a, b Program) int { return Marks(b) - Marks(a) })
		values := make([]capture, len(e.Params))
		for i := range values {
			if values[i].text = pick(hostileMarkup) + pick(literals) + pick(hostileMarkup); typed[i] != nil {
				values[i].text = pick(typed[i])
			}
		}
		text := markupOf(table, e, wordings[r.IntN(len(wordings))], values)
		for _, w := range wordings {
			caps := make([]capture, len(e.Params))
			if !table.matchText(e, w, text, caps) {
				continue
			}
			if found++; markupOf(table, e, w, caps) != text {
				t.Fatalf("%+v: %q is read as\n%s\nand written as %q", wordings, text, captured(caps), markupOf(table, e, w, caps))
			}
			break
		}
	}
	if found < 15_000 {
		t.Errorf("only %d texts were found: the test compares little", found)
	}
}

// markupOf is what a wording writes of values.
func markupOf(t *Table, e *Entry, w Program, values []capture) string {
	var b strings.Builder
	for _, p := range t.pieces(nil, e, w) {
		if b.WriteString(p.literal); p.operand != noOperand {
			b.WriteString(p.written(values[p.operand>>1].text))
		}
	}
	return b.String()
}
