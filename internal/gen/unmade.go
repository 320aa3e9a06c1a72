package gen

import (
	"io/fs"
	"path"
	"slices"
	"strings"
)

// Unmade returns the files, as the user would write them, that stand in the folders of
// planned Go packages, are compiled with these, and were not made by errgen. They are
// allowed; but what reviews take for generated may not be.
func Unmade(out string, plan Plan) ([]string, error) {
	files, err := plan.sorted()
	if err != nil {
		return nil, err
	}
	dir, err := openOut(out, false)
	if err != nil || dir.root == nil {
		return nil, err
	}
	defer dir.close()
	made := map[string]bool{}
	var packages []string
	for _, f := range files {
		made[f.Path] = true
		if folder := path.Dir(f.Path); path.Ext(f.Path) == ".go" && !slices.Contains(packages, folder) {
			packages = append(packages, folder)
		}
	}
	var unmade []string
	for _, folder := range packages {
		entries, _ := fs.ReadDir(dir.root.FS(), folder) // one that is not there has none
		for _, e := range entries {
			if name := path.Join(folder, e.Name()); !e.IsDir() && !made[name] && isCompiled(e.Name()) && !isOurs(dir, name) {
				unmade = append(unmade, shown(out, name))
			}
		}
	}
	return unmade, nil
}

// compiled are the extensions of files that become part of a Go package.
var compiled = []string{".go", ".s", ".S", ".sx", ".c", ".cc", ".cpp", ".cxx", ".m", ".h", ".hh", ".hpp", ".hxx", ".f", ".F", ".for", ".f90", ".swig", ".swigcxx", ".syso"}

// isCompiled reports whether a file becomes part of the package in its folder.
func isCompiled(name string) bool {
	return slices.Contains(compiled, path.Ext(name)) && !strings.HasSuffix(name, "_test.go") && name[0] != '.' && name[0] != '_'
}

// isOurs reports whether a file has our header: then it is stale, and shown as that.
func isOurs(dir *outDir, name string) bool {
	head, err := readHead(dir.root.OpenFile, name, maxHeader)
	_, ours := headerOf(name, head)
	return err == nil && ours
}
