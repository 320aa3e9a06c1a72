package gen

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"syscall"
)

// CatalogName is the path by which what is generated names its catalog: relative
// to the innermost folder that holds both the catalog and the output folder, with
// slashes. So the output is the same to the byte wherever the project lies,
// whichever folder errgen runs in, and however its arguments are written.
func CatalogName(out, catalog string) string {
	file, err := filepath.Abs(catalog)
	for _, dir := range foldersAbove(out) {
		if rel, relErr := filepath.Rel(dir, file); err == nil && relErr == nil && filepath.IsLocal(rel) {
			return filepath.ToSlash(rel)
		}
	}
	return filepath.ToSlash(file) // on another volume
}

// foldersAbove returns a folder and those that it is in, the innermost first.
func foldersAbove(dir string) []string {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil
	}
	dirs := []string{dir}
	for parent := filepath.Dir(dir); parent != dir; parent = filepath.Dir(dir) {
		dirs = append(dirs, parent)
		dir = parent
	}
	return dirs
}

// origins finds out whether the catalogs that headers name still exist.
type origins struct {
	out     string
	folders []string // given to the run, as names
	read    []string // the catalogs read, likewise
	known   map[string]bool
}

func newOrigins(out string, plan Plan) *origins {
	o := &origins{out: out, known: map[string]bool{}}
	for _, f := range plan.Folders {
		o.folders = append(o.folders, CatalogName(out, f))
	}
	for _, c := range plan.Catalogs {
		o.read = append(o.read, CatalogName(out, c))
	}
	return o
}

// lost reports whether a file that names a catalog, and is not in the plan, has
// lost it: the run read the catalog, and does not make the file from it; or the
// catalog was in a folder given to the run and does not exist any more.
func (o *origins) lost(name string) bool {
	lost, known := o.known[name]
	if !known {
		lost = o.find(name)
		o.known[name] = lost
	}
	return lost
}

func (o *origins) find(name string) bool {
	switch o.places(name) {
	case 0:
		return slices.Contains(o.folders, path.Dir(name))
	case 1:
		return slices.Contains(o.read, name)
	}
	return false // it may be the other one's
}

// places counts the files that a name may mean: it does not say in which of the
// folders above the output folder it begins.
func (o *origins) places(name string) int {
	found := 0
	local := filepath.FromSlash(name)
	if filepath.IsAbs(local) {
		return count(local)
	}
	if !fs.ValidPath(name) {
		return 0
	}
	for _, dir := range foldersAbove(o.out) {
		found += count(filepath.Join(dir, local))
	}
	return found
}

// count is 1 if there is something at a path, or it cannot be known, else 0.
func count(name string) int {
	_, err := os.Lstat(name)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
		return 0
	}
	return 1
}
