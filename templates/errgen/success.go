package errgen

import (
	"slices"
	"strings"
)

// What is read under 400 is most often no error, so there an error has to prove to be
// one (docs/spec.md#how-decoding-decides, steps 1 and 2).

// isSuccess reports whether a response has a status that is not of errors alone.
func (r *reading) isSuccess() bool { return r.status != 0 && r.status < 400 }

// mayBeError reports whether a response under 400 that fits an envelope is looked into:
// something proves that it is an error, or an entry has its status.
func (r *reading) mayBeError(f *fitting, env *Envelope) bool {
	if f.differs || f.success {
		return false
	}
	is := r.isProof(f, env)
	r.proven = r.proven || is
	return is || r.t.declares(f.env, r.status)
}

// isProof reports whether something proves a response to be an error: a constant, a code,
// or an item of a list.
func (r *reading) isProof(f *fitting, env *Envelope) bool {
	switch {
	case r.isFailure(f, env):
		return true
	case env.List:
		return r.hasItem(f, env, func(item *fitting) bool {
			return !item.differs && !item.success && (item.strict || r.isFailure(item, env))
		})
	}
	return f.strict && f.slots[SlotCode].given
}

// isFailure reports whether a response, or an item of one, is an error by what is there:
// a constant, a value where another would mean success, or a code of the catalog. Of
// constants that are texts or numbers successes may have the same, a version for one, but
// not the objects and lists that the envelope requires.
func (r *reading) isFailure(f *fitting, env *Envelope) bool {
	return f.sure || f.agrees && !f.lacks || f.failure || r.knowsCode(f, env)
}

// judgeToken is judge for the value of token i, -1 for none.
func (f *fitting) judgeToken(n *Node, i int) {
	if len(n.Success) == 0 || i < 0 {
		return
	}
	switch d := f.r.doc; d.tokens[i].kind {
	case '{', '[':
	case '"':
		if len(n.Forms) == 0 { // else it is judged where the form is read
			f.judge(n, d.String(i), "")
		}
	default:
		failure := f.failure
		f.judge(n, f.r.tokenText(i), d.Source(i))
		f.failure = failure || f.failure && (hasType(d, n, i) || isCode(d, n, i))
	}
}

// judge notes whether a leaf has a value that means success, if there are such: a text, or
// what is written in JSON as it says. Digits and words may be a text, as in a header.
func (f *fitting) judge(n *Node, text, json string) {
	if len(n.Success) == 0 {
		return
	}
	quoted := string(AppendQuoted(nil, text))
	is := slices.ContainsFunc(n.Success, func(s string) bool {
		switch {
		case json == "null" || s == "null":
			return json == s
		case json != "":
			return sameJSON(json, s) || quoted == s
		}
		return quoted == s || text == s || isNumber(text) && sameJSON(text, s)
	})
	f.success = f.success || is
	f.failure = f.failure || !is && json != "null"
}

// knowsCode reports whether some entry of an envelope has the code that was received,
// not just any.
func (r *reading) knowsCode(f *fitting, env *Envelope) bool {
	code, coded := r.textOf(f.slots[SlotCode])
	if !coded {
		return false
	}
	_, known := slices.BinarySearchFunc(env.Codes, code, func(c CodeRow, code string) int { return strings.Compare(c.Code, code) })
	return known || slices.ContainsFunc(env.Others, func(row Row) bool {
		e := r.t.lookup(row)
		read := e.readIn(f.env)
		return read.Rank == RankTemplate && r.t.matchText(e, read.Code.under(f.status), code, nil)
	})
}

// declares reports whether an entry says that it occurs in an envelope under a status of
// 300 to 399. Not every response under one is an error, but then it is one of these.
func (t *Table) declares(envelope, status int) bool {
	if status < 300 || status > 399 {
		return false
	}
	env := &t.Envelopes[envelope]
	says := func(row Row) bool {
		e := t.lookup(row)
		return slices.ContainsFunc(e.statusIn(e.readIn(envelope)), func(s StatusSpan) bool {
			return int(s.Lo) <= status && status <= int(s.Hi) && s.Lo >= 300 && s.Hi <= 399
		})
	}
	return slices.ContainsFunc(env.Others, says) || slices.ContainsFunc(env.Codes, func(c CodeRow) bool { return says(c.Row) })
}

// mayBe reports whether a body of a media type may be an envelope's, under 400: none is
// that of JSON.
func (e *Envelope) mayBe(media string) bool {
	switch {
	case e.Kind == EmptyBody || media == e.Media:
		return true
	case e.Kind == TextBody:
		return false
	}
	return media == "" || strings.HasSuffix(media, "/json") || strings.HasSuffix(media, "+json")
}
