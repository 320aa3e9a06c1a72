package openapi

import (
	"fmt"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// A group is what a response component stands for: one of some responses.
type group struct {
	name      string // of the component
	pairs     []pair
	entry     *model.Entry     // whose own response it is; nil: one of a status
	key       statusKey        // of a status
	operation *model.Operation // whose response it is; nil: any operation's
}

// responses adds a response for each entry that has one, one for each status, and
// for each operation one for each of its statuses. It returns the keys and the
// components of operations, by turns. All names are claimed before any is made for a
// helper, so that these never take one away.
func (b *builder) responses() map[*model.Operation][]string {
	var groups []group
	var all []pair
	for _, e := range b.catalog.Entries {
		if pairs := httpPairs(e); len(pairs) > 0 {
			all = append(all, pairs...)
			groups = append(groups, group{name: b.names.Response(e), pairs: pairs, entry: e})
		}
	}
	statuses := b.statusGroups(all)
	groups = append(groups, statuses...)
	of := map[*model.Operation][]string{}
	for _, o := range b.catalog.Operations {
		for _, g := range b.operationGroups(o, statuses) {
			of[o] = append(of[o], g.key.String(), g.name)
			if g.operation != nil {
				groups = append(groups, g)
			}
		}
	}
	lists := map[listOf]string{}
	for _, g := range groups {
		put(b.order, &b.Components.Responses, g.name, &openapi3.ResponseRef{Value: b.response(g, lists)})
	}
	return of
}

// httpPairs are an entry's envelopes that are whole responses.
func httpPairs(e *model.Entry) []pair {
	var pairs []pair
	for _, env := range e.Reads {
		if !env.Part {
			pairs = append(pairs, pair{e, env})
		}
	}
	return pairs
}

// statusGroups are the responses under each status, whatever the operation is.
func (b *builder) statusGroups(all []pair) []group {
	keys := statusKeys(all)
	if other := b.otherPairs(all); len(other) > 0 && !slices.Contains(keys, statusKey{}) {
		keys = append(keys, statusKey{})
	}
	var groups []group
	for _, key := range keys {
		g := group{key: key}
		for _, p := range all {
			if key.has(p) || key == (statusKey{}) && b.isOther(p.entry) {
				g.pairs = append(g.pairs, p)
			}
		}
		name := "Status" + key.suffix()
		if key == (statusKey{}) {
			name = key.suffix()
		}
		g.name = b.names.claim(name)
		groups = append(groups, g)
	}
	return groups
}

// isOther reports whether a default response, as the catalog asks for one, is of an
// entry.
func (b *builder) isOther(e *model.Entry) bool {
	return b.options.Default == "any" || b.options.Default == "fallback" && e == b.catalog.Fallback
}

func (b *builder) otherPairs(all []pair) []pair {
	return slices.DeleteFunc(slices.Clone(all), func(p pair) bool { return !b.isOther(p.entry) })
}

// operationGroups are the responses of an operation under each of its statuses: of
// exactly the entries that it lists. Under a class stand those that can have a status
// of it that no key of its own has. The default that the catalog asks for is that of
// the whole catalog, where the operation has nothing to add.
func (b *builder) operationGroups(o *model.Operation, statuses []group) []group {
	var all []pair
	for _, e := range o.Errors {
		all = append(all, httpPairs(e)...)
	}
	var groups []group
	keys := statusKeys(all)
	for _, key := range keys {
		g := group{key: key, operation: o}
		for _, p := range all {
			if key.leaves(p, keys) {
				g.pairs = append(g.pairs, p)
			}
		}
		if key == (statusKey{}) {
			for _, p := range b.otherPairs(statuses[len(statuses)-1].pairs) {
				if !slices.Contains(g.pairs, p) {
					g.pairs = append(g.pairs, p)
				}
			}
		}
		if len(g.pairs) > 0 {
			g.name = b.names.claim(exported(o.Name) + key.suffix())
			groups = append(groups, g)
		}
	}
	if n := len(statuses); b.options.Default != "" && n > 0 && statuses[n-1].key == (statusKey{}) && !slices.Contains(keys, statusKey{}) {
		groups = append(groups, statuses[n-1])
	}
	return groups
}

// maxNames is the number of entries up to which a response's description names them.
const maxNames = 12

// text describes a response for readers.
func (g group) text() string {
	if g.entry != nil {
		return description(g.entry)
	}
	if names := g.entryNames(); len(names) <= maxNames {
		return g.key.title() + ": " + strings.Join(names, ", ") + "."
	} else {
		return fmt.Sprintf("%s: one of %d errors.", g.key.title(), len(names))
	}
}

// entryNames are the names of the entries, each once.
func (g group) entryNames() []string {
	var names []string
	for _, p := range g.pairs {
		names = append(names, p.entry.Name)
	}
	return slices.Compact(names)
}

// response describes a response that is one of a group.
func (b *builder) response(g group, lists map[listOf]string) *openapi3.Response {
	r := openapi3.NewResponse().WithDescription(g.text())
	b.identifyGroup(r, g)
	b.setHeaders(r, g.pairs)
	refs := map[string][]*openapi3.SchemaRef{}
	for _, p := range g.pairs {
		if p.envelope.Body == nil {
			continue
		}
		media := b.mediaType(r, p.envelope)
		refs[media] = append(refs[media], b.groupBody(p, g, lists))
		b.show(r.Content[media], p, g)
	}
	for _, media := range b.order[&r.Content] {
		name := g.name + "Body"
		if len(r.Content) > 1 {
			name = g.name + camel(strings.TrimPrefix(media, "application/")) + "Body"
		}
		r.Content[media].Schema = b.namedChoice(name, refs[media])
	}
	return r
}

// identifyGroup says for programs what a response is of.
func (b *builder) identifyGroup(r *openapi3.Response, g group) {
	if g.entry != nil {
		identify(&r.Extensions, g.entry, g.entry.Status)
		return
	}
	extend(&r.Extensions, "x-errgen-entries", textsLiteral(g.entryNames()))
	extend(&r.Extensions, "x-errgen-status", textsLiteral([]string{g.key.String()}))
	if g.operation != nil {
		extend(&r.Extensions, "x-errgen-operation", textLiteral(g.operation.Name))
	}
}

// listOf are the errors of a repeated envelope that an operation can return at once; of
// another envelope, those of a group.
type listOf struct {
	operation *model.Operation
	envelope  *model.Envelope
	group     string // "" for a repeated envelope
}

// groupBody refers to the schema of an entry's body in a group. But for its own
// response, a repeated envelope holds any errors of it that the operation can return,
// since those that are joined are written together.
func (b *builder) groupBody(p pair, g group, lists map[listOf]string) *openapi3.SchemaRef {
	of := listOf{operation: g.operation, envelope: p.envelope}
	switch {
	case g.entry != nil:
		return b.bodyRef(p, g.key)
	case b.options.Unions == "envelope":
		return b.schemaRef(b.envelopeAmong(p.envelope, g, lists))
	case p.envelope.Repeated == nil:
		return b.bodyRef(p, g.key)
	case g.operation == nil:
		return b.schemaRef(b.names.lists[p.envelope])
	}
	entries := readIn(p.envelope, g.operation.Errors)
	if len(entries) == 1 {
		return b.bodyRef(p, g.key)
	}
	if lists[of] == "" {
		lists[of] = b.names.claim(exported(g.operation.Name) + exported(p.envelope.Name) + "List")
		b.addList(lists[of], p.envelope, entries)
	}
	return b.schemaRef(lists[of])
}

// readIn are those of some entries that are read in an envelope.
func readIn(env *model.Envelope, entries []*model.Entry) []*model.Entry {
	return slices.DeleteFunc(slices.Clone(entries), func(e *model.Entry) bool { return !slices.Contains(e.Reads, env) })
}

// namedChoice is choice; a choice of several is a component of its own, to which others
// can refer, too. It has a discriminator where a member tells its alternatives apart.
func (b *builder) namedChoice(name string, alternatives []*openapi3.SchemaRef) *openapi3.SchemaRef {
	ref := b.choice(alternatives)
	if ref.Ref != "" || len(ref.Value.OneOf)+len(ref.Value.AnyOf) == 0 {
		return ref
	}
	if d := b.options.Discriminator; d == nil || *d {
		b.discriminate(ref.Value)
	}
	name = b.names.claimWhole(name)
	b.addSchema(name, ref)
	return b.schemaRef(name)
}
