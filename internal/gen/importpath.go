package gen

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/mod/modfile"
	"golang.org/x/mod/module"
)

// ImportPath is the import path of a package in the output folder: that of the
// module that the folder is in, which the nearest go.mod says, and the folders
// down to the package. It is the same wherever the project lies.
// It is "" where nothing can import the package: outside of a module, or below a
// folder whose name cannot be in an import path. The error is that of a go.mod that
// cannot be read.
func ImportPath(out, pkg string) (string, error) {
	dirs := foldersAbove(filepath.Join(out, pkg))
	i := slices.IndexFunc(dirs, isModule)
	if i < 0 {
		return "", nil
	}
	file := filepath.Join(dirs[i], "go.mod")
	text, err := readRegular(os.OpenFile, file, maxFile)
	if err != nil {
		return "", &Failure{Op: "read the module's name", Path: filepath.ToSlash(file), Err: err}
	}
	root := modfile.ModulePath(text)
	folder, err := filepath.Rel(dirs[i], dirs[0])
	if err != nil || root == "" {
		return "", nil
	}
	name := path.Join(root, filepath.ToSlash(folder))
	if module.CheckImportPath(name) != nil || slices.Contains(strings.Split(name, "/"), "vendor") {
		return "", nil
	}
	return name, nil
}

// CheckImportPath reports what is wrong with an import path that a user gives.
func CheckImportPath(name string) error { return module.CheckImportPath(name) }

// isModule reports whether a folder is the root of a Go module.
func isModule(dir string) bool {
	info, err := os.Stat(filepath.Join(dir, "go.mod"))
	return err == nil && !info.IsDir()
}

// HasPackage reports whether a Go package of errgen's is in the output folder.
func HasPackage(out, pkg string) bool {
	name := filepath.Join(out, pkg, "errors.go")
	text, err := readHead(os.OpenFile, name, maxHeader)
	_, ours := headerOf(name, text)
	return err == nil && ours
}
