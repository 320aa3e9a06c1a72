package errgen

import (
	"encoding/base64"
	"reflect"
	"strconv"
)

// parse reads the value of token i, of schema s, into v. It reports false for a
// value of another type, or one that Go's type cannot hold; bounds, patterns and
// enums are not looked at. With the zero v it only checks.
func (t *Table) parse(d Document, i, s int, v reflect.Value) bool {
	sc := &t.Schemas[s]
	if d.tokens[i].kind == 'n' && sc.Null {
		if v.IsValid() {
			v.SetZero()
		}
		return true
	}
	if v.Kind() == reflect.Pointer {
		inner := reflect.New(v.Type().Elem())
		if !t.parse(d, i, s, inner.Elem()) {
			return false
		}
		v.Set(inner)
		return true
	}
	if v.Kind() == reflect.Interface && sc.Kind != ErrorSchema {
		return t.parse(d, i, s, reflect.Value{}) && setAny(v, toAny(d, i))
	}
	kind := d.tokens[i].kind
	switch sc.Kind {
	case AnySchema:
		return true
	case StringSchema:
		return kind == '"' && setString(v, d.String(i))
	case BoolSchema:
		return (kind == 't' || kind == 'f') && setBool(v, kind == 't')
	case BytesSchema:
		return kind == '"' && setBytes(v, d.String(i))
	case IntegerSchema, NumberSchema, SecondsSchema, MillisSchema, UnixSchema:
		return kind == '0' && setNumber(v, sc, d.raw(i))
	case UnionSchema:
		u, ok := parseScalar(d, i, sc.Types)
		return ok && setScalar(v, u)
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
	var list reflect.Value
	if v.IsValid() {
		if v.Kind() != reflect.Slice {
			return false
		}
		n := d.len(i)
		list = reflect.MakeSlice(v.Type(), n, n)
	}
	for k, at := i+1, 0; k < d.tokens[i].next; k, at = d.tokens[k].next, at+1 {
		var item reflect.Value
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
	if m, ok := addressOf[map[string]any](v); ok && t.Schemas[s].Kind == AnySchema {
		if members := anyMembers(d, i, taken); taken == nil || len(members) > 0 {
			*m = members
		}
		return true
	}
	var members reflect.Value
	if v.IsValid() {
		if v.Kind() != reflect.Map {
			return false
		}
		members = reflect.MakeMap(v.Type())
	}
	for k := i + 1; k < d.tokens[i].next; k = d.tokens[k+1].next {
		name := d.String(k)
		if taken != nil && taken(name) {
			continue
		}
		var member reflect.Value
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

// parseObject reads a struct. Unknown members are ignored; one that is missing
// although required makes it another object.
func (t *Table) parseObject(d Document, i int, sc *Schema, v reflect.Value) bool {
	if v.IsValid() && v.Kind() != reflect.Struct {
		return false
	}
	for n, m := range sc.Members {
		switch k := d.member(i, m.Name); {
		case k < 0:
			if !m.Optional {
				return false
			}
		case m.Optional:
			if !t.parseOptional(d, k, m.Schema, fieldOf(v, n)) {
				return false
			}
		case !t.parse(d, k, m.Schema, fieldOf(v, n)):
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
	if d.tokens[i].kind == 'n' && !sc.Null && sc.Kind != AnySchema {
		return true
	}
	if !sc.Null || v.Kind() != reflect.Pointer {
		return t.parse(d, i, s, v)
	}
	inner := reflect.New(v.Type().Elem())
	if !t.parse(d, i, s, inner.Elem()) {
		return false
	}
	v.Set(inner)
	return true
}

func (t *Table) parseOneOf(d Document, i int, sc *Schema, v reflect.Value) bool {
	if v.IsValid() && v.Kind() != reflect.Struct {
		return false
	}
	for n, m := range sc.Members {
		if t.TypesOf(m.Schema)&d.jsonType(i) != 0 {
			return t.parse(d, i, m.Schema, fieldOf(v, n))
		}
	}
	return false
}

// TypesOf is the set of JSON types that a schema admits.
func (t *Table) TypesOf(s int) JSONTypes {
	sc := &t.Schemas[s]
	types := sc.Types
	switch sc.Kind {
	case AnySchema:
		types = AnyType
	case StringSchema, BytesSchema:
		types = StringType
	case IntegerSchema:
		types = IntegerType
	case NumberSchema:
		types = NumberType
	case BoolSchema:
		types = BoolType
	case NullSchema:
		types = NullType
	case ArraySchema:
		types = ArrayType
	case ObjectSchema, MapSchema, ErrorSchema:
		types = ObjectType
	case OneOfSchema:
		for _, m := range sc.Members {
			types |= t.TypesOf(m.Schema)
		}
	}
	if sc.Null {
		types |= NullType
	}
	return types
}

// parseText reads a text, such as a header or what stands in a message, into v.
func (t *Table) parseText(text string, s int, v reflect.Value) bool {
	sc := &t.Schemas[s]
	if v.Kind() == reflect.Pointer {
		inner := reflect.New(v.Type().Elem())
		if !t.parseText(text, s, inner.Elem()) {
			return false
		}
		v.Set(inner)
		return true
	}
	switch sc.Kind {
	case AnySchema, StringSchema:
		return setString(v, text)
	case BytesSchema:
		return setBytes(v, text)
	case BoolSchema:
		return (text == "true" || text == "false") && setBool(v, text == "true")
	case UnionSchema:
		u, ok := scalarOfText(text, sc.Types)
		return ok && setScalar(v, u)
	case IntegerSchema:
		return isInteger(text) && setNumber(v, sc, text)
	case NumberSchema, SecondsSchema, MillisSchema, UnixSchema:
		return numberLen(text) == len(text) && text != "" && setNumber(v, sc, text)
	}
	d, ok := Scan(text) // lists and objects in a header
	return ok && t.parse(d, 0, s, v)
}

// addressOf is the address of a value, if it is of a type.
func addressOf[T any](v reflect.Value) (*T, bool) {
	if !v.IsValid() || !v.CanAddr() {
		return nil, false
	}
	p, ok := v.Addr().Interface().(*T)
	return p, ok
}

// What follows stores values in v; with the zero v it only checks.

func setAny(v reflect.Value, x any) bool {
	switch {
	case !v.IsValid():
		return true
	case v.Kind() != reflect.Interface:
		return false
	case x == nil:
		v.SetZero()
		return true
	}
	v.Set(reflect.ValueOf(x))
	return true
}

func setString(v reflect.Value, text string) bool {
	switch v.Kind() {
	case reflect.String:
		v.SetString(text)
	case reflect.Interface:
		v.Set(reflect.ValueOf(text))
	case reflect.Invalid:
	default:
		return false
	}
	return true
}

func setBool(v reflect.Value, is bool) bool {
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(is)
	case reflect.Invalid:
	default:
		return false
	}
	return true
}

func setBytes(v reflect.Value, text string) bool {
	b, err := base64.StdEncoding.DecodeString(text)
	if err != nil || v.IsValid() && !isBytes(v) {
		return false
	}
	if v.IsValid() {
		v.SetBytes(b)
	}
	return true
}

func setInt(v reflect.Value, n int64) bool {
	switch v.Kind() {
	case reflect.Int, reflect.Int32, reflect.Int64:
		if v.OverflowInt(n) {
			return false
		}
		v.SetInt(n)
	case reflect.Invalid:
	default:
		return false
	}
	return true
}

// setNumber stores a JSON number as the Go type of the schema.
func setNumber(v reflect.Value, sc *Schema, text string) bool {
	switch sc.Kind {
	case NumberSchema:
		f, err := strconv.ParseFloat(text, 64)
		return err == nil && setFloat(v, f)
	case SecondsSchema, MillisSchema:
		d, ok := parseDuration(text, unitOf(sc))
		return ok && setInt(v, int64(d))
	case UnixSchema:
		at, ok := parseUnix(text)
		if ok && v.IsValid() {
			v.Set(reflect.ValueOf(at))
		}
		return ok
	}
	whole, ok := integerText(text)
	if !ok {
		return false
	}
	switch sc.Format {
	case "uint64":
		n, err := strconv.ParseUint(whole, 10, 64)
		if err == nil && v.IsValid() {
			v.SetUint(n)
		}
		return err == nil
	case "int32":
		n, err := strconv.ParseInt(whole, 10, 32)
		return err == nil && setInt(v, n)
	}
	n, err := strconv.ParseInt(whole, 10, 64)
	return err == nil && setInt(v, n)
}

func setFloat(v reflect.Value, f float64) bool {
	switch v.Kind() {
	case reflect.Float64:
		v.SetFloat(f)
	case reflect.Invalid:
	default:
		return false
	}
	return true
}
