package proof

import (
	"strings"
	"unicode/utf8"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// formatSamples are texts of the formats that are checked, the one that shows most
// first.
var formatSamples = map[string][]string{
	"date-time": {"2006-01-02T15:04:05Z"}, "date": {"2006-01-02"}, "time": {"15:04:05Z"}, "duration": {"PT30S"},
	"uuid": {"6ba7b810-9dad-11d1-80b4-00c04fd430c8"}, "hostname": {"host.example", "a"}, "ipv4": {"192.0.2.1", "1.1.1.1"}, "ipv6": {"2001:db8::1", "::1"},
	"email": {"user@example.com", "a@b.example", "a@b"}, "uri": {"https://example.com/", "urn:a:b", "a:b"}, "byte": {"ZXhhbXBsZQ==", "AAAA", ""},
}

// longSamples make texts of a format that have at least some characters.
var longSamples = map[string]func(n int) string{
	"hostname": func(n int) string { return strings.Repeat("a.", n/2) + "host.example" },
	"email":    func(n int) string { return strings.Repeat("x", n) + "@example.com" },
	"uri":      func(n int) string { return "https://example.com/" + strings.Repeat("x", n) },
	"byte":     func(n int) string { return strings.Repeat("AAAA", (n+3)/4) },
}

// text makes up a text: of the format or pattern, else the name, padded or cut. If none
// is found that the schema allows, it is one that the schema does not.
func (s *sampler) text(name string, schema *model.Schema) string {
	candidates := append([]string{}, formatSamples[schema.Format]...)
	if long := longSamples[schema.Format]; long != nil && schema.MinLength != nil {
		candidates = append(candidates, long(min(*schema.MinLength, values.SampleLimit)))
	}
	if schema.Pattern != "" {
		candidates = append(candidates, values.PatternSamples(schema.Pattern)...)
	}
	candidates = append(candidates, fitLength(name, schema))
	for _, c := range candidates {
		if s.rules.TextViolation(c, schema) == "" {
			return c
		}
	}
	return candidates[0]
}

func fitLength(text string, schema *model.Schema) string {
	if n := schema.MinLength; n != nil && utf8.RuneCountInString(text) < *n {
		text += strings.Repeat("x", min(*n, values.SampleLimit)-min(utf8.RuneCountInString(text), min(*n, values.SampleLimit)))
	}
	if n := schema.MaxLength; n != nil && utf8.RuneCountInString(text) > *n {
		text = string([]rune(text)[:*n])
	}
	return text
}
