package lsp

import (
	"path/filepath"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/corpus"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
)

// TestNamesAreTheLoaders: what the loader takes for a name in the catalogs of the
// repository is one here, of the same kind.
func TestNamesAreTheLoaders(t *testing.T) {
	count := 0
	for name, s := range corpus.Texts(t, ".yaml") {
		name = filepath.Base(name)
		var l diag.List
		files, _ := load.PathsWith(map[string][]byte{name: []byte(s)}, []string{name}, &l)
		if len(files) != 1 || l.Len() > 0 {
			continue
		}
		f := newFile(absolute(name), newText(s), new(reader))
		check := func(k kind, names ...load.Text) {
			for _, n := range names {
				if !n.Given() || k == envelopeKind && n.S == "none" || n.Pos.File != name {
					continue
				}
				count++
				if o, ok := f.at(f.text.at(n.Pos) + 1); !ok || o.kind != k || o.name != n.S {
					t.Errorf("%s: %s %s is %s %q", n.Pos, k.what(), n.S, o.kind.what(), o.name)
				}
			}
		}
		check(entryKind, files[0].Fallback)
		check(entryKind, files[0].Common...)
		for _, o := range files[0].Operations {
			check(entryKind, o.Errors...)
		}
		for _, e := range files[0].Errors {
			check(entryKind, e.Name, e.Parent)
			check(envelopeKind, e.Envelope...)
			check(groupKind, e.Group)
			check(sourceKind, e.Source)
			check(fieldKind, e.Omit...)
			check(fieldKind, e.Match...)
			for _, m := range e.Fields {
				check(fieldKind, m.Key)
			}
			for _, p := range e.Params {
				check(paramKind, p.Name)
				check(typeKind, p.Schema.Ref)
			}
		}
	}
	if count < 1000 {
		t.Errorf("%d names only", count)
	}
}
