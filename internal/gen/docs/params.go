package docs

import (
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// paramView is a row of an entry's table of params.
type paramView struct {
	Name                 Markdown
	IsStatus             bool // the HTTP status, an argument like a param
	Type                 *schemaView
	Optional             bool
	Default              Markdown
	Sensitive, Private   bool
	Markup               bool
	In                   Markdown // the field of further members whose member it is
	Bounds               []boundView
	Description, Example Markdown
}

// params are what an occurrence of the entry is given, the status first if it
// is chosen when the error is raised.
func (b *builder) params(e *model.Entry) []paramView {
	var views []paramView
	if e.StatusParam {
		views = append(views, paramView{
			Name: code("status"), IsStatus: true, Type: &schemaView{Kind: "integer"},
			Bounds: []boundView{{Kind: "one of", Values: each(e.Status, statusRange)}}, Example: number(e.WriteStatus()),
		})
	}
	for _, p := range e.Params {
		views = append(views, b.param(p))
	}
	return views
}

func (b *builder) param(p *model.Param) paramView {
	v := paramView{
		Name: code(p.Name), Type: b.schema(p.Schema), Optional: p.Optional, Sensitive: p.Sensitive || p.Schema.Sensitive,
		Private: p.Private, Markup: p.Markup, Bounds: bounds(p.Schema), Description: cell(firstOf(p.Description, p.Schema.Description)),
	}
	if len(p.In) > 0 {
		v.In = code(p.In[0].Name)
	}
	if p.Default != nil {
		v.Default = valueCode(*p.Default)
	}
	for _, example := range []*model.Value{p.Example, p.Schema.Example} {
		if example != nil {
			v.Example = valueCode(*example)
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
