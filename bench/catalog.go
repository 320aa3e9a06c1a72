package bench

import (
	"fmt"
	"strings"
)

// Form says what the entries of a drawn-up catalog are like.
type Form struct {
	Types  string // of the catalog's "go" key: all or data
	Params int    // 0, or 2 string params
}

// Catalog is a catalog of n entries of one form.
func Catalog(n int, form Form) string {
	var b strings.Builder
	fmt.Fprintf(&b, `errgen: 1
package: manyerr
go: {types: %s}
envelopes:
  E:
    body: {properties: {code: {type: string}, message: {type: string}}}
errors:
`, form.Types)
	for i := range n {
		if form.Params == 0 {
			fmt.Fprintf(&b, "  Entry%05d: {code: CODE_%05d, status: 400, fields: {message: 'This is not available (%d).'}}\n", i, i, i)
			continue
		}
		fmt.Fprintf(&b, "  Entry%05d: {code: CODE_%05d, status: 400, fields: {message: 'Resource {name} of {owner} is not available (%d).'}, params: {name: {type: string}, owner: {type: string}}}\n", i, i, i)
	}
	return b.String()
}

// OpenAPI makes of errgen's document of such a catalog of n entries one with an
// operation, which answers with any of the errors. Generators make types of a
// document's operations. The union of all errors is a schema of its own: with a
// reference to the document's response, oapi-codegen's strict server does not
// compile.
func OpenAPI(document string, n int) string {
	const paths = `paths:
  /things:
    get:
      operationId: GetThing
      responses:
        "204": {description: Nothing.}
        "400":
          description: Any of the errors.
          content: {application/json: {schema: {$ref: "#/components/schemas/AnyError"}}}
`
	var union strings.Builder
	union.WriteString("components:\n  schemas:\n    AnyError:\n      oneOf:\n")
	for i := range n {
		fmt.Fprintf(&union, "        - $ref: \"#/components/schemas/ManyerrEntry%05dError\"\n", i)
	}
	document = strings.Replace(document, "paths: {}\n", paths, 1)
	return strings.Replace(document, "components:\n  schemas:\n", union.String(), 1)
}

// Proto is an enum of the same n errors as protoc-gen-go-errors reads it. The
// texts cannot be part of it: they are given where the error is raised.
func Proto(n int) string {
	var b strings.Builder
	b.WriteString(`syntax = "proto3";
package many;
option go_package = "github.com/seed-1b9d9f04/errgen/bench/_build/kratos;kratos";
import "errors/errors.proto";

enum Reason {
  option (errors.default_code) = 400;
`)
	for i := range n {
		fmt.Fprintf(&b, "  CODE_%05d = %d;\n", i, i)
	}
	b.WriteString("}\n")
	return b.String()
}
