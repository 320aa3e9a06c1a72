package breaking

import (
	"fmt"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/replay"
)

// clients are those who break on the wire.
var clients = map[Category]string{
	Wire:     "clients built before this change",
	WireBack: "clients built after this change, at a server built before it,",
}

// compareWire reads with each generation what the other one writes.
func (c *comparison) compareWire() {
	wire := &exchange{comparison: c, category: Wire, writer: newWriter(c.after), reader: c.before, pairs: c.pairs.inverse(),
		clients: clients[Wire], said: map[[3]string]bool{}}
	wire.run()
	back := &exchange{comparison: c, category: WireBack, writer: newWriter(c.before), reader: c.after, pairs: c.pairs,
		clients: clients[WireBack], said: map[[3]string]bool{}}
	back.run()
}

// exchange is one direction: servers of one generation, clients of the other.
type exchange struct {
	*comparison
	category Category
	writer   *writer
	reader   Side
	pairs    pairs // later: the reader's entry of the writer's
	clients  string
	said     map[[3]string]bool // rules, of what, and what they say
}

// run sends all messages and notes what breaks, each kind of each entry once.
func (x *exchange) run() {
	if !x.writer.Catalog.Sides.Server() && !x.reader.Catalog.Sides.Client() {
		return
	}
	for _, e := range x.writer.Catalog.Entries {
		for i, m := range x.writer.messages(e) {
			x.send(m, i == 0)
		}
	}
}

// send sends a message, and notes what breaks.
func (x *exchange) send(m *message, isSample bool) {
	own, found := m.read(x.writer.Program), m.read(x.reader.Program)
	switch {
	case m.inner != nil:
		want := x.pairs.later[m.entry]
		if judge(found, want).verdict != same || judge(own, m.entry).verdict != same {
			return // said of the other
		}
		if x.category == Wire && isAdded(m, want) {
			return // no earlier client can know it there
		}
		m.entry, m.params = m.inner, nil // those were of the other
		x.judge(m, own[0].Within, found[0].Within, isSample)
	case m.items != nil:
		for i, e := range m.items {
			one := &message{entry: e, status: m.status, body: m.body}
			x.judge(one, item(own, i, len(m.items)), item(found, i, len(m.items)), false)
		}
	default:
		x.judge(m, own, found, isSample)
	}
}

// isAdded reports whether an error stands where the counterpart of the entry that it is
// within has none, and in no other's place.
func isAdded(m *message, want *model.Entry) bool {
	return !holdsErrors(want, m.at) && !slices.ContainsFunc(want.Params, func(p *model.Param) bool {
		return holdsErrors(want, p.Name) && !holdsErrors(m.entry, p.Name)
	})
}

// holdsErrors reports whether errors stand in the param of a name.
func holdsErrors(e *model.Entry, name string) bool {
	return slices.ContainsFunc(e.Params, func(p *model.Param) bool { return p.Name == name && errorsOf(p.Schema) != nil })
}

// item is what was read of one of n items; what was read instead if it is no list of so
// many.
func item(ds []replay.Decoded, i, n int) []replay.Decoded {
	if len(ds) != n {
		i = 0
	}
	return ds[min(i, len(ds)):min(i+1, len(ds))]
}

// judge notes what breaks by what was read of an error, each kind of each entry once.
// What clients of the writer's own generation cannot tell breaks who could tell it
// before, of their own servers: that is looked at by the sample.
func (x *exchange) judge(m *message, own, found []replay.Decoded, isSample bool) {
	want := x.pairs.later[m.entry]
	r, mine := judge(found, want), judge(own, m.entry)
	if mine.verdict != same && (!isSample || x.category == WireBack || want == nil || x.wasSo(want, r)) {
		return
	}
	if r.verdict == same && (m.inner == nil || len(m.inner.Params) > 0) {
		if r.lost = lostParams(m, want, own[0], found[0]); len(r.lost) > 0 {
			r.verdict = dataLost
		}
	}
	change, breaks := x.change(m, want, r)
	if key := [3]string{string(change.Rule), change.Subject, change.After}; breaks && !x.said[key] {
		x.said[key] = true
		x.add(change)
	}
}

// wasSo reports whether the reader's own servers are misunderstood in the same way, or
// have never written the error by itself, so that nobody could tell it there.
func (x *exchange) wasSo(want *model.Entry, r reading) bool {
	messages := newWriter(x.reader).messages(want)
	if len(messages) == 0 {
		return true
	}
	was := judge(messages[0].read(x.reader.Program), want)
	return was.verdict == r.verdict && was.as == r.as
}

// change is what a reading means.
func (x *exchange) change(m *message, want *model.Entry, r reading) (change Change, breaks bool) {
	switch {
	case want == nil:
		return x.unpaired(m, r)
	case r.verdict == same, m.close != 0 && want.Close == nil && r.verdict != misread: // said of the close code
		return change, false
	}
	rule, level := wireRules[r.verdict].rule, Error
	if r.verdict == ancestor {
		level = Warning
	}
	after := x.shown(r)
	text := fmt.Sprintf("%s read %s as %s", x.clients, m.entry.Name, after)
	if r.verdict == dataLost {
		after = "without " + strings.Join(r.lost, ", ")
		text = fmt.Sprintf("%s know %s, but not its %s: errors.As finds no data where a required param is missing",
			x.clients, m.entry.Name, strings.Join(r.lost, ", "))
	}
	return Change{
		Rule: rule, Level: level, Category: x.category, Subject: x.subject(m.entry), Entry: true,
		Message: text, Before: want.Name, After: after, Response: m.String(), Remedy: wireRules[r.verdict].remedy,
	}, true
}

// unpaired is what it means that the reader's generation lacks an entry. Of one that
// is new its clients cannot know; of one that is gone its servers still send it.
func (x *exchange) unpaired(m *message, r reading) (change Change, breaks bool) {
	change = Change{
		Rule: wireRules[r.verdict].rule, Level: Error, Category: x.category, Subject: m.entry.Name, Entry: true, After: x.shown(r),
		Message:  fmt.Sprintf("%s read %s as %s", x.clients, m.entry.Name, x.shown(r)),
		Response: m.String(), Remedy: wireRules[r.verdict].remedy,
	}
	switch {
	case r.verdict == misread && x.isKind(m.entry, r.as):
		change.Rule, change.Level, change.Remedy = ErrorAncestor, Info, ""
	case r.verdict == unlisted && x.category == Wire:
		change.Level, change.Remedy = Info, ""
	case r.verdict == unlisted:
		return change, false // said of the entry that is gone
	case r.verdict == unexpected:
		change.Level = Warning
	}
	return change, true
}

// isKind reports whether an entry descends from the counterpart of another.
func (x *exchange) isKind(e, as *model.Entry) bool {
	for e = e.Parent; e != nil; e = e.Parent {
		if x.pairs.later[e] == as {
			return true
		}
	}
	return false
}

// subject is the name of an entry in the later generation.
func (x *exchange) subject(e *model.Entry) string {
	if x.category == WireBack {
		e = x.pairs.later[e]
	}
	return e.Name
}

// shown is what a message was read as.
func (x *exchange) shown(r reading) string {
	switch r.verdict {
	case misread, ancestor:
		return r.as.Name
	case unlisted:
		return "an error that is not listed"
	case unexpected:
		return "an unexpected response"
	}
	return "no error"
}

// wireRules are the rules of verdicts, and how not to break.
var wireRules = map[verdict]struct {
	rule   Rule
	remedy string
}{
	dataLost:   {DataLost, "go on writing the param where it stood, beside the new place if there is one"},
	ancestor:   {ErrorAncestor, "go on writing the text or member that tells it from its parent, or give it a code of its own"},
	misread:    {ErrorMisread, "give one of the two a code of its own, or make one the parent of the other"},
	unlisted:   {ErrorUnlisted, "keep the code; where another one is meant, add an entry for it and deprecate this one"},
	unexpected: {ErrorUnexpected, "keep the code and what is required where they are; write a new form once clients that read both are everywhere"},
	noError:    {ErrorIgnored, "keep a status of 400 or more, or what tells the error from a success"},
}
