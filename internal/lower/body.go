package lower

import (
	"strconv"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/templates/errgen"
)

func jsonNumber(n int) string { return strconv.Itoa(n) }

// bodyWriter makes the program of an entry's body in one envelope.
type bodyWriter struct {
	*textWriter
	fills  map[*model.Field]*model.Fill
	within bool // an optional object, which is left out if nothing is in it
}

func (l *lowerer) bodyWriter(e *model.Entry, env *model.Envelope) *bodyWriter {
	w := &bodyWriter{textWriter: l.writer(e), fills: map[*model.Field]*model.Fill{}}
	w.env = env
	for _, f := range e.Fills {
		w.fills[f.Field] = f
	}
	return w
}

// write makes the body and the header lines of an entry in an envelope.
func (l *lowerer) write(row *errgen.Entry, e *model.Entry, env *model.Envelope) {
	w := l.bodyWriter(e, env)
	var body draft
	switch env.Kind {
	case model.JSONBody:
		body = w.value(env.Body)
	case model.TextBody:
		body, _ = w.leafText(env.Body, textMode(env))
	}
	row.Body, row.Fixed, row.Headers = body.program(), nil, w.headers()
	if text, ok := row.Body.Constant(); ok {
		row.Body, row.Fixed = nil, []byte(text)
	}
}

// headers makes the lines of the envelope's headers, then the entry's own.
func (w *bodyWriter) headers() []errgen.Line {
	var lines []errgen.Line
	for _, h := range w.env.Headers {
		if h.Alias {
			continue
		}
		if value, ok := w.leafText(h, asQuoted); ok {
			lines = append(lines, lineOfHeader(h.Name, value))
		}
	}
	for _, h := range w.entry.Headers {
		for _, l := range h.Lines {
			lines = append(lines, lineOfHeader(h.Name, w.text(l.Wordings, asQuoted)))
		}
	}
	return lines
}

func lineOfHeader(name string, value draft) errgen.Line {
	p := value.program()
	if text, ok := p.Constant(); ok {
		return errgen.Line{Name: name, Fixed: []string{errgen.HeaderText([]byte(text))}}
	}
	return errgen.Line{Name: name, Value: p}
}

// leafText writes a leaf of a header or a text body. It reports false if the
// entry leaves it out.
func (w *bodyWriter) leafText(n *model.Node, m mode) (draft, bool) {
	if n.Kind == model.FieldNode {
		f := w.fills[n.Field]
		if f == nil || f.Omit {
			return nil, false
		}
		return w.form(n, w.text(f.Wordings, m), m), true
	}
	if w.entry.Omits(n.Field) {
		return nil, false
	}
	switch n.Kind {
	case model.ConstNode:
		return literal(plainText(*n.Const), m), true
	case model.StatusNode:
		return w.form(n, w.status(), m), true
	case model.CodeNode:
		if w.entry.Code == nil {
			return nil, false
		}
		return w.form(n, w.template(w.entry.Code.Template, codeMode(m)), m), true
	case model.ExchangeNode:
		return hole(holeOp(m, false, nil), w.l.exchange[n.Exchange]<<1|1), true
	}
	return nil, false
}

// form puts a value into the first of a leaf's text forms.
func (w *bodyWriter) form(n *model.Node, value draft, m mode) draft {
	if len(n.As) == 0 {
		return value
	}
	var p draft
	for _, part := range n.As[0].Parts {
		switch {
		case part.Value:
			p = append(p, value...)
		case !part.Any:
			p = append(p, literal(part.Literal, m)...)
		}
	}
	return p
}

// value writes a place that is there as JSON.
func (w *bodyWriter) value(n *model.Node) draft {
	switch n.Kind {
	case model.ObjectNode:
		return w.object(w.members(n), false, "")
	case model.RepeatedNode:
		return join(text("["), mark(errgen.OpItems), w.value(n.Item), mark(errgen.OpLast), text("]"))
	case model.ConstNode:
		return text(string(n.Const.AppendJSON(nil)))
	case model.ExchangeNode:
		if w.isTextOf(n) {
			return quoted(hole(errgen.OpString, w.l.exchange[n.Exchange]<<1|1))
		}
		return hole(errgen.OpValue, w.l.exchange[n.Exchange]<<1|1)
	}
	if len(n.As) > 0 || n.Kind != model.FieldNode && w.isText(n) {
		value, _ := w.leafText(n, asString)
		return quoted(value)
	}
	switch n.Kind {
	case model.StatusNode:
		return w.status()
	case model.CodeNode:
		return w.codeNumber()
	}
	return w.fill(w.fills[n.Field])
}

// isText reports whether a status or a code is a string at a leaf: where strings may
// stand, but for a code that was given as a number where numbers may stand as well.
func (w *bodyWriter) isText(n *model.Node) bool {
	types := w.l.table.TypesOf(w.l.schema(n.Schema))
	isNumber := n.Kind == model.CodeNode && w.entry.Code != nil && w.entry.Code.Number && types&(errgen.IntegerType|errgen.NumberType) != 0
	return types&errgen.StringType != 0 && !isNumber
}

// isTextOf reports whether an exchange value is a string at a leaf, although it is none:
// elsewhere it stands as what it is.
func (w *bodyWriter) isTextOf(n *model.Node) bool {
	leaf, value := w.l.table.TypesOf(w.l.schema(n.Schema)), w.l.table.TypesOf(w.l.schema(n.Exchange.Schema))
	if leaf&errgen.NumberType != 0 {
		leaf |= errgen.IntegerType
	}
	return leaf&errgen.StringType != 0 && value&^(leaf|errgen.NullType) != 0
}

// codeNumber writes a code that is a number.
func (w *bodyWriter) codeNumber() draft {
	if w.entry.Code == nil {
		return text("0")
	}
	t := w.entry.Code.Template
	p, only := w.template(t, asText), onlyParam(t)
	if _, constant := t.Constant(); constant || only != nil && schemaKindOf(only.Schema) == errgen.IntegerSchema {
		return p
	}
	if only != nil && w.l.table.TypesOf(w.l.schema(only.Schema))&errgen.BoolType != 0 {
		return hole(errgen.OpValue, w.operand(only))
	}
	return join(mark(errgen.OpNumber), p, mark(errgen.OpEnd))
}

// fill writes what an entry puts into a field.
func (w *bodyWriter) fill(f *model.Fill) draft {
	switch {
	case f == nil || len(f.Wordings) == 0:
		return text("null")
	case len(f.Wordings) == 1:
		return w.tree(f.Wordings[0])
	}
	return quoted(w.text(f.Wordings, asString))
}

// members writes the members of an object, in wire order, then the further ones.
func (w *bodyWriter) members(n *model.Node) []written {
	var all []written
	for _, m := range n.Members {
		if member, ok := w.member(m); ok {
			all = append(all, member)
		}
	}
	if n.Additional != nil && n.Additional.Field != nil {
		all = append(all, w.further(n)...)
	}
	return all
}

// member writes one member. It reports false if the entry leaves it out.
func (w *bodyWriter) member(m *model.Node) (written, bool) {
	if m.Alias {
		return written{}, false
	}
	switch m.Kind {
	case model.StatusNode:
		if w.entry.Omits(m.Field) {
			return written{}, false
		}
	case model.ObjectNode:
		if (m.Optional || w.within) && !m.HoldsList() {
			return w.optionalObject(m)
		}
	case model.CodeNode:
		if w.entry.Code == nil && m.Optional || w.entry.Omits(m.Field) {
			return written{}, false
		}
	case model.ExchangeNode:
		if m.Optional {
			return written{name: m.Name, value: w.value(m), when: true, cond: w.l.exchange[m.Exchange]<<1 | 1}, true
		}
	case model.FieldNode:
		return w.fieldMember(m)
	}
	return written{name: m.Name, value: w.value(m)}, true
}

// optionalObject writes an object that is left out if nothing is in it, and with
// it those that are required in it. It reports false if the entry leaves it out.
func (w *bodyWriter) optionalObject(m *model.Node) (written, bool) {
	omitted, unless := w.entry.Leaves(m)
	if omitted {
		return written{}, false
	}
	outer := w.within
	w.within = true
	members := w.members(m)
	w.within = outer
	if unless != nil {
		for i := range members {
			members[i].when = false
		}
		return written{name: m.Name, when: true, cond: w.operand(unless), value: w.object(members, false, "")}, true
	}
	return written{name: m.Name, drop: true, value: w.object(members, true, memberName(m.Name))}, true
}

func (w *bodyWriter) fieldMember(m *model.Node) (written, bool) {
	f := w.fills[m.Field]
	if f == nil || f.Omit {
		return written{}, false
	}
	member := written{name: m.Name, value: w.value(m)}
	if m.Optional || m.Field.Optional { // required in an object that is left out
		if p := f.Alone(); p != nil && p.Optional && p.Default == nil {
			member.when, member.cond = true, w.operand(p)
		}
	}
	return member, true
}

// further writes the further members of an object: those that the entry names,
// params of their own, and the map if it is open.
func (w *bodyWriter) further(n *model.Node) []written {
	field := n.Additional.Field
	var all []written
	names := ""
	for _, m := range n.Members {
		names += m.Name + "\x00"
	}
	f := w.fills[field]
	if f != nil && !f.Omit && len(f.Wordings) == 1 && f.Wordings[0].Param == nil {
		all = w.treeMembers(f.Wordings[0])
		for _, m := range all {
			names += m.name + "\x00"
		}
	}
	for _, p := range w.entry.Params {
		if !p.IsMember(field) {
			continue
		}
		m := written{name: p.Name, value: hole(errgen.OpValue, w.operand(p))}
		if p.Optional && p.Default == nil {
			m.when, m.cond = true, w.operand(p)
		}
		all = append(all, m)
		names += p.Name + "\x00"
	}
	if f != nil && !f.Omit && len(f.Wordings) == 1 && f.Wordings[0].Param != nil {
		value := join(hole(errgen.OpMore, w.operand(f.Wordings[0].Param)), text(names), mark(errgen.OpEnd))
		all = append(all, written{raw: true, value: value})
	}
	return all
}
