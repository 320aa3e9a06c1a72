package openapi

import (
	"strconv"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// info is the document's title and where its facts come from.
func (b *builder) info() *openapi3.Info {
	c := b.catalog
	info := &openapi3.Info{Title: c.Title, Description: c.Description, Version: b.options.Version}
	if info.Title == "" {
		info.Title = c.Package + " errors"
	}
	if info.Version == "" {
		info.Version = "1.0.0"
	}
	if len(c.Sources) > 0 {
		list := model.Value{Kind: model.ArrayValue}
		for _, s := range c.Sources {
			list.Items = append(list.Items, textMembers(
				"id", s.ID, "title", s.Title, "file", s.File, "url", s.URL,
				"date", s.Date, "description", s.Description,
			))
		}
		extend(&info.Extensions, "x-sources", literal{list})
	}
	return info
}

// closeCodes lists the WebSocket close codes, for which OpenAPI has no place.
func (b *builder) closeCodes() {
	list := model.Value{Kind: model.ArrayValue}
	for _, e := range b.catalog.Entries {
		if e.Close == nil {
			continue
		}
		reason := ""
		if len(e.Close.Reason) > 0 {
			reason = templateText(e.Close.Reason[0])
		}
		v := textMembers("name", e.Name, "reason", reason, "description", e.Description)
		code := model.Member{Name: "code", Value: numberLiteral(strconv.Itoa(e.Close.Code)).Value}
		v.Members = append([]model.Member{code}, v.Members...)
		list.Items = append(list.Items, v)
	}
	if len(list.Items) > 0 {
		extend(&b.Extensions, "x-websocket-close-codes", literal{list})
	}
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
