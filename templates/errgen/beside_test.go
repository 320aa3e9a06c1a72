package errgen_test

import (
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/decodecases"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/modeltest"
	"github.com/seed-1b9d9f04/errgen/internal/replay"
)

// TestBeside: errors stand in one list unless one would be read as another there.
func TestBeside(t *testing.T) {
	for _, c := range decodecases.Catalogs(t) {
		if c.Package == "outsidecases" {
			checkBeside(t, c)
			return
		}
	}
	t.Fatal("no catalog")
}

func checkBeside(t *testing.T, c *model.Catalog) {
	p := replay.New(c)
	type given map[string]string // texts and, of n, numbers
	params := func(e *model.Entry, of given) map[*model.Param]model.Value {
		values := map[*model.Param]model.Value{}
		for _, param := range e.Params {
			if text, ok := of[param.Name]; ok {
				v := model.Value{Kind: model.StringValue, Text: text}
				if param.Schema.Kind == model.IntegerKind {
					v.Kind = model.NumberValue
				}
				values[param] = v
			}
		}
		return values
	}
	for _, tt := range []struct {
		first, other string
		a, b         given
		want         bool
	}{
		{"NotFound", "NotFound", given{"seen": "x", "text": "a"}, given{"seen": "x", "text": "b"}, true},
		{"NotFound", "NotFound", given{"seen": "x"}, given{"seen": "y"}, true},
		{"NotFound", "Moved", nil, nil, false},
		{"NotFound", "Bad", nil, given{"description": "There is no chat."}, false},
		{"Bad", "NotFound", given{"description": "x"}, nil, false},
		{"Bad", "Bad", given{"description": "x"}, given{"description": "x"}, true},
		{"Bad", "Bad", given{"description": "x"}, given{"description": "y"}, true},
		{"Slow", "Slow", given{"n": "1"}, given{"n": "1"}, true},
		{"Slow", "Slow", given{"n": "1"}, given{"n": "2"}, true},
		{"Empty", "Empty", given{"path": "a"}, given{"path": "b"}, true},
		{"Empty", "Long", nil, nil, false},
		{"Long", "Long", given{"by": "1"}, given{"by": "2"}, true},
		{"Loud", "Loud", given{"by": "a"}, given{"by": "a"}, true},
		{"Loud", "Loud", given{"by": "a"}, given{"by": "b"}, true},
	} {
		first, other := modeltest.Entry(c, tt.first), modeltest.Entry(c, tt.other)
		if got := p.Beside(first, params(first, tt.a), other, params(other, tt.b)); got != tt.want {
			t.Errorf("%s %v beside %s %v: %t", tt.other, tt.b, tt.first, tt.a, got)
		}
	}
}
