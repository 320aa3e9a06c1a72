package openapi

import (
	"slices"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// filledLeaf describes what an entry writes at a leaf. The leaf's own bounds stand
// beside what the entry knows of the value; for a param its own schema counts.
func (b *builder) filledLeaf(n *model.Node, v *view) place {
	m := leafSchema(n)
	fill := v.fills[n.Field]
	if fill != nil && fill.Omit {
		return place{}
	}
	switch n.Kind {
	case model.StatusNode:
		return place{b.leafRef(b.statusLeaf(n, m, v), m), true}
	case model.CodeNode:
		if v.Code == nil {
			return place{b.openLeaf(n), !n.Optional}
		}
		return place{b.leafRef(b.codeLeaf(n, m, v), m), isTreeAlways(&model.Tree{Template: v.Code.Template})}
	case model.ExchangeNode:
		return place{b.requiredExchange(n, m), true}
	}
	v.prose = b.prose.has(fill, v)
	defer func() { v.prose = false }()
	switch {
	case fill == nil || len(fill.Wordings) == 0:
		return place{b.openLeaf(n), !n.Optional}
	case len(n.As) > 0:
		wordings := inForms(n.As[:1], b.wordingPieces(fill.Wordings, v))
		return place{b.leafRef(b.text(wordings, anything, v), m), isAnyAlways(fill.Wordings)}
	case fill.Open && fill.Wordings[0].Param != nil && fill.Wordings[0].Param.Schema == n.Schema && !hasOwnText(fill.Wordings[0].Param):
		return place{b.openLeaf(n), !fill.Wordings[0].Param.MayBeAbsent()}
	}
	return b.wordings(m, fill.Wordings, v)
}

// requiredExchange describes an exchange value that is always there. Where the
// writer has none it is empty or zero, whatever the catalog asks of it, so only
// its type is sure.
func (b *builder) requiredExchange(n *model.Node, m *model.Schema) *openapi3.SchemaRef {
	if ref, ok := b.required[n]; ok {
		return ref
	}
	bare := *m.Resolved()
	bare.Description, bare.Sensitive = m.Description, m.Sensitive
	bare.Const, bare.Enum, bare.Pattern = nil, nil, ""
	bare.Minimum, bare.Maximum, bare.ExclMinimum, bare.ExclMaximum = "", "", "", ""
	bare.MinLength, bare.MaxLength, bare.MinItems, bare.MaxItems = nil, nil, nil, nil
	if bare.Kind == model.StringKind {
		bare.Format = ""
	}
	ref := b.schema(&bare)
	b.required[n] = ref
	return ref
}

// statusLeaf describes the HTTP status in a body or header.
func (b *builder) statusLeaf(n *model.Node, m *model.Schema, v *view) *openapi3.Schema {
	if len(n.As) > 0 || baseKind(m) == model.StringKind || slices.Contains(m.Resolved().Union, model.StringKind) {
		wordings := statusWordings(v.status())
		if len(n.As) > 0 {
			wordings = inForms(n.As[:1], wordings)
		}
		return b.textSchema(wordings)
	}
	s, set := typed(openapi3.TypeInteger), v.status()
	s.Format = "int32"
	if len(set) == 0 {
		return s
	}
	var values []model.Value
	lo, hi, ranges := set[0].Lo, set[0].Hi, false
	for _, r := range set {
		lo, hi, ranges = min(lo, r.Lo), max(hi, r.Hi), ranges || r.Lo != r.Hi
		values = append(values, numberLiteral(strconv.Itoa(r.Lo)).Value)
	}
	if ranges {
		s.Min, s.Max = b.number(strconv.Itoa(lo)), b.number(strconv.Itoa(hi))
	} else {
		b.setEnum(s, distinct(values))
		b.keepBounds(s, m)
	}
	return s
}

// anyStatus matches the digits of a status.
const anyStatus = "[0-9]{3}"

// statusWordings are the texts of a set of statuses.
func statusWordings(set model.StatusSet) [][]piece {
	if len(set) == 0 {
		return [][]piece{{{pattern: anyStatus}}}
	}
	var out [][]piece
	for _, r := range set {
		digit, isClass := r.Class()
		switch {
		case r.Lo == r.Hi:
			out = append(out, []piece{statusText(r.Lo)})
		case isClass:
			out = append(out, []piece{{pattern: strconv.Itoa(digit) + "[0-9]{2}"}})
		default:
			out = append(out, []piece{{pattern: anyStatus}})
		}
	}
	return out
}

// statusPiece is the occurrence's status in a text.
func statusPiece(set model.StatusSet) piece {
	if only, ok := set.Only(); ok {
		return statusText(only)
	}
	return piece{pattern: anyStatus}
}

// statusInPattern replaces {$status} in the pattern of a code leaf.
func statusInPattern(pattern string) string {
	return strings.ReplaceAll(pattern, "{$status}", anyStatus)
}

// codeLeaf describes the entry's code at its leaf.
func (b *builder) codeLeaf(n *model.Node, m *model.Schema, v *view) *openapi3.Schema {
	t := v.Code.Template
	wording := [][]piece{templatePieces(t, v)}
	if len(n.As) > 0 {
		return b.textSchema(inForms(n.As[:1], wording))
	}
	kind := baseKind(m)
	numeric := isPlainLeaf(m) || v.Code.Number && mayBeNumber(m)
	constant, known := t.Constant()
	switch alone := len(t.Parts) == 1 && t.Parts[0].Kind == model.ParamPart; {
	case known && numeric:
		return b.constant(m, plainCode(constant).Value)
	case alone && (numeric || baseKind(t.Parts[0].Param.Schema) == model.StringKind):
		return b.kindSchema(t.Parts[0].Param.Schema.Resolved())
	case numeric && (kind == model.NumberKind || slices.Contains(m.Resolved().Union, model.NumberKind)):
		return typed(openapi3.TypeNumber)
	case numeric:
		return typed(openapi3.TypeInteger)
	}
	return b.text(wording, m, v)
}

// distinct drops values that were there before.
func distinct(values []model.Value) []model.Value {
	var out []model.Value
	for _, v := range values {
		if !slices.ContainsFunc(out, func(o model.Value) bool { return o.Text == v.Text }) {
			out = append(out, v)
		}
	}
	return out
}
