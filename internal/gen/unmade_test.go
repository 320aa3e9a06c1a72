package gen

import (
	"slices"
	"testing"
)

func TestUnmadeFiles(t *testing.T) {
	inFolder(t, map[string]string{
		"out/a/x.go": "package a\n", "out/a/zz.go": "package a\n", "out/a/zz_test.go": "package a\n", "out/a/z.s": "", "out/a/z.txt": "",
		"out/a/_z.go": "", "out/a/.z.go": "", "out/a/sub/z.go": "", "out/a/old.go": content("old.go", "spec/s.yaml", "1"),
		"out/b/z.go": "", "out/internal/errgen/z.go": "", "real/z.go": "",
	})
	link(t, "../../real/z.go", "out/a/linked.go")
	plan := planOf("a/x.go", "1", "b/y.yaml", "1")
	plan.Files = append(plan.Files, File{EngineDir + "/x.go", []byte("// " + SharedHeader + "\n")})
	got, err := Unmade("out", plan)
	want := []string{"out/a/linked.go", "out/a/z.s", "out/a/zz.go", "out/internal/errgen/z.go"}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%v, %v", got, err)
	}
	if got, err := Unmade("nowhere", plan); got != nil || err != nil {
		t.Errorf("%v, %v", got, err)
	}
}
