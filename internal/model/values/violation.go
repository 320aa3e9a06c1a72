package values

import (
	"fmt"
	"regexp"
	"slices"
	"unicode/utf8"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// Checker holds values to schemas and schemas to each other. It keeps the patterns
// that it has compiled.
type Checker struct {
	patterns map[string]*regexp.Regexp // nil for what is none
}

// NewChecker returns a checker.
func NewChecker() *Checker { return &Checker{patterns: map[string]*regexp.Regexp{}} }

// Violation says how a value violates its schema, "" if it does not.
func (c *Checker) Violation(v model.Value, s *model.Schema) string {
	if v.Kind == model.NullValue && s.AdmitsNull() {
		return ""
	}
	s = s.Resolved()
	if s.Const != nil && !Equal(*s.Const, v) {
		return fmt.Sprintf("%s is not %s, the constant", Show(v), Show(*s.Const))
	}
	if len(s.Enum) > 0 && !slices.ContainsFunc(s.Enum, func(e model.Value) bool { return Equal(e, v) }) {
		return fmt.Sprintf("%s is none of %s", Show(v), showAll(s.Enum))
	}
	switch s.Kind {
	case model.OneOfKind:
		if alt := Alternative(s, TypeOf(v.Kind)); alt != s {
			return c.Violation(v, alt)
		}
		return Show(v) + " is of none of the alternatives' types"
	case model.ArrayKind:
		return c.listViolation(v, s)
	case model.ObjectKind, model.MapKind:
		return c.objectViolation(v, s)
	}
	switch v.Kind {
	case model.NumberValue:
		return numberViolation(v.Text, s)
	case model.StringValue:
		return c.TextViolation(v.Text, s)
	}
	return ""
}

func numberViolation(n string, s *model.Schema) string {
	low, lowOpen := LowerBound(s)
	high, highOpen := UpperBound(s)
	switch {
	case low != "" && (Compare(n, low) < 0 || lowOpen && Compare(n, low) == 0):
		return fmt.Sprintf("%s is not %s %s", diag.Quote(n), boundWord(lowOpen, "at least", "above"), low)
	case high != "" && (Compare(n, high) > 0 || highOpen && Compare(n, high) == 0):
		return fmt.Sprintf("%s is not %s %s", diag.Quote(n), boundWord(highOpen, "at most", "below"), high)
	case !FitsGo(s, n):
		if near, ok := nearestDouble(n); ok && s.Kind == model.NumberKind && s.Format == "" {
			return fmt.Sprintf("%s is %s to programs, whose numbers have 64 bits", diag.Quote(n), near)
		}
		return fmt.Sprintf("%s does not fit the Go type of its schema", diag.Quote(n))
	}
	return ""
}

func boundWord(open bool, closed, opened string) string {
	if open {
		return opened
	}
	return closed
}

// TextViolation says what of a string schema a text is not: its length, pattern or format;
// "" if it is all of it.
func (c *Checker) TextViolation(text string, s *model.Schema) string {
	n := utf8.RuneCountInString(text)
	switch {
	case s.MinLength != nil && n < *s.MinLength:
		return fmt.Sprintf("%s is shorter than %d characters", diag.Quote(text), *s.MinLength)
	case s.MaxLength != nil && n > *s.MaxLength:
		return fmt.Sprintf("%s is longer than %d characters", diag.Quote(text), *s.MaxLength)
	case s.Pattern != "" && !c.Matches(s.Pattern, text):
		return fmt.Sprintf("%s does not match the pattern %s", diag.Quote(text), diag.Quote(s.Pattern))
	case !hasFormat(s.Format, text):
		return fmt.Sprintf("%s does not have the format %s", diag.Quote(text), diag.Quote(s.Format))
	}
	return ""
}

func (c *Checker) listViolation(v model.Value, s *model.Schema) string {
	switch {
	case s.MinItems != nil && len(v.Items) < *s.MinItems:
		return fmt.Sprintf("the list has fewer than %d items", *s.MinItems)
	case s.MaxItems != nil && len(v.Items) > *s.MaxItems:
		return fmt.Sprintf("the list has more than %d items", *s.MaxItems)
	}
	for _, item := range v.Items {
		if why := c.Violation(item, Item(s)); why != "" {
			return why
		}
	}
	return ""
}

func (c *Checker) objectViolation(v model.Value, s *model.Schema) string {
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
		if why := c.Violation(m.Value, member); why != "" {
			return why
		}
	}
	return ""
}

// Matches reports whether a whole text matches a pattern, which has been checked.
func (c *Checker) Matches(pattern, text string) bool {
	re, ok := c.patterns[pattern]
	if !ok {
		re, _ = regexp.Compile(anchored(pattern))
		c.patterns[pattern] = re
	}
	return re == nil || re.MatchString(text)
}
