// Package coverage compares what a program raises with what the operations of its
// catalogs list, and with what its tests have run.
package coverage

import (
	"errors"
	"fmt"
	"go/token"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"

	"github.com/seed-1b9d9f04/errgen/cmd/errgenvet/internal/flow"
)

// program is a program as it is loaded.
type program struct {
	*flow.Program
	fset  *token.FileSet
	dir   string
	files map[string]string // of each file's path, how a profile calls it
}

// load loads those of the packages that patterns name, and of those that they import,
// which reach a generated package; what they import beside is not looked at.
func load(dir string, patterns []string) (*program, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	paths, err := reaching(dir, patterns)
	if err != nil {
		return nil, err
	}
	fset := token.NewFileSet()
	all, err := packages.Load(&packages.Config{Mode: packages.LoadSyntax, Dir: dir, Fset: fset}, paths...)
	if err := firstError(all, err); err != nil {
		return nil, err
	}
	p := &program{fset: fset, dir: dir, files: map[string]string{}}
	var sources []flow.Source
	for _, pkg := range all {
		sources = append(sources, flow.Source{Pkg: pkg.Types, Files: pkg.Syntax, Info: pkg.TypesInfo})
		for _, file := range pkg.GoFiles {
			p.files[file] = pkg.PkgPath + "/" + filepath.Base(file)
		}
	}
	p.Program = flow.Whole(fset, sources)
	return p, nil
}

// engine is how the path ends of the package that all generated ones import.
const engine = "/internal/errgen"

// reaching are the paths of the packages that reach a generated one.
func reaching(dir string, patterns []string) (paths []string, err error) {
	roots, err := packages.Load(&packages.Config{Mode: packages.NeedName | packages.NeedImports | packages.NeedDeps, Dir: dir}, patterns...)
	if err := firstError(roots, err); err != nil {
		return nil, err
	}
	reaches := map[*packages.Package]bool{}
	packages.Visit(roots, nil, func(pkg *packages.Package) {
		for path, imported := range pkg.Imports {
			if reaches[imported] || strings.HasSuffix(path, engine) {
				reaches[pkg] = true
			}
		}
		if reaches[pkg] {
			paths = append(paths, pkg.PkgPath)
		}
	})
	if len(paths) == 0 {
		return nil, fmt.Errorf("no package of %s uses a package that errgen has made", strings.Join(patterns, " "))
	}
	slices.Sort(paths)
	return paths, nil
}

// firstError is what prevents packages from being looked at.
func firstError(all []*packages.Package, err error) error {
	if err != nil {
		return err
	}
	for _, pkg := range all {
		if len(pkg.Errors) > 0 {
			return errors.New(pkg.Errors[0].Error())
		}
	}
	return nil
}

// place is a position as a person reads it: file:line, from the folder.
func (p *program) place(pos token.Pos) string {
	at := p.fset.Position(pos)
	if !at.IsValid() {
		return ""
	}
	if rel, err := filepath.Rel(p.dir, at.Filename); err == nil && filepath.IsLocal(rel) {
		at.Filename = filepath.ToSlash(rel)
	}
	return fmt.Sprintf("%s:%d", at.Filename, at.Line)
}
