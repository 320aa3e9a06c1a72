package gen

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// Plan is what a run makes of its catalogs, and how it finds out whether other files in
// the output folder still have theirs.
type Plan struct {
	Files []File   // the output
	Kept  []string // paths of what the catalogs make besides, which was not asked for: neither written nor stale
	Paths []string // the catalogs and folders given to the run: others are looked for there, too

	// Declares reports whether a file is a catalog of a package, as far as it can be
	// told. Without it no package is stale that is not in the output.
	Declares func(file, pkg string) bool
}

// sorted returns the files in the order of their paths, in which they are
// written and reported. The error is a Fault.
func (p Plan) sorted() ([]File, error) {
	files := slices.Clone(p.Files)
	slices.SortFunc(files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	names, taken := nameSet{}, map[string]bool{}
	var unique []File
	for i, f := range files {
		if !fs.ValidPath(f.Path) || !strings.Contains(f.Path, "/") || strings.ContainsAny(f.Path, "\\:\x00") {
			return nil, faultf("emitted file %q: the path is not package/name", f.Path)
		}
		if _, ok := headerOf(f.Path, f.Content); !ok {
			return nil, faultf("emitted file %q: the first line is not the header", f.Path)
		}
		if i > 0 && isShared(f, files[i-1]) {
			continue
		}
		unique = append(unique, f)
		for _, dir := range append(foldersOf(f.Path), f.Path) {
			if taken[dir] {
				return nil, faultf("two emitted files are called %q", dir)
			}
			if other, clash := names.add(dir); clash {
				return nil, faultf("emitted %q and %q differ in letter case alone", other, dir)
			}
		}
		taken[f.Path] = true
	}
	return unique, nil
}

// isShared reports whether two files are one of the engine, which each catalog brings.
func isShared(a, b File) bool {
	return a.Path == b.Path && isEngine(path.Dir(a.Path)) && bytes.Equal(a.Content, b.Content)
}

func faultf(format string, args ...any) *Fault { return &Fault{fmt.Errorf(format, args...)} }

// foldersOf returns the folders that a path is in, the outermost first.
func foldersOf(name string) []string {
	var dirs []string
	for i := range name {
		if name[i] == '/' {
			dirs = append(dirs, name[:i])
		}
	}
	return dirs
}

// nameSet holds paths by their folded form: not every file system tells letter
// case apart.
type nameSet map[string]string

// add adds a path, unless one is there that differs in letter case alone.
func (s nameSet) add(name string) (other string, clash bool) {
	if other, clash = s.clash(name); !clash {
		s[fold(name)] = name
	}
	return other, clash
}

// clash returns the member that differs from a path in letter case alone.
func (s nameSet) clash(name string) (other string, clash bool) {
	other, ok := s[fold(name)]
	return other, ok && other != name
}

// fold makes names equal that a file system without letter case takes for one.
func fold(name string) string { return strings.ToLower(strings.ToUpper(name)) }
