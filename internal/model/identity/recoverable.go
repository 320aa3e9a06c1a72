package identity

import (
	"html"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// MarkRecoverable decides for each param of the catalog whether decoding gives back
// whatever was written (docs/spec.md#matching-texts and #laws). It is a proof, not
// a guess: what cannot be proved counts as not recoverable.
func MarkRecoverable(c *model.Catalog) {
	known := carriers{}
	for _, env := range c.Envelopes {
		for _, h := range env.Headers {
			known.add(h, true)
		}
		known.add(env.Body, env.Kind == model.TextBody)
	}
	for _, e := range c.Entries {
		for _, p := range e.Params {
			p.Recoverable = known.recovers(e, p)
		}
	}
}

// carriers says what becomes of a text in each field.
type carriers map[*model.Field]carrier

// carrier says what the places of a field do to a text.
type carrier struct {
	trims   bool // a header and a text body lose white space at the ends and what is no plain text
	inexact bool // a text form may be read as another one
	untyped bool // it is a text form, which does not say whether its value is a text
}

// add notes the fields at a node and within it.
func (c carriers) add(n *model.Node, trims bool) {
	if n == nil {
		return
	}
	if n.Field != nil {
		is := c[n.Field]
		c[n.Field] = carrier{is.trims || trims, is.inexact || !formsAreExact(n.As), is.untyped || len(n.As) > 0}
	}
	c.add(n.Additional, trims)
	c.add(n.Item, trims)
	for _, m := range n.Members {
		c.add(m, trims)
	}
}

// keep reports whether the places of a field keep a param as it is.
func (c carriers) keep(f *model.Field, p *model.Param) bool {
	is := c[f]
	return !is.inexact && !(is.untyped && isTextOrMore(p.Schema)) && (!is.trims || plainInHeader(p))
}

// places says how a param stands in what is written, by where decoding looks for
// it first: alone in the body, in a header, in a text.
type places struct {
	alone, header, text verdict
}

// verdict sums up places of one kind: whether there are any, and whether all of
// them give the param back.
type verdict struct{ found, lossy bool }

func (v *verdict) add(recovers bool) {
	v.found = true
	v.lossy = v.lossy || !recovers
}

func (c carriers) recovers(m *model.Entry, p *model.Param) bool {
	switch {
	case p.Private || p.Schema.HoldsErrors():
		return false
	case m.Envelope == nil:
		return m.Close != nil && reasonRecovers(m.Close.Reason, p)
	}
	at := c.placesOf(m, p)
	for _, v := range []verdict{at.alone, at.header, at.text} {
		if v.found {
			return !v.lossy
		}
	}
	return false
}

func (c carriers) placesOf(m *model.Entry, p *model.Param) places {
	var at places
	if slices.ContainsFunc(p.In, func(f *model.Field) bool { return f.Envelope == m.Envelope }) {
		at.alone.add(true)
	}
	for _, fill := range m.Fills {
		if fill.Field.Envelope == m.Envelope && holdsAny(fill.Wordings, p) {
			at.kind(fill.Field.Header, fill.Wordings, p).add(c.fillRecovers(fill, p))
		}
	}
	if code := m.Code; code != nil && m.Envelope.HasCode && !m.Omits(m.Envelope.CodeField) {
		if ts := []*model.Tree{{Template: code.Template}}; holdsAny(ts, p) {
			field := m.Envelope.CodeField
			at.kind(field.Header, ts, p).add(c.keep(field, p) && templateRecovers(code.Template, p))
		}
	}
	for _, h := range m.Headers {
		for _, line := range h.Lines {
			if holdsAny(line.Wordings, p) {
				at.header.add(len(h.Lines) == 1 && plainInHeader(p) && wordingsRecover(line.Wordings, p))
			}
		}
	}
	return at
}

// kind is the verdict that a place of the param belongs to.
func (at *places) kind(header bool, wordings []*model.Tree, p *model.Param) *verdict {
	switch {
	case header:
		return &at.header
	case slices.ContainsFunc(wordings, func(t *model.Tree) bool { return standsAlone(t, p) }):
		return &at.alone
	}
	return &at.text
}

// standsAlone reports whether a param is all there is at some place of a tree.
func standsAlone(t *model.Tree, p *model.Param) bool {
	if t == nil {
		return false
	}
	return t.Param == p || t.Template != nil && len(t.Template.Parts) == 1 && t.Template.Parts[0].Param == p ||
		slices.ContainsFunc(t.Items, func(item *model.Tree) bool { return standsAlone(item, p) }) ||
		slices.ContainsFunc(t.Members, func(m model.TreeMember) bool { return standsAlone(m.Tree, p) })
}

// holdsAny reports whether a param is in one of the trees.
func holdsAny(ts []*model.Tree, p *model.Param) bool {
	return slices.ContainsFunc(ts, func(t *model.Tree) bool { return t.Holds(p) })
}

// fillRecovers reports whether a field gives back a param.
func (c carriers) fillRecovers(fill *model.Fill, p *model.Param) bool {
	if fill.Field.Map && fill.Wordings[0].Param == p {
		return false // its names can be those of members, and empty is absent
	}
	if env := fill.Field.Envelope; env.Markup && !fill.Field.Header && fill.Alone() == nil && slices.ContainsFunc(fill.Wordings, isLooseInMarkup) {
		return false
	}
	return c.keep(fill.Field, p) && wordingsRecover(fill.Wordings, p)
}

// isLooseInMarkup reports whether a text of HTML or XML has a param that is found in
// another way there than in a plain text: it is escaped, or no expression of its own
// says where it ends.
func isLooseInMarkup(t *model.Tree) (loose bool) {
	t.EachParam(func(p *model.Param) {
		s := p.Schema.Resolved()
		special := func(v model.Value) bool { return html.EscapeString(v.Text) != v.Text }
		loose = loose || p.Markup || s.Pattern != "" || slices.ContainsFunc(s.Enum, special)
	})
	return loose
}

// isTextOrMore reports whether there are other values beside texts: within a text they are
// read as texts, too (docs/spec.md#step-10-params).
func isTextOrMore(s *model.Schema) bool {
	types := values.TypesOf(s)
	return types&values.StringType != 0 && types != values.StringType
}

// formsAreExact reports whether what the first form writes is always read by it:
// forms are tried with the most literal text first.
func formsAreExact(forms []model.AsForm) bool {
	for i, f := range forms {
		if i > 0 && f.LiteralLen() >= forms[0].LiteralLen() {
			return false
		}
	}
	return true
}

// plainInHeader reports whether all values of a param are texts without white
// space and control characters.
func plainInHeader(p *model.Param) bool {
	s := p.Schema.Resolved()
	if s.Kind != model.StringKind {
		return p.Schema.IsScalar() && s.Kind != model.UnionKind
	}
	if isTextOrMore(p.Schema) {
		return false
	}
	if len(s.Enum) > 0 {
		return !slices.ContainsFunc(s.Enum, func(v model.Value) bool {
			return v.Text != strings.TrimSpace(v.Text) || !values.IsHeaderText(v.Text) || v.Text == ""
		})
	}
	a, _ := values.PatternAlphabet(s.Pattern)
	return a.Min > 0 && a.Within('!', '~')
}

// reasonRecovers reports whether a close reason gives back a param. A reason is
// cut after 123 bytes, so that only texts of bounded length count.
func reasonRecovers(texts []*model.Template, p *model.Param) bool {
	if len(texts) != 1 || !templateRecovers(texts[0], p) {
		return false
	}
	n := texts[0].LiteralLen()
	for _, part := range texts[0].Parts {
		switch {
		case part.Kind == model.LiteralPart:
		case part.Kind == model.StatusPart:
			n += 3
		case part.Param != nil && part.Param.Schema.Resolved().Kind == model.IntegerKind:
			n += len("-9223372036854775808")
		default:
			return false
		}
	}
	return n <= model.MaxReason
}

// HasOwnPlace reports whether a param of an entry stands alone somewhere in what is
// written, as a member, a field or a header.
func HasOwnPlace(e *model.Entry, p *model.Param) bool {
	if e.Envelope == nil {
		return false
	}
	at := carriers{}.placesOf(e, p)
	return at.alone.found || at.header.found
}
