package load

import (
	"errors"
	"path"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// Bytes reads one catalog, shown as path, that includes nothing. It returns nil
// if it is not YAML or not of a version of the language that is known; of any
// other file it returns what could be read. Every fault is added to l.
func Bytes(path string, data []byte, l *diag.List) *File {
	return BytesWith(path, data, func(string) ([]byte, error) {
		return nil, errors.New("there is no file beside this one")
	}, l)
}

// BytesWith is Bytes for a catalog whose includes are read by read. They may not
// leave the folder of p.
func BytesWith(p string, data []byte, read ReadFunc, l *diag.List) *File {
	f := decodeBytes(p, data, l)
	if f == nil {
		return nil
	}
	checkCatalog(f, l)
	newIncluder(l, read, path.Dir).include(f)
	return f
}

// decodeBytes reads a file, be it a catalog or shared by catalogs.
func decodeBytes(path string, data []byte, l *diag.List) *File {
	s := newSource(path, data, l)
	if s == nil {
		return nil
	}
	v := parse(s, l)
	if v == nil {
		return nil
	}
	return decodeFile(path, v, l)
}

// checkCatalog reports what a file needs to be a catalog of its own.
func checkCatalog(f *File, l *diag.List) {
	if !f.Has("package") {
		l.Report(f.Pos, diag.MissingKey, "a catalog without `package`", "add the name of the Go package: `package: apierr`; or include the file in a catalog")
	}
	if !f.Has("envelopes") && !f.Has("include") {
		l.Report(f.Pos, diag.MissingKey, "a catalog without `envelopes`", "add `envelopes`, or `include` a file with them")
	}
}
