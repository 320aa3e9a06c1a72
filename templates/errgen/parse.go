package errgen

import "reflect"

// parse reads the value of token i, of schema s, into v. It reports false for a
// value of another type, or one that Go's type cannot hold; bounds, patterns and
// enums are not looked at. With the zero v it only checks.
func (t *Table) parse(d Document, i, s int, v reflect.Value) bool {
	sc, kind := &t.Schemas[s], d.tokens[i].kind
	switch {
	case kind == 'n' && sc.Null:
		return setZero(v)
	case v.Kind() == reflect.Pointer:
		return setPointer(v, func(v reflect.Value) bool { return t.parse(d, i, s, v) })
	case v.Kind() == reflect.Interface && sc.Kind != ErrorSchema:
		return t.parse(d, i, s, reflect.Value{}) && setAny(v, toAny(d, i))
	}
	switch sc.Kind {
	case AnySchema:
		return true
	case StringSchema:
		return kind == '"' && setString(v, d.String(i))
	case BoolSchema:
		return (kind == 't' || kind == 'f') && set(v, reflect.Value.SetBool, kind == 't')
	case BytesSchema:
		return kind == '"' && setBytes(v, d.String(i))
	case IntegerSchema, NumberSchema, SecondsSchema, MillisSchema, UnixSchema:
		return kind == '0' && (!wholeOnly(sc) || d.jsonType(i)&IntegerType != 0) && setNumber(v, sc, d.raw(i))
	case UnionSchema:
		u, ok := parseScalar(d, i, sc.Types)
		return ok && t.setScalar(v, u)
	case ErrorSchema:
		return t.parseNested(d, i, sc.Part, v)
	case ArraySchema:
		return kind == '[' && t.parseList(d, i, sc, v)
	case MapSchema:
		return kind == '{' && t.parseMap(d, i, sc.Items, v, nil)
	case ObjectSchema:
		return kind == '{' && t.parseObject(d, i, sc, v)
	case OneOfSchema:
		return t.parseOneOf(d, i, sc, v)
	}
	return false
}

func (t *Table) parseList(d Document, i int, sc *Schema, v reflect.Value) bool {
	var list, item reflect.Value
	if v.IsValid() {
		n := d.len(i)
		if t.Schemas[sc.Items].Kind == ErrorSchema && d.left != nil && n > *d.left {
			return false // too many: they stay as they were received
		}
		list = reflect.MakeSlice(v.Type(), n, n)
	}
	for k, at := i+1, 0; k < d.tokens[i].next; k, at = d.tokens[k].next, at+1 {
		if list.IsValid() {
			item = list.Index(at)
		}
		if !t.parse(d, k, sc.Items, item) {
			return false
		}
	}
	if list.IsValid() {
		v.Set(list)
	}
	return true
}

// parseMap reads the members of the object i, but for names that are taken, into a
// map.
func (t *Table) parseMap(d Document, i, s int, v reflect.Value, taken func(string) bool) bool {
	if v.IsValid() && t.Schemas[s].Kind == AnySchema {
		if m, ok := v.Addr().Interface().(*map[string]any); ok { // spared reflection
			if members := anyMembers(d, i, taken); taken == nil || len(members) > 0 {
				*m = members
			}
			return true
		}
	}
	var members, member reflect.Value
	if v.IsValid() {
		members = reflect.MakeMap(v.Type())
	}
	for k := i + 1; k < d.tokens[i].next; k = d.tokens[k+1].next {
		name := d.String(k)
		if taken != nil && taken(name) {
			continue
		}
		if members.IsValid() {
			member = reflect.New(members.Type().Elem()).Elem()
		}
		if !t.parse(d, k+1, s, member) {
			return false
		}
		if members.IsValid() {
			members.SetMapIndex(reflect.ValueOf(name), member)
		}
	}
	if members.IsValid() && (taken == nil || members.Len() > 0) {
		v.Set(members)
	}
	return true
}

// parseObject reads a struct. Unknown members are ignored, and so are optional ones of
// another type; one that is missing although required makes it another object.
func (t *Table) parseObject(d Document, i int, sc *Schema, v reflect.Value) bool {
	setZero(v)
	for n, m := range sc.Members {
		k := d.member(i, m.Name)
		switch {
		case m.Optional && k >= 0:
			if !t.parseOptional(d, k, m.Schema, fieldOf(v, n)) {
				setZero(fieldOf(v, n))
			}
		case !m.Optional && (k < 0 || !t.parse(d, k, m.Schema, fieldOf(v, n))):
			return false
		}
	}
	if sc.Open {
		taken := func(name string) bool { return sc.member(name) >= 0 }
		return t.parseMap(d, i, sc.Items, fieldOf(v, len(sc.Members)), taken)
	}
	return true
}

// fieldOf is the n'th field of a struct, the zero Value of none.
func fieldOf(v reflect.Value, n int) reflect.Value {
	if !v.IsValid() {
		return v
	}
	return v.Field(n)
}

// parseOptional reads a value that may be absent. Null is absent, unless it is a
// value of the schema: then an outer pointer says that it is there.
func (t *Table) parseOptional(d Document, i, s int, v reflect.Value) bool {
	sc := &t.Schemas[s]
	switch {
	case d.tokens[i].kind == 'n' && !sc.Null && sc.Kind != AnySchema:
		return true
	case sc.Null && v.Kind() == reflect.Pointer:
		return setPointer(v, func(v reflect.Value) bool { return t.parse(d, i, s, v) })
	}
	return t.parse(d, i, s, v)
}

func (t *Table) parseOneOf(d Document, i int, sc *Schema, v reflect.Value) bool {
	setZero(v)
	for n, m := range sc.Members {
		if t.TypesOf(m.Schema)&d.jsonType(i) != 0 {
			return t.parse(d, i, m.Schema, fieldOf(v, n))
		}
	}
	return false
}

// typesOf are the JSON types of kinds of schemas that have the same always.
var typesOf = [...]JSONTypes{
	AnySchema:     AnyType,
	StringSchema:  StringType,
	BytesSchema:   StringType,
	IntegerSchema: IntegerType,
	NumberSchema:  NumberType,
	BoolSchema:    BoolType,
	NullSchema:    NullType,
	ArraySchema:   ArrayType,
	ObjectSchema:  ObjectType,
	MapSchema:     ObjectType,
	ErrorSchema:   ObjectType,
}

// TypesOf is the set of JSON types that a schema admits.
func (t *Table) TypesOf(s int) JSONTypes {
	sc := &t.Schemas[s]
	types := sc.Types | typesOf[sc.Kind]
	if sc.Kind == OneOfSchema {
		for _, m := range sc.Members {
			types |= t.TypesOf(m.Schema)
		}
	}
	if sc.Null {
		types |= NullType
	}
	return types
}

// isNullText reports whether a text is how null is written as text, or in JSON.
func isNullText(text string) bool { return text == "" || text == "null" }

// parseText reads a text, such as a header or what stands in a message, into v.
func (t *Table) parseText(text string, s int, v reflect.Value) bool {
	switch {
	case t.Schemas[s].Null && isNullText(text) && t.TypesOf(s)&StringType == 0:
		return setZero(v)
	case v.Kind() == reflect.Pointer:
		return setPointer(v, func(v reflect.Value) bool { return t.parseText(text, s, v) })
	}
	switch sc := &t.Schemas[s]; sc.Kind {
	case AnySchema, StringSchema:
		return setString(v, text)
	case BytesSchema:
		return setBytes(v, text)
	case UnionSchema:
		u, ok := scalarOfText(text, sc.Types)
		return ok && t.setScalar(v, u)
	case BoolSchema:
		return (text == "true" || text == "false") && set(v, reflect.Value.SetBool, text == "true")
	case IntegerSchema, NumberSchema, SecondsSchema, MillisSchema, UnixSchema:
		return isNumber(text) && (isInteger(text) || !wholeOnly(sc)) && setNumber(v, sc, text)
	}
	d, ok := Scan(text) // lists and objects in a header
	return ok && t.parse(d, 0, s, v)
}
