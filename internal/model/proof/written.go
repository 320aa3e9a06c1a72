package proof

import (
	"net/textproto"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/replay"
	"github.com/seed-1b9d9f04/errgen/templates/errgen"
)

// compareWritten compares an example that is documentation, its waived places
// corrected, with what its entry writes. Unrecovered params leave nothing to
// compare with.
func (c *checker) compareWritten(corrected response, decoded []found) {
	x := c.example
	if x.Source == nil || !x.HasBody && len(x.Headers) == 0 {
		return
	}
	written, env := write(c.program, decoded, corrected.status)
	if env == nil {
		return
	}
	for _, d := range headerDifferences(env, corrected.headers, written.headers) {
		c.differs(d.At, d)
	}
	if !x.HasBody {
		return
	}
	if all := bodyDifferences(env, corrected.body, written.body); len(all) > 0 && env.Kind == model.TextBody {
		c.differs("the body", all[0])
	} else if len(all) > 0 {
		c.differs("the body at "+diag.Quote(all[0].At), all[0])
	}
}

func (c *checker) differs(where string, d Difference) {
	n := c.syntax
	pos := n.Name.Pos
	if n.Body.Given() {
		pos = n.Body.Pos
	}
	c.Reportf(pos, diag.ExampleDiffers, "correct the catalog, or waive the place if the documentation has it wrong",
		"example %s differs from what its entry writes: %s is %s, not %s", diag.Quote(n.Name.S), where, d.Got, d.Want)
}

// Differences are the places in which a response that was decoded is not what the
// catalog's entries write: its status, its headers as far as it has those of the catalog,
// its body. There are none to see if an error is none of the catalog, or lacks a param.
func Differences(p *replay.Program, decoded []replay.Decoded, status int, headers []model.SampleHeader, body string) (all []Difference) {
	written, env := write(p, decoded, status)
	if env == nil {
		return nil
	}
	e := decoded[0].Outcome.Entry
	if set := e.ReadStatus[slices.Index(e.Reads, env)]; status != 0 && len(set) > 0 && !set.Contains(status) {
		all = append(all, Difference{"status", strconv.Itoa(status), set.String()})
	}
	all = append(all, headerDifferences(env, headers, written.headers)...)
	if body == "" {
		return all
	}
	return append(all, bodyDifferences(env, body, written.body)...)
}

// headerDifferences compares the headers of a response that its entry writes.
func headerDifferences(env *model.Envelope, headers, written []model.SampleHeader) (all []Difference) {
	isExchange := func(name string) bool {
		return slices.ContainsFunc(env.Headers, func(n *model.Node) bool { return n.Name == name && n.Kind == model.ExchangeNode })
	}
	for _, h := range written {
		got := headerValues(headers, h.Name)
		if len(got) > 0 && !slices.Contains(got, h.Value) && !isExchange(h.Name) && !sameMedia(h, got) {
			all = append(all, Difference{"header:" + h.Name, diag.Quote(got[0]), diag.Quote(h.Value)})
		}
	}
	return all
}

// bodyDifferences compares a body with the one that its entry writes.
func bodyDifferences(env *model.Envelope, body, written string) []Difference {
	if env.Kind == model.TextBody {
		a, b := plainText(body), plainText(written)
		if a == b || env.Markup && sameMarkup(a, b) {
			return nil
		}
		return []Difference{{"", diag.Quote(a), diag.Quote(b)}}
	}
	got, _ := parseJSON(body)
	want, _ := parseJSON(written)
	return differences(env.Body, got, want, "")
}

// write writes what was decoded: one entry, or several of a repeated envelope. It
// returns no envelope if that cannot be done.
func write(p *program, decoded []found, status int) (response, *model.Envelope) {
	var es []*model.Entry
	var params []map[*model.Param]model.Value
	for _, d := range decoded {
		e := d.Outcome.Entry
		if e == nil || !complete(d) {
			return response{}, nil
		}
		es = append(es, e)
		params = append(params, paramsOf(e, d.Params))
	}
	if len(es) == 0 || decoded[0].Envelope == nil {
		return response{}, nil
	}
	return encode(p, es, decoded[0].Envelope, status, params), decoded[0].Envelope
}

// complete reports whether all required params were recovered.
func complete(d found) bool {
	return d.Complete || !slices.ContainsFunc(d.Outcome.Entry.Params, (*model.Param).Required)
}

func paramsOf(e *model.Entry, values map[string]model.Value) map[*model.Param]model.Value {
	params := map[*model.Param]model.Value{}
	for _, p := range e.Params {
		if v, ok := values[p.Name]; ok {
			params[p] = v
		}
	}
	return params
}

func headerValues(hs []model.SampleHeader, name string) []string {
	var values []string
	for _, h := range hs {
		if textproto.CanonicalMIMEHeaderKey(h.Name) == textproto.CanonicalMIMEHeaderKey(name) {
			values = append(values, h.Value)
		}
	}
	return values
}

// sameMedia reports whether a Content-Type differs from the catalog's in its
// parameters or letter case alone.
func sameMedia(h model.SampleHeader, got []string) bool {
	if h.Name != "Content-Type" {
		return false
	}
	bare := func(s string) string {
		t, _, _ := strings.Cut(s, ";")
		return strings.ToLower(strings.TrimSpace(t))
	}
	return slices.ContainsFunc(got, func(s string) bool { return bare(s) == bare(h.Value) })
}

// plainText is a text body as it is compared (docs/spec.md#matching-texts).
func plainText(s string) string {
	return strings.TrimSpace(strings.ReplaceAll(s, "\r\n", "\n"))
}

// sameMarkup reports whether two texts of HTML or XML differ in nothing but how their
// characters are written.
func sameMarkup(a, b string) bool {
	return slices.EqualFunc(strings.Split(a, "<"), strings.Split(b, "<"), func(a, b string) bool {
		return errgen.UnescapeMarkup(a) == errgen.UnescapeMarkup(b)
	})
}

// encode writes one entry, or several of a repeated envelope.
func encode(p *program, es []*model.Entry, env *model.Envelope, status int, params []map[*model.Param]model.Value) response {
	var w response
	var body []byte
	w.status, w.headers, body = p.Encode(es[0], env, status, params[0])
	if len(es) > 1 {
		body = p.EncodeList(es, env, params)
	}
	w.body = string(body)
	return w
}
