package load

import (
	"errors"
	"io"
	"os"
	"path/filepath"
)

var (
	errNoFolder   = errors.New("it is no folder")
	errFolder     = errors.New("it is a folder")
	errNotRegular = errors.New("it is not a regular file")
	errOutside    = errors.New("it lies outside of the folder")
)

// readFile reads a regular file. Of one beyond the limit it reads just enough to
// tell.
func readFile(name string) ([]byte, error) {
	return readRegular(os.Stat, os.Open, filepath.FromSlash(name))
}

// readBelow is readFile for a path that lies in root and that no symbolic link
// may lead out of it.
func readBelow(root, name string) ([]byte, error) {
	below, err := relative(root, name)
	if err != nil {
		return nil, err
	}
	folder, err := os.OpenRoot(filepath.FromSlash(root))
	if err != nil {
		return nil, err
	}
	defer folder.Close()
	return readRegular(folder.Stat, folder.Open, below)
}

// relative is the path of a file as seen from a folder that it lies in.
func relative(folder, name string) (string, error) {
	from, err := filepath.Abs(filepath.FromSlash(folder))
	if err != nil {
		return "", err
	}
	to, err := filepath.Abs(filepath.FromSlash(name))
	if err != nil {
		return "", err
	}
	rel, err := filepath.Rel(from, to)
	if err == nil && !filepath.IsLocal(rel) {
		err = errOutside
	}
	return rel, err
}

type (
	statFunc func(name string) (os.FileInfo, error)
	openFunc func(name string) (*os.File, error)
)

// readRegular looks before it opens: opening a named pipe would wait for a
// writer.
func readRegular(stat statFunc, open openFunc, name string) ([]byte, error) {
	switch info, err := stat(name); {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, errFolder
	case !info.Mode().IsRegular():
		return nil, errNotRegular
	}
	f, err := open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxBytes+1))
}
