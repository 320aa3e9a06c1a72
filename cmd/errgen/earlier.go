package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/revision"
)

// generation are the catalogs of an earlier generation, as they were read.
type generation struct {
	files []*load.File
	read  *reading
	name  string // of the revision, "" if they are files of the disk
}

// earlier reads the catalogs of WHERE, for those of some paths, at which there are files
// today.
func (c *comparing) earlier(paths []string, today []*load.File) (*generation, error) {
	where := c.against
	if isPath(where) {
		return c.onDisk(where), nil
	}
	if name, at, ok := strings.Cut(where, ":"); ok {
		g, err := c.ofCommit(name, func(string) (paths, today []string, err error) { return []string{at}, nil, nil })
		if err == nil && len(g.files) == 0 && g.read.list.Len() == 0 {
			err = fmt.Errorf("--against %s: there is no catalog in the commit at that path, which begins at the repository's root", diag.Quote(where))
		}
		return g, err
	}
	_, err := os.Stat(where)
	_, findErr := revision.Find(where)
	switch {
	case err == nil && findErr == nil:
		return nil, fmt.Errorf("--against %s is a git revision and a file or folder here: write ./%s for that, or refs/heads/%s", diag.Quote(where), where, where)
	case err == nil:
		return c.onDisk(where), nil
	}
	return c.ofCommit(where, func(root string) (then, now []string, err error) {
		for _, f := range today {
			now = append(now, f.Path)
		}
		if now, err = inRepository(root, now); err == nil {
			then, err = inRepository(root, paths)
		}
		return then, now, err
	})
}

// isPath reports whether WHERE can only be a path of the disk.
func isPath(where string) bool {
	return filepath.IsAbs(where) || where == "." || where == ".." || strings.HasPrefix(where, "./") || strings.HasPrefix(where, "../")
}

// onDisk reads a folder or file.
func (c *comparing) onDisk(name string) *generation {
	files, read := c.app.readFiles([]string{name})
	return &generation{files: files, read: read}
}

// ofCommit reads those paths of a revision that a function says, which is given the
// repository's root and says of which files there are catalogs today, too.
func (c *comparing) ofCommit(name string, of func(root string) (paths, today []string, err error)) (*generation, error) {
	hash, err := revision.Find(name)
	switch {
	case errors.Is(err, revision.ErrNone):
		message := "there is no such commit here, and no such file"
		if fetch := revision.FetchCommand(name); fetch != "" {
			message += "; to have it: " + fetch
		}
		return nil, fmt.Errorf("--against %s: %s", diag.Quote(c.against), message)
	case err != nil:
		return nil, fmt.Errorf("--against %s: %w", diag.Quote(c.against), err)
	}
	root, err := revision.Root()
	if err != nil {
		return nil, err
	}
	paths, today, err := of(root)
	if err != nil {
		return nil, err
	}
	commit, err := revision.Open(hash)
	if err != nil {
		return nil, err
	}
	for _, name := range today {
		if _, err := commit.ReadFile(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			paths = append(paths, name) // it is not new, and what is wrong with it is said
		}
	}
	read := new(reading)
	files := load.From(commit, paths, &read.list)
	if err := commit.Close(); err != nil {
		return nil, fmt.Errorf("git: %w", err)
	}
	return &generation{files, read, name}, nil
}

// repositoryWithin is the repository within another one, such as a submodule, in which a
// path of that is; "" if it is in none.
func repositoryWithin(root, name string) string {
	for ; len(name) > len(root); name = filepath.Dir(name) {
		if _, err := os.Lstat(filepath.Join(name, ".git")); err == nil {
			return name
		}
	}
	return ""
}

// inRepository are paths relative to the root of the repository.
func inRepository(root string, paths []string) ([]string, error) {
	var inside []string
	for _, p := range paths {
		folder, deep := load.DeepFolder(p)
		full, err := filepath.Abs(folder)
		if err != nil {
			return nil, err
		}
		if real, err := filepath.EvalSymlinks(full); err == nil {
			full = real
		}
		rel, err := filepath.Rel(root, full)
		if err != nil || !filepath.IsLocal(rel) {
			return nil, fmt.Errorf("%s is not in the repository %s: give --against a folder or file", diag.Quote(p), diag.Quote(root))
		}
		if inner := repositoryWithin(root, full); inner != "" {
			return nil, fmt.Errorf("%s is in a repository of its own, of which no commit here knows: run errgen in %s, or give --against a folder or file", diag.Quote(p), diag.Quote(inner))
		}
		if rel = filepath.ToSlash(rel); deep {
			rel = path.Join(rel, "...")
		}
		inside = append(inside, rel)
	}
	return inside, nil
}
