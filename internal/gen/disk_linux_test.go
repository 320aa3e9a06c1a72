package gen

import (
	"maps"
	"os"
	"strings"
	"syscall"
	"testing"
)

// TestFullDisk writes to a file system that has room for a part of the output.
func TestFullDisk(t *testing.T) {
	inFolder(t, nil)
	if err := os.Mkdir("out", 0o777); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("errgen-test", "out", "tmpfs", 0, "size=48k"); err != nil {
		t.Skip("a small file system cannot be mounted here, which only root can: ", err)
	}
	defer func() {
		if err := syscall.Unmount("out", 0); err != nil {
			t.Error(err)
		}
	}()
	mustWrite(t, planOf("a/x.go", "old"), "wrote out/a/x.go\n")
	before := tree(t, "out")
	changes, err := Write("out", version("2"))
	const want = ": cannot write the file: no space left on device; " +
		"the disk is full: free some space and run errgen again; no file was changed"
	if err == nil || !strings.HasSuffix(err.Error(), want) {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
	if after := tree(t, "out"); len(changes) > 0 || !maps.Equal(before, after) {
		t.Errorf("something has changed: %v", after)
	}
}
