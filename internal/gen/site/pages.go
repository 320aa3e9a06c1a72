package site

import (
	"html/template"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/gen/reference"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// frame is what is around the content of a page.
type frame struct {
	Title   string
	Root    string // of the site, as seen from the page
	Site    string // what it is called
	Catalog string // "" where that is the same
	Next    string // the page that this one leads on to
}

// catalogPage is the page of a catalog, apart from its entries.
type catalogPage struct {
	Frame frame
	*reference.Document[template.HTML]
	HasCoverage bool // there is a page of it
}

// entryPage is the page of an entry.
type entryPage struct {
	Frame frame
	*reference.Entry[template.HTML]
	Group    template.HTML // a link
	Statuses []statusLink
	Raised   []coverageCell
}

// statusLink is a status, and the filter that finds all errors with it.
type statusLink struct {
	Label template.HTML
	Query string
	Class string
}

// retiredPage is the page at a name that is not used any more.
type retiredPage struct {
	Frame frame
	model.Retired
	Why         template.HTML
	Replacement template.HTML // a link
}

// pages are the pages of a catalog.
func (s *site) pages(c *model.Catalog, t gen.Target) ([]gen.File, error) {
	w := &writer{site: s, catalog: c, builder: s.builder(c), header: gen.HeaderLine(".html", t.Catalog), at: map[template.HTML]*model.Entry{}}
	for _, e := range c.Entries {
		w.at[template.HTML(w.builder.EntryAt(e))] = e
	}
	if s.coverage != nil {
		if w.coverage, w.err = s.coverage.Of(c); w.err != nil {
			return nil, w.err
		}
	}
	d := w.builder.Document()
	w.write("index.html", "catalog", catalogPage{w.frame(catalogTitle(c)), d, w.coverage != nil})
	w.matrix()
	for _, e := range d.Loose {
		w.entry(e, "")
	}
	for _, g := range d.Groups {
		for _, e := range g.Entries {
			w.entry(e, g.Link)
		}
	}
	for i := range c.Retired {
		w.retired(&c.Retired[i])
	}
	return w.files, w.err
}

// writer writes the pages of a catalog.
type writer struct {
	site    *site
	catalog *model.Catalog
	builder *reference.Builder[template.HTML]
	at      map[template.HTML]*model.Entry // entries by their places
	// coverage is what is known of services; nil if nothing is.
	coverage *catalogCoverage
	header   string
	files    []gen.File
	err      error
}

// frame is what is around a page of the catalog.
func (w *writer) frame(title string) frame {
	f := frame{Title: title, Root: "../", Site: w.site.title}
	if catalog := catalogTitle(w.catalog); len(w.site.catalogs) > 1 {
		f.Catalog = catalog
	}
	return f
}

// write adds a page in the folder of the catalog, unless one before could not be made.
func (w *writer) write(name, template string, view any) {
	if w.err != nil {
		return
	}
	content, err := page(template, w.header, view)
	w.files, w.err = append(w.files, gen.File{Path: gen.SiteDir + "/" + w.catalog.Package + "/" + name, Content: content}), err
}

// entry writes the page of an entry.
func (w *writer) entry(v *reference.Entry[template.HTML], group template.HTML) {
	e := w.at[v.Mark]
	p := entryPage{Frame: w.frame(reference.Visible(e.Name)), Entry: v, Group: group, Raised: w.raisedBy(e)}
	for i, r := range e.Status {
		p.Statuses = append(p.Statuses, statusLink{v.Status[i], r.String(), statusClass(r)})
	}
	name, _ := reference.IsEntry(w.builder.EntryAt(e))
	w.write(pageOf(name), "entry", p)
}

// statusClass says whose fault a status is.
func statusClass(r model.StatusRange) string { return "s" + strconv.Itoa(r.Lo/100) }

// retired writes the page at a name that was an entry's once: it leads on to the entry
// that took its place.
func (w *writer) retired(r *model.Retired) {
	place := w.builder.RetiredAt(r)
	name, ok := reference.IsEntry(place)
	if !ok {
		return
	}
	p := retiredPage{Frame: w.frame(reference.Visible(r.Name)), Retired: *r, Why: w.builder.Cell(r.Reason)}
	for _, e := range w.catalog.Entries {
		if e.Name == r.Replacement {
			at := w.builder.EntryAt(e)
			p.Replacement, p.Frame.Next = w.builder.To(w.builder.Text(e.Name), at, ""), address(at)
			break
		}
	}
	w.write(pageOf(name), "retired", p)
}

// inSite is the address of a catalog's place as seen from the root of the site.
func inSite(c *model.Catalog, place string) string {
	return strings.Join([]string{c.Package, address(place)}, "/")
}
