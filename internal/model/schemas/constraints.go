package schemas

import (
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// applies lists for each constraint the kinds that it can constrain.
var applies = []struct {
	keyword string
	kinds   []model.Kind
}{
	{"minimum", numericKinds}, {"maximum", numericKinds}, {"exclusiveMinimum", numericKinds}, {"exclusiveMaximum", numericKinds},
	{"minLength", textKinds}, {"maxLength", textKinds}, {"pattern", textKinds}, {"markup", []model.Kind{model.StringKind}},
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
func (b *builder) constraints() {
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
func (b *builder) checkApplicable() {
	n, s := b.n, b.s
	for _, a := range applies {
		isCodePattern := a.keyword == "pattern" && b.at.IsCode
		if a.keyword == "enum" && len(n.Enum) == 0 {
			continue // reported already
		}
		if n.Has(a.keyword) && !slices.Contains(a.kinds, s.Kind) && !isCodePattern {
			b.r.Reportf(n.At(a.keyword), diag.KeywordNotApplicable, "say the `type` that is meant, or leave the keyword out", "`%s` says nothing about %s", a.keyword, values.Describe(s))
		}
	}
}

// bound takes a bound in its shortest form.
func (b *builder) bound(v *load.Value, to *string) {
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
func (b *builder) inherit() {
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
func (b *builder) checkBounds() {
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

// StatusPlaceholder stands in the pattern of the code's leaf for the entry's
// status.
const StatusPlaceholder = "{$status}"

// AnyStatus is the pattern of a status that is not known.
const AnyStatus = "[1-9][0-9]{2}"

// pattern checks the pattern. In the model the status in the pattern of a code
// is any status; each entry's code is checked against the pattern with its own.
func (b *builder) pattern() string {
	p := b.n.Pattern
	source := p.S
	if b.at.IsCode {
		source = strings.ReplaceAll(source, StatusPlaceholder, AnyStatus)
	}
	if problem := values.PatternProblem(source); problem != "" {
		b.r.Reportf(p.Pos, diag.BadPattern, "write it in the syntax of RE2: https://github.com/google/re2/wiki/Syntax", "the pattern is no regular expression: %s", problem)
		return ""
	}
	return source
}

// numericFormats are the formats of numbers, with whether they are for integers
// alone. Those of strings are open: an unknown one is an annotation, as in JSON
// Schema.
var numericFormats = map[string]bool{
	"int8": true, "int16": true, "int32": true, "int64": true,
	"uint8": true, "uint16": true, "uint32": true, "uint64": true,
	"float": false, "double": false, "decimal": false,
	"seconds": false, "milliseconds": false, "unix-time": false,
}

// checkFormat reports a format that does not go with the type.
func (b *builder) checkFormat() {
	f, kind := b.n.Format, b.s.Kind
	wholeOnly, numeric := numericFormats[f.S]
	switch {
	case kind == model.StringKind && numeric:
		b.r.Reportf(f.Pos, diag.BadFormat, "say `type: integer` or `type: number`, or another format", "`%s` is a format of numbers, not of texts", f.S)
	case kind == model.NumberKind && numeric && wholeOnly:
		b.r.Reportf(f.Pos, diag.BadFormat, "say `type: integer`", "`%s` is a format of integers", f.S)
	case (kind == model.IntegerKind || kind == model.NumberKind) && !numeric:
		names := []string{"int32", "int64", "uint64", "seconds", "milliseconds", "unix-time", "float", "double"}
		b.r.Reportf(f.Pos, diag.BadFormat, b.r.DidYouMean(f.S, names, "use int32, int64, uint64, seconds, milliseconds or unix-time"), "%s is no format of numbers", diag.Quote(f.S))
	}
}
