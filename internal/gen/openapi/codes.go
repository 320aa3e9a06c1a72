package openapi

import (
	"encoding/json"
	"slices"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// codes adds the enum of all constant codes, one for those that are texts and
// one for those that are numbers. Envelopes do not refer to it: the codes of an
// API grow, and a client must not refuse a new one.
func (b *builder) codes() {
	texts, numbers := codeList{}, codeList{}
	for _, e := range b.catalog.Entries {
		code, constant := constantCode(e)
		if !constant {
			continue
		}
		for _, env := range e.Reads {
			switch {
			case !env.HasCode, isNumeric(codeNode(env)) && plainCode(code).Kind == model.BoolValue:
			case isNumeric(codeNode(env)):
				numbers.add(e)
			default:
				texts.add(e)
			}
		}
	}
	b.addCodes("Code", openapi3.TypeString, texts)
	name := "Code"
	if len(texts.values) > 0 {
		name = "NumericCode"
	}
	b.addCodes(name, openapi3.TypeInteger, numbers)
}

// codeList are codes, each once, with the names of their entries.
type codeList struct {
	values, names []string
	seen          map[string]bool
}

// add adds an entry's code under the name of the eldest entry that has it.
func (l *codeList) add(e *model.Entry) {
	code, _ := constantCode(e)
	if l.seen == nil {
		l.seen = map[string]bool{}
	}
	if l.seen[code] {
		return
	}
	l.seen[code] = true
	for e.Parent != nil && e.Parent.Code.Text() == code {
		e = e.Parent
	}
	l.values = append(l.values, code)
	l.names = append(l.names, e.Name)
}

func (b *builder) addCodes(name, jsonType string, l codeList) {
	if len(l.values) == 0 {
		return
	}
	s := typed(jsonType)
	s.Description = "The codes of the documented errors."
	for _, code := range l.values {
		if jsonType == openapi3.TypeString {
			s.Enum = append(s.Enum, code)
			continue
		}
		if !isInteger(code) {
			s.Type = &openapi3.Types{openapi3.TypeNumber}
		}
		s.Enum = append(s.Enum, json.Number(code))
	}
	if !b.isPublic() {
		extend(&s.Extensions, "x-enum-varnames", textsLiteral(l.names))
	}
	b.addSchema(b.names.claim(name), &openapi3.SchemaRef{Value: s})
}

// codeAmong describes the code of one of some entries at its leaf: one of theirs, if
// they are known.
func (b *builder) codeAmong(n *model.Node, entries []*model.Entry) *openapi3.SchemaRef {
	var values []model.Value
	var texts [][]piece
	for _, e := range entries {
		code, constant := constantCode(e)
		if !constant {
			return b.openLeaf(n)
		}
		texts = append(texts, []piece{{literal: code}})
		values = append(values, plainCode(code).Value)
	}
	m := leafSchema(n)
	switch {
	case len(n.As) > 0:
		return b.leafRef(b.textSchema(inForms(n.As[:1], texts)), m)
	case isNumeric(n):
		s := b.plain(&model.Schema{Kind: baseKind(m)})
		b.setEnum(s, distinct(values))
		return b.leafRef(s, m)
	case baseKind(m) == model.StringKind:
		return b.leafRef(b.textSchema(texts), m)
	}
	return b.openLeaf(n)
}

// constantCode returns an entry's code if it has one that is constant.
func constantCode(e *model.Entry) (string, bool) {
	if e.Code == nil {
		return "", false
	}
	return e.Code.Template.Constant()
}

// plainCode is a code where it is no text.
func plainCode(code string) literal {
	if code == "true" || code == "false" {
		return boolLiteral(code == "true")
	}
	return numberLiteral(code)
}

// isNumeric reports whether a code stands as a number at its leaf.
func isNumeric(n *model.Node) bool {
	if n == nil || len(n.As) > 0 {
		return false
	}
	return isPlainLeaf(n.Schema)
}

// isPlainLeaf reports whether a code is no text where a schema stands.
func isPlainLeaf(m *model.Schema) bool {
	switch k := m.Resolved(); k.Kind {
	case model.IntegerKind, model.NumberKind, model.BooleanKind:
		return true
	case model.UnionKind:
		return !slices.Contains(k.Union, model.StringKind)
	}
	return false
}

// mayBeNumber reports whether a scalar may be a number where a schema stands.
func mayBeNumber(m *model.Schema) bool {
	switch k := m.Resolved(); k.Kind {
	case model.StringKind, model.BooleanKind:
		return false
	case model.UnionKind:
		return slices.Contains(k.Union, model.IntegerKind) || slices.Contains(k.Union, model.NumberKind)
	}
	return true
}

// codeNode finds the leaf of an envelope that is its code.
func codeNode(env *model.Envelope) *model.Node {
	for _, h := range env.Headers {
		if h.Kind == model.CodeNode {
			return h
		}
	}
	return codeWithin(env.Body)
}

func codeWithin(n *model.Node) *model.Node {
	if n == nil || n.Kind == model.CodeNode {
		return n
	}
	for _, m := range n.Members {
		if found := codeWithin(m); found != nil {
			return found
		}
	}
	return codeWithin(n.Item)
}
