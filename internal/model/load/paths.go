package load

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// Paths reads the catalogs at paths: files, or folders whose *.yaml and *.yml
// files are read (those of folders within are not). A file that is named twice
// is read once; a file that only holds what catalogs include is no catalog of
// its own. The result is sorted by path, whatever the order of paths. Every
// fault is added to l; a file of which nothing could be read is not in the
// result.
func Paths(paths []string, l *diag.List) []*File {
	p := &pathLoader{list: l, files: map[string]bool{}}
	for _, given := range paths {
		p.add(given)
	}
	in := &includer{list: l, read: p.readBelow, root: p.root, shared: map[string]*File{}}
	var catalogs []*File
	shared := 0
	for _, name := range p.sorted() {
		f := p.load(name)
		switch {
		case f == nil:
		case isShared(f):
			shared++
		default:
			checkCatalog(f, l)
			in.include(f)
			catalogs = append(catalogs, f)
		}
	}
	checkPackages(catalogs, l)
	if len(catalogs) == 0 && shared > 0 && l.Len() == 0 {
		l.Report(diag.Pos{File: p.sorted()[0]}, diag.NoCatalog, "only files for inclusion, no catalog", "name a catalog, or the folder that holds one")
	}
	return catalogs
}

// pathLoader holds the files and folders of a run, by their shown paths.
type pathLoader struct {
	list  *diag.List
	files map[string]bool
	roots []string // the folders given, and those of the files given
}

// Shown is the one form in which a path is shown and compared, and named in what
// is generated: cleaned, with slashes, relative to the working directory if it
// lies below.
func Shown(p string) string {
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
	name := Shown(given)
	info, err := os.Stat(given)
	switch {
	case err != nil:
		p.unreadable(name, reason(err))
	case info.IsDir():
		p.roots = append(p.roots, name)
		p.addFolder(name)
	default:
		p.roots = append(p.roots, path.Dir(name))
		p.files[name] = true
	}
}

func (p *pathLoader) addFolder(folder string) {
	list, err := os.ReadDir(filepath.FromSlash(folder))
	if err != nil {
		p.unreadable(folder, reason(err))
		return
	}
	found := false
	for _, e := range list {
		if ext := path.Ext(e.Name()); !e.IsDir() && !strings.HasPrefix(e.Name(), ".") && (ext == ".yaml" || ext == ".yml") {
			p.files[path.Join(folder, e.Name())] = true
			found = true
		}
	}
	if !found {
		p.list.Report(diag.Pos{File: folder}, diag.NoCatalog, "no *.yaml or *.yml file in this folder",
			"name a catalog, or the folder that holds one")
	}
}

func (p *pathLoader) sorted() []string {
	var names []string
	for name := range p.files {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func (p *pathLoader) load(name string) *File {
	data, err := readRegular(os.Stat, os.Open, filepath.FromSlash(name))
	if err != nil {
		p.unreadable(name, reason(err))
		return nil
	}
	return decodeBytes(name, data, p.list)
}

func (p *pathLoader) unreadable(name, why string) {
	p.list.Report(diag.Pos{File: name}, diag.UnreadableFile, "cannot read the file: "+why, "check the path")
}

// root is the folder that includes of the file name may not leave: the outermost
// of those given that holds it.
func (p *pathLoader) root(name string) string {
	outermost := path.Dir(name)
	for _, r := range p.roots {
		if within(r, name) && len(strings.Split(r, "/")) < len(strings.Split(outermost, "/")) || r == "." && within(r, name) {
			outermost = r
		}
	}
	return outermost
}

// readBelow reads an included file. Symbolic links do not lead out of the folder
// either.
func (p *pathLoader) readBelow(name string) ([]byte, error) {
	for _, r := range p.roots {
		if !within(r, name) {
			continue
		}
		folder, err := os.OpenRoot(filepath.FromSlash(r))
		if err != nil {
			return nil, err
		}
		defer folder.Close()
		return readRegular(folder.Stat, folder.Open, filepath.FromSlash(strings.TrimPrefix(name, r+"/")))
	}
	return nil, errors.New("it is in no folder given to errgen")
}

// readRegular reads a regular file, of which no more than one byte over the
// limit.
func readRegular(stat func(string) (os.FileInfo, error), open func(string) (*os.File, error), name string) ([]byte, error) {
	info, err := stat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("it is not a regular file (%s)", info.Mode().Type())
	}
	f, err := open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxBytes+1))
}
