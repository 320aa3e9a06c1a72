// Package bodies makes a draft of a catalog of responses that were observed.
package bodies

import (
	"bytes"
	"fmt"
	"mime"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/importer/draft"
	"github.com/seed-1b9d9f04/errgen/internal/importer/shape"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/observed"
	"github.com/seed-1b9d9f04/errgen/internal/replay"
)

// Seen is a response with the entries that it was taken for.
type Seen struct {
	observed.Response
	Entries []*draft.Entry

	sample *shape.Sample
}

// Draft makes a draft of responses, and says for which entries each was taken. Those under
// 400 are left out.
func Draft(text []byte) (*draft.Catalog, []*Seen, error) {
	text = bytes.ToValidUTF8(text, []byte("\uFFFD"))
	responses, err := observed.Read(text)
	if err != nil {
		return nil, nil, err
	}
	d := &drafter{c: &draft.Catalog{}, entries: map[key]*gathered{}}
	under := 0
	for _, r := range responses {
		if r.Status > 0 && r.Status < 400 || r.Head {
			under++
			continue
		}
		if r.Status == 0 && strings.TrimSpace(r.Body) == "" {
			d.c.Lose(place(r), "a response without a status and a body")
			continue
		}
		if len(r.Body) > maxBody {
			d.c.Lose(place(r), fmt.Sprintf("a response of more than %d MiB, which decoders do not read either", maxBody>>20))
			continue
		}
		d.see(r)
	}
	if under > 0 {
		d.c.Assume(0, fmt.Sprintf("%d responses under 400, or to HEAD requests, are left out", under))
	}
	d.shapes()
	d.gather()
	d.finish()
	return d.c, d.seen, nil
}

// maxBody bounds a response, as a decoder does that is given no other bound.
const maxBody = 1 << 20

// key is what errors of one entry have in common.
type key struct {
	shape  *shape.Shape // nil: any, the code tells
	code   string
	status int // without a code
}

// gathered are the errors of one code, or of one status without a code.
type gathered struct {
	key
	shapes   []*shape.Shape
	statuses map[int]bool
	errors   []observedError
}

// observedError is one error of a response.
type observedError struct {
	shape.Error
	seen  *Seen
	at    int // in the response
	shape *shape.Shape
}

type drafter struct {
	c       *draft.Catalog
	seen    []*Seen
	found   []*shape.Shape
	entries map[key]*gathered
	order   []key
}

func (d *drafter) see(r observed.Response) {
	v, isJSON := replay.ParseJSON(r.Body)
	if isJSON && v.Kind != model.ObjectValue && v.Kind != model.ArrayValue {
		isJSON = false
	}
	s := &Seen{Response: r}
	s.sample = &shape.Sample{Line: place(r), Status: r.Status, Body: v, Text: strings.TrimSpace(r.Body), IsJSON: isJSON, Media: media(r.Headers)}
	d.seen = append(d.seen, s)
}

// place is the line of a response, or its number in a HAR file.
func place(r observed.Response) int { return max(r.Line, r.Entry) }

func media(headers []model.SampleHeader) string {
	for _, h := range headers {
		if h.Name == "Content-Type" {
			m, _, _ := mime.ParseMediaType(h.Value)
			return m
		}
	}
	return ""
}

func (d *drafter) shapes() {
	samples := make([]*shape.Sample, len(d.seen))
	for i, s := range d.seen {
		samples[i] = s.sample
	}
	d.found = shape.Infer(samples, shape.Options{Few: len(samples) < 3})
	for _, s := range d.found {
		d.c.Envelopes = append(d.c.Envelopes, s.Envelope)
	}
}

// gather puts errors of one code together, in whichever shape, and those without a code
// by shape and status.
func (d *drafter) gather() {
	for _, s := range d.seen {
		errs := s.sample.Shape.Errors(s.sample)
		if len(errs) == 0 {
			d.c.Lose(s.sample.Line, "a response with an empty list of errors")
		}
		s.Entries = make([]*draft.Entry, len(errs))
		for i, e := range errs {
			k := key{code: e.Code}
			if e.Code == "" {
				k = key{shape: s.sample.Shape, status: e.Status}
			}
			g := d.entries[k]
			if g == nil {
				g = &gathered{key: k, statuses: map[int]bool{}}
				d.entries[k] = g
				d.order = append(d.order, k)
			}
			if !slices.Contains(g.shapes, s.sample.Shape) {
				g.shapes = append(g.shapes, s.sample.Shape)
			}
			if e.Status != 0 {
				g.statuses[e.Status] = true
			}
			g.errors = append(g.errors, observedError{e, s, i, s.sample.Shape})
		}
	}
}

// finish makes entries of what was gathered, by status and code, so that they do not
// depend on the order of the responses.
func (d *drafter) finish() {
	sort.SliceStable(d.order, func(i, k int) bool {
		a, b := d.order[i], d.order[k]
		if (a.code == "") != (b.code == "") {
			return a.code != ""
		}
		if a.code != b.code {
			return a.code < b.code
		}
		return a.status < b.status
	})
	for _, k := range d.order {
		g := d.entries[k]
		if k.code == "" {
			d.uncoded(g)
		} else {
			d.entry(g, g.errors)
		}
	}
}

// entry makes an entry of errors.
func (d *drafter) entry(g *gathered, errs []observedError) *draft.Entry {
	e := &draft.Entry{Line: errs[0].seen.sample.Line, Code: g.code}
	for _, s := range g.shapes {
		e.Envelopes = append(e.Envelopes, s.Envelope)
	}
	for status := range g.statuses {
		e.Status = append(e.Status, strconv.Itoa(status))
	}
	slices.Sort(e.Status)
	d.fill(g, e, errs)
	for _, one := range errs {
		one.seen.Entries[one.at] = e
	}
	d.c.Entries = append(d.c.Entries, e)
	d.example(e, errs)
	return e
}

// fill fills the fields in which texts stand: with templates of what these have in common.
func (d *drafter) fill(g *gathered, e *draft.Entry, errs []observedError) {
	var names []string
	values := map[string][]string{}
	for _, one := range errs {
		for _, v := range one.Values {
			if !v.Text {
				continue
			}
			if values[v.Name] == nil {
				names = append(names, v.Name)
			}
			values[v.Name] = append(values[v.Name], v.Value.Text)
		}
	}
	taken := map[string]string{}
	for _, s := range g.shapes {
		for _, f := range s.Fields() {
			taken[f.Name] = ""
		}
	}
	for _, name := range names {
		template, ok := align(values[name], taken)
		if !ok || len(values[name]) < len(errs) && len(e.Envelopes) == 1 {
			if !ok {
				d.c.Assume(e.Line, fmt.Sprintf("the texts of %s in %q have nothing in common: the field is left open", e.Show(), name))
			}
			continue
		}
		e.Fields = append(e.Fields, draft.Field{Name: name, Wordings: []string{template.text}})
		for _, p := range template.params {
			taken[p.Name] = p.Type
			e.Params = append(e.Params, p)
		}
		if e.Hint == "" {
			e.Hint = template.text
		}
	}
}

// maxExample bounds what becomes an example, in bytes.
const maxExample = 64 << 10

// example is the first response of an entry that has no others in it, and is no file.
func (d *drafter) example(e *draft.Entry, errs []observedError) {
	for _, one := range errs {
		if len(one.seen.Entries) != 1 || len(one.seen.Body) > maxExample {
			continue
		}
		r := one.seen.Response
		var headers []model.SampleHeader
		for _, h := range r.Headers {
			if h.Name == "Content-Type" {
				headers = append(headers, h)
			}
		}
		d.c.Examples = append(d.c.Examples, &draft.Example{
			Name: "response " + strconv.Itoa(one.seen.sample.Line), Line: one.seen.sample.Line, Entries: []*draft.Entry{e},
			Status: r.Status, Headers: headers, Body: r.Body, HasBody: strings.TrimSpace(r.Body) != "",
		})
		return
	}
}

// maxKinds is how many kinds of texts of one status become entries of their own.
const maxKinds = 24

// uncoded makes entries of errors without a code: one for each kind of text.
func (d *drafter) uncoded(g *gathered) {
	kinds := d.kinds(g.errors)
	if len(kinds) > maxKinds {
		d.c.Assume(g.errors[0].seen.sample.Line, fmt.Sprintf("the texts under status %d are of more than %d kinds: they are one entry", g.status, maxKinds))
		kinds = [][]observedError{g.errors}
	}
	for _, errs := range kinds {
		d.entry(g, errs)
	}
}

// kinds divides errors by their first text: those that have most words in common are of
// one kind.
func (d *drafter) kinds(errs []observedError) (kinds [][]observedError) {
	var words [][]string
	for _, e := range errs {
		i := slices.IndexFunc(e.Values, func(v shape.FieldValue) bool { return v.Text })
		var these []string
		if i >= 0 {
			these = tokens(e.Values[i].Value.Text)
		}
		k := slices.IndexFunc(words, func(w []string) bool { return alike(w, these) })
		if k < 0 {
			words, kinds = append(words, these), append(kinds, nil)
			k = len(kinds) - 1
		}
		kinds[k] = append(kinds[k], e)
		if len(kinds) > maxKinds {
			return kinds
		}
	}
	return kinds
}
