package proof

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// correct replaces the waived places of an example by what its entry says. What
// that is can depend on params, which are taken from the example as far as it has
// them: so it is done twice, the second time with those of the corrected one.
func (c *checker) correct(printed response, raw []found) response {
	said, ok := c.says(printed, raw)
	if !ok {
		return printed
	}
	once := c.replace(printed, said, false)
	if again, ok := c.says(once, c.decode(once)); ok {
		said = again
	}
	return c.replace(printed, said, true)
}

// says is what the example's entries write, with the params that were recovered,
// those that the example expects, and samples for the rest.
func (c *checker) says(from response, decoded []found) (response, bool) {
	var params []map[*model.Param]model.Value
	var es []*model.Entry
	for i, o := range c.example.Outcomes {
		if o.Entry == nil || o.Entry.Envelope == nil {
			return response{}, false
		}
		said := c.saidParams(o.Entry)
		if i < len(decoded) && decoded[i].Outcome.Entry == o.Entry {
			maps.Copy(said, paramsOf(o.Entry, decoded[i].Params))
		}
		es, params = append(es, o.Entry), append(params, said)
	}
	if len(es) == 0 {
		return response{}, false
	}
	env := es[0].Envelope
	if len(decoded) > 0 && slices.Contains(es[0].Reads, decoded[0].Envelope) {
		env = decoded[0].Envelope
	}
	status := 0
	if es[0].Status.Contains(from.status) {
		status = from.status
	}
	return encode(c.program, es, env, status, params), true
}

// saidParams are samples, but for params that the example expects.
func (c *checker) saidParams(e *model.Entry) map[*model.Param]model.Value {
	said := c.params(e, e.Envelope)
	for _, want := range c.example.Expect {
		for _, p := range e.Params {
			if p.Name == want.Name {
				said[p] = want.Value
			}
		}
	}
	return said
}

// replace puts what the entry says into the waived places. A waiver without
// which the place would be the same is reported, if report says so.
func (c *checker) replace(printed, said response, report bool) response {
	x := c.example
	out := printed
	body, isJSON := parseJSON(printed.body)
	want, saidJSON := parseJSON(said.body)
	changed := false
	for _, w := range x.Waivers {
		needed, missing := true, false
		name, isHeader := w.Header()
		steps, _ := w.Pointer()
		switch {
		case w.IsStatus():
			needed = out.status != said.status
			out.status = said.status
		case isHeader:
			needed = !slices.Equal(headerValues(out.headers, name), headerValues(said.headers, name))
			missing = len(headerValues(out.headers, name))+len(headerValues(said.headers, name)) == 0
			out.headers = replaceHeader(out.headers, said.headers, name)
		case w.At == "" && !(isJSON && saidJSON):
			needed = plainText(out.body) != plainText(said.body)
			out.body = said.body
		case isJSON && saidJSON:
			var same bool
			missing = !reaches(body, steps) && !reaches(want, steps)
			body, same = putAt(body, want, steps)
			needed, changed = !same, true
		}
		if !needed && missing && report {
			c.Reportf(c.waiverPos(w.At), diag.BadWaiver, "correct the place, or take the waiver out", "there is no %s in the response, nor in what the entry says", placeName(w.At))
		} else if !needed && report {
			c.Reportf(c.waiverPos(w.At), diag.BadWaiver, "take the waiver out", "nothing needs this waiver: %s is what the entry says", placeName(w.At))
		}
	}
	if changed {
		out.body = string(body.AppendJSON(nil))
	}
	return out
}

// reaches reports whether a JSON pointer leads to something in a value.
func reaches(v model.Value, steps []string) bool {
	for _, step := range steps {
		next, ok := memberOf(v, step)
		if i, err := strconv.Atoi(step); err == nil && v.Kind == model.ArrayValue && i >= 0 && i < len(v.Items) {
			next, ok = v.Items[i], true
		}
		if !ok {
			return false
		}
		v = next
	}
	return true
}

func placeName(at string) string {
	if at == "" {
		return "the body"
	}
	return diag.Quote(at)
}

func (c *checker) waiverPos(at string) diag.Pos {
	for _, n := range c.syntax.Waive {
		if n.At.S == at {
			return n.At.Pos
		}
	}
	return c.syntax.Name.Pos
}

func replaceHeader(hs, said []model.SampleHeader, name string) []model.SampleHeader {
	isIt := func(h model.SampleHeader) bool { return strings.EqualFold(h.Name, name) }
	out := slices.DeleteFunc(slices.Clone(hs), isIt)
	for _, h := range said {
		if isIt(h) {
			out = append(out, h)
		}
	}
	return out
}

// putAt returns a value in which a place is as it is in another value: replaced,
// added or taken out. same reports that it was so already.
func putAt(v, want model.Value, steps []string) (out model.Value, same bool) {
	if len(steps) == 0 {
		return want, values.Equal(v, want)
	}
	step, last := steps[0], len(steps) == 1
	out = v
	if v.Kind == model.ArrayValue && want.Kind == model.ArrayValue {
		i, err := strconv.Atoi(step)
		if err != nil || i < 0 || i >= len(v.Items) || i >= len(want.Items) {
			return v, true
		}
		out.Items = slices.Clone(v.Items)
		out.Items[i], same = putAt(v.Items[i], want.Items[i], steps[1:])
		return out, same
	}
	here, isHere := memberOf(v, step)
	there, isThere := memberOf(want, step)
	out.Members = slices.Clone(v.Members)
	i := slices.IndexFunc(out.Members, func(m model.Member) bool { return m.Name == step })
	switch {
	case v.Kind != model.ObjectValue || want.Kind != model.ObjectValue || !isHere && !isThere:
		return v, true
	case !isThere && last:
		out.Members = slices.Delete(out.Members, i, i+1)
		return out, false
	case !isHere && last:
		out.Members = append(out.Members, model.Member{Name: step, Value: there})
		return out, false
	case !isHere || !isThere:
		return v, true
	}
	out.Members[i].Value, same = putAt(here, there, steps[1:])
	return out, same
}
