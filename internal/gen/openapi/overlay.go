package openapi

import (
	"maps"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// Overlay returns the emitter of <package>/overlay.yaml: an Overlay 1.0.0 document that
// puts into the document of a service the responses of the operations of a catalog, with
// the components that these need.
//
// What is there already is taken out first, since an update merges objects and appends to
// lists; and before that put there, so that no action selects nothing, of which tools
// warn. Applied twice it makes the same document as once. Filters have parentheses, and
// several members are one selector: that form all tools take.
func Overlay(o Options) gen.Emitter { return overlay{o} }

type overlay struct{ options Options }

// Name is "overlay".
func (overlay) Name() string { return "overlay" }

// Files is the path of the document; none for a catalog whose operations have no responses.
func (overlay) Files(c *model.Catalog) []string {
	if !slices.ContainsFunc(c.Operations, ofHTTP) {
		return nil
	}
	return []string{c.Package + "/overlay.yaml"}
}

// ofHTTP reports whether an operation has responses, and is looked for in documents. One
// without a path is none of HTTP if it lists what has no response, as what closes a
// WebSocket.
func ofHTTP(o *model.Operation) bool {
	answered := 0
	for _, e := range o.Errors {
		if len(httpPairs(e)) > 0 {
			answered++
		}
	}
	return answered > 0 && (o.Path != "" || answered == len(o.Errors))
}

// Emit returns the overlay of a catalog, nothing where Files has none.
func (e overlay) Emit(c *model.Catalog, t gen.Target) ([]gen.File, error) {
	files := e.Files(c)
	if files == nil {
		return nil, nil
	}
	b, of := newBuilder(c, e.options)
	maps.DeleteFunc(of, func(o *model.Operation, _ []string) bool { return !ofHTTP(o) })
	p := &printer{document: b.reach(components(of))}
	p.buf = append(p.buf, "# "+gen.Header(t.Catalog)+"\n"...)
	p.text("overlay", "1.0.0")
	p.nested("info", func() {
		p.text("title", b.Info.Title)
		p.text("version", b.Info.Version)
	})
	p.nested("actions", func() {
		p.componentActions("For an OpenAPI " + b.OpenAPI[:len("3.x")] + " document.")
		for _, o := range c.Operations {
			if ofHTTP(o) {
				p.operationActions(o, of[o])
			}
		}
	})
	return []gen.File{{Path: files[0], Content: p.buf}}, nil
}

// components are those of the keys and components of operations.
func components(of map[*model.Operation][]string) []string {
	var all []string
	for _, pairs := range of {
		for i := 1; i < len(pairs); i += 2 {
			all = append(all, pairs[i])
		}
	}
	return all
}

// componentActions replace the components.
func (p *printer) componentActions(description string) {
	kinds := []struct {
		name  string
		names []string
	}{
		{"schemas", p.order[&p.Components.Schemas]},
		{"responses", p.order[&p.Components.Responses]},
		{"examples", p.order[&p.Components.Examples]},
	}
	p.action(description, "$", func() {
		p.nested("components", func() {
			for _, kind := range kinds {
				p.empty(kind.name, kind.names)
			}
		})
	})
	for _, kind := range kinds {
		if len(kind.names) > 0 {
			p.remove("$.components." + kind.name + members(kind.names))
		}
	}
	p.action("", "$", p.components)
}

// operationActions replace the responses of an operation, by the keys and components.
func (p *printer) operationActions(o *model.Operation, responses []string) {
	var keys []string
	for i := 0; i < len(responses); i += 2 {
		keys = append(keys, responses[i])
	}
	target := "$.paths.*[?(@.operationId == " + pathString(o.ID) + ")]"
	if o.Path != "" && o.ID == o.Name {
		target = "$.paths" + members([]string{o.Path}) + "." + strings.ToLower(o.Method)
	}
	p.action(o.Name+".", target, func() { p.empty("responses", keys) })
	p.remove(target + ".responses" + members(keys))
	p.action("", target, func() {
		p.nested("responses", func() {
			for i, key := range keys {
				p.nested(key, func() { p.text("$ref", responsePath+responses[2*i+1]) })
			}
		})
	})
}

// action writes an action that updates what a target selects.
func (p *printer) action(description, target string, update func()) {
	p.item(func() {
		p.text("target", target)
		p.optionalText("description", description)
		p.nested("update", update)
	})
}

// remove writes an action that removes what a target selects.
func (p *printer) remove(target string) {
	p.item(func() {
		p.text("target", target)
		p.flag("remove", true)
	})
}

// empty writes a member with members that are empty objects; nothing if there are none.
func (p *printer) empty(name string, members []string) {
	if len(members) == 0 {
		return
	}
	p.nested(name, func() {
		for _, member := range members {
			p.raw(member, "{}")
		}
	})
}

// members is the part of a JSONPath that selects members by their names (RFC 9535
// section 2.5).
func members(names []string) string {
	var all []string
	for _, name := range names {
		all = append(all, pathString(name))
	}
	return "[" + strings.Join(all, ",") + "]"
}

// pathString is a name as a JSONPath has it (RFC 9535 section 2.3.1.1).
func pathString(name string) string {
	return "'" + strings.NewReplacer(`\`, `\\`, `'`, `\'`).Replace(name) + "'"
}
