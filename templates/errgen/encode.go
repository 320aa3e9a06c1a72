package errgen

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// status is the HTTP status with which an occurrence is written: its own, if
// its entry leaves a choice and it is among it, else the entry's first. One that
// is not documented is 500, or the first of the envelope where that does not occur
// under 500.
func (t *Table) status(e *Entry, data any) int {
	if e == nil {
		return 500
	}
	if e.is(HasStatus) && data != nil {
		if status := int(fields(data).Field(0).Int()); e.Status.contain(status) {
			return status
		}
	}
	status := e.Status
	if len(status) == 0 && len(e.Reads) > 0 {
		status = t.Envelopes[e.Reads[0].Envelope].Status
		if status.contain(500) {
			return 500
		}
	}
	if len(status) == 0 {
		return 500
	}
	return int(status[0].Lo)
}

// operandParam is the param of a program's operand.
func (t *Table) operandParam(e *Entry, operand int) *Param {
	if operand&1 != 0 {
		return &t.Exchange[operand>>1]
	}
	return &e.Params[operand>>1]
}

// writer runs programs of an entry for an occurrence.
type writer struct {
	t        *Table
	entry    *Entry        // nil: a bare 500
	page     page          // of a body that is text
	prints   bool          // for people: sensitive params are hidden, the others made safe to print
	data     any           // nil: none
	around   []any         // the data of the errors in whose bodies this one stands
	fields   reflect.Value // of the data; zero: none
	exchange reflect.Value // a struct; zero: none
}

// begin makes w, which is zero but for exchange values, write what was raised. What
// needs no data has, without, what the entry's constructor presets.
func (w *writer) begin(t *Table, r written) {
	w.t, w.entry, w.data = t, r.entry, r.data
	if e := r.entry; r.data == nil && e != nil && len(e.Params) > 0 && e.is(IsStatic) {
		w.data = e.newData()
	}
	w.fields = fields(w.data)
}

// operand is the value of a program's operand, the zero Value if there is none.
func (w *writer) operand(operand int) reflect.Value {
	from := w.fields
	if operand&1 != 0 {
		from = w.exchange
	}
	if !from.IsValid() {
		return from
	}
	return from.Field(operand >> 1)
}

// has reports whether the value of an operand is there.
func (w *writer) has(operand int) bool {
	v := w.operand(operand)
	return v.IsValid() && (w.t.operandParam(w.entry, operand).Flags&IsOptional == 0 || isPresent(v))
}

// run appends what a program writes.
func (w *writer) run(b []byte, p Program) []byte {
	for i := 0; i < len(p); i++ {
		s := &p[i]
		b = append(b, s.Literal...)
		switch s.Op {
		case OpNone, OpEnd, OpItems, OpLast:
		case OpText, OpString, OpQuoted, OpMarkup, OpValue:
			b = w.value(b, s.Op, s.Operand)
		case OpStatus:
			b = strconv.AppendInt(b, int64(w.t.status(w.entry, w.data)), 10)
		case OpIf:
			if !w.has(s.Operand) {
				i += s.Skip
			}
		case OpPick:
			i = w.pick(p, i)
		case OpOr: // the alternative is written: leave the others
			for p[i].Op == OpOr {
				i += p[i].Skip
			}
		case OpNumber:
			b = w.number(b, p[i+1:i+s.Skip+1])
			i += s.Skip
		case OpClose:
			b = append(trimComma(b), '}')
		case OpDrop:
			if b[len(b)-1] == '{' {
				b = b[:len(b)-s.Operand]
			} else {
				b = append(trimComma(b), "},"...)
			}
		case OpMore:
			b = w.more(b, s.Operand, p[i+s.Skip].Literal)
			i += s.Skip
		}
	}
	return b
}

// number writes what values out of bounds may have made no number of.
func (w *writer) number(b []byte, p Program) []byte {
	start := len(b)
	b = w.run(b, p)
	if text := string(b[start:]); !isNumber(text) {
		b = AppendQuoted(b[:start], text)
	}
	return b
}

// pick returns before which segment the first alternative begins all of whose params
// are there, the last if there is none.
func (w *writer) pick(p Program, i int) int {
	for {
		end := i + p[i].Skip
		if p[end].Op == OpEnd || w.complete(p[i+1:end+1]) {
			return i
		}
		i = end
	}
}

// complete reports whether all params of an alternative are there.
func (w *writer) complete(p Program) bool {
	for i := range p {
		if s := &p[i]; s.takesParam() && !w.has(s.Operand) {
			return false
		}
	}
	return true
}

// value appends the value of a param.
func (w *writer) value(b []byte, op Op, operand int) []byte {
	v := w.operand(operand)
	if v.Kind() == reflect.String && !w.prints { // as most are
		switch op {
		case OpString:
			return AppendEscaped(b, v.String())
		case OpValue:
			return AppendQuoted(b, v.String())
		}
	}
	param := w.t.operandParam(w.entry, operand)
	if w.prints {
		return w.print(b, param, v)
	}
	optional := param.Flags&IsOptional != 0
	if !v.IsValid() || optional && !isPresent(v) {
		if op != OpValue {
			return b
		}
		return w.t.appendZero(b, param.Schema)
	}
	if optional && w.t.Schemas[param.Schema].Null && v.Kind() == reflect.Pointer { // the outer pointer says that it is there
		v = v.Elem()
	}
	switch op {
	case OpValue:
		return w.appendValue(b, param.Schema, v, 0)
	case OpString:
		if isPlainScalar(v) {
			return w.t.appendScalar(b, param.Schema, v)
		}
		return AppendEscaped(b, string(w.appendPlain(nil, param.Schema, v)))
	case OpQuoted:
		return appendQuotedPairs(b, string(w.appendPlain(nil, param.Schema, v)))
	case OpMarkup:
		return w.page.append(b, string(AppendMarkup(nil, string(w.appendPlain(nil, param.Schema, v)))))
	}
	if w.page.isOpen {
		return w.page.append(b, string(w.appendPlain(nil, param.Schema, v)))
	}
	return w.appendPlain(b, param.Schema, v)
}

// zeros are what stands for no value of some types, the first of those that are admitted.
var zeros = [...]struct {
	types JSONTypes
	text  string
}{{NullType, "null"}, {StringType, `""`}, {IntegerType | NumberType, "0"}, {BoolType, "false"}, {ArrayType, "[]"}, {ObjectType, "{}"}}

// appendZero appends what stands for a required value that is not there: an
// exchange value that the writer has none of, a union or an alternative of which
// nothing is set.
func (t *Table) appendZero(b []byte, s int) []byte {
	types := t.TypesOf(s)
	for i := range zeros {
		if zeros[i].types&types != 0 {
			return append(b, zeros[i].text...)
		}
	}
	return b
}

// print appends a param for people.
func (w *writer) print(b []byte, param *Param, v reflect.Value) []byte {
	switch {
	case !v.IsValid():
		return append(append(append(b, '{'), param.Name...), '}')
	case param.Flags&IsSensitive != 0:
		return append(b, redacted...)
	}
	switch {
	case v.Kind() == reflect.String:
		return append(b, bound(v.String())...)
	case isPlainScalar(v):
		return w.t.appendScalar(b, param.Schema, v)
	}
	return append(b, bound(string(w.appendPlain(nil, param.Schema, v)))...)
}

// isPlainScalar reports whether a value is a number or a boolean, of which the text is
// the JSON, safe to print.
func isPlainScalar(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Int, reflect.Int32, reflect.Int64, reflect.Uint64, reflect.Float64, reflect.Bool:
		return true
	}
	return false
}

// more writes the members of a map, but for those with names that are taken.
func (w *writer) more(b []byte, operand int, names string) []byte {
	v := w.operand(operand)
	if !v.IsValid() {
		return b
	}
	all := strings.SplitAfter(names, "\x00")
	taken := func(name string) bool { return slices.Contains(all, name+"\x00") }
	s := &w.t.Schemas[w.t.operandParam(w.entry, operand).Schema]
	return w.appendMembers(b, s.Items, v, 1, taken)
}

// body appends the wire body.
func (w *writer) body(b []byte) []byte {
	e := w.entry
	if len(e.Fixed) > 0 {
		return append(b, e.Fixed...)
	}
	if len(e.Reads) > 0 && w.t.Envelopes[e.Reads[0].Envelope].Kind == TextBody {
		w.page = page{isOpen: true, start: len(b), end: -1}
		return w.page.trim(w.run(b, e.Body))
	}
	return w.run(b, e.Body)
}

// items appends one body for several occurrences of entries of one repeated
// envelope: that of the first, which w writes, with the items of all.
func (w *writer) items(b []byte, all []written) []byte {
	head, _, tail := w.entry.Body.items()
	b = w.run(b, head)
	for i, r := range all {
		if i > 0 {
			b = append(b, ',')
		}
		one := writer{exchange: w.exchange}
		one.begin(w.t, r)
		_, item, _ := r.entry.Body.items()
		b = one.run(b, item)
	}
	return w.run(b, tail)
}

// items splits a body at the item that is repeated.
func (p Program) items() (head, item, tail Program) {
	begin, end := p.index(OpItems)+1, p.index(OpLast)+1
	return p[:begin], p[begin:end], p[end:]
}

// index is the first segment with an operation, -1 if there is none.
func (p Program) index(op Op) int {
	for i := range p {
		if p[i].Op == op {
			return i
		}
	}
	return -1
}
