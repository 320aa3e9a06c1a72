package proof

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// sampleBudget bounds a sample: types that hold each other can demand values that
// no memory holds.
const sampleBudget = 10_000

// nestLimit is how deep errors within errors go in a sample.
const nestLimit = 3

// value makes up a value that a schema allows: its example, the first of its
// enum, or else something small. name is what texts are called after.
func (s *sampler) value(name string, schema *model.Schema, depth int) model.Value {
	u := schema.Resolved()
	if s.spent++; s.spent > sampleBudget {
		return model.Value{}
	}
	for _, known := range []*model.Value{schema.Example, u.Example, u.Const} {
		if known != nil {
			return *known
		}
	}
	if len(u.Enum) > 0 {
		return u.Enum[0]
	}
	switch u.Kind {
	case model.StringKind:
		return values.Text(s.text(name, u))
	case model.IntegerKind, model.NumberKind:
		return model.Value{Kind: model.NumberValue, Text: sampleNumber(u)}
	case model.BooleanKind:
		return model.Value{Kind: model.BoolValue, Bool: true}
	case model.UnionKind:
		of := *u
		of.Kind, of.Union = u.Union[0], nil
		return s.value(name, &of, depth)
	case model.OneOfKind:
		return s.value(name, u.OneOf[0], depth)
	case model.ArrayKind:
		return s.list(name, u, depth)
	case model.ObjectKind, model.MapKind:
		return s.object(u, depth)
	case model.ErrorKind:
		return s.nested(u.ErrorOf, depth)
	case model.NullKind:
		return model.Value{}
	}
	return values.Text(name)
}

// list has as many items as are required, and one where that is possible.
func (s *sampler) list(name string, schema *model.Schema, depth int) model.Value {
	n := 1
	if schema.MinItems != nil {
		n = *schema.MinItems
	}
	const most = 100
	if depth > nestLimit || n > most {
		n = min(n, most)
	}
	if schema.MaxItems != nil {
		n = min(n, *schema.MaxItems)
	}
	list := model.Value{Kind: model.ArrayValue}
	if depth > nestLimit && (schema.MinItems == nil || *schema.MinItems == 0) {
		return list
	}
	for range n {
		list.Items = append(list.Items, s.value(name, values.Item(schema), depth+1))
	}
	return list
}

// object has its required members, and those with an example.
func (s *sampler) object(schema *model.Schema, depth int) model.Value {
	object := model.Value{Kind: model.ObjectValue}
	for _, p := range schema.Properties {
		if p.Optional && (depth > nestLimit || p.Schema.Example == nil) {
			continue
		}
		object.Members = append(object.Members, model.Member{Name: p.Name, Value: s.value(p.Name, p.Schema, depth+1)})
	}
	return object
}

// nested is an error of another envelope: one that is documented to occur in it.
func (s *sampler) nested(env *model.Envelope, depth int) model.Value {
	if depth > nestLimit || len(env.Entries) == 0 {
		return model.Value{}
	}
	e := env.Entries[0]
	_, _, body := s.program.Encode(e, env, 0, s.params(e, env, depth+1))
	v, _ := parseJSON(string(body))
	return v
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
		case s.Kind == model.IntegerKind && !values.FitsGo(s, c):
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

// formatSamples are texts of the formats that are checked.
var formatSamples = map[string]string{
	"date-time": "2006-01-02T15:04:05Z", "date": "2006-01-02", "time": "15:04:05Z", "duration": "PT30S",
	"uuid": "6ba7b810-9dad-11d1-80b4-00c04fd430c8", "hostname": "host.example", "ipv4": "192.0.2.1", "ipv6": "2001:db8::1",
	"email": "user@example.com", "uri": "https://example.com/", "byte": "ZXhhbXBsZQ==",
}

// text makes up a text: of the format or pattern, else the name, padded or cut.
func (s *sampler) text(name string, schema *model.Schema) string {
	candidates := []string{}
	if f, ok := formatSamples[schema.Format]; ok {
		candidates = append(candidates, f)
	}
	if schema.Pattern != "" {
		candidates = append(candidates, values.PatternSamples(schema.Pattern)...)
	}
	candidates = append(candidates, fitLength(name, schema))
	for _, c := range candidates {
		if s.rules.TextViolation(c, schema) == "" {
			return c
		}
	}
	return candidates[0]
}

func fitLength(text string, schema *model.Schema) string {
	if n := schema.MinLength; n != nil && utf8.RuneCountInString(text) < *n {
		text += strings.Repeat("x", min(*n, values.SampleLimit)-min(utf8.RuneCountInString(text), min(*n, values.SampleLimit)))
	}
	if n := schema.MaxLength; n != nil && utf8.RuneCountInString(text) > *n {
		text = string([]rune(text)[:*n])
	}
	return text
}
