package golang

import (
	"maps"
	"slices"
	"strconv"

	"github.com/dave/jennifer/jen"

	"github.com/seed-1b9d9f04/errgen/templates/support"
)

// program writes a text with holes as a concatenation, in which each hole is a
// constant of the same file:
//
//	`{"code":"` + holeString0 + `"}`
func (w *tableWriter) program(s string) {
	parts := 0
	add := func(part string) {
		if parts++; parts > 1 {
			w.add(" + ")
		}
		w.add(part)
	}
	for _, segment := range support.Segments(s) {
		if segment.Literal != "" {
			add(quote(segment.Literal))
		}
		if segment.Hole != "" {
			name := holeName(segment)
			w.holes[name] = segment.Hole
			add(name)
		}
	}
}

// holeName names a hole by what it does and the param that it is about.
func holeName(s support.Segment) string {
	name := "hole" + s.Name
	if s.Exchange {
		name += "Exchange"
	}
	if s.HasOperand {
		name += strconv.Itoa(s.Operand)
	}
	return name
}

// holeConstants declares holes: what stands for them, by their names.
//
//	// The holes of the texts below: what is written there, and the param's number.
//	const (
//		holeString0 = "\xffs\x00"
//	)
func holeConstants(holes map[string]string) jen.Code {
	names := slices.Sorted(maps.Keys(holes))
	doc := &comment{}
	doc.say("The holes of the texts below: how a value is written there, and the number of the param whose value it is.")
	constants := make([]jen.Code, len(names))
	for i, name := range names {
		constants[i] = jen.Id(name).Op("=").Add(text(holes[name]))
	}
	return jen.Add(doc.code()).Line().Const().Custom(jen.Options{Open: "(", Close: ")", Multi: true}, constants...)
}
