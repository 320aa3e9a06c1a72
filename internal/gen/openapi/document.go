package openapi

import "github.com/getkin/kin-openapi/openapi3"

// A document is an OpenAPI document and what kin-openapi's types cannot hold: the
// order of its maps and the digits of its numbers.
//
// The types are kin-openapi's all the same, since that is what its validator takes:
// with types of its own errgen would have to hold every document twice. What they
// lack is noted beside them, and is all that the printer needs to know besides.
type document struct {
	openapi3.T
	order  order
	digits map[*float64]string   // bounds as the catalog writes them
	refs   []*openapi3.SchemaRef // all references
}

// order has for each map of a document, by where it stands (a *Schemas, *Headers and
// so on), its keys in the order in which they are written. It is kept by put.
type order map[any][]string

// put adds a member to a map of a document, behind those that are there, or replaces
// it where it is.
func put[M ~map[string]V, V any](o order, m *M, key string, v V) {
	if *m == nil {
		*m = M{}
	}
	if _, there := (*m)[key]; !there {
		o[m] = append(o[m], key)
	}
	(*m)[key] = v
}
