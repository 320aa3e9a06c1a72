package openapi

import (
	"strconv"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// info is the document's title, description, license, contact and version.
func (b *builder) info() *openapi3.Info {
	c := b.catalog
	info := &openapi3.Info{Title: c.Title, Description: c.Description, Version: b.options.Version}
	if l := b.options.License; l != nil {
		info.License = &openapi3.License{Name: l.Name, URL: l.URL}
	}
	if who := b.options.Contact; who != nil {
		info.Contact = &openapi3.Contact{Name: who.Name, URL: who.URL, Email: who.Email}
	}
	if info.Title == "" {
		info.Title = c.Package + " errors"
	}
	if info.Version == "" {
		info.Version = "1.0.0"
	}
	return info
}

// extras adds what a catalog says as a whole and OpenAPI has no place for; of
// operations which responses they have.
func (b *builder) extras(responses map[*model.Operation][]string) {
	c := b.catalog
	var sources, groups, operations, retired []model.Value
	for _, s := range b.sources() {
		sources = append(sources, textMembers("id", s.ID, "title", s.Title, "file", s.File, "url", s.URL,
			"date", s.Date, "description", s.Description))
	}
	for _, g := range c.Groups {
		groups = append(groups, textMembers("name", g.Name, "title", g.Title, "description", g.Description, "source", b.sourceID(g.Source)))
	}
	for _, o := range c.Operations {
		v := textMembers("name", o.Name, "operationId", o.ID, "method", o.Method, "path", o.Path, "description", o.Description)
		var names []string
		for _, e := range o.Errors {
			names = append(names, e.Name)
		}
		v.Members = append(v.Members, model.Member{Name: "errors", Value: textsLiteral(names).Value},
			model.Member{Name: "responses", Value: textMembers(responses[o]...)})
		operations = append(operations, v)
	}
	for _, r := range c.Retired {
		retired = append(retired, textMembers("code", r.Code, "name", r.Name, "since", r.Since,
			"replacement", r.Replacement, "reason", r.Reason))
	}
	b.extra("x-sources", sources)
	b.extra("x-groups", groups)
	b.extra("x-operations", operations)
	b.extra("x-retired", retired)
	b.extra("x-websocket-close-codes", b.closeCodes())
}

// sources are those that the document names.
func (b *builder) sources() []*model.Source {
	if b.isPublic() {
		return nil
	}
	return b.catalog.Sources
}

// extra adds a list to the document; nothing if it is empty.
func (b *builder) extra(name string, list []model.Value) {
	if len(list) > 0 {
		extend(&b.Extensions, name, literal{model.Value{Kind: model.ArrayValue, Items: list}})
	}
}

// closeCodes lists the WebSocket close codes.
func (b *builder) closeCodes() []model.Value {
	var list []model.Value
	for _, e := range b.catalog.Entries {
		if e.Close == nil {
			continue
		}
		reason := ""
		if len(e.Close.Reason) > 0 {
			reason = e.Close.Reason[0].String()
		}
		v := textMembers("name", e.Name, "reason", reason, "description", e.Description)
		code := model.Member{Name: "code", Value: numberLiteral(strconv.Itoa(e.Close.Code)).Value}
		v.Members = append([]model.Member{code}, v.Members...)
		list = append(list, v)
	}
	return list
}

// textMembers makes an object of names and texts, without those that are empty.
func textMembers(pairs ...string) model.Value {
	v := model.Value{Kind: model.ObjectValue}
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			v.Members = append(v.Members, model.Member{Name: pairs[i], Value: textLiteral(pairs[i+1]).Value})
		}
	}
	return v
}
