package openapi

import (
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

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
