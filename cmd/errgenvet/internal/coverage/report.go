package coverage

import (
	"cmp"
	"go/token"
	"go/types"
	"slices"

	"github.com/seed-1b9d9f04/errgen/cmd/errgenvet/internal/flow"
	"github.com/seed-1b9d9f04/errgen/cmd/errgenvet/internal/generated"
)

// Report is what a program does with the errors of the catalogs that it raises or writes.
type Report struct {
	Profile  bool      `json:"profile"` // tests were looked at
	Catalogs []Catalog `json:"catalogs"`
}

// Catalog is what a program does with the errors of one catalog.
type Catalog struct {
	Package    string      `json:"package"`
	Operations []Operation `json:"operations"`
	Common     []Error     `json:"common"`   // what all operations list
	Unraised   []string    `json:"unraised"` // what nothing in the program raises
	Unlisted   []Error     `json:"unlisted"` // what is raised, and listed by no operation
}

// Operation is what the handlers of an operation can return.
type Operation struct {
	Name     string   `json:"name"`
	Method   string   `json:"method,omitempty"`
	Path     string   `json:"path,omitempty"`
	Handlers []string `json:"handlers"` // where they are made
	Open     bool     `json:"open"`     // they can return others, which cannot be followed
	Errors   []Error  `json:"errors"`
}

// Error is an entry: of an operation, or of the whole program.
type Error struct {
	Name     string   `json:"name"`
	Listed   bool     `json:"listed"`
	Fallback bool     `json:"fallback,omitempty"` // it is what any other error becomes
	Raised   []string `json:"raised"`             // where
	Beside   []string `json:"beside,omitempty"`   // where else in the program, if no handler of the operation raises it
	Tested   bool     `json:"tested"`             // tests have been at one of these places
	State    string   `json:"state"`              // all of it in a few words
}

// Of returns the report of the packages that patterns name, read from a folder, and of the
// tests whose profile a file is ("" for none).
func Of(dir, profile string, patterns ...string) (*Report, error) {
	tests, err := readProfile(profile)
	if err != nil {
		return nil, err
	}
	p, err := load(dir, patterns)
	if err != nil {
		return nil, err
	}
	m := &matrix{p, tests, p.Raises()}
	report := &Report{Profile: tests != nil, Catalogs: []Catalog{}}
	for _, pkg := range m.catalogs() {
		c := m.catalog(pkg)
		for _, o := range c.Operations {
			report.say(o.Errors, o)
		}
		report.say(c.Common, everywhere)
		report.say(c.Unlisted, everywhere)
		report.Catalogs = append(report.Catalogs, c)
	}
	return report, nil
}

// say says what is so of the errors of an operation.
func (r *Report) say(errs []Error, o Operation) {
	for i := range errs {
		errs[i].State = r.state(errs[i], o)
	}
}

type matrix struct {
	*program
	tests  profile
	raises *flow.Set
}

// catalogs are the generated packages of which the program raises or writes errors; those
// by which it only reads responses are not.
func (m *matrix) catalogs() (all []*types.Package) {
	add := func(pkg *types.Package) {
		if !slices.Contains(all, pkg) && m.Catalogs.Of(pkg) != nil {
			all = append(all, pkg)
		}
	}
	for _, r := range m.raises.Raised() {
		add(r.Package)
	}
	for _, s := range m.Sinks() {
		add(s.Package)
	}
	slices.SortFunc(all, func(a, b *types.Package) int { return cmp.Compare(a.Path(), b.Path()) })
	return all
}

func (m *matrix) catalog(pkg *types.Package) Catalog {
	of := m.Catalogs.Of(pkg)
	c := Catalog{Package: pkg.Path(), Operations: []Operation{}, Common: []Error{}, Unraised: []string{}, Unlisted: []Error{}}
	common := commonTo(of.Operations)
	for _, o := range of.Operations {
		c.Operations = append(c.Operations, m.operation(pkg, of, o, common))
	}
	for _, e := range of.Entries {
		one := m.err(e.Name, of, m.raised(m.raises, pkg, e.Name))
		one.Listed = slices.ContainsFunc(of.Operations, func(o generated.Operation) bool { return slices.Contains(o.Errors, e.Name) })
		switch {
		case slices.Contains(common, e.Name):
			c.Common = append(c.Common, one)
		case len(one.Raised) > 0 && !one.Listed && e.Response && len(of.Operations) > 0:
			c.Unlisted = append(c.Unlisted, one)
		}
		if len(one.Raised) == 0 && !one.Fallback {
			c.Unraised = append(c.Unraised, e.Name)
		}
	}
	return c
}

// commonTo are the entries that all operations list, if there is more than one.
func commonTo(ops []generated.Operation) (names []string) {
	if len(ops) < 2 {
		return nil
	}
	for _, name := range ops[0].Errors {
		if !slices.ContainsFunc(ops, func(o generated.Operation) bool { return !slices.Contains(o.Errors, name) }) {
			names = append(names, name)
		}
	}
	return names
}

// operation is the row of an operation: what it lists and what its handlers return. What
// is common to all operations is left out unless a handler raises it.
func (m *matrix) operation(pkg *types.Package, of *generated.Catalog, o generated.Operation, common []string) Operation {
	row := Operation{Name: o.Name, Method: o.Method, Path: o.Path, Handlers: []string{}, Errors: []Error{}}
	set := &flow.Set{}
	for _, s := range m.Sinks() {
		if s.Operation == nil || s.Operation.Package != pkg || s.Operation.Name != o.Name {
			continue
		}
		if at := m.place(s.Pos); !slices.Contains(row.Handlers, at) {
			row.Handlers = append(row.Handlers, at)
		}
		set.Add(s.Errors)
	}
	row.Open = set.Open
	for _, e := range of.Entries {
		places := m.raised(set, pkg, e.Name)
		listed := slices.Contains(o.Errors, e.Name)
		if len(places) > 0 || listed && !slices.Contains(common, e.Name) {
			one := m.err(e.Name, of, places)
			one.Listed = listed
			if elsewhere := m.err(e.Name, of, m.raised(m.raises, pkg, e.Name)); len(one.Raised) == 0 {
				one.Beside, one.Tested = elsewhere.Raised, elsewhere.Tested
			}
			row.Errors = append(row.Errors, one)
		}
	}
	return row
}

// raised are the places at which a set has an entry.
func (m *matrix) raised(set *flow.Set, pkg *types.Package, name string) []token.Pos {
	for _, r := range set.Raised() {
		if r.Package == pkg && r.Name == name {
			return r.Places
		}
	}
	return nil
}

func (m *matrix) err(name string, of *generated.Catalog, places []token.Pos) Error {
	e := Error{Name: name, Fallback: of.Fallback == name, Raised: []string{}}
	for _, pos := range places {
		at := m.fset.Position(pos)
		e.Tested = e.Tested || m.tests.hasRun(m.files[at.Filename], at)
		if where := m.place(pos); where != "" && !slices.Contains(e.Raised, where) {
			e.Raised = append(e.Raised, where)
		}
	}
	slices.Sort(e.Raised)
	return e
}
