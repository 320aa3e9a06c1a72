package proof

import (
	"net/textproto"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
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
	written, env := c.write(decoded, corrected.status)
	if env == nil {
		return
	}
	for _, h := range written.headers {
		got := headerValues(corrected.headers, h.Name)
		if len(got) > 0 && !slices.Contains(got, h.Value) && !c.isExchange(env, h.Name) && !sameMedia(h, got) {
			c.differs("header:"+h.Name, diag.Quote(got[0]), diag.Quote(h.Value))
		}
	}
	if !x.HasBody {
		return
	}
	if env.Kind == model.TextBody {
		a, b := plainText(corrected.body), plainText(written.body)
		if a != b && !(env.Markup && sameMarkup(a, b)) {
			c.differs("the body", diag.Quote(a), diag.Quote(b))
		}
		return
	}
	got, _ := parseJSON(corrected.body)
	want, _ := parseJSON(written.body)
	if d := firstDifference(env.Body, got, want, ""); d != nil {
		c.differs("the body at "+diag.Quote(d.at), d.got, d.want)
	}
}

func (c *checker) differs(where, got, want string) {
	n := c.syntax
	pos := n.Name.Pos
	if n.Body.Given() {
		pos = n.Body.Pos
	}
	c.Reportf(pos, diag.ExampleDiffers, "correct the catalog, or waive the place if the documentation has it wrong",
		"example %s differs from what its entry writes: %s is %s, not %s", diag.Quote(n.Name.S), where, got, want)
}

// write writes what was decoded: one entry, or several of a repeated envelope. It
// returns no envelope if that cannot be done.
func (c *checker) write(decoded []found, status int) (response, *model.Envelope) {
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
	if len(es) == 0 {
		return response{}, nil
	}
	return c.encode(es, decoded[0].Envelope, status, params), decoded[0].Envelope
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

func (c *checker) isExchange(env *model.Envelope, name string) bool {
	return slices.ContainsFunc(env.Headers, func(n *model.Node) bool { return n.Name == name && n.Kind == model.ExchangeNode })
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
func (c *checker) encode(es []*model.Entry, env *model.Envelope, status int, params []map[*model.Param]model.Value) response {
	var w response
	var body []byte
	w.status, w.headers, body = c.program.Encode(es[0], env, status, params[0])
	if len(es) > 1 {
		body = c.program.EncodeList(es, env, params)
	}
	w.body = string(body)
	return w
}
