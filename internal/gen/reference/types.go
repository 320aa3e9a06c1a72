package reference

import (
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// typeView is the section of a Go type that params have.
type typeView[M ~string] struct {
	Mark, Name, Description M
	CatalogName             M // as the catalog calls it, if that differs
	HasGo                   bool
	Type                    *schemaView[M]
	Bounds                  []boundView[M]
	Members                 []propertyView[M]
	More                    *moreView[M]
	Constants               []constantView[M]
	Alternatives            []alternativeView[M]
}

// propertyView is a member of an object.
type propertyView[M ~string] struct {
	Name, Field          M // on the wire, in Go
	Type                 *schemaView[M]
	Optional, Sensitive  bool
	Bounds               []boundView[M]
	Description, Example M
}

// moreView are an object's further members.
type moreView[M ~string] struct {
	Field M
	Type  *schemaView[M]
}

// constantView is a value that a string type lists.
type constantView[M ~string] struct{ Value, Const M }

// alternativeView is one of the kinds of a union or of the schemas of a one-of.
type alternativeView[M ~string] struct {
	Type        *schemaView[M]
	Go          M // the field, or the constructor
	Description M
}

// namedType returns the view of a type.
func (b *Builder[M]) namedType(t *model.Type) typeView[M] {
	v := typeView[M]{
		Mark: b.Mark(b.types[t]), Name: b.Text(b.typeName(t)),
		Description: b.Paragraphs(firstOf(t.Description, t.Schema.Description)),
		Type:        b.inline(t.Schema), HasGo: !b.public,
	}
	if t.Name != "" && t.Name != b.typeName(t) {
		v.CatalogName = b.Code(t.Name)
	}
	if !b.public {
		for _, c := range t.Constants {
			v.Constants = append(v.Constants, constantView[M]{b.Code(c.Value), b.Code(c.GoName)})
		}
	}
	if len(v.Constants) == 0 {
		v.Bounds = b.bounds(t.Schema)
	}
	for _, p := range t.Schema.Properties {
		v.Members = append(v.Members, b.property(p))
	}
	if t.More != "" {
		v.More = &moreView[M]{b.goName(t.More), b.schema(t.Schema.Additional)}
	}
	for i, a := range t.Alternatives {
		v.Alternatives = append(v.Alternatives, b.alternative(t.Schema, i, a))
	}
	return v
}

// typeName is what readers call a type.
func (b *Builder[M]) typeName(t *model.Type) string {
	if b.public && t.Name != "" {
		return t.Name
	}
	return t.GoName
}

// goName is a name of Go, "" where none are shown.
func (b *Builder[M]) goName(name string) M {
	if b.public {
		return ""
	}
	return b.Code(name)
}

func (b *Builder[M]) property(p model.Property) propertyView[M] {
	v := propertyView[M]{
		Name: b.Code(p.Name), Field: b.goName(p.GoName), Type: b.schema(p.Schema), Optional: p.Optional,
		Sensitive: p.Schema.Sensitive, Bounds: b.bounds(p.Schema), Description: b.Cell(p.Schema.Description),
	}
	if p.Schema.Example != nil {
		v.Example = b.valueCode(*p.Schema.Example)
	}
	return v
}

func (b *Builder[M]) alternative(s *model.Schema, i int, a model.Alternative) alternativeView[M] {
	if s.Kind == model.UnionKind {
		return alternativeView[M]{Type: &schemaView[M]{Kind: kinds[s.Union[i]]}, Go: b.goName(a.NewFunc)}
	}
	return alternativeView[M]{Type: b.schema(s.OneOf[i]), Go: b.goName(a.GoName), Description: b.Cell(s.OneOf[i].Description)}
}
