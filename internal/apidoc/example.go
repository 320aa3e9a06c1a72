package apidoc

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/replay"
)

// examples asks what the examples of a response are read as.
func (c *checker) examples(o *operation, key string, response *openapi3.Response, all []raised) {
	for _, media := range slices.Sorted(maps.Keys(response.Content)) {
		content := response.Content[media]
		if content == nil {
			continue
		}
		if content.Example != nil {
			c.example(o, key, media, "the example", content.Example, all)
		}
		for _, name := range slices.Sorted(maps.Keys(content.Examples)) {
			if ref := content.Examples[name]; ref != nil && ref.Value != nil && ref.Value.Value != nil {
				c.example(o, key, media, "the example "+diag.Quote(name), ref.Value.Value, all)
			}
		}
	}
}

// example asks whether an example is read as errors of the operation, by one of its
// catalogs. One that is another error of the catalog documents that.
func (c *checker) example(o *operation, key, media, name string, value any, all []raised) {
	text, isText := value.(string)
	if !isText || strings.Contains(media, "json") {
		encoded, err := json.Marshal(value)
		if err != nil {
			return
		}
		text = string(encoded)
	}
	wrong := ""
	var foreign []*model.Entry
	for _, s := range c.sets[o] {
		found := c.decode(s, key, media, text, value, all)
		if wrong = misread(found); wrong == "" {
			foreign = s.without(found)
			break
		}
	}
	if wrong != "" {
		c.report(o, ExampleDiffers, []string{"responses", key}, fmt.Sprintf("%s of `%s` is read as %s", name, key, wrong),
			"make it a response that the operation gives")
	}
	for _, e := range foreign {
		c.cannotGive(o, key, e)
	}
}

// decode reads an example as a response with the status of the key: for a class, and the
// default, the one that the body says, else one that an error of the operation has.
func (c *checker) decode(s set, key, media, text string, value any, all []raised) []replay.Decoded {
	headers := []model.SampleHeader{{Name: "Content-Type", Value: media}}
	statuses := within(key)
	status := statuses.First()
	if said := statusIn(value); statuses.Contains(said) {
		status = said
	} else if _, single := statuses.Only(); !single {
		for _, r := range all {
			for _, sample := range r.samples() {
				if !statuses.Contains(sample.Status) {
					continue
				}
				if found := s.catalog.Program.Decode(sample.Status, headers, text); misread(found) == "" && len(s.without(found)) == 0 {
					return found
				}
				status = sample.Status
			}
		}
	}
	return s.catalog.Program.Decode(status, headers, text)
}

// statusIn is the status that a body says as RFC 9457 has it, 0 if none.
func statusIn(value any) int {
	object, _ := value.(map[string]any)
	number, _ := object["status"].(float64)
	return int(number)
}

// misread is what an example is read as, "" if it is entries of the catalog.
func misread(found []replay.Decoded) string {
	if len(found) == 0 {
		return "no error"
	}
	for _, d := range found {
		switch {
		case d.Outcome.Kind == model.UnknownOutcome:
			return "an error that the catalog does not list, of the code " + diag.Quote(d.Code)
		case d.Outcome.Entry == nil:
			return "an unexpected response"
		}
	}
	return ""
}

// without are the entries that were read and are none of the operation.
func (s set) without(found []replay.Decoded) []*model.Entry {
	var all []*model.Entry
	for _, d := range found {
		if e := d.Outcome.Entry; e != nil && !s.gives[e] {
			all = append(all, e)
		}
	}
	return all
}
