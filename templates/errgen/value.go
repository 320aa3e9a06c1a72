package errgen

import "reflect"

// SetParam stores a JSON text in the field v of a param. It reports false for one
// that is none of its schema's type.
func (t *Table) SetParam(p *Param, v reflect.Value, json string) bool {
	d, ok := Scan(json)
	if !ok {
		return false
	}
	if p.Flags&IsOptional != 0 {
		return t.parseOptional(d, 0, p.Schema, v)
	}
	return t.parse(d, 0, p.Schema, v)
}

// ParamJSON is the value in the field v of a param as a JSON text, "" if it is absent.
func (t *Table) ParamJSON(p *Param, v reflect.Value) string {
	if p.Flags&IsOptional != 0 && !isPresent(v) {
		return ""
	}
	if p.Flags&IsOptional != 0 && t.Schemas[p.Schema].Null && v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	w := writer{t: t}
	return string(w.appendValue(nil, p.Schema, v, 0))
}
