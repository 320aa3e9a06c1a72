package gen

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"

	"github.com/rogpeppe/go-internal/diff"
)

// Rewriting is a new content for a file that is the user's own.
type Rewriting struct {
	Path     string
	Old, New []byte // Old is what the new content was made from; nil for a file that is not there
}

// Diff is what the rewriting changes.
func (r Rewriting) Diff() Diff {
	d := Diff{Path: r.Path}
	if bytes.Equal(bytes.ReplaceAll(r.Old, []byte("\r\n"), []byte("\n")), bytes.ReplaceAll(r.New, []byte("\r\n"), []byte("\n"))) {
		d.Drift = LineEnds
		return d
	}
	d.Text = diff.Diff(r.Path, r.Old, r.Path, r.New)
	return d
}

// Rewrite puts new contents in the place of files, all or none as far as it can be
// told before: everything is looked at, and all of it is on disk under temporary names,
// before the first file is replaced, in one step. Of a symbolic link it is the file
// that it leads to. A file that is read-only or that has changed in the meantime is a
// Refusal, and so is one that is new and there already; what the system does not do is
// a Failure.
func Rewrite(files []Rewriting) error {
	var temps []string
	defer func() {
		for _, name := range temps {
			os.Remove(name) // it is not there any more if all went well
		}
	}()
	var refused []error
	for _, r := range files {
		if err := r.refusal(); err != nil {
			refused = append(refused, err)
		}
	}
	if len(refused) > 0 {
		return errors.Join(refused...)
	}
	for _, r := range files {
		temp, err := r.stage()
		if temp != "" {
			temps = append(temps, temp)
		}
		if err != nil {
			return &Failure{Op: "write the file", Path: r.Path, Err: err, State: "no file was changed"}
		}
	}
	for i, r := range files {
		if err := os.Rename(temps[i], r.real()); err != nil {
			state := "no file was changed"
			if i > 0 {
				state = "the files before it are written, the others are as they were"
			}
			return &Failure{Op: "replace the file", Path: r.Path, Err: err, State: state}
		}
	}
	return nil
}

// refusal is why a file must not be replaced.
func (r Rewriting) refusal() error {
	_, err := os.Lstat(r.Path)
	switch {
	case r.Old == nil && err == nil:
		return &Refusal{r.Path, "is there already", "move or remove it, or choose another name"}
	case r.Old == nil:
		return nil
	case err != nil:
		return &Failure{Op: "read the file", Path: r.Path, Err: err, State: "no file was changed"}
	}
	if info, err := os.Stat(r.Path); err == nil && info.Mode().Perm()&0o200 == 0 {
		return &Refusal{r.Path, "is read-only", "make it writable (chmod u+w)"}
	}
	now, err := readRegular(os.OpenFile, r.Path, maxFile)
	if err != nil {
		return &Failure{Op: "read the file", Path: r.Path, Err: err, State: "no file was changed"}
	}
	if !bytes.Equal(now, r.Old) {
		return &Refusal{r.Path, "has changed while errgen ran", "run errgen again"}
	}
	return nil
}

// real is the file itself, where the path is a symbolic link.
func (r Rewriting) real() string {
	if real, err := filepath.EvalSymlinks(r.Path); err == nil {
		return real
	}
	return r.Path
}

// stage writes the new content to a temporary file beside the old one, through to the
// disk, with the permissions of the old one. Folders that a new file lacks are made.
func (r Rewriting) stage() (temp string, err error) {
	real := r.real()
	if r.Old == nil {
		if err := os.MkdirAll(filepath.Dir(real), 0o777); err != nil {
			return "", err
		}
	}
	temp = filepath.Join(filepath.Dir(real), tempPrefix+strconv.FormatUint(rand.Uint64(), 36)+tempSuffix)
	f, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return "", err
	}
	_, err = f.Write(r.New)
	if info, statErr := os.Stat(real); err == nil && statErr == nil {
		err = f.Chmod(info.Mode().Perm())
	}
	if err == nil {
		err = f.Sync()
	}
	return temp, errors.Join(err, f.Close())
}
