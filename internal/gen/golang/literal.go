package golang

import (
	"github.com/dave/jennifer/jen"

	"github.com/seed-1b9d9f04/errgen/internal/gen/gocode"
)

// text is a string literal.
func text(s string) *jen.Statement { return jen.Op(quote(s)) }

// quote is a text as a string literal is written.
func quote(s string) string { return gocode.Quote(s) }
