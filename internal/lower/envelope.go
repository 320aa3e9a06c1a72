package lower

import (
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/templates/errgen"
)

// envelope makes an envelope's row.
func (l *lowerer) envelope(env *model.Envelope) errgen.Envelope {
	row := errgen.Envelope{
		Name:   env.Name,
		Kind:   map[model.BodyKind]errgen.BodyKind{model.JSONBody: errgen.JSONBody, model.TextBody: errgen.TextBody}[env.Kind],
		Status: lowerStatus(env.Status),
		Slots:  errgen.SlotField0 + len(env.Fields),
		Part:   env.Part,
		List:   env.Repeated != nil,
	}
	if env.Kind != model.NoBody {
		media, _, _ := strings.Cut(env.MediaType, ";")
		row.Media = strings.ToLower(strings.TrimSpace(media))
		row.ContentType = []string{env.MediaType}
	}
	if env.Body != nil {
		row.Root = l.node(env, env.Body, false)
	}
	row.Nests = l.nests(&row.Root)
	row.HidesCode = env.CodeField != nil && env.CodeField.Sensitive
	row.Hides = row.HidesCode || slices.ContainsFunc(env.Fields, func(f *model.Field) bool { return f.Sensitive })
	for _, h := range env.Headers {
		row.Headers = append(row.Headers, l.header(env, h))
	}
	for _, f := range env.TextFields() {
		if !f.Header {
			row.Texts = append(row.Texts, errgen.TextSlot{Name: f.Name, Slot: slot(env, f)})
		}
	}
	for _, e := range env.Entries {
		if code, ok := constantCode(e); ok && hasCodeIn(e, env) {
			if l.isNumber(env.CodeField) {
				code = errgen.PlainNumber(code)
			}
			row.Codes = append(row.Codes, errgen.CodeRow{Code: code, Row: l.rows[e]})
		} else {
			row.Others = append(row.Others, l.rows[e])
		}
	}
	slices.SortStableFunc(row.Codes, func(a, b errgen.CodeRow) int { return strings.Compare(a.Code, b.Code) })
	return row
}

// isNumber reports whether a code is one: it is compared by its value.
func (l *lowerer) isNumber(code *model.Field) bool {
	types := l.table.TypesOf(l.schema(code.Schema))
	return types&(errgen.IntegerType|errgen.NumberType) != 0 && types&errgen.StringType == 0
}

// header makes the row of a header's leaf. Where seconds are expected, an HTTP
// date may stand (RFC 9110 section 10.2.3).
func (l *lowerer) header(env *model.Envelope, h *model.Node) errgen.Node {
	row := l.node(env, h, false)
	if h.Kind == model.FieldNode && schemaKindOf(h.Schema) == errgen.SecondsSchema {
		row.Types |= errgen.StringType
	}
	return row
}

func lowerStatus(s model.StatusSet) errgen.Spans {
	var all errgen.Spans
	for _, r := range s {
		all = append(all, errgen.StatusSpan{Lo: uint16(r.Lo), Hi: uint16(r.Hi)})
	}
	return all
}

// slot is the number of a field in its envelope.
func slot(env *model.Envelope, f *model.Field) int {
	return errgen.SlotField0 + slices.Index(env.Fields, f)
}

// node makes the row of a place, which may stand within an optional object: whose
// fields are params that are given one by one.
func (l *lowerer) node(env *model.Envelope, n *model.Node, within bool) errgen.Node {
	row := errgen.Node{Name: n.Name, Optional: n.Optional, Alias: n.Alias}
	switch n.Kind {
	case model.ObjectNode:
		row.Kind = errgen.ObjectNode
		row.Optional = (n.Optional || within) && !n.HoldsList()
		for _, m := range n.Members {
			row.Members = append(row.Members, l.node(env, m, row.Optional))
		}
		row.Optional = row.Optional || n.Optional
		if n.Additional != nil && n.Additional.Field != nil {
			row.More = slot(env, n.Additional.Field)
		}
	case model.RepeatedNode:
		row.Kind = errgen.ListNode
		row.Members = []errgen.Node{l.node(env, n.Item, false)}
	case model.ConstNode:
		row.Kind = errgen.ConstantNode
		row.Constant = l.constant(env, n)
	case model.ExchangeNode:
		row.Kind = errgen.IgnoredNode
	case model.StatusNode:
		l.leaf(&row, n, errgen.SlotStatus, errgen.OpText)
	case model.CodeNode:
		op := errgen.OpText
		if env.Markup && n == env.Body {
			op = errgen.OpMarkup
		}
		l.leaf(&row, n, errgen.SlotCode, op)
	case model.FieldNode:
		row.Optional = n.Optional || n.Field.Optional
		l.leaf(&row, n, slot(env, n.Field), errgen.OpText)
	}
	return row
}

// leaf fills in the row of a leaf; op is how its value stands in a text.
func (l *lowerer) leaf(row *errgen.Node, n *model.Node, slot int, op errgen.Op) {
	row.Kind, row.Slot = errgen.LeafNode, slot
	for _, v := range n.Success {
		row.Success = append(row.Success, string(v.AppendJSON(nil)))
	}
	s := l.schema(n.Schema)
	row.Schema = s
	row.Types, row.Items = l.table.TypesOf(s), l.itemTypes(s)
	for _, form := range n.As {
		row.Forms = append(row.Forms, formProgram(form, op))
	}
	if len(n.As) == 0 && op == errgen.OpMarkup {
		row.Forms = []errgen.Program{hole(op, 0).program()}
	}
	slices.SortStableFunc(row.Forms, func(a, b errgen.Program) int { return errgen.LiteralLen(b) - errgen.LiteralLen(a) })
}

// nests reports whether errors stand at a place, or below it.
func (l *lowerer) nests(n *errgen.Node) bool {
	if n.Kind == errgen.LeafNode && n.Slot >= errgen.SlotField0 && l.table.Nests(n.Schema) {
		return true
	}
	return slices.ContainsFunc(n.Members, func(m errgen.Node) bool { return l.nests(&m) })
}

// itemTypes is the set of JSON types that the elements of a schema's arrays may
// have; 0 if it has none, or they may have any.
func (l *lowerer) itemTypes(s int) errgen.JSONTypes {
	sc := &l.table.Schemas[s]
	switch sc.Kind {
	case errgen.ArraySchema: // an error that is none is unlisted
		if types := l.table.TypesOf(sc.Items); types != errgen.AnyType && l.table.Schemas[sc.Items].Kind != errgen.ErrorSchema {
			return types
		}
	case errgen.OneOfSchema:
		for _, m := range sc.Members {
			if types := l.itemTypes(m.Schema); types != 0 {
				return types
			}
		}
	}
	return 0
}

// formProgram is a text form for matching: hole 0 is the value, escaped as op says.
func formProgram(form model.AsForm, op errgen.Op) errgen.Program {
	var p draft
	others := 0
	for _, part := range form.Parts {
		switch {
		case part.Value:
			p = append(p, hole(op, 0)...)
		case part.Any:
			others = min(others+1, errgen.MaxFormHoles-1)
			p = append(p, hole(errgen.OpText, others<<1)...)
		default:
			p = append(p, text(part.Literal)...)
		}
	}
	return p.program()
}

// constant is the value of a constant leaf: canonical JSON; as text where the
// body or header is text.
func (l *lowerer) constant(env *model.Envelope, n *model.Node) string {
	if env.Kind == model.TextBody && n == env.Body || slices.Contains(env.Headers, n) {
		return plainText(*n.Const)
	}
	d, _ := errgen.Scan(string(n.Const.AppendJSON(nil)))
	return errgen.Canonical(d, 0)
}
