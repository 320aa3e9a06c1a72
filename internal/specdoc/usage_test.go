package specdoc

import (
	"reflect"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
)

// syntaxOf names the objects that types of the syntax tree are.
var syntaxOf = map[reflect.Type]string{
	reflect.TypeFor[load.File]():       "a catalog",
	reflect.TypeFor[load.Source]():     "a source",
	reflect.TypeFor[load.Group]():      "a group",
	reflect.TypeFor[load.Operation]():  "an operation",
	reflect.TypeFor[load.Retired]():    "a retired error",
	reflect.TypeFor[load.Envelope]():   "an envelope",
	reflect.TypeFor[load.Schema]():     "a schema of an envelope",
	reflect.TypeFor[load.Entry]():      "an entry",
	reflect.TypeFor[load.Close]():      "`close`",
	reflect.TypeFor[load.Deprecated](): "`deprecated`",
	reflect.TypeFor[load.Example]():    "an example",
	reflect.TypeFor[load.Waiver]():     "a waiver",
}

// usage is which keys of which objects examples use.
type usage map[string]map[string]bool

func (u usage) add(object, key string) {
	if u[object] == nil {
		u[object] = map[string]bool{}
	}
	u[object][key] = true
}

// TestEveryKeyIsUsed: the examples without findings use each key at least once.
func TestEveryKeyIsUsed(t *testing.T) {
	m := manual(t)
	u := usage{}
	for _, b := range m.Blocks {
		if b.Invalid() != "" {
			continue
		}
		var l diag.List
		f := load.Bytes("catalog.yaml", []byte(m.Catalog(b)), &l)
		u.walk(reflect.ValueOf(f), "")
		if f.GoTypes.Given() {
			u.add("the catalog's `go`", "types")
		}
	}
	all := load.Objects()
	for _, o := range objects {
		if o.loader == "a schema of a type" || o.loader == "a param" {
			continue // their own keys are looked at below
		}
		for _, k := range all[o.loader] {
			if !u[o.loader][k] {
				t.Errorf("no example has `%s` of %s", k, o.loader)
			}
		}
	}
	for k := range m.rows("6. Params") {
		if !u["a param"][k] {
			t.Errorf("no example has `%s` of a param", k)
		}
	}
}

// walk collects the keys of all objects within a piece of syntax; owner is what
// a schema is called where it stands.
func (u usage) walk(v reflect.Value, owner string) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			u.walk(v.Elem(), owner)
		}
	case reflect.Slice:
		for i := range v.Len() {
			u.walk(v.Index(i), owner)
		}
	case reflect.Struct:
		u.object(v, owner)
	}
}

func (u usage) object(v reflect.Value, owner string) {
	what := syntaxOf[v.Type()]
	if what == "a schema of an envelope" && owner != "" {
		what, owner = owner, ""
	}
	for i := range v.NumField() {
		name, value := v.Type().Field(i).Name, v.Field(i)
		switch {
		case name == "Node":
			for k := range value.Interface().(load.Node).Keys {
				u.add(what, k)
			}
		case name == "GoName" && value.Interface().(load.Text).Given():
			u.add("`go`", "name")
		case name == "Params":
			u.walk(value, "a param")
		case v.Type().Field(i).IsExported():
			u.walk(value, owner)
		}
	}
}
