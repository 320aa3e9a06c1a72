package gen

import (
	"os"
	"slices"
	"strconv"
	"testing"
)

func TestCatalogsAreNamedWithoutTheirFolder(t *testing.T) {
	for catalog, want := range map[string]string{"spec/s.yaml": "s.yaml", "./s.yaml": "s.yaml", "../a/b/s.yml": "s.yml", "/s": "s"} {
		if got := CatalogName(catalog); got != want {
			t.Errorf("CatalogName(%q) = %q, want %q", catalog, got, want)
		}
	}
}

// TestCatalogsAreFoundWhereverTheyLie has one package p in the output folder, that the
// run does not make, and asks whether it is stale.
func TestCatalogsAreFoundWhereverTheyLie(t *testing.T) {
	for _, c := range []struct {
		name  string
		files map[string]string
		out   string
		given string
		lost  bool
	}{
		{"no catalog", map[string]string{"spec/s.yaml": "other"}, "out", "spec", true},
		{"beside the one given", map[string]string{"spec/p.yaml": "p", "spec/s.yaml": ""}, "out", "spec/s.yaml", false},
		{"in the folder given", map[string]string{"spec/p.yml": "p"}, "out", "spec", false},
		{"with another name's ending, as the header says", map[string]string{"spec/p.cat": "p", "spec/s.yaml": ""}, "out", "spec", false},
		{"with another name's ending", map[string]string{"spec/q.cat": "p", "spec/s.yaml": ""}, "out", "spec", true},
		{"elsewhere in the repository", map[string]string{".git": "", "a/b/p.yaml": "p", "sub/go.mod": "", "sub/s.yaml": ""}, "sub/out", "sub", false},
		{"beyond the repository", map[string]string{"sub/.git": "", "a/b/p.yaml": "p", "sub/s.yaml": ""}, "sub/out", "sub", true},
		{"elsewhere in the module", map[string]string{"sub/go.mod": "", "sub/a/p.yaml": "p", "sub/b/s.yaml": ""}, "sub/b/out", "sub/b", false},
		{"beyond the module", map[string]string{"sub/go.mod": "", "p.yaml": "p", "sub/s.yaml": ""}, "sub/out", "sub", true},
		{"in the repository of the catalog given", map[string]string{"r/.git/x": "", "r/a/p.yaml": "p", "r/b/s.yaml": "", "sub/.git": ""}, "sub/out", "r/b", false},
		{"no repository, no module", map[string]string{"a/p.yaml": "p"}, "out", "a", false},
		{"around a repository that is the output folder", map[string]string{".git/x": "", "p.yaml": "p", "out/.git": "", "spec/s.yaml": ""}, "out", "spec", false},
		{"hidden", map[string]string{".x/p.yaml": "p", "spec/s.yaml": ""}, "out", "spec", true},
		{"of a Node package", map[string]string{"node_modules/p.yaml": "p", "spec/s.yaml": ""}, "out", "spec", true},
		{"given, although hidden", map[string]string{".x/p.yaml": "p"}, "out", ".x", false},
		{"not there any more", nil, "out", "gone", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			file := c.out + "/p/x.go"
			inFolder(t, map[string]string{"go.mod": "", file: content("x.go", "p.cat", "")})
			for name, text := range c.files {
				put(t, name, text)
			}
			diffs, err := Check(c.out, Plan{Paths: []string{c.given}, Declares: declares})
			if err != nil || (len(diffs) == 1) != c.lost {
				t.Errorf("%v, %v", diffs, err)
			}
		})
	}
}

func TestOfASearchThatIsTooLongNothingIsConcluded(t *testing.T) {
	files := map[string]string{}
	for i := range 10 {
		files["spec/"+strconv.Itoa(i)+".yaml"] = ""
	}
	inFolder(t, files)
	for left, want := range map[int][]string{11: {"p"}, 10: nil} {
		o := &origins{declares, nil, []string{"p"}, left}
		if err := o.search("spec"); (err == nil) != (want != nil) {
			t.Errorf("%d files: %v", left, err)
		}
		o = &origins{declares, nil, []string{"p"}, left}
		if got := o.lost("spec/out", []string{"spec"}); want == nil && got != nil {
			t.Errorf("%d files: %q", left, got)
		}
	}
}

// TestAnUnreadableFolderIsPassedOver runs where permissions count.
func TestAnUnreadableFolderIsPassedOver(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("nothing is unreadable to root")
	}
	inFolder(t, map[string]string{"a/x": "", "b/p.yaml": "p"})
	chmod(t, "a", 0)
	defer chmod(t, "a", 0o777)
	o := &origins{declares, nil, []string{"p", "q"}, 100}
	if got := o.lost("out", []string{"."}); !slices.Equal(got, []string{"q"}) {
		t.Errorf("%q", got)
	}
}
