package gen

import (
	"slices"
	"testing"
)

// The engine's files are brought by each catalog, and written once; no other file
// may be there twice, nor two different ones of the engine.
func TestFilesOfTheEngineAreShared(t *testing.T) {
	engine := EngineDir + "/scan.go"
	for _, c := range []struct {
		name  string
		pairs []string
		want  []string // nil: a fault
	}{
		{"the same", []string{engine, "1", "a/x.go", "1", engine, "1"}, []string{"a/x.go", engine}},
		{"of two catalogs at once", []string{engine, "1", engine, "1", engine, "1"}, []string{engine}},
		{"two files alike", []string{engine, "1", EngineDir + "/match.go", "1"}, []string{EngineDir + "/match.go", engine}},
		{"another", []string{engine, "1", engine, "2"}, nil},
		{"not of the engine", []string{"a/x.go", "1", "a/x.go", "1"}, nil},
		{"below the engine", []string{EngineDir + "/b/x.go", "1", EngineDir + "/b/x.go", "1"}, nil},
	} {
		files, err := planOf(c.pairs...).sorted()
		var got []string
		for _, f := range files {
			got = append(got, f.Path)
		}
		if c.want == nil && err == nil || c.want != nil && (err != nil || !slices.Equal(got, c.want)) {
			t.Errorf("%s: %v, %v", c.name, got, err)
		}
	}
}

func TestImportPathsThatUsersGive(t *testing.T) {
	for path, ok := range map[string]bool{
		"example.com/a/b": true, "example.com": true, "": false, "/a": false, "a//b": false, "example.com/a b": false, "example.com/../b": false,
	} {
		if err := CheckImportPath(path); (err == nil) != ok {
			t.Errorf("%q: %v", path, err)
		}
	}
}
