package schemas

import (
	"fmt"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/names"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// A bench has the types of a catalog, resolved, and schemas that stand elsewhere.
type bench struct {
	*Resolver
	found  *diag.List
	leaves map[string]*load.Schema
}

// newBench resolves types (flow style: "T: {...}") and reads the schemas of leaves.
func newBench(t *testing.T, types string, leaves map[string]string) *bench {
	t.Helper()
	text := "errgen: 1\npackage: demo\n"
	if types != "" {
		text += "types:\n  " + types + "\n"
	}
	text += "envelopes:\n  Other: {body: {type: object, field: f}}\n  E:\n    body:\n      properties:\n        always: {type: string}\n"
	for name, schema := range leaves {
		text += fmt.Sprintf("        %s: %s\n", name, schema)
	}
	b := &bench{found: &diag.List{}, leaves: map[string]*load.Schema{}}
	f := load.Bytes("catalog.yaml", []byte(text+"errors: {A: {}}\n"), b.found)
	if f == nil || b.found.Len() > 0 {
		t.Fatalf("%s\n%v", text, b.found.Sorted())
	}
	for _, p := range f.Envelopes[1].Body.Properties {
		b.leaves[p.Name.S] = p.Schema
	}
	literals := &Literals{&diag.Reporter{List: b.found}, values.NewChecker()}
	b.Resolver = New(literals, names.NewSpace(b.found, names.Generated...), func(name load.Text) *model.Envelope {
		switch name.S {
		case "Gone":
			return nil
		case "Text":
			return &model.Envelope{Name: name.S, Kind: model.TextBody}
		}
		return &model.Envelope{Name: name.S, Kind: model.JSONBody}
	})
	b.Declare(f)
	b.Resolve()
	return b
}

// leaf resolves the schema of a leaf.
func (b *bench) leaf(name string) *model.Schema {
	return b.Schema(b.leaves[name], Site{GoName: "E" + names.Exported(name), What: "leaf", Keys: LeafKeys, Errors: true})
}

// codes are the codes of what was found, in order.
func (b *bench) codes() string {
	var codes []string
	for _, d := range b.found.Sorted() {
		codes = append(codes, string(d.Code))
	}
	return strings.Join(codes, " ")
}
