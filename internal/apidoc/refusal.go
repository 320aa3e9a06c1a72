package apidoc

import (
	"cmp"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// refusal is something in a value that a schema does not admit.
type refusal struct {
	at       []string // in the value
	reason   string
	constant bool // it is another one than those that are listed
}

// because is why a schema does not admit a value, in one line; "" if it does.
func because(schema *openapi3.Schema, value any) string {
	all := refusals(schema, value, nil)
	if len(all) == 0 {
		return ""
	}
	reason, _, _ := strings.Cut(all[0].reason, "\n")
	if len(all[0].at) > 0 {
		return "/" + strings.Join(all[0].at, "/") + ": " + reason
	}
	return reason
}

// refusals are what a schema does not admit in a value that stands at a place. Of
// alternatives they are those of the nearest one, if there is one.
func refusals(schema *openapi3.Schema, value any, at []string) []refusal {
	var all []refusal
	for _, err := range flat(visit(schema, value, openapi3.MultiErrors())) {
		e, ok := err.(*openapi3.SchemaError)
		if !ok {
			all = append(all, refusal{at, err.Error(), false})
			continue
		}
		where := slices.Concat(at, e.JSONPointer())
		var inner []refusal
		switch e.SchemaField {
		case "allOf":
			for _, one := range e.Schema.AllOf {
				inner = append(inner, refusals(one.Value, e.Value, where)...)
			}
		case "oneOf":
			inner = nearest(e.Schema.OneOf, e.Value, where)
		case "anyOf":
			inner = nearest(e.Schema.AnyOf, e.Value, where)
		}
		if len(inner) == 0 {
			inner = []refusal{{where, e.Reason, e.SchemaField == "enum"}}
		}
		all = append(all, inner...)
	}
	return all
}

// flat are all errors of one.
func flat(err error) []error {
	several, ok := err.(openapi3.MultiError)
	if !ok && err != nil {
		return []error{err}
	}
	var all []error
	for _, one := range several {
		all = append(all, flat(one)...)
	}
	return all
}

// nearest is what the nearest of several schemas does not admit: the one whose constants
// the value has, else that with the fewest differences. There is none if several are
// equally near, or one admits the value.
func nearest(alternatives openapi3.SchemaRefs, value any, at []string) []refusal {
	var best []refusal
	alone := false
	for _, one := range alternatives {
		found := refusals(one.Value, value, at)
		if len(found) == 0 {
			return nil
		}
		order := -1
		if best != nil {
			order = cmp.Or(cmp.Compare(constants(found), constants(best)), cmp.Compare(len(found), len(best)))
		}
		if order < 0 {
			best, alone = found, true
		} else if order == 0 {
			alone = false
		}
	}
	if !alone {
		return nil
	}
	return best
}

// constants are how many of some refusals are of constants.
func constants(all []refusal) int {
	n := 0
	for _, r := range all {
		if r.constant {
			n++
		}
	}
	return n
}
