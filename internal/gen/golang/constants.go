package golang

import (
	"bytes"
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"math/bits"
	"path"
	"sync"

	"github.com/seed-1b9d9f04/errgen/templates"
)

// constantNames returns the names by which the support code writes a value of
// one of its integer types: one constant, or for a set of flags one each. It is
// nil if the type has no constants.
func constantNames(typeName string, value int64) []string {
	names := supportConstants()[typeName]
	if name, ok := names[value]; ok {
		return []string{name}
	}
	var flags []string
	for rest := uint64(value); rest != 0 && names != nil; rest &= rest - 1 {
		name, ok := names[1<<bits.TrailingZeros64(rest)]
		if !ok {
			return nil
		}
		flags = append(flags, name)
	}
	return flags
}

// supportConstants are the names of the support code's constants that have a
// type, by the type's name and the value. All of them count by iota.
var supportConstants = sync.OnceValue(func() map[string]map[int64]string {
	fset := token.NewFileSet()
	var files []*ast.File
	names, _ := fs.Glob(templates.Support, "support/*.go")
	for _, name := range names {
		src, _ := fs.ReadFile(templates.Support, name)
		if !bytes.Contains(src, []byte("iota")) || isGenerators(path.Base(name)) {
			continue
		}
		if file, err := parser.ParseFile(fset, name, src, parser.SkipObjectResolution); err == nil {
			files = append(files, file)
		}
	}
	// Only constants are asked for, whose types need no imports: what cannot be
	// checked without them does not matter.
	config := types.Config{IgnoreFuncBodies: true, Error: func(error) {}}
	pkg, _ := config.Check("support", fset, files, nil)
	found := map[string]map[int64]string{}
	for _, name := range pkg.Scope().Names() {
		c, ok := pkg.Scope().Lookup(name).(*types.Const)
		if !ok {
			continue
		}
		named, ok := c.Type().(*types.Named)
		value, exact := constant.Int64Val(constant.ToInt(c.Val()))
		if !ok || !exact {
			continue
		}
		typeName := named.Obj().Name()
		if found[typeName] == nil {
			found[typeName] = map[int64]string{}
		}
		found[typeName][value] = name
	}
	return found
})
