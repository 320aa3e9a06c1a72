// Package shape finds out of responses what their format is: which have one shape, what
// in it is the code, the status, a constant or a value of the request, and how the texts
// of one error differ.
package shape

import (
	"slices"
	"strconv"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// place is a place in bodies of one shape, with what stands there in all of them.
type place struct {
	name   string
	parent *place
	n      int // in how many bodies, or items, it is there
	kinds  map[string]int
	values map[string]int // of scalars, as JSON, as long as they are few
	sample model.Value
	empty  bool // an object or list of it is empty
	kids   []*place
	index  map[string]*place
	item   *place // of a list
}

// maxValues is how many different values of a place are kept.
const maxValues = 2000

func newPlace(name string, parent *place) *place {
	return &place{name: name, parent: parent, kinds: map[string]int{}, values: map[string]int{}, index: map[string]*place{}}
}

// maxDepth is how deep bodies are looked into.
const maxDepth = 12

// add notes a value at the place.
func (p *place) add(v model.Value, depth int) {
	p.n++
	kind := kindOf(v)
	p.kinds[kind]++
	if p.n == 1 || p.sample.Kind == model.NullValue {
		p.sample = v
	}
	switch v.Kind {
	case model.ObjectValue:
		p.empty = p.empty || len(v.Members) == 0
		for _, m := range v.Members {
			if depth < maxDepth {
				p.kid(m.Name).add(m.Value, depth+1)
			}
		}
	case model.ArrayValue:
		p.empty = p.empty || len(v.Items) == 0
		if p.item == nil {
			p.item = newPlace("", p)
		}
		for _, item := range v.Items {
			if depth < maxDepth {
				p.item.add(item, depth+1)
			}
		}
	default:
		if text := string(v.AppendJSON(nil)); p.values[text] > 0 || len(p.values) < maxValues {
			p.values[text]++
		}
	}
}

func (p *place) kid(name string) *place {
	k := p.index[name]
	if k == nil {
		k = newPlace(name, p)
		p.index[name] = k
		p.kids = append(p.kids, k)
	}
	return k
}

// kindOf is the JSON type of a value, as schemas call it.
func kindOf(v model.Value) string {
	switch v.Kind {
	case model.BoolValue:
		return "boolean"
	case model.NumberValue:
		if isInteger(v.Text) {
			return "integer"
		}
		return "number"
	case model.StringValue:
		return "string"
	case model.ArrayValue:
		return "array"
	case model.ObjectValue:
		return "object"
	}
	return "null"
}

// isWritten reports whether a value can stand in a catalog: numbers may be beyond those
// that it has.
func isWritten(v model.Value) bool {
	if v.Kind != model.NumberValue {
		return true
	}
	_, err := strconv.ParseFloat(v.Text, 64)
	return err == nil
}

func isInteger(s string) bool {
	if len(s) > 1 && s[0] == '-' {
		s = s[1:]
	}
	if s == "" || len(s) > 18 {
		return false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// isScalar reports whether nothing but scalars stand at the place.
func (p *place) isScalar() bool {
	return p.kinds["object"] == 0 && p.kinds["array"] == 0
}

// isObject reports whether the place is an object that is looked into: its members are
// the same most of the time.
func (p *place) isObject() bool {
	if p.kinds["object"] == 0 || p.kinds["object"]+p.kinds["null"] < p.n || len(p.kids) == 0 {
		return false
	}
	if p.parent == nil || p.parent.item == p {
		return true
	}
	most := 0
	for _, k := range p.kids {
		most = max(most, k.n)
	}
	return !p.empty && most*10 >= p.kinds["object"]*6 && len(p.kids) <= 40
}

// isList reports whether the place is a list of objects.
func (p *place) isList() bool {
	return p.kinds["array"] > 0 && p.kinds["array"]+p.kinds["null"] == p.n && p.item != nil && p.item.n > 0 && p.item.kinds["object"] == p.item.n && len(p.item.kids) > 0
}

// leaves are the places of scalars below a place, also in lists of objects.
func (p *place) leaves(do func(*place)) {
	switch {
	case p.isObject():
		for _, k := range p.kids {
			k.leaves(do)
		}
	case p.isList():
		for _, k := range p.item.kids {
			k.leaves(do)
		}
	case p.isScalar():
		do(p)
	}
}

// list is the list around a place, nil if there is none; several count as none.
func (p *place) list() *place {
	var found *place
	for ; p.parent != nil; p = p.parent {
		if p.parent.item == p {
			if found != nil {
				return nil
			}
			found = p.parent
		}
	}
	return found
}

func (p *place) depth() int {
	n := 0
	for ; p.parent != nil; p = p.parent {
		n++
	}
	return n
}

// at is the value of a body at the place; of a list that of item i.
func (p *place) at(body model.Value, i int) (model.Value, bool) {
	if p.parent == nil {
		return body, true
	}
	v, ok := p.parent.at(body, i)
	if !ok {
		return v, false
	}
	if p.parent.item == p {
		if i < len(v.Items) {
			return v.Items[i], true
		}
		return v, false
	}
	k := slices.IndexFunc(v.Members, func(m model.Member) bool { return m.Name == p.name })
	if k < 0 {
		return model.Value{}, false
	}
	return v.Members[k].Value, true
}
