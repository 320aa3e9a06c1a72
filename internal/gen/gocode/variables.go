package gocode

import (
	"go/token"
	"slices"
	"strconv"
)

// Variables are what expressions need beforehand: a pointer points to one.
type Variables struct {
	Reserved []string // names that no variable may have, besides those of the language
	Declared []Variable
}

// A Variable is one with the value that it is declared with.
type Variable struct {
	Name  string
	Value Expr
}

// declare adds a variable with a value and returns its name, which is the base or
// like it.
func (vs *Variables) declare(base string, value Expr) string {
	if !vs.isFree(base) {
		base += "Value"
	}
	name := base
	for i := 2; !vs.isFree(name); i++ {
		name = base + strconv.Itoa(i)
	}
	vs.Declared = append(vs.Declared, Variable{name, value})
	return name
}

// isFree reports whether a variable can have a name.
func (vs *Variables) isFree(name string) bool {
	return token.IsIdentifier(name) && !slices.Contains(vs.Reserved, name) && !slices.Contains(Predeclared, name) &&
		!slices.ContainsFunc(vs.Declared, func(v Variable) bool { return v.Name == name })
}
