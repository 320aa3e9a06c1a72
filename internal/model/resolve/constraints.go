package resolve

import (
	"slices"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/names"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// values resolves `const` and `enum`.
func (b *schemaBuilder) values() {
	n, s := b.n, b.s
	if b.base != nil && b.base.Kind == s.Kind {
		s.Const, s.Enum = b.base.Const, b.base.Enum
	}
	if n.Const != nil {
		if v, ok := b.r.literal(n.Const, b.literalSchema()); ok {
			s.Const = &v
		}
	}
	if !n.Has("enum") {
		return
	}
	if len(n.Enum) == 0 {
		b.r.Reportf(n.At("enum"), diag.BadEnum, "list the values", "`enum` without a value admits nothing")
	}
	s.Enum = nil
	for _, v := range n.Enum {
		b.enumValue(v)
	}
	b.enumConstants()
}

// literalSchema is what types the literals of const and enum: the type that is
// given, else the core schema.
func (b *schemaBuilder) literalSchema() *model.Schema {
	if b.base == nil && !b.n.Has("type") {
		return values.Any()
	}
	return withoutValues(b.s)
}

// withoutValues is a schema's type alone.
func withoutValues(s *model.Schema) *model.Schema {
	clone := *s
	clone.Const, clone.Enum = nil, nil
	if clone.Kind == model.ArrayKind && clone.Items == nil {
		clone.Items = values.Any()
	}
	if (clone.Kind == model.ObjectKind || clone.Kind == model.MapKind) && clone.Additional == nil {
		clone.Kind, clone.Additional = model.MapKind, values.Any()
	}
	return &clone
}

func (b *schemaBuilder) enumValue(v *load.Value) {
	s := b.s
	if v.Kind != load.Scalar && !v.Broken {
		b.r.Reportf(v.Pos, diag.BadEnum, "list scalars", "a value of `enum` is a list or a mapping")
		return
	}
	if !v.Quoted && values.IsNull(v.Text) && !v.Broken && s.Kind != model.StringKind {
		s.Nullable = true
		return
	}
	value, ok := b.r.literal(v, b.literalSchema())
	if !ok || value.Kind == model.NullValue {
		return
	}
	if slices.ContainsFunc(s.Enum, func(e model.Value) bool { return values.Equal(e, value) }) {
		b.r.Reportf(v.Pos, diag.BadEnum, "list each value once", "%s is listed twice", diag.Quote(v.Text))
		return
	}
	s.Enum = append(s.Enum, value)
}

// enumConstants names the Go constants of a named string type.
func (b *schemaBuilder) enumConstants() {
	t := b.at.named
	if t == nil || !t.goTyped || b.s.Kind != model.StringKind {
		return
	}
	taken := map[string]bool{}
	for i, v := range b.s.Enum {
		name := t.model.GoName + strings.TrimPrefix(names.Exported(v.Text), "X")
		if strings.HasPrefix(strings.ToUpper(v.Text), "X") {
			name = t.model.GoName + names.Exported(v.Text)
		}
		if taken[name] || name == t.model.GoName {
			name += "Value" + strconv.Itoa(i+1)
		}
		taken[name] = true
		b.r.pkg.Claim(name, b.n.Enum[i].Pos, "the constant of "+diag.Quote(v.Text)+" of "+b.at.what)
		t.model.Constants = append(t.model.Constants, model.EnumConst{GoName: name, Value: v.Text})
	}
}

// applies lists for each constraint the kinds that it can constrain.
var applies = []struct {
	keyword string
	kinds   []model.Kind
}{
	{"minimum", numericKinds}, {"maximum", numericKinds}, {"exclusiveMinimum", numericKinds}, {"exclusiveMaximum", numericKinds},
	{"minLength", textKinds}, {"maxLength", textKinds}, {"pattern", textKinds},
	{"minItems", []model.Kind{model.ArrayKind}}, {"maxItems", []model.Kind{model.ArrayKind}}, {"items", []model.Kind{model.ArrayKind}},
	{"properties", []model.Kind{model.ObjectKind}}, {"additionalProperties", []model.Kind{model.ObjectKind, model.MapKind}},
	{"enum", []model.Kind{model.StringKind, model.IntegerKind, model.NumberKind, model.BooleanKind, model.UnionKind, model.NullKind}},
	{"format", []model.Kind{model.StringKind, model.IntegerKind, model.NumberKind, model.UnionKind}},
}

var (
	numericKinds = []model.Kind{model.IntegerKind, model.NumberKind, model.UnionKind}
	textKinds    = []model.Kind{model.StringKind, model.UnionKind}
)

// constraints resolves bounds, lengths, the pattern and the format.
func (b *schemaBuilder) constraints() {
	n, s := b.n, b.s
	b.inherit()
	b.checkApplicable()
	b.bound(n.Minimum, &s.Minimum)
	b.bound(n.Maximum, &s.Maximum)
	b.bound(n.ExclusiveMinimum, &s.ExclMinimum)
	b.bound(n.ExclusiveMaximum, &s.ExclMaximum)
	takeLength(n.MinLength, &s.MinLength)
	takeLength(n.MaxLength, &s.MaxLength)
	takeLength(n.MinItems, &s.MinItems)
	takeLength(n.MaxItems, &s.MaxItems)
	if n.Pattern.Given() {
		s.Pattern = b.pattern()
	}
	if n.Format.Given() {
		s.Format = n.Format.S
		b.checkFormat()
	}
	b.checkBounds()
}

// checkApplicable reports constraints that say nothing about the kind.
func (b *schemaBuilder) checkApplicable() {
	n, s := b.n, b.s
	for _, a := range applies {
		isCodePattern := a.keyword == "pattern" && b.at.isCode
		if a.keyword == "enum" && len(n.Enum) == 0 {
			continue // reported already
		}
		if n.Has(a.keyword) && !slices.Contains(a.kinds, s.Kind) && !isCodePattern {
			b.r.Reportf(n.At(a.keyword), diag.KeywordNotApplicable, "say the `type` that is meant, or leave the keyword out", "`%s` says nothing about %s", a.keyword, values.Describe(s))
		}
	}
}

// bound takes a bound in its shortest form.
func (b *schemaBuilder) bound(v *load.Value, to *string) {
	if v == nil || v.Broken {
		return
	}
	c, ok := values.Canonical(v.Text)
	if !ok {
		b.r.Reportf(v.Pos, diag.ValueType, "write a number as JSON does", "%s is no number that can be used", diag.Quote(v.Text))
		return
	}
	*to = c
}

func takeLength(i load.Int, to **int) {
	if i.Given() {
		n := int(i.N)
		*to = &n
	}
}

// inherit takes over the base's constraints that apply to the kind.
func (b *schemaBuilder) inherit() {
	s, base := b.s, b.base
	if base == nil {
		return
	}
	if slices.Contains(numericKinds, s.Kind) && slices.Contains(numericKinds, base.Kind) {
		s.Minimum, s.Maximum, s.ExclMinimum, s.ExclMaximum = base.Minimum, base.Maximum, base.ExclMinimum, base.ExclMaximum
		s.Format = base.Format
	}
	if slices.Contains(textKinds, s.Kind) && slices.Contains(textKinds, base.Kind) {
		s.MinLength, s.MaxLength, s.Pattern, s.Format = base.MinLength, base.MaxLength, base.Pattern, base.Format
	}
	if s.Kind == model.ArrayKind && base.Kind == model.ArrayKind {
		s.MinItems, s.MaxItems = base.MinItems, base.MaxItems
	}
}

// checkBounds reports bounds that nothing can satisfy.
func (b *schemaBuilder) checkBounds() {
	n, s := b.n, b.s
	empty := func(keyword string) {
		b.r.Reportf(n.At(keyword), diag.EmptyRange, "let the lower bound be the lower one", "no value satisfies both this `%s` and its counterpart", keyword)
	}
	low, lowOpen := values.LowerBound(s)
	high, highOpen := values.UpperBound(s)
	if low != "" && high != "" {
		if c := values.Compare(low, high); c > 0 || c == 0 && (lowOpen || highOpen) {
			empty(firstGiven(n, "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum"))
		}
	}
	if s.MinLength != nil && s.MaxLength != nil && *s.MinLength > *s.MaxLength {
		empty(firstGiven(n, "maxLength", "minLength"))
	}
	if s.MinItems != nil && s.MaxItems != nil && *s.MinItems > *s.MaxItems {
		empty(firstGiven(n, "maxItems", "minItems"))
	}
}

func firstGiven(n *load.Schema, keywords ...string) string {
	for _, k := range keywords {
		if n.Has(k) {
			return k
		}
	}
	return keywords[0]
}

// statusPlaceholder stands in the pattern of the code's leaf for the entry's
// status.
const statusPlaceholder = "{$status}"

// anyStatus is the pattern of a status that is not known.
const anyStatus = "[1-9][0-9]{2}"

// pattern checks the pattern. In the model the status in the pattern of a code
// is any status; each entry's code is checked against the pattern with its own.
func (b *schemaBuilder) pattern() string {
	p := b.n.Pattern
	source := p.S
	if b.at.isCode {
		source = strings.ReplaceAll(source, statusPlaceholder, anyStatus)
	}
	if problem := values.PatternProblem(source); problem != "" {
		b.r.Reportf(p.Pos, diag.BadPattern, "write it in the syntax of RE2: https://github.com/google/re2/wiki/Syntax", "the pattern is no regular expression: %s", problem)
		return ""
	}
	return source
}
