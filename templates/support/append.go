package support

//errgen:if params

import (
	"encoding/base64"
	"reflect"
	"slices"
	"sort"
	"strconv"
	"time"
)

// appendValue appends the value that p points to, of schema s, as JSON.
func (w *writer) appendValue(b []byte, s int, p any, depth int) []byte {
	if depth > maxNesting {
		return append(b, "null"...)
	}
	switch v := p.(type) {
	case *string:
		return appendQuoted(b, *v)
	case *int64, *int32, *uint64, *float64, *bool:
		return w.t.appendScalarText(b, s, p)
	//errgen:if times
	case *time.Duration, *time.Time:
		return w.t.appendScalarText(b, s, p)
		//errgen:end
	case *[]byte:
		return appendQuoted(b, base64.StdEncoding.EncodeToString(*v))
	case *any:
		return appendAny(b, *v, depth)
	//errgen:if nested
	case *error:
		return w.appendNested(b, s, *v)
		//errgen:end
	//errgen:if unions
	case union:
		if v.scalar().kind <= nullType {
			return w.t.appendZero(b, s)
		}
		return v.scalar().appendJSON(b)
		//errgen:end
	//errgen:if records
	case record:
		return w.appendRecord(b, s, v, depth)
		//errgen:end
	//errgen:if generator
	case *dynamicValue:
		return append(b, v.json...)
		//errgen:end
	}
	return w.appendReflect(b, s, reflect.ValueOf(p).Elem(), depth)
}

// appendReflect appends values of types that the catalog names, pointers,
// lists and maps.
func (w *writer) appendReflect(b []byte, s int, v reflect.Value, depth int) []byte {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			return w.appendValue(b, s, v.Interface(), depth)
		}
	case reflect.String:
		return appendQuoted(b, v.String())
	//errgen:if lists
	case reflect.Slice:
		if sc := &w.t.schemas[s]; !v.IsNil() || !sc.null {
			b = append(b, '[')
			for i := 0; i < v.Len(); i++ {
				item := v.Index(i).Addr().Interface()
				//errgen:if nested
				if err, ok := item.(*error); ok && !w.nests(sc.items, *err) {
					continue
				}
				//errgen:end
				b = append(w.appendValue(b, sc.items, item, depth+1), ',')
			}
			return append(trimComma(b), ']')
		}
		//errgen:end
	//errgen:if maps
	case reflect.Map:
		if sc := &w.t.schemas[s]; !v.IsNil() || !sc.null {
			b = append(b, '{')
			b = w.appendMembers(b, sc.items, v, depth+1, nil)
			return append(trimComma(b), '}')
		}
		//errgen:end
	}
	return append(b, "null"...)
}

//errgen:if maps

// appendMembers appends the members of a map in the order of their names, each
// with a comma, but for names that are taken.
func (w *writer) appendMembers(b []byte, s int, v reflect.Value, depth int, taken func(string) bool) []byte {
	names := make([]string, 0, v.Len())
	for _, k := range v.MapKeys() {
		names = append(names, k.String())
	}
	sort.Strings(names)
	for _, name := range names {
		if taken != nil && taken(name) {
			continue
		}
		b = append(appendQuoted(b, name), ':')
		value := reflect.New(v.Type().Elem())
		value.Elem().Set(v.MapIndex(reflect.ValueOf(name).Convert(v.Type().Key())))
		b = append(w.appendValue(b, s, value.Interface(), depth), ',')
	}
	return b
}

//errgen:end

//errgen:if records

// appendRecord appends an object, or the alternative that is set.
func (w *writer) appendRecord(b []byte, s int, r record, depth int) []byte {
	sc := &w.t.schemas[s]
	if sc.kind == oneOfSchema {
		for i, m := range sc.members {
			if p := r.value(i); isPresent(p) {
				return w.appendValue(b, m.schema, p, depth+1)
			}
		}
		return w.t.appendZero(b, s)
	}
	b = append(b, '{')
	for i, m := range sc.members {
		p := r.value(i)
		if m.optional {
			if !isPresent(p) {
				continue
			}
			p = present(p, w.t.schemas[m.schema].null)
		}
		b = append(appendQuoted(b, m.name), ':')
		b = append(w.appendValue(b, m.schema, p, depth+1), ',')
	}
	//errgen:if maps
	if sc.open {
		taken := func(name string) bool { return sc.member(name) >= 0 }
		b = w.appendMembers(b, sc.items, reflect.ValueOf(r.value(len(sc.members))).Elem(), depth+1, taken)
	}
	//errgen:end
	return append(trimComma(b), '}')
}

//errgen:if maps

// member is the index of the member with a name, -1 if there is none.
func (s *schema) member(name string) int {
	return slices.IndexFunc(s.members, func(m member) bool { return m.name == name })
}

//errgen:end

//errgen:end

// isPresent reports whether an optional value is there: pointers, lists, maps
// and interfaces that are not nil.
func isPresent(p any) bool {
	switch v := p.(type) {
	case nil:
		return false
	case *string, *int64, *bool:
		return true
	case **string:
		return *v != nil
	case **int64:
		return *v != nil
	//errgen:if maps
	case *map[string]any:
		return *v != nil
		//errgen:end
	//errgen:if times
	case **time.Duration:
		return *v != nil
		//errgen:end
	//errgen:if generator
	case *dynamicValue:
		return v.json != ""
		//errgen:end
	}
	e := reflect.ValueOf(p).Elem()
	switch e.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map, reflect.Interface:
		return !e.IsNil()
	}
	return true
}

// present is the pointer to the value of an optional one that is there. If null
// is a value too, the outer pointer says that it is there, the inner one which.
func present(p any, null bool) any {
	if e := reflect.ValueOf(p).Elem(); null && e.Kind() == reflect.Pointer && !e.IsNil() {
		return e.Interface()
	}
	return p
}

// appendPlain appends a scalar as text, without quotes or escapes.
func (w *writer) appendPlain(b []byte, s int, p any) []byte {
	switch v := p.(type) {
	case *string:
		return append(b, *v...)
	case *[]byte:
		return append(b, base64.StdEncoding.EncodeToString(*v)...)
	//errgen:if unions
	case union:
		return v.scalar().appendText(b)
		//errgen:end
	case *any:
		if text, ok := (*v).(string); ok {
			return append(b, text...)
		}
		return appendAny(b, *v, 0)
	//errgen:if records
	case record:
		return w.appendRecord(b, s, v, 0)
		//errgen:end
	//errgen:if generator
	case *dynamicValue:
		return append(b, v.text()...)
		//errgen:end
	}
	switch e := reflect.ValueOf(p).Elem(); e.Kind() {
	case reflect.String:
		return append(b, e.String()...)
	case reflect.Pointer:
		if e.IsNil() {
			return b
		}
		return w.appendPlain(b, s, e.Interface())
	//errgen:if lists || maps
	case reflect.Slice, reflect.Map:
		return w.appendReflect(b, s, e, 0)
		//errgen:end
	}
	return w.t.appendScalarText(b, s, p)
}

// appendScalarText appends a number, a boolean, a duration or a time: the same
// in a text and in JSON.
func (t *table) appendScalarText(b []byte, s int, p any) []byte {
	switch v := p.(type) {
	case *int64:
		return strconv.AppendInt(b, *v, 10)
	case *int32:
		return strconv.AppendInt(b, int64(*v), 10)
	case *uint64:
		return strconv.AppendUint(b, *v, 10)
	case *int:
		return strconv.AppendInt(b, int64(*v), 10)
	case *float64:
		return appendFloat(b, *v)
	case *bool:
		return strconv.AppendBool(b, *v)
	//errgen:if times
	case *time.Duration:
		return appendDuration(b, *v, &t.schemas[s])
	case *time.Time:
		if t.schemas[s].types&numberType != 0 {
			return appendFloat(b, float64(v.UnixMicro())/1e6)
		}
		return strconv.AppendInt(b, v.Unix(), 10)
		//errgen:end
	}
	return b
}

//errgen:if times

// appendDuration appends a duration in the schema's unit. A whole number is
// rounded up: nobody is told to come back too early.
func appendDuration(b []byte, d time.Duration, s *schema) []byte {
	unit := unitOf(s)
	if s.types&numberType != 0 {
		return appendFraction(b, d, unit)
	}
	n := d / unit
	if d%unit > 0 {
		n++
	}
	return strconv.AppendInt(b, int64(n), 10)
}

// appendFraction appends a duration as a number of units, to the nanosecond.
func appendFraction(b []byte, d, unit time.Duration) []byte {
	n := uint64(d)
	if d < 0 {
		b = append(b, '-')
		n = -n
	}
	b = strconv.AppendUint(b, n/uint64(unit), 10)
	rest := n % uint64(unit)
	if rest == 0 {
		return b
	}
	b = append(b, '.')
	for rest > 0 {
		rest *= 10
		b = append(b, '0'+byte(rest/uint64(unit)))
		rest %= uint64(unit)
	}
	return b
}

func unitOf(s *schema) time.Duration {
	if s.kind == millisSchema {
		return time.Millisecond
	}
	return time.Second
}

//errgen:end

//errgen:if maps

// appendMap appends the members of the map that p points to, each with a comma.
func (w *writer) appendMap(b []byte, s *schema, p any, taken func(string) bool) []byte {
	//errgen:if generator
	if v, ok := p.(*dynamicValue); ok {
		return v.appendMembers(b, taken)
	}
	//errgen:end
	e := reflect.ValueOf(p).Elem()
	if e.Kind() == reflect.Pointer {
		e = e.Elem()
	}
	if e.Kind() != reflect.Map {
		return b
	}
	return w.appendMembers(b, s.items, e, 1, taken)
}

//errgen:end

//errgen:end
