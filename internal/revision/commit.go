package revision

import (
	"bufio"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os/exec"
	"path"
	"slices"
	"strconv"
	"strings"
)

// MaxFile is how large a file may be that is read, in bytes.
const MaxFile = 32 << 20

// Commit reads the files of one commit. Paths have slashes and are relative to the
// root of the repository. It is a git cat-file --batch, to be closed.
type Commit struct {
	hash  string
	cmd   *exec.Cmd
	in    io.WriteCloser
	out   *bufio.Reader
	trees map[string][]entry // by object
}

// entry is a line of a tree: a file or a folder.
type entry struct {
	mode, name, object string
}

// The modes of entries.
const (
	folderMode = "40000"
	linkMode   = "120000"
	moduleMode = "160000"
)

// Open begins to read a commit, which is given by its full name: see Find.
func Open(hash string) (*Commit, error) {
	if !isHash(hash) {
		return nil, ErrNone
	}
	cmd := command("cat-file", "--batch")
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	return &Commit{hash: hash, cmd: cmd, in: in, out: bufio.NewReader(out), trees: map[string][]entry{}}, nil
}

// Close ends git.
func (c *Commit) Close() error {
	return errors.Join(c.in.Close(), c.cmd.Wait())
}

// ReadFile returns the contents of a file: an fs.PathError if there is none, or if it
// is none, such as a link.
func (c *Commit) ReadFile(name string) ([]byte, error) {
	e, err := c.find(name)
	switch {
	case err != nil:
		return nil, err
	case e.mode == folderMode:
		err = errors.New("it is a folder")
	default:
		var data []byte
		if err = e.isElsewhere("it"); err == nil {
			data, err = c.object(e.object, "blob")
		}
		if err == nil {
			return data, nil
		}
	}
	return nil, &fs.PathError{Op: "read", Path: name, Err: err}
}

// ReadDir returns the names of the files and of the folders in a folder: an
// fs.PathError if there is none.
func (c *Commit) ReadDir(name string) (files, folders []string, err error) {
	e, err := c.find(name)
	if err != nil {
		return nil, nil, err
	}
	if e.mode != folderMode {
		return nil, nil, &fs.PathError{Op: "read", Path: name, Err: errors.New("it is no folder")}
	}
	all, err := c.tree(e.object)
	for _, e := range all {
		if e.mode == folderMode {
			folders = append(folders, e.name)
		} else {
			files = append(files, e.name)
		}
	}
	return files, folders, err
}

// isElsewhere says that what an entry stands for is not in the commit; nil if it is.
func (e entry) isElsewhere(name string) error {
	switch e.mode {
	case linkMode:
		return errors.New(name + " is a symbolic link, which is not followed in a commit")
	case moduleMode:
		return errors.New(name + " is another repository")
	}
	return nil
}

// find walks from the root to a path. That a path leads through another repository or a
// link does not mean that nothing is there.
func (c *Commit) find(name string) (entry, error) {
	at := entry{mode: folderMode, object: c.hash + "^{tree}"}
	if name = path.Clean(name); name == "." {
		return at, nil
	}
	for part := range strings.SplitSeq(name, "/") {
		if err := at.isElsewhere("`" + at.name + "`"); err != nil {
			return entry{}, &fs.PathError{Op: "open", Path: name, Err: err}
		}
		i := -1
		var all []entry
		if at.mode == folderMode {
			var err error
			if all, err = c.tree(at.object); err != nil {
				return entry{}, err
			}
			i = slices.IndexFunc(all, func(e entry) bool { return e.name == part })
		}
		if i < 0 {
			return entry{}, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
		}
		at = all[i]
	}
	return at, nil
}

// tree returns the entries of a tree: for each its mode, a space, its name, a zero byte
// and the name of its object in bytes.
func (c *Commit) tree(object string) ([]entry, error) {
	if all, known := c.trees[object]; known {
		return all, nil
	}
	data, err := c.object(object, "tree")
	if err != nil {
		return nil, err
	}
	var all []entry
	size := len(c.hash) / 2
	for rest := string(data); rest != ""; {
		head, behind, ok := strings.Cut(rest, "\x00")
		mode, name, isEntry := strings.Cut(head, " ")
		if !ok || !isEntry || len(behind) < size {
			return nil, fmt.Errorf("git: the tree %s cannot be read", object)
		}
		all = append(all, entry{mode, name, hex.EncodeToString([]byte(behind[:size]))})
		rest = behind[size:]
	}
	c.trees[object] = all
	return all, nil
}

// object returns the contents of an object, which is of a type.
func (c *Commit) object(name, kind string) ([]byte, error) {
	if _, err := io.WriteString(c.in, name+"\n"); err != nil {
		return nil, fmt.Errorf("git: %w", err)
	}
	line, err := c.out.ReadString('\n')
	if err != nil {
		return nil, fmt.Errorf("git: %w", err)
	}
	words := strings.Fields(line) // its name, its type and its size
	if len(words) != 3 {
		return nil, errors.New("git does not have it here: the repository is not whole")
	}
	size, err := strconv.ParseInt(words[2], 10, 64)
	if err != nil || size < 0 {
		return nil, fmt.Errorf("git: %q", line)
	}
	return c.contents(size, words[1] == kind)
}

// contents reads an object of a size, and the line end behind it. What is too large or
// not wanted is passed over.
func (c *Commit) contents(size int64, wanted bool) ([]byte, error) {
	if !wanted || size > MaxFile {
		if _, err := io.CopyN(io.Discard, c.out, size+1); err != nil {
			return nil, fmt.Errorf("git: %w", err)
		}
		if !wanted {
			return nil, errors.New("git has something else of that name")
		}
		return nil, fmt.Errorf("it is larger than %d MiB", MaxFile>>20)
	}
	data := make([]byte, size+1)
	if _, err := io.ReadFull(c.out, data); err != nil {
		return nil, fmt.Errorf("git: %w", err)
	}
	return data[:size], nil
}
