//go:build unix

package gen

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
)

// TestMain runs a part of a test in a process of its own, if asked to.
func TestMain(m *testing.M) {
	if part := os.Getenv("ERRGEN_TEST_PART"); part != "" {
		if uid, err := strconv.Atoi(os.Getenv("ERRGEN_TEST_UID")); err == nil {
			if err := syscall.Setuid(uid); err != nil {
				fmt.Println(err)
				os.Exit(2)
			}
		}
		parts[part](os.Getenv("ERRGEN_TEST_ARG"))
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// parts run in processes of their own.
var parts = map[string]func(arg string){"killed": killedPart, "write": writePart}

// part runs a part in the working directory and returns what it printed.
func part(name, arg string, env ...string) (string, error) {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "ERRGEN_TEST_PART="+name, "ERRGEN_TEST_ARG="+arg)
	cmd.Env = append(cmd.Env, env...)
	out, err := cmd.CombinedOutput()
	return string(out), err
}

// version is a plan of three files, all of one version, one of them long.
func version(v string) Plan {
	return planOf("a/x.go", "x"+v, "a/y.yaml", "y"+v, "b/z.go", strings.Repeat("z"+v+"\n", 20_000))
}

// writePart writes a version and prints the error.
func writePart(v string) {
	if _, err := Write("out", version(v)); err != nil {
		fmt.Println(err)
	}
}

// killedPart begins to write version 2 and is killed: halfway through staging
// (step 0), or after as many steps of the commit.
func killedPart(arg string) {
	steps, _ := strconv.Atoi(arg)
	plan := version("2")
	plan.Files, _ = plan.sorted()
	dir, _ := openOut("out", false)
	root := dir.root
	w := &writer{out: "out", root: root}
	if err := w.decide(look("out", root, plan)); err != nil {
		panic(err)
	}
	if steps == 0 {
		torn := *w.jobs[0]
		torn.Content = torn.Content[:len(torn.Content)/2]
		w.jobs = []*job{&torn}
	}
	if err := w.stage(); err != nil {
		panic(err)
	}
	for i := range steps - 1 {
		if i < len(w.jobs) {
			_ = w.replace(w.jobs[i])
		} else {
			_ = w.remove(w.stale[i-len(w.jobs)].Path)
		}
	}
	_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
	select {}
}

// TestKilledBetweenAnyTwoWrites holds that whenever a run is killed, each file
// is the old or the new one, and the next run makes all good.
func TestKilledBetweenAnyTwoWrites(t *testing.T) {
	for steps := range 6 {
		inFolder(t, map[string]string{"out/a/stale.go": content("x.go", "spec/s.yaml", "")})
		old, next := map[string]string{}, map[string]string{}
		for i, f := range version("1").Files {
			put(t, "out/"+f.Path, string(f.Content))
			old["out/"+f.Path] = string(f.Content)
			next["out/"+f.Path] = string(version("2").Files[i].Content)
		}
		if out, err := part("killed", strconv.Itoa(steps)); err == nil || !strings.Contains(err.Error(), "killed") {
			t.Fatal(out, err)
		}
		replaced := 0
		for name, text := range tree(t, "out") {
			switch {
			case text == next[name]:
				replaced++
			case text != old[name] && !isTemp(name) && name != "out/a/stale.go":
				t.Errorf("after %d steps %s is neither the old nor the new file", steps, name)
			}
		}
		if want := min(max(steps-1, 0), 3); replaced != want {
			t.Errorf("after %d steps %d files are new, want %d", steps, replaced, want)
		}
		if _, err := Write("out", version("2")); err != nil {
			t.Error(err)
		}
		expectTree(t, next)
	}
}

func TestTwoRunsAtOnceLeaveOneOutcome(t *testing.T) {
	inFolder(t, nil)
	want := map[string]bool{}
	for _, v := range []string{"1", "2"} {
		var all strings.Builder
		for _, f := range version(v).Files {
			all.Write(f.Content)
		}
		want[all.String()] = true
	}
	for range 3 {
		var wg sync.WaitGroup
		for i := range 6 {
			wg.Go(func() {
				if out, err := part("write", strconv.Itoa(1+i%2)); err != nil || out != "" {
					t.Error(out, err)
				}
			})
		}
		wg.Wait()
		files := tree(t, "out")
		if len(files) != 3 || !want[files["out/a/x.go"]+files["out/a/y.yaml"]+files["out/b/z.go"]] {
			t.Fatal("the files are not one run's")
		}
	}
}

// TestWithoutLockFilesAreWhole lets runs clean up behind each other as they do
// where a folder cannot be locked.
func TestWithoutLockFilesAreWhole(t *testing.T) {
	inFolder(t, map[string]string{"spec/s.yaml": ""})
	mustWrite(t, version("1"), "wrote out/a/x.go\nwrote out/a/y.yaml\nwrote out/b/z.go\n")
	plan := version("2")
	plan.Files, _ = plan.sorted()
	dir, err := openOut("out", false)
	if err != nil {
		t.Fatal(err)
	}
	root := dir.root
	defer dir.close()
	w := &writer{out: "out", root: root}
	if err := errors.Join(w.decide(look("out", root, plan)), w.stage()); err != nil {
		t.Fatal(err)
	}
	mustWrite(t, Plan{Declares: plan.Declares}, "removed out/a/x.go\nremoved out/a/y.yaml\nremoved out/b/z.go\n")
	if err := os.RemoveAll("out/a"); err != nil {
		t.Fatal(err)
	}
	if err := w.commit(); err != nil {
		t.Fatal(err)
	}
	w.removeEmpty()
	want := map[string]string{"spec/s.yaml": ""}
	for _, f := range plan.Files {
		want["out/"+f.Path] = string(f.Content)
	}
	expectTree(t, want)
}

func TestABusyFolderIsWaitedFor(t *testing.T) {
	inFolder(t, nil)
	if err := os.Mkdir("out", 0o777); err != nil {
		t.Fatal(err)
	}
	dir, err := openOut("out", false)
	if err != nil {
		t.Fatal(err)
	}
	root := dir.root
	unlock, err := lock(root)
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan string)
	go func() {
		out, err := part("write", "1")
		done <- fmt.Sprint(out, err)
	}()
	expectTree(t, map[string]string{"out/": ""})
	unlock()
	if got := <-done; got != "<nil>" {
		t.Error(got)
	}
}

// TestReadOnlyFolder runs as another user if the tests run as root, whom
// permissions do not stop.
func TestReadOnlyFolder(t *testing.T) {
	uid := "ERRGEN_TEST_UID="
	if os.Getuid() == 0 {
		uid += "65534"
	}
	for _, readOnly := range []string{"out/a", "out/b", "out", "."} {
		inFolder(t, nil)
		if readOnly == "." {
			chmod(t, ".", 0o555)
		} else {
			put(t, "out/a/x.go", content("x.go", "spec/s.yaml", "x1"))
			put(t, "out/b/old.go", content("x.go", "spec/s.yaml", ""))
			for _, dir := range []string{".", "out", "out/a", "out/b"} {
				chmod(t, dir, 0o777)
			}
			chmod(t, readOnly, 0o555)
		}
		if readOnly == "out" {
			if err := os.RemoveAll("out/b"); err != nil {
				t.Fatal(err)
			}
		}
		before := tree(t, ".")
		out, err := part("write", "2", uid)
		if err != nil {
			t.Fatal(out, err)
		}
		if !strings.Contains(out, ": permission denied; change the permissions, or choose another --out") {
			t.Errorf("%s read-only: %s", readOnly, out)
		}
		if after := tree(t, "."); !maps.Equal(before, after) {
			t.Errorf("%s read-only: something has changed: %v", readOnly, after)
		}
		chmod(t, readOnly, 0o777)
	}
}

// TestUnreadableFolder holds that what may be stale in a package that is written is
// not passed over, while other folders are not ours to know. It runs as another user
// if the tests run as root.
func TestUnreadableFolder(t *testing.T) {
	uid := "ERRGEN_TEST_UID="
	if os.Getuid() == 0 {
		uid += "65534"
	}
	for _, test := range []struct{ dir, want string }{
		{"out/a", "out/a: cannot read the folder: permission denied"},
		{"out/a/sub", "out/a: cannot read the folder: permission denied"},
		{"out/c", ""},
	} {
		inFolder(t, nil)
		for _, dir := range []string{".", "out", "out/a", "out/a/sub", "out/c"} {
			if err := os.MkdirAll(dir, 0o777); err != nil {
				t.Fatal(err)
			}
			chmod(t, dir, 0o777)
		}
		chmod(t, test.dir, 0o333)
		out, err := part("write", "1", uid)
		chmod(t, test.dir, 0o777)
		if err != nil || !strings.Contains(out, test.want) || (out == "") != (test.want == "") {
			t.Errorf("%s unreadable: %v, %s", test.dir, err, out)
		}
		if _, err := os.Stat("out/a/x.go"); (err == nil) != (test.want == "") {
			t.Errorf("%s unreadable: written %v", test.dir, err == nil)
		}
	}
}

func chmod(t *testing.T, name string, mode os.FileMode) {
	t.Helper()
	if err := os.Chmod(name, mode); err != nil {
		t.Fatal(err)
	}
}
