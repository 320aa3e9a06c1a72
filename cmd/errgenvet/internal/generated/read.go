package generated

import (
	"go/ast"
	"go/constant"
	"go/types"
	"strings"
)

// newCatalog reads what a generated package declares: the variables catalog and
// operations.
func newCatalog(pkg *types.Package, files []*ast.File, info *types.Info) *Catalog {
	r := &reader{pkg: pkg, info: info}
	for _, f := range files {
		for _, decl := range f.Decls {
			d, ok := decl.(*ast.GenDecl)
			if !ok {
				continue
			}
			for _, spec := range d.Specs {
				if v, ok := spec.(*ast.ValueSpec); ok && len(v.Names) == 1 && len(v.Values) == 1 {
					r.variable(v.Names[0].Name, v.Values[0])
				}
			}
		}
	}
	return &r.catalog
}

type reader struct {
	pkg     *types.Package
	info    *types.Info
	catalog Catalog
}

func (r *reader) variable(name string, value ast.Expr) {
	list, ok := value.(*ast.CompositeLit)
	switch {
	case !ok:
	case name == "catalog":
		r.table(list)
	case name == "operations":
		for _, row := range list.Elts {
			r.operation(row)
		}
	}
}

// table reads the engine's table.
func (r *reader) table(table *ast.CompositeLit) {
	for _, element := range table.Elts {
		key, value := keyed(element)
		switch list, _ := value.(*ast.CompositeLit); {
		case key == "Fallback":
			r.catalog.Fallback = r.ofRow(value)
		case key == "Entries" && list != nil:
			for _, e := range list.Elts {
				if entry, ok := e.(*ast.CompositeLit); ok {
					r.entry(entry)
				}
			}
		}
	}
}

// entry reads an entry of the table.
func (r *reader) entry(entry *ast.CompositeLit) {
	var e Entry
	for _, element := range entry.Elts {
		switch key, value := keyed(element); key {
		case "Name":
			e.Name = r.text(value)
		case "Parent":
			e.Parent = r.ofRow(value)
		case "Traits":
			e.Static = mentions(value, "IsStatic")
			e.Response = e.Response || mentions(value, "HasStatus")
		case "Status":
			e.Response = true
		case "Params":
			e.Private = r.private(value)
		case "Data":
			if t := r.info.TypeOf(value); t != nil {
				if p, ok := t.(*types.Pointer); ok {
					e.Type = p.Elem().(*types.Named).Obj().Name()
				}
			}
		}
	}
	r.catalog.Entries = append(r.catalog.Entries, e)
}

// private are the params of a list that no client sees.
func (r *reader) private(list ast.Expr) (names []string) {
	params, ok := list.(*ast.CompositeLit)
	if !ok {
		return nil
	}
	for _, element := range params.Elts {
		p, ok := element.(*ast.CompositeLit)
		if !ok || !mentions(p, "IsPrivate") {
			continue
		}
		for _, field := range p.Elts {
			if key, value := keyed(field); key == "Name" {
				names = append(names, plain(r.text(value)))
			}
		}
	}
	return names
}

// operation reads a row of the operations.
func (r *reader) operation(row ast.Expr) {
	parts, ok := row.(*ast.CompositeLit)
	if !ok {
		return
	}
	var o Operation
	for _, element := range parts.Elts {
		switch key, value := keyed(element); key {
		case "Name":
			o.Name = r.text(value)
		case "Method":
			o.Method = r.text(value)
		case "Path":
			o.Path = r.text(value)
		case "Errors":
			if errors, ok := value.(*ast.CompositeLit); ok {
				for _, id := range errors.Elts {
					o.Errors = append(o.Errors, r.text(id))
				}
			}
		}
	}
	r.catalog.Operations = append(r.catalog.Operations, o)
}

// text is the value of a constant text.
func (r *reader) text(e ast.Expr) string {
	if v := r.info.Types[e].Value; v != nil && v.Kind() == constant.String {
		return constant.StringVal(v)
	}
	return ""
}

// keyed is an element of a literal with its key.
func keyed(element ast.Expr) (string, ast.Expr) {
	if kv, ok := element.(*ast.KeyValueExpr); ok {
		if key, ok := kv.Key.(*ast.Ident); ok {
			return key.Name, kv.Value
		}
	}
	return "", nil
}

// ofRow is the name of the entry that the table has as a row: rowNotFound is that of
// ErrNotFound.
func (r *reader) ofRow(row ast.Expr) string {
	id, ok := row.(*ast.Ident)
	if !ok {
		return ""
	}
	c, ok := r.pkg.Scope().Lookup("Err" + strings.TrimPrefix(id.Name, "row")).(*types.Const)
	if !ok {
		return ""
	}
	return constant.StringVal(c.Val())
}

// mentions reports whether an expression has a constant of the engine in it.
func mentions(e ast.Expr, name string) (found bool) {
	ast.Inspect(e, func(n ast.Node) bool {
		s, ok := n.(*ast.SelectorExpr)
		found = found || ok && s.Sel.Name == name
		return !found
	})
	return found
}

// plain is a name without what spellings differ in.
func plain(name string) string {
	return strings.ToLower(strings.Map(func(c rune) rune {
		if c == '_' || c == '-' {
			return -1
		}
		return c
	}, name))
}
