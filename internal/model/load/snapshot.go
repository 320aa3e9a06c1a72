package load

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// Snapshot are files that are not those of the disk, such as a commit's. Paths have
// slashes and are relative to its root.
type Snapshot interface {
	ReadFile(name string) ([]byte, error)
	// ReadDir returns the names of what is in a folder; an error if it is none.
	ReadDir(name string) (files, folders []string, err error)
}

// From is Paths for the files of a snapshot. A path that it does not have has no
// catalogs. What is included lies in it as well.
func From(s Snapshot, paths []string, l *diag.List) []*File {
	p := &snapshotLoader{Snapshot: s, list: l, found: map[string]bool{}}
	for _, given := range paths {
		folder, deep := DeepFolder(given)
		if !p.addFolder(folder, deep) {
			p.found[path.Clean(folder)] = false
		}
	}
	in := newIncluder(l, s.ReadFile, func(string) string { return "." })
	var catalogs, shared []*File
	for _, f := range p.files() {
		if !f.Has("package") {
			shared = append(shared, f)
			continue
		}
		checkCatalog(f, l)
		in.include(f)
		catalogs = append(catalogs, f)
	}
	for _, f := range shared {
		if _, included := in.shared[f.Path]; !included && !isShared(f) {
			checkCatalog(f, l)
		}
	}
	checkPackages(catalogs, l)
	return catalogs
}

// snapshotLoader holds the files of a snapshot that are looked at.
type snapshotLoader struct {
	Snapshot
	list  *diag.List
	found map[string]bool // by path: it was found in a folder, not given by itself
}

// addFolder takes in the files of a folder, and reports whether it is one.
func (p *snapshotLoader) addFolder(folder string, deep bool) bool {
	files, folders, err := p.ReadDir(folder)
	for _, name := range files {
		if given, known := p.found[path.Join(folder, name)]; isLookedAt(name) {
			p.found[path.Join(folder, name)] = given || !known
		}
	}
	for _, name := range folders {
		if deep && isLookedInto(name) {
			p.addFolder(path.Join(folder, name), true)
		}
	}
	return err == nil
}

// files reads the files, in the order of their paths.
func (p *snapshotLoader) files() []*File {
	var names []string
	for name := range p.found {
		names = append(names, name)
	}
	slices.SortFunc(names, strings.Compare)
	var files []*File
	for _, name := range names {
		data, err := p.ReadFile(name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			p.list.Report(diag.Pos{File: name}, diag.UnreadableFile, "cannot read it: "+reason(err), "check the path")
		case p.found[name] && notCatalog(data):
		default:
			if f := decodeBytes(name, data, p.list); f != nil {
				files = append(files, f)
			}
		}
	}
	return files
}
