package openapi

import (
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// responses adds a response for each entry that has one, and one for each
// status.
func (b *builder) responses() {
	var all []pair
	for _, e := range b.catalog.Entries {
		pairs := httpPairs(e)
		if len(pairs) == 0 {
			continue
		}
		all = append(all, pairs...)
		r := b.response(description(e), pairs, nil)
		put(b.order, &b.Components.Responses, b.names.Response(e), &openapi3.ResponseRef{Value: r})
	}
	for _, key := range statusKeys(all) {
		b.statusResponse(key, all)
	}
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

// A statusKey selects responses by status: a key of OpenAPI's Responses Object.
// The zero key stands for entries whose status is not documented.
type statusKey struct{ lo, hi int }

// name is the key as components are named: Status404, Status4XX, Default.
func (k statusKey) name() string {
	switch {
	case k.lo == 0:
		return "Default"
	case k.lo == k.hi:
		return "Status" + strconv.Itoa(k.lo)
	}
	return "Status" + strconv.Itoa(k.lo/100) + "XX"
}

func (k statusKey) title() string {
	switch text := http.StatusText(k.lo); {
	case k.lo == 0:
		return "Status not documented"
	case k.lo != k.hi:
		return fmt.Sprintf("Any status from %d to %d", k.lo, k.hi)
	case text != "":
		return text
	}
	return "Status " + strconv.Itoa(k.lo)
}

// has reports whether a response in this envelope can have a status of the key.
func (k statusKey) has(p pair) bool {
	set := p.statuses()
	if k.lo == 0 || len(set) == 0 {
		return k.lo == 0 && len(set) == 0
	}
	return set.Intersects(model.StatusSet{{Lo: k.lo, Hi: k.hi}})
}

// admits reports whether an example with this status (0: not known) can be
// shown under the key.
func (k statusKey) admits(status int) bool {
	return k.lo == 0 || status == 0 || k.lo <= status && status <= k.hi
}

// statuses are those of an entry in one of its envelopes.
func (p pair) statuses() model.StatusSet {
	for i, env := range p.entry.Reads {
		if env == p.envelope && i < len(p.entry.ReadStatus) {
			return p.entry.ReadStatus[i]
		}
	}
	return p.entry.Status
}

// statusKeys are the keys that the statuses of the entries ask for, in order: a
// single status by itself, a range by the classes that it reaches into.
func statusKeys(pairs []pair) []statusKey {
	seen := map[statusKey]bool{}
	for _, p := range pairs {
		set := p.statuses()
		if len(set) == 0 {
			seen[statusKey{}] = true
		}
		for _, r := range set {
			if r.Lo == r.Hi {
				seen[statusKey{r.Lo, r.Hi}] = true
				continue
			}
			for class := r.Lo / 100; class <= r.Hi/100; class++ {
				seen[statusKey{class * 100, class*100 + 99}] = true
			}
		}
	}
	keys := make([]statusKey, 0, len(seen))
	for k := range seen {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b statusKey) int { return strings.Compare(a.order(), b.order()) })
	return keys
}

// order sorts a class behind its statuses, and the default last.
func (k statusKey) order() string {
	switch {
	case k.lo == 0:
		return "~"
	case k.lo == k.hi:
		return strconv.Itoa(k.lo)
	}
	return strconv.Itoa(k.lo/100) + "XX"
}

// statusResponse adds the response for a status: any of the entries that can
// have it.
func (b *builder) statusResponse(key statusKey, all []pair) {
	var pairs []pair
	var names []string
	for _, p := range all {
		if !key.has(p) {
			continue
		}
		pairs = append(pairs, p)
		if n := len(names); n == 0 || names[n-1] != p.entry.Name {
			names = append(names, p.entry.Name)
		}
	}
	if len(pairs) == 0 {
		return
	}
	text := key.title() + ": " + strings.Join(names, ", ") + "."
	if len(names) > maxNames {
		text = fmt.Sprintf("%s: one of %d errors.", key.title(), len(names))
	}
	put(b.order, &b.Components.Responses, b.names.claim(key.name()), &openapi3.ResponseRef{Value: b.response(text, pairs, &key)})
}

// maxNames is the number of entries up to which a status's description names
// them.
const maxNames = 12

// response describes a response that is one of an entry's, or (with a key) one
// of several entries'.
func (b *builder) response(text string, pairs []pair, key *statusKey) *openapi3.Response {
	r := openapi3.NewResponse().WithDescription(text)
	b.setHeaders(r, pairs)
	refs := map[string][]*openapi3.SchemaRef{}
	for _, p := range pairs {
		if p.envelope.Body == nil {
			continue
		}
		media := b.mediaType(r, p.envelope)
		refs[media] = append(refs[media], b.bodyRef(p, key))
		b.show(r.Content[media], p, key)
	}
	for media, mt := range r.Content {
		mt.Schema = b.choice(refs[media])
	}
	return r
}

// bodyRef refers to the schema of an entry's body. Under a status, a repeated
// envelope holds any of its errors.
func (b *builder) bodyRef(p pair, key *statusKey) *openapi3.SchemaRef {
	if list, ok := b.names.lists[p.envelope]; ok && key != nil {
		return b.schemaRef(list)
	}
	return b.schemaRef(b.names.Entry(p.entry, p.envelope))
}

// mediaType returns the key of the response's content for an envelope's bodies: its
// media type, or one that is there and that readers do not tell from it.
func (b *builder) mediaType(r *openapi3.Response, env *model.Envelope) string {
	media := mediaType(env)
	for _, key := range b.order[&r.Content] {
		if haveOneRange(key, media) {
			return key
		}
	}
	put(b.order, &r.Content, media, openapi3.NewMediaType())
	return media
}

// haveOneRange reports whether two media types cannot both be keys of a content.
// Readers ignore letter case, also in params, and take a key for a list with commas.
func haveOneRange(a, b string) bool {
	for x := range strings.SplitSeq(a, ",") {
		for y := range strings.SplitSeq(b, ",") {
			if strings.EqualFold(strings.TrimSpace(x), strings.TrimSpace(y)) {
				return true
			}
		}
	}
	return false
}

// mediaType is an envelope's media type with type and subtype in lower case, so
// that two spellings of one do not stand side by side.
func mediaType(e *model.Envelope) string {
	name, params, has := strings.Cut(e.MediaType, ";")
	name = strings.ToLower(strings.TrimSpace(name))
	if !has {
		return name
	}
	return name + ";" + params
}
