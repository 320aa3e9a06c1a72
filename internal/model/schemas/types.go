package schemas

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/names"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// namedType is a member of `types`.
type namedType struct {
	syntax  *load.Type
	model   *model.Type
	state   progress
	goTyped bool // has a Go type of its own; a plain scalar has none
}

// progress is how far the resolution of a type is, which may refer to itself.
type progress uint8

const (
	fresh progress = iota
	begun
	finished
)

// Declare takes the names of a file's types and of those it includes.
func (r *Resolver) Declare(file *load.File) {
	for _, f := range file.Joined() {
		for _, t := range f.Types {
			if t.Schema == nil {
				continue
			}
			nt := &namedType{syntax: t, model: &model.Type{Name: t.Name.S, Description: t.Schema.Description.S}}
			r.types.Add(t.Name.S, nt) // the loader reports names that clash
		}
	}
}

// Resolve resolves all named types, whether something refers to them or not.
func (r *Resolver) Resolve() {
	for _, t := range r.types.All() {
		r.resolveType(t)
	}
	r.checkRecursion()
}

// Types returns the types with a Go type of their own, the named ones first. It
// names what is in the Go types of unions, of alternatives and of objects with
// further members, once all schemas are resolved.
func (r *Resolver) Types() []*model.Type {
	var all []*model.Type
	for _, t := range r.types.All() {
		if t.goTyped {
			all = append(all, t.model)
		}
	}
	for _, t := range r.made {
		all = append(all, t.model)
	}
	for _, t := range all {
		s := t.Schema
		for _, k := range s.Union {
			t.Alternatives = append(t.Alternatives, model.Alternative{
				GoName: "As" + kindNames[k], NewFunc: t.GoName + kindNames[k], Go: GoTypeOf(&model.Schema{Kind: k}),
			})
		}
		for _, alt := range s.OneOf {
			t.Alternatives = append(t.Alternatives, model.Alternative{GoName: kindNames[alt.Resolved().Kind], Go: MayBeAbsent(alt, true)})
		}
		if s.Kind == model.ObjectKind && s.Additional != nil {
			t.More = furtherMembers
		}
	}
	return all
}

// kindNames are the words for kinds in Go names.
var kindNames = map[model.Kind]string{
	model.StringKind: "String", model.IntegerKind: "Integer", model.NumberKind: "Number", model.BooleanKind: "Boolean",
	model.UnionKind: "Scalar", model.OneOfKind: "Choice", model.ArrayKind: "List", model.ObjectKind: "Object", model.MapKind: "Map",
	model.NullKind: "Null", model.AnyKind: "Any",
}

// furtherMembers is the Go field of an object's further members.
const furtherMembers = "Additional"

func (r *Resolver) resolveType(t *namedType) {
	if t.state != fresh {
		return
	}
	t.state = begun
	name := t.syntax.Name
	goName := name.S
	if !names.IsExported(goName) {
		goName = names.Exported(goName)
	}
	t.model.GoName = t.syntax.Schema.GoName.Or(goName)
	s := r.Schema(t.syntax.Schema, Site{GoName: t.model.GoName, What: "type " + diag.Quote(name.S), named: t})
	if !t.goTyped {
		t.model.Schema = s
		t.model.GoName = ""
	}
	t.state = finished
}

// takeType takes the Go names of a named type, as soon as it is known to have a
// Go type of its own: before what it is made of is resolved.
func (r *Resolver) takeType(t *namedType) {
	t.goTyped = true
	r.claimType(t.model, t.syntax.Name.Pos, "type "+diag.Quote(t.syntax.Name.S))
}

// refSchema resolves `$ref`. Plain scalars are put in place; what has a Go type
// stays a reference.
func (r *Resolver) refSchema(n *load.Schema, at Site) *model.Schema {
	t, ok := r.types.Find(r.Reporter, n.Ref.Pos, n.Ref.S, diag.UnknownType, "type")
	if !ok {
		return broken()
	}
	r.resolveType(t)
	if t.state == begun && !t.goTyped {
		r.Reportf(n.Ref.Pos, diag.RecursiveType, "describe the type itself", "type %s is nothing but a reference to itself", diag.Quote(n.Ref.S))
		return broken()
	}
	if narrowsBeside(n) {
		if t.state == begun {
			r.Reportf(n.Ref.Pos, diag.RecursiveType, "refer to the type alone", "a reference from within type %s to itself cannot narrow it", diag.Quote(n.Ref.S))
			return broken()
		}
		return r.narrowed(n, at, t.model.Schema, "the type it refers to", func() *model.Schema { return r.laidOver(n, at, t.model.Schema) })
	}
	s := &model.Schema{Kind: model.RefKind, Ref: t.model, Go: model.GoType{Kind: model.GoNamed, Named: t.model}}
	if !t.goTyped {
		clone := *t.model.Schema
		s = &clone
	}
	s.Nullable = s.Nullable || t.model.Schema.Nullable || slices.ContainsFunc(n.Type, func(t load.Text) bool { return t.S == "null" })
	s.Go = nullablePointer(s)
	b := &builder{r: r, n: n, at: at, s: s}
	b.prose()
	return s
}

// narrowing are the keywords that say which values a schema admits, beside `type`.
var narrowing = []string{"const", "enum", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
	"minLength", "maxLength", "minItems", "maxItems", "pattern", "format", "properties", "additionalProperties", "items"}

// narrowsBeside reports whether a reference says more than the type's name, null
// and prose.
func narrowsBeside(n *load.Schema) bool {
	return slices.ContainsFunc(narrowing, n.Has) || slices.ContainsFunc(n.Type, func(t load.Text) bool { return t.S != "null" })
}

// checkRecursion reports types that contain themselves other than in lists that may
// be empty, maps and members that may be absent or null: no value of them would ever
// end.
func (r *Resolver) checkRecursion() {
	states := map[*model.Type]progress{}
	var path []*model.Type
	var visit func(t *model.Type)
	visit = func(t *model.Type) {
		states[t] = begun
		path = append(path, t)
		for _, next := range contained(t.Schema, nil) {
			switch states[next] {
			case begun:
				r.reportCycle(path[slices.Index(path, next):])
			case fresh:
				visit(next)
			}
		}
		path = path[:len(path)-1]
		states[t] = finished
	}
	for _, t := range r.types.All() {
		if t.model.Schema != nil && states[t.model] == fresh {
			visit(t.model)
		}
	}
}

// contained appends the named types of which every value of a schema holds one.
func contained(s *model.Schema, types []*model.Type) []*model.Type {
	if s.Nullable {
		return types
	}
	switch s.Kind {
	case model.RefKind:
		types = append(types, s.Ref)
	case model.ObjectKind:
		for _, p := range s.Properties {
			if !p.Optional {
				types = contained(p.Schema, types)
			}
		}
	case model.ArrayKind:
		if values.LeastItems(s) > 0 {
			types = contained(s.Items, types)
		}
	case model.OneOfKind:
		for _, alt := range s.OneOf {
			types = contained(alt, types)
		}
	}
	return types
}

func (r *Resolver) reportCycle(cycle []*model.Type) {
	names := make([]string, 0, len(cycle))
	for _, t := range cycle {
		names = append(names, t.Name)
	}
	t, _ := r.types.Get(cycle[0].Name)
	r.Reportf(t.syntax.Name.Pos, diag.RecursiveType, "make one of the members `optional`, or let a map, or a list that may be empty, stand between",
		"no value of this type would end: %s", diag.Cycle(names, " contains "))
}
