package gen

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// maxSearched bounds the files and folders that are looked at in search of catalogs.
const maxSearched = 200_000

var errTooMany = errors.New("too many files to search")

// CatalogName is how what is generated names its catalog: by the file's name alone,
// so that the output is the same to the byte wherever the catalog lies.
func CatalogName(catalog string) string { return filepath.Base(catalog) }

// origins looks for the catalogs of packages.
type origins struct {
	declares func(file, pkg string) bool
	named    map[string]bool // the names of catalogs that headers say
	orphans  []string        // the packages whose catalog was not found yet
	left     int             // how many more files may be looked at
}

// lost returns those packages that no catalog declares any more. Catalogs are looked
// for where the run was given some, then in the projects of these and of the output
// folder. Of a search that is too long nothing is concluded.
func (o *origins) lost(out string, given []string) []string {
	roots := make([]string, 0, 2*len(given)+1)
	for _, p := range given {
		if info, err := os.Stat(p); err == nil && !info.IsDir() {
			p = filepath.Dir(p)
		}
		roots = append(roots, filepath.Clean(p))
	}
	for _, p := range append(roots, filepath.Join(out, "..")) {
		if dir := project(p); !slices.Contains(roots, dir) {
			roots = append(roots, dir)
		}
	}
	for _, dir := range roots {
		if o.search(dir) != nil {
			return nil
		}
	}
	return o.orphans
}

// search walks a folder until all packages have a catalog. Folders that cannot be
// read are passed over, and so are those that hold what others made: hidden ones and
// node_modules.
func (o *origins) search(root string) error {
	return filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
		o.left--
		switch {
		case len(o.orphans) == 0:
			return fs.SkipAll
		case o.left < 0:
			return errTooMany
		case err != nil || e.IsDir():
			if err != nil || name != root && (strings.HasPrefix(e.Name(), ".") || e.Name() == "node_modules") {
				return fs.SkipDir
			}
		case o.mayBeCatalog(e.Name()):
			o.orphans = slices.DeleteFunc(o.orphans, func(pkg string) bool { return o.declares(name, pkg) })
		}
		return nil
	})
}

// mayBeCatalog reports whether a file has a name as catalogs have.
func (o *origins) mayBeCatalog(name string) bool {
	ext := path.Ext(name)
	return ext == ".yaml" || ext == ".yml" || o.named[name]
}

// project returns the folder of the repository that a folder is in, or of the Go
// module, or the folder itself.
func project(dir string) string {
	above := foldersAbove(dir)
	for _, mark := range []string{".git", "go.mod"} {
		for _, dir := range above {
			if _, err := os.Lstat(filepath.Join(dir, mark)); err == nil {
				return dir
			}
		}
	}
	return dir
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
