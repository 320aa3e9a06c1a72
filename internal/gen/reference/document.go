package reference

import (
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// Document is a catalog, as readers are shown it.
type Document[M ~string] struct {
	Title, Description M
	Public             bool
	Package            M // as the Go package is called
	ImportName         M // as its code below calls it, if that differs
	Docs               M // the API's own documentation
	Fallback           M
	Sources            []sourceView[M]
	Table              tableView[M]
	Loose              []*Entry[M] // those of no group
	Groups             []groupView[M]
	Operations         []operationView[M]
	Common             []M // the entries that every operation returns
	Envelopes          []envelopeView[M]
	Types              []typeView[M]
	Others             []exampleView[M] // documented responses that are none of the errors
	Retired            []retiredView[M]
}

// sourceView says where facts come from.
type sourceView[M ~string] struct {
	Mark, Title, File, Date, Description M
}

// tableView is the table of all entries. Columns that no entry fills are left
// out.
type tableView[M ~string] struct {
	HasCode, HasClose bool
	Rows              []rowView[M]
}

// rowView is an entry's row.
type rowView[M ~string] struct {
	Link, Status, Code, Close, Summary M
	Deprecated                         bool
}

// groupView is a section of entries.
type groupView[M ~string] struct {
	Mark, Link, Title, Description, Source M
	Entries                                []*Entry[M]
}

// operationView is a row of the table of operations.
type operationView[M ~string] struct {
	Mark, Name, Request, Description M
	Errors                           []M
}

// retiredView is a row of the table of retired codes.
type retiredView[M ~string] struct {
	Mark, Code, Name, Since, Replacement, Reason M
}

// Document returns the view of the whole catalog.
func (b *Builder[M]) Document() *Document[M] {
	c := b.catalog
	d := &Document[M]{
		Title: b.Text(c.Title), Description: b.Paragraphs(c.Description),
		Public: b.public, Fallback: b.entryLink(c.Fallback), Table: b.table(),
	}
	if d.Title == "" {
		d.Title = "Errors of " + b.Code(c.Package)
	}
	if !b.public {
		d.Package = b.Code(c.Package)
		d.Sources = each(c.Sources, b.source)
	}
	if b.pkg != c.Package && !b.public {
		d.ImportName = b.Code(b.pkg)
	}
	if c.Docs != "" {
		d.Docs = b.webLink(c.Docs)
	}
	d.Operations, d.Common = each(c.Operations, b.operation), b.entryLinks(c.Common)
	d.Envelopes = each(c.Envelopes, b.envelope)
	d.Types = each(c.Types, b.namedType)
	for i := range c.Retired {
		d.Retired = append(d.Retired, b.retired(&c.Retired[i]))
	}
	b.sections(d)
	for _, x := range c.Examples {
		if firstEntry(x) == nil && b.shows(x) {
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
func (b *Builder[M]) sections(d *Document[M]) {
	for _, e := range b.catalog.Entries {
		if _, ok := b.groups[e.Group]; !ok {
			d.Loose = append(d.Loose, b.entry(e))
		}
	}
	for _, g := range b.catalog.Groups {
		title := b.titleOf(g.Title, g.Name)
		v := groupView[M]{
			Mark: b.Mark(b.groups[g]), Link: b.To(title, b.groups[g], ""), Title: title,
			Description: b.Paragraphs(g.Description), Source: b.sourceLink(g.Source),
		}
		v.Entries = each(g.Entries, b.entry)
		d.Groups = append(d.Groups, v)
	}
}

func (b *Builder[M]) source(s *model.Source) sourceView[M] {
	v := sourceView[M]{Mark: b.Mark(b.sources[s]), Title: b.titleOf(s.Title, s.ID), Date: b.Text(s.Date), Description: b.Cell(s.Description)}
	if s.URL != "" {
		v.Title = b.Link(v.Title, s.URL)
	}
	if s.File != "" {
		v.File = b.Code(s.File)
	}
	return v
}

// titleOf is a thing's title, or its name if it has none.
func (b *Builder[M]) titleOf(title, name string) M {
	if t := b.Text(title); t != "" {
		return t
	}
	return b.Text(name)
}

// webLink returns a link to a page of the web whose label is its address. What is no
// address of a page is shown.
func (b *Builder[M]) webLink(target string) M {
	if _, ok := Destination(target); !ok {
		return b.Code(target)
	}
	return b.Link(b.Text(target), target)
}

func (b *Builder[M]) table() tableView[M] {
	t := tableView[M]{HasClose: b.catalog.HasClose}
	for _, e := range b.catalog.Entries {
		t.HasCode = t.HasCode || e.Code != nil
		row := rowView[M]{
			Link: b.entryLink(e), Status: b.shortStatus(e), Code: b.codeOf(e),
			Summary: b.summaryOf(e), Deprecated: e.Deprecated != nil,
		}
		if e.Close != nil {
			row.Close = b.number(e.Close.Code)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (b *Builder[M]) operation(o *model.Operation) operationView[M] {
	v := operationView[M]{
		Mark: b.Mark(b.operations[o]), Name: b.Text(o.Name),
		Description: b.Cell(o.Description), Errors: b.entryLinks(o.Own),
	}
	if request := strings.TrimSpace(o.Method + " " + o.Path); request != "" {
		v.Request = b.Code(request)
	}
	return v
}

func (b *Builder[M]) retired(r *model.Retired) retiredView[M] {
	v := retiredView[M]{Mark: b.Mark(b.retiredAt[r]), Name: b.Text(r.Name), Since: b.Text(r.Since), Replacement: b.Text(r.Replacement), Reason: b.Cell(r.Reason)}
	if r.Code != "" {
		v.Code = b.Code(r.Code)
	}
	if e := b.named[r.Replacement]; e != nil {
		v.Replacement = b.entryLink(e)
	}
	return v
}
