package referencetest

import (
	"reflect"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// Texts are texts that mean something to Markdown, HTML, a renderer of
// either or a terminal.
var Texts = []string{
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
func replaceTexts(c *model.Catalog, with func(text string) string) {
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
				v.SetString(with(v.String()))
			}
		}
	}
	visit("", reflect.ValueOf(c))
}

// Hostile is the catalog of everything with each of its texts replaced, by the
// texts in turn or by the one given.
func Hostile(text string) *model.Catalog {
	c := Everything()
	replaceTexts(c, func(string) string { return text })
	return c
}
