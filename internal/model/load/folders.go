package load

import (
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// Folders returns the folders on whose files the catalogs at paths depend: those that are
// looked into, and those of the files that are included, be they there or not.
func Folders(paths []string) []string {
	l := new(diag.List) // of what is wrong whoever reads the catalogs tells
	p := &pathLoader{list: l, files: map[string]named{}}
	folders := map[string]bool{}
	for _, given := range paths {
		p.add(given)
		folder, deep := DeepFolder(given)
		for _, dir := range foldersOf(folder, deep) {
			folders[shown(dir)] = true
		}
	}
	in := newIncluder(l, p.readIncluded, p.root)
	for _, name := range p.sorted() {
		if f, _ := p.load(name); f != nil {
			in.include(f)
		}
	}
	for target := range in.shared {
		folders[shown(path.Dir(target))] = true
	}
	return slices.Sorted(maps.Keys(folders))
}

// foldersOf are a folder and, deep, those in it; of a file, or of nothing, the folder that
// it is in.
func foldersOf(name string, deep bool) []string {
	if info, err := os.Stat(name); err != nil || !info.IsDir() {
		return []string{filepath.Dir(name)}
	}
	all := []string{name}
	if !deep {
		return all
	}
	_ = filepath.WalkDir(name, func(dir string, e fs.DirEntry, err error) error {
		switch {
		case err != nil, e.IsDir() && dir != name && !isLookedInto(e.Name()):
			return fs.SkipDir
		case e.IsDir() && dir != name:
			all = append(all, dir)
		}
		return nil
	})
	return all
}
