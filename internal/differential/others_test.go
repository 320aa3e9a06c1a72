package differential

import "github.com/seed-1b9d9f04/errgen/internal/model"

// What docs/spec.md#other-responses says.

// within are the errors that stand in an error.
func (a answer) within() []answer {
	var all []answer
	if a.view == nil {
		return nil
	}
	for _, p := range a.view.places() {
		if p.node.Kind != model.FieldNode || p.node.Schema == nil || !p.node.Schema.HoldsErrors() || p.item != a.view.list {
			continue
		}
		value, ok := p.value(a.view.header)
		switch s := p.node.Schema.Resolved(); {
		case !ok || value == nil:
		case s.Kind == model.ErrorKind:
			all = append(all, inner(s.ErrorOf, value))
		default:
			list, _ := value.([]any)
			for _, item := range list {
				all = append(all, inner(s.Items.Resolved().ErrorOf, item))
			}
		}
	}
	return all
}

// inner is an error of an envelope in the body of another.
func inner(env *model.Envelope, value any) answer {
	v := &view{env: env, body: value, there: true}
	return decidePart(fit{view: v, success: v.judged().success}, env.Body, value)
}

// decodeClose is what a WebSocket was closed with.
func decodeClose(c *model.Catalog, f closeFrame) answer {
	v := &view{env: &model.Envelope{}, body: f.reason, there: true}
	var cs []candidate
	for _, e := range c.Entries {
		if e.Close == nil || e.Close.Code != f.code {
			continue
		}
		var trees []*model.Tree
		for _, t := range e.Close.Reason {
			trees = append(trees, &model.Tree{Kind: model.StringValue, Template: t})
		}
		reason := textFact(trees, plainText, func(v *view) (any, bool) { return v.body, true })
		reason.place, reason.proof = "reason", true
		reason.holds, reason.outer = reason.matches, func(*view) bool { return false }
		cs = append(cs, candidate{entry: e, fit: fit{view: v}, facts: []fact{reason}, set: e.Status, status: true})
	}
	switch {
	case len(cs) == 1:
		return answer{kind: model.ListedOutcome, entry: cs[0].entry}
	case len(cs) > 1:
		if c, ok := mostSpecific(matching(cs), cs); ok {
			return answer{kind: model.ListedOutcome, entry: c.entry}
		}
		if c, ok := commonAncestor(cs); ok {
			return answer{kind: model.ListedOutcome, entry: c.entry}
		}
		return answer{kind: model.UnknownOutcome}
	case f.code == 1000 || f.code == 1001 || f.code == 1005:
		return answer{kind: model.NoneOutcome}
	}
	return answer{kind: model.UnexpectedOutcome}
}
