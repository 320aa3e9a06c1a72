package values

import (
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// The YAML 1.2 core schema, which types plain scalars where the catalog has no
// schema for them (docs/spec.md#yaml).
var (
	coreNull    = []string{"", "~", "null", "Null", "NULL"}
	coreTrue    = []string{"true", "True", "TRUE"}
	coreFalse   = []string{"false", "False", "FALSE"}
	coreInteger = regexp.MustCompile(`^([-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$`)
	coreFloat   = regexp.MustCompile(`^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$`)
	coreSpecial = regexp.MustCompile(`^([-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$`)
)

var integerForm = regexp.MustCompile(`^-?(0|[1-9][0-9]*)$`)

// IsIntegerForm reports whether a plain scalar is taken where the schema wants an
// integer.
func IsIntegerForm(text string) bool { return integerForm.MatchString(text) }

// IsNull reports whether a plain scalar is null.
func IsNull(text string) bool { return slices.Contains(coreNull, text) }

// boolOf is the value of a plain scalar that is a boolean.
func boolOf(text string) (value, ok bool) {
	value = slices.Contains(coreTrue, text)
	return value, value || slices.Contains(coreFalse, text)
}

// Core types a plain scalar by the core schema. It reports false for
// infinities, for what is no number, and for numbers of unbearable size, none of
// which JSON has.
func Core(text string) (model.Value, bool) {
	b, isBool := boolOf(text)
	switch {
	case IsNull(text):
		return model.Value{Kind: model.NullValue}, true
	case isBool:
		return model.Value{Kind: model.BoolValue, Bool: b}, true
	case coreInteger.MatchString(text), coreFloat.MatchString(text):
		return coreNumber(text)
	case coreSpecial.MatchString(text):
		return model.Value{}, false
	}
	return Text(text), true
}

func coreNumber(text string) (model.Value, bool) {
	number := jsonForm(text)
	if coreInteger.MatchString(text) {
		if len(text) > 1000 {
			return model.Value{}, false
		}
		if strings.ContainsAny(text, "ox") {
			n, _ := new(big.Int).SetString(text, 0)
			number = n.String()
		}
	}
	number, ok := Canonical(number)
	if coreFloat.MatchString(text) && !coreInteger.MatchString(text) {
		_, err := strconv.ParseFloat(number, 64) // beyond which readers of YAML take it for a text
		ok = ok && err == nil
	}
	return model.Value{Kind: model.NumberValue, Text: number}, ok
}

// jsonForm writes a YAML float as JSON would.
func jsonForm(text string) string {
	text = strings.TrimPrefix(text, "+")
	text, negative := strings.CutPrefix(text, "-")
	mantissa, exponent := text, ""
	if i := strings.IndexAny(text, "eE"); i >= 0 {
		mantissa, exponent = text[:i], text[i:]
	}
	whole, fraction, _ := strings.Cut(mantissa, ".")
	whole = strings.TrimLeft(whole, "0")
	if whole == "" {
		whole = "0"
	}
	if fraction != "" {
		whole += "." + fraction
	}
	if negative {
		whole = "-" + whole
	}
	return whole + exponent
}
