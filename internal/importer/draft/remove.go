package draft

import "slices"

// Remove takes out of the draft what stands at a path of its catalog: an optional key of
// an envelope, of a place in one, of an entry or of an operation, else the place, the
// envelope or the operation itself. It reports false if the path leads to none of these.
func (c *Catalog) Remove(path []string) bool {
	if len(path) == 0 {
		return false
	}
	rest := path[1:]
	switch path[0] {
	case "title", "docs":
		return clearText(map[string]*string{"title": &c.Title, "docs": &c.Docs}, path)
	case "envelopes":
		i := find(rest, c.Envelopes, func(env *Envelope) string { return env.Name })
		if i >= 0 && !c.Envelopes[i].remove(rest[1:]) {
			c.removeEnvelope(c.Envelopes[i])
		}
		return i >= 0
	case "operations":
		i := find(rest, c.Operations, func(o *Operation) string { return o.Name })
		if i >= 0 && !c.Operations[i].remove(rest[1:]) {
			c.Operations = slices.Delete(c.Operations, i, i+1)
		}
		return i >= 0
	case "errors":
		i := find(rest, c.Entries, func(e *Entry) string { return e.Name })
		return i >= 0 && c.Entries[i].remove(rest[1:])
	}
	return false
}

// find is the index of what the first step of a path names, -1 for nothing.
func find[T any](path []string, all []T, name func(T) string) int {
	if len(path) == 0 {
		return -1
	}
	return slices.IndexFunc(all, func(one T) bool { return name(one) == path[0] })
}

// clearText empties the text that the first step of a path names.
func clearText(texts map[string]*string, path []string) bool {
	if len(path) == 0 || texts[path[0]] == nil || *texts[path[0]] == "" {
		return false
	}
	*texts[path[0]] = ""
	return true
}

// removeEnvelope takes an envelope out, and the entries that stand in no other.
func (c *Catalog) removeEnvelope(gone *Envelope) {
	c.Envelopes = slices.DeleteFunc(c.Envelopes, func(env *Envelope) bool { return env == gone })
	var alone []*Entry
	for _, e := range c.Entries {
		if !slices.Contains(e.Envelopes, gone) {
			continue
		}
		if e.Envelopes = slices.DeleteFunc(e.Envelopes, func(env *Envelope) bool { return env == gone }); len(e.Envelopes) == 0 {
			alone = append(alone, e)
		}
	}
	c.RemoveEntries(alone, "its envelope is not in the catalog")
}

// RemoveEntries takes entries out, with the examples that show them, and notes why.
func (c *Catalog) RemoveEntries(gone []*Entry, why string) {
	isGone := func(e *Entry) bool { return slices.Contains(gone, e) }
	for _, e := range gone {
		c.Lose(e.Line, e.Show()+": "+why)
	}
	c.Entries = slices.DeleteFunc(c.Entries, isGone)
	for _, e := range c.Entries {
		if e.Parent != nil && isGone(e.Parent) {
			e.Parent = nil
		}
	}
	c.Examples = slices.DeleteFunc(c.Examples, func(x *Example) bool {
		lost := slices.ContainsFunc(x.Entries, isGone)
		if lost {
			c.Lose(x.Line, "an example of an entry that is not in the catalog")
		}
		return lost
	})
	for _, o := range c.Operations {
		o.Errors = slices.DeleteFunc(o.Errors, isGone)
	}
}

func (env *Envelope) remove(path []string) bool {
	if len(path) == 0 {
		return false
	}
	switch path[0] {
	case "headers":
		i := find(path[1:], env.Headers, func(n *Node) string { return n.Name })
		if i >= 0 && !env.Headers[i].remove(path[2:]) {
			env.Headers = slices.Delete(env.Headers, i, i+1)
		}
		return i >= 0
	case "body":
		return env.Body.remove(path[1:])
	case "status":
		has := len(env.Status) > 0
		env.Status = nil
		return has
	}
	return clearText(map[string]*string{"description": &env.Description, "mediaType": &env.MediaType}, path)
}

// remove takes a key of a place out, or what stands below it; false: there is no such key.
func (n *Node) remove(path []string) (found bool) {
	if len(path) == 0 {
		return false
	}
	switch path[0] {
	case "properties":
		i := find(path[1:], n.Members, func(m *Node) string { return m.Name })
		if i >= 0 && !n.Members[i].remove(path[2:]) {
			n.Members = slices.Delete(n.Members, i, i+1)
		}
		return i >= 0
	case "items":
		return n.Repeated && n.Members[0].remove(path[1:])
	case "type":
		found, n.Types = len(n.Types) > 0, nil
	case "const":
		found, n.Const = n.Const != nil, nil
	case "enum":
		found, n.Enum = len(n.Enum) > 0, nil
	case "example":
		found, n.Example = n.Example != nil, nil
	case "optional":
		found, n.Optional = n.Optional, false
	case "exchange":
		found, n.Exchange = n.Exchange, false
	default:
		return clearText(map[string]*string{"field": &n.Field, "description": &n.Description}, path)
	}
	return found
}

func (o *Operation) remove(path []string) bool {
	return clearText(map[string]*string{"description": &o.Description, "method": &o.Method, "path": &o.Path}, path)
}

// remove takes out what an entry does without; not what tells it from others.
func (e *Entry) remove(path []string) bool {
	if len(path) == 0 {
		return false
	}
	switch path[0] {
	case "parent":
		has := e.Parent != nil
		e.Parent = nil
		return has
	case "group":
		has := e.Group != nil
		e.Group = nil
		return has
	case "fields":
		i := find(path[1:], e.Fields, func(f Field) string { return f.Name })
		if i >= 0 {
			e.Fields = slices.Delete(e.Fields, i, i+1)
		}
		return i >= 0
	}
	return clearText(map[string]*string{"text": &e.Text, "description": &e.Description, "remedy": &e.Remedy, "docs": &e.Docs}, path)
}
