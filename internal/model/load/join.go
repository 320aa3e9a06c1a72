package load

// Joined are the files that make the catalog: the included ones first.
func (f *File) Joined() []*File {
	return append(f.Included[:len(f.Included):len(f.Included)], f)
}

// AllErrors are the entries of all files. One that refines an included one stands
// in its place.
func (f *File) AllErrors() []*Entry {
	return joined(f, func(f *File) []*Entry { return f.Errors }, func(e *Entry) string { return e.Name.S })
}

// AllGroups are the groups of all files, likewise.
func (f *File) AllGroups() []*Group {
	return joined(f, func(f *File) []*Group { return f.Groups }, func(g *Group) string { return g.Name.S })
}

// joined lists what all files declare, in order. Of one name that an included file
// and the catalog have the catalog's stands in the place of the other.
func joined[T any](f *File, of func(*File) []T, name func(T) string) []T {
	own := map[string]T{}
	for _, t := range of(f) {
		if _, twice := own[name(t)]; !twice {
			own[name(t)] = t
		}
	}
	placed := map[string]bool{}
	var all []T
	for _, file := range f.Included {
		for _, t := range of(file) {
			if mine, refined := own[name(t)]; refined {
				placed[name(t)] = true
				t = mine
			}
			all = append(all, t)
		}
	}
	for _, t := range of(f) {
		if !placed[name(t)] {
			all = append(all, t)
		}
	}
	return all
}

// refine lays the catalog's entries and groups over those of included files that
// have the same name; docs/spec.md#shared-files.
func (f *File) refine() {
	entries, groups := map[string]*Entry{}, map[string]*Group{}
	for _, file := range f.Included {
		for _, e := range file.Errors {
			entries[e.Name.S] = e
		}
		for _, g := range file.Groups {
			groups[g.Name.S] = g
		}
	}
	for _, e := range f.Errors {
		if base := entries[e.Name.S]; base != nil {
			e.refine(base)
		}
	}
	for _, g := range f.Groups {
		if base := groups[g.Name.S]; base != nil {
			g.refine(base)
		}
	}
}

// refine notes the entry that e is laid over, which comes next in e's chain, and
// takes over the keys that a chain does not hand down.
func (e *Entry) refine(base *Entry) {
	e.Refines = base
	if e.takes(&base.Node, "code") {
		e.Code = base.Code
	}
	if e.takes(&base.Node, "parent") {
		e.Parent = base.Parent
	}
	if e.takes(&base.Node, "close") {
		e.Close = base.Close
	}
	if e.takes(&base.Node, "description") {
		e.Description = base.Description
	}
	if e.takes(&base.Node, "docs") {
		e.Docs = base.Docs
	}
	if e.takes(&base.Node, "deprecated") {
		e.Deprecated = base.Deprecated
	}
	if e.takes(&base.Node, "go") {
		e.GoName = base.GoName
	}
}

func (g *Group) refine(base *Group) {
	if g.takes(&base.Node, "title") {
		g.Title = base.Title
	}
	if g.takes(&base.Node, "description") {
		g.Description = base.Description
	}
	if g.takes(&base.Node, "count") {
		g.Count = base.Count
	}
	if g.takes(&base.Node, "source") {
		g.Source = base.Source
	}
}

// takes reports whether a node lacks a key that another one has, which it then has
// at the other's place.
func (n *Node) takes(base *Node, key string) bool {
	if n.Has(key) || !base.Has(key) || n.Keys == nil {
		return false
	}
	n.Keys[key] = base.Keys[key]
	return true
}
