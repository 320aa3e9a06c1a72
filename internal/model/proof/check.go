package proof

import (
	"fmt"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// checker checks one example with the support code: what it decodes to, which
// params that gives, and what its entry would write (docs/spec.md#examples).
type checker struct {
	*diag.Reporter
	*sampler
	syntax  *load.Example
	example *model.Example
}

// response is what an example holds, or what its entry writes.
type response struct {
	status  int
	headers []model.SampleHeader
	body    string
}

func (c *checker) check() {
	if c.example.Close != 0 {
		c.checkClose()
	} else {
		c.checkResponse()
	}
}

func (c *checker) checkResponse() {
	x := c.example
	printed := response{x.Status, x.Headers, x.Body}
	raw := c.decode(printed)
	corrected, decoded := printed, raw
	if len(x.Waivers) > 0 {
		corrected = c.correct(printed, raw)
		decoded = c.decode(corrected)
	}
	x.Corrected = []byte(corrected.body)
	if !c.compareOutcomes(decoded, x.Outcomes, c.syntax.Error, "") {
		return
	}
	if len(x.Decodes) > 0 {
		c.compareOutcomes(raw, x.Decodes, c.syntax.Decodes, " as printed")
	} else if len(x.Waivers) > 0 {
		c.compareOutcomes(raw, x.Outcomes, c.syntax.Error, " as printed")
	}
	c.compareParams(decoded)
	c.compareWritten(corrected, decoded)
}

func (c *checker) decode(r response) []found {
	return c.program.Decode(r.status, r.headers, r.body)
}

// checkClose checks a WebSocket close.
func (c *checker) checkClose() {
	x := c.example
	decoded := []found{c.program.DecodeClose(x.Close, x.Reason)}
	if c.compareOutcomes(decoded, x.Outcomes, c.syntax.Error, "") {
		c.compareParams(decoded)
	}
}

// compareOutcomes reports a response that is read as something else than the
// example says.
func (c *checker) compareOutcomes(decoded []found, want []model.Outcome, at []load.Text, how string) bool {
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
	c.Reportf(at[0].Pos, diag.ExampleDecodes, remedy,
		"example %s%s is read as %s, not as %s%s", diag.Quote(c.example.Name), how, showOutcomes(got), showOutcomes(want), c.whyNone(got))
	return false
}

// whyNone says why a response is no error, if it is none.
func (c *checker) whyNone(got []model.Outcome) string {
	x := c.example
	isUnder := func(env *model.Envelope) bool { return !env.Part && env.Status.Contains(x.Status) }
	switch {
	case got[0].Kind != model.NoneOutcome, x.Close != 0:
		return ""
	case !slices.ContainsFunc(c.program.Lowered().Catalog.Envelopes, isUnder):
		return fmt.Sprintf(": no envelope occurs under status %d", x.Status)
	}
	return ": nothing in it proves that it is an error, as it must under 400"
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
func (c *checker) compareParams(decoded []found) {
	for _, want := range c.example.Expect {
		var pos diag.Pos
		for _, m := range c.syntax.Expect {
			if m.Key.S == want.Name {
				pos = m.Key.Pos
			}
		}
		got, found := recovered(decoded, want.Name)
		switch {
		case !found && missingIn(decoded, want.Name) != "":
			c.Reportf(pos, diag.ExampleExpects, "let the example hold that as well, make it optional, or take this out of `expect`",
				"param %s is not recovered: the example lacks param %s, which its entry requires", diag.Quote(want.Name), diag.Quote(missingIn(decoded, want.Name)))
		case !found:
			c.Reportf(pos, diag.ExampleExpects, "let the example hold it, or take it out of `expect`", "param %s is not recovered from the example", diag.Quote(want.Name))
		case !values.Equal(got, want.Value):
			c.Reportf(pos, diag.ExampleExpects, "correct the value", "param %s is recovered as %s, not as %s", diag.Quote(want.Name), showFull(got), showFull(want.Value))
		}
	}
}

// missingIn names another required param than the one that is wanted, without
// which an entry's data is not made, so that none of its params is recovered.
func missingIn(decoded []found, wanted string) string {
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

func recovered(decoded []found, name string) (model.Value, bool) {
	for _, d := range decoded {
		if v, ok := d.Params[name]; ok {
			return v, true
		}
	}
	return model.Value{}, false
}
