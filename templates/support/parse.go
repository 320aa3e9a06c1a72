package support

//errgen:if params

import (
	"reflect"
)

// parse reads the value of token i, of schema s, into what p points to. It
// reports false for a value of another type, or one that Go's type cannot hold;
// bounds, patterns and enums are not looked at. With a nil p it only checks.
func (t *table) parse(d document, i, s int, p any) bool {
	sc := &t.schemas[s]
	//errgen:if generator
	if v, ok := p.(*dynamicValue); ok {
		return v.parse(t, d, i, s)
	}
	//errgen:end
	if e, ok := pointed(p); ok && e.Kind() == reflect.Pointer {
		if d.tokens[i].kind == 'n' && sc.null {
			e.SetZero()
			return true
		}
		v := reflect.New(e.Type().Elem())
		if !t.parse(d, i, s, v.Interface()) {
			return false
		}
		e.Set(v)
		return true
	}
	if d.tokens[i].kind == 'n' && sc.null {
		if e, ok := pointed(p); ok {
			e.SetZero()
		}
		return true
	}
	switch sc.kind {
	case anySchema:
		return set(p, toAny(d, i))
	case stringSchema:
		return d.tokens[i].kind == '"' && setString(p, d.string(i))
	case boolSchema:
		return (d.tokens[i].kind == 't' || d.tokens[i].kind == 'f') && set(p, d.tokens[i].kind == 't')
	case nullSchema:
		return d.tokens[i].kind == 'n'
	case bytesSchema:
		return d.tokens[i].kind == '"' && setBytes(p, d.string(i))
	case integerSchema, numberSchema, secondsSchema, millisSchema, unixSchema:
		return d.tokens[i].kind == '0' && setNumber(p, sc, d.raw(i))
	//errgen:if unions
	case unionSchema:
		v, ok := parseScalar(d, i, sc.types)
		return ok && setScalar(p, v)
		//errgen:end
	//errgen:if nested
	case errorSchema:
		return t.parseNested(d, i, sc.part, p)
		//errgen:end
	//errgen:if lists
	case arraySchema:
		return d.tokens[i].kind == '[' && t.parseArray(d, i, sc, p)
		//errgen:end
	//errgen:if maps
	case mapSchema:
		return d.tokens[i].kind == '{' && t.parseMap(d, i, sc.items, p, nil)
		//errgen:end
	//errgen:if records
	case objectSchema:
		return d.tokens[i].kind == '{' && t.parseObject(d, i, sc, p)
	case oneOfSchema:
		return t.parseOneOf(d, i, sc, p)
		//errgen:end
	}
	return false
}

// pointed is what p points to.
func pointed(p any) (reflect.Value, bool) {
	switch p.(type) {
	case nil, *string, *int64, *float64, *bool, *map[string]any: // spared reflection
		return reflect.Value{}, false
		//errgen:if generator
	case *dynamicValue:
		return reflect.Value{}, false
		//errgen:end
	}
	return reflect.ValueOf(p).Elem(), true
}

//errgen:if lists

func (t *table) parseArray(d document, i int, sc *schema, p any) bool {
	n := d.len(i)
	var list reflect.Value
	if p != nil {
		e := reflect.ValueOf(p).Elem()
		if e.Kind() != reflect.Slice {
			return false
		}
		list = reflect.MakeSlice(e.Type(), n, n)
	}
	for k, at := i+1, 0; k < d.tokens[i].next; k, at = d.tokens[k].next, at+1 {
		var item any
		if p != nil {
			item = list.Index(at).Addr().Interface()
		}
		if !t.parse(d, k, sc.items, item) {
			return false
		}
	}
	if p != nil {
		reflect.ValueOf(p).Elem().Set(list)
	}
	return true
}

//errgen:end

//errgen:if maps

// parseMap reads the members of the object i, but for names that are taken,
// into the map that p points to.
func (t *table) parseMap(d document, i, s int, p any, taken func(string) bool) bool {
	if m, ok := p.(*map[string]any); ok && t.schemas[s].kind == anySchema {
		if members := anyMembers(d, i, taken); taken == nil || len(members) > 0 {
			*m = members
		}
		return true
	}
	var members reflect.Value
	if p != nil {
		e := reflect.ValueOf(p).Elem()
		if e.Kind() != reflect.Map {
			return false
		}
		members = reflect.MakeMap(e.Type())
	}
	for k := i + 1; k < d.tokens[i].next; k = d.tokens[k+1].next {
		name := d.string(k)
		if taken != nil && taken(name) {
			continue
		}
		if p == nil {
			if !t.parse(d, k+1, s, nil) {
				return false
			}
			continue
		}
		v := reflect.New(members.Type().Elem())
		if !t.parse(d, k+1, s, v.Interface()) {
			return false
		}
		members.SetMapIndex(reflect.ValueOf(name), v.Elem())
	}
	if p != nil && (taken == nil || members.Len() > 0) {
		reflect.ValueOf(p).Elem().Set(members)
	}
	return true
}

//errgen:end

//errgen:if records

// parseObject reads a struct. Unknown members are ignored; one that is missing
// although required makes it another object.
func (t *table) parseObject(d document, i int, sc *schema, p any) bool {
	r, ok := p.(record)
	if !ok && p != nil {
		return false
	}
	value := func(n int) any {
		if r == nil {
			return nil
		}
		return r.value(n)
	}
	for n, m := range sc.members {
		switch k := d.member(i, m.name); {
		case k < 0:
			if !m.optional {
				return false
			}
		case m.optional:
			if !t.parseOptional(d, k, m.schema, value(n)) {
				return false
			}
		case !t.parse(d, k, m.schema, value(n)):
			return false
		}
	}
	//errgen:if maps
	if sc.open {
		taken := func(name string) bool { return sc.member(name) >= 0 }
		return t.parseMap(d, i, sc.items, value(len(sc.members)), taken)
	}
	//errgen:end
	return true
}

//errgen:end

// parseOptional reads a value that may be absent. Null is absent, unless it is a
// value of the schema: then an outer pointer says that it is there.
func (t *table) parseOptional(d document, i, s int, p any) bool {
	null := t.schemas[s].null
	if d.tokens[i].kind == 'n' && !null && t.schemas[s].kind != anySchema {
		return true
	}
	e, ok := pointed(p)
	if !ok || !null || e.Kind() != reflect.Pointer {
		return t.parse(d, i, s, p)
	}
	inner := reflect.New(e.Type().Elem())
	if !t.parse(d, i, s, inner.Interface()) {
		return false
	}
	e.Set(inner)
	return true
}

//errgen:if records

func (t *table) parseOneOf(d document, i int, sc *schema, p any) bool {
	r, ok := p.(record)
	if !ok && p != nil {
		return false
	}
	for n, m := range sc.members {
		if t.typesOf(m.schema)&d.jsonType(i) == 0 {
			continue
		}
		if p == nil {
			return t.parse(d, i, m.schema, nil)
		}
		return t.parse(d, i, m.schema, r.value(n))
	}
	return false
}

//errgen:end

// typesOf is the set of JSON types that a schema admits.
func (t *table) typesOf(s int) jsonTypes {
	sc := &t.schemas[s]
	types := sc.types
	switch sc.kind {
	case anySchema:
		types = anyType
	case stringSchema, bytesSchema:
		types = stringType
	case integerSchema:
		types = integerType
	case numberSchema:
		types = numberType
	case boolSchema:
		types = boolType
	case nullSchema:
		types = nullType
	case arraySchema:
		types = arrayType
	case objectSchema, mapSchema, errorSchema:
		types = objectType
	case oneOfSchema:
		for _, m := range sc.members {
			types |= t.typesOf(m.schema)
		}
	}
	if sc.null {
		types |= nullType
	}
	return types
}

// parseText reads a text, such as a header or what stands in a message, into
// what p points to.
func (t *table) parseText(text string, s int, p any) bool {
	sc := &t.schemas[s]
	if e, ok := pointed(p); ok && e.Kind() == reflect.Pointer {
		v := reflect.New(e.Type().Elem())
		if !t.parseText(text, s, v.Interface()) {
			return false
		}
		e.Set(v)
		return true
	}
	//errgen:if generator
	if v, ok := p.(*dynamicValue); ok {
		return v.parseText(t, text, s)
	}
	//errgen:end
	switch sc.kind {
	case anySchema, stringSchema:
		return setString(p, text)
	case bytesSchema:
		return setBytes(p, text)
	case boolSchema:
		return (text == "true" || text == "false") && set(p, text == "true")
	//errgen:if unions
	case unionSchema:
		v, ok := scalarOfText(text, sc.types)
		return ok && setScalar(p, v)
		//errgen:end
	case integerSchema:
		return isInteger(text) && setNumber(p, sc, text)
	case numberSchema, secondsSchema, millisSchema, unixSchema:
		return numberLen(text) == len(text) && text != "" && setNumber(p, sc, text)
	}
	d, ok := scan(text) // lists and objects in a header
	return ok && t.parse(d, 0, s, p)
}

//errgen:end
