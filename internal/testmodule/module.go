// Package testmodule compiles and runs what the generator wrote, in a Go module
// that a test makes for it.
package testmodule

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A Module is a folder with a go.mod, gone when its test ends.
type Module struct {
	Dir string
	t   testing.TB
}

// New makes a module for the language of a version of Go. It stands in the same
// folder each time, of which the build cache knows the packages again: with
// -trimpath the cache would know them anywhere, but it would have to compile the
// standard library a second time. Tests that use a module of one name, whose packages
// may then be the same, take turns. Where there is no such folder, or it cannot be
// locked, it is one of this test alone.
func New(t testing.TB, name, version string) *Module {
	t.Helper()
	m := &Module{t: t}
	if dir, err := claim(t, name); err == nil {
		m.Dir = dir
	} else {
		t.Logf("in a folder that the build cache does not know: %v", err)
		m.Dir = t.TempDir()
	}
	m.Write("go.mod", "module "+name+"\n\ngo "+version+"\n")
	return m
}

// claim makes an empty folder for a module in the user's cache, and holds it until
// the test ends.
func claim(t testing.TB, name string) (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	home := filepath.Join(cache, "errgen-test", name)
	if err := os.MkdirAll(home, 0o755); err != nil {
		return "", err
	}
	unlock, err := lock(home)
	if err != nil {
		return "", err
	}
	dir := filepath.Join(home, "module")
	t.Cleanup(func() {
		os.RemoveAll(dir)
		unlock()
	})
	if err := os.RemoveAll(dir); err != nil { // of a test that was killed
		return "", err
	}
	return dir, os.Mkdir(dir, 0o755)
}

// Write writes a file of the module, whose name has slashes.
func (m *Module) Write(name, content string) {
	m.t.Helper()
	file := filepath.Join(m.Dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		m.t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
		m.t.Fatal(err)
	}
}

// Go runs the go command in the module, without network. If it fails the test has
// failed, with what it printed.
func (m *Module) Go(args ...string) {
	m.t.Helper()
	cmd := exec.CommandContext(m.t.Context(), "go", args...)
	cmd.Dir = m.Dir
	cmd.Env = append(os.Environ(), "GOPROXY=off", "GOWORK=off", "GOTOOLCHAIN=local")
	if out, err := cmd.CombinedOutput(); err != nil {
		m.t.Errorf("go %s: %v\n%.20000s", strings.Join(args, " "), err, out)
	}
}
