package apidoc

import (
	"encoding/json"
	"mime"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// body is what errgen writes, as a schema is asked about it.
type body struct {
	sample *model.Sample
	media  string // without parameters; "" if there is no body
	value  any
	// invented is the body with a code that no entry has, and codeless with an object in
	// its place; nil where no code of its own stands in it.
	invented, codeless *body
}

// bodies are the bodies of samples, each made once.
type bodies map[*model.Sample]*body

// of is the body of a sample of an entry.
func (all bodies) of(e *model.Entry, s *model.Sample) *body {
	b := all[s]
	if b == nil {
		b = newBody(s)
		if code := e.Code.Text(); code != "" {
			b.invented = b.with(code, func(v any) any {
				if number, ok := v.(float64); ok {
					return number + 104729
				}
				return code + "_1F7A"
			})
			b.codeless = b.with(code, func(any) any { return map[string]any{} })
		}
		all[s] = b
	}
	return b
}

func newBody(s *model.Sample) *body {
	b := &body{sample: s}
	for _, h := range s.Headers {
		if strings.EqualFold(h.Name, "Content-Type") {
			b.media = essence(h.Value)
		}
	}
	b.value = parse(b.media, s.Body)
	return b
}

// essence is a media type without parameters.
func essence(media string) string {
	if t, _, err := mime.ParseMediaType(media); err == nil {
		return t
	}
	return strings.ToLower(strings.TrimSpace(media))
}

// parse is the value of a body: JSON, or a text.
func parse(media string, text []byte) (value any) {
	if strings.Contains(media, "json") && json.Unmarshal(text, &value) == nil {
		return value
	}
	return string(text)
}

// with is the body with its code replaced, nil if it has none.
func (b *body) with(code string, by func(any) any) *body {
	value, replaced := replace(b.value, code, by)
	if !replaced {
		return nil
	}
	return &body{b.sample, b.media, value, nil, nil}
}

// replace puts something else in the place of the scalars that are a code.
func replace(value any, code string, by func(any) any) (any, bool) {
	replaced := false
	switch v := value.(type) {
	case map[string]any:
		made := map[string]any{}
		for k, member := range v {
			var here bool
			made[k], here = replace(member, code, by)
			replaced = replaced || here
		}
		return made, replaced
	case []any:
		made := make([]any, len(v))
		for i, item := range v {
			var here bool
			made[i], here = replace(item, code, by)
			replaced = replaced || here
		}
		return made, replaced
	case string:
		if v == code {
			return by(v), true
		}
	case float64:
		if text, err := json.Marshal(v); err == nil && string(text) == code {
			return by(v), true
		}
	}
	return value, false
}

// documented is the media type of a response that a body has: the nearest one.
func documented(r *openapi3.Response, media string) *openapi3.MediaType {
	kind, _, _ := strings.Cut(media, "/")
	for _, want := range []string{media, kind + "/*", "*/*"} {
		for name, content := range r.Content {
			if essence(name) == want && content != nil {
				return content
			}
		}
	}
	return nil
}
