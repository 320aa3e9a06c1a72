package errgen_test

import (
	"bytes"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/seed-1b9d9f04/errgen/internal/corpus"
	"github.com/seed-1b9d9f04/errgen/internal/decodecases"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/replay"
)

// FuzzExamples reads foreign bytes with the tables of every catalog of cases. It
// never panics, says the same twice, finds an error in every response of 400 and
// up, and what it found is written as what it is read again as (docs/spec.md#laws,
// 1 and 2).
func FuzzExamples(f *testing.F) {
	catalogs := decodecases.Catalogs(f)
	var programs []*replay.Program
	var seeds []func()
	for i, c := range catalogs {
		programs = append(programs, replay.New(c))
		for _, x := range c.Examples {
			header := ""
			for _, h := range x.Headers {
				header += h.Name + ": " + h.Value + "\n"
			}
			seeds = append(seeds, func() { f.Add(i, x.Status, header, x.Body) })
		}
	}
	corpus.Seeds(len(seeds), 80, func(i int) { seeds[i]() })
	f.Fuzz(func(t *testing.T, catalog, status int, header, body string) {
		if catalog < 0 || catalog >= len(programs) || status < 0 || status > 999 {
			t.Skip()
		}
		c, p, headers := catalogs[catalog], programs[catalog], parseHeaders(header)
		found := p.Decode(status, headers, body)
		if again := p.Decode(status, headers, body); !reflect.DeepEqual(found, again) {
			t.Errorf("decodes to %v, then to %v", found, again)
		}
		if status >= 400 && len(found) == 0 {
			t.Error("no error")
		}
		for _, d := range found {
			checkFound(t, c, p, d, status)
		}
		p.DecodeClose(status, body)
	})
}

func parseHeaders(text string) []model.SampleHeader {
	var headers []model.SampleHeader
	for line := range strings.Lines(text) {
		name, value, ok := strings.Cut(strings.TrimSpace(line), ":")
		if ok && name != "" {
			headers = append(headers, model.SampleHeader{Name: name, Value: strings.TrimSpace(value)})
		}
	}
	return headers
}

// checkFound writes an error that was found and reads it again.
func checkFound(t *testing.T, c *model.Catalog, p *replay.Program, d replay.Decoded, status int) {
	t.Helper()
	e := d.Outcome.Entry
	if e == nil || !d.Complete || e.Envelope == nil || e.Envelope.Repeated != nil || e.Envelope.Part || !fitsHeaders(e, d) || isKindOnly(e) {
		return
	}
	if !slices.Contains(c.Entries, e) {
		t.Fatalf("entry %s is not of the catalog", e.Name)
	}
	written, headers, body := p.Encode(e, e.Envelope, status, paramsOf(e, d))
	again := p.Decode(written, headers, string(body))
	if len(again) != 1 || again[0].Outcome.Entry == nil || !again[0].Complete {
		t.Fatalf("%s is written as %d %v %s, which is read as %+v", e.Name, written, headers, body, again)
	}
	other := again[0].Outcome.Entry
	if !slices.Contains(other.Reads, e.Envelope) {
		t.Fatalf("%s is written as %s, which is read as %s of another envelope", e.Name, body, other.Name)
	}
	written2, headers2, body2 := p.Encode(other, e.Envelope, written, paramsOf(other, again[0]))
	if written != written2 || !slices.Equal(headers, headers2) || !bytes.Equal(body, body2) {
		t.Errorf("%s is written as %d %v %s; %s, as which that is read, as %d %v %s",
			e.Name, written, headers, body, other.Name, written2, headers2, body2)
	}
}

// isKindOnly reports whether nothing tells an entry: it is found only in the place of
// others that are kinds of it.
func isKindOnly(e *model.Entry) bool {
	return len(e.Status) == 0 && e.Code == nil && !slices.ContainsFunc(e.Fills, func(f *model.Fill) bool { return f.Own })
}

// fitsHeaders reports whether an entry without headers is written, or no text of
// it is one that a header cannot hold: outer white space and control characters
// are not sent.
func fitsHeaders(e *model.Entry, d replay.Decoded) bool {
	if len(e.Headers) == 0 && len(e.Envelope.Headers) == 0 {
		return true
	}
	for _, v := range d.Params {
		if strings.TrimSpace(v.Text) != v.Text || strings.ContainsFunc(v.Text, unicode.IsControl) {
			return false
		}
	}
	return true
}

func paramsOf(e *model.Entry, d replay.Decoded) map[*model.Param]model.Value {
	params := map[*model.Param]model.Value{}
	for _, p := range e.Params {
		if v, ok := d.Params[p.Name]; ok {
			params[p] = v
		}
	}
	return params
}
