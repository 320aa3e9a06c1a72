package breaking

import (
	"fmt"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// compareSource compares what the two packages export, and what code that compiles
// with both means.
func (c *comparison) compareSource() error {
	before, err := surfaceOf(c.before)
	if err != nil {
		return err
	}
	after, err := surfaceOf(c.after)
	if err != nil {
		return err
	}
	s := &sources{comparison: c, before: before, after: after, owners: map[string]*model.Entry{}, unsaid: map[string]bool{}}
	s.own()
	if c.before.Catalog.Package != c.after.Catalog.Package {
		c.add(Change{Rule: GoPackage, Level: Error, Category: Source, Subject: "package " + c.after.Catalog.Package,
			Message: "Go code that imports the package does not find it", Before: c.before.Catalog.Package, After: c.after.Catalog.Package,
			Remedy: "keep the package's name"})
	}
	s.compare()
	for _, e := range c.after.Catalog.Entries {
		if old := c.pairs.earlier[e]; old != nil {
			c.compareKin(old, e)
			c.compareDefaults(old, e)
		}
	}
	return nil
}

// sources are the two packages.
type sources struct {
	*comparison
	before, after *surface
	owners        map[string]*model.Entry // of names, in the later generation
	unsaid        map[string]bool         // names of entries that are gone, new or renamed: said of these
}

// own notes whose names are those of entries.
func (s *sources) own() {
	note := func(e, owner *model.Entry, unsaid bool) {
		for _, name := range []string{e.Const, e.TypeName, e.NewFunc} {
			s.owners[name] = owner
			s.unsaid[name] = s.unsaid[name] || unsaid
		}
	}
	for _, e := range s.comparison.after.Catalog.Entries {
		note(e, e, s.pairs.earlier[e] == nil)
	}
	for _, e := range s.comparison.before.Catalog.Entries {
		switch later := s.pairs.later[e]; {
		case later == nil:
			note(e, e, true)
		case later.Const != e.Const: // another name in Go
			note(e, later, later.Name != e.Name)
		}
	}
	for _, e := range s.pairs.renamed {
		note(e, e, e.Const != s.pairs.earlier[e].Const)
	}
}

// compare compares name by name.
func (s *sources) compare() {
	for _, name := range s.before.order {
		was := s.before.decls[name]
		is, there := s.after.decls[name]
		switch {
		case s.isUnsaid(name):
		case !there:
			s.gone(name, was)
		default:
			s.compareDecl(name, was, is)
		}
	}
	for _, name := range s.after.order {
		if _, known := s.before.decls[name]; !known && !s.isUnsaid(name) {
			s.say(GoAdded, Info, name, s.after.decls[name].kind+" "+name+" is new", "", s.after.decls[name].text, "")
		}
	}
}

// isUnsaid reports whether a name is that of an entry, or in its type, of which
// another finding tells.
func (s *sources) isUnsaid(name string) bool {
	owner, _, _ := strings.Cut(name, ".")
	return s.unsaid[owner]
}

// gone says that a name is gone, unless its type is.
func (s *sources) gone(name string, was decl) {
	owner, _, inType := strings.Cut(name, ".")
	if _, there := s.after.decls[owner]; inType && !there {
		return
	}
	s.say(GoRemoved, Error, name, "Go code that uses the "+was.kind+" "+name+" does not compile", was.text, "",
		"keep what it is there for in the catalog, or give its new name the old one with `go: {name}`")
}

// compareDecl compares what a name is.
func (s *sources) compareDecl(name string, was, is decl) {
	switch {
	case s.keepsID(name): // of an entry that is renamed: said of that
	case was.kind != is.kind || was.text != is.text:
		rule := map[string]Rule{"function": GoSignature, "method": GoSignature, "field": GoField, "type": GoType, "constant": GoValue}[was.kind]
		what := "Go code that uses the " + was.kind + " " + name + " does not compile"
		if was.kind == "constant" && is.kind == "constant" {
			what = "Go code that uses the constant " + name + " compiles, and means another value"
		}
		s.say(rule, Error, name, what, was.text, is.text, sourceRemedies[rule])
	case !slices.Equal(was.args, is.args) && isPermuted(was.args, is.args):
		s.say(GoArguments, Error, name, "Go code that calls "+name+" compiles, and passes its arguments in the wrong places",
			strings.Join(was.args, ", "), strings.Join(is.args, ", "), "declare the params in the order in which they were")
	}
}

// keepsID reports whether a name is the ID of an entry in both packages.
func (s *sources) keepsID(name string) bool {
	e := s.owners[name]
	old := s.pairs.earlier[e]
	return old != nil && e.Const == name && old.Const == name
}

// isPermuted reports whether two lists of names have some that change places.
func isPermuted(a, b []string) bool {
	for i, name := range a {
		if k := slices.Index(b, name); k >= 0 && k != i {
			return true
		}
	}
	return false
}

var sourceRemedies = map[Rule]string{
	GoSignature: "make a new param `optional` or give it a `default`; keep those that there were",
	GoField:     "keep the type of the param",
	GoType:      "keep the type, and add one of another name",
	GoValue:     "keep the name for what it was",
}

func (s *sources) say(rule Rule, level Level, name, message, before, after, remedy string) {
	owner, _, _ := strings.Cut(name, ".")
	change := Change{Rule: rule, Level: level, Category: Source, Subject: name, Message: message, Before: before, After: after, Remedy: remedy}
	if e := s.owners[owner]; e != nil {
		change.Subject, change.Entry = e.Name, true
	}
	s.add(change)
}

// compareKin says which errors.Is do not hold any more.
func (c *comparison) compareKin(before, after *model.Entry) {
	for a := before.Parent; a != nil; a = a.Parent {
		later := c.pairs.later[a]
		if later == nil || after.IsA(later) {
			continue
		}
		c.add(Change{Rule: ParentGone, Level: Error, Category: Source, Subject: after.Name, Entry: true,
			Message: fmt.Sprintf("Go code that asks errors.Is(err, %s) compiles, and does not find %s any more", later.Const, after.Name),
			Before:  "a kind of " + a.Name, After: kinds(after), Remedy: "keep the parent, directly or by another one"})
	}
}

// kinds says of which entries an entry is a kind.
func kinds(e *model.Entry) string {
	if e.Parent == nil {
		return "no kind of another"
	}
	return "a kind of " + e.Parent.Name
}

// compareDefaults says which params are preset to another value.
func (c *comparison) compareDefaults(before, after *model.Entry) {
	for _, p := range after.Params {
		old := param(before, p.Name)
		if old == nil || old.Default == nil || p.Default == nil || values.Equal(*old.Default, *p.Default) {
			continue
		}
		c.add(Change{Rule: DefaultChanged, Level: Error, Category: Source, Subject: after.Name, Entry: true,
			Message: fmt.Sprintf("Go code that calls %s without setting %s compiles, and says something else", after.NewFunc, p.GoName),
			Before:  string(old.Default.AppendJSON(nil)), After: string(p.Default.AppendJSON(nil)), Remedy: "keep the default; add a param with the new one"})
	}
}

// param is the param of a name, nil if the entry has none.
func param(e *model.Entry, name string) *model.Param {
	i := slices.IndexFunc(e.Params, func(p *model.Param) bool { return p.Name == name })
	if i < 0 {
		return nil
	}
	return e.Params[i]
}
