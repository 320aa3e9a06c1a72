package errgen

import (
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
)

// This file is errgen's own: generated packages have all of the engine but this.

// Reason is one decision on the way from a response to what it is read as.
type Reason struct {
	Step      int    // of docs/spec.md#how-decoding-decides
	Item      int    // of a list, counted from 1; 0: of the response as a whole
	Row       Row    // with Decided: what it is; 0: none of the entries that were left
	Decided   bool   // the entry is found, or it is certain that it is none of those left
	Text      string // what was decided, and why
	Otherwise string // what would have made it another; "": nothing in the response
}

// Explain is Decode, or for the response to a HEAD request DecodeResponse, with the
// decisions that led to the answer, in their order.
func (t *Table) Explain(status int, header http.Header, body string, head bool) ([]Reason, error) {
	made := t.Hooks.Make()
	made.Response.StatusCode, made.Response.Header, made.Response.Body = status, header, body
	r := t.newReading(status, header, body)
	r.head = head
	x := &explainer{r: r}
	x.mayBeError()
	r.told = x.hear
	err := r.decode(&made, nil)
	return x.reasons, err
}

// ExplainNested tells the decisions that led to an error which stands in the body of
// another: received is what stands there, and envelope its envelope's place in the table,
// counted from 1.
func (t *Table) ExplainNested(envelope uint16, received string) []Reason {
	r := t.newReading(0, nil, received)
	defer r.release()
	x := &explainer{r: r, nested: true}
	r.told = x.hear
	env := &t.Envelopes[envelope-1]
	outer := &fitting{env: int(envelope - 1), slots: make([]slotValue, env.Slots)}
	r.identifyPart(outer, &env.Root, 0)
	return x.reasons
}

// explainer turns what it hears of a reading into words. What it has to know beside
// that it asks of the functions which decide.
type explainer struct {
	r       *reading
	item    int
	nested  bool        // it is an error in the body of another, no item
	left    []candidate // after step 5
	out     []string    // names of those that step 8 ruled out
	struckN int         // how many step 5 has struck
	reasons []Reason
}

func (x *explainer) add(step int, otherwise, format string, args ...any) {
	x.reasons = append(x.reasons, Reason{Step: step, Item: x.item, Text: fmt.Sprintf(format, args...), Otherwise: otherwise})
}

// mayBeError explains step 1.
func (x *explainer) mayBeError() {
	switch r := x.r; {
	case r.status == 0:
		x.add(1, "", "it is read without a status: none excludes anything")
	case r.status >= 400:
		x.add(1, "", "status %d is one of errors", r.status)
	case r.t.looksInto(r.status):
		x.add(1, "", "status %d is one under which an envelope occurs: it is an error if something proves it", r.status)
	default:
		x.add(1, fmt.Sprintf("an envelope whose status set has %d", r.status), "no envelope occurs under status %d: it is no error", r.status)
	}
}

func (x *explainer) hear(d decision, c *candidate, cs []candidate) {
	switch d {
	case fitsFound:
		x.fits()
	case itemBegins:
		f := &x.r.fittings[len(x.r.fittings)-1]
		if x.nested {
			x.add(3, "", "it %s", degree(f, x.envelope(f.env)))
			return
		}
		x.item++
		x.struckN = 0
		x.add(3, "", "element %d %s", x.item, degree(f, "the items of "+x.envelope(f.env)))
	case struckOut:
		x.struck(c)
	case remaining:
		x.remaining(cs)
	case bestKept:
		x.kept(cs)
	case ruledOut:
		x.ruledOut(c, cs)
	case decided:
		x.decided(c, cs)
	}
}

func (x *explainer) envelope(i int) string { return x.r.t.Envelopes[i].Name }

// degree says how something fits.
func degree(f *fitting, what string) string {
	switch {
	case f.success:
		return fmt.Sprintf("fits %s, but a leaf says that all went well", what)
	case f.strict:
		return fmt.Sprintf("fits %s strictly (size %d)", what, f.size)
	case f.loose:
		return fmt.Sprintf("fits %s loosely (size %d)", what, f.size)
	}
	return "does not fit " + what
}

// fits explains step 2, and whether step 3 finds a list.
func (x *explainer) fits() {
	r := x.r
	if r.status != 0 && !r.t.looksInto(r.status) {
		return
	}
	for i := range r.t.Envelopes {
		if r.t.Envelopes[i].Part {
			continue
		}
		k := slices.IndexFunc(r.fittings, func(f fitting) bool { return f.env == i })
		var f *fitting
		if k >= 0 {
			f = &r.fittings[k]
		}
		x.fit(i, f)
	}
	best := bestOf(r.fittings, func(*fitting) bool { return true })
	switch {
	case best == nil:
		x.add(2, "", "no envelope fits")
	case r.t.Envelopes[best.env].List && !best.success && !r.head:
		x.add(3, "", "the best fit is a list: each element is read by itself")
	case len(r.fittings) > 1:
		x.add(3, "", "the best fit is %s, which is no list", x.envelope(best.env))
	}
}

// fit explains how the response fits an envelope, of which f tells if it does.
func (x *explainer) fit(i int, f *fitting) {
	env := &x.r.t.Envelopes[i]
	if f != nil {
		faults := ""
		if !f.strict {
			faults = strings.Join(x.faults(env), "; ")
		}
		x.add(2, faults, "it %s", degree(f, env.Name))
		return
	}
	text, otherwise := x.whyNot(env)
	x.add(2, otherwise, "it does not fit %s: %s", env.Name, text)
}

// whyNot says why the response does not fit an envelope, and what would.
func (x *explainer) whyNot(env *Envelope) (text, otherwise string) {
	r := x.r
	switch {
	case r.status != 0 && !env.Status.contain(r.status):
		return fmt.Sprintf("that does not occur under status %d", r.status), ""
	case r.isSuccess() && !env.mayBe(mediaType(r.header)):
		return "under 400 its Content-Type has to be that of the envelope", env.Media
	case !r.mayFit(env) && !r.isJSON:
		return "the body is no JSON", ""
	case !r.mayFit(env):
		return "the body is of another JSON type", ""
	case env.Kind == EmptyBody:
		return "it has a body, or lacks a header", ""
	case env.Kind == TextBody:
		return "the text is empty, or in none of its forms", ""
	case r.isSuccess() && len(x.faults(env)) == 0:
		return "nothing proves that it is an error, as it must under 400", "a code of the catalog, or a constant"
	}
	return "neither its code nor a constant nor an element of its list is there", strings.Join(x.faults(env), "; ")
}

// faults are the places in which the body is not as an envelope has it.
func (x *explainer) faults(env *Envelope) []string {
	r := x.r
	if env.Kind != JSONBody {
		return []string{"Content-Type " + env.Media}
	}
	if !r.isJSON || r.head {
		return nil
	}
	ask := r.t.newReading(r.status, r.header, r.body)
	defer ask.release()
	f := ask.newFitting(slices.IndexFunc(r.t.Envelopes, func(e Envelope) bool { return e.Name == env.Name }), nil)
	ask.fit(f, env)
	return ask.faultsAt(f, &env.Root, 0, "")
}

// faultsAt are the places within token i in which it is not as n has it. Whether one is
// so is asked of the fitting, each by itself.
func (r *reading) faultsAt(whole *fitting, n *Node, i int, at string) (all []string) {
	if n.Kind == ObjectNode && r.doc.tokens[i].kind == '{' {
		for k := range n.Members {
			m := &n.Members[k]
			place, v := at+"/"+m.Name, r.doc.member(i, m.Name)
			switch isAbsent := v < 0 || m.Optional && isForeign(r.doc, m, v); {
			case !isAbsent:
				all = append(all, r.faultsAt(whole, m, v, place)...)
			case !m.Optional && !m.Alias && m.Kind != IgnoredNode && !(m.Kind == LeafNode && whole.slots[m.Slot].given):
				all = append(all, place+" is there")
			}
		}
		return all
	}
	f := r.newFitting(whole.env, nil)
	f.node(n, i)
	isFault := !f.strict || len(r.missing) > 0
	r.missing = r.missing[:0]
	r.dropFitting()
	switch {
	case isFault && n.Kind == ConstantNode:
		all = append(all, at+" is "+n.Constant)
	case isFault:
		all = append(all, at+" is of another type")
	}
	return all
}

// by says by what sort of code a candidate is known.
func (x *explainer) by(c *candidate) string {
	switch c.rank {
	case RankConstant:
		return "the code is its own"
	case RankTemplate:
		return "its code template matches"
	case RankAny:
		return "it takes any code"
	}
	return "it has no code, and its status agrees"
}

// struck explains why nothing proves a candidate (step 5).
func (x *explainer) struck(c *candidate) {
	x.struckN++
	why, otherwise := "nothing of what it fills is there", ""
	for i := range c.read.Facts {
		if f := &c.read.Facts[i]; f.Proof && !c.isOuter(f) && !x.r.holds(c, f, nil) {
			why, otherwise = x.unlike(c, f)
			break
		}
	}
	x.add(5, otherwise, "%s is out, though %s: %s", c.entry.Name, x.by(c), why)
}

// unlike says what stands in the place of a fact that does not hold, and what would.
func (x *explainer) unlike(c *candidate, f *Fact) (why, otherwise string) {
	place := x.place(c, f)
	got, given := x.r.textAt(c, f)
	if !given && f.Slot == SlotHeader {
		got, given = x.r.header.Get(f.Header), len(x.r.header.Values(f.Header)) > 0
	}
	why = place + " is not there"
	if given {
		why = place + " is " + strconv.Quote(got)
	}
	return why, place + " like " + x.wanted(c, f)
}

// wanted is what a fact asks for.
func (x *explainer) wanted(c *candidate, f *Fact) string {
	switch f.Kind {
	case TextFact:
		return strconv.Quote(x.r.t.show(c.entry, f.Want))
	case ParamFact:
		return "a " + c.entry.Params[f.Param].Name + " within its bounds"
	case SizeFact:
		return "a list of " + f.Value
	}
	return f.Value
}

// show is a program as the catalog writes it, its first wording.
func (t *Table) show(e *Entry, p Program) (text string) {
	p.anyWording(func(w Program) bool {
		for i := range w {
			s := &w[i]
			text += s.Literal
			switch {
			case s.takesParam():
				text += "{" + t.operandParam(e, s.Operand).Name + "}"
			case s.Op == OpStatus:
				text += "{$status}"
			}
		}
		return true
	})
	return text
}

// place is where a fact stands: a header, or a JSON pointer.
func (x *explainer) place(c *candidate, f *Fact) string {
	if f.Slot == SlotHeader {
		return "header " + f.Header
	}
	env := &x.r.t.Envelopes[c.fit.env]
	for i := range env.Headers {
		if env.Headers[i].Slot == f.Slot && env.Headers[i].Kind == LeafNode {
			return "header " + env.Headers[i].Name
		}
	}
	at := pointerTo(&env.Root, f.Slot)
	for _, s := range f.Path {
		if s.Name == "" {
			at += "/" + strconv.Itoa(s.Index)
		} else {
			at += "/" + strings.TrimPrefix(s.Name, ".")
		}
	}
	if at == "" {
		return "the body"
	}
	return at
}

// pointerTo is the JSON pointer to the place of a slot, "" if it is the root.
func pointerTo(n *Node, slot int) string {
	for i := range n.Members {
		if m := &n.Members[i]; m.hasSlot(slot) {
			name := "/" + m.Name
			if n.Kind == ListNode {
				name = ""
			}
			return name + pointerTo(m, slot)
		}
	}
	return ""
}

// remaining explains which candidates are left (steps 4 and 5).
func (x *explainer) remaining(cs []candidate) {
	x.left, x.out = slices.Clone(cs), nil
	var names []string
	for i := range cs {
		names = append(names, fmt.Sprintf("%s in %s (%s)", cs[i].entry.Name, x.envelope(cs[i].fit.env), x.by(&cs[i])))
	}
	step := 4 + toInt(x.struckN > 0)
	if len(cs) > 0 {
		x.add(step, "", "it can be %s", someOf(names))
		return
	}
	code, coded := "", false
	for i := range x.r.fittings {
		if got, ok := x.r.textOf(x.r.fittings[i].slots[SlotCode]); ok {
			code, coded = got, true
		}
	}
	if coded {
		x.add(step, "a code that the catalog has", "no entry has the code %s", strconv.Quote(code))
	} else {
		x.add(step, "a code, or an entry without one that names the status", "there is no code, and no entry without one is left")
	}
}

// someOf is a list of names, the first of many.
func someOf(names []string) string {
	const most = 6
	if more := len(names) - most; more > 1 {
		return strings.Join(names[:most], ", ") + fmt.Sprintf(" or one of %d more", more)
	}
	return strings.Join(names, ", ")
}

// kept explains which of the candidates are the best (step 6).
func (x *explainer) kept(cs []candidate) {
	why := map[string][]string{}
	for i := range x.left {
		if c := &x.left[i]; !slices.ContainsFunc(cs, c.isSame) {
			reason := x.below(c, &cs[0])
			why[reason] = append(why[reason], c.entry.Name)
		}
	}
	for _, reason := range []string{"of its code", "its code says less", "it does not name the status", "the fit is loose", "less of the envelope is there"} {
		if names := why[reason]; len(names) > 0 {
			x.add(6, "", "%s: %s", reasonText(names), reason)
		}
	}
}

func reasonText(names []string) string {
	if len(names) == 1 {
		return names[0] + " is below the best"
	}
	return someOf(names) + " are below the best"
}

// below is in what a candidate is below another, in the order of compare.
func (x *explainer) below(c, best *candidate) string {
	switch {
	case c.rank != best.rank:
		return "of its code"
	case c.literal != best.literal:
		return "its code says less"
	case c.status != best.status:
		return "it does not name the status"
	case c.fit.strict != best.fit.strict:
		return "the fit is loose"
	}
	return "less of the envelope is there"
}

// ruledOut explains which fact of a candidate does not match (step 8).
func (x *explainer) ruledOut(c *candidate, cs []candidate) {
	x.out = append(x.out, c.entry.Name)
	for i := range c.read.Facts {
		f := &c.read.Facts[i]
		if f.Proof && x.r.differs(c, f, cs) && !c.isOuter(f) && !x.r.holds(c, f, nil) {
			why, otherwise := x.unlike(c, f)
			x.add(8, otherwise, "%s is out: %s", c.entry.Name, why)
			return
		}
	}
}

// decided explains the answer (steps 7 to 9).
func (x *explainer) decided(c *candidate, cs []candidate) {
	isIn := func(c *candidate) bool { return !slices.Contains(x.out, c.entry.Name) }
	n := 0
	for i := range cs {
		n += toInt(isIn(&cs[i]))
	}
	switch {
	case c == nil:
		x.add(9, "", "none of these is left, and none is the ancestor of all")
	case len(cs) == 1:
		x.add(7, x.otherCode(c), "it is %s, the only one left", c.entry.Name)
	case !isIn(c):
		x.add(9, "", "it is %s, the ancestor of all of these", c.entry.Name)
	case n == 1:
		x.add(8, "", "it is %s: its facts match", c.entry.Name)
	default:
		x.add(8, "", "it is %s, the most specific of the %d whose facts match", c.entry.Name, n)
	}
	last := &x.reasons[len(x.reasons)-1]
	last.Decided = true
	if c != nil {
		last.Row = c.row
		if !c.status {
			last.Text += "; the status is none of its own, which is forgiven"
		}
	}
}

// otherCode says that another code makes another entry, where the code tells it.
func (x *explainer) otherCode(c *candidate) string {
	if c.rank < RankTemplate {
		return ""
	}
	return "another code in " + x.place(c, &Fact{Slot: SlotCode})
}
