// Package gocode writes Go expressions for the values of a catalog: what a
// constructor presets, and how an error is raised in documentation and examples.
//
// Expressions are text in the making and not jennifer's statements. Documents have
// two or three for each entry, nearly all of one line: jennifer would have every one
// of them formatted by itself, which takes longer than all the rest of a document,
// while the Go emitter can put text into its statements and have both formatted
// together. So text serves both, and neither emitter needs the other's library.
package gocode

import (
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// A Scope is where code stands: the name by which it has imported the package; ""
// is the package itself.
type Scope string

// Name is a name that the package declares.
func (in Scope) Name(s string) string {
	if in == "" {
		return s
	}
	return string(in) + "." + s
}

// Type is a Go type as it is written.
func (in Scope) Type(t model.GoType) string {
	stars := strings.Repeat("*", t.Pointers)
	switch t.Kind {
	case model.GoNamed:
		return stars + in.Name(t.Named.GoName)
	case model.GoSlice:
		return stars + "[]" + in.Type(*t.Elem)
	case model.GoMap:
		return stars + "map[string]" + in.Type(*t.Elem)
	}
	return stars + basicTypes[t.Kind]
}

// basicTypes are the types that the package does not declare.
var basicTypes = map[model.GoKind]string{
	model.GoAny:      "any",
	model.GoString:   "string",
	model.GoInt64:    "int64",
	model.GoInt32:    "int32",
	model.GoUint64:   "uint64",
	model.GoFloat64:  "float64",
	model.GoBool:     "bool",
	model.GoDuration: "time.Duration",
	model.GoTime:     "time.Time",
	model.GoBytes:    "[]byte",
	model.GoError:    "error",
}

// Predeclared are the names of the language that stand in expressions.
var Predeclared = []string{"any", "string", "int32", "int64", "uint64", "float64", "bool", "byte", "error", "nil", "true", "false"}
