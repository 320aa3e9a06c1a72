package docs

import (
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// documentView is what the template "document" shows.
type documentView struct {
	Title, Description Markdown
	Package            Markdown // as the Go package is called
	ImportName         Markdown // as its code below calls it, if that differs
	Docs               Markdown // the API's own documentation
	Fallback           Markdown
	Sources            []sourceView
	Table              tableView
	Loose              []*entryView // those of no group
	Groups             []groupView
	Operations         []operationView
	Common             []Markdown // the entries that every operation returns
	Envelopes          []envelopeView
	Types              []typeView
	Others             []exampleView // documented responses that are none of the errors
	Retired            []retiredView
}

// sourceView says where facts come from.
type sourceView struct {
	Mark, Title, File, Date, Description Markdown
}

// tableView is the table of all entries. Columns that no entry fills are left
// out.
type tableView struct {
	HasCode, HasClose bool
	Rows              []rowView
}

// rowView is an entry's row.
type rowView struct {
	Link, Status, Code, Close, Summary Markdown
	Deprecated                         bool
}

// groupView is a section of entries.
type groupView struct {
	Mark, Link, Title, Description, Source Markdown
	Entries                                []*entryView
}

// operationView is a row of the table of operations.
type operationView struct {
	Mark, Name, Request, Description Markdown
	Errors                           []Markdown
}

// retiredView is a row of the table of retired codes.
type retiredView struct {
	Code, Name, Since, Replacement, Reason Markdown
}

// document returns the view of the whole document.
func (b *builder) document() *documentView {
	c := b.catalog
	d := &documentView{
		Title: text(c.Title), Description: paragraphs(c.Description),
		Package: code(c.Package), Fallback: b.entryLink(c.Fallback), Table: b.table(),
	}
	if d.Title == "" {
		d.Title = "Errors of " + code(c.Package)
	}
	if b.pkg != c.Package {
		d.ImportName = code(b.pkg)
	}
	if c.Docs != "" {
		d.Docs = webLink(c.Docs)
	}
	d.Sources = each(c.Sources, b.source)
	d.Operations, d.Common = each(c.Operations, b.operation), b.entryLinks(c.Common)
	d.Envelopes = each(c.Envelopes, b.envelope)
	d.Types = each(c.Types, b.namedType)
	d.Retired = each(c.Retired, b.retired)
	b.sections(d)
	for _, x := range c.Examples {
		if firstEntry(x) == nil {
			d.Others = append(d.Others, b.example(x))
		}
	}
	return d
}

// each returns the views of things.
func each[T, V any](things []T, view func(T) V) []V {
	views := make([]V, len(things))
	for i, thing := range things {
		views[i] = view(thing)
	}
	return views
}

// sections sorts the entries into those of no group and the groups.
func (b *builder) sections(d *documentView) {
	for _, e := range b.catalog.Entries {
		if _, ok := b.groups[e.Group]; !ok {
			d.Loose = append(d.Loose, b.entry(e))
		}
	}
	for _, g := range b.catalog.Groups {
		title := titleOf(g.Title, g.Name)
		v := groupView{
			Mark: b.groups[g].mark(), Link: b.groups[g].link(title), Title: title,
			Description: paragraphs(g.Description), Source: b.sourceLink(g.Source),
		}
		v.Entries = each(g.Entries, b.entry)
		d.Groups = append(d.Groups, v)
	}
}

func (b *builder) source(s *model.Source) sourceView {
	v := sourceView{Mark: b.sources[s].mark(), Title: titleOf(s.Title, s.ID), Date: text(s.Date), Description: cell(s.Description)}
	if s.URL != "" {
		v.Title = link(v.Title, s.URL)
	}
	if s.File != "" {
		v.File = code(s.File)
	}
	return v
}

// titleOf is a thing's title, or its name if it has none.
func titleOf(title, name string) Markdown {
	if t := text(title); t != "" {
		return t
	}
	return text(name)
}

func (b *builder) table() tableView {
	t := tableView{HasClose: b.catalog.HasClose}
	for _, e := range b.catalog.Entries {
		t.HasCode = t.HasCode || e.Code != nil
		row := rowView{
			Link: b.entryLink(e), Status: shortStatus(e), Code: codeOf(e),
			Summary: summaryOf(e), Deprecated: e.Deprecated != nil,
		}
		if e.Close != nil {
			row.Close = number(e.Close.Code)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (b *builder) operation(o *model.Operation) operationView {
	v := operationView{
		Mark: b.operations[o].mark(), Name: text(o.Name),
		Description: cell(o.Description), Errors: b.entryLinks(o.Own),
	}
	if request := strings.TrimSpace(o.Method + " " + o.Path); request != "" {
		v.Request = code(request)
	}
	return v
}

func (b *builder) retired(r model.Retired) retiredView {
	v := retiredView{Name: text(r.Name), Since: text(r.Since), Replacement: text(r.Replacement), Reason: cell(r.Reason)}
	if r.Code != "" {
		v.Code = code(r.Code)
	}
	if e := b.named[r.Replacement]; e != nil {
		v.Replacement = b.entryLink(e)
	}
	return v
}
