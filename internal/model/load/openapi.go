package load

import (
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

var openAPIObject = object[OpenAPI]{
	what: "the catalog's `openapi`",
	node: func(o *OpenAPI) *Node { return &o.Node },
	keys: []key[OpenAPI]{
		{name: "version", set: text(func(o *OpenAPI) *Text { return &o.Version })},
		{name: "license", set: func(d *decoder, k Text, v *Value, o *OpenAPI) { o.License = licenseObject.read(d, k, v) }},
		{name: "contact", set: func(d *decoder, k Text, v *Value, o *OpenAPI) { o.Contact = contactObject.read(d, k, v) }},
		{name: "prefix", set: func(d *decoder, k Text, v *Value, o *OpenAPI) { o.Prefix = d.componentPrefix(k, v) }},
		{name: "unions", set: choice("write full for a schema of each entry, envelope for the envelope with the codes", func(o *OpenAPI) *Text { return &o.Unions }, "full", "envelope")},
		{name: "texts", set: choice("write contract if clients may rely on the wording", func(o *OpenAPI) *Text { return &o.Texts }, "examples", "contract")},
		{name: "audience", set: choice("write public for a document that says nothing of Go", func(o *OpenAPI) *Text { return &o.Audience }, "internal", "public")},
		{name: "discriminator", set: func(d *decoder, k Text, v *Value, o *OpenAPI) {
			if b := d.boolean(k, v); b.Pos.IsValid() {
				o.Discriminator = &b
			}
		}},
		{name: "default", set: choice("write fallback or any, or leave it out for no default response", func(o *OpenAPI) *Text { return &o.Default }, "fallback", "any")},
	},
}

// OpenAPIForm is a mapping like the catalog's `openapi`, which messages call what.
func OpenAPIForm(what string) *Form[OpenAPI] {
	return NewForm(what, openAPIObject.node, nil, openAPIObject.keys...)
}

var licenseObject = object[License]{
	what: "a license",
	node: func(l *License) *Node { return &l.Node },
	keys: []key[License]{
		{name: "name", required: true, set: words(func(l *License) *Text { return &l.Name })},
		{name: "url", set: text(func(l *License) *Text { return &l.URL })},
	},
}

var contactObject = object[Contact]{
	what: "a contact",
	node: func(c *Contact) *Node { return &c.Node },
	keys: []key[Contact]{
		{name: "name", set: text(func(c *Contact) *Text { return &c.Name })},
		{name: "url", set: text(func(c *Contact) *Text { return &c.URL })},
		{name: "email", set: text(func(c *Contact) *Text { return &c.Email })},
	},
}

// choice reads a text that is one of some words.
func choice[T any](remedy string, to func(*T) *Text, words ...string) setter[T] {
	return func(d *decoder, k Text, v *Value, t *T) { *to(t) = d.word(k, v, remedy, words...) }
}

// componentPrefix reads what names of components begin with (OpenAPI 3.0.3, Components
// Object); it may be empty.
func (d *decoder) componentPrefix(k Text, v *Value) Text {
	t := d.text(k, v)
	isForeign := func(c rune) bool {
		return !('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.ContainsRune("._-", c))
	}
	if strings.ContainsFunc(t.S, isForeign) {
		d.list.Report(t.Pos, diag.InvalidName, diag.Quote(t.S)+" cannot begin the names of components", "use letters A-Z and a-z, digits, `.`, `_` and `-`")
		return Text{}
	}
	return t
}
