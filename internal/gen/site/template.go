package site

import (
	"html/template"
	"sync"

	"github.com/seed-1b9d9f04/errgen/templates"
)

// pageTemplates returns the parsed templates. What views hold as template.HTML is markup's;
// all else is text, which html/template escapes.
var pageTemplates = sync.OnceValue(func() *template.Template {
	t := template.Must(template.ParseFS(templates.Reference, "reference/*.tmpl"))
	return template.Must(t.ParseFS(templates.Site, "site/*.tmpl"))
})
