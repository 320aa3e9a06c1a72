package templates

import (
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// AllDigits reports whether a text made of the parts is always an integer
// without leading zero: digits around integers that cannot be negative.
func AllDigits(parts []model.Part) bool {
	for i, p := range parts {
		switch p.Kind {
		case model.LiteralPart:
			text := p.Literal
			if i == 0 {
				text = strings.TrimPrefix(text, "-")
				if strings.HasPrefix(text, "0") {
					return false
				}
			}
			if strings.Trim(text, "0123456789") != "" {
				return false
			}
		case model.ParamPart:
			isText := p.Param.Schema.Resolved().Kind == model.StringKind
			if !digitsOnly(p.Param.Schema, i == 0 || i == 1 && parts[0].Literal == "-" && isText) {
				return false
			}
		}
	}
	return true
}

// digitsOnly reports whether all values of a scalar are digits; leading says that
// they begin the number, so that zero must not be among them.
func digitsOnly(schema *model.Schema, leading bool) bool {
	s := schema.Resolved()
	least := "0"
	if leading {
		least = "1"
	}
	if len(s.Enum) > 0 {
		return !slices.ContainsFunc(s.Enum, func(v model.Value) bool {
			return !values.AllDigits(v.Text) || leading && strings.HasPrefix(v.Text, "0")
		})
	}
	switch s.Kind {
	case model.IntegerKind:
		low, _ := values.LowerBound(s)
		return low != "" && values.Compare(low, least) >= 0
	case model.StringKind:
		a, _ := values.PatternAlphabet(s.Pattern)
		return a.Min > 0 && a.Within('0', '9') && !(leading && a.Has('0'))
	}
	return false
}
