package breaking

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/gen/golang"
)

// surface is what a package exports, by names: Gone, GoneError.Order for a struct's
// field, Error.Code for a method.
type surface struct {
	order []string
	decls map[string]decl
}

// decl is one exported name.
type decl struct {
	kind string   // constant, type, field, function, method
	text string   // its type or value, as Go has it
	args []string // the names of a function's parameters
}

// surfaceOf is what the package of a catalog exports: it is read from its source, so
// that what exists only because some entry needs it is there as well. An error is a
// fault of errgen.
func surfaceOf(s Side) (*surface, error) {
	files, err := golang.Declarations(s.Catalog, s.Program.Lowered())
	if err != nil {
		return nil, err
	}
	found := &surface{decls: map[string]decl{}}
	for _, f := range files {
		file, err := parser.ParseFile(token.NewFileSet(), f.Path, f.Content, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		for _, d := range file.Decls {
			found.declare(d)
		}
	}
	return found, nil
}

// put notes a name if it is exported.
func (s *surface) put(name string, d decl) {
	for part := range strings.SplitSeq(name, ".") {
		if !ast.IsExported(part) {
			return
		}
	}
	if _, twice := s.decls[name]; !twice {
		s.order = append(s.order, name)
	}
	s.decls[name] = d
}

// declare notes the names of a declaration.
func (s *surface) declare(d ast.Decl) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		s.function(d)
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec:
				s.typeSpec(spec)
			case *ast.ValueSpec:
				s.values(spec)
			}
		}
	}
}

func (s *surface) function(f *ast.FuncDecl) {
	name, kind := f.Name.Name, "function"
	if f.Recv != nil {
		receiver := f.Recv.List[0].Type
		if star, ok := receiver.(*ast.StarExpr); ok {
			receiver = star.X
		}
		name, kind = types.ExprString(receiver)+"."+name, "method"
	}
	s.put(name, decl{kind: kind, text: signature(f.Type), args: names(f.Type.Params)})
}

// signature is a function's type without the names of its parameters.
func signature(f *ast.FuncType) string {
	text := "func(" + strings.Join(typesOf(f.Params), ", ") + ")"
	if results := typesOf(f.Results); len(results) == 1 {
		text += " " + results[0]
	} else if len(results) > 1 {
		text += " (" + strings.Join(results, ", ") + ")"
	}
	return text
}

// typesOf are the types of fields, one for each name.
func typesOf(fields *ast.FieldList) []string {
	var all []string
	if fields == nil {
		return nil
	}
	for _, f := range fields.List {
		for range max(1, len(f.Names)) {
			all = append(all, types.ExprString(f.Type))
		}
	}
	return all
}

// names are the names of fields.
func names(fields *ast.FieldList) []string {
	var all []string
	for _, f := range fields.List {
		for _, n := range f.Names {
			all = append(all, n.Name)
		}
	}
	return all
}

func (s *surface) typeSpec(t *ast.TypeSpec) {
	name := t.Name.Name
	record, ok := t.Type.(*ast.StructType)
	if !ok {
		s.put(name, decl{kind: "type", text: types.ExprString(t.Type)})
		return
	}
	s.put(name, decl{kind: "type", text: "struct"})
	for _, f := range record.Fields.List {
		for _, n := range f.Names {
			s.put(name+"."+n.Name, decl{kind: "field", text: types.ExprString(f.Type)})
		}
	}
}

func (s *surface) values(v *ast.ValueSpec) {
	for i, n := range v.Names {
		text := ""
		if v.Type != nil {
			text = types.ExprString(v.Type)
		}
		if i < len(v.Values) {
			text += " = " + types.ExprString(v.Values[i])
		}
		s.put(n.Name, decl{kind: "constant", text: text})
	}
}
