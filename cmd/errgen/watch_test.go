package main

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// watching is a running "errgen generate --watch".
type watching struct {
	*testing.T
	dir   string
	cmd   *exec.Cmd
	lines chan string
}

// startWatch starts the command in a folder with files, and waits until it waits.
func startWatch(t *testing.T, files map[string]string, args ...string) *watching {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	w := &watching{T: t, dir: t.TempDir(), lines: make(chan string, 1000)}
	for name, text := range files {
		w.write(name, text)
	}
	w.cmd = &exec.Cmd{Path: exe, Args: append([]string{"errgen", "generate", "--watch"}, args...), Dir: w.dir}
	out, err := w.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	w.cmd.Stderr = w.cmd.Stdout
	if err := w.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = w.cmd.Process.Kill() }) // fails if it has ended, as it should have
	go func() {
		defer close(w.lines)
		for s := bufio.NewScanner(out); s.Scan(); {
			w.lines <- s.Text()
		}
	}()
	return w
}

// write writes a file as editors do: another one that takes its place.
func (w *watching) write(name, text string) {
	w.Helper()
	file := filepath.Join(w.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		w.Fatal(err)
	}
	if err := os.WriteFile(file+"~", []byte(text), 0o666); err != nil {
		w.Fatal(err)
	}
	if err := os.Rename(file+"~", file); err != nil {
		w.Fatal(err)
	}
}

// until is what the command says until it waits again.
func (w *watching) until() string {
	w.Helper()
	var said []string
	for late := time.After(60 * time.Second); ; {
		select {
		case line, ok := <-w.lines:
			said = append(said, line)
			if !ok || strings.HasSuffix(line, "waiting for changes") {
				return strings.Join(said, "\n")
			}
		case <-late:
			w.Fatalf("it does not wait after\n%s", strings.Join(said, "\n"))
		}
	}
}

// says checks what the command says until it waits again.
func (w *watching) says(want ...string) {
	w.Helper()
	got := w.until()
	for _, text := range want {
		if !strings.Contains(got, text) {
			w.Errorf("no %q in\n%s", text, got)
		}
	}
}

// has checks whether a file has a text.
func (w *watching) has(name, text string, want bool) {
	w.Helper()
	data, err := os.ReadFile(filepath.Join(w.dir, filepath.FromSlash(name)))
	if err != nil || strings.Contains(string(data), text) != want {
		w.Errorf("%s: %q is %v there, %v", name, text, !want, err)
	}
}

// end interrupts the command, which then has nothing more to say.
func (w *watching) end() {
	w.Helper()
	if err := w.cmd.Process.Signal(os.Interrupt); err != nil {
		w.Fatal(err)
	}
	for line := range w.lines {
		w.Errorf("said at the end: %s", line)
	}
	if err := w.cmd.Wait(); err != nil {
		w.Errorf("ended with %v", err)
	}
}

func TestWatch(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a process cannot be interrupted")
	}
	const begin = "errgen: 1\npackage: shop\ninclude: [../common/shared.yaml]\nerrors:\n  OrderGone: {status: 410, code: ORDER_GONE}\n"
	const shared = "errgen: 1\nenvelopes:\n  Problem: {body: {properties: {code: {type: string}}}}\n"
	w := startWatch(t, map[string]string{"go.mod": "module example.com/shop\n", "spec/shop.yaml": begin, "common/shared.yaml": shared})
	w.says("wrote generated/shop/errors.go")
	w.write("spec/shop.yaml", begin+"  OrderLocked: {status: 409, code: ORDER_LOCKED}\n")
	w.says("wrote generated/shop/errors.go")
	w.has("generated/shop/errors.go", "ErrOrderLocked", true)

	w.write("spec/shop.yaml", begin+"  OrderLocked: {status: 409, cod: ORDER_LOCKED\n")
	w.says("spec/shop.yaml:", "[yaml-syntax]", "nothing was done")
	w.has("generated/shop/errors.go", "ErrOrderLocked", true)
	w.write("spec/shop.yaml", begin)
	w.says("wrote generated/shop/errors.go")
	w.has("generated/shop/errors.go", "ErrOrderLocked", false)

	w.write("common/shared.yaml", strings.Replace(shared, "code: {type: string}", "code: {type: string}, hint: {type: string}", 1))
	w.says("wrote generated/shop/openapi.yaml")
	w.has("generated/shop/openapi.yaml", "hint", true)

	w.write("spec/other.yaml", strings.Replace(begin, "package: shop", "package: other", 1))
	w.says("wrote generated/other/errors.go")
	if err := os.Remove(filepath.Join(w.dir, "spec", "other.yaml")); err != nil {
		t.Fatal(err)
	}
	w.says("removed generated/other/errors.go")

	w.write("errgen.yaml", "emit: [docs]\nout: docs/errors\n")
	w.says("wrote docs/errors/shop/ERRORS.md")
	w.write("errgen.yaml", "emit: [doc]\n")
	w.says("errgen.yaml:1:8", "waiting")
	w.write("errgen.yaml", "emit: [docs]\nout: docs/errors\n")
	w.says("all is as it should be")
	w.end()
}

// TestWatchIsQuiet: what is no catalog, and what is generated, is no reason to do anything.
func TestWatchIsQuiet(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a process cannot be interrupted")
	}
	const catalog = "errgen: 1\npackage: shop\nenvelopes: {Empty: {}}\nerrors:\n  Gone: {status: 410}\n"
	w := startWatch(t, map[string]string{"go.mod": "module example.com/shop\n", "shop.yaml": catalog}, "--out", "out", "shop.yaml")
	w.says("wrote out/shop/openapi.yaml")
	w.write(".shop.yaml.swp", "x")
	w.write("4913", "")
	w.write("notes.txt", "x")
	made, err := os.ReadFile(filepath.Join(w.dir, "out", "shop", "openapi.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	w.write("out/shop/openapi.yaml", string(made)+"# more\n")
	time.Sleep(5 * quiet)
	select {
	case line := <-w.lines:
		t.Errorf("said without a reason: %s", line)
	default:
	}
	for i := range 20 { // a save in many steps is one
		w.write("shop.yaml", catalog+strings.Repeat("# more\n", i))
	}
	w.says("wrote out/shop/openapi.yaml")
	w.end()
}

func TestWatchIsForPeople(t *testing.T) {
	var out, err strings.Builder
	if status := run([]string{"generate", "--watch", "--format", "json"}, &out, &err); status != statusUnusable || !strings.Contains(out.String()+err.String(), "leave --format json out") {
		t.Errorf("%d: %s%s", status, out.String(), err.String())
	}
}
