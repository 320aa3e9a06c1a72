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
func (t *table) status(o occurrence) int {
	e := t.lookup(o.id)
	if e == nil {
		return 500
	}
	if e.is(hasStatus) {
		if p, ok := t.operand(&o, 0).(*int); ok && e.status.contain(*p) {
			return *p
		}
	}
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

// operand is the pointer to the value of a program's operand, nil if there is none.
func (t *table) operand(o *occurrence, operand int) any {
	i := operand >> 1
	//errgen:if exchange
	if operand&1 != 0 {
		if o.exchange == nil {
			return nil
		}
		return o.exchange.value(i)
	}
	//errgen:end
	if o.data == nil {
		return nil
	}
	_, p := o.data.at(i)
	return p
}

// operandParam is the param of a program's operand.
func (t *table) operandParam(e *entry, operand int) *param {
	//errgen:if exchange
	if operand&1 != 0 {
		return &t.exchange[operand>>1]
	}
	//errgen:end
	return &e.params[operand>>1]
}

// has reports whether the value of an operand is there.
func (t *table) has(o *occurrence, e *entry, operand int) bool {
	p := t.operand(o, operand)
	if p == nil {
		return false
	}
	return t.operandParam(e, operand).flags&isOptional == 0 || isPresent(p)
}

// writer runs a program for an occurrence.
type writer struct {
	t      *table
	entry  *entry
	o      occurrence
	prints bool // for people: sensitive params are hidden, the others made safe to print
	isPage bool // the body is text
	page   page
}

// page is a body that is text. It is read without outer white space, and with LF
// for CRLF (docs/spec.md section 11), so params put none there in the first
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

// writer makes a writer for an occurrence of an entry. One without data has what
// the entry's constructor presets.
func (t *table) writer(e *entry, o occurrence) writer {
	if o.data == nil && len(e.params) > 0 && e.is(isStatic) {
		o.data = e.make()
	}
	return writer{t: t, entry: e, o: o}
}

// run appends what a program writes. It stops at opEnd and opOr, and returns
// what is left after them.
func (w *writer) run(b []byte, p program) ([]byte, program) {
	for {
		literal, op, operand, rest := p.next()
		b = append(b, literal...)
		p = rest
		switch op {
		case 0, opEnd:
			return b, p
		case opOr: // the alternative is written: leave the others
			for or := true; or; {
				p, or = p.skip()
			}
			return b, p
		case opIf:
			if w.t.has(&w.o, w.entry, operand) {
				b, p = w.run(b, p)
			} else {
				p, _ = p.skip()
			}
		case opPick:
			b, p = w.pick(b, p)
		case opNumber:
			b, p = w.number(b, p)
		case opClose:
			b = append(trimComma(b), '}')
		case opDrop:
			if b[len(b)-1] == '{' {
				b = b[:len(b)-operand]
			} else {
				b = append(trimComma(b), "},"...)
			}
		case opMore:
			b, p = w.more(b, p, operand)
		default:
			b = w.value(b, op, operand)
		}
	}
}

// number writes what values out of bounds may have made no number of.
func (w *writer) number(b []byte, p program) ([]byte, program) {
	start := len(b)
	b, p = w.run(b, p)
	if text := string(b[start:]); numberLen(text) != len(text) || text == "" {
		b = appendQuoted(b[:start], text)
	}
	return b, p
}

// pick writes the first alternative all of whose params are there, the last if
// there is none.
func (w *writer) pick(b []byte, p program) ([]byte, program) {
	for {
		rest, or := p.skip()
		if !or || w.complete(p) {
			return w.run(b, p)
		}
		p = rest
	}
}

// complete reports whether all params of an alternative are there.
func (w *writer) complete(p program) bool {
	for {
		_, op, operand, rest := p.next()
		switch op {
		case 0, opOr, opEnd:
			return true
		case opText, opString, opQuoted, opValue:
			if !w.t.has(&w.o, w.entry, operand) {
				return false
			}
		}
		p = rest
	}
}

// value appends what an operation without a group stands for.
func (w *writer) value(b []byte, op byte, operand int) []byte {
	if op == opStatus {
		return strconv.AppendInt(b, int64(w.t.status(w.o)), 10)
	}
	if op == opItems || op == opLast {
		return b
	}
	param := w.t.operandParam(w.entry, operand)
	p := w.t.operand(&w.o, operand)
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
		return w.t.appendValue(b, param.schema, p, 0)
	case opString:
		if s, ok := p.(*string); ok {
			return appendEscaped(b, *s)
		}
		return appendEscaped(b, string(w.t.appendPlain(nil, param.schema, p)))
	case opQuoted:
		return appendQuotedPairs(b, string(w.t.appendPlain(nil, param.schema, p)))
	}
	if w.isPage {
		return w.page.append(b, string(w.t.appendPlain(nil, param.schema, p)))
	}
	return w.t.appendPlain(b, param.schema, p)
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
	return append(b, bound(string(w.t.appendPlain(nil, param.schema, p)))...)
}

// more writes the members of a map, but for the names that follow in the program.
func (w *writer) more(b []byte, p program, operand int) ([]byte, program) {
	names, _, _, rest := p.next()
	v := w.t.operand(&w.o, operand)
	if v == nil {
		return b, rest
	}
	taken := func(name string) bool { return inNames(names, name) }
	s := &w.t.schemas[w.t.operandParam(w.entry, operand).schema]
	return w.t.appendMap(b, s, v, taken), rest
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

// appendBody appends the wire body of an occurrence.
func (t *table) appendBody(b []byte, o occurrence) []byte {
	e := t.lookup(o.id)
	if e == nil {
		return b
	}
	w := t.writer(e, o)
	if len(e.reads) > 0 && t.envelopes[e.reads[0].envelope].kind == textBody {
		w.isPage, w.page = true, page{start: len(b), end: -1}
		b, _ = w.run(b, e.body)
		return w.page.trim(b)
	}
	b, _ = w.run(b, e.body)
	return b
}

// complete reports whether an occurrence has all the data that its entry needs.
func (t *table) complete(o occurrence) bool {
	e := t.lookup(o.id)
	if e == nil {
		return false
	}
	if o.data == nil {
		return e.is(isStatic)
	}
	id, _ := o.data.at(0)
	return id == o.id
}

//errgen:if repeated

// appendItems appends one body for several occurrences of entries of one
// repeated envelope: the first's, with the items of all.
func (t *table) appendItems(b []byte, os []occurrence) []byte {
	first := t.lookup(os[0].id)
	head, _, tail := first.body.items()
	outer := t.writer(first, os[0])
	b, _ = outer.run(b, head)
	for i, o := range os {
		if i > 0 {
			b = append(b, ',')
		}
		e := t.lookup(o.id)
		_, item, _ := e.body.items()
		w := t.writer(e, o)
		b, _ = w.run(b, item)
	}
	b, _ = outer.run(b, tail)
	return b
}

// items splits a body at the item that is repeated.
func (p program) items() (head, item, tail program) {
	head, rest, _ := p.cut(opItems)
	item, tail, _ = rest.cut(opLast)
	return head, item, tail
}

// cut splits a program at an operation that has no operand.
func (p program) cut(op byte) (before, after program, found bool) {
	s, rest, found := strings.Cut(string(p), string([]byte{hole, op}))
	return program(s), program(rest), found
}

//errgen:end
