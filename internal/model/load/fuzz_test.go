package load

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/report"
)

// FuzzLoad holds the loader to three things for any bytes: it returns, its
// findings have places within the file and one line each, and it says the same
// twice.
func FuzzLoad(f *testing.F) {
	f.Add([]byte(everyKey))
	catalogs, _ := filepath.Glob("../../../spec/*.yaml")
	for _, name := range catalogs {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	cases, _ := filepath.Glob("../../../testdata/diag/*.txtar")
	for _, name := range cases {
		a, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(a.Files[0].Data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var first, second diag.List
		file := Bytes("f.yaml", data, &first)
		if !reflect.DeepEqual(file, Bytes("f.yaml", data, &second)) || !reflect.DeepEqual(first.Sorted(), second.Sorted()) {
			t.Error("not the same twice")
		}
		if file == nil && first.Len() == 0 {
			t.Error("neither a file nor a finding")
		}
		lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(data)), "\n")
		for _, d := range first.Sorted() {
			checkPlace(t, d, lines)
		}
		var b strings.Builder
		if err := report.WriteText(&b, first.Sorted()); err != nil {
			t.Error(err)
		}
		for _, r := range b.String() {
			if r != '\n' && (r < ' ' || r == 0x7f || r == '\u202e' || r == '\u2028') {
				t.Errorf("U+%04X is printed", r)
			}
		}
	})
}

func checkPlace(t *testing.T, d diag.Diagnostic, lines []string) {
	if d.Message == "" || d.Remedy == "" || d.Pos.File != "f.yaml" {
		t.Errorf("incomplete: %+v", d)
	}
	if !d.Pos.IsValid() {
		return
	}
	if d.Pos.Line > len(lines) || d.Pos.Column < 1 || d.Pos.Column > utf8.RuneCountInString(lines[d.Pos.Line-1])+1 {
		t.Errorf("no such place: %+v", d)
	}
}
