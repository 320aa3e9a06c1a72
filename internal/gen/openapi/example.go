package openapi

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// shown is an example of an entry's body in one of its envelopes.
type shown struct {
	*openapi3.Example
	key       string // its name beside a media type
	component string
	status    int            // 0: any that the entry has
	others    []*model.Entry // whose errors it holds, too
}

// examples finds the rendered occurrences of every entry and the documented
// responses. Those that a response shows are components.
func (b *builder) examples() {
	taken := map[string]bool{}
	for _, e := range b.catalog.Entries {
		for _, s := range e.Samples {
			b.addSample(taken, e, s, e.Name)
		}
		for _, s := range e.StatusSamples {
			b.addSample(taken, e, s, e.Name+strconv.Itoa(s.Status))
		}
	}
	for _, ex := range b.catalog.Examples {
		p, others, ok := b.documents(ex)
		if !ok {
			continue
		}
		x := &openapi3.Example{Summary: ex.Name}
		if ex.Source != nil {
			x.Description = "Source: " + sourceTitle(ex.Source)
		}
		b.addExample(taken, ex.Corrected, shown{Example: x, key: ex.Name, status: ex.Status, others: others}, p)
	}
}

// addSample adds an occurrence of an entry, which is of its status alone if the body
// says that.
func (b *builder) addSample(taken map[string]bool, e *model.Entry, s *model.Sample, key string) {
	if s.Envelope != e.Envelope {
		key += exported(s.Envelope.Name)
	}
	of := shown{Example: &openapi3.Example{Summary: e.Name, Description: told(e)}, key: key, status: s.Status}
	ofStatus := func(other *model.Sample) bool { return other.Envelope == s.Envelope }
	if set := (pair{e, s.Envelope}).statuses(); set.Size() > 1 && !slices.ContainsFunc(e.StatusSamples, ofStatus) {
		of.status = 0
	}
	if of.status != 0 && !s.Envelope.Part && len(e.Status) > 0 { // else it has none, or none is documented
		of.Summary += ", status " + strconv.Itoa(s.Status)
	}
	b.addExample(taken, s.Body, of, pair{e, s.Envelope})
}

// told is what the catalog says of an entry for readers, "" if that is its message alone:
// portals show it beside the example, and leave out what schemas say that are one of
// several.
func told(e *model.Entry) string {
	if e.Description == "" && e.Remedy == "" && e.Deprecated == nil {
		return ""
	}
	return description(e)
}

// documents returns the entry and the envelope that a documented response is
// an example of; of several errors, the first. It is false for close codes, for
// what is no listed error, and for what is read although it is not as the
// envelope has it (a number for a text): an example must be valid.
func (b *builder) documents(ex *model.Example) (p pair, others []*model.Entry, ok bool) {
	if !ex.HasBody || ex.Close != 0 || len(ex.Outcomes) == 0 {
		return p, nil, false
	}
	for _, o := range ex.Outcomes {
		if o.Kind != model.ListedOutcome || o.Entry == nil {
			return p, nil, false
		}
		if o.Entry != ex.Outcomes[0].Entry {
			others = append(others, o.Entry)
		}
	}
	for _, env := range ex.Outcomes[0].Entry.Reads {
		p := pair{ex.Outcomes[0].Entry, env}
		component := b.names.Entry(p.entry, env)
		if len(others) > 0 { // else the entry's own response shows it, too
			component = b.names.List(env)
		}
		if v, err := bodyValue(env, ex.Corrected); err == nil && b.conforms(component, v) {
			return p, others, true
		}
	}
	return p, nil, false
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

// addExample adds a body to what can be shown, with the name of its component. One
// that cannot be shown in YAML (see parseJSON) is left out.
func (b *builder) addExample(taken map[string]bool, body []byte, s shown, p pair) {
	v, err := bodyValue(p.envelope, body)
	if err != nil || v.Kind == model.NullValue || p.envelope.Body == nil { // kin-openapi has no example that is null
		return
	}
	s.Value = literal{v}
	base := identifier(b.names.prefix + camel(s.key))
	s.component = base
	for i := 2; taken[strings.ToLower(s.component)]; i++ {
		s.component = base + strconv.Itoa(i)
	}
	taken[strings.ToLower(s.component)] = true
	b.shown[p] = append(b.shown[p], s)
}

// show adds an entry's examples to a media type: all of its own to its response, and
// to others those that can have their status.
func (b *builder) show(mt *openapi3.MediaType, p pair, g group) {
	for _, s := range b.shown[p] {
		if !g.admits(s) || g.entry == nil && s.status == 0 && b.byStatus[p] && p.statuses().Size() > 1 {
			continue // the last: its body says a status, but not which
		}
		name := s.key
		for i := 2; mt.Examples[name] != nil; i++ {
			name = fmt.Sprintf("%s (%d)", s.key, i)
		}
		put(b.order, &mt.Examples, name, &openapi3.ExampleRef{Ref: examplePath + s.component})
		put(b.order, &b.Components.Examples, s.component, &openapi3.ExampleRef{Value: s.Example})
	}
}

// admits reports whether an example is one of the responses of a group.
func (g group) admits(s shown) bool {
	switch {
	case g.entry != nil:
		return len(s.others) == 0
	case g.operation != nil && slices.ContainsFunc(s.others, func(e *model.Entry) bool { return !slices.Contains(g.operation.Errors, e) }):
		return false
	}
	return g.key.admits(s.status)
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
