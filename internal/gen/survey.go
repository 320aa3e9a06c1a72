package gen

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
)

// survey is what a run finds in the output folder.
type survey struct {
	out     string
	root    *os.Root // nil: there is no output folder
	names   nameSet  // the planned files and their folders
	kept    map[string]bool
	plan    Plan
	targets []target
	stale   []target
	litter  []string          // temporary files that a killed run left
	folders map[string]folder // those of planned files, once looked at
	needed  map[string]bool   // engines that a package needs, by the extension of their files
	refused []error
}

// target is a file to be written or removed, and what is there now.
type target struct {
	File
	exists  bool
	foreign bool // without our header
	blocked bool // refused: what is there cannot be compared
	mode    fs.FileMode
	old     []byte
}

// unchanged reports whether there is nothing to write.
func (t *target) unchanged() bool { return t.exists && bytes.Equal(t.old, t.Content) }

func linkRefusal(shown, remedy string) *Refusal {
	return &Refusal{shown, "is a symbolic link, which errgen does not follow", remedy}
}

// look compares the output folder with a plan, whose files are sorted.
func look(out string, root *os.Root, plan Plan) *survey {
	s := &survey{out: out, root: root, plan: plan, names: nameSet{}, kept: map[string]bool{}, folders: map[string]folder{}, needed: map[string]bool{}}
	for _, name := range plan.Kept {
		s.kept[name] = true
	}
	for _, f := range plan.Files {
		s.need(f.Path)
		for _, name := range append(foldersOf(f.Path), f.Path) {
			s.names.add(name)
		}
		s.targets = append(s.targets, target{File: f})
	}
	if root == nil {
		return s
	}
	for i := range s.targets {
		s.lookAt(&s.targets[i])
	}
	s.scan()
	return s
}

// refuse notes why nothing can be written.
func (s *survey) refuse(name, reason, remedy string) {
	s.refused = append(s.refused, &Refusal{shown(s.out, name), reason, remedy})
}

// fail notes an operation that the system did not do.
func (s *survey) fail(op, name string, err error) {
	s.refused = append(s.refused, &Failure{Op: op, Path: shown(s.out, name), Err: err})
}

// folder is what is at the place of a planned file's folder.
type folder uint8

const (
	absent folder = iota
	there
	blocked // refused
)

// lookAt finds what is at the place of a planned file.
func (s *survey) lookAt(t *target) {
	for _, dir := range foldersOf(t.Path) {
		if f := s.folder(dir); f != there {
			t.blocked = f == blocked
			return
		}
	}
	info, err := s.root.Lstat(t.Path)
	if errors.Is(err, fs.ErrNotExist) {
		return
	}
	t.blocked = true
	switch {
	case err != nil:
		s.fail("look at the file", t.Path, err)
	case info.Mode()&fs.ModeSymlink != 0:
		s.refused = append(s.refused, linkRefusal(shown(s.out, t.Path), "remove the link"))
	case info.IsDir():
		s.refuse(t.Path, "is a folder where a generated file belongs", "move it, or choose another --out")
	case !info.Mode().IsRegular():
		s.refuse(t.Path, "is not a regular file", "move it, or choose another --out")
	default:
		t.blocked = !s.read(t, info.Mode())
	}
}

// folder looks at a folder of a planned file, once. Anything else in its place
// is refused.
func (s *survey) folder(name string) folder {
	f, known := s.folders[name]
	if !known {
		f = s.lookAtFolder(name)
		s.folders[name] = f
	}
	return f
}

func (s *survey) lookAtFolder(name string) folder {
	info, err := s.root.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return absent
	case err != nil:
		s.fail("look at the folder", name, err)
	case info.Mode()&fs.ModeSymlink != 0:
		s.refused = append(s.refused, linkRefusal(shown(s.out, name), "remove the link"))
	case !info.IsDir():
		s.refuse(name, "is not a folder, but a package belongs there", "move it, or choose another --out")
	default:
		return there
	}
	return blocked
}

// read reads a regular file.
func (s *survey) read(t *target, mode fs.FileMode) bool {
	old, err := readRegular(s.root.OpenFile, t.Path, maxFile)
	if err != nil {
		s.fail("read the file", t.Path, err)
		return false
	}
	_, ours := headerOf(t.Path, old)
	t.exists, t.foreign, t.mode, t.old = true, !ours, mode, old
	return true
}
