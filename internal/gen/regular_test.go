package gen

import (
	"os"
	"strings"
	"testing"
)

// TestOddFiles: what is no regular file, or has no sane size, is not read, and nothing is
// written.
func TestOddFiles(t *testing.T) {
	ours := content("x.go", "spec/s.yaml", "old")
	for _, c := range []struct {
		name string
		make func(path string) error
		want string
	}{
		{"out/a/x.go", mkfifo, "out/a/x.go: is not a regular file; move it, or choose another --out"},
		{"out/a/x.go", sparse(ours), "out/a/x.go: cannot read the file: it has 8589934592 bytes, more than the 268435456 that are read; run errgen again when that is mended"},
		{"out/a/old.go", sparse(ours), "out/a/old.go: cannot read the file: it has 8589934592 bytes, more than the 268435456 that are read; run errgen again when that is mended"},
		{"out/a/pipe.go", mkfifo, ""},
		{"out/other/pipe.go", mkfifo, ""},
	} {
		inFolder(t, map[string]string{"out/a/y.go": content("y.go", "spec/s.yaml", "1")})
		put(t, c.name, "")
		if err := os.Remove(c.name); err != nil {
			t.Fatal(err)
		}
		if err := c.make(c.name); err != nil {
			t.Skip("cannot be made here: ", err)
		}
		_, err := Write("out", planOf("a/x.go", "1", "a/y.go", "1"))
		if got := errorText(err); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
		if _, err := Check("out", planOf("a/x.go", "1", "a/y.go", "1")); errorText(err) != c.want {
			t.Errorf("%s: check: %v", c.name, err)
		}
	}
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// sparse makes a file that begins with a text and pretends to have 8 GiB.
func sparse(begin string) func(string) error {
	return func(path string) error {
		if err := os.WriteFile(path, []byte(begin), 0o666); err != nil {
			return err
		}
		return os.Truncate(path, 8<<30)
	}
}

// TestOddModules: a go.mod that cannot be read is no module without a name.
func TestOddModules(t *testing.T) {
	for _, c := range []struct {
		make func(path string) error
		want string
	}{
		{mkfifo, "cannot read the module's name: it is not a regular file"},
		{sparse("module example.com/x\n"), "cannot read the module's name: it has 8589934592 bytes"},
		{func(path string) error { return os.WriteFile(path, nil, 0) }, "cannot read the module's name: permission denied"},
	} {
		inFolder(t, nil)
		if err := c.make("go.mod"); err != nil {
			t.Skip("cannot be made here: ", err)
		}
		if os.Geteuid() == 0 && strings.Contains(c.want, "permission") {
			t.Skip("root reads everything")
		}
		got, err := ImportPath("out", "a")
		if got != "" || !strings.Contains(errorText(err), c.want) {
			t.Errorf("%q, %v; want %s", got, err, c.want)
		}
	}
}
