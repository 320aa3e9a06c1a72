//go:build unix && !solaris && !illumos && !aix

package testmodule

import (
	"os"
	"syscall"
)

// lock waits for a folder and holds it until unlock, or until the process ends.
func lock(dir string) (unlock func(), err error) {
	f, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX); err != nil {
		f.Close()
		return nil, err
	}
	return func() { f.Close() }, nil
}
