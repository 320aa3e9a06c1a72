package gen

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// outDir is the output folder, opened once: all that is read and written lies in it,
// whatever becomes of its path.
type outDir struct {
	root *os.Root // nil: it does not exist
	made []madeDir
}

// madeDir is a folder that was made, in the folder that it is in.
type madeDir struct {
	in   *os.Root
	name string
}

// openOut opens the output folder, which is made first if make says so. Neither the folder
// nor, as far as they are in a project, those that it is in may be a symbolic link: what
// that points at was not named by the user, and may be anything in a checkout that
// somebody else made.
func openOut(out string, make bool) (*outDir, error) {
	start, names := wayTo(out)
	dir, err := os.OpenRoot(start)
	if err != nil {
		if !make && errors.Is(err, fs.ErrNotExist) {
			return &outDir{}, nil
		}
		return nil, &Failure{Op: "open the folder", Path: shown(start, "."), Err: err}
	}
	o := &outDir{root: dir}
	at := start
	for _, name := range names {
		at = filepath.Join(at, name)
		next, err := o.enter(name, at, make)
		if err != nil || next == nil {
			o.removeMade()
			o.root.Close()
			o.root = nil
			return o, err
		}
		if n := len(o.made); n == 0 || o.made[n-1].in != o.root {
			o.root.Close()
		}
		o.root = next
	}
	return o, nil
}

// wayTo splits the path of the output folder into a folder that is taken as it is and the
// names from there on, none of which may be a link: those of a relative path, and of an
// absolute one those in the working directory or in the project.
func wayTo(out string) (start string, names []string) {
	out = filepath.Clean(out)
	start, rest := ".", out
	if filepath.IsAbs(out) {
		start, rest = filepath.Dir(out), filepath.Base(out)
		wd, _ := os.Getwd()
		for _, base := range []string{wd, project(start)} {
			if rel, err := filepath.Rel(base, out); base != "" && err == nil && filepath.IsLocal(rel) {
				start, rest = base, rel
				break
			}
		}
	}
	for ; filepath.Dir(start) != start && isAbsent(start); start = filepath.Dir(start) {
		rest = filepath.Join(filepath.Base(start), rest)
	}
	for _, name := range strings.Split(rest, string(filepath.Separator)) {
		switch {
		case name == ".." && len(names) == 0:
			start = filepath.Join(start, name)
		case name != "." && name != "":
			names = append(names, name)
		}
	}
	return start, names
}

func isAbsent(name string) bool {
	_, err := os.Lstat(name)
	return errors.Is(err, fs.ErrNotExist)
}

// enter opens a folder of the one that is open, nil if it does not exist. at is its path.
func (o *outDir) enter(name, at string, make bool) (*os.Root, error) {
	info, err := o.root.Lstat(name)
	if errors.Is(err, fs.ErrNotExist) {
		if !make {
			return nil, nil
		}
		if err = o.root.Mkdir(name, 0o777); err == nil {
			o.made = append(o.made, madeDir{o.root, name})
		} else if !errors.Is(err, fs.ErrExist) {
			return nil, &Failure{Op: "make the output folder", Path: shown(at, "."), Err: err}
		}
		info, err = o.root.Lstat(name)
	}
	switch {
	case err != nil:
		return nil, &Failure{Op: "look at the output folder", Path: shown(at, "."), Err: err}
	case info.Mode()&fs.ModeSymlink != 0:
		return nil, linkRefusal(shown(at, "."), "give the folder that it points at as --out, or remove the link")
	case !info.IsDir():
		return nil, &Refusal{shown(at, "."), "is not a folder", "remove it, or choose another --out"}
	}
	next, err := o.root.OpenRoot(name)
	if err != nil {
		return nil, &Failure{Op: "open the output folder", Path: shown(at, "."), Err: err}
	}
	if opened, err := next.Stat("."); err != nil || !os.SameFile(info, opened) {
		next.Close()
		return nil, linkRefusal(shown(at, "."), "run errgen again when nothing else changes the folder")
	}
	return next, nil
}

// close lets go of the output folder; folders made for nothing are removed.
func (o *outDir) close() {
	if o.root != nil {
		o.root.Close()
	}
	o.removeMade()
}

func (o *outDir) removeMade() {
	for i := len(o.made) - 1; i >= 0; i-- {
		_ = o.made[i].in.Remove(o.made[i].name) // fails if there is something in it
		o.made[i].in.Close()
	}
	o.made = nil
}
