package replay

import (
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/templates/errgen"
)

// ParseJSON reads a JSON text (RFC 8259) as a value, members in their order.
func ParseJSON(text string) (model.Value, bool) {
	d, ok := errgen.Scan(text)
	if !ok {
		return model.Value{}, false
	}
	return value(d, 0), true
}

// value is the value of token i.
func value(d errgen.Document, i int) model.Value {
	switch kind := d.Kind(i); kind {
	case '"':
		return model.Value{Kind: model.StringValue, Text: d.String(i)}
	case '0':
		return model.Value{Kind: model.NumberValue, Text: d.Source(i)}
	case 't', 'f':
		return model.Value{Kind: model.BoolValue, Bool: kind == 't'}
	case '[':
		v := model.Value{Kind: model.ArrayValue}
		for k := i + 1; k < d.Next(i); k = d.Next(k) {
			v.Items = append(v.Items, value(d, k))
		}
		return v
	case '{':
		v := model.Value{Kind: model.ObjectValue}
		for k := i + 1; k < d.Next(i); k = d.Next(k + 1) {
			v.Members = append(v.Members, model.Member{Name: d.String(k), Value: value(d, k+1)})
		}
		return v
	}
	return model.Value{Kind: model.NullValue}
}
