package resolve

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// violation says how a value violates its schema, "" if it does not.
func (r *resolver) violation(v model.Value, s *model.Schema) string {
	if v.Kind == model.NullValue && isNullable(s) {
		return ""
	}
	s = under(s)
	if s.Const != nil && !equalValues(*s.Const, v) {
		return fmt.Sprintf("%s is not %s, the constant", showValue(v), showValue(*s.Const))
	}
	if len(s.Enum) > 0 && !slices.ContainsFunc(s.Enum, func(e model.Value) bool { return equalValues(e, v) }) {
		return fmt.Sprintf("%s is none of %s", showValue(v), showValues(s.Enum))
	}
	switch s.Kind {
	case model.OneOfKind:
		return r.violatesAll(v, s)
	case model.ArrayKind:
		return r.listViolation(v, s)
	case model.ObjectKind, model.MapKind:
		return r.objectViolation(v, s)
	}
	switch v.Kind {
	case model.NumberValue:
		return numberViolation(v.Text, s)
	case model.StringValue:
		return r.textViolation(v.Text, s)
	}
	return ""
}

// violatesAll checks a value against the alternative that has its type.
func (r *resolver) violatesAll(v model.Value, s *model.Schema) string {
	for _, alt := range s.OneOf {
		if jsonTypesOf(alt)&jsonTypesOf(&model.Schema{Kind: valueKind(v)}) != 0 {
			return r.violation(v, alt)
		}
	}
	return showValue(v) + " is of none of the alternatives' types"
}

func numberViolation(n string, s *model.Schema) string {
	low, lowOpen := lowerBound(s)
	high, highOpen := upperBound(s)
	switch {
	case low != "" && (compareNumbers(n, low) < 0 || lowOpen && compareNumbers(n, low) == 0):
		return fmt.Sprintf("%s is not %s %s", diag.Quote(n), boundWord(lowOpen, "at least", "above"), low)
	case high != "" && (compareNumbers(n, high) > 0 || highOpen && compareNumbers(n, high) == 0):
		return fmt.Sprintf("%s is not %s %s", diag.Quote(n), boundWord(highOpen, "at most", "below"), high)
	case s.Kind == model.IntegerKind && !fitsGo(s, n):
		return fmt.Sprintf("%s does not fit the integer type of its schema", diag.Quote(n))
	}
	return ""
}

func boundWord(open bool, closed, opened string) string {
	if open {
		return opened
	}
	return closed
}

func (r *resolver) textViolation(text string, s *model.Schema) string {
	n := utf8.RuneCountInString(text)
	switch {
	case s.MinLength != nil && n < *s.MinLength:
		return fmt.Sprintf("%s is shorter than %d characters", diag.Quote(text), *s.MinLength)
	case s.MaxLength != nil && n > *s.MaxLength:
		return fmt.Sprintf("%s is longer than %d characters", diag.Quote(text), *s.MaxLength)
	case s.Pattern != "" && !r.matches(s.Pattern, text):
		return fmt.Sprintf("%s does not match the pattern %s", diag.Quote(text), diag.Quote(s.Pattern))
	case !hasFormat(s.Format, text):
		return fmt.Sprintf("%s does not have the format %s", diag.Quote(text), diag.Quote(s.Format))
	}
	return ""
}

func (r *resolver) listViolation(v model.Value, s *model.Schema) string {
	switch {
	case s.MinItems != nil && len(v.Items) < *s.MinItems:
		return fmt.Sprintf("the list has fewer than %d items", *s.MinItems)
	case s.MaxItems != nil && len(v.Items) > *s.MaxItems:
		return fmt.Sprintf("the list has more than %d items", *s.MaxItems)
	}
	for _, item := range v.Items {
		if why := r.violation(item, itemSchema(s)); why != "" {
			return why
		}
	}
	return ""
}

func (r *resolver) objectViolation(v model.Value, s *model.Schema) string {
	for _, p := range s.Properties {
		if !p.Optional && !slices.ContainsFunc(v.Members, func(m model.Member) bool { return m.Name == p.Name }) {
			return fmt.Sprintf("the object has no member %s, which is required", diag.Quote(p.Name))
		}
	}
	for _, m := range v.Members {
		member := s.Additional
		for _, p := range s.Properties {
			if p.Name == m.Name {
				member = p.Schema
			}
		}
		if member == nil {
			continue
		}
		if why := r.violation(m.Value, member); why != "" {
			return why
		}
	}
	return ""
}

// matches reports whether a whole text matches a pattern, which has been checked.
func (r *resolver) matches(pattern, text string) bool {
	re, ok := r.patterns[pattern]
	if !ok {
		re, _ = regexp.Compile(anchored(pattern))
		r.patterns[pattern] = re
	}
	return re == nil || re.MatchString(text)
}

// equalValues compares two values as JSON: numbers by value, objects without
// regard to order.
func equalValues(a, b model.Value) bool {
	if a.Kind != b.Kind || len(a.Items) != len(b.Items) || len(a.Members) != len(b.Members) {
		return false
	}
	switch a.Kind {
	case model.BoolValue:
		return a.Bool == b.Bool
	case model.NumberValue:
		return compareNumbers(a.Text, b.Text) == 0
	case model.StringValue:
		return a.Text == b.Text
	case model.ArrayValue:
		return slices.EqualFunc(a.Items, b.Items, equalValues)
	case model.ObjectValue:
		for _, m := range a.Members {
			i := slices.IndexFunc(b.Members, func(n model.Member) bool { return n.Name == m.Name })
			if i < 0 || !equalValues(m.Value, b.Members[i].Value) {
				return false
			}
		}
	}
	return true
}

// showValue is a value in a message.
func showValue(v model.Value) string {
	switch v.Kind {
	case model.NullValue:
		return "null"
	case model.BoolValue:
		return fmt.Sprintf("`%t`", v.Bool)
	case model.ArrayValue:
		return "a list"
	case model.ObjectValue:
		return "an object"
	}
	return diag.Quote(v.Text)
}

func showValues(vs []model.Value) string {
	const most = 8
	var shown []string
	for i, v := range vs {
		if i == most {
			shown = append(shown, "...")
			break
		}
		shown = append(shown, showValue(v))
	}
	return strings.Join(shown, ", ")
}
