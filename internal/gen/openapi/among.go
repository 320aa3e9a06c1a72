package openapi

import (
	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// envelopeAmong returns the component for a body of an envelope that is one of a
// group: the envelope with the codes of the group's entries, where documents are to
// have no schema for each entry.
func (b *builder) envelopeAmong(env *model.Envelope, g group, lists map[listOf]string) string {
	entries, name, of := []*model.Entry{}, g.name+exported(env.Name), listOf{g.operation, env, g.name}
	if env.Repeated != nil { // whatever the status of the response is
		of.group, entries, name = "", env.Entries, b.names.prefix+exported(env.Name)+"Any"
		if g.operation != nil {
			entries, name = readIn(env, g.operation.Errors), b.names.prefix+exported(g.operation.Name)+exported(env.Name)
		}
	}
	if lists[of] != "" {
		return lists[of]
	}
	for _, p := range g.pairs {
		if env.Repeated == nil && p.envelope == env {
			entries = append(entries, p.entry)
		}
	}
	name = b.names.claimWhole(name)
	lists[of] = name
	s := b.own(b.node(env.Body, &view{envelope: env, among: entries}).schema)
	if env.Description != "" {
		s.Description = env.Description
	}
	b.addSchema(name, &openapi3.SchemaRef{Value: s})
	return name
}
