package replay

import (
	"reflect"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

func named(s *model.Schema, alternatives ...model.Alternative) model.GoType {
	return model.GoType{Kind: model.GoNamed, Named: &model.Type{Schema: s, Alternatives: alternatives}}
}

func property(name string, t model.GoType) model.Property {
	return model.Property{Name: name, Go: t, Schema: &model.Schema{Go: t}}
}

func TestGoTypes(t *testing.T) {
	number, text := model.GoType{Kind: model.GoInt64}, model.GoType{Kind: model.GoString}
	open := named(&model.Schema{Kind: model.ObjectKind, Properties: []model.Property{property("a", number)}, Additional: &model.Schema{Go: text}})
	open.Named.More = "More"
	for _, c := range []struct {
		t    model.GoType
		want string
	}{
		{number, "int64"},
		{model.GoType{Kind: model.GoUint64, Pointers: 2}, "**uint64"},
		{model.GoType{Kind: model.GoDuration}, "time.Duration"},
		{model.GoType{Kind: model.GoTime, Pointers: 1}, "*time.Time"},
		{model.GoType{Kind: model.GoBytes}, "[]uint8"},
		{model.GoType{Kind: model.GoError}, "error"},
		{model.GoType{Kind: model.GoAny}, "interface {}"},
		{model.GoType{Kind: model.GoSlice, Elem: &text}, "[]string"},
		{model.GoType{Kind: model.GoMap, Elem: &number, Pointers: 1}, "*map[string]int64"},
		{named(&model.Schema{Kind: model.StringKind}), "string"},
		{named(&model.Schema{Kind: model.UnionKind}), "errgen.Scalar"},
		{named(&model.Schema{Kind: model.ArrayKind, Items: &model.Schema{Go: number}}), "[]int64"},
		{named(&model.Schema{Kind: model.MapKind, Additional: &model.Schema{Go: number}}), "map[string]int64"},
		{named(&model.Schema{Kind: model.ObjectKind, Properties: []model.Property{property("a", number), property("b", text)}}), "struct { F0 int64; F1 string }"},
		{open, "struct { F0 int64; F1 map[string]string }"},
		{named(&model.Schema{Kind: model.OneOfKind}, model.Alternative{Go: number}, model.Alternative{Go: text}), "struct { F0 int64; F1 string }"},
	} {
		if got := newGoTypes().of(c.t).String(); got != c.want {
			t.Errorf("%+v is %s, want %s", c.t, got, c.want)
		}
	}
}

// TestRecursion lays out a list in itself: four times, then it is any value.
func TestRecursion(t *testing.T) {
	node := named(&model.Schema{Kind: model.ObjectKind})
	list := model.GoType{Kind: model.GoSlice, Elem: &node}
	node.Named.Schema.Properties = []model.Property{property("next", list)}
	g := newGoTypes()
	if got, want := g.of(node).String(), "struct { F0 []struct { F0 []struct { F0 []struct { F0 []interface {} } } } }"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if len(g.made) != 0 {
		t.Errorf("%v is kept, although it depends on where it stands", g.made)
	}
}

func TestTypesAreMadeOnce(t *testing.T) {
	g := newGoTypes()
	node := named(&model.Schema{Kind: model.ObjectKind, Properties: []model.Property{property("a", model.GoType{Kind: model.GoInt64})}})
	first := g.of(node)
	if g.of(node) != first || g.made[node.Named] != first {
		t.Error("it was made twice")
	}
}

// TestManyParts doubles a struct until it would have more parts than may be.
func TestManyParts(t *testing.T) {
	g := newGoTypes()
	node := model.GoType{Kind: model.GoInt64}
	depth := 0
	for g.of(node).Kind() != reflect.Interface && depth < 20 {
		node = named(&model.Schema{Kind: model.ObjectKind, Properties: []model.Property{property("a", node), property("b", node)}})
		depth++
	}
	if depth != 9 { // of which the n'th has 2^(n+1)-2 parts
		t.Errorf("%d structs in each other are any value", depth)
	}
}

func TestDataOfEntries(t *testing.T) {
	params := []*model.Param{{Go: model.GoType{Kind: model.GoString}}}
	g := newGoTypes()
	if got := g.data(&model.Entry{Params: params}); got != nil {
		t.Errorf("an entry without a type has %s", got)
	}
	if got := g.data(&model.Entry{TypeName: "E", Params: params, StatusParam: true}).String(); got != "struct { F0 int; F1 string }" {
		t.Error(got)
	}
	if got := g.exchange([]*model.Exchange{{Go: model.GoType{Kind: model.GoString, Pointers: 1}}}).String(); !strings.Contains(got, "F0 *string") {
		t.Error(got)
	}
}
