package docs

import (
	"sync"
	"text/template"

	"github.com/seed-1b9d9f04/errgen/templates"
)

// pages returns the parsed templates. They write what the views hold as it is,
// which is why views hold no text but Markdown.
var pages = sync.OnceValue(func() *template.Template {
	return template.Must(template.ParseFS(templates.Docs, "docs/*.tmpl"))
})
