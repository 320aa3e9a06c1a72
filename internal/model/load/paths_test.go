package load

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

const sharedFileText = "errgen: 1\nenvelopes: {E: {body: {type: string, field: text}}}\n"

func catalogText(pkg string, more ...string) string {
	return "errgen: 1\npackage: " + pkg + "\n" + strings.Join(more, "\n") + "\n"
}

// folder makes a working directory that holds files.
func folder(t *testing.T, files map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, text := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// loaded are the paths of the catalogs, and the findings as "place code".
func loaded(paths ...string) (files, findings []string) {
	var l diag.List
	catalogs, _ := Paths(paths, &l)
	for _, f := range catalogs {
		files = append(files, f.Path)
	}
	for _, d := range l.Sorted() {
		findings = append(findings, fmt.Sprintf("%s %s", d.Pos, d.Code))
	}
	return files, findings
}

func TestPaths(t *testing.T) {
	const envelopes = "envelopes: {}"
	folder(t, map[string]string{
		"spec/b.yml":         catalogText("b", envelopes),
		"spec/a.yaml":        catalogText("a", "include: [common.yaml]"),
		"spec/common.yaml":   sharedFileText,
		"spec/.hidden.yaml":  "nonsense",
		"spec/notes.txt":     "nonsense",
		"spec/deep/c.yaml":   catalogText("c", "include: [../common.yaml]"),
		"other/d.catalog":    catalogText("d", envelopes),
		"other/own/e.yaml":   catalogText("e", "include: [../common.yaml]"),
		"other/common.yaml":  sharedFileText,
		"only/common.yaml":   sharedFileText,
		"broken/broken.yaml": "{",
	})
	if err := os.Symlink("a.yaml", "spec/z-link.yaml"); err != nil {
		t.Fatal(err)
	}
	wd, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	cases := []struct {
		name            string
		paths           []string
		files, findings []string
	}{
		{"a folder, not those within", []string{"spec"}, []string{"spec/a.yaml", "spec/b.yml"}, nil},
		{"spellings of one folder", []string{"./spec/", "spec", filepath.Join(wd, "spec")}, []string{"spec/a.yaml", "spec/b.yml"}, nil},
		{"a file twice, and its link", []string{"spec/z-link.yaml", "spec/a.yaml", "./spec/a.yaml"}, []string{"spec/a.yaml"}, nil},
		{"any order", []string{"spec/b.yml", "spec/a.yaml"}, []string{"spec/a.yaml", "spec/b.yml"}, nil},
		{"a file of any name", []string{"other/d.catalog"}, []string{"other/d.catalog"}, nil},
		{"an include that leaves the file's folder", []string{"other/own/e.yaml"}, []string{"other/own/e.yaml"},
			[]string{"other/own/e.yaml:3:11 include-path"}},
		{"an include within another folder given", []string{"other/own/e.yaml", "other/d.catalog"},
			[]string{"other/d.catalog", "other/own/e.yaml"}, nil},
		{"the same the other way round", []string{"other/d.catalog", "other/own/e.yaml"},
			[]string{"other/d.catalog", "other/own/e.yaml"}, nil},
		{"only shared files", []string{"only"}, nil, []string{"only/common.yaml no-catalog"}},
		{"a shared file beside catalogs", []string{"spec/common.yaml", "spec/b.yml"}, []string{"spec/b.yml"}, nil},
		{"what does not exist", []string{"nowhere", "spec/b.yml"}, []string{"spec/b.yml"}, []string{"nowhere unreadable-file"}},
		{"what is no YAML", []string{"broken"}, nil, []string{"broken no-catalog"}},
		{"what is no YAML, named", []string{"broken/broken.yaml"}, nil, []string{"broken/broken.yaml:1:1 yaml-syntax"}},
		{"no catalog in a folder", []string{"."}, nil, []string{". no-catalog"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			files, findings := loaded(c.paths...)
			if d := cmp.Diff(c.files, files); d != "" {
				t.Error(d)
			}
			if d := cmp.Diff(c.findings, findings); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestFoldersWithin(t *testing.T) {
	const envelopes = "envelopes: {}"
	folder(t, map[string]string{
		"services/a/errors.yaml":         catalogText("a", "include: [../../shared/common.yaml]"),
		"services/b/errors.yaml":         catalogText("b", "include: [../../shared/errors.yaml]"),
		"services/b/deploy.yaml":         "kind: Service\n",
		"services/b/chart.yaml":          "{{ if .Values.errgen }}\n",
		"services/b/ci.yaml":             "jobs:\n  errgen: {run: errgen check}\n",
		"services/b/empty.yaml":          "# nothing\n",
		"services/forgot/errors.yaml":    "package: c\nenvelopes: {}\n",
		"services/b/testdata/x.yaml":     catalogText("x", envelopes),
		"services/b/_old/x.yaml":         catalogText("x", envelopes),
		"services/b/.cache/x.yaml":       catalogText("x", envelopes),
		"services/b/node_modules/x.yaml": catalogText("x", envelopes),
		"services/vendor/x.yaml":         catalogText("x", envelopes),
		"shared/common.yaml":             sharedFileText,
		"shared/errors.yaml":             sharedFileText + "errors: {Gone: {status: 410}}\n",
		"other/kind.yaml":                "kind: Service\n",
		".git":                           "gitdir: elsewhere\n",
		"services/a/go.mod":              "module a\n",
	})
	var l diag.List
	catalogs, passed := Paths([]string{"./services/..."}, &l)
	var names, findings []string
	for _, f := range catalogs {
		names = append(names, f.Path)
	}
	for _, d := range l.Sorted() {
		findings = append(findings, fmt.Sprintf("%s %s", d.Pos, d.Code))
	}
	for _, tt := range []struct{ got, want []string }{
		{names, []string{"services/a/errors.yaml", "services/b/errors.yaml", "services/forgot/errors.yaml"}},
		{passed, []string{"services/b/chart.yaml", "services/b/ci.yaml", "services/b/deploy.yaml", "services/b/empty.yaml"}},
		{findings, []string{"services/forgot/errors.yaml:1:1 missing-key"}},
	} {
		if d := cmp.Diff(tt.want, tt.got); d != "" {
			t.Error(d)
		}
	}
	for paths, want := range map[string]string{
		"other":                  "other no-catalog",
		"other/...":              "other no-catalog",
		"other/kind.yaml":        "other/kind.yaml:1:1 missing-key", // it was named
		"nowhere/...":            "nowhere unreadable-file",
		"shared/common.yaml/...": "shared/common.yaml unreadable-file",
		"shared":                 "shared/errors.yaml:1:1 missing-key",
		"services/a shared":      "shared/errors.yaml:1:1 missing-key",
		"services/b shared":      "",
		"...":                    "services/forgot/errors.yaml:1:1 missing-key",
	} {
		_, findings := loaded(strings.Fields(paths)...)
		if len(findings) == 0 {
			findings = []string{""}
		}
		if findings[0] != want {
			t.Errorf("%s: %q, want %q", paths, findings, want)
		}
	}
}

// TestIncludesWithinTheRepository: the mark of its root decides, wherever errgen runs.
func TestIncludesWithinTheRepository(t *testing.T) {
	files := map[string]string{
		"repo/services/a/errors.yaml": catalogText("a", "include: [../../shared/common.yaml]"),
		"repo/services/b/errors.yaml": catalogText("b", "include: [../../../outside.yaml]"),
		"repo/shared/common.yaml":     sharedFileText,
		"outside.yaml":                sharedFileText,
	}
	for _, mark := range []string{".git", "go.mod", "errgen.yaml"} {
		files["repo/"+mark] = "x: y\n"
		folder(t, files)
		delete(files, "repo/"+mark)
		for range 2 {
			if _, findings := loaded("repo/services/a/errors.yaml"); len(findings) > 0 {
				t.Error(mark, findings)
			}
			if _, findings := loaded("repo/services/b/errors.yaml"); len(findings) != 1 || !strings.HasSuffix(findings[0], "include-path") {
				t.Error(mark, findings)
			}
			t.Chdir("repo/services/a")
			if _, findings := loaded("errors.yaml"); len(findings) > 0 {
				t.Error(mark, findings)
			}
			if _, findings := loaded("../b/errors.yaml"); len(findings) != 1 || !strings.HasSuffix(findings[0], "include-path") {
				t.Error(mark, findings)
			}
			t.Chdir("../../..")
		}
	}
}

// TestIncludesDoNotFollowLinksOut: a link within the folder may not be a way to
// read what lies outside of it.
func TestIncludesDoNotFollowLinksOut(t *testing.T) {
	folder(t, map[string]string{
		"spec/a.yaml":        catalogText("a", "include: [link.yaml, inner.yaml]"),
		"spec/lib/real.yaml": "errgen: 1\ntypes: {T: {type: string}}\n",
		"secret.yaml":        sharedFileText,
	})
	for link, target := range map[string]string{"spec/link.yaml": "../secret.yaml", "spec/inner.yaml": "lib/real.yaml"} {
		if err := os.Symlink(target, link); err != nil {
			t.Fatal(err)
		}
	}
	files, findings := loaded("spec/a.yaml")
	if len(files) != 1 || len(findings) != 1 || findings[0] != "spec/a.yaml:3:11 unreadable-file" {
		t.Error(files, findings)
	}
}

// TestNoWaitingForPipes: a named pipe is refused, not opened.
func TestNoWaitingForPipes(t *testing.T) {
	folder(t, map[string]string{"a.yaml": catalogText("a", "include: [pipe.yaml]")})
	if err := syscall.Mkfifo("pipe.yaml", 0o666); err != nil {
		t.Skip(err)
	}
	if _, findings := loaded("pipe.yaml", "a.yaml"); cmp.Diff(findings,
		[]string{"a.yaml:3:11 unreadable-file", "pipe.yaml unreadable-file"}) != "" {
		t.Error(findings)
	}
}

// TestIncluded: what is included is loaded with its places, once for all.
func TestIncluded(t *testing.T) {
	folder(t, map[string]string{
		"a.yaml":        catalogText("a", "include: [lib/one.yaml, lib/two.yaml]"),
		"b.yaml":        catalogText("b", "include: [lib/two.yaml]"),
		"lib/one.yaml":  sharedFileText,
		"lib/two.yaml":  "errgen: 1\nx-note: types\ntypes:\n  T: {type: strin, minLenght: 1}\n",
		"lib/three.yml": "errgen: 1\n",
	})
	var l diag.List
	files, _ := Paths([]string{"."}, &l)
	if len(files) != 2 || len(files[0].Included) != 2 || len(files[1].Included) != 1 {
		t.Fatal(files, l.Sorted())
	}
	if files[0].Included[1] != files[1].Included[0] {
		t.Error("lib/two.yaml was loaded twice")
	}
	name := files[0].Included[1].Types[0].Name
	if want := (Text{Pos: diag.Pos{File: "lib/two.yaml", Line: 4, Column: 3}, S: "T"}); name != want {
		t.Errorf("%+v", name)
	}
	if l.Len() != 1 || l.Sorted()[0].Code != diag.UnknownKey {
		t.Error(l.Sorted())
	}
}

func TestBytesWithReader(t *testing.T) {
	var l diag.List
	text := catalogText("a", "include: [lib/one.yaml, ../out.yaml]")
	var asked []string
	f := BytesWith("spec/a.yaml", []byte(text), func(path string) ([]byte, error) {
		asked = append(asked, path)
		return []byte(sharedFileText), nil
	}, &l)
	if len(f.Included) != 1 || cmp.Diff(asked, []string{"spec/lib/one.yaml"}) != "" {
		t.Error(asked, f.Included)
	}
	if l.Len() != 1 || l.Sorted()[0].Code != diag.IncludePath {
		t.Error(l.Sorted())
	}
}

// Of a file that a link leads to nothing is quoted, unless it is a catalog: it may be
// somebody's secret.
func TestLinkedSecrets(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	for name, text := range map[string]string{"secret": "https://user:hunter2@example.com: {", "catalog": "errgen: 1\npackage: t\nbad: 1\n"} {
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(name, name+".yaml"); err != nil {
			t.Skip(err)
		}
	}
	var l diag.List
	Paths([]string{"secret.yaml"}, &l)
	if got := l.Sorted(); len(got) != 1 || got[0].Code != diag.NoCatalog || got[0].Pos.Line != 0 || strings.Contains(got[0].Message, "hunter2") {
		t.Errorf("%v", got)
	}
	l = diag.List{}
	if files, _ := Paths([]string{"catalog.yaml"}, &l); len(files) != 1 || l.Len() == 0 {
		t.Errorf("%v", l.Sorted())
	}
}
