package model

import "slices"

// What documentation and examples show of an entry.

// Illustration is a value that shows what a param holds: that of the entry's
// sample, else what the catalog gives as an example of it, else what its schema
// admits.
func (e *Entry) Illustration(p *Param) Value {
	if v, ok := e.ShownValue(p); ok {
		return v
	}
	return p.Schema.placeholder()
}

// ShownValue is the value of a param in the entry's sample, else what the catalog gives
// as an example of it; false if there is neither.
func (e *Entry) ShownValue(p *Param) (Value, bool) {
	for _, sample := range e.Samples {
		if v, ok := valueOf(p, sample.Params); ok {
			return v, true
		}
	}
	for _, v := range []*Value{p.Example, p.Default, p.Schema.Example} {
		if v != nil {
			return *v, true
		}
	}
	return Value{}, false
}

// Illustration is the value that a param has in an error within another.
func (n *Nested) Illustration(p *Param) Value {
	if v, ok := valueOf(p, n.Params); ok {
		return v
	}
	return n.Entry.Illustration(p)
}

// valueOf is the value that a param has in a sample.
func valueOf(p *Param, params []SampleParam) (Value, bool) {
	i := slices.IndexFunc(params, func(given SampleParam) bool { return given.Param == p })
	if i < 0 {
		return Value{}, false
	}
	return params[i].Value, true
}

// placeholder is a value for which the catalog has no example.
func (s *Schema) placeholder() Value {
	s = s.Resolved()
	switch {
	case s.Const != nil:
		return *s.Const
	case s.Example != nil:
		return *s.Example
	case len(s.Enum) > 0:
		return s.Enum[0]
	}
	switch s.Kind {
	case StringKind:
		return Value{Kind: StringValue, Text: "..."}
	case IntegerKind, NumberKind:
		if s.Minimum != "" {
			return Value{Kind: NumberValue, Text: s.Minimum}
		}
		return Value{Kind: NumberValue, Text: "1"}
	case BooleanKind:
		return Value{Kind: BoolValue, Bool: true}
	case ArrayKind:
		return Value{Kind: ArrayValue}
	case ObjectKind, MapKind:
		return Value{Kind: ObjectValue}
	case UnionKind:
		return (&Schema{Kind: s.Union[0]}).placeholder()
	case OneOfKind:
		return s.OneOf[0].placeholder()
	}
	return Value{}
}

// RaisedByID reports whether code raises the entry by its bare ID: it needs no data,
// and has no param that a constructor presets.
func (e *Entry) RaisedByID() bool {
	return e.NewFunc == "" || e.Static && !e.HasPresets()
}

// HasPresets reports whether the entry's constructor presets a param.
func (e *Entry) HasPresets() bool {
	return slices.ContainsFunc(e.Params, func(p *Param) bool { return p.Default != nil })
}

// HasUnset reports whether the entry's constructor leaves a param without a value.
func (e *Entry) HasUnset() bool {
	return slices.ContainsFunc(e.Params, (*Param).MayBeAbsent)
}

// TellingParam is the param to look at in an example: the first that every
// occurrence has, else the first; nil if none is fit to be printed.
func (e *Entry) TellingParam() *Param {
	var telling *Param
	for _, p := range e.Params {
		if !p.Sensitive && !p.Private && (telling == nil || telling.Optional && !p.Optional) {
			telling = p
		}
	}
	return telling
}

// ImportName is the name by which code imports the catalog's package: its own,
// but where that hides a name that the code uses.
func (c *Catalog) ImportName(used ...string) string {
	for _, name := range used {
		if name == c.Package {
			return c.Package + "api"
		}
	}
	return c.Package
}
