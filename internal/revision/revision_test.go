package revision

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// repository makes a repository in the working directory of the test, with a commit.
func repository(t *testing.T, files map[string]string) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("no git")
	}
	t.Chdir(t.TempDir())
	git(t, "init", "-q")
	for name, text := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("shop.yaml", "link.yaml"); err != nil {
		t.Fatal(err)
	}
	git(t, "add", "-A")
	git(t, "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-q", "-m", "first")
}

func git(t *testing.T, args ...string) {
	t.Helper()
	if out, err := exec.Command("git", args...).CombinedOutput(); err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
}

// TestCommit reads files and folders as they were committed, whatever stands there now.
func TestCommit(t *testing.T) {
	repository(t, map[string]string{"shop.yaml": "then", "spec/a\nb.yaml": "odd", "spec/deep/x.yaml": "deep", "empty": ""})
	if err := os.WriteFile("shop.yaml", []byte("now"), 0o666); err != nil {
		t.Fatal(err)
	}
	hash, err := Find("HEAD")
	if err != nil {
		t.Fatal(err)
	}
	c, err := Open(hash)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"shop.yaml": "then", "./spec//a\nb.yaml": "odd", "spec/deep/x.yaml": "deep", "empty": ""} {
		if got, err := c.ReadFile(name); err != nil || string(got) != want {
			t.Errorf("%q: %q, %v", name, got, err)
		}
	}
	for name, want := range map[string]string{
		"none.yaml": "not exist", "shop.yaml/x": "not exist", "../shop.yaml": "not exist", "spec": "folder", "link.yaml": "it is a symbolic link", "link.yaml/x": "`link.yaml` is a symbolic link",
	} {
		_, err := c.ReadFile(name)
		if pe := new(fs.PathError); !errors.As(err, &pe) || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", name, err)
		}
	}
	files, folders, err := c.ReadDir("spec")
	if err != nil || !slices.Equal(files, []string{"a\nb.yaml"}) || !slices.Equal(folders, []string{"deep"}) {
		t.Errorf("got %q, %q, %v", files, folders, err)
	}
	if files, _, err := c.ReadDir("."); err != nil || !slices.Equal(files, []string{"empty", "link.yaml", "shop.yaml"}) {
		t.Errorf("got %q, %v", files, err)
	}
	if _, _, err := c.ReadDir("shop.yaml"); err == nil {
		t.Error("a file is a folder")
	}
	if err := c.Close(); err != nil {
		t.Error(err)
	}
}

// TestFind: what is no commit is none, and is never an option of git.
func TestFind(t *testing.T) {
	repository(t, map[string]string{"shop.yaml": ""})
	git(t, "tag", "v1")
	head, _ := Find("HEAD")
	for _, name := range []string{"v1", "HEAD^0", head} {
		if got, err := Find(name); err != nil || got != head {
			t.Errorf("%s: %s, %v", name, got, err)
		}
	}
	for _, name := range []string{"", "v2", "--output=x", "-h", "--all", "HEAD\n--all", "a\x00b", "HEAD:shop.yaml", "^HEAD", "HEAD..HEAD", "; touch x"} {
		if got, err := Find(name); !errors.Is(err, ErrNone) {
			t.Errorf("%q: %s, %v", name, got, err)
		}
	}
	if list, _ := os.ReadDir("."); len(list) != 3 {
		t.Errorf("there are files more: %v", list)
	}
}

// TestFetchCommand: the remote is that which the revision names, and a shell takes the
// revision as one word.
func TestFetchCommand(t *testing.T) {
	repository(t, map[string]string{"shop.yaml": ""})
	git(t, "remote", "add", "origin", "https://git.example/shop")
	git(t, "remote", "add", "up", "https://git.example/up")
	for revision, want := range map[string]string{
		"origin/main":              "git fetch origin main:refs/remotes/origin/main",
		"up/a/b":                   "git fetch up a/b:refs/remotes/up/a/b",
		"main":                     "git fetch origin refs/heads/main:refs/heads/main",
		"v1.2.0":                   "git fetch origin refs/tags/v1.2.0:refs/tags/v1.2.0",
		"refs/tags/sub/v1.2.0":     "git fetch origin refs/tags/sub/v1.2.0:refs/tags/sub/v1.2.0",
		"refs/remotes/origin/main": "git fetch origin main:refs/remotes/origin/main",
		"HEAD~99":                  "",
		"HEAD":                     "",
		"main..HEAD":               "",
		"a\nb":                     "",
		"@{upstream}":              "",
		"":                         "",
		"--output=x":               "git fetch origin 'refs/heads/--output=x:refs/heads/--output=x'",
		"0123456789012345678901234567890123456789": "git fetch origin 0123456789012345678901234567890123456789",
		"x'$(y)": `git fetch origin 'refs/heads/x'\''$(y):refs/heads/x'\''$(y)'`,
	} {
		if got := FetchCommand(revision); got != want {
			t.Errorf("%q: %s", revision, got)
		}
	}
	root, shallow := t.TempDir(), t.TempDir()
	t.Chdir(root)
	git(t, "init", "-q", "-b", "main")
	for range 2 {
		git(t, "commit", "-q", "--allow-empty", "-m", "x")
	}
	git(t, "clone", "-q", "--depth=1", "file://"+root, shallow)
	t.Chdir(shallow)
	for revision, want := range map[string]string{"HEAD~1": "git fetch --unshallow", "origin/next": "git fetch --depth=1 origin next:refs/remotes/origin/next"} {
		if got := FetchCommand(revision); got != want {
			t.Errorf("%s: %s", revision, got)
		}
	}
}
