package proof

import (
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// TestDifferences: what of a documented body counts.
func TestDifferences(t *testing.T) {
	leaf := func(name string) *model.Node { return &model.Node{Kind: model.FieldNode, Name: name} }
	exchange := func(name string) *model.Node { return &model.Node{Kind: model.ExchangeNode, Name: name} }
	object := func(name string, members ...*model.Node) *model.Node {
		return &model.Node{Kind: model.ObjectNode, Name: name, Members: members}
	}
	alias := leaf("a")
	alias.Alias = true
	list := &model.Node{Kind: model.RepeatedNode, Item: object("", leaf("a"))}
	for _, tt := range []struct {
		n               *model.Node
		got, want, diff string // "" if they do not differ
	}{
		{nil, `1`, `2`, ""},
		{exchange(""), `1`, `2`, ""},
		{leaf(""), `1`, `1.0`, ""},
		{leaf(""), `1`, `2`, " `1` `2`"},
		{leaf(""), `"1"`, `1`, " `1` `1`"},
		{leaf(""), `null`, `1`, " null `1`"},
		{leaf(""), `[1]`, `[1]`, ""},
		{leaf(""), `[1,2]`, `[1]`, " `[1,2]` `[1]`"},
		{leaf(""), `{"a":1,"b":2}`, `{"a":1}`, ""},
		{leaf(""), `{"b":2}`, `{"a":1}`, " `{\"b\":2}` `{\"a\":1}`"},
		{leaf(""), `{"a":2}`, `{"a":1}`, " `{\"a\":2}` `{\"a\":1}`"},
		{leaf(""), `{"a":2,"b":2}`, `{"a":1,"b":2}`, " `{\"a\":2,\"b\":2}` `{\"a\":1,\"b\":2}`"},
		{leaf(""), `[{"a":1,"b":2}]`, `[{"a":1}]`, ""},
		{object("", leaf("a")), `{"a":1}`, `{"a":1}`, ""},
		{object("", leaf("a")), `{"a":1}`, `{"a":2}`, "/a `1` `2`"},
		{object("", leaf("a")), `{"a":2,"a":1}`, `{"a":1}`, ""},
		{object("", leaf("a")), `{}`, `{"a":1}`, "/a absent `1`"},
		{object("", leaf("a")), `{"a":1}`, `{}`, "/a `1` absent"},
		{object("", leaf("a")), `{"a":null}`, `{}`, ""},
		{object("", leaf("a")), `{"a":null}`, `{"a":1}`, "/a null `1`"},
		{object("", leaf("a")), `{}`, `{}`, ""},
		{object("", leaf("a")), `1`, `{"a":1}`, " `1` `{\"a\":1}`"},
		{object("", leaf("a")), `{"a":1}`, `1`, " `{\"a\":1}` `1`"},
		{object("", leaf("a~/b")), `{"a~/b":1}`, `{"a~/b":2}`, "/a~0~1b `1` `2`"},
		{object("", alias), `{"a":1}`, `{}`, ""},
		{object("", alias), `{"a":1}`, `{"a":2}`, "/a `1` `2`"},
		{object("", exchange("a")), `{"a":1}`, `{"a":2}`, ""},
		{object("", exchange("a")), `{"a":1}`, `{}`, ""},
		{object("", object("o", exchange("a"))), `{"o":{"a":1}}`, `{}`, ""},
		{object("", object("o", exchange("a"), leaf("b"))), `{"o":{"a":1}}`, `{}`, "/o `{\"a\":1}` absent"},
		{object("", object("o")), `{"o":{"a":1}}`, `{}`, "/o `{\"a\":1}` absent"},
		{object("", leaf("o")), `{"o":{}}`, `{}`, "/o `{}` absent"},
		{object("", object("o", leaf("a"))), `{"o":{"a":1}}`, `{"o":{"a":2}}`, "/o/a `1` `2`"},
		{object("", leaf("a")), `{"a":1,"x":1}`, `{"a":1}`, ""},
		{object("", leaf("a")), `{"a":1}`, `{"a":1,"x":1}`, "/x absent `1`"},
		{object("", leaf("a")), `{"a":1,"x":2}`, `{"a":1,"x":1}`, "/x `2` `1`"},
		{object("", alias), `{}`, `{"a":1}`, "/a absent `1`"},
		{list, `[{"a":1,"x":1}]`, `[{"a":1}]`, ""},
		{list, `[{"a":1},{"a":3}]`, `[{"a":1},{"a":2}]`, "/1/a `3` `2`"},
		{list, `[{"a":1},{"a":2}]`, `[{"a":3},{"a":4}]`, "/0/a `1` `3`; /1/a `2` `4`"},
		{list, `[{"a":1}]`, `[{"a":1},{"a":2}]`, " `[{\"a\":1}]` `[{\"a\":1},{\"a\":2}]`"},
		{list, `{}`, `[]`, " `{}` `[]`"},
		{list, `[]`, `[]`, ""},
	} {
		got, _ := parseJSON(tt.got)
		want, _ := parseJSON(tt.want)
		var all []string
		for _, d := range differences(tt.n, got, want, "") {
			all = append(all, d.At+" "+d.Got+" "+d.Want)
		}
		diff := strings.Join(all, "; ")
		if diff != tt.diff {
			t.Errorf("%s for %s: %s, want %s", tt.got, tt.want, diff, tt.diff)
		}
	}
}
