package proof

import (
	"strconv"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// value makes up a value that a schema allows: its example, the first of its
// enum, or else something small. name is what texts are called after.
func (d *draft) value(name string, schema *model.Schema, depth int) model.Value {
	u := schema.Resolved()
	d.spent++
	if known, ok := d.known(schema, u); ok {
		return known
	}
	if (schema.Nullable || u.Nullable) && !d.mayAdd(u, depth) {
		return model.Value{}
	}
	switch u.Kind {
	case model.StringKind:
		return values.Text(d.text(name, u))
	case model.IntegerKind, model.NumberKind:
		return model.Value{Kind: model.NumberValue, Text: sampleNumber(u)}
	case model.BooleanKind:
		return model.Value{Kind: model.BoolValue, Bool: true}
	case model.UnionKind:
		of := *u
		of.Kind, of.Union = u.Union[0], nil
		return d.value(name, &of, depth)
	case model.OneOfKind:
		alternative := u.OneOf[0]
		if !d.mayAdd(alternative, depth) {
			alternative = d.sizes.Smallest(u.OneOf)
		}
		return d.value(name, alternative, depth)
	case model.ArrayKind:
		return d.list(name, u, depth)
	case model.ObjectKind, model.MapKind:
		return d.object(u, depth)
	case model.ErrorKind:
		return d.nested(u.ErrorOf)
	case model.NullKind:
		return model.Value{}
	}
	return values.Text(name)
}

// list has as many items as are required, and one where that is possible.
func (d *draft) list(name string, schema *model.Schema, depth int) model.Value {
	n := values.LeastItems(schema)
	if n == 0 && d.mayAdd(schema, depth) {
		n = 1
	}
	if schema.MaxItems != nil {
		n = min(n, *schema.MaxItems)
	}
	list := model.Value{Kind: model.ArrayValue}
	for range n {
		list.Items = append(list.Items, d.value(name, values.Item(schema), depth+1))
	}
	return list
}

// object has its required members, and those with an example.
func (d *draft) object(schema *model.Schema, depth int) model.Value {
	object := model.Value{Kind: model.ObjectValue}
	for _, p := range schema.Properties {
		if p.Optional && (p.Schema.Example == nil || !d.mayAdd(p.Schema, depth)) {
			continue
		}
		object.Members = append(object.Members, model.Member{Name: p.Name, Value: d.value(p.Name, p.Schema, depth+1)})
	}
	return object
}

// sampleNumber is the number next to zero that bounds allow, one if none do.
func sampleNumber(s *model.Schema) string {
	low, lowOpen := values.LowerBound(s)
	high, highOpen := values.UpperBound(s)
	candidates := []string{"1", "0"}
	if s.Format == "unix-time" {
		candidates = []string{"1136214245"}
	}
	for _, bound := range []string{low, high} {
		if bound != "" {
			candidates = append(candidates, bound, nextWhole(bound, 1), nextWhole(bound, -1))
		}
	}
	if low != "" && high != "" {
		candidates = append(candidates, middle(low, high))
	}
	for _, c := range candidates {
		switch {
		case low != "" && (values.Compare(c, low) < 0 || lowOpen && values.Compare(c, low) == 0):
		case high != "" && (values.Compare(c, high) > 0 || highOpen && values.Compare(c, high) == 0):
		case !values.FitsGo(s, c):
		default:
			return c
		}
	}
	return candidates[0]
}

// nextWhole is the whole number at a distance from the whole part of another.
func nextWhole(n string, distance int64) string {
	f, _ := strconv.ParseFloat(n, 64)
	return strconv.FormatInt(int64(f)+distance, 10)
}

func middle(low, high string) string {
	a, _ := strconv.ParseFloat(low, 64)
	b, _ := strconv.ParseFloat(high, 64)
	n, ok := values.Canonical(strconv.FormatFloat(a+(b-a)/2, 'f', -1, 64))
	if !ok {
		return low
	}
	return n
}
