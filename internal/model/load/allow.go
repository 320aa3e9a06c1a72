package load

import (
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// allow sets the allowances of an object. Which rules there are only the linter knows.
func allow[T any](to func(*T) *[]Allowance) setter[T] {
	return func(d *decoder, k Text, v *Value, t *T) {
		d.named(k, v, "of rules to reasons", func(rule Text, v *Value) {
			because := d.text(rule, v)
			if because.Given() && strings.TrimSpace(because.S) == "" {
				d.list.Report(v.Pos, diag.NoReason, "rule "+diag.Quote(rule.S)+" is allowed without a reason", "say why, for who reads the catalog next")
			}
			*to(t) = append(*to(t), Allowance{rule, because})
		})
	}
}
