package decodecases

import (
	"encoding/json"
	"fmt"
	"math/big"
	"reflect"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// Plain is a value in the types of encoding/json, numbers as json.Number.
func Plain(v model.Value) any {
	switch v.Kind {
	case model.BoolValue:
		return v.Bool
	case model.NumberValue:
		return json.Number(v.Text)
	case model.StringValue:
		return v.Text
	case model.ArrayValue:
		items := []any{}
		for _, item := range v.Items {
			items = append(items, Plain(item))
		}
		return items
	case model.ObjectValue:
		members := map[string]any{}
		for _, m := range v.Members {
			members[m.Name] = Plain(m.Value)
		}
		return members
	}
	return nil
}

// Parse reads a JSON text into the types of Plain.
func Parse(text string) (any, error) {
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		return nil, err
	}
	if d.More() {
		return nil, fmt.Errorf("more behind the value")
	}
	return v, nil
}

// Equal reports whether two values of Plain are equal, numbers by value and
// objects without regard to order.
func Equal(a, b any) bool {
	switch a := a.(type) {
	case json.Number:
		b, ok := b.(json.Number)
		if !ok {
			return false
		}
		x, okX := new(big.Rat).SetString(a.String())
		y, okY := new(big.Rat).SetString(b.String())
		return okX && okY && x.Cmp(y) == 0
	case []any:
		b, ok := b.([]any)
		if !ok || len(a) != len(b) {
			return false
		}
		for i := range a {
			if !Equal(a[i], b[i]) {
				return false
			}
		}
		return true
	case map[string]any:
		b, ok := b.(map[string]any)
		if !ok || len(a) != len(b) {
			return false
		}
		for name, v := range a {
			w, ok := b[name]
			if !ok || !Equal(v, w) {
				return false
			}
		}
		return true
	}
	return reflect.DeepEqual(a, b)
}

// Show writes a value for a message.
func Show(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprint(v)
	}
	return string(b)
}
