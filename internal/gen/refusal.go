package gen

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// Refusal is a place that a run would have to overwrite, remove or follow, and
// must not. Nothing at all is written if there is one.
type Refusal struct {
	Path   string // as the user would write it
	Reason string
	Remedy string
}

// Error returns the place, the reason and what to do.
func (r *Refusal) Error() string { return fmt.Sprintf("%s: %s; %s", r.Path, r.Reason, r.Remedy) }

// Failure is an operation on the output folder that the system did not do.
type Failure struct {
	Op, Path string
	Err      error
	State    string // what has become of the files
}

// Error returns what failed, why, what to do and what state the files are in.
func (f *Failure) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: cannot %s: %s", f.Path, f.Op, cause(f.Err))
	for _, part := range []string{remedy(f.Err), f.State} {
		if part != "" {
			b.WriteString("; " + part)
		}
	}
	return b.String()
}

// Unwrap returns the system's error.
func (f *Failure) Unwrap() error { return f.Err }

// cause strips the operation and path that the os package puts before an error.
func cause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	var l *os.LinkError
	if errors.As(err, &l) {
		return l.Err
	}
	return err
}

// remedy says what to do about a system's error.
func remedy(err error) string {
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return "the disk is full: free some space and run errgen again"
	case errors.Is(err, syscall.EROFS):
		return "the file system is read-only: choose another --out"
	case errors.Is(err, fs.ErrPermission):
		return "change the permissions, or choose another --out"
	case errors.Is(err, syscall.ENOTDIR):
		return "choose an --out that is a folder or does not exist yet"
	case errors.Is(err, syscall.ENAMETOOLONG):
		return "choose a shorter --out"
	}
	return "run errgen again when that is mended"
}

// shown is the path of a file in the output folder as the user would write it.
func shown(out, name string) string {
	return filepath.ToSlash(filepath.Join(out, filepath.FromSlash(name)))
}
