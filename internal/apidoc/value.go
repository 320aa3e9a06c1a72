package apidoc

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/yamltext"
)

// largest is how many values one of a document may consist of: aliases can make more of
// a text than there is memory.
const largest = 1 << 18

// value is a value as JSON has it, what encoding/json makes of one. YAML's timestamps
// are texts.
func (p place) value() (any, error) {
	left := largest
	v := p.spend(&left)
	if left <= 0 {
		return nil, fmt.Errorf("%s: aliases make too much of it, or it contains itself", p.pos())
	}
	return v, nil
}

func (p place) spend(left *int) any {
	if *left--; p.node == nil || *left <= 0 {
		return nil
	}
	switch p.node.Kind {
	case yamltext.Mapping:
		all := map[string]any{}
		for key, m := range p.members() {
			all[key] = m.spend(left)
		}
		return all
	case yamltext.Sequence:
		all := []any{}
		for item := range p.items() {
			all = append(all, item.spend(left))
		}
		return all
	case yamltext.Scalar:
		return scalar(p.node.Tag, p.node.Value)
	}
	return nil
}

// scalar is the value of a scalar of YAML.
func scalar(tag, text string) any {
	digits := strings.ReplaceAll(text, "_", "")
	switch tag {
	case "!!null":
		return nil
	case "!!bool":
		return strings.EqualFold(text, "true")
	case "!!int":
		if n, err := strconv.ParseInt(digits, 0, 64); err == nil {
			return float64(n)
		}
		fallthrough // beyond 64 bits
	case "!!float":
		if x, err := strconv.ParseFloat(digits, 64); err == nil && !math.IsInf(x, 0) && !math.IsNaN(x) {
			return x
		}
	}
	return text
}
