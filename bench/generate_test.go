package bench_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/seed-1b9d9f04/errgen/bench"
)

// BenchmarkGenerate makes all of n errors with two strings, each generator a
// process of its own that writes into a folder that it has to fill anew.
func BenchmarkGenerate(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			var processes []process
			for _, g := range generators(b, n) {
				processes = append(processes, process{g.name, g.args, func() { empty(b, g) }})
			}
			interleaveProcesses(b, processes...)
		})
	}
}

// empty removes all that a generator has written: of errgen the engine, too.
func empty(b *testing.B, g generator) {
	b.Helper()
	for _, dir := range []string{g.out, engineOf(g.out)} {
		if err := os.RemoveAll(dir); err != nil {
			b.Fatal(err)
		}
	}
	if err := os.MkdirAll(g.out, 0o777); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkStartup starts a process that does as good as nothing.
func BenchmarkStartup(b *testing.B) {
	t := tools(b)
	interleaveProcesses(
		b,
		process{"errgen-version", []string{t.errgen, "version"}, nil},
		process{"true", []string{"true"}, nil},
		process{"oapi-codegen-version", []string{t.oapiCodegen, "-version"}, nil},
	)
}

// BenchmarkUnchanged generates where all is as it should be: nothing is
// written. It fails if a file is.
func BenchmarkUnchanged(b *testing.B) {
	t := tools(b)
	for _, n := range []int{1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			dir := fresh(b, "unchanged", fmt.Sprint(n))
			catalog, out := filepath.Join(dir, "many.yaml"), filepath.Join(dir, "out")
			write(b, catalog, bench.Catalog(n, bench.Form{Types: "all", Params: 2}))
			generate := []string{t.errgen, "generate", "--out", out, catalog}
			must(b, generate[0], generate[1:]...)
			before := times(b, filepath.Join(out, "manyerr"))
			interleaveProcesses(
				b,
				process{"unchanged", generate, nil},
				process{"check", []string{t.errgen, "check", "--out", out, catalog}, nil},
			)
			if after := times(b, filepath.Join(out, "manyerr")); after != before {
				b.Fatalf("files were written again: before\n%s\nafter\n%s", before, after)
			}
		})
	}
}

// times lists the files of a folder with the times at which they were written.
func times(b *testing.B, dir string) (list string) {
	b.Helper()
	files, err := os.ReadDir(dir)
	if err != nil {
		b.Fatal(err)
	}
	for _, f := range files {
		info, err := f.Info()
		if err != nil {
			b.Fatal(err)
		}
		list += fmt.Sprintf("%s %d %s\n", f.Name(), info.Size(), info.ModTime())
	}
	return list
}
