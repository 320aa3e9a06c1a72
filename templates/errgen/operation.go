package errgen

import "slices"

// Operation is something that an API does, and which entries it can return. Its ID is a
// package's type of IDs.
type Operation[ID ~string] struct {
	Name, Method, Path string
	Errors             []ID // all that it can return
}

// Operations are those of a catalog, in its order.
type Operations[ID ~string] []Operation[ID]

// Named is the operation with a name, the zero Operation if there is none.
func (ops Operations[ID]) Named(name string) Operation[ID] {
	for i := range ops {
		if ops[i].Name == name {
			return ops[i]
		}
	}
	return Operation[ID]{}
}

// Lists reports whether the operation can return all entries of some names, of which
// there is one at least.
func (o Operation[ID]) Lists(names []string) bool {
	for _, name := range names {
		if !slices.Contains(o.Errors, ID(name)) {
			return false
		}
	}
	return len(names) > 0
}
