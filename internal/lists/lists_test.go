package lists

import (
	"encoding/json"
	"path"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/gen/docs"
	"github.com/seed-1b9d9f04/errgen/internal/gen/golang"
	"github.com/seed-1b9d9f04/errgen/internal/gen/openapi"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
	"github.com/seed-1b9d9f04/errgen/internal/replay"
	"github.com/seed-1b9d9f04/errgen/internal/testmodule"
)

// resolved resolves a catalog, and returns what is found in it.
func resolved(catalog string) (*model.Catalog, []diag.Diagnostic) {
	var found diag.List
	f := load.Bytes("list.yaml", []byte(catalog), &found)
	if f == nil {
		return nil, found.Sorted()
	}
	c, _ := proof.Catalog(resolve.Catalog(f, &found), f, &found)
	return c, found.Sorted()
}

// TestLists makes catalogs of lists as they come, with names of their codes, equal
// codes, and texts in other scripts, with braces, verbs of printf and quotes: what is
// generated compiles, go vet has nothing against it, and each row's response is read
// as its entry; one that shares everything with an earlier row as that row's, of which
// it is a child (docs/spec.md#entries-that-cannot-be-told-apart).
func TestLists(t *testing.T) {
	m := testmodule.New(t, "listed", "1.21")
	for _, l := range lists {
		t.Run(l.name, func(t *testing.T) {
			rows := l.rows(t)
			name(rows)
			c, found := resolved(l.catalog(rows))
			if len(found) > 0 {
				t.Fatalf("%d findings, the first at %v: %s\n%s", len(found), found[0].Pos, found[0].Message, found[0].Remedy)
			}
			if len(c.Entries) < 1000 {
				t.Errorf("only %d entries", len(c.Entries))
			}
			l.checkDecoding(t, replay.New(c), rows)
			files, err := gen.Emit([]gen.Job{{Catalog: c, Target: gen.Target{Catalog: c.File, ImportPath: "listed/" + c.Package}}},
				[]gen.Emitter{golang.New(), openapi.New(), docs.New()})
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range files {
				if path.Ext(f.Path) == ".go" {
					m.Write(f.Path, string(f.Content))
				}
			}
		})
	}
	if testing.Short() {
		return
	}
	m.Go("vet", "./...")
	m.Go("build", "./...")
}

func (l list) checkDecoding(t *testing.T, program *replay.Program, rows []*row) {
	for _, r := range rows {
		want := r.name
		if r.same != nil {
			want = r.same.name
		}
		body, err := json.Marshal(l.body(l.filled(*r)))
		if err != nil {
			t.Fatal(err)
		}
		got := program.Decode(integer(r.status), nil, string(body))
		if len(got) != 1 || got[0].Outcome.Entry == nil || got[0].Outcome.Entry.Name != want || !got[0].Complete {
			t.Fatalf("%s, not %s with its params: %.200s", outcomes(got), want, body)
		}
		for n := range got[0].Params {
			k := int(n[len("arg")] - '0')
			if v := got[0].Params[n]; v.Text != value(k) {
				t.Errorf("%s: %s is %q, not %q", want, n, v.Text, value(k))
			}
		}
	}
}

// outcomes are what was decoded, in words.
func outcomes(all []replay.Decoded) string {
	text := ""
	for _, d := range all {
		if d.Outcome.Entry == nil {
			text += "no entry "
			continue
		}
		text += d.Outcome.Entry.Name + " "
	}
	return text
}
