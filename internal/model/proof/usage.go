package proof

import (
	"bytes"
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// showcase chooses what examples show. It looks at the entries that show most, as few
// for 10,000 entries as for ten.
type showcase struct {
	catalog *model.Catalog
	program *program
	ranked  []*model.Entry // that can be shown, the one that shows most first
}

// tries is how many entries, or documented examples, are run for one that can be shown.
const tries = 64

// usage chooses what examples of a catalog's use show.
func usage(c *model.Catalog, p *program) *model.Usage {
	s := &showcase{catalog: c, program: p, ranked: ranked(c.Entries)}
	u := &model.Usage{Page: s.page()}
	u.Lead = s.first(func(*model.Shown) bool { return true })
	if u.Received = s.documented(); u.Lead != nil {
		u.Supplied = s.supplied(u.Lead.Envelope)
		if u.Received == nil {
			u.Received = s.received(u.Lead)
		}
	}
	if i := slices.IndexFunc(s.ranked, func(e *model.Entry) bool { return e.Parent != nil }); i >= 0 {
		u.Kind = s.ranked[i]
	}
	if len(s.ranked) > 1 {
		u.Told = s.ranked[:2]
	}
	u.Full, u.FullText = s.full()
	if slices.ContainsFunc(c.Envelopes, func(env *model.Envelope) bool { return env.Repeated != nil }) {
		u.Together = s.together()
	}
	if c.HasClose {
		u.Closing, u.Reason = s.closing()
	}
	return u
}

// first is the first entry that can be written and read back, and fits.
func (s *showcase) first(fits func(*model.Shown) bool) *model.Shown {
	for _, e := range s.ranked[:min(len(s.ranked), tries)] {
		if x := s.written(e); x != nil && fits(x) {
			return x
		}
	}
	return nil
}

// maxResponse is how long a response and its text may be that examples show.
const maxResponse = 2000

// written writes what an entry's constructor makes, and reads it back; nil if it has no
// response of its own, or reading does not give the same.
func (s *showcase) written(e *model.Entry) *model.Shown {
	if e.Envelope == nil || e.Envelope.Part {
		return nil
	}
	params := constructed(e)
	x := &model.Shown{Entry: e, Text: s.program.EncodeText(e, params)}
	x.Envelope, x.Params = e.Envelope, inOrder(e, params)
	x.Status, x.Headers, x.Body = s.program.Encode(e, e.Envelope, e.Status.First(), params)
	if x.Status < 400 || x.Status > 599 || len(x.Body)+len(x.Text) > maxResponse {
		return nil
	}
	var ok bool
	if x.Read, ok = s.gives(x, x.Headers); !ok {
		return nil
	}
	x.Telling, x.Printed = telling(e, params)
	x.Settled = !s.suppliesExamples(e.Envelope) && !slices.ContainsFunc(x.Params, func(p model.SampleParam) bool { return hasSeveralMembers(p.Value) })
	return x
}

// gives reports whether a response, with some headers, is read as what was written, and
// what Error says of that.
func (s *showcase) gives(x *model.Shown, headers []model.SampleHeader) (text string, ok bool) {
	read := s.program.Decode(x.Status, headers, string(x.Body))
	if len(read) != 1 || read[0].Outcome.Entry != x.Entry || !read[0].Complete {
		return "", false
	}
	for _, given := range x.Params {
		got := read[0].Params[given.Param.Name]
		if !given.Param.Private && !bytes.Equal(got.AppendJSON(nil), given.Value.AppendJSON(nil)) {
			return "", false
		}
	}
	return read[0].Text, true
}

// received is what was written, as it is read: with headers if this needs them.
func (s *showcase) received(written *model.Shown) *model.Shown {
	x := *written
	if text, ok := s.gives(written, nil); ok {
		x.Headers, x.Read = nil, text
	}
	return &x
}

// hasSeveralMembers reports whether a value may be written in several orders: a map of
// several is written in the order of its keys.
func hasSeveralMembers(v model.Value) bool {
	return len(v.Members) > 1 || slices.ContainsFunc(v.Items, hasSeveralMembers) ||
		slices.ContainsFunc(v.Members, func(m model.Member) bool { return hasSeveralMembers(m.Value) })
}

// suppliesExamples reports whether the program fills in exchange values that a writer
// without a hook leaves out.
func (s *showcase) suppliesExamples(env *model.Envelope) bool {
	return slices.ContainsFunc(s.catalog.Exchanges(), func(x *model.Exchange) bool {
		return x.Schema.Example != nil && env.Body.HoldsExchange(x)
	})
}

// supplied is an exchange value of an envelope that can be any text.
func (s *showcase) supplied(env *model.Envelope) *model.Exchange {
	for _, x := range s.catalog.Exchanges() {
		if x.Go.Kind == model.GoString && x.Go.Pointers == 1 && (env.HeaderOf(x) != nil || env.Body.HoldsExchange(x)) {
			return x
		}
	}
	return nil
}

// page is what a proxy answers, if it is not taken for a response of the API.
func (s *showcase) page() *model.Sample {
	const status, body = 502, "<h1>Bad Gateway</h1>"
	headers := []model.SampleHeader{{Name: "Content-Type", Value: "text/html"}}
	read := s.program.Decode(status, headers, body)
	if len(read) != 1 || read[0].Outcome.Kind != model.UnexpectedOutcome {
		return nil
	}
	return &model.Sample{Status: status, Headers: headers, Body: []byte(body)}
}

// full is an entry with all its params, some of which its constructor does not take.
func (s *showcase) full() (*model.Entry, string) {
	for _, e := range s.ranked[:min(len(s.ranked), tries)] {
		if e.TypeName == "" || !e.HasUnset() || slices.ContainsFunc(e.Params, func(p *model.Param) bool { return !isShort(e, p) }) {
			continue
		}
		params := map[*model.Param]model.Value{}
		for _, p := range e.Params {
			params[p] = e.Illustration(p)
		}
		return e, s.program.EncodeText(e, params)
	}
	return nil, ""
}

// together are two entries that one response holds.
func (s *showcase) together() []*model.Entry {
	var first *model.Shown
	second := s.first(func(next *model.Shown) bool {
		switch {
		case next.Envelope.Repeated == nil || first != nil && first.Envelope != next.Envelope:
			return false
		case first == nil:
			first = next
			return false
		}
		body := s.program.EncodeList([]*model.Entry{first.Entry, next.Entry}, first.Envelope,
			[]map[*model.Param]model.Value{constructed(first.Entry), constructed(next.Entry)})
		read := s.program.Decode(first.Status, first.Headers, string(body))
		return len(read) == 2 && read[0].Outcome.Entry == first.Entry && read[1].Outcome.Entry == next.Entry
	})
	if second == nil {
		return nil
	}
	return []*model.Entry{first.Entry, second.Entry}
}

// closing is an entry that closes a WebSocket and is recognised by it, with the reason.
func (s *showcase) closing() (*model.Entry, string) {
	for _, e := range s.ranked {
		if e.Close == nil {
			continue
		}
		reason := s.program.EncodeClose(e, constructed(e))
		if s.program.DecodeClose(e.Close.Code, reason).Outcome.Entry == e {
			return e, reason
		}
	}
	return nil, ""
}

// maxBody is how long a documented body may be that examples show.
const maxBody = 600

// documented is the documented response that shows most: one whose data can be looked
// at, else one with params, else the first.
func (s *showcase) documented() *model.Shown {
	var best *model.Shown
	for _, doc := range s.catalog.Examples[:min(len(s.catalog.Examples), tries)] {
		simple := doc.HasBody && doc.Status >= 400 && len(doc.Waivers) == 0 && len(doc.Body) <= maxBody
		if !simple || len(doc.Outcomes) != 1 || doc.Outcomes[0].Entry == nil {
			continue
		}
		x := s.decoded(doc)
		if x == nil || best != nil && len(x.Params) == 0 {
			continue
		}
		if best = x; x.Telling != nil {
			return x
		}
	}
	return best
}

// decoded is a documented response, decoded; nil if what is printed of it cannot be
// told.
func (s *showcase) decoded(doc *model.Example) *model.Shown {
	read := s.program.Decode(doc.Status, doc.Headers, doc.Body)
	if len(read) != 1 || read[0].Outcome.Entry == nil || !read[0].Complete || read[0].Outcome.Entry.StatusParam {
		return nil
	}
	e := read[0].Outcome.Entry
	params := paramsOf(e, read[0].Params)
	x := &model.Shown{Entry: e, Sample: model.Sample{Status: doc.Status, Headers: doc.Headers, Body: []byte(doc.Body), Params: inOrder(e, params)}}
	x.Read = read[0].Text
	x.Telling, x.Printed = telling(e, params)
	return s.received(x)
}
