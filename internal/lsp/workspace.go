package lsp

import (
	"bytes"
	"io/fs"
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
)

const (
	maxBytes   = 32 << 20 // of a file, as everywhere
	maxScanned = 50_000   // files and folders of a workspace that are looked at
)

// workspace are the files: those that are open in the editor as they are there, all others
// as they are on the disk. Paths are absolute, with slashes.
type workspace struct {
	root string
	open map[string]*openFile
	disk map[string]*diskFile
	// known are the files of the root that are errgen's, as far as they were found.
	known []string
}

// openFile is a file that an editor has.
type openFile struct {
	uri     string
	version *int
	*file
}

// diskFile is a file as it was on the disk at a time; nil if it is none of errgen's.
type diskFile struct {
	modified time.Time
	size     int64
	*file
}

func newWorkspace() *workspace {
	return &workspace{open: map[string]*openFile{}, disk: map[string]*diskFile{}}
}

// set makes a text that of an open file.
func (w *workspace) set(uri string, version *int, t *text) {
	name := pathOf(uri)
	o := w.open[name]
	if o == nil {
		o = &openFile{}
		w.open[name] = o
	}
	o.uri, o.version = uri, version
	r := new(reader)
	if o.file != nil {
		r.before = o.file.contents
	}
	o.file = newFile(name, t, r)
}

// file returns a file, nil if there is none or it cannot be read.
func (w *workspace) file(name string) *file {
	if o := w.open[name]; o != nil {
		return o.file
	}
	info, err := os.Stat(filepath.FromSlash(name))
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxBytes {
		delete(w.disk, name)
		return nil
	}
	d := w.disk[name]
	if d == nil || !d.modified.Equal(info.ModTime()) || d.size != info.Size() {
		d = &diskFile{modified: info.ModTime(), size: info.Size()}
		if data, err := os.ReadFile(filepath.FromSlash(name)); err == nil && bytes.Contains(data, []byte("errgen")) {
			d.file = newFile(name, newText(string(data)), new(reader))
		}
		w.disk[name] = d
	}
	return d.file
}

// scan finds the files of the root that may be errgen's, in the folders that "errgen
// generate ./..." looks into.
func (w *workspace) scan() {
	w.known = nil
	left := maxScanned
	_ = filepath.WalkDir(filepath.FromSlash(w.root), func(name string, e fs.DirEntry, err error) error {
		if left--; left < 0 {
			return filepath.SkipAll
		}
		base := filepath.Base(name)
		if err != nil {
			return filepath.SkipDir
		}
		skipped := strings.HasPrefix(base, ".") || strings.HasPrefix(base, "_") || base == "vendor" || base == "node_modules"
		if e.IsDir() {
			if skipped && name != filepath.FromSlash(w.root) {
				return filepath.SkipDir
			}
			return nil
		}
		if ext := filepath.Ext(base); ext != ".yaml" && ext != ".yml" || skipped {
			return nil
		}
		if f := w.file(filepath.ToSlash(name)); f != nil && f.errgen {
			w.known = append(w.known, f.path)
		}
		return nil
	})
}

// catalogs are those that a file belongs to: itself, or those that include it.
func (w *workspace) catalogs(f *file) []*file {
	if f.catalog {
		return []*file{f}
	}
	names := slices.Concat(w.known, slices.Collect(maps.Keys(w.open)))
	slices.Sort(names)
	var all []*file
	for _, name := range slices.Compact(names) {
		if c := w.file(name); c != nil && c.catalog && slices.Contains(c.includes, f.path) {
			all = append(all, c)
		}
	}
	return all
}

// joined are the files that make a catalog: the included ones first.
func (w *workspace) joined(c *file) []*file {
	var all []*file
	for _, name := range c.includes {
		if f := w.file(name); f != nil && f != c {
			all = append(all, f)
		}
	}
	return append(all, c)
}

// uri is that of a file: the editor's own for one that is open.
func (w *workspace) uri(name string) string {
	if o := w.open[name]; o != nil {
		return o.uri
	}
	return uriOf(name)
}

// pathOf is the absolute path that a URI names, with slashes.
func pathOf(uri string) string {
	u, err := url.Parse(uri)
	if err != nil || u.Scheme != "file" {
		return uri
	}
	name := u.Path
	if runtime.GOOS == "windows" {
		name = strings.TrimPrefix(name, "/")
	}
	return filepath.ToSlash(filepath.Clean(filepath.FromSlash(name)))
}

// uriOf is the URI of an absolute path.
func uriOf(name string) string {
	if strings.Contains(name, "://") || strings.HasPrefix(name, "untitled:") {
		return name
	}
	if !strings.HasPrefix(name, "/") {
		name = "/" + name
	}
	return (&url.URL{Scheme: "file", Path: name}).String()
}

// absolute is the absolute path of a file that a finding names.
func absolute(name string) string {
	if abs, err := filepath.Abs(filepath.FromSlash(name)); err == nil {
		return filepath.ToSlash(abs)
	}
	return name
}
