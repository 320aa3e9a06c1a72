package differential

import (
	"slices"
	"strconv"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// answer is what a response, an item of its list or an error within it is.
type answer struct {
	kind     model.OutcomeKind
	entry    *model.Entry
	code     string
	view     *view
	complete bool
	params   map[string]any
}

// decode is docs/spec.md#how-decoding-decides; nothing if the response is no error.
func decode(c *model.Catalog, r response) []answer {
	if r.status < 100 {
		r.status = 0 // none
	}
	under := r.status > 0 && r.status < 400
	all := fits(c, r)
	proven := !under || slices.ContainsFunc(all, func(f fit) bool { return f.proven })
	var unexpected []answer
	if proven {
		unexpected = []answer{{kind: model.UnexpectedOutcome}}
	}
	if len(all) == 0 {
		return unexpected
	}
	var items []answer
	best := bestFit(all)
	if list, ok := bestList(all, best); ok && !best.success && !r.head {
		items = decodeList(list, under)
		isRival := func(f fit) bool { return f.view.env.Repeated == nil && f.isAs(best) }
		if slices.ContainsFunc(items, func(a answer) bool { return a.entry != nil }) || !slices.ContainsFunc(all, isRival) {
			return several(items, unexpected)
		}
	}
	all = slices.DeleteFunc(all, func(f fit) bool { return f.view.env.Repeated != nil && !f.success && !r.head })
	switch a := decide(all); {
	case a.entry == nil && len(items) > 0:
		return items
	case a.kind == model.UnexpectedOutcome || a.kind == model.UnknownOutcome && !proven:
		return unexpected
	default:
		return []answer{a}
	}
}

// several are the errors of a list; one without any is unexpected.
func several(items, unexpected []answer) []answer {
	if len(items) == 0 {
		return unexpected
	}
	return items
}

// isAs reports whether a fit is as good as another.
func (f fit) isAs(other fit) bool { return f.degree == other.degree && f.size == other.size }

// bestList is, of the lists that fit as well as the best, the one in whose items most
// was found.
func bestList(all []fit, best fit) (list fit, ok bool) {
	most := -1
	for _, f := range all {
		if f.view.env.Repeated == nil || f.success || !f.isAs(best) {
			continue
		}
		size, node := 0, itemNode(f.view.env.Body)
		for i, item := range f.view.items() {
			if one := f.view.item1(item, i); isRoot(node, item) && one.holds(node, item, true, false) {
				size += one.size(node, item)
			}
		}
		if size > most {
			list, most = f, size
		}
	}
	return list, most >= 0 && list.view.hasList()
}

// bestFit is a strict one before a loose one, then the one of the largest size.
func bestFit(all []fit) fit {
	best := all[0]
	for _, f := range all[1:] {
		if f.degree > best.degree || f.degree == best.degree && f.size > best.size {
			best = f
		}
	}
	return best
}

// item1 is one item of the view's list.
func (v *view) item1(item any, i int) *view {
	one := *v
	one.list, one.item, one.first = true, item, i == 0
	return &one
}

func itemNode(n *model.Node) *model.Node {
	if n.Kind == model.RepeatedNode {
		return n.Item
	}
	for _, m := range n.Members {
		if found := itemNode(m); found != nil {
			return found
		}
	}
	return nil
}

// decodeList is step 3.
func decodeList(f fit, under bool) (all []answer) {
	for i, item := range f.view.items() {
		one := f
		one.view = f.view.item1(item, i)
		one.success = one.view.judged().success
		if !under || !one.success {
			all = append(all, decidePart(one, itemNode(f.view.env.Body), item))
		}
	}
	return all
}

// decidePart is the steps from 4 on for an item, or for an error within another, which
// is compared by itself with what describes it.
func decidePart(f fit, n *model.Node, value any) answer {
	code, coded := f.view.code()
	a := answer{kind: model.UnexpectedOutcome}
	f.degree, f.size = none, f.view.size(n, value)
	switch {
	case !isRoot(n, value):
		outer := *f.view
		outer.item = nil
		code, _ = outer.code()
	case f.view.holds(n, value, true, false):
		f.degree = strict
	case coded || holdsConstant(n, value):
		f.degree = loose
	}
	if f.degree != none {
		a = decide([]fit{f})
	}
	if a.kind == model.UnexpectedOutcome {
		a = answer{kind: model.UnknownOutcome, code: code}
	}
	a.view = f.view
	return a
}

// holdsConstant reports whether a constant is there.
func holdsConstant(n *model.Node, value any) bool {
	if n.Kind == model.ConstNode {
		return equal(plain(*n.Const), value)
	}
	object, _ := value.(map[string]any)
	for _, m := range n.Members {
		if member, ok := object[m.Name]; ok && n.Kind == model.ObjectNode && holdsConstant(m, member) {
			return true
		}
	}
	return false
}

// candidate is an entry in an envelope that fits.
type candidate struct {
	entry  *model.Entry
	fit    fit
	rank   int
	chars  int // literal text of a code template
	status bool
	facts  []fact
	set    model.StatusSet
}

// decide is the steps from 4 on.
func decide(all []fit) answer {
	cs, struck := believed(all)
	had := len(cs) > 0 || struck
	cs = bestOf(cs)
	if len(cs) == 1 {
		return listed(cs[0])
	}
	if len(cs) > 0 && cs[0].fit.view.head {
		return decideHead(cs, all)
	}
	if len(cs) > 1 {
		if c, ok := mostSpecific(matching(cs), cs); ok {
			return listed(c)
		}
		if c, ok := commonAncestor(cs); ok {
			return listed(c)
		}
	}
	return nobody(all, had)
}

// decideHead is steps 8 and 9 for a response to HEAD: facts may be unseen.
func decideHead(cs []candidate, all []fit) answer {
	good := matching(cs)
	if c, ok := mostSpecific(good, cs); ok && (len(good) == 1 || c.places(cs) > 0) {
		return listed(c)
	}
	several := slices.ContainsFunc(cs, func(c candidate) bool { return c.entry != cs[0].entry })
	if c, ok := commonAncestor(cs); ok && !(cs[0].rank == 0 && several) {
		return listed(c)
	}
	return nobody(all, false)
}

// believed are the candidates that stay after step 5, and whether one was struck
// because of its texts.
func believed(all []fit) (cs []candidate, struck bool) {
	for _, f := range all {
		if f.success { // none of the errors
			struck = true
			continue
		}
		for _, e := range f.view.env.Entries {
			c, ok := agree(e, f)
			if !ok || !c.believed() {
				continue
			}
			if !c.isSaid() {
				struck = true
				if c, ok = c.openAncestor(); !ok {
					continue
				}
			}
			if !slices.ContainsFunc(cs, func(o candidate) bool { return o.entry == c.entry && o.fit.view == c.fit.view }) {
				cs = append(cs, c)
			}
		}
	}
	return cs, struck
}

// isSaid reports whether an entry without a code is known by the texts that it fills.
func (c candidate) isSaid() bool {
	if c.entry.Code != nil || c.entry.MatchGiven || len(c.fit.view.env.Match) > 0 {
		return true
	}
	var texts, there, others int
	textsMatch, othersMatch := true, true
	for _, f := range c.facts {
		switch {
		case !f.proof || f.outer(c.fit.view):
		case f.text:
			texts++
			if _, ok := f.there(c.fit.view); ok {
				there++
				textsMatch = textsMatch && f.matches(c.fit.view)
			}
		default:
			others++
			othersMatch = othersMatch && f.matches(c.fit.view)
		}
	}
	return texts == 0 || there > 0 && textsMatch || others > 0 && othersMatch
}

// openAncestor is the nearest ancestor that can take the place of an entry that its
// texts do not tell.
func (c candidate) openAncestor() (candidate, bool) {
	for e := c.entry.Parent; e != nil; e = e.Parent {
		if a, ok := agree(e, c.fit); ok && a.rank == 0 && a.isSaid() && a.isMatched() {
			return a, true
		}
	}
	return c, false
}

// nobody is an answer without an entry: unlisted if there is a code.
func nobody(all []fit, candidates bool) answer {
	var coded []fit
	for _, f := range all {
		if _, ok := f.view.code(); ok || candidates {
			coded = append(coded, f)
		}
	}
	if len(coded) == 0 {
		return answer{kind: model.UnexpectedOutcome}
	}
	best := bestFit(coded)
	code, _ := best.view.code()
	return answer{kind: model.UnknownOutcome, code: code, view: best.view}
}

func reads(e *model.Entry, env *model.Envelope) int {
	for i, r := range e.Reads {
		if r == env {
			return i
		}
	}
	return -1
}

// agree is step 4: whether, and how well, code and status agree.
func agree(e *model.Entry, f fit) (candidate, bool) {
	v := f.view
	i := reads(e, v.env)
	if i < 0 {
		return candidate{}, false
	}
	c := candidate{entry: e, fit: f, facts: facts(e, v), set: e.ReadStatus[i]}
	var ok bool
	if c.rank, c.chars, ok = rankOf(e, v); !ok {
		return c, false
	}
	s := v.itemStatus()
	c.status = s == 0 || len(c.set) == 0 || c.set.Contains(s)
	return c, c.status || c.rank == 3
}

// rankOf is how an entry's code agrees.
func rankOf(e *model.Entry, v *view) (rank, chars int, ok bool) {
	if e.Code == nil || !v.env.HasCode || e.Omits(v.env.CodeField) {
		return 0, 0, true
	}
	code, there := v.code()
	if !there {
		return 0, 0, v.head && holdsCode(v.env.Body)
	}
	if text, constant := e.Code.Template.Constant(); constant {
		return 3, 0, text == code || isNumberLeaf(v.env.CodeField.Schema) && plainCode(text) == plainCode(code)
	}
	if e.Code.Any {
		return 1, 0, true
	}
	_, ok = matchText(codeIn(e, v.env), code, plainText, v.context())
	for _, p := range e.Code.Template.Parts {
		chars += len([]rune(p.Literal))
	}
	return 2, chars, ok
}

// codeIn is the code of an entry in an envelope. Where it is written with one status
// alone, that is the status in it.
func codeIn(e *model.Entry, env *model.Envelope) *model.Template {
	if e.StatusParam {
		return e.Code.Template
	}
	parts := slices.Clone(e.Code.Template.Parts)
	for i, p := range parts {
		if p.Kind == model.StatusPart {
			parts[i] = model.Part{Literal: strconv.Itoa(e.WriteStatusIn(env))}
		}
	}
	return &model.Template{Parts: parts}
}

// isNumberLeaf reports whether a leaf is a number and never a text.
func isNumberLeaf(s *model.Schema) bool {
	r := s.Resolved()
	switch r.Kind {
	case model.IntegerKind, model.NumberKind:
		return true
	case model.UnionKind:
		return !slices.Contains(r.Union, model.StringKind)
	}
	return false
}

// holdsCode reports whether the code stands in a body.
func holdsCode(n *model.Node) bool {
	return n != nil && (n.Kind == model.CodeNode || holdsCode(n.Item) || slices.ContainsFunc(n.Members, holdsCode))
}

// isMatched reports whether the fields agree that must always.
func (c candidate) isMatched() bool {
	names := slices.Clone(c.entry.Match)
	for _, f := range c.fit.view.env.Match {
		names = append(names, f.Name)
	}
	for _, name := range names {
		for _, f := range c.facts {
			if f.place == "field "+name && (f.proof || !f.alone) && !f.matches(c.fit.view) {
				return false
			}
		}
	}
	return true
}

// believed is step 5, but for texts.
func (c candidate) believed() bool {
	if !c.isMatched() {
		return false
	}
	doubtful := c.rank == 0 && len(c.set) == 0 || c.rank <= 1 && c.fit.degree == loose
	if !doubtful {
		return true
	}
	fills := false
	for _, f := range c.facts {
		if f.proof && !f.outer(c.fit.view) {
			fills = true
			if !f.matches(c.fit.view) {
				return false
			}
		}
	}
	return fills
}

// bestOf is step 6.
func bestOf(cs []candidate) []candidate {
	by := []func(candidate) int{
		func(c candidate) int { return c.rank },
		func(c candidate) int { return c.chars },
		func(c candidate) int { return count(c.status) },
		func(c candidate) int { return int(c.fit.degree) },
		func(c candidate) int { return c.fit.size },
	}
	for _, how := range by {
		cs = highest(cs, how)
	}
	return cs
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

func highest(cs []candidate, how func(candidate) int) []candidate {
	var best []candidate
	for _, c := range cs {
		switch {
		case len(best) == 0 || how(c) == how(best[0]):
			best = append(best, c)
		case how(c) > how(best[0]):
			best = []candidate{c}
		}
	}
	return best
}

// matching is step 8: the candidates of which all facts match on which they differ.
func matching(cs []candidate) []candidate {
	var good []candidate
	for _, c := range cs {
		ok := true
		for _, f := range c.facts {
			if f.proof && !shared(f, cs) && !f.matches(c.fit.view) {
				ok = false
			}
		}
		if ok {
			good = append(good, c)
		}
	}
	return good
}

// shared reports whether all candidates have a fact.
func shared(f fact, cs []candidate) bool {
	for _, c := range cs {
		has := false
		for _, other := range c.facts {
			has = has || other.place == f.place && other.says == f.says
		}
		if !has {
			return false
		}
	}
	return true
}

func mostSpecific(cs, all []candidate) (candidate, bool) {
	by := []func(candidate) int{
		func(c candidate) int { return c.places(all) },
		func(c candidate) int {
			return c.sum(all, func(f fact) int { return f.markup }) * count(c.fit.view.env.Markup)
		},
		func(c candidate) int { return c.sum(all, func(f fact) int { return f.chars }) },
		func(c candidate) int { return c.sum(all, func(f fact) int { return f.typed }) },
		func(c candidate) int { return -c.missing() },
		func(c candidate) int { return c.there() },
		func(c candidate) int { return c.outside(all) },
		func(c candidate) int {
			if len(c.set) == 0 {
				return -1000
			}
			return -c.set.Size()
		},
	}
	for _, how := range by {
		cs = highest(cs, how)
	}
	if len(cs) == 0 {
		return candidate{}, false
	}
	return cs[0], true
}

// places is the number of fields and headers with facts on which candidates differ.
func (c candidate) places(all []candidate) int {
	in := map[string]bool{}
	for _, f := range c.facts {
		if f.proof && !shared(f, all) && !f.outer(c.fit.view) {
			in[f.place] = true
		}
	}
	return len(in)
}

func (c candidate) sum(all []candidate, of func(fact) int) (n int) {
	for _, f := range c.facts {
		if f.proof && !shared(f, all) && !f.outer(c.fit.view) {
			n += of(f)
		}
	}
	return n
}

// there is the number of params that are there, of those with a place of their own.
func (c candidate) there() (n int) {
	for _, f := range c.facts {
		if f.param != nil && !f.outer(c.fit.view) {
			n += count(f.isThere(c.fit.view))
		}
	}
	return n
}

// missing is the number of required ones that are not.
func (c candidate) missing() (n int) {
	for _, f := range c.facts {
		if f.param != nil && f.param.Required() && !f.outer(c.fit.view) {
			n += count(!f.isThere(c.fit.view))
		}
	}
	return n
}

// outside is, of an item after the first, what fits outside the list.
func (c candidate) outside(all []candidate) (n int) {
	for _, f := range c.facts {
		if f.proof && !shared(f, all) && f.outer(c.fit.view) {
			n += 2*count(f.holds(c.fit.view)) - 1
		}
	}
	return n
}

// commonAncestor is step 9.
func commonAncestor(cs []candidate) (candidate, bool) {
	for _, c := range cs {
		all := true
		for _, other := range cs {
			all = all && other.entry.IsA(c.entry)
		}
		if all {
			return c, true
		}
	}
	return candidate{}, false
}
