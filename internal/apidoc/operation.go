package apidoc

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// raised is an error that an operation can give under a key.
type raised struct {
	catalog *Catalog
	entry   *model.Entry
	env     *model.Envelope
	key     string
}

// raises are the errors of an operation, under each of their keys.
func (c *checker) raises(o *operation) []raised {
	var all []raised
	for _, s := range c.sets[o] {
		for _, e := range s.operation.Errors {
			for _, env := range e.Reads {
				if env.Part {
					continue
				}
				for _, key := range keys(statuses(e, env)) {
					all = append(all, raised{s.catalog, e, env, key})
				}
			}
		}
	}
	return all
}

// operation compares an operation with the errors that it can give.
func (c *checker) operation(o *operation) {
	all := c.raises(o)
	responses := o.responses
	under := map[string][]raised{} // by the key of the response that documents them
	missing := map[string][]string{}
	var lacks []string
	for _, r := range all {
		key := answering(responses, r.key)
		if key == "" {
			if !slices.Contains(lacks, r.key) {
				lacks = append(lacks, r.key)
			}
			if !slices.Contains(missing[r.key], diag.Quote(r.entry.Name)) {
				missing[r.key] = append(missing[r.key], diag.Quote(r.entry.Name))
			}
			continue
		}
		under[key] = append(under[key], r)
		c.sample(o, key, responses[key], r)
	}
	for _, key := range lacks {
		c.report(o, StatusUndocumented, []string{"responses"},
			fmt.Sprintf("there is no response for `%s`, with which it answers %s", key, some(missing[key])),
			"add the response: errgen openapi merge does")
	}
	for _, key := range slices.Sorted(maps.Keys(responses)) {
		switch needless := len(under[key]) == 0; {
		case needless && !isError(key):
		case needless && key != other:
			c.needless(o, key)
		default:
			c.lists(o, key, responses[key], under[key])
			c.unraised(o, key, responses[key])
			c.examples(o, key, responses[key], all)
		}
	}
}

// some are names, not too many of them.
func some(names []string) string {
	const most = 5
	if len(names) > most {
		return strings.Join(names[:most], ", ") + fmt.Sprintf(" and %d more", len(names)-most)
	}
	return strings.Join(names, ", ")
}

// samples are the samples of an error under its key.
func (r raised) samples() []*model.Sample {
	var inEnvelope, all []*model.Sample
	for _, s := range slices.Concat(r.entry.Samples, r.entry.StatusSamples) {
		if s.Envelope != r.env {
			continue
		}
		inEnvelope = append(inEnvelope, s)
		if within(r.key).Contains(s.Status) {
			all = append(all, s)
		}
	}
	if len(all) == 0 { // the body does not say the status
		return inEnvelope
	}
	return all
}

// sample asks whether a response documents an error.
func (c *checker) sample(o *operation, key string, response *openapi3.Response, r raised) {
	at := []string{"responses", key}
	for _, s := range r.samples() {
		b := c.bodies.of(r.entry, s)
		c.headers(o, key, response, r, s)
		if b.media == "" {
			continue
		}
		content := documented(response, b.media)
		if content == nil {
			c.report(o, MediaTypeUndocumented, at,
				fmt.Sprintf("`%s` has no content of `%s`, which %s is", key, b.media, diag.Quote(r.entry.Name)), "add the media type to the response")
			continue
		}
		if content.Schema == nil || content.Schema.Value == nil {
			continue
		}
		if why := c.schema.refuses(content.Schema.Value, b); why != "" {
			c.report(o, BodyRefused, at,
				fmt.Sprintf("the schema of `%s` does not admit %s: %s", key, diag.Quote(r.entry.Name), why), "make the schema admit what is written, or mend the catalog")
			continue
		}
		c.code(o, key, content.Schema.Value, b)
	}
}

// code asks what a schema says of the code of a body that it admits.
func (c *checker) code(o *operation, key string, schema *openapi3.Schema, b *body) {
	at := []string{"responses", key}
	switch {
	case b.invented == nil:
	case c.schema.admits(schema, b.codeless):
		c.report(o, CodeUndocumented, at, fmt.Sprintf("the schema of `%s` says nothing of the code", key), "document the member with the code")
	case c.schema.admits(schema, b.invented):
		c.report(o, CodeOpen, at, fmt.Sprintf("the schema of `%s` admits any code", key), "list the codes with `enum`")
	}
}

// headers asks whether an error has the headers that a response requires.
func (c *checker) headers(o *operation, key string, response *openapi3.Response, r raised, s *model.Sample) {
	for name, ref := range response.Headers {
		if ref == nil || ref.Value == nil || strings.EqualFold(name, "Content-Type") {
			continue
		}
		i := slices.IndexFunc(s.Headers, func(h model.SampleHeader) bool { return strings.EqualFold(h.Name, name) })
		if i < 0 && ref.Value.Required {
			c.report(o, HeaderRefused, []string{"responses", key},
				fmt.Sprintf("`%s` requires the header `%s`, which %s does not have", key, name, diag.Quote(r.entry.Name)),
				"make it optional, or give it to the error in the catalog")
		}
	}
}

// lists asks whether a response admits several errors of a repeated envelope at once,
// as they are written if they are joined.
func (c *checker) lists(o *operation, key string, response *openapi3.Response, all []raised) {
	first := map[*model.Envelope]raised{}
	for _, r := range all {
		before, there := first[r.env]
		if r.env.Repeated == nil || !there {
			first[r.env] = r
			continue
		}
		a, b := before.samples(), r.samples()
		if before.entry == r.entry || len(a) == 0 || len(b) == 0 {
			continue
		}
		pa, pb := params(a[0]), params(b[0])
		if !r.catalog.Program.Beside(before.entry, pa, r.entry, pb) {
			continue
		}
		text := r.catalog.Program.EncodeList([]*model.Entry{before.entry, r.entry}, r.env, []map[*model.Param]model.Value{pa, pb})
		media := c.bodies.of(r.entry, b[0]).media
		content := documented(response, media)
		if content == nil || content.Schema == nil || content.Schema.Value == nil {
			continue
		}
		if why := because(content.Schema.Value, parse(media, text)); why != "" {
			c.report(o, BodyRefused, []string{"responses", key},
				fmt.Sprintf("the schema of `%s` does not admit %s and %s in one response: %s", key, diag.Quote(before.entry.Name), diag.Quote(r.entry.Name), why),
				"make the schema of an item admit each of them")
		}
	}
}

// params are the params of a sample.
func params(s *model.Sample) map[*model.Param]model.Value {
	all := map[*model.Param]model.Value{}
	for _, p := range s.Params {
		all[p.Param] = p.Value
	}
	return all
}
