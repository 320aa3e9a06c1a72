package gen

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// maxFile bounds the files that are read: no generated file is nearly as large, and
// neither is a go.mod. A sparse file can pretend any size.
const maxFile = 256 << 20

var errNotRegular = errors.New("it is not a regular file")

// readRegular reads a file of at most a number of bytes. Whatever took its place since
// it was looked at, it does not wait for a writer of a named pipe, nor read without end.
func readRegular(open func(name string, flag int, perm fs.FileMode) (*os.File, error), name string, limit int64) ([]byte, error) {
	f, err := open(name, os.O_RDONLY|nonblocking, 0)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	switch info, err := f.Stat(); {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, errNotRegular
	case info.Size() > limit:
		return nil, fmt.Errorf("it has %d bytes, more than the %d that are read", info.Size(), limit)
	}
	text, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err == nil && int64(len(text)) > limit {
		err = fmt.Errorf("it has more than the %d bytes that are read", limit)
	}
	return text, err
}

// readHead is readRegular for the beginning of a file, whatever its size.
func readHead(open func(name string, flag int, perm fs.FileMode) (*os.File, error), name string, n int) ([]byte, error) {
	f, err := open(name, os.O_RDONLY|nonblocking, 0)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return nil, errors.Join(err, errNotRegular)
	}
	return io.ReadAll(io.LimitReader(f, int64(n)))
}
