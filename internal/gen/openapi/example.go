package openapi

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// shown is an example of an entry's body in one of its envelopes.
type shown struct {
	key       string // its name beside a media type
	component string
	status    int  // 0: not known
	mixed     bool // it holds errors of other entries, too
}

// examples adds the rendered occurrences of every entry and the documented
// responses as components, to which responses refer.
func (b *builder) examples() {
	taken := map[string]bool{}
	for _, e := range b.catalog.Entries {
		for i, s := range e.Samples {
			key := e.Name
			if i > 0 {
				key += exported(s.Envelope.Name)
			}
			x := &openapi3.Example{Summary: e.Name}
			if !s.Envelope.Part && len(e.Status) > 0 { // else it has none, or none is documented
				x.Summary += ", status " + strconv.Itoa(s.Status)
			}
			b.addExample(taken, x, s.Body, shown{key: key, status: s.Status}, pair{e, s.Envelope})
		}
	}
	for _, ex := range b.catalog.Examples {
		p, mixed, ok := b.documents(ex)
		if !ok {
			continue
		}
		x := &openapi3.Example{Summary: ex.Name}
		if ex.Source != nil {
			x.Description = "Source: " + sourceTitle(ex.Source)
		}
		b.addExample(taken, x, ex.Corrected, shown{key: ex.Name, status: ex.Status, mixed: mixed}, p)
	}
}

// documents returns the entry and the envelope that a documented response is
// an example of; of several errors, the first. It is false for close codes, for
// what is no listed error, and for what is read although it is not as the
// envelope has it (a number for a text): an example must be valid.
func (b *builder) documents(ex *model.Example) (p pair, mixed, ok bool) {
	if !ex.HasBody || ex.Close != 0 || len(ex.Outcomes) == 0 {
		return p, false, false
	}
	for _, o := range ex.Outcomes {
		if o.Kind != model.ListedOutcome || o.Entry == nil {
			return p, false, false
		}
		mixed = mixed || o.Entry != ex.Outcomes[0].Entry
	}
	for _, env := range ex.Outcomes[0].Entry.Reads {
		p := pair{ex.Outcomes[0].Entry, env}
		component := b.names.Entry(p.entry, env)
		if len(ex.Outcomes) > 1 {
			component = b.names.List(env)
		}
		if v, err := bodyValue(env, ex.Corrected); err == nil && b.conforms(component, v) {
			return p, mixed, true
		}
	}
	return p, false, false
}

// bodyValue is a body as its envelope writes it: JSON or text.
func bodyValue(env *model.Envelope, body []byte) (model.Value, error) {
	if env.Kind == model.JSONBody {
		return parseJSON(body)
	}
	return textLiteral(string(body)).Value, nil
}

// conforms reports whether a value is valid by a component's schema.
func (b *builder) conforms(component string, v model.Value) bool {
	s, ok := b.schemas[schemaPath+component]
	if !ok {
		return false
	}
	var options []openapi3.SchemaValidationOption
	if b.is31() {
		options = append(options, openapi3.EnableJSONSchema2020())
	}
	return s.VisitJSON(plainOf(v), options...) == nil
}

// addExample adds a body as a component. One that cannot be shown in YAML (see
// parseJSON) is left out.
func (b *builder) addExample(taken map[string]bool, x *openapi3.Example, body []byte, s shown, p pair) {
	v, err := bodyValue(p.envelope, body)
	if err != nil || v.Kind == model.NullValue || p.envelope.Body == nil { // kin-openapi has no example that is null
		return
	}
	x.Value = literal{v}
	base := identifier(b.names.prefix + camel(s.key))
	s.component = base
	for i := 2; taken[strings.ToLower(s.component)]; i++ {
		s.component = base + strconv.Itoa(i)
	}
	taken[strings.ToLower(s.component)] = true
	put(b.order, &b.Components.Examples, s.component, &openapi3.ExampleRef{Value: x})
	b.shown[p] = append(b.shown[p], s)
}

// show adds an entry's examples to a media type: all of its own to its
// response, and to a status's (with a key) those that can have it.
func (b *builder) show(mt *openapi3.MediaType, p pair, key *statusKey) {
	for _, s := range b.shown[p] {
		if key == nil && s.mixed || key != nil && !key.admits(s.status) {
			continue
		}
		name := s.key
		for i := 2; mt.Examples[name] != nil; i++ {
			name = fmt.Sprintf("%s (%d)", s.key, i)
		}
		put(b.order, &mt.Examples, name, &openapi3.ExampleRef{Ref: "#/components/examples/" + s.component})
	}
}

// camel joins the words of a text, each with its first letter in upper case.
func camel(text string) string {
	var out strings.Builder
	for _, word := range strings.FieldsFunc(text, func(r rune) bool {
		return !(r == '_' || '0' <= r && r <= '9' || r >= 0x80 || isLetter(byte(r)))
	}) {
		out.WriteString(exported(word))
	}
	if out.Len() == 0 {
		return "Example"
	}
	return out.String()
}

func sourceTitle(s *model.Source) string {
	for _, text := range []string{s.Title, s.URL, s.File} {
		if text != "" {
			return text
		}
	}
	return s.ID
}
