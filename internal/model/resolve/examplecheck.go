package resolve

import (
	"net/textproto"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
	"github.com/seed-1b9d9f04/errgen/templates/support"
)

// checker checks one example with the support code: what it decodes to, which
// params that gives, and what its entry would write (docs/spec.md section 12).
type checker struct {
	*sampler
	example *example
}

// response is what an example holds, or what its entry writes.
type response struct {
	status  int
	headers []model.SampleHeader
	body    string
}

func (c *checker) checkResponse() {
	x := c.example.model
	printed := response{x.Status, x.Headers, x.Body}
	raw := c.decode(printed)
	corrected, decoded := printed, raw
	if len(x.Waivers) > 0 {
		corrected = c.correct(printed, raw)
		decoded = c.decode(corrected)
		x.Corrected = []byte(corrected.body)
	}
	if !c.compareOutcomes(decoded, x.Outcomes, c.example.syntax.Error, "") {
		return
	}
	if len(x.Decodes) > 0 {
		c.compareOutcomes(raw, x.Decodes, c.example.syntax.Decodes, " as printed")
	} else if len(x.Waivers) > 0 {
		c.compareOutcomes(raw, x.Outcomes, c.example.syntax.Error, " as printed")
	}
	c.compareParams(decoded)
	c.compareWritten(corrected, decoded)
}

func (c *checker) decode(r response) []support.Decoded {
	return c.program.Decode(r.status, r.headers, r.body)
}

// checkClose checks a WebSocket close.
func (c *checker) checkClose() {
	x := c.example.model
	decoded := []support.Decoded{c.program.DecodeClose(x.Close, x.Reason)}
	if c.compareOutcomes(decoded, x.Outcomes, c.example.syntax.Error, "") {
		c.compareParams(decoded)
	}
}

// compareOutcomes reports a response that is read as something else than the
// example says.
func (c *checker) compareOutcomes(decoded []support.Decoded, want []model.Outcome, at []load.Text, how string) bool {
	got := make([]model.Outcome, len(decoded))
	for i, d := range decoded {
		got[i] = d.Outcome
	}
	if len(got) == 0 {
		got = []model.Outcome{{Kind: model.NoneOutcome}}
	}
	if slices.Equal(got, want) || len(at) == 0 {
		return true
	}
	remedy := "correct the example or the catalog; waive a place that the documentation has wrong"
	if how != "" {
		remedy = "say under `decodes` what the response as printed is read as"
	}
	c.r.Reportf(at[0].Pos, diag.ExampleDecodes, remedy,
		"example %s%s is read as %s, not as %s", diag.Quote(c.example.model.Name), how, showOutcomes(got), showOutcomes(want))
	return false
}

func showOutcomes(os []model.Outcome) string {
	words := map[model.OutcomeKind]string{
		model.UnknownOutcome: "an unknown error", model.UnexpectedOutcome: "an unexpected response", model.NoneOutcome: "no error",
	}
	const most = 8
	var shown []string
	for i, o := range os {
		if i == most {
			shown = append(shown, "more")
			break
		}
		if o.Entry != nil {
			shown = append(shown, diag.Quote(o.Entry.Name))
		} else {
			shown = append(shown, words[o.Kind])
		}
	}
	return strings.Join(shown, ", then ")
}

// compareParams reports params that were not recovered as the example says.
func (c *checker) compareParams(decoded []support.Decoded) {
	for _, want := range c.example.model.Expect {
		var pos diag.Pos
		for _, m := range c.example.syntax.Expect {
			if m.Key.S == want.Name {
				pos = m.Key.Pos
			}
		}
		got, found := recovered(decoded, want.Name)
		switch {
		case !found && missingIn(decoded, want.Name) != "":
			c.r.Reportf(pos, diag.ExampleExpects, "let the example hold that as well, make it optional, or take this out of `expect`",
				"param %s is not recovered: the example lacks param %s, which its entry requires", diag.Quote(want.Name), diag.Quote(missingIn(decoded, want.Name)))
		case !found:
			c.r.Reportf(pos, diag.ExampleExpects, "let the example hold it, or take it out of `expect`", "param %s is not recovered from the example", diag.Quote(want.Name))
		case !values.Equal(got, want.Value):
			c.r.Reportf(pos, diag.ExampleExpects, "correct the value", "param %s is recovered as %s, not as %s", diag.Quote(want.Name), showFull(got), showFull(want.Value))
		}
	}
}

// missingIn names another required param than the one that is wanted, without
// which an entry's data is not made, so that none of its params is recovered.
func missingIn(decoded []support.Decoded, wanted string) string {
	for _, d := range decoded {
		if d.Outcome.Entry == nil || complete(d) {
			continue
		}
		isWanted := func(p *model.Param) bool { return p.Name == wanted && p.Required() }
		if slices.ContainsFunc(d.Outcome.Entry.Params, isWanted) {
			continue
		}
		for _, p := range d.Outcome.Entry.Params {
			if _, ok := d.Params[p.Name]; !ok && p.Required() {
				return p.Name
			}
		}
	}
	return ""
}

func showFull(v model.Value) string {
	if v.Kind == model.ArrayValue || v.Kind == model.ObjectValue {
		return diag.Quote(string(v.AppendJSON(nil)))
	}
	return values.Show(v)
}

func recovered(decoded []support.Decoded, name string) (model.Value, bool) {
	for _, d := range decoded {
		if v, ok := d.Params[name]; ok {
			return v, true
		}
	}
	return model.Value{}, false
}

// compareWritten compares an example that is documentation, its waived places
// corrected, with what its entry writes. Unrecovered params leave nothing to
// compare with.
func (c *checker) compareWritten(corrected response, decoded []support.Decoded) {
	x := c.example.model
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
		if a, b := plainText(corrected.body), plainText(written.body); a != b {
			c.differs("the body", diag.Quote(a), diag.Quote(b))
		}
		return
	}
	got, _ := support.ParseJSON(corrected.body)
	want, _ := support.ParseJSON(written.body)
	if at, a, b, ok := firstDifference(env.Body, got, want, ""); !ok {
		c.differs("the body at "+diag.Quote(at), a, b)
	}
}

func (c *checker) differs(where, got, want string) {
	n := c.example.syntax
	pos := n.Name.Pos
	if n.Body.Given() {
		pos = n.Body.Pos
	}
	c.r.Reportf(pos, diag.ExampleDiffers, "correct the catalog, or waive the place if the documentation has it wrong",
		"example %s differs from what its entry writes: %s is %s, not %s", diag.Quote(n.Name.S), where, got, want)
}

// write writes what was decoded: one entry, or several of a repeated envelope. It
// returns no envelope if that cannot be done.
func (c *checker) write(decoded []support.Decoded, status int) (response, *model.Envelope) {
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
func complete(d support.Decoded) bool {
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

// plainText is a text body as it is compared (docs/spec.md section 11).
func plainText(s string) string {
	return strings.TrimSpace(strings.ReplaceAll(s, "\r\n", "\n"))
}
