package support

import (
	"slices"
	"sort"
	"strconv"
	"strings"
)

// Ranks of candidates (docs/spec.md section 12, step 4).
const (
	rankNone     = iota // no code, or the envelope has no place for one
	rankAny             // takes any code
	rankTemplate        // its code is a template, or a param that is narrowed
	rankConstant        // its code is the received one
)

// candidate is an entry that a response may be.
type candidate struct {
	id      ID
	entry   *entry
	read    *read
	fit     *fitting
	rank    int
	literal int   // bytes of literal text in a code template
	spans   spans // statuses in which it is read
	status  bool  // the response's is one of them
}

// found is what a response, or one item of it, turned out to be.
type found struct {
	id   ID // ErrUnlisted, ErrUnexpectedResponse; 0: no error
	fit  *fitting
	read *read
}

// identify finds out which errors a response holds: one, or for a repeated
// envelope one for each item (docs/spec.md section 12).
func (r *reading) identify() []found {
	fits := r.fits()
	if len(fits) == 0 {
		return r.none()
	}
	best := &fits[0]
	for i := range fits[1:] {
		if f := &fits[i+1]; better(f, best) {
			best = f
		}
	}
	//errgen:if repeated
	if list, ok := r.list(best); ok {
		return r.identifyItems(best, list)
	}
	fits = slices.DeleteFunc(fits, func(f fitting) bool { return r.t.envelopes[f.env].list })
	//errgen:end
	if got := r.choose(fits, r.status); got.id != 0 {
		return []found{got}
	}
	return r.none()
}

// none is the result if nothing of the API was found.
func (r *reading) none() []found {
	if r.status != 0 && 100 <= r.status && r.status < 400 {
		return nil
	}
	return []found{{id: ErrUnexpectedResponse}}
}

// better reports whether f fits better than g.
func better(f, g *fitting) bool {
	if f.strict != g.strict {
		return f.strict
	}
	return f.size > g.size
}

//errgen:if repeated

// list returns the repeated array of a response, if its envelope has one.
func (r *reading) list(f *fitting) (int, bool) {
	env := &r.t.envelopes[f.env]
	if !env.list {
		return 0, false
	}
	return r.findList(&env.root, 0)
}

func (r *reading) findList(n *node, i int) (int, bool) {
	if n.kind == listNode {
		return i, r.doc.tokens[i].kind == '['
	}
	if n.kind != objectNode || r.doc.tokens[i].kind != '{' {
		return 0, false
	}
	for k := range n.members {
		m := &n.members[k]
		if m.kind != listNode && m.kind != objectNode {
			continue
		}
		if at := r.doc.member(i, m.name); at >= 0 {
			if list, ok := r.findList(m, at); ok {
				return list, true
			}
		}
	}
	return 0, false
}

// itemNode is the item of an envelope's repeated array.
func itemNode(n *node) *node {
	if n.kind == listNode {
		return &n.members[0]
	}
	for k := range n.members {
		if m := &n.members[k]; m.kind == objectNode || m.kind == listNode {
			if item := itemNode(m); item != nil {
				return item
			}
		}
	}
	return nil
}

// identifyItems identifies each item by itself. An empty list is no error of
// the API.
func (r *reading) identifyItems(outer *fitting, list int) []found {
	env := &r.t.envelopes[outer.env]
	n := itemNode(&env.root)
	var all []found
	for i := list + 1; i < r.doc.tokens[list].next; i = r.doc.tokens[i].next {
		got := r.identifyPart(outer, n, i)
		outer = outer.afterFirst(len(all))
		if got.id == 0 {
			got = found{id: ErrUnlisted, fit: outer}
		}
		all = append(all, got)
	}
	if len(all) == 0 {
		return r.none()
	}
	return all
}

// afterFirst is what stands outside the list as items after the first see it: the
// fields are the first's.
func (f *fitting) afterFirst(items int) *fitting {
	if items > 0 {
		return f
	}
	clone := *f
	clone.slots = slices.Clone(f.slots)
	for i := range clone.slots {
		clone.slots[i].outer = i >= slotField0
	}
	return &clone
}

//errgen:end

//errgen:if repeated || nested

// identifyPart identifies a value in the body: an item, or a nested error.
func (r *reading) identifyPart(outer *fitting, n *node, i int) found {
	f := fitting{env: outer.env, strict: true, slots: slices.Clone(outer.slots), proof: false}
	f.root(r.doc, n, i)
	if !f.strict && !f.loose {
		return found{}
	}
	status := r.status
	if text, ok := r.textOf(f.slots[slotStatus]); ok {
		if s, err := strconv.Atoi(text); err == nil {
			status = s
		}
	}
	return r.choose([]fitting{f}, status)
}

//errgen:end

// choose finds the entry among the candidates of the envelopes that fit.
func (r *reading) choose(fits []fitting, status int) found {
	cs := make([]candidate, 0, 8)
	for i := range fits {
		cs = r.candidates(cs, &fits[i], status)
	}
	cs = slices.DeleteFunc(cs, func(c candidate) bool { return !r.proven(&c) })
	if len(cs) == 0 {
		return r.unlisted(fits, false)
	}
	cs = highest(cs)
	if len(cs) > 1 {
		if cs = r.mostSpecific(cs); len(cs) == 0 {
			return r.unlisted(fits, true)
		}
	}
	return found{id: cs[0].id, fit: cs[0].fit, read: cs[0].read}
}

// unlisted is the result if the API's format was found, but no entry: either
// there were candidates, or there is a code.
func (r *reading) unlisted(fits []fitting, had bool) found {
	var best *fitting
	for i := range fits {
		f := &fits[i]
		if (had || f.slots[slotCode].given) && (best == nil || better(f, best)) {
			best = f
		}
	}
	if best == nil {
		return found{}
	}
	return found{id: ErrUnlisted, fit: best}
}

// candidates appends the entries that a response in an envelope may be.
func (r *reading) candidates(cs []candidate, f *fitting, status int) []candidate {
	env := &r.t.envelopes[f.env]
	code, coded := r.textOf(f.slots[slotCode])
	if coded {
		i := sort.Search(len(env.codes), func(i int) bool { return env.codes[i].code >= code })
		for ; i < len(env.codes) && env.codes[i].code == code; i++ {
			cs = append(cs, r.candidate(env.codes[i].id, f, status, rankConstant))
		}
	}
	for _, id := range env.others {
		c := r.candidate(id, f, status, 0)
		c.rank = int(c.read.rank)
		if c.rank != rankNone {
			if !coded || !r.t.matchText(c.entry, c.read.code, code, nil) {
				continue
			}
			c.literal = literalLen(c.read.code)
		}
		if c.status {
			cs = append(cs, c)
		}
	}
	return cs
}

func (r *reading) candidate(id ID, f *fitting, status, rank int) candidate {
	e := r.t.lookup(id)
	c := candidate{id: id, entry: e, fit: f, rank: rank}
	for i := range e.reads {
		if e.reads[i].envelope == f.env {
			c.read = &e.reads[i]
		}
	}
	c.spans = e.status
	if len(c.read.status) > 0 {
		c.spans = c.read.status
	}
	c.status = status == 0 || len(c.spans) == 0 || c.spans.contain(status)
	return c
}

// proven reports whether a candidate stays (step 5).
func (r *reading) proven(c *candidate) bool {
	for _, slot := range c.read.match {
		for i := range c.read.facts {
			if f := &c.read.facts[i]; f.slot == slot && !c.isOuter(f) && (f.proof || f.kind != paramFact) && !r.holds(c, f, nil) {
				return false
			}
		}
	}
	needs := c.rank == rankNone && len(c.spans) == 0 || c.rank < rankTemplate && !c.fit.strict
	if !needs {
		return true
	}
	facts := 0
	for i := range c.read.facts {
		if f := &c.read.facts[i]; f.proof && !c.isOuter(f) {
			if !r.holds(c, f, nil) {
				return false
			}
			facts++
		}
	}
	return facts > 0
}

// highest keeps the candidates of the highest rank, of those the ones whose
// status fits, then whose envelope fits strictly, then the largest (step 6).
func highest(cs []candidate) []candidate {
	keys := []func(c *candidate) int{
		func(c *candidate) int { return c.rank<<24 | c.literal },
		func(c *candidate) int { return toInt(c.status) },
		func(c *candidate) int { return toInt(c.fit.strict) },
		func(c *candidate) int { return c.fit.size },
	}
	for _, key := range keys {
		most := 0
		for i := range cs {
			most = max(most, key(&cs[i]))
		}
		cs = slices.DeleteFunc(cs, func(c candidate) bool { return key(&c) < most })
	}
	return cs
}

func toInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// mostSpecific compares the facts on which candidates differ. Of those whose
// facts all match it keeps the most specific; if none matches, their nearest
// common ancestor if it is among them (steps 8 and 9).
func (r *reading) mostSpecific(cs []candidate) []candidate {
	var best *candidate
	var bestScore score
	for i := range cs {
		c := &cs[i]
		s, ok := r.score(c, cs)
		if ok && (best == nil || s.above(bestScore)) {
			best, bestScore = c, s
		}
	}
	if best != nil {
		return []candidate{*best}
	}
	for i := range cs {
		if r.allAre(cs, cs[i].id) {
			return cs[i : i+1]
		}
	}
	return nil
}

// allAre reports whether all candidates are kinds of an entry.
func (r *reading) allAre(cs []candidate, ancestor ID) bool {
	for i := range cs {
		id := cs[i].id
		for id != ancestor && id != 0 {
			id = r.t.lookup(id).parent
		}
		if id != ancestor {
			return false
		}
	}
	return true
}

// score says how specific the facts of a candidate are.
type score struct{ facts, literal, typed, statuses int }

func (s score) above(o score) bool {
	switch {
	case s.facts != o.facts:
		return s.facts > o.facts
	case s.literal != o.literal:
		return s.literal > o.literal
	case s.typed != o.typed:
		return s.typed > o.typed
	}
	return s.statuses < o.statuses
}

// score checks the facts of a candidate on which the candidates differ.
func (r *reading) score(c *candidate, cs []candidate) (s score, ok bool) {
	lastSlot, lastHeader := slotNone, ""
	for i := range c.read.facts {
		f := &c.read.facts[i]
		if !f.proof || c.isOuter(f) || !r.differs(c, f, cs) {
			continue
		}
		if !r.holds(c, f, nil) {
			return score{}, false
		}
		if f.slot != lastSlot || f.header != lastHeader {
			s.facts++
		}
		lastSlot, lastHeader = f.slot, f.header
		s.literal += literalLen(f.want)
		s.typed += r.t.typedHoles(c.entry, f)
	}
	s.statuses = spanSize(c.spans)
	return s, true
}

// differs reports whether some other candidate lacks a fact.
func (r *reading) differs(c *candidate, f *fact, cs []candidate) bool {
	for i := range cs {
		o := &cs[i]
		if o.id == c.id && o.read == c.read {
			continue
		}
		same := slices.ContainsFunc(o.read.facts, func(g fact) bool { return r.t.sameFact(c.entry, f, o.entry, &g) })
		if !same {
			return true
		}
	}
	return false
}

// sameFact reports whether two facts say the same of the same place.
func (t *table) sameFact(a *entry, f *fact, b *entry, g *fact) bool {
	if f.slot != g.slot || f.header != g.header || f.kind != g.kind || f.want != g.want || !slices.Equal(f.path, g.path) {
		return false
	}
	if f.kind == paramFact {
		return a.params[f.param].schema == b.params[g.param].schema
	}
	for p := f.want; p != ""; {
		_, op, operand, rest := p.next()
		if takesOperand(op) && t.operandParam(a, operand).schema != t.operandParam(b, operand).schema {
			return false
		}
		p = rest
	}
	return true
}

// literalLen is the number of bytes of literal text in the longest wording.
func literalLen(p program) int {
	most, n := 0, 0
	for p != "" {
		literal, op, _, rest := p.next()
		if op == opOr {
			most, n = max(most, n+len(literal)), 0
		} else {
			n += len(literal)
		}
		p = rest
	}
	return max(most, n)
}

// typedHoles counts the placeholders that are not plain strings.
func (t *table) typedHoles(e *entry, f *fact) int {
	if f.kind == paramFact {
		return toInt(!t.isPlainString(e.params[f.param].schema))
	}
	n := 0
	for p := f.want; p != ""; {
		_, op, operand, rest := p.next()
		if op == opText && !t.isPlainString(t.operandParam(e, operand).schema) {
			n++
		}
		p = rest
	}
	return n
}

func (t *table) isPlainString(s int) bool {
	sc := &t.schemas[s]
	return sc.kind == stringSchema && len(sc.enum) == 0 && sc.pattern == "" && sc.minLen == 0 && sc.maxLen == 0 && sc.format == ""
}

// spanSize is the number of statuses in a set; an undocumented one is the widest.
func spanSize(s spans) int {
	if len(s) == 0 {
		return 1000
	}
	n := 0
	for _, r := range s {
		n += int(r.hi) - int(r.lo) + 1
	}
	return n
}

// holds reports whether a fact is so, and notes the params that it tells: those
// that stand alone even if they are out of bounds.
func (r *reading) holds(c *candidate, f *fact, caps []capture) bool {
	if f.slot == slotHeader {
		return r.holdsHeader(c, f, caps)
	}
	v := c.fit.slots[f.slot]
	if !v.given {
		return false
	}
	if v.isText {
		return r.holdsText(c.entry, f, v.text, caps)
	}
	at := v.token
	for _, s := range f.path {
		if at = r.step(at, s); at < 0 {
			return f.kind != sizeFact && r.mayBeAbsent(c.entry, f)
		}
	}
	return r.holdsToken(c.entry, f, at, caps)
}

// isOuter reports whether a fact's place stands outside the list and is the first
// item's, which this is not.
func (c *candidate) isOuter(f *fact) bool { return f.slot >= slotField0 && c.fit.slots[f.slot].outer }

// holdsHeader is holds for a header of the entry: some line of it is as the fact
// says. Where params are noted, each line is one fact's.
func (r *reading) holdsHeader(c *candidate, f *fact, caps []capture) bool {
	for i, text := range r.header.Values(f.header) {
		line := lineOf{f.header, i}
		if caps != nil && slices.Contains(r.taken, line) {
			continue
		}
		if r.holdsText(c.entry, f, text, caps) {
			if caps != nil {
				r.taken = append(r.taken, line)
			}
			return true
		}
	}
	return false
}

// mayBeAbsent reports whether a fact is an optional param's, standing alone.
func (r *reading) mayBeAbsent(e *entry, f *fact) bool {
	i := f.alone()
	return i >= 0 && e.params[i].flags&isOptional != 0
}

// alone is the param that is all there is in a place, as itself or as text; -1
// if none is.
func (f *fact) alone() int {
	if f.kind == paramFact {
		return f.param
	}
	literal, op, operand, rest := f.want.next()
	if literal == "" && op == opText && rest == "" {
		return operand >> 1
	}
	return -1
}

// step goes from token i to a value in it, -1 if there is none.
func (r *reading) step(i int, s step) int {
	switch {
	case s.name == "" && r.doc.tokens[i].kind == '[':
		return r.doc.item(i, s.index)
	case s.name != "" && r.doc.tokens[i].kind == '{':
		return r.doc.member(i, strings.TrimPrefix(s.name, "."))
	}
	return -1
}

func (r *reading) holdsText(e *entry, f *fact, text string, caps []capture) bool {
	switch f.kind {
	case textFact:
		return r.matchTrimmed(e, f.want, text, caps)
	case paramFact:
		p := &e.params[f.param]
		if !r.parseText(text, p.schema, nil) || caps == nil && f.proof && !r.t.admits(&r.t.schemas[p.schema], text) {
			return false
		}
		keep(caps, f.param, capture{given: true, token: -1, text: text})
		return true
	}
	return sameJSON(text, string(f.want))
}

// matchTrimmed matches a header or a text body, which has come without the white
// space at its ends: there may have been some, between the template's words and a
// param without text.
func (r *reading) matchTrimmed(e *entry, want program, text string, caps []capture) bool {
	if len(caps) > 0 {
		return r.matchCleaned(e, want, text, caps)
	}
	return r.t.matchText(e, want, text, caps) || r.t.matchText(e, want, text+" ", caps) ||
		r.t.matchText(e, want, " "+text, caps) || r.t.matchText(e, want, " "+text+" ", caps)
}

// matchCleaned is matchTrimmed where some params are known: in a header or a text
// body they stand without what it cannot hold.
func (r *reading) matchCleaned(e *entry, want program, text string, caps []capture) bool {
	cleaned := slices.Clone(caps)
	for i := range cleaned {
		cleaned[i].text = strings.ReplaceAll(cleaned[i].text, "\r\n", "\n")
		if !strings.Contains(text, "\n") {
			cleaned[i].text = headerLine(cleaned[i].text)
		}
	}
	for _, padded := range [...]string{text, text + " ", " " + text, " " + text + " "} {
		if !r.t.matchText(e, want, padded, cleaned) {
			continue
		}
		for i := range caps {
			if !caps[i].given {
				caps[i] = cleaned[i]
			}
		}
		return true
	}
	return false
}

func (r *reading) holdsToken(e *entry, f *fact, i int, caps []capture) bool {
	switch f.kind {
	case textFact:
		return r.doc.tokens[i].kind == '"' && r.t.matchText(e, f.want, r.doc.string(i), caps)
	case sizeFact:
		return r.doc.tokens[i].kind == '[' && strconv.Itoa(r.doc.len(i)) == string(f.want)
	case valueFact:
		return sameJSON(canonical(r.doc, i), string(f.want))
	}
	p := &e.params[f.param]
	if caps == nil && f.proof && !r.t.admitsToken(p.schema, r.doc, i) {
		return false
	}
	keep(caps, f.param, capture{given: true, token: i})
	return true
}

// keep notes a param that nothing has told yet, or that a header has told with
// losses: a text that is the same but for what a header cannot hold is the whole.
func keep(caps []capture, i int, c capture) {
	if i >= len(caps) {
		return
	}
	if old := &caps[i]; !old.given || old.token < 0 && c.token < 0 && old.text != c.text && headerText([]byte(c.text)) == headerText([]byte(old.text)) {
		caps[i] = c
	}
}
