package identity_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/modeltest"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
)

// TestRecoverable: each entry of testdata/recoverable.txtar says which of its params
// decoding gives back whatever they are.
func TestRecoverable(t *testing.T) {
	cases, err := txtar.ParseFile("../../../testdata/recoverable.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range cases.Files {
		t.Run(f.Name, func(t *testing.T) {
			text := string(cases.Comment) + string(f.Data)
			var got []string
			for _, p := range modeltest.Entry(resolved(t, text), "A").Params {
				if p.Recoverable {
					got = append(got, p.Name)
				}
			}
			_, recovered, _ := strings.Cut(text, "# recovered:")
			want := strings.Fields(recovered)
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("got %v, want %v", got, want)
			}
		})
	}
}

// TestRecoverableReason: an entry without HTTP response gives its params back by
// its close reason, if that is never cut.
func TestRecoverableReason(t *testing.T) {
	c := resolved(t, `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}, message: {type: string}}}}
errors:
  A: {envelope: none, close: {code: 4000, reason: 'n {n}'}, params: {n: {type: integer}}}
  B: {envelope: none, close: {code: 4001, reason: 's {s}'}, params: {s: {type: string}}}
`)
	if !modeltest.Entry(c, "A").Params[0].Recoverable || modeltest.Entry(c, "B").Params[0].Recoverable {
		t.Error("close reasons")
	}
}

// resolved resolves a catalog without findings.
func resolved(t *testing.T, text string) *model.Catalog {
	t.Helper()
	var l diag.List
	f := load.Bytes("catalog.yaml", []byte(text), &l)
	if l.Len() == 0 {
		if c := resolve.Catalog(f, &l); c != nil {
			return c
		}
	}
	t.Fatal(l.Sorted())
	return nil
}
