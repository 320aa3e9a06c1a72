package specdoc

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
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
	reflect.TypeFor[load.OpenAPI]():    "the catalog's `openapi`",
	reflect.TypeFor[load.License]():    "a license",
	reflect.TypeFor[load.Contact]():    "a contact",
	reflect.TypeFor[load.Retired]():    "a retired error",
	reflect.TypeFor[load.Envelope]():   "an envelope",
	reflect.TypeFor[load.Schema]():     "a schema of an envelope",
	reflect.TypeFor[load.Entry]():      "an entry",
	reflect.TypeFor[load.Close]():      "`close`",
	reflect.TypeFor[load.Deprecated](): "`deprecated`",
	reflect.TypeFor[load.Example]():    "an example",
	reflect.TypeFor[load.Waiver]():     "a waiver",
	reflect.TypeFor[load.Breaking]():   "the catalog's `breaking`",
	reflect.TypeFor[load.Acceptance](): "an acceptance",
	reflect.TypeFor[load.EnumName]():   "a value of `enum`",
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
		u.catalog(m.Catalog(b))
	}
	for _, k := range m.unused(u) {
		t.Errorf("no example has %s", k)
	}
}

// TestTutorialGrows: the tutorial begins with three lines and has four steps. Each
// has the entries, the examples and the keys of the step before.
func TestTutorialGrows(t *testing.T) {
	var before *load.File
	used := usage{}
	steps := 0
	for _, b := range manual(t).Blocks {
		if b.Document != Tutorial {
			continue
		}
		u := usage{}
		f := u.catalog(b.Text)
		for object, keys := range used {
			for k := range keys {
				if !u[object][k] {
					t.Errorf("%s: `%s` of %s is gone", b.Section, k, object)
				}
			}
		}
		switch {
		case before == nil && strings.Count(b.Text, "\n") != 3:
			t.Error("the tutorial does not begin with three lines")
		case before != nil:
			if steps++; !strings.HasPrefix(b.Section, "Step "+strconv.Itoa(steps)+": ") {
				t.Errorf("%s has the catalog of step %d", b.Section, steps)
			}
			grows(t, b.Section, before, f)
		}
		before, used = f, u
	}
	if steps != 4 {
		t.Errorf("the tutorial has %d steps", steps)
	}
}

// grows holds that a step has the entries and the examples of the step before.
func grows(t *testing.T, step string, before, f *load.File) {
	t.Helper()
	for _, e := range before.Errors {
		if !slices.ContainsFunc(f.Errors, func(o *load.Entry) bool { return o.Name.S == e.Name.S }) {
			t.Errorf("%s: the entry %s is gone", step, e.Name.S)
		}
	}
	for _, x := range before.Examples {
		if !slices.ContainsFunc(f.Examples, func(o *load.Example) bool { return o.Name.S == x.Name.S }) {
			t.Errorf("%s: the example %s is gone", step, x.Name.S)
		}
	}
}

// catalog collects the keys of a catalog.
func (u usage) catalog(text string) *load.File {
	var l diag.List
	f := load.Bytes("catalog.yaml", []byte(text), &l)
	u.walk(reflect.ValueOf(f), "")
	if f.GoSides.Given() {
		u.add("the catalog's `go`", "sides")
	}
	if f.GoTypes.Given() {
		u.add("the catalog's `go`", "types")
	}
	return f
}

// unused are the keys of the language that are not used.
func (m *Manual) unused(u usage) []string {
	var missing []string
	all := load.Objects()
	add := func(k, object string) {
		shared := slices.Contains(all["a schema of a type"], k) && object == "a schema of an envelope"
		if !u[object][k] && !(shared && u["a param"][k]) {
			missing = append(missing, "`"+k+"` of "+object)
		}
	}
	for _, o := range objects {
		if o.loader == "a schema of a type" || o.loader == "a param" {
			continue // the keywords are counted as those of an envelope's schema
		}
		for _, k := range all[o.loader] {
			add(k, o.loader)
		}
	}
	for k := range m.rows("Params") {
		add(k, "a param")
	}
	return missing
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
