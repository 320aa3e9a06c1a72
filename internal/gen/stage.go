package gen

import (
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path"
	"strconv"
	"strings"
)

const (
	tempPrefix = ".errgen-"
	tempSuffix = ".tmp"

	// attempts is how often a file is staged again if its temporary file or its
	// folder vanishes, which another run that cleans up can cause where the
	// output folder cannot be locked.
	attempts = 4
)

// job is a file to be replaced.
type job struct {
	target
	temp string // its new content, on disk; "" if there is none
}

// isTemp reports whether a file has the name of a temporary one.
func isTemp(name string) bool {
	base := path.Base(name)
	return strings.HasPrefix(base, tempPrefix) && strings.HasSuffix(base, tempSuffix)
}

// stage writes all new contents to temporary files.
func (w *writer) stage() error {
	for _, j := range w.jobs {
		if err := w.makeFolders(j.Path); err != nil {
			return err
		}
	}
	return SideBySide(len(w.jobs), func(i int) error { return w.stageOne(w.jobs[i]) })
}

// makeFolders makes the folders that a file is in.
func (w *writer) makeFolders(name string) error {
	for _, dir := range foldersOf(name) {
		err := w.root.Mkdir(dir, 0o777)
		if err == nil {
			w.dirs = append(w.dirs, dir)
		} else if !errors.Is(err, fs.ErrExist) {
			return w.failure("make the folder", dir, err)
		}
	}
	return nil
}

// stageOne writes a new content to a temporary file beside the old one, with the
// permissions of the old one. What replaces a file is brought to the disk before, so that
// a system that fails keeps the one or the other; where there was nothing, nothing can be
// lost, and a site of thousands of pages does not wait for the disk.
func (w *writer) stageOne(j *job) error {
	temp := path.Join(path.Dir(j.Path), tempPrefix+strconv.FormatUint(rand.Uint64(), 36)+tempSuffix)
	f, err := w.root.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return w.failure("write the file", j.Path, err)
	}
	j.temp = temp
	_, err = f.Write(j.Content)
	if err == nil && j.exists {
		err = f.Chmod(j.mode.Perm())
	}
	if err == nil && j.exists {
		err = f.Sync()
	}
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return w.failure("write the file", j.Path, err)
	}
	return nil
}

// replace gives the staged content of a file its name, which puts it in the
// place of the old one in one step.
func (w *writer) replace(j *job) error {
	err := w.root.Rename(j.temp, j.Path)
	for n := 1; n < attempts && errors.Is(err, fs.ErrNotExist); n++ {
		if err := w.makeFolders(j.Path); err != nil {
			return err
		}
		if err := w.stageOne(j); err != nil {
			return err
		}
		err = w.root.Rename(j.temp, j.Path)
	}
	if err != nil {
		return w.failure("replace the file", j.Path, err)
	}
	j.temp = ""
	w.done = append(w.done, Change{Path: shown(w.out, j.Path)})
	return nil
}

// remove removes a stale file, and its folders if nothing else is in them.
func (w *writer) remove(name string) error {
	if err := w.root.Remove(name); err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return w.failure("remove the stale file", name, err)
	}
	w.done = append(w.done, Change{Path: shown(w.out, name), Removed: true})
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if w.root.Remove(dir) != nil {
			break
		}
	}
	return nil
}

// discard removes the temporary files that are left after a failure.
func (w *writer) discard() {
	for _, j := range w.jobs {
		if j.temp != "" {
			_ = w.root.Remove(j.temp)
		}
	}
}

// sync asks the system to bring the new names to the disk. Not every system can
// do that for a folder, and the files themselves are safe: no error is reported.
func (w *writer) sync() {
	synced := map[string]bool{}
	for _, j := range w.jobs {
		dir := path.Dir(j.Path)
		if synced[dir] {
			continue
		}
		synced[dir] = true
		if f, err := w.root.Open(dir); err == nil {
			_ = f.Sync()
			f.Close()
		}
	}
}
