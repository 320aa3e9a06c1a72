package load

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// Paths reads the catalogs at paths: files, folders whose *.yaml and *.yml files
// are read (hidden ones are not), or folders with those within, folder/... . A file
// that is named twice is read once; one that catalogs include is no catalog of its
// own. The result is sorted by path, whatever the order of paths. Every fault is
// added to l; a file of which nothing could be read is not in the result. passed
// are the files of folders that are no catalogs.
func Paths(paths []string, l *diag.List) (catalogs []*File, passed []string) {
	return PathsWith(nil, paths, l)
}

// PathsWith is Paths where some files, by path, have other contents than on the disk,
// where they need not be.
func PathsWith(contents map[string][]byte, paths []string, l *diag.List) (catalogs []*File, passed []string) {
	p := &pathLoader{list: l, files: map[string]named{}, contents: map[string][]byte{}}
	for name, data := range contents {
		p.contents[absolute(name)] = data
	}
	for _, given := range paths {
		p.add(given)
	}
	in := newIncluder(l, p.readIncluded, p.root)
	var shared []*File
	for _, name := range p.sorted() {
		f, foreign := p.load(name)
		switch {
		case foreign:
			passed = append(passed, name.shown)
		case f == nil:
			p.unread = true
		case f.Has("package"):
			checkCatalog(f, l)
			in.include(f)
			catalogs = append(catalogs, f)
		default:
			shared = append(shared, f)
		}
	}
	for _, f := range shared {
		if !isShared(f) && !in.included(f.Path) {
			checkCatalog(f, l)
			in.include(f)
			catalogs = append(catalogs, f)
		}
	}
	slices.SortFunc(catalogs, func(a, b *File) int { return strings.Compare(a.Path, b.Path) })
	checkPackages(catalogs, l)
	p.checkFolders(passed)
	if len(catalogs) == 0 && len(shared) > 0 && !p.unread {
		l.Report(diag.Pos{File: shared[0].Path}, diag.NoCatalog, "only files for inclusion, no catalog",
			"name a catalog, or the folder that holds one; a catalog has a `package`")
	}
	return catalogs, passed
}

// pathLoader holds the files and folders of a run.
type pathLoader struct {
	list    *diag.List
	files   map[string]named // by real path
	folders []string         // the folders given, as shown
	roots   []string         // these, and the folders of the files given
	unread  bool             // a file could not be read, or was no YAML

	contents map[string][]byte // of files by absolute path, in place of what is on the disk
}

// absolute is the absolute path of a file, itself if there is no working directory.
func absolute(name string) string {
	if abs, err := filepath.Abs(filepath.FromSlash(name)); err == nil {
		return abs
	}
	return name
}

// content is what a file has in place of what is on the disk.
func (p *pathLoader) content(name string) ([]byte, bool) {
	if len(p.contents) == 0 {
		return nil, false
	}
	data, ok := p.contents[absolute(name)]
	return data, ok
}

// named is a file as shown. One that was found in a folder may be no catalog.
type named struct {
	shown string
	found bool
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

// add takes in a file, the files of a folder, or those of all folders in it.
func (p *pathLoader) add(given string) {
	folder, deep := DeepFolder(given)
	name := shown(folder)
	info, err := os.Stat(folder)
	_, hasContent := p.content(name)
	switch {
	case hasContent && !deep:
		p.roots = append(p.roots, path.Dir(name))
		p.addFile(name, false)
	case err == nil && !info.IsDir() && !deep && !info.Mode().IsRegular():
		p.unread = true
		p.unreadable(name, errNotRegular)
	case err == nil && !info.IsDir() && !deep:
		p.roots = append(p.roots, path.Dir(name))
		p.addFile(name, false)
	case err == nil && !info.IsDir():
		err = errNoFolder
		fallthrough
	case err != nil:
		p.unread = true
		p.unreadable(name, err)
	default:
		p.roots = append(p.roots, name)
		p.folders = append(p.folders, name)
		p.addFolder(name, deep)
	}
}

// DeepFolder returns the folder of a path that ends in /..., which means the folder
// with all folders in it, as it does in Go's commands. Any other path is itself.
func DeepFolder(given string) (folder string, deep bool) {
	switch folder, deep = strings.CutSuffix(filepath.ToSlash(given), "/..."); {
	case given == "...":
		return ".", true
	case !deep:
		return given, false
	case folder == "":
		return "/", true
	}
	return filepath.FromSlash(folder), true
}

// addFolder takes in the files of a folder. Of the folders in it those are left
// out that Go's patterns leave out: hidden ones, testdata, vendor and those whose
// name begins with _; and node_modules.
func (p *pathLoader) addFolder(folder string, deep bool) {
	list, err := os.ReadDir(filepath.FromSlash(folder))
	if err != nil {
		p.unread = true
		p.unreadable(folder, err)
		return
	}
	for _, e := range list {
		switch name := e.Name(); {
		case e.IsDir() && deep && isLookedInto(name):
			p.addFolder(path.Join(folder, name), true)
		case !e.IsDir() && isLookedAt(name):
			p.addFile(path.Join(folder, name), true)
		}
	}
}

// isLookedInto reports whether folder/... means a folder of a name, too.
func isLookedInto(name string) bool {
	return !strings.HasPrefix(name, ".") && !strings.HasPrefix(name, "_") && name != "testdata" && name != "vendor" && name != "node_modules"
}

// isLookedAt reports whether a file of a name in a folder may be a catalog.
func isLookedAt(name string) bool {
	ext := path.Ext(name)
	return !strings.HasPrefix(name, ".") && (ext == ".yaml" || ext == ".yml")
}

// addFile notes a file under its real path, so that links and other spellings do
// not make it two. Of several spellings the least is shown; one that was given by
// itself was not just found.
func (p *pathLoader) addFile(name string, found bool) {
	real, err := realPath(name)
	if _, ok := p.content(name); ok && err != nil {
		real, err = absolute(name), nil
	}
	if err != nil {
		p.unread = true
		p.unreadable(name, err)
		return
	}
	n := named{name, found}
	if other, known := p.files[real]; known {
		n = named{min(name, other.shown), found && other.found}
	}
	p.files[real] = n
}

// realPath is a path without links and relative parts.
func realPath(name string) (string, error) {
	real, err := filepath.EvalSymlinks(filepath.FromSlash(name))
	if err != nil {
		return "", err
	}
	return filepath.Abs(real)
}

// sorted returns the files in the order of their paths as shown.
func (p *pathLoader) sorted() []named {
	var names []named
	for _, name := range p.files {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b named) int { return strings.Compare(a.shown, b.shown) })
	return names
}

// load reads a file. It returns nil for one that cannot be read, which is then
// reported, and for one that was found in a folder and is no catalog.
func (p *pathLoader) load(name named) (f *File, foreign bool) {
	data, ok := p.content(name.shown)
	if !ok {
		var err error
		if data, err = readFile(name.shown); err != nil {
			p.unreadable(name.shown, err)
			return nil, false
		}
	}
	if (name.found || isLink(name.shown)) && notCatalog(data) {
		if !name.found { // of what a link leads to nothing is quoted
			p.list.Report(diag.Pos{File: name.shown}, diag.NoCatalog, "a symbolic link to a file that is no catalog", "name a catalog")
		}
		return nil, name.found
	}
	return decodeBytes(name.shown, data, p.list), false
}

// isLink reports whether a file is a symbolic link.
func isLink(name string) bool {
	info, err := os.Lstat(filepath.FromSlash(name))
	return err == nil && info.Mode()&os.ModeSymlink != 0
}

func (p *pathLoader) unreadable(name string, err error) {
	p.list.Report(diag.Pos{File: name}, diag.UnreadableFile, "cannot read it: "+reason(err), "check the path")
}

// checkFolders reports folders that were given and in which no file is errgen's.
func (p *pathLoader) checkFolders(passed []string) {
	for _, folder := range p.folders {
		if !slices.ContainsFunc(p.sorted(), func(n named) bool {
			return within(folder, n.shown) && !slices.Contains(passed, n.shown)
		}) {
			p.list.Report(diag.Pos{File: folder}, diag.NoCatalog, "no catalog in this folder: no *.yaml or *.yml file with the key `errgen`",
				"name a catalog, or the folder that holds one; "+diag.Quote(folder+"/...")+" is this one with those in it")
		}
	}
}

// root is the folder that includes of the file name may not leave: the outermost
// of those given that holds it, and of the root of the repository.
func (p *pathLoader) root(name string) string {
	outermost := path.Dir(name)
	for _, r := range p.roots {
		if within(r, name) && within(r, outermost) {
			outermost = r
		}
	}
	if r, ok := repository(path.Dir(name)); ok {
		if _, err := relative(r, outermost); err == nil {
			return filepath.ToSlash(r)
		}
	}
	return outermost
}

// readIncluded reads an included file, whose path was found to lie in the root of
// the file that includes it, and so lies in its own.
func (p *pathLoader) readIncluded(name string) ([]byte, error) {
	if data, ok := p.content(name); ok {
		return data, nil
	}
	return readBelow(p.root(name), name)
}
