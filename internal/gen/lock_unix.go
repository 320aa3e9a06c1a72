//go:build unix && !solaris && !illumos && !aix

package gen

import (
	"errors"
	"os"
	"syscall"
	"time"
)

// lockPatience is how long a run waits for another one in the same folder.
const lockPatience = 30 * time.Second

// errBusy is what Write fails with after that time.
var errBusy = errors.New("another errgen is writing there")

// lock takes turns with other runs in the same output folder, so that what is
// there afterwards is one run's output and not a mixture. The folder itself is
// locked: no lock file is left. Where a file system cannot lock, the run goes
// on without: each file is whole all the same.
func lock(root *os.Root) (unlock func(), err error) {
	dir, err := root.Open(".")
	if err != nil {
		return nil, err
	}
	for deadline := time.Now().Add(lockPatience); ; time.Sleep(10 * time.Millisecond) {
		switch err = tryLock(dir); {
		case !errors.Is(err, syscall.EWOULDBLOCK):
			return func() { dir.Close() }, nil
		case time.Now().After(deadline):
			dir.Close()
			return nil, errBusy
		}
	}
}

// tryLock locks a folder until it is closed, without waiting.
func tryLock(dir *os.File) error {
	conn, err := dir.SyscallConn()
	if err != nil {
		return err
	}
	var locking error
	if err := conn.Control(func(fd uintptr) {
		locking = syscall.Flock(int(fd), syscall.LOCK_EX|syscall.LOCK_NB)
	}); err != nil {
		return err
	}
	return locking
}
