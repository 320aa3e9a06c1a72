package load_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model/load"
)

func TestFolders(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{
		"go.mod":                "module x\n",
		"spec/a.yaml":           "errgen: 1\npackage: a\ninclude: [../common/s.yaml, ../gone/g.yaml]\n",
		"spec/deep/b.yaml":      "errgen: 1\npackage: b\n",
		"spec/testdata/c.yaml":  "errgen: 1\npackage: c\n",
		"spec/deep/.git/c.yaml": "errgen: 1\npackage: c\n",
		"common/s.yaml":         "errgen: 1\ntypes: {}\n",
	} {
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		paths, want []string
	}{
		{[]string{"spec"}, []string{"common", "gone", "spec"}},
		{[]string{"spec/..."}, []string{"common", "gone", "spec", "spec/deep"}},
		{[]string{"spec/deep/b.yaml"}, []string{"spec/deep"}},
		{[]string{"spec/none.yaml"}, []string{"spec"}},
		{[]string{"nowhere"}, []string{"."}},
	} {
		if got := load.Folders(c.paths); !slices.Equal(got, c.want) {
			t.Errorf("%v: %v, not %v", c.paths, got, c.want)
		}
	}
}
