package shape

import "github.com/seed-1b9d9f04/errgen/internal/model"

// Error is one error in a sample: itself, or an item of its list.
type Error struct {
	Code   string // "" if there is none
	Status int
	Values []FieldValue
}

// FieldValue is what stands in a field.
type FieldValue struct {
	Name  string
	Value model.Value
	Text  bool // a text that people read
}

// Errors are the errors in a sample of the shape.
func (s *Shape) Errors(sample *Sample) []Error {
	if !s.isJSON() {
		if s.Envelope.Body == nil {
			return []Error{{Status: sample.Status}}
		}
		return []Error{{Status: sample.Status, Values: []FieldValue{{"message", model.Value{Kind: model.StringValue, Text: sample.Text}, true}}}}
	}
	n := 1
	if s.repeated != nil {
		n = 0
		if list, ok := s.repeated.at(sample.Body, 0); ok {
			n = len(list.Items)
		}
	}
	all := make([]Error, n)
	for i := range all {
		e := &all[i]
		e.Status = sample.Status
		if e.Status == 0 && s.status != nil {
			if v, ok := s.status.at(sample.Body, i); ok {
				e.Status = toStatus(v.Scalar())
			}
		}
		if s.code != nil {
			if v, ok := s.code.at(sample.Body, i); ok && v.Kind != model.NullValue {
				e.Code = v.Scalar()
			}
		}
		for _, p := range s.fields {
			if v, ok := p.at(sample.Body, i); ok {
				e.Values = append(e.Values, FieldValue{s.names[p], v, v.Kind == model.StringValue && textName.MatchString(p.name)})
			}
		}
	}
	return all
}

func toStatus(s string) int {
	if len(s) == 3 && isInteger(s) && s[0] >= '1' && s[0] <= '5' {
		return int(s[0]-'0')*100 + int(s[1]-'0')*10 + int(s[2]-'0')
	}
	return 0
}

// Field is an open field of the shape.
type Field struct {
	Name, Member string
	Values       map[string]int // as JSON
	Text         bool
}

// Fields are the fields that are open.
func (s *Shape) Fields() (all []Field) {
	if !s.isJSON() {
		if s.Envelope.Body != nil {
			all = []Field{{Name: "message", Member: "message", Text: true}}
		}
		return all
	}
	for _, p := range s.fields {
		isText := p.isScalar() && p.kinds["string"] > 0 && p.kinds["integer"]+p.kinds["number"]+p.kinds["boolean"] == 0
		all = append(all, Field{s.names[p], p.name, p.values, isText})
	}
	return all
}
