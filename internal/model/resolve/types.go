package resolve

import (
	"slices"
	"strings"

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
	state   state
	goTyped bool // has a Go type of its own; a plain scalar has none
}

// state is how far the resolution of something that may refer to itself is.
type state uint8

const (
	untouched state = iota
	underway
	done
)

// declareTypes takes the names of the file's types and of those it includes.
func (r *resolver) declareTypes() {
	for _, f := range r.filesOf() {
		for _, t := range f.Types {
			if t.Schema == nil {
				continue
			}
			nt := &namedType{syntax: t, model: &model.Type{Name: t.Name.S, Description: t.Schema.Description.S}}
			r.types.Add(t.Name.S, nt) // the loader reports names that clash
		}
	}
}

// filesOf are the files whose types and envelopes join: the included ones first.
func (r *resolver) filesOf() []*load.File {
	var fs []*load.File
	for _, f := range r.file.Included {
		if f != nil {
			fs = append(fs, f)
		}
	}
	return append(fs, r.file)
}

// resolveTypes resolves all named types, whether something refers to them or not.
func (r *resolver) resolveTypes() {
	for _, t := range r.types.All() {
		r.resolveType(t)
	}
	r.checkRecursion()
	for _, t := range r.types.All() {
		if t.goTyped {
			r.catalog.Types = append(r.catalog.Types, t.model)
		}
	}
}

// finishTypes adds the types made for inline schemas, and names what is in the
// Go types of unions, of alternatives and of objects with further members.
func (r *resolver) finishTypes() {
	r.catalog.Types = append(r.catalog.Types, r.made...)
	for _, t := range r.catalog.Types {
		s := t.Schema
		for _, k := range s.Union {
			t.Alternatives = append(t.Alternatives, model.Alternative{
				GoName: "As" + kindNames[k], NewFunc: t.GoName + kindNames[k], Go: goTypeOf(&model.Schema{Kind: k}),
			})
		}
		for _, alt := range s.OneOf {
			t.Alternatives = append(t.Alternatives, model.Alternative{GoName: kindNames[alt.Resolved().Kind], Go: mayBeAbsent(alt, true)})
		}
		if s.Kind == model.ObjectKind && s.Additional != nil {
			t.More = furtherMembers
		}
	}
}

// kindNames are the words for kinds in Go names.
var kindNames = map[model.Kind]string{
	model.StringKind: "String", model.IntegerKind: "Integer", model.NumberKind: "Number", model.BooleanKind: "Boolean",
	model.UnionKind: "Scalar", model.OneOfKind: "Choice", model.ArrayKind: "List", model.ObjectKind: "Object", model.MapKind: "Map",
	model.NullKind: "Null", model.AnyKind: "Any",
}

// furtherMembers is the Go field of an object's further members.
const furtherMembers = "Additional"

func (r *resolver) resolveType(t *namedType) {
	if t.state != untouched {
		return
	}
	t.state = underway
	name := t.syntax.Name
	goName := name.S
	if !names.IsExported(goName) {
		goName = names.Exported(goName)
	}
	t.model.GoName = t.syntax.Schema.GoName.Or(goName)
	s := r.schema(t.syntax.Schema, site{goName: t.model.GoName, what: "type " + diag.Quote(name.S), named: t})
	if !t.goTyped {
		t.model.Schema = s
		t.model.GoName = ""
	}
	t.state = done
}

// takeType takes the Go names of a named type, as soon as it is known to have a
// Go type of its own: before what it is made of is resolved.
func (r *resolver) takeType(t *namedType) {
	t.goTyped = true
	r.claimType(t.model, t.syntax.Name.Pos, "type "+diag.Quote(t.syntax.Name.S))
}

// refSchema resolves `$ref`. Plain scalars are put in place; what has a Go type
// stays a reference.
func (r *resolver) refSchema(n *load.Schema, at site) *model.Schema {
	t, ok := r.types.Get(n.Ref.S)
	if !ok {
		r.Unknown(n.Ref.Pos, n.Ref.S, diag.UnknownType, "type", r.types.Names)
		return values.Any()
	}
	r.resolveType(t)
	if t.state == underway && !t.goTyped {
		r.Reportf(n.Ref.Pos, diag.RecursiveType, "describe the type itself", "type %s is nothing but a reference to itself", diag.Quote(n.Ref.S))
		return values.Any()
	}
	if narrowsBeside(n) {
		if t.state == underway {
			r.Reportf(n.Ref.Pos, diag.RecursiveType, "refer to the type alone", "a reference from within type %s to itself cannot narrow it", diag.Quote(n.Ref.S))
			return values.Any()
		}
		return r.refine(n, at, t.model.Schema)
	}
	s := &model.Schema{Kind: model.RefKind, Ref: t.model, Go: model.GoType{Kind: model.GoNamed, Named: t.model}}
	if !t.goTyped {
		clone := *t.model.Schema
		s = &clone
	}
	s.Nullable = s.Nullable || t.model.Schema.Nullable || slices.ContainsFunc(n.Type, func(t load.Text) bool { return t.S == "null" })
	s.Go = nullablePointer(s)
	b := &schemaBuilder{r: r, n: n, at: at, s: s}
	b.prose()
	return s
}

// narrowsBeside reports whether a reference says more than the type's name, null
// and prose.
func narrowsBeside(n *load.Schema) bool {
	for _, k := range []string{"const", "enum", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
		"minLength", "maxLength", "minItems", "maxItems", "pattern", "format", "properties", "additionalProperties", "items"} {
		if n.Has(k) {
			return true
		}
	}
	return slices.ContainsFunc(n.Type, func(t load.Text) bool { return t.S != "null" })
}

// checkRecursion reports types that contain themselves other than in lists, maps
// and members that may be absent or null: no value of them would ever end.
func (r *resolver) checkRecursion() {
	states := map[*model.Type]state{}
	var path []*model.Type
	var visit func(t *model.Type)
	visit = func(t *model.Type) {
		states[t] = underway
		path = append(path, t)
		for _, next := range contained(t.Schema, nil) {
			switch states[next] {
			case underway:
				r.reportCycle(path[slices.Index(path, next):])
			case untouched:
				visit(next)
			}
		}
		path = path[:len(path)-1]
		states[t] = done
	}
	for _, t := range r.types.All() {
		if t.model.Schema != nil && states[t.model] == untouched {
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
	case model.OneOfKind:
		for _, alt := range s.OneOf {
			types = contained(alt, types)
		}
	}
	return types
}

// showCycle is a chain of names that leads back to the first, for a message.
func showCycle(names []string, link string) string {
	const most = 8
	var b strings.Builder
	for i, name := range names {
		if i == most {
			b.WriteString("..." + link)
			break
		}
		b.WriteString(diag.Quote(name) + link)
	}
	return b.String() + diag.Quote(names[0])
}

func (r *resolver) reportCycle(cycle []*model.Type) {
	names := make([]string, 0, len(cycle))
	for _, t := range cycle {
		names = append(names, t.Name)
	}
	t, _ := r.types.Get(cycle[0].Name)
	r.Reportf(t.syntax.Name.Pos, diag.RecursiveType, "make one of the members `optional`, or let a list or a map stand between",
		"no value of this type would end: %s", showCycle(names, " contains "))
}
