package resolve

import (
	"slices"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/envelopes"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/schemas"
	"github.com/seed-1b9d9f04/errgen/internal/model/templates"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// resolveCode resolves the entry's code: a text, or a template over params.
func (s *scope) resolveCode() {
	link, _ := s.e.nearest(func(n *load.Entry) bool { return n.Code != nil })
	if link == nil {
		s.checkCodeNeeded()
		return
	}
	v := link.Code
	if v.Broken || v.Kind != load.Scalar {
		s.broken = true
		return
	}
	in := s.in(nil)
	t, ok := in.Parse(v.Text, v.Pos)
	switch {
	case !ok:
		s.broken = true
		return
	case slices.Contains(t.Names(), "$code"):
		s.Reportf(v.Pos, diag.TemplateCycle, "write the code out", "the code is made of itself")
		s.broken = true
		return
	}
	s.openCode = slices.Contains(t.Names(), "code") && slices.ContainsFunc(s.e.envs, func(e *envelopes.Envelope) bool { return e.Code != nil })
	wordings, ok := in.Expand(t, v.Pos)
	if !ok {
		s.broken = true
		return
	}
	if len(wordings) > 1 {
		s.Reportf(v.Pos, diag.TooManyWordings, "name a field with one wording", "a code has one wording only")
		return
	}
	s.code = &model.Code{Template: &model.Template{Parts: wordings[0]}}
	s.e.model.Code = s.code
	s.checkCode(v)
}

// checkCodeNeeded reports an entry without code whose envelopes require one.
func (s *scope) checkCodeNeeded() {
	for _, env := range s.e.envs {
		if env.Code != nil && !env.Code.Model.Optional {
			s.r.ReportfAt(s.e.syntax.Name.Pos, diag.CodeNeeded, diag.Related{Pos: env.Code.First().Pos, Message: "the code's place"},
				"give it a `code`, or make the code's place `optional`", "entry %s has no code, which envelope %s requires",
				diag.Quote(s.e.model.Name), diag.Quote(env.Model.Name))
			return
		}
	}
}

// checkCode checks the code against the leaves where it stands.
func (s *scope) checkCode(v *load.Value) {
	text, constant := s.code.Template.Constant()
	if constant && text == "" {
		s.Reportf(v.Pos, diag.CodeValue, "give it a text, or leave `code` out", "the code is empty")
		return
	}
	s.code.Number = !v.Quoted && values.IsIntegerForm(v.Text)
	for _, p := range s.code.Template.Params() {
		if p.MayBeAbsent() {
			s.Reportf(v.Pos, diag.OptionalPlacement, "make the param required with `optional: false`, or give it a `default`", "param %s of the code is optional, but a code cannot do without it", diag.Quote(p.Name))
		}
	}
	for i, env := range s.e.envs {
		if env.Code == nil {
			continue
		}
		s.checkHeaders(env.Code, []*model.Tree{{Template: s.code.Template}}, v.Pos)
		for _, p := range env.Code.Places {
			if k := p.Node.Schema.Resolved(); !k.IsScalar() && k.Kind != model.AnyKind {
				continue // reported there
			}
			if constant {
				s.checkCodeText(text, v.Pos, p, s.e.model.ReadStatus[i])
			} else {
				s.checkCodeTemplate(v.Pos, p)
			}
		}
	}
	s.code.Any = s.takesAny()
}

// checkCodeText checks a constant code against a leaf: its type, enum, bounds and
// pattern.
func (s *scope) checkCodeText(text string, pos diag.Pos, p *envelopes.Place, set model.StatusSet) {
	schema := p.Node.Schema.Resolved()
	value, problem := values.Text(text), ""
	if schema.Kind != model.StringKind {
		value, problem = values.Scalar(text, false, schema)
	}
	if problem != "" || value.Kind == model.NullValue {
		if values.TypesOf(schema)&values.StringType == 0 {
			s.Reportf(pos, diag.CodeValue, "write "+values.Describe(schema), "the code %s stands where the schema wants %s", diag.Quote(text), values.Describe(schema))
			return
		}
		value = values.Text(text)
	}
	if p.Means(value) {
		s.Reportf(pos, diag.CodeValue, "give the error another code, or take the value out of `success`", "the code %s means success where it stands", diag.Quote(text))
		return
	}
	if why := s.r.Violation(value, withoutPattern(schema)); why != "" {
		s.Reportf(pos, diag.CodeValue, "give a code that the leaf's schema allows", "%s", why)
		return
	}
	want := schema.Pattern // of a type, if not of the leaf
	if pattern := p.Syntax.Pattern; pattern.Given() && want != "" {
		want = strings.ReplaceAll(pattern.S, schemas.StatusPlaceholder, statusPattern(set))
	}
	if want != "" && !s.r.Matches(want, text) {
		s.Reportf(pos, diag.CodeValue, "give a code that the leaf's pattern allows", "the code %s does not match %s", diag.Quote(text), diag.Quote(want))
		return
	}
	if got, _ := templates.ReadBack(p.Node.As, text); got != text && !p.Node.Alias {
		s.Reportf(pos, diag.CodeValue, "give another code, or change the forms of its leaf (`as`)",
			"the code %s is read back as %s in the leaf's text forms", diag.Quote(text), diag.Quote(got))
	}
}

func withoutPattern(s *model.Schema) *model.Schema {
	clone := *s
	clone.Pattern = ""
	return &clone
}

// statusPattern is an expression for the statuses of a set.
func statusPattern(set model.StatusSet) string {
	if len(set) == 0 {
		return schemas.AnyStatus
	}
	if only, ok := set.Only(); ok {
		return strconv.Itoa(only)
	}
	var alternatives []string
	for _, r := range set {
		if r.Lo%100 == 0 && r.Hi == r.Lo+99 {
			alternatives = append(alternatives, strconv.Itoa(r.Lo/100)+"[0-9]{2}")
			continue
		}
		for n := r.Lo; n <= r.Hi; n++ {
			alternatives = append(alternatives, strconv.Itoa(n))
		}
	}
	return "(?:" + strings.Join(alternatives, "|") + ")"
}

// checkCodeTemplate checks that a code with placeholders can be what a leaf wants.
func (s *scope) checkCodeTemplate(pos diag.Pos, p *envelopes.Place) {
	parts := s.code.Template.Parts
	schema := p.Node.Schema.Resolved()
	if values.TypesOf(schema)&values.StringType != 0 {
		return
	}
	if len(parts) == 1 && parts[0].Kind == model.ParamPart {
		if asText, ok := values.MayStand(parts[0].Param.Schema, schema); ok && !asText {
			return
		}
	} else if templates.AllDigits(parts) && values.TypesOf(schema)&values.NumberType != 0 {
		return
	}
	s.Reportf(pos, diag.CodeValue, "let its params be integers that are not negative, or make the leaf a string", "the code can be a text, where the schema wants %s", values.Describe(schema))
}

// takesAny reports whether the code is a param that allows all that the leaf of
// the first envelope with a code does.
func (s *scope) takesAny() bool {
	parts := s.code.Template.Parts
	if len(parts) != 1 || parts[0].Kind != model.ParamPart {
		return false
	}
	for _, env := range s.e.envs {
		if env.Code != nil {
			p := parts[0].Param
			return p.Schema == env.Code.Model.Schema || s.r.Widens(env.Code.Model.Schema, p.Schema) == ""
		}
	}
	return false
}
