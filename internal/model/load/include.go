package load

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// ReadFunc reads an included file. Its path is that of the including file's
// folder joined with the include, cleaned, with slashes. The error is shown.
type ReadFunc func(path string) ([]byte, error)

// includer loads what catalogs include; docs/spec.md#shared-files.
type includer struct {
	list *diag.List
	read ReadFunc
	// root is the folder that includes of the file at path may not leave.
	root   func(path string) string
	shared map[string]sharedFile // by path
}

// sharedFile is an included file: what could be read of it (nil if nothing), or
// why it could not be opened.
type sharedFile struct {
	file *File
	err  error
}

func newIncluder(l *diag.List, read ReadFunc, root func(string) string) *includer {
	return &includer{list: l, read: read, root: root, shared: map[string]sharedFile{}}
}

// include loads the files that f includes into f.Included and reports names
// that two of them, or one and f, both declare.
func (in *includer) include(f *File) {
	given := map[string]Text{}
	for _, inc := range f.Include {
		target, ok := in.target(f, inc)
		if !ok {
			f.Incomplete = true
			continue
		}
		if first, twice := given[target]; twice {
			in.list.Report(inc.Pos, diag.IncludeClash, diag.Quote(inc.S)+" is included twice", "remove one of the two",
				diag.Related{Pos: first.Pos, Message: "first included here"})
			continue
		}
		given[target] = inc
		if s := in.load(target, inc); s != nil {
			f.Included = append(f.Included, s)
		} else {
			f.Incomplete = true
		}
	}
	in.clashes(f)
	f.refine()
}

// included reports whether a file was included by another one.
func (in *includer) included(name string) bool {
	real, err := realPath(name)
	for target := range in.shared {
		if other, otherErr := realPath(target); err == nil && otherErr == nil && other == real {
			return true
		}
	}
	return false
}

// target returns the path of an included file if the include may name it.
func (in *includer) target(f *File, inc Text) (string, bool) {
	refuse := func(why, remedy string) (string, bool) {
		in.list.Report(inc.Pos, diag.IncludePath, "include "+diag.Quote(inc.S)+" "+why, remedy)
		return "", false
	}
	if why, remedy := RefusePath(inc.S); why != "" {
		return refuse(why, remedy)
	}
	target := path.Join(path.Dir(f.Path), inc.S)
	if target == path.Clean(f.Path) {
		in.list.Report(inc.Pos, diag.IncludeCycle, "the file includes itself", "remove the include")
		return "", false
	}
	if root := in.root(f.Path); !within(root, target) {
		return refuse("leaves the folder "+diag.Quote(shown(root)), "move the file there, or give errgen the folder that holds both")
	}
	return target, true
}

// RefusePath says why a path cannot stand in a file, and what to write, "" if it can: one
// with slashes, relative to the file.
func RefusePath(given string) (why, remedy string) {
	switch {
	case strings.ContainsAny(given, "\\\x00") || strings.Contains(given, "://"):
		return "is not a relative path", "write a path with slashes, relative to this file"
	case path.IsAbs(given) || len(given) > 1 && given[1] == ':':
		return "is an absolute path", "write a path relative to this file"
	case given == "":
		return "is empty", "write a path relative to this file"
	}
	return "", ""
}

// within reports whether a cleaned path lies in a folder or below. Only if just the
// folder is absolute is the working directory asked.
func within(folder, p string) bool {
	if path.IsAbs(folder) && !path.IsAbs(p) {
		_, err := relative(folder, p)
		return err == nil
	}
	if folder == "." {
		return p != ".." && !strings.HasPrefix(p, "../") && !path.IsAbs(p)
	}
	return strings.HasPrefix(p, strings.TrimSuffix(folder, "/")+"/")
}

// load reads an included file, once for all that include it. It returns nil,
// with findings, for one that cannot be read or is not a shared file.
func (in *includer) load(target string, inc Text) *File {
	s, known := in.shared[target]
	if !known {
		data, err := in.read(target)
		if s.err = err; err == nil {
			s.file = decodeBytes(target, data, in.list)
		}
		in.shared[target] = s
	}
	switch {
	case s.err != nil:
		in.list.Report(inc.Pos, diag.UnreadableFile, "cannot read "+diag.Quote(target)+": "+reason(s.err), "check the path")
		return nil
	case s.file == nil || !in.checkShared(s.file, inc):
		return nil
	}
	return s.file
}

// sharedKeys are the keys that an included file may have.
var sharedKeys = []string{"errgen", "sources", "types", "envelopes", "defaults", "groups", "errors"}

// checkShared reports what an included file may not hold.
func (in *includer) checkShared(s *File, inc Text) bool {
	included := diag.Related{Pos: inc.Pos, Message: "included here"}
	if s.Has("package") {
		in.list.Report(inc.Pos, diag.NotShared, diag.Quote(s.Path)+" is a catalog and cannot be included",
			"move what both need into a file without `package`",
			diag.Related{Pos: s.At("package"), Message: "it has a package"})
		return false
	}
	for _, k := range fileObject.keys {
		if s.Has(k.name) && !slices.Contains(sharedKeys, k.name) {
			in.list.Report(s.At(k.name), diag.NotShared, "`"+k.name+"` in an included file",
				"move it into the catalog; an included file has only "+strings.Join(sharedKeys, ", "), included)
		}
	}
	if s.Has("defaults") && !s.Has("errors") {
		in.list.Report(s.At("defaults"), diag.NotShared, "`defaults` in an included file without `errors`",
			"move them into the catalog: those of an included file hold for its own entries alone", included)
	}
	return true
}

// isShared reports whether a file holds only types and envelopes, so that it is no
// catalog of its own, even if none that was read includes it.
func isShared(f *File) bool {
	for name := range f.Keys {
		if name == "errors" || !slices.Contains(sharedKeys, name) {
			return false
		}
	}
	return f.Has("types") || f.Has("envelopes")
}

// clashes reports what is declared in two files. Of entries and groups only two
// included files are compared: the catalog's own refine those of the same name.
func (in *includer) clashes(f *File) {
	types, envelopes, groups, entries := map[string]Text{}, map[string]Text{}, map[string]Text{}, map[string]Text{}
	for _, s := range f.Joined() {
		for _, t := range s.Types {
			in.claim(types, "type", t.Name, s)
		}
		for _, e := range s.Envelopes {
			in.claim(envelopes, "envelope", e.Name, s)
		}
	}
	for _, s := range f.Included {
		for _, g := range s.Groups {
			in.claim(groups, "group", g.Name, s)
		}
		for _, e := range s.Errors {
			in.claim(entries, "entry", e.Name, s)
		}
	}
}

func (in *includer) claim(names map[string]Text, what string, name Text, s *File) {
	first, taken := names[name.S]
	if !taken {
		names[name.S] = name
		return
	}
	if first.Pos.File == s.Path {
		return // a duplicate key, reported as such
	}
	in.list.Report(name.Pos, diag.IncludeClash, what+" "+diag.Quote(name.S)+" is declared in an included file too",
		"rename one of the two", diag.Related{Pos: first.Pos, Message: "the other one"})
}

// reason is an error in words that do not depend on the system, and without the
// path, which the finding names itself.
func reason(err error) string {
	var pe *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "it does not exist"
	case errors.Is(err, fs.ErrPermission):
		return "it may not be read"
	case errors.As(err, &pe):
		return pe.Err.Error()
	}
	return err.Error()
}
