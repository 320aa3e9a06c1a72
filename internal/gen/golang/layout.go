package golang

import "github.com/dave/jennifer/jen"

// longLine is how many bytes a list on one line may have, more or less.
const longLine = 100

// fit puts a list between brackets: on one line, or if that would be long, with
// a line for each part.
func fit(open string, parts []jen.Code, end string, length int) *jen.Statement {
	return jen.Custom(jen.Options{Open: open, Close: end, Separator: ",", Multi: length > longLine && len(parts) > 1}, parts...)
}

// oneLiner is the body of a function that stands on the line of its head.
func oneLiner(statement jen.Code) jen.Code {
	return jen.Custom(jen.Options{Open: "{", Close: "}"}, statement)
}
