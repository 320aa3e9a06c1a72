package main

import (
	"bytes"
	"os"
	"os/exec"
	"testing"
)

// TestInitStyles: the catalog of each style generates at once, is laid out, has no finding
// of the linter, and its package passes go vet and its own tests. Each has a folder of one
// module.
func TestInitStyles(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles packages")
	}
	t.Chdir(t.TempDir())
	if err := os.WriteFile("go.mod", []byte("module example.com/shop\n\ngo 1.21\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, style := range styles {
		t.Run(style, func(t *testing.T) {
			if err := os.Mkdir(style, 0o777); err != nil {
				t.Fatal(err)
			}
			t.Chdir(style)
			for _, args := range [][]string{{"init", "--style", style}, {"generate"}, {"check"}, {"lint", "--fail", "info"}, {"fmt", "--check"}} {
				var stdout, stderr bytes.Buffer
				if status := run(args, &stdout, &stderr); status != 0 {
					t.Fatalf("%v: exit status %d\n%s%s", args, status, stdout.String(), stderr.String())
				}
			}
			var stderr bytes.Buffer
			if status := run([]string{"init", "--style", style}, &bytes.Buffer{}, &stderr); status == 0 {
				t.Error("init ran twice")
			}
		})
	}
	cmd := exec.Command("go", "test", "-vet=all", "./...")
	cmd.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=off", "GOPROXY=off")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("go test: %v\n%s", err, out)
	}
}
