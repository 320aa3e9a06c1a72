package openapi

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// A literal is a JSON value in kin-openapi's untyped fields (example,
// extensions). Unlike a map it keeps the order of members, and unlike a float64
// every digit.
type literal struct{ model.Value }

func textLiteral(s string) literal {
	return literal{model.Value{Kind: model.StringValue, Text: s}}
}

func numberLiteral(json string) literal {
	return literal{model.Value{Kind: model.NumberValue, Text: json}}
}

func boolLiteral(b bool) literal {
	return literal{model.Value{Kind: model.BoolValue, Bool: b}}
}

func textsLiteral(list []string) literal {
	v := model.Value{Kind: model.ArrayValue}
	for _, s := range list {
		v.Items = append(v.Items, textLiteral(s).Value)
	}
	return literal{v}
}

// constantOf returns a value for an enum or const: scalars as kin-openapi
// compares them with those of a body.
func constantOf(v model.Value) any {
	switch v.Kind {
	case model.NullValue:
		return nil
	case model.BoolValue:
		return v.Bool
	case model.NumberValue:
		return json.Number(v.Text)
	case model.StringValue:
		return v.Text
	}
	return literal{v}
}

// valueOf is what one of kin-openapi's untyped fields holds.
func valueOf(x any) model.Value {
	switch x := x.(type) {
	case bool:
		return boolLiteral(x).Value
	case json.Number:
		return numberLiteral(x.String()).Value
	case string:
		return textLiteral(x).Value
	case literal:
		return x.Value
	}
	return model.Value{}
}

// plainOf is a value as kin-openapi validates it.
func plainOf(v model.Value) any {
	switch v.Kind {
	case model.ArrayValue:
		list := make([]any, len(v.Items))
		for i, item := range v.Items {
			list[i] = plainOf(item)
		}
		return list
	case model.ObjectValue:
		object := make(map[string]any, len(v.Members))
		for _, m := range v.Members {
			object[m.Name] = plainOf(m.Value)
		}
		return object
	}
	return constantOf(v)
}

// MarshalJSON lets kin-openapi's own encoders write the value.
func (l literal) MarshalJSON() ([]byte, error) { return l.AppendJSON(nil), nil }

// maxDepth bounds the nesting of a body that is shown as an example: readers of
// YAML refuse documents that are nested much deeper.
const maxDepth = 100

var errTooDeep = errors.New("nested too deep")

// parseJSON reads a body with its members in order. Of duplicate members the
// last one counts, at the place of the first, since YAML has no duplicates.
func parseJSON(body []byte) (model.Value, error) {
	d := json.NewDecoder(bytes.NewReader(body))
	d.UseNumber()
	v, err := parseValue(d, maxDepth)
	if err != nil {
		return v, err
	}
	if _, err := d.Token(); err != io.EOF {
		return v, errors.New("more than one JSON value")
	}
	return v, nil
}

func parseValue(d *json.Decoder, depth int) (model.Value, error) {
	token, err := d.Token()
	if err != nil {
		return model.Value{}, err
	}
	switch t := token.(type) {
	case json.Delim:
		if depth == 0 {
			return model.Value{}, errTooDeep
		}
		if t == '[' {
			return parseArray(d, depth-1)
		}
		return parseObject(d, depth-1)
	case bool:
		return boolLiteral(t).Value, nil
	case json.Number:
		return numberLiteral(t.String()).Value, nil
	case string:
		return textLiteral(t).Value, nil
	}
	return model.Value{}, nil
}

func parseArray(d *json.Decoder, depth int) (model.Value, error) {
	v := model.Value{Kind: model.ArrayValue}
	for d.More() {
		item, err := parseValue(d, depth)
		if err != nil {
			return v, err
		}
		v.Items = append(v.Items, item)
	}
	_, err := d.Token()
	return v, err
}

func parseObject(d *json.Decoder, depth int) (model.Value, error) {
	v := model.Value{Kind: model.ObjectValue}
	at := map[string]int{}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return v, err
		}
		member, err := parseValue(d, depth)
		if err != nil {
			return v, err
		}
		name := key.(string) // the decoder lets nothing else stand here
		if i, twice := at[name]; twice {
			v.Members[i].Value = member
			continue
		}
		at[name] = len(v.Members)
		v.Members = append(v.Members, model.Member{Name: name, Value: member})
	}
	_, err := d.Token()
	return v, err
}
