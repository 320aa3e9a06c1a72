package reference

import (
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// paramView is a row of an entry's table of params.
type paramView[M ~string] struct {
	Name                 M
	IsStatus             bool // the HTTP status, an argument like a param
	Type                 *schemaView[M]
	Optional             bool
	Default              M
	Sensitive, Private   bool
	Markup               bool
	In                   M // the field of further members whose member it is
	Bounds               []boundView[M]
	Description, Example M
}

// params are what an occurrence of the entry is given, the status first if it
// is chosen when the error is raised.
func (b *Builder[M]) params(e *model.Entry) []paramView[M] {
	var views []paramView[M]
	if e.StatusParam {
		views = append(views, paramView[M]{
			Name: b.Code("status"), IsStatus: true, Type: &schemaView[M]{Kind: "integer"},
			Bounds: []boundView[M]{{Kind: "one of", Values: each(e.Status, b.statusRange)}}, Example: b.number(e.WriteStatus()),
		})
	}
	for _, p := range e.Params {
		if !p.Private || !b.public {
			views = append(views, b.param(p))
		}
	}
	return views
}

func (b *Builder[M]) param(p *model.Param) paramView[M] {
	v := paramView[M]{
		Name: b.Code(p.Name), Type: b.schema(p.Schema), Optional: p.Optional, Sensitive: p.Sensitive || p.Schema.Sensitive,
		Private: p.Private, Markup: p.Markup, Bounds: b.bounds(p.Schema), Description: b.Cell(firstOf(p.Description, p.Schema.Description)),
	}
	if len(p.In) > 0 {
		v.In = b.Code(p.In[0].Name)
	}
	if p.Default != nil {
		v.Default = b.valueCode(*p.Default)
	}
	for _, example := range []*model.Value{p.Example, p.Schema.Example} {
		if example != nil {
			v.Example = b.valueCode(*example)
			break
		}
	}
	return v
}

// firstOf is the first text that is not empty.
func firstOf(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}
