package resolve

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// resolveExamples resolves the examples; whether they hold is for package proof.
func (r *resolver) resolveExamples() {
	seen := map[string]bool{}
	for _, n := range r.file.Examples {
		if n == nil {
			continue
		}
		if seen[n.Name.S] && n.Name.Given() {
			r.Reportf(n.Name.Pos, diag.DuplicateName, "give each example a name of its own", "there are two examples %s", diag.Quote(n.Name.S))
		}
		seen[n.Name.S] = true
		x := &model.Example{
			Name: n.Name.S, Source: r.sourceNamed(n.Source),
			Status: int(n.Status.N), Body: n.Body.S, HasBody: n.Body.Given(),
			Close: int(n.Close.N), Reason: n.Reason.S,
			Outcomes: r.outcomes(n.Error), Decodes: r.outcomes(n.Decodes),
		}
		r.exampleForm(n, x)
		r.exampleHeaders(n, x)
		r.expectations(n, x)
		r.waivers(n, x)
		r.catalog.Examples = append(r.catalog.Examples, x)
	}
}

// outcomeWords are the outcomes that are no entries.
var outcomeWords = map[string]model.OutcomeKind{
	"unknown": model.UnknownOutcome, "unexpected": model.UnexpectedOutcome, "none": model.NoneOutcome,
}

func (r *resolver) outcomes(names []load.Text) []model.Outcome {
	var all []model.Outcome
	for _, n := range names {
		if kind, ok := outcomeWords[n.S]; ok {
			all = append(all, model.Outcome{Kind: kind})
			continue
		}
		e, ok := r.entries.Get(n.S)
		if !ok {
			r.Unknown(n.Pos, n.S, diag.UnknownEntry, "entry", append(slices.Clone(r.entries.Names), "unknown", "unexpected", "none"))
			continue
		}
		all = append(all, model.Outcome{Entry: e.model})
	}
	return all
}

// exampleForm checks that the example is one response.
func (r *resolver) exampleForm(n *load.Example, x *model.Example) {
	bad := func(pos diag.Pos, remedy, format string, args ...any) {
		r.Reportf(pos, diag.BadExample, remedy, format, args...)
	}
	isHTTP := n.Status.Given() || n.Body.Given() || n.Has("headers")
	switch {
	case n.Close.Given() && isHTTP:
		bad(n.At("close"), "make them two examples", "an example is a response or a WebSocket close, not both")
	case n.Reason.Given() && !n.Close.Given():
		bad(n.Reason.Pos, "say the `close` code, or leave `reason` out", "`reason` is that of a WebSocket close")
	case n.Status.Given() && (n.Status.N < 100 || n.Status.N > 999):
		bad(n.Status.Pos, "write the three digits of the status", "%d is no HTTP status", n.Status.N)
	case n.Close.Given() && (n.Close.N < 1000 || n.Close.N > 4999):
		bad(n.Close.Pos, "write a code from 1000 to 4999", "%d is no WebSocket close code", n.Close.N)
	case len(n.Decodes) > 0 && len(n.Waive) == 0:
		bad(n.At("decodes"), "say it as `error`, or waive the place that makes the difference", "`decodes` is what an example gives without its waivers, and there are none")
	case len(n.Waive) > 0 && slices.ContainsFunc(x.Outcomes, func(o model.Outcome) bool { return o.Entry == nil }):
		bad(n.At("waive"), "name the entry that is documented", "a waived place is replaced by what an entry says, and no entry is named")
	}
}

func (r *resolver) exampleHeaders(n *load.Example, x *model.Example) {
	for _, m := range n.Headers {
		if !values.IsToken(m.Key.S) {
			r.Reportf(m.Key.Pos, diag.BadHeader, "use letters, digits and hyphens, as in Retry-After", "%s is no name of a header", diag.Quote(m.Key.S))
			continue
		}
		lines := []*load.Value{m.Value}
		if m.Value != nil && m.Value.Kind == load.Sequence {
			lines = m.Value.Items
		}
		for _, line := range lines {
			v, ok := r.Typed(line, headerSchema)
			if !ok {
				continue
			}
			if !values.IsHeaderText(v.Text) {
				r.Reportf(line.Pos, diag.BadHeader, "leave control characters out", "the value of header %s cannot be sent: it has control characters", diag.Quote(m.Key.S))
			}
			x.Headers = append(x.Headers, model.SampleHeader{Name: m.Key.S, Value: v.Text})
		}
	}
}

// expectations types the values that params must be recovered with.
func (r *resolver) expectations(n *load.Example, x *model.Example) {
	for _, m := range n.Expect {
		var names []string
		var found *model.Param
		for _, o := range x.Outcomes {
			if o.Entry == nil {
				continue
			}
			for _, p := range o.Entry.Params {
				names = append(names, p.Name)
				if p.Name == m.Key.S && found == nil {
					found = p
				}
			}
		}
		if found == nil {
			r.Reportf(m.Key.Pos, diag.BadExample, r.DidYouMean(m.Key.S, names, "name a param of the entry"), "the example's entry has no param %s", diag.Quote(m.Key.S))
			continue
		}
		if v, ok := r.Typed(m.Value, found.Schema); ok {
			x.Expect = append(x.Expect, model.ExpectedParam{Name: found.Name, Value: v})
		}
	}
}

func (r *resolver) waivers(n *load.Example, x *model.Example) {
	for _, n := range n.Waive {
		if n == nil || !n.At.Given() {
			continue
		}
		w := model.Waiver{At: n.At.S, Because: n.Because.S}
		name, isHeader := w.Header()
		_, isPointer := w.Pointer()
		if !isPointer && !w.IsStatus() && (!isHeader || !values.IsToken(name)) {
			r.Reportf(n.At.Pos, diag.BadWaiver, "write a JSON pointer such as /body/code, header:Retry-After or status", "%s names no place of a response", diag.Quote(n.At.S))
			continue
		}
		x.Waivers = append(x.Waivers, w)
	}
}
