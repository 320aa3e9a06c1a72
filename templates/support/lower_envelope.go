package support

import (
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// envelope makes an envelope's row.
func (l *lowerer) envelope(env *model.Envelope) envelope {
	row := envelope{
		name:   env.Name,
		kind:   map[model.BodyKind]bodyKind{model.JSONBody: jsonBody, model.TextBody: textBody}[env.Kind],
		status: lowerStatus(env.Status),
		slots:  slotField0 + len(env.Fields),
		part:   env.Part,
		list:   env.Repeated != nil,
	}
	if env.Kind != model.NoBody {
		media, _, _ := strings.Cut(env.MediaType, ";")
		row.media = strings.ToLower(strings.TrimSpace(media))
		row.contentType = []string{env.MediaType}
	}
	if env.Body != nil {
		row.root = l.node(env, env.Body)
	}
	for _, h := range env.Headers {
		row.headers = append(row.headers, l.header(env, h))
	}
	for i, f := range env.Fields {
		if f.Schema.Kind != model.StringKind || f.Sensitive || f.Header {
			continue
		}
		row.texts = append(row.texts, textSlot{f.Name, slotField0 + i})
	}
	for _, e := range env.Entries {
		if code, ok := constantCode(e); ok && hasCodeIn(e, env) {
			row.codes = append(row.codes, codeRow{code, l.ids[e]})
		} else {
			row.others = append(row.others, l.ids[e])
		}
	}
	slices.SortStableFunc(row.codes, func(a, b codeRow) int { return strings.Compare(a.code, b.code) })
	return row
}

// header makes the row of a header's leaf. Where seconds are expected, an HTTP
// date may stand (RFC 9110 section 10.2.3).
func (l *lowerer) header(env *model.Envelope, h *model.Node) node {
	row := l.node(env, h)
	if h.Kind == model.FieldNode && schemaKindOf(h.Schema) == secondsSchema {
		row.types |= stringType
	}
	return row
}

func lowerStatus(s model.StatusSet) spans {
	var all spans
	for _, r := range s {
		all = append(all, statusSpan{uint16(r.Lo), uint16(r.Hi)})
	}
	return all
}

// slot is the number of a field in its envelope.
func slot(env *model.Envelope, f *model.Field) int {
	return slotField0 + slices.Index(env.Fields, f)
}

// node makes the row of a place.
func (l *lowerer) node(env *model.Envelope, n *model.Node) node {
	row := node{name: n.Name, optional: n.Optional, alias: n.Alias}
	switch n.Kind {
	case model.ObjectNode:
		row.kind = objectNode
		for _, m := range n.Members {
			row.members = append(row.members, l.node(env, m))
		}
		if n.Additional != nil && n.Additional.Field != nil {
			row.more = slot(env, n.Additional.Field)
		}
	case model.RepeatedNode:
		row.kind = listNode
		row.members = []node{l.node(env, n.Item)}
	case model.ConstNode:
		row.kind = constantNode
		row.constant = l.constant(env, n)
	case model.ExchangeNode:
		row.kind = ignoredNode
	case model.StatusNode:
		l.leaf(&row, n, slotStatus)
	case model.CodeNode:
		l.leaf(&row, n, slotCode)
	case model.FieldNode:
		l.leaf(&row, n, slot(env, n.Field))
	}
	return row
}

func (l *lowerer) leaf(row *node, n *model.Node, slot int) {
	row.kind, row.slot = leafNode, slot
	s := l.schema(n.Schema)
	row.schema = s
	row.types, row.items = l.table.typesOf(s), l.table.itemTypes(s)
	for _, form := range n.As {
		row.forms = append(row.forms, formProgram(form))
	}
	slices.SortStableFunc(row.forms, func(a, b program) int { return literalLen(b) - literalLen(a) })
}

// itemTypes is the set of JSON types that the elements of a schema's arrays may
// have; 0 if it has none, or they may have any.
func (t *table) itemTypes(s int) jsonTypes {
	sc := &t.schemas[s]
	switch sc.kind {
	case arraySchema:
		if types := t.typesOf(sc.items); types != anyType {
			return types
		}
	case oneOfSchema:
		for _, m := range sc.members {
			if types := t.itemTypes(m.schema); types != 0 {
				return types
			}
		}
	}
	return 0
}

// formProgram is a text form for matching: hole 0 is the value.
func formProgram(form model.AsForm) program {
	var p draft
	others := 0
	for _, part := range form.Parts {
		switch {
		case part.Value:
			p += operation(opText, 0)
		case part.Any:
			others = min(others+1, maxFormHoles-1)
			p += operation(opText, others<<1)
		default:
			p += draft(part.Literal)
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
	d, _ := scan(string(n.Const.AppendJSON(nil)))
	return canonical(d, 0)
}
