package support

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
)

// status is the HTTP status with which an occurrence is written: its own, if
// its entry leaves a choice and it is among it, else the entry's first. One that
// is not documented is 500, or the first of the envelope where that does not occur
// under 500.
func (t *table) status(e *entry, data Data) int {
	if e == nil {
		return 500
	}
	//errgen:if params
	if e.is(hasStatus) && data != nil {
		_, p := data.at(0)
		if status, ok := p.(*int); ok && e.status.contain(*status) {
			return *status
		}
	}
	//errgen:end
	status := e.status
	if len(status) == 0 && len(e.reads) > 0 {
		status = t.envelopes[e.reads[0].envelope].status
		if status.contain(500) {
			return 500
		}
	}
	if len(status) == 0 {
		return 500
	}
	return int(status[0].lo)
}

//errgen:if params

// operandParam is the param of a program's operand.
func (t *table) operandParam(e *entry, operand int) *param {
	//errgen:if exchange
	if operand&1 != 0 {
		return &t.exchange[operand>>1]
	}
	//errgen:end
	return &e.params[operand>>1]
}

//errgen:end

// writer runs programs of an entry for an occurrence.
type writer struct {
	t     *table
	entry *entry

	//errgen:if params
	page *page // the body as text; nil: it is JSON
	//errgen:end

	//errgen:if nested
	within *writer // of the error in whose body this one stands; nil: none
	//errgen:end

	data     Data   // nil: none
	exchange record // nil: none
	prints   bool   // for people: sensitive params are hidden, the others made safe to print
}

// begin makes w write an occurrence of an entry. One without data has what the
// entry's constructor presets.
func (w *writer) begin(t *table, e *entry, o *occurrence) {
	w.t, w.entry, w.data, w.exchange = t, e, o.data, o.exchange
	if w.data == nil && len(e.params) > 0 && e.is(isStatic) {
		w.data = e.newData()
	}
}

//errgen:if params

// operand is the pointer to the value of a program's operand, nil if there is none.
func (w *writer) operand(operand int) any {
	//errgen:if exchange
	if operand&1 != 0 {
		if w.exchange == nil {
			return nil
		}
		return w.exchange.value(operand >> 1)
	}
	//errgen:end
	if w.data == nil {
		return nil
	}
	_, p := w.data.at(operand >> 1)
	return p
}

// has reports whether the value of an operand is there.
func (w *writer) has(operand int) bool {
	p := w.operand(operand)
	return p != nil && (w.t.operandParam(w.entry, operand).flags&isOptional == 0 || isPresent(p))
}

// page is a body that is text. It is read without outer white space, and with LF
// for CRLF (docs/spec.md#matching-texts), so params put none there in the first
// place, nor what is no UTF-8.
type page struct {
	start int
	leads bool // it begins with a param
	end   int  // of the last param
}

// append appends a param's text.
func (p *page) append(b []byte, text string) []byte {
	p.leads = p.leads || len(b) == p.start
	b = append(b, unixLines(validText(text))...)
	p.end = len(b)
	return b
}

// trim takes outer white space off a body that begins or ends with a param.
func (p *page) trim(b []byte) []byte {
	if p.end == len(b) {
		b = append(b[:p.start], bytes.TrimRightFunc(b[p.start:], unicode.IsSpace)...)
	}
	if p.leads {
		b = append(b[:p.start], bytes.TrimLeftFunc(b[p.start:], unicode.IsSpace)...)
	}
	return b
}

//errgen:end

// run appends what a program writes.
func (w *writer) run(b []byte, p program) []byte {
	for i := 0; i < len(p); i++ {
		s := &p[i]
		b = append(b, s.literal...)
		//errgen:if params
		switch s.op {
		case opNone, opEnd, opItems, opLast:
		case opText, opString, opQuoted, opValue:
			b = w.value(b, s.op, s.operand)
		case opStatus:
			b = strconv.AppendInt(b, int64(w.t.status(w.entry, w.data)), 10)
		case opIf:
			if !w.has(s.operand) {
				i += s.skip
			}
		case opPick:
			i = w.pick(p, i)
		case opOr: // the alternative is written: leave the others
			for p[i].op == opOr {
				i += p[i].skip
			}
		case opNumber:
			b = w.number(b, p[i+1:i+s.skip+1])
			i += s.skip
		case opClose:
			b = append(trimComma(b), '}')
		case opDrop:
			if b[len(b)-1] == '{' {
				b = b[:len(b)-s.operand]
			} else {
				b = append(trimComma(b), "},"...)
			}
		//errgen:if maps
		case opMore:
			b = w.more(b, s.operand, p[i+s.skip].literal)
			i += s.skip
			//errgen:end
		}
		//errgen:end
	}
	return b
}

//errgen:if params

// number writes what values out of bounds may have made no number of.
func (w *writer) number(b []byte, p program) []byte {
	start := len(b)
	b = w.run(b, p)
	if text := string(b[start:]); numberLen(text) != len(text) || text == "" {
		b = appendQuoted(b[:start], text)
	}
	return b
}

// pick returns before which segment the first alternative begins all of whose params
// are there, the last if there is none.
func (w *writer) pick(p program, i int) int {
	for {
		end := i + p[i].skip
		if p[end].op == opEnd || w.complete(p[i+1:end+1]) {
			return i
		}
		i = end
	}
}

// complete reports whether all params of an alternative are there.
func (w *writer) complete(p program) bool {
	for i := range p {
		if s := &p[i]; s.takesParam() && !w.has(s.operand) {
			return false
		}
	}
	return true
}

// value appends the value of a param.
func (w *writer) value(b []byte, op op, operand int) []byte {
	param := w.t.operandParam(w.entry, operand)
	p := w.operand(operand)
	if w.prints {
		return w.print(b, param, p)
	}
	if p == nil || param.flags&isOptional != 0 && !isPresent(p) {
		if op != opValue {
			return b
		}
		return w.t.appendZero(b, param.schema)
	}
	if param.flags&isOptional != 0 {
		p = present(p, w.t.schemas[param.schema].null)
	}
	switch op {
	case opValue:
		return w.appendValue(b, param.schema, p, 0)
	case opString:
		if s, ok := p.(*string); ok {
			return appendEscaped(b, *s)
		}
		return appendEscaped(b, string(w.appendPlain(nil, param.schema, p)))
	case opQuoted:
		return appendQuotedPairs(b, string(w.appendPlain(nil, param.schema, p)))
	}
	if w.page != nil {
		return w.page.append(b, string(w.appendPlain(nil, param.schema, p)))
	}
	return w.appendPlain(b, param.schema, p)
}

// appendZero appends what stands for a required value that is not there: an
// exchange value that the writer has none of, a union or an alternative of which
// nothing is set.
func (t *table) appendZero(b []byte, s int) []byte {
	types := t.typesOf(s)
	switch {
	case types&nullType != 0:
		return append(b, "null"...)
	case types&stringType != 0:
		return append(b, `""`...)
	case types&(integerType|numberType) != 0:
		return append(b, '0')
	case types&boolType != 0:
		return append(b, "false"...)
	case types&arrayType != 0:
		return append(b, "[]"...)
	}
	return append(b, "{}"...)
}

// print appends a param for people.
func (w *writer) print(b []byte, param *param, p any) []byte {
	switch {
	case p == nil:
		return append(append(append(b, '{'), param.name...), '}')
	case param.flags&isSensitive != 0:
		return append(b, "[redacted]"...)
	}
	return append(b, bound(string(w.appendPlain(nil, param.schema, p)))...)
}

//errgen:if maps

// more writes the members of a map, but for those with names that are taken.
func (w *writer) more(b []byte, operand int, names string) []byte {
	p := w.operand(operand)
	if p == nil {
		return b
	}
	taken := func(name string) bool { return inNames(names, name) }
	s := &w.t.schemas[w.t.operandParam(w.entry, operand).schema]
	return w.appendMap(b, s, p, taken)
}

// inNames reports whether names, each ended by a NUL, have one.
func inNames(names, name string) bool {
	for names != "" {
		next, rest, _ := strings.Cut(names, "\x00")
		if next == name {
			return true
		}
		names = rest
	}
	return false
}

//errgen:end

//errgen:end

// appendBody appends the wire body of an occurrence.
func (t *table) appendBody(b []byte, o *occurrence) []byte {
	e := t.lookup(o.id)
	if e == nil {
		return b
	}
	var w writer
	w.begin(t, e, o)
	return w.body(b)
}

// body appends the wire body.
func (w *writer) body(b []byte) []byte {
	//errgen:if params
	if e := w.entry; len(e.reads) > 0 && w.t.envelopes[e.reads[0].envelope].kind == textBody {
		w.page = &page{start: len(b), end: -1}
		return w.page.trim(w.run(b, e.body))
	}
	//errgen:end
	return w.run(b, w.entry.body)
}

// complete reports whether an occurrence has all the data that its entry needs.
func (t *table) complete(o *occurrence) bool {
	e := t.lookup(o.id)
	return e != nil && (o.data != nil || e.is(isStatic))
}

//errgen:if repeated

// appendItems appends one body for several occurrences of entries of one
// repeated envelope: the first's, with the items of all.
func (t *table) appendItems(b []byte, os []occurrence) []byte {
	first := t.lookup(os[0].id)
	head, _, tail := first.body.items()
	var outer writer
	outer.begin(t, first, &os[0])
	b = outer.run(b, head)
	for i := range os {
		if i > 0 {
			b = append(b, ',')
		}
		e := t.lookup(os[i].id)
		_, item, _ := e.body.items()
		var w writer
		w.begin(t, e, &os[i])
		b = w.run(b, item)
	}
	return outer.run(b, tail)
}

// items splits a body at the item that is repeated.
func (p program) items() (head, item, tail program) {
	begin, end := p.index(opItems)+1, p.index(opLast)+1
	return p[:begin], p[begin:end], p[end:]
}

// index is the first segment with an operation, -1 if there is none.
func (p program) index(op op) int {
	for i := range p {
		if p[i].op == op {
			return i
		}
	}
	return -1
}

//errgen:end
