// Package site emits a reference site: plain files that a browser shows from a disk or
// from a server, one site for all catalogs of a run.
//
// What is said is package reference's to decide, the pages are in templates/site. They
// request nothing from elsewhere, and have neither styles nor scripts of their own, so
// that the policy that each states (Content Security Policy Level 3) and any
// stricter than that of a server lets them be.
package site

import (
	"bytes"
	"html/template"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/gen/reference"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/templates"
)

type emitter struct {
	catalogs []*model.Catalog
	options  reference.Options
	coverage *Coverage
}

// New returns the emitter of the reference site, "site" on the command line.
func New() gen.Emitter { return emitter{} }

// With returns the emitter of one site for catalogs; what belongs to all of them comes
// with the first. What is known of services stands in it, if it is not nil.
func With(catalogs []*model.Catalog, o reference.Options, known *Coverage) gen.Emitter {
	return emitter{catalogs, o, known}
}

// Name is "site".
func (emitter) Name() string { return "site" }

// Files is nothing: the site has a folder of its own, which runs without it leave alone.
func (emitter) Files(*model.Catalog) []string { return nil }

// Emit returns a catalog's pages, and with those of the first what belongs to all. An
// error is a fault of errgen.
func (e emitter) Emit(c *model.Catalog, t gen.Target) ([]gen.File, error) {
	all := e.catalogs
	if len(all) == 0 {
		all = []*model.Catalog{c}
	}
	s := &site{catalogs: all, options: e.options, coverage: e.coverage, title: titleOf(all)}
	files, err := s.pages(c, t)
	if err != nil || c != all[0] {
		return files, err
	}
	shared, err := s.shared()
	return append(files, shared...), err
}

// site is what all pages have in common.
type site struct {
	catalogs []*model.Catalog
	options  reference.Options
	coverage *Coverage // nil if none is known
	title    string
}

// titleOf is what a site is called: as its only catalog is.
func titleOf(catalogs []*model.Catalog) string {
	if len(catalogs) == 1 {
		return catalogTitle(catalogs[0])
	}
	return "Errors"
}

// catalogTitle is a catalog's title, or else what it is of.
func catalogTitle(c *model.Catalog) string {
	if title := reference.Visible(c.Title); title != "" {
		return title
	}
	return "Errors of " + c.Package
}

// builder makes the view of a catalog.
func (s *site) builder(c *model.Catalog) *reference.Builder[template.HTML] {
	return reference.New(c, markup{}, s.options)
}

// shared are the files that belong to all catalogs.
func (s *site) shared() ([]gen.File, error) {
	index, err := page("index", gen.HeaderLine("index.html", ""), s.index())
	if err != nil {
		return nil, err
	}
	data, err := s.json()
	if err != nil {
		return nil, err
	}
	files := []gen.File{{Path: gen.SiteDir + "/index.html", Content: index}, {Path: gen.SiteDir + "/errors.json", Content: data}}
	for _, name := range []string{"site.css", "site.js", "icon.svg"} {
		content, err := templates.Site.ReadFile("site/" + name)
		if err != nil {
			return nil, err
		}
		files = append(files, gen.File{Path: gen.SiteDir + "/" + name, Content: append([]byte(gen.HeaderLine(name, "")+"\n"), content...)})
	}
	return files, nil
}

// page fills in a template, behind a header line.
func page(name, header string, view any) ([]byte, error) {
	out := bytes.NewBufferString(header + "\n")
	err := pageTemplates().ExecuteTemplate(out, name, view)
	return out.Bytes(), err
}
