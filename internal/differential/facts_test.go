package differential

import (
	"fmt"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// fact is what tells an entry from others (docs/spec.md#facts): what stands in a field
// or in a header. In a tree each value is one.
type fact struct {
	place   string // the field or header
	says    string // equal for facts that are the same
	chars   int    // literal text, of its longest wording
	markup  int    // characters of markup in it
	typed   int    // placeholders that are not plain strings
	alone   bool   // nothing but a param
	within  bool   // in a tree
	text    bool   // a text of the format itself
	there   finder
	param   *model.Param // that has the place for itself
	outer   func(*view) bool
	holds   func(*view) bool // it is as the response says
	matches func(*view) bool // it is, or stands outside of another's item
	proof   bool             // it is a fact; else it is looked at for match alone
}

// facts are those of an entry in an envelope, its code and status aside.
func facts(e *model.Entry, v *view) []fact {
	var all []fact
	for _, fill := range e.Fills {
		if fill.Field.Envelope == v.env && !fill.Omit {
			all = append(all, fieldFacts(fill, v.medium(fill.Field))...)
		}
	}
	all = append(all, memberFacts(e, v.env)...)
	for _, h := range e.Headers {
		all = append(all, headerFacts(h)...)
	}
	return all
}

func fieldFacts(fill *model.Fill, in medium) []fact {
	place := "field " + fill.Field.Name
	at := func(v *view) (any, bool) { return v.field(fill.Field) }
	var all []fact
	if len(fill.Wordings) == 1 {
		all = treeFacts(fill.Wordings[0], fill.Field.Schema, in, place, "", at)
	} else if len(fill.Wordings) > 1 {
		all = []fact{textFact(fill.Wordings, in, at)}
	}
	for i := range all {
		all[i].place = place
		all[i].proof = all[i].proof || fill.Own && (!all[i].alone || all[i].within)
		all[i].of(fill.Field)
	}
	return all
}

// of makes a fact one of a field.
func (f *fact) of(field *model.Field) {
	matches := f.matches
	f.holds = matches
	f.outer = func(v *view) bool { return v.isOthers(field) }
	f.matches = func(v *view) bool { return v.isOthers(field) || matches(v) }
}

// isThere reports whether the param is there that has the place for itself.
func (f fact) isThere(v *view) bool {
	_, ok := f.there(v)
	return ok && (!f.proof || f.matches(v))
}

// memberFacts are those of the params that are members of fields: none that tells
// entries apart, but the params have places of their own.
func memberFacts(e *model.Entry, env *model.Envelope) []fact {
	var all []fact
	for _, p := range e.Params {
		for _, field := range env.Fields {
			if slices.Contains(p.In, field) {
				f := fact{place: "field " + field.Name, says: "." + p.Name, param: p, alone: true}
				f.there = memberOf(func(v *view) (any, bool) { return v.field(field) }, p.Name)
				f.matches = func(*view) bool { return true }
				f.of(field)
				all = append(all, f)
			}
		}
	}
	return all
}

func bodyMedium(env *model.Envelope) medium {
	switch {
	case env.Markup:
		return markupText
	case env.Kind == model.TextBody:
		return textBody
	}
	return plainText
}

// finder is where a value stands.
type finder func(*view) (any, bool)

func memberOf(at finder, name string) finder {
	return func(v *view) (any, bool) {
		in, _ := at(v)
		object, _ := in.(map[string]any)
		member, ok := object[name]
		return member, ok
	}
}

func itemOf(at finder, i int) finder {
	return func(v *view) (any, bool) {
		in, _ := at(v)
		list, _ := in.([]any)
		if i >= len(list) {
			return nil, false
		}
		return list[i], true
	}
}

// treeFacts are the facts of a tree: one for each of its values.
func treeFacts(t *model.Tree, leaf *model.Schema, in medium, place, path string, at finder) []fact {
	if one := only(t); one != nil {
		return []fact{paramFact(one, leaf, in, path, at)}
	}
	if isText(t) && t.Kind == model.StringValue {
		f := textFact([]*model.Tree{t}, in, at)
		f.says = path + f.says
		return []fact{f}
	}
	var all []fact
	switch {
	case t.Kind == model.ArrayValue && len(t.Items) > 0:
		all = append(all, fact{says: fmt.Sprint(path, "#", len(t.Items)), chars: len(fmt.Sprint(len(t.Items))), matches: func(v *view) bool {
			value, _ := at(v)
			list, ok := value.([]any)
			return ok && len(list) == len(t.Items)
		}})
		for i, item := range t.Items {
			all = append(all, treeFacts(item, nil, in, place, fmt.Sprint(path, "/", i), itemOf(at, i))...)
		}
	case t.Kind == model.ObjectValue && len(t.Members) > 0:
		for _, m := range t.Members {
			all = append(all, treeFacts(m.Tree, nil, in, place, path+"."+m.Name, memberOf(at, m.Name))...)
		}
	default:
		all = append(all, fact{says: path + treeText(t), chars: len(treeText(t)) - 1, matches: func(v *view) bool {
			value, ok := at(v)
			return ok && matchTree(t, value, in, v.context())
		}})
	}
	return all
}

// paramFact is a param that is all that stands at a place.
func paramFact(t *model.Tree, leaf *model.Schema, in medium, path string, at finder) fact {
	s := t.Param.Schema
	param := t.Param
	if t.AsText {
		param = nil
	}
	return fact{
		param: param,
		says:  fmt.Sprintf("%s{%s %v}", path, schemaText(s), t.AsText), alone: true, within: path != "" || t.AsText,
		typed: count(!isPlain(s)), proof: isNarrow(s, leaf), there: at,
		matches: func(v *view) bool {
			value, ok := at(v)
			if !ok {
				return path != "" && t.Param.Optional
			}
			_, ok = alone(t, value, in, true)
			return ok
		},
	}
}

// textFact is a text, of one or several wordings.
func textFact(trees []*model.Tree, in medium, at finder) fact {
	var f fact
	for _, t := range trees {
		chars, markup := literals(t)
		f.chars = max(f.chars, chars)
		f.markup = max(f.markup, markup)
		f.says += "/" + treeText(t)
		f.typed += typedHoles(t)
	}
	f.text, f.there = at != nil, at
	f.matches = func(v *view) bool {
		value, ok := at(v)
		if !ok {
			return false
		}
		for _, t := range trees {
			if matchTree(t, value, in, v.context()) {
				return true
			}
		}
		return false
	}
	return f
}

func typedHoles(t *model.Tree) (n int) {
	if t.Param != nil {
		return count(!isPlain(t.Param.Schema))
	}
	for _, p := range t.Template.Parts {
		if p.Kind == model.ParamPart {
			n += count(!isPlain(p.Param.Schema))
		}
	}
	return n
}

func (v *view) context() context {
	code, _ := v.code()
	return context{status: v.itemStatus(), code: code}
}

// membersIn are the params that are members of a field.
func membersIn(e *model.Entry, f *model.Field) []*model.Param {
	var all []*model.Param
	for _, p := range e.Params {
		if slices.Contains(p.In, f) {
			all = append(all, p)
		}
	}
	return all
}

// isNarrow reports whether a param is narrower than a leaf by enum, bounds, lengths or
// pattern.
func isNarrow(s, leaf *model.Schema) bool {
	return leaf != nil && bounds(s) != "" && bounds(s) != bounds(leaf)
}

func bounds(s *model.Schema) string {
	if s == nil {
		return ""
	}
	s = s.Resolved()
	var b strings.Builder
	for _, v := range s.Enum {
		b.Write(v.AppendJSON([]byte("|")))
	}
	for _, bound := range []string{s.Minimum, s.Maximum, s.ExclMinimum, s.ExclMaximum, s.Pattern} {
		b.WriteString(bound)
	}
	for _, n := range []*int{s.MinLength, s.MaxLength} {
		if n != nil {
			fmt.Fprint(&b, ",", *n)
		}
	}
	return b.String()
}

func schemaText(s *model.Schema) string {
	r := s.Resolved()
	return fmt.Sprintf("%d%v%s%s%v", r.Kind, r.Union, r.Format, bounds(r), r.Nullable)
}

func isPlain(s *model.Schema) bool {
	r := s.Resolved()
	return r.Kind == model.StringKind && bounds(r) == "" && r.Format == ""
}

func treeText(t *model.Tree) string {
	if t.Param != nil {
		return fmt.Sprintf("{%s %v}", schemaText(t.Param.Schema), t.AsText)
	}
	if t.Template == nil {
		v, _ := t.Value()
		return " " + string(v.AppendJSON(nil))
	}
	s := fmt.Sprint(t.Kind)
	for _, p := range t.Template.Parts {
		s += fmt.Sprintf("%d%q", p.Kind, p.Literal)
		if p.Param != nil {
			s += schemaText(p.Param.Schema)
		}
	}
	return s
}

// headerFacts are those of a header that an entry adds: one for each line.
func headerFacts(h *model.HeaderFill) []fact {
	var all []fact
	for _, line := range h.Lines {
		f := textFact(line.Wordings, headerText, nil)
		f.place = "header " + h.Name
		f.proof = !slices.ContainsFunc(line.Wordings, func(t *model.Tree) bool { return only(t) != nil })
		if len(line.Wordings) == 1 && only(line.Wordings[0]) != nil {
			f.param, f.alone = only(line.Wordings[0]).Param, true
		}
		f.there = func(v *view) (any, bool) { return nil, v.hasLine(h.Name, f.param) }
		f.outer = func(*view) bool { return false }
		f.matches = func(v *view) bool {
			return assign(h.Lines, v.header.Values(h.Name), v.context())
		}
		f.holds = f.matches
		all = append(all, f)
	}
	return all
}

// hasLine reports whether a line of a header is a value of a param.
func (v *view) hasLine(name string, p *model.Param) bool {
	for _, line := range v.header.Values(name) {
		_, ok := typed(p.Schema, line)
		_, date := untilDate(p.Schema, line, v.header)
		if ok || date {
			return true
		}
	}
	return false
}

// assign gives each line of an entry a line of the response of its own.
func assign(want []*model.Header, got []string, c context) bool {
	if len(want) == 0 {
		return true
	}
	for i, line := range got {
		if matchLine(want[0], line, c) && assign(want[1:], slices.Delete(slices.Clone(got), i, i+1), c) {
			return true
		}
	}
	return false
}

func matchLine(h *model.Header, line string, c context) bool {
	for _, t := range h.Wordings {
		if template := t.Text(); template != nil {
			if _, ok := matchText(template, line, headerText, c); ok {
				return true
			}
		}
	}
	return false
}
