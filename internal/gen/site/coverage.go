package site

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"path"
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/gen/reference"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// Coverage is what "errgenvet coverage -format json" found in services: which of its
// errors each operation raises, where, and whether tests have seen that.
type Coverage struct {
	Catalogs []catalogCoverage `json:"catalogs"`
}

// catalogCoverage is of one catalog.
type catalogCoverage struct {
	Package    string              `json:"package"` // its import path
	Operations []operationCoverage `json:"operations"`
	Common     []errorCoverage     `json:"common"`   // of all operations
	Unraised   []string            `json:"unraised"` // by nothing
	Unlisted   []errorCoverage     `json:"unlisted"` // by any operation
}

type operationCoverage struct {
	Name   string          `json:"name"`
	Errors []errorCoverage `json:"errors"`
}

// errorCoverage is an error of an operation.
type errorCoverage struct {
	Name   string   `json:"name"`
	State  string   `json:"state"`  // "tested", "not raised"
	Raised []string `json:"raised"` // where: file:line
	Beside []string `json:"beside"` // or where else, if no handler of the operation raises it
}

// ReadCoverage reads what errgenvet has written. Errors say where it is none.
func ReadCoverage(text []byte) (*Coverage, error) {
	c := new(Coverage)
	err := json.Unmarshal(text, c)
	var syntax *json.SyntaxError
	var wrong *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return nil, fmt.Errorf("line %d: %w", lineAt(text, syntax.Offset), err)
	case errors.As(err, &wrong):
		return nil, fmt.Errorf("line %d: %s is a %s", lineAt(text, wrong.Offset), wrong.Field, wrong.Value)
	case len(c.Catalogs) == 0:
		return nil, errors.New("it has no catalogs")
	}
	return c, nil
}

// lineAt is the line of a byte.
func lineAt(text []byte, offset int64) int {
	return 1 + bytes.Count(text[:min(int(offset), len(text))], []byte("\n"))
}

// Of returns what was found of a catalog: the error is that it is not what the catalog is
// now. It is nil if nothing was.
func (c *Coverage) Of(catalog *model.Catalog) (*catalogCoverage, error) {
	i := slices.IndexFunc(c.Catalogs, func(found catalogCoverage) bool { return path.Base(found.Package) == catalog.Package })
	if i < 0 {
		return nil, nil
	}
	found := &c.Catalogs[i]
	for _, o := range found.Operations {
		if !slices.ContainsFunc(catalog.Operations, func(own *model.Operation) bool { return own.Name == o.Name }) {
			return nil, fmt.Errorf("%s has no operation %s", catalog.Package, o.Name)
		}
	}
	for _, name := range found.names() {
		if !slices.ContainsFunc(catalog.Entries, func(e *model.Entry) bool { return e.Name == name }) {
			return nil, fmt.Errorf("%s has no error %s", catalog.Package, name)
		}
	}
	return found, nil
}

// names are those of all errors of which something was found.
func (c *catalogCoverage) names() []string {
	var all []string
	note := func(errs []errorCoverage) {
		for _, e := range errs {
			all = append(all, e.Name)
		}
	}
	for _, o := range c.Operations {
		note(o.Errors)
	}
	note(c.Common)
	note(c.Unlisted)
	return append(all, c.Unraised...)
}

// coveragePage is the page with the matrix of a catalog.
type coveragePage struct {
	Frame      frame
	Operations []template.HTML
	HasCommon  bool
	Rows       []coverageRow
	Unraised   []template.HTML
	Unlisted   []coverageCell
}

// coverageRow is an error with what is so of it in each operation.
type coverageRow struct {
	Entry template.HTML
	Cells []coverageCell
}

// coverageCell is what is so of an error; nothing in an operation that does not have it.
type coverageCell struct {
	Of     template.HTML // the operation, or the error
	State  string
	Class  string
	Places []string
}

// cell makes a cell.
func (e errorCoverage) cell(of template.HTML) coverageCell {
	places := e.Raised
	if len(places) == 0 {
		places = e.Beside
	}
	c := coverageCell{Of: of, State: reference.Visible(e.State), Class: classOf(e)}
	for _, p := range places {
		c.Places = append(c.Places, reference.Visible(p))
	}
	return c
}

// classOf says whether a state is as one would have it.
func classOf(e errorCoverage) string {
	switch e.State {
	case "tested", "tested elsewhere", "the fallback", "raised", "raised elsewhere":
		return "good"
	}
	return "open"
}

// raisedBy is what was found of an entry, a line for each operation.
func (w *writer) raisedBy(e *model.Entry) (all []coverageCell) {
	if w.coverage == nil {
		return nil
	}
	add := func(of template.HTML, errs []errorCoverage) {
		for _, found := range errs {
			if found.Name == e.Name {
				all = append(all, found.cell(of))
			}
		}
	}
	for _, o := range w.coverage.Operations {
		add(w.builder.Text(o.Name), o.Errors)
	}
	add("every operation", w.coverage.Common)
	add("no operation", w.coverage.Unlisted)
	return all
}

// matrix writes the page of errors and operations.
func (w *writer) matrix() {
	if w.coverage == nil {
		return
	}
	p := coveragePage{Frame: w.frame("What the service raises"), HasCommon: len(w.coverage.Common) > 0}
	columns := [][]errorCoverage{}
	for _, o := range w.coverage.Operations {
		p.Operations = append(p.Operations, w.builder.Text(o.Name))
		columns = append(columns, o.Errors)
	}
	if p.HasCommon {
		columns = append(columns, w.coverage.Common)
	}
	links := map[string]template.HTML{}
	for _, e := range w.catalog.Entries {
		link := w.builder.To(w.builder.Text(e.Name), w.builder.EntryAt(e), "")
		links[e.Name] = link
		row, there := coverageRow{Entry: link}, false
		for _, column := range columns {
			cell := coverageCell{}
			if i := slices.IndexFunc(column, func(found errorCoverage) bool { return found.Name == e.Name }); i >= 0 {
				cell, there = column[i].cell(link), true
			}
			row.Cells = append(row.Cells, cell)
		}
		if there {
			p.Rows = append(p.Rows, row)
		}
	}
	for _, name := range w.coverage.Unraised {
		p.Unraised = append(p.Unraised, links[name])
	}
	for _, e := range w.coverage.Unlisted {
		p.Unlisted = append(p.Unlisted, e.cell(links[e.Name]))
	}
	w.write("service-coverage.html", "coverage", p)
}
