package load

import (
	"regexp"
	"strings"
)

// The notations that YAML values may have; docs/spec.md#yaml.
var (
	integerForm = regexp.MustCompile(`^-?(0|[1-9][0-9]*)$`)
	numberForm  = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$`)
)

func (v *Value) plain() bool { return v.Kind == Scalar && !v.Quoted }

// IsNull reports whether v is a plain null, ~ or nothing at all.
func (v *Value) IsNull() bool {
	return v.plain() && (v.Text == "null" || v.Text == "~" || v.Text == "")
}

// Bool returns the boolean that v is if it is a plain true or false.
func (v *Value) Bool() (b, ok bool) {
	if !v.plain() || v.Text != "true" && v.Text != "false" {
		return false, false
	}
	return v.Text == "true", true
}

// IsInteger reports whether v is a plain -?(0|[1-9][0-9]*), of any size.
func (v *Value) IsInteger() bool { return v.plain() && integerForm.MatchString(v.Text) }

// IsNumber reports whether v is a plain number as JSON writes one.
func (v *Value) IsNumber() bool { return v.plain() && numberForm.MatchString(v.Text) }

// describe says what v is, for messages.
func (v *Value) describe() string {
	switch {
	case v.Kind == Mapping:
		return "a mapping"
	case v.Kind == Sequence:
		return "a list"
	case v.Quoted && strings.TrimSpace(v.Text) == "":
		return "an empty text"
	case v.Quoted:
		return "quoted text"
	case v.Text == "":
		return "nothing"
	case v.IsNull():
		return "null"
	}
	return ""
}
