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
func (t *Table) status(e *Entry, data reflect.Value) int {
	if e == nil {
		return 500
	}
	if e.is(HasStatus) && data.IsValid() {
		if status := int(data.Field(0).Int()); e.Status.contain(status) {
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
	entry    *Entry
	page     *page         // the body as text; nil: it is JSON
	around   []any         // the data of the errors in whose body this one stands
	data     any           // nil: none
	fields   reflect.Value // of the data; zero: none
	exchange reflect.Value // a struct; zero: none
	prints   bool          // for people: sensitive params are hidden, the others made safe to print
}

// begin makes w, which is zero, write an occurrence of an entry. One that needs no data
// has, without, what the entry's constructor presets.
func (w *writer) begin(t *Table, e *Entry, data any, exchange reflect.Value) {
	w.t, w.entry, w.data, w.exchange = t, e, data, exchange
	if data == nil && len(e.Params) > 0 && e.is(IsStatic) {
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
			b = strconv.AppendInt(b, int64(w.t.status(w.entry, w.fields)), 10)
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
	param := w.t.operandParam(w.entry, operand)
	v := w.operand(operand)
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
		if v.Kind() == reflect.String {
			return AppendEscaped(b, v.String())
		}
		return AppendEscaped(b, string(w.appendPlain(nil, param.Schema, v)))
	case OpQuoted:
		return appendQuotedPairs(b, string(w.appendPlain(nil, param.Schema, v)))
	case OpMarkup:
		return w.page.append(b, string(AppendMarkup(nil, string(w.appendPlain(nil, param.Schema, v)))))
	}
	if w.page != nil {
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
		return append(b, "[redacted]"...)
	}
	return append(b, bound(string(w.appendPlain(nil, param.Schema, v)))...)
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
	if len(e.Reads) > 0 && w.t.Envelopes[e.Reads[0].Envelope].Kind == TextBody {
		w.page = &page{start: len(b), end: -1}
		return w.page.trim(w.run(b, e.Body))
	}
	return w.run(b, e.Body)
}

// appendItems appends one body for several occurrences of entries of one
// repeated envelope: the first's, with the items of all.
func (t *Table) appendItems(b []byte, os []Occurrence, exchange reflect.Value) []byte {
	first := t.lookup(os[0].Row)
	head, _, tail := first.Body.items()
	var outer writer
	outer.begin(t, first, os[0].Data, exchange)
	b = outer.run(b, head)
	for i := range os {
		if i > 0 {
			b = append(b, ',')
		}
		e := t.lookup(os[i].Row)
		_, item, _ := e.Body.items()
		var w writer
		w.begin(t, e, os[i].Data, exchange)
		b = w.run(b, item)
	}
	return outer.run(b, tail)
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
