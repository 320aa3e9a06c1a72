package load

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// Paths reads the catalogs at paths: files, or folders whose *.yaml and *.yml
// files are read (hidden ones and those of folders within are not). A file that
// is named twice is read once; a file that only holds what catalogs include is
// no catalog of its own. The result is sorted by path, whatever the order of
// paths. Every fault is added to l; a file of which nothing could be read is not
// in the result.
func Paths(paths []string, l *diag.List) []*File {
	p := &pathLoader{list: l, files: map[string]string{}}
	for _, given := range paths {
		p.add(given)
	}
	in := newIncluder(l, p.readIncluded, p.root)
	var catalogs []*File
	sharedAlone := true
	for _, name := range p.sorted() {
		f := p.load(name)
		if f != nil && isShared(f) {
			continue
		}
		sharedAlone = false
		if f != nil {
			checkCatalog(f, l)
			in.include(f)
			catalogs = append(catalogs, f)
		}
	}
	checkPackages(catalogs, l)
	if sharedAlone && len(p.files) > 0 {
		l.Report(diag.Pos{File: p.sorted()[0]}, diag.NoCatalog, "only files for inclusion, no catalog",
			"name a catalog, or the folder that holds one; a catalog has a `package`")
	}
	return catalogs
}

// pathLoader holds the files and folders of a run.
type pathLoader struct {
	list  *diag.List
	files map[string]string // real path -> path as shown
	roots []string          // the folders given, and those of the files given, as shown
}

// shown is the one form in which a path is shown and compared: cleaned, with
// slashes, relative to the working directory if it lies below.
func shown(p string) string {
	p = filepath.Clean(p)
	if filepath.IsAbs(p) {
		if wd, err := os.Getwd(); err == nil {
			if rel, err := filepath.Rel(wd, p); err == nil && filepath.IsLocal(rel) {
				p = rel
			}
		}
	}
	return filepath.ToSlash(p)
}

// add takes in a file or the files of a folder.
func (p *pathLoader) add(given string) {
	name := shown(given)
	info, err := os.Stat(given)
	switch {
	case err != nil:
		p.unreadable(name, err)
	case info.IsDir():
		p.roots = append(p.roots, name)
		p.addFolder(name)
	default:
		p.roots = append(p.roots, path.Dir(name))
		p.addFile(name)
	}
}

func (p *pathLoader) addFolder(folder string) {
	list, err := os.ReadDir(filepath.FromSlash(folder))
	if err != nil {
		p.unreadable(folder, err)
		return
	}
	found := false
	for _, e := range list {
		ext := path.Ext(e.Name())
		if !e.IsDir() && !strings.HasPrefix(e.Name(), ".") && (ext == ".yaml" || ext == ".yml") {
			p.addFile(path.Join(folder, e.Name()))
			found = true
		}
	}
	if !found {
		p.list.Report(diag.Pos{File: folder}, diag.NoCatalog, "no *.yaml or *.yml file in this folder",
			"name a catalog, or the folder that holds one")
	}
}

// addFile notes a file under its real path, so that links and other spellings do
// not make it two. Of several spellings the least is shown.
func (p *pathLoader) addFile(name string) {
	real, err := filepath.EvalSymlinks(filepath.FromSlash(name))
	if err == nil {
		real, err = filepath.Abs(real)
	}
	if err != nil {
		p.unreadable(name, err)
		return
	}
	if other, known := p.files[real]; !known || name < other {
		p.files[real] = name
	}
}

// sorted returns the files as shown, in order.
func (p *pathLoader) sorted() []string {
	var names []string
	for _, name := range p.files {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func (p *pathLoader) load(name string) *File {
	data, err := readFile(name)
	if err != nil {
		p.unreadable(name, err)
		return nil
	}
	return decodeBytes(name, data, p.list)
}

func (p *pathLoader) unreadable(name string, err error) {
	p.list.Report(diag.Pos{File: name}, diag.UnreadableFile, "cannot read it: "+reason(err), "check the path")
}

// root is the folder that includes of the file name may not leave: the outermost
// of those given that holds it.
func (p *pathLoader) root(name string) string {
	outermost := path.Dir(name)
	for _, r := range p.roots {
		if within(r, name) && within(r, outermost) {
			outermost = r
		}
	}
	return outermost
}

// readIncluded reads an included file, whose path was found to lie in its root.
func (p *pathLoader) readIncluded(name string) ([]byte, error) {
	return readBelow(p.root(name), name)
}
