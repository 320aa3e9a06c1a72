package docs

import (
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// typeView is the section of a Go type that params have.
type typeView struct {
	Mark, Name, Description Markdown
	CatalogName             Markdown // as the catalog calls it, if that differs
	Type                    *schemaView
	Bounds                  []boundView
	Members                 []propertyView
	More                    *moreView
	Constants               []constantView
	Alternatives            []alternativeView
}

// propertyView is a member of an object.
type propertyView struct {
	Name, Field          Markdown // on the wire, in Go
	Type                 *schemaView
	Optional, Sensitive  bool
	Bounds               []boundView
	Description, Example Markdown
}

// moreView are an object's further members.
type moreView struct {
	Field Markdown
	Type  *schemaView
}

// constantView is a value that a string type lists.
type constantView struct{ Value, Const Markdown }

// alternativeView is one of the kinds of a union or of the schemas of a one-of.
type alternativeView struct {
	Type        *schemaView
	Go          Markdown // the field, or the constructor
	Description Markdown
}

// namedType returns the view of a type.
func (b *builder) namedType(t *model.Type) typeView {
	v := typeView{
		Mark: b.types[t].mark(), Name: text(t.GoName),
		Description: paragraphs(firstOf(t.Description, t.Schema.Description)),
		Type:        b.inline(t.Schema),
	}
	if t.Name != "" && t.Name != t.GoName {
		v.CatalogName = code(t.Name)
	}
	for _, c := range t.Constants {
		v.Constants = append(v.Constants, constantView{code(c.Value), code(c.GoName)})
	}
	if len(t.Constants) == 0 {
		v.Bounds = bounds(t.Schema)
	}
	for _, p := range t.Schema.Properties {
		v.Members = append(v.Members, b.property(p))
	}
	if t.More != "" {
		v.More = &moreView{code(t.More), b.schema(t.Schema.Additional)}
	}
	for i, a := range t.Alternatives {
		v.Alternatives = append(v.Alternatives, b.alternative(t.Schema, i, a))
	}
	return v
}

func (b *builder) property(p model.Property) propertyView {
	v := propertyView{
		Name: code(p.Name), Field: code(p.GoName), Type: b.schema(p.Schema), Optional: p.Optional,
		Sensitive: p.Schema.Sensitive, Bounds: bounds(p.Schema), Description: cell(p.Schema.Description),
	}
	if p.Schema.Example != nil {
		v.Example = valueCode(*p.Schema.Example)
	}
	return v
}

func (b *builder) alternative(s *model.Schema, i int, a model.Alternative) alternativeView {
	if s.Kind == model.UnionKind {
		return alternativeView{Type: &schemaView{Kind: kinds[s.Union[i]]}, Go: code(a.NewFunc)}
	}
	return alternativeView{Type: b.schema(s.OneOf[i]), Go: code(a.GoName), Description: cell(s.OneOf[i].Description)}
}
