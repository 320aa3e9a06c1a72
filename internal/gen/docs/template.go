package docs

import (
	"sync"
	"text/template"

	"github.com/seed-1b9d9f04/errgen/templates"
)

// pages returns the parsed templates. They write what the views hold as it is,
// which is why views hold no text but Markdown.
var pages = sync.OnceValue(func() *template.Template {
	t := template.Must(template.ParseFS(templates.Reference, "reference/*.tmpl"))
	return template.Must(t.ParseFS(templates.Docs, "docs/*.tmpl"))
})
