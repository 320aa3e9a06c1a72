package docs

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-1b9d9f04/errgen/internal/gen/reference"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// hostileTexts are texts that mean something to Markdown, HTML, a renderer of
// either or a terminal.
var hostileTexts = []string{
	"a\n\n# Heading\n\nHeading\n===\n\n---\n\n- item\n\n1. item\n\n    code\n\n> quote",
	"| a | b |\n| - | - |\n| c | d |", "a\n:-\nb", "a|b||c\\|d\\\\|e",
	"<script>alert(1)</script>", "</a><img src=x onerror=alert(1)>", "a --> b <!-- c", "<!-- x", "<?php ?>", "<![CDATA[x]]>",
	"&lt;b&gt; &#60; &copy; &", "[a](https://evil.example) [b][c] [c]: https://evil.example", "![x](https://evil.example/x.png)",
	"[a]: javascript:alert(1)", "[^1]: note [^1]", "- [x] done", "https://evil.example www.evil.example mail@evil.example mailto:a@b.example",
	"<https://evil.example> <a@b.example>", "ftp://evil.example x://y.example", "```\nfence\n```", "~~~\nfence\n~~~", "`a`` ``` b`", "``", " ` ",
	"*a* **b** _c_ __d__ ~e~ ~~f~~ ***g", "$$x$$ $`y`$", "{{.Title}} {% x %} ${x} %s %!d", "\\", "\\\\\n\\*a\\*", "a\\",
	"\x00\x01\x1b[31mred\x1b[0m\x7f\u0085", "\u202eevil\u2066\u200f\u061c", "line\u2028line\u2029line", "\ufeffmark \u200b\u00ad", "\xff\xfe\x80",
	"\r\nA: b\rC", "\U000e0041\U000e0001 tags", "term\n: definition", "  \t ", "*/ //go:generate x `+\"", strings.Repeat("x", 100_000), strings.Repeat("`", 300),
	strings.Repeat("[", 500), strings.Repeat("*_", 500), "a@b@c.example", "1) a", "+", "-", "=", "#", "1.", ":::", "|", "\t# code", "\u00a0# a",
}

// keep are the fields that hold no text: Go names, formats that the language
// lists, and JSON that a body is made of.
var keep = map[string]bool{
	"Package": true, "Const": true, "TypeName": true, "NewFunc": true, "GoName": true, "ArgName": true, "More": true,
	"Body": true, "Corrected": true,
}

// replaceTexts replaces every text of a catalog but those to keep, whatever is
// empty excepted.
func replaceTexts(c *model.Catalog, with func(field, text string) string) {
	seen := map[any]bool{}
	var visit func(field string, v reflect.Value)
	visit = func(field string, v reflect.Value) {
		switch v.Kind() {
		case reflect.Pointer:
			if v.IsNil() || seen[v.Interface()] {
				return
			}
			seen[v.Interface()] = true
			visit(field, v.Elem())
		case reflect.Struct:
			for i := range v.NumField() {
				visit(v.Type().Field(i).Name, v.Field(i))
			}
		case reflect.Slice:
			for i := range v.Len() {
				visit(field, v.Index(i))
			}
		case reflect.String:
			if !keep[field] && v.String() != "" {
				v.SetString(with(field, v.String()))
			}
		}
	}
	visit("", reflect.ValueOf(c))
}

// hostile is the catalog of everything with each of its texts replaced, by the
// texts in turn or by the one given.
func hostile(text string) *model.Catalog {
	c := everything()
	replaceTexts(c, func(field, _ string) string { return text })
	return c
}

// TestHostileTextsAddNothing puts each hostile text in every place.
func TestHostileTextsAddNothing(t *testing.T) {
	for _, s := range hostileTexts {
		t.Run(s[:min(len(s), 20)], func(t *testing.T) { addsNothing(t, s) })
	}
}

// FuzzDocument puts texts in every place.
func FuzzDocument(f *testing.F) {
	for _, s := range hostileTexts {
		if len(s) < 1000 {
			f.Add(s)
		}
	}
	f.Fuzz(addsNothing)
}

// addsNothing holds that a document with a text everywhere consists of the same
// parts as one with a harmless text, and that its Go code is Go.
func addsNothing(t *testing.T, s string) {
	source := emit(t, hostile(s))
	got := read(t, source)
	checkHTML(t, got)
	checkLinks(t, got)
	checkLayout(t, source)
	checkCode(t, got)
	if _, isPage := reference.Destination(s); isPage || text(s) == "" {
		return // links may lead there; or it is as if there were no text
	}
	for _, link := range got.links {
		if !strings.HasPrefix(link, "#") {
			t.Errorf("a link out: %q", link)
		}
	}
	want := read(t, emit(t, hostile("x")))
	if diff := cmp.Diff(shape(want), shape(got)); diff != "" {
		t.Errorf("the document has other parts (-harmless +hostile):\n%s", diff)
	}
}

// shape is a document's skeleton without what differs for good reasons: code
// spans (an empty text has none, one with a pipe is an element), and, of a
// description, how many paragraphs it has.
func shape(p *page) []string {
	var parts []string
	for _, part := range p.skeleton {
		if strings.HasSuffix(part, " CodeSpan") || len(parts) > 0 && part == " Paragraph" && parts[len(parts)-1] == part {
			continue
		}
		parts = append(parts, part)
	}
	return slices.Clip(parts)
}

// TestHostileTextsAreShown holds that a text is readable in the document: what
// was written is there, whatever it looks like.
func TestHostileTextsAreShown(t *testing.T) {
	c := everything()
	c.Description = "a <b> *c* | `d` \\ [e](f) & g"
	if shown := render(t, string(emit(t, c))); !strings.Contains(shown, c.Description) {
		t.Errorf("%q is not in the document", c.Description)
	}
}

// TestHostileFileName puts the name of the catalog where it would end a
// comment.
func TestHostileFileName(t *testing.T) {
	c := everything()
	c.File = "a --> <b>\n# c\u2028.yaml"
	source := emit(t, c)
	if first, _, _ := strings.Cut(string(source), "\n"); first != `<!-- Code generated by errgen from "a --\x3e \x3cb\x3e\n# c\u2028.yaml". DO NOT EDIT. -->` {
		t.Errorf("first line %s", first)
	}
	checkHTML(t, read(t, source))
}
