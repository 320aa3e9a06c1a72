package site

import (
	"html/template"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/gen/reference"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// indexView is the page with the tables of all errors.
type indexView struct {
	Frame    frame
	Count    int
	HasCode  bool
	Catalogs []indexCatalog
}

// indexCatalog is a catalog's table.
type indexCatalog struct {
	ID, Href, Title string
	Description     template.HTML
	Groups          []indexGroup
}

// indexGroup are the rows under a heading; those of no group have none.
type indexGroup struct {
	ID, Title string
	Rows      []indexRow
}

// indexPart are rows that browsers lay out together, once they come into view: for each row
// by itself they would have to look whether it is. Many is set where it is full.
type indexPart struct {
	Rows []indexRow
	Many bool
}

const rowsOfPart = 40

// Parts are the rows in parts.
func (g indexGroup) Parts() (all []indexPart) {
	for rows := range slices.Chunk(g.Rows, rowsOfPart) {
		all = append(all, indexPart{rows, len(rows) == rowsOfPart})
	}
	return all
}

// indexRow is a row of the table. Words and Texts are what the filter looks into besides.
type indexRow struct {
	Href, Name, Code, Status, Summary, Mark string
	Class                                   string
	Words                                   string
	Texts                                   string // what responses say, a line each
}

// index makes the view of all errors.
func (s *site) index() indexView {
	v := indexView{Frame: frame{Title: s.title, Site: s.title}}
	for _, c := range s.catalogs {
		t := s.table(c)
		for _, g := range t.Groups {
			v.Count += len(g.Rows)
			v.HasCode = v.HasCode || slices.ContainsFunc(g.Rows, func(r indexRow) bool { return r.Code != "" })
		}
		v.Catalogs = append(v.Catalogs, t)
	}
	return v
}

// table makes a catalog's table: entries of no group, the groups, and what is retired.
func (s *site) table(c *model.Catalog) indexCatalog {
	b := s.builder(c)
	t := indexCatalog{ID: c.Package, Href: c.Package + "/index.html", Title: catalogTitle(c), Description: b.Cell(reference.Summary(c.Description))}
	groups := map[*model.Group]int{}
	add := func(g *model.Group, title string) {
		groups[g] = len(t.Groups)
		t.Groups = append(t.Groups, indexGroup{ID: c.Package + "-" + strconv.Itoa(len(t.Groups)), Title: title})
	}
	add(nil, "")
	for _, g := range c.Groups {
		add(g, reference.Visible(g.Heading()))
	}
	in := operationsOf(c)
	for _, e := range c.Entries {
		row := rowOf(e)
		row.Href = inSite(c, b.EntryAt(e))
		row.Words += " " + in[e]
		g := &t.Groups[groups[e.Group]]
		g.Rows = append(g.Rows, row)
	}
	if len(c.Retired) > 0 {
		add(nil, "Retired")
	}
	for i := range c.Retired {
		r := &c.Retired[i]
		row := retiredRow(r)
		row.Href = inSite(c, b.RetiredAt(r))
		g := &t.Groups[len(t.Groups)-1]
		g.Rows = append(g.Rows, row)
	}
	return t
}

// operationsOf are the names of the operations that return an entry.
func operationsOf(c *model.Catalog) map[*model.Entry]string {
	in := map[*model.Entry]string{}
	for _, o := range c.Operations {
		for _, e := range o.Own {
			in[e] += reference.Visible(o.Name+" "+o.Path) + " "
		}
	}
	return in
}

// rowOf is an entry's row.
func rowOf(e *model.Entry) indexRow {
	row := indexRow{Name: reference.Visible(e.Name), Status: e.Status.String(), Summary: reference.SummaryOf(e)}
	if len(e.Status) > 0 {
		row.Class = statusClass(e.Status[0])
	}
	if e.Code != nil {
		row.Code = reference.Visible(e.Code.Template.String())
	}
	words := append([]string{}, e.Tags...)
	for _, r := range e.Status {
		words = append(words, http.StatusText(r.Lo))
	}
	if e.Group != nil {
		words = append(words, e.Group.Heading())
	}
	if e.Close != nil {
		words = append(words, strconv.Itoa(e.Close.Code))
		if row.Status == "" {
			row.Status = "closes, " + strconv.Itoa(e.Close.Code)
		}
	}
	if e.Deprecated != nil {
		row.Mark = "deprecated"
	}
	row.Words = reference.Visible(strings.Join(words, " "))
	row.Texts = textsOf(e)
	return row
}

// textsOf are the texts by which a reader may look for an entry: what its fields hold, and
// the reasons with which it closes a connection.
func textsOf(e *model.Entry) string {
	var texts []string
	add := func(t *model.Template) {
		if t != nil && t.LiteralLen() > 0 {
			texts = append(texts, reference.Visible(reference.WhiteSpace.Replace(t.String())))
		}
	}
	for _, t := range e.Text {
		add(t)
	}
	for _, f := range e.Fills {
		for _, w := range f.Wordings {
			if f.Own && f.Field.IsMessage() {
				add(w.Template)
			}
		}
	}
	if e.Close != nil {
		for _, t := range e.Close.Reason {
			add(t)
		}
	}
	return strings.Join(distinct(texts), "\n")
}

// distinct returns texts, each once.
func distinct(texts []string) []string {
	seen := map[string]bool{}
	var once []string
	for _, t := range texts {
		if !seen[t] {
			seen[t] = true
			once = append(once, t)
		}
	}
	return once
}

// retiredRow is the row of what is not used any more.
func retiredRow(r *model.Retired) indexRow {
	row := indexRow{Name: reference.Visible(r.Name), Code: reference.Visible(r.Code), Mark: "retired", Summary: reference.Summary(r.Reason)}
	if row.Name == "" {
		row.Name, row.Code = row.Code, ""
	}
	if row.Summary == "" && r.Replacement != "" {
		row.Summary = "Now " + reference.Visible(r.Replacement) + "."
	}
	return row
}
