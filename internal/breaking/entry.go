package breaking

import (
	"fmt"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// compareEntries compares what is documented of entries, and says which are new, gone
// or renamed.
func (c *comparison) compareEntries() {
	for _, e := range c.pairs.before {
		c.removed(e)
	}
	for _, e := range c.pairs.after {
		c.add(Change{Rule: ErrorAdded, Level: Info, Category: Contract, Subject: e.Name, Entry: true,
			Message: "there is a new error, for which a switch over all IDs has no case", After: label(e)})
	}
	for _, e := range c.pairs.renamed {
		old := c.pairs.earlier[e]
		level, remedy := Error, "keep the names in Go: go: {name: "+old.Name+"}"
		if old.Const == e.Const {
			level, remedy = Warning, ""
		}
		c.add(Change{Rule: ErrorRenamed, Level: level, Category: Source, Subject: e.Name, Entry: true,
			Message: fmt.Sprintf("the error has another name: in Go (%s), in the OpenAPI document, and as error.type in telemetry", e.Const),
			Before:  old.Name, After: e.Name, Remedy: remedy})
	}
	for _, e := range c.after.Catalog.Entries {
		if old := c.pairs.earlier[e]; old != nil {
			c.compareContract(old, e)
			c.compareClose(old, e)
			c.compareLifecycle(old, e)
			c.compareSecrecy(old, e)
			c.compareUnits(old, e)
			c.compareWords(old, e)
		}
	}
}

// label is an entry's status and code.
func label(e *model.Entry) string { return strings.TrimSpace(e.Status.String() + " " + codeOf(e)) }

// removed says that an entry is gone. One that was announced breaks those alone who
// did not listen.
func (c *comparison) removed(e *model.Entry) {
	level, remedy := Error, "deprecate it first, and list its name and code under `retired` when it goes"
	switch retired, passed := c.isRetired(e), c.hasPassed(e); {
	case retired && passed:
		level, remedy = Info, ""
	case c.policy.Removal == bySunset && !passed:
		remedy = "deprecate it with a `sunset`, and remove it once that day has passed"
	case retired || c.policy.Removal == bySunset:
		level, remedy = Warning, "list its name and code under `retired`, so that they never mean anything else"
	}
	if c.isRetired(e) && level == Warning {
		remedy = ""
	}
	names := strings.Join(strings.Fields(e.Const+" "+e.TypeName+" "+e.NewFunc), ", ")
	c.add(Change{Rule: ErrorRemoved, Level: level, Category: Source, Subject: e.Name, Entry: true, Before: label(e), Remedy: remedy,
		Message: fmt.Sprintf("Go code that uses %s does not compile; clients built after this change do not know the error of servers built before it", names)})
}

// isRetired reports whether the later catalog says that an entry is gone.
func (c *comparison) isRetired(e *model.Entry) bool {
	for _, r := range c.after.Catalog.Retired {
		if r.Name == e.Name || r.Code != "" && r.Code == e.Code.Text() {
			return true
		}
	}
	return false
}

// compareContract compares what programs go by.
func (c *comparison) compareContract(before, after *model.Entry) {
	say := c.sayOf(after)
	c.compareStatus(before, after)
	if was, is := codeOf(before), codeOf(after); was != is {
		say(CodeChanged, Error, Contract, "clients that go by the code do not know the error", was, is,
			"keep the code; add an entry with the new one and deprecate this one")
	}
	switch was, is := envelopeName(before), envelopeName(after); {
	case was != is && after.Envelope == nil:
		say(EnvelopeChanged, Error, Contract, "the error has no response any more: the fallback is written in its place", was, is,
			"keep the envelope; add an entry for what is no response")
	case was != is:
		say(EnvelopeChanged, Warning, Contract, "the error is written in another envelope", was, is,
			"let clients read both first: envelope: ["+was+", "+is+"]")
	}
	if before.Retryable != after.Retryable {
		level := Warning
		if before.Retryable {
			level = Error
		}
		say(RetryableChanged, level, Contract, "clients that try again do so where they did not, or the other way round",
			fmt.Sprint(before.Retryable), fmt.Sprint(after.Retryable), "")
	}
	if was, is := strings.Join(before.Match, ", "), strings.Join(after.Match, ", "); was != is && (before.MatchGiven || after.MatchGiven) {
		level, message := Info, "clients built after this change know the error by less than before"
		if slices.ContainsFunc(after.Match, func(f string) bool { return !slices.Contains(before.Match, f) }) {
			level, message = Warning, "clients built after this change know the error only where these fields agree: another text is not it"
		}
		say(MatchChanged, level, Contract, message, was, is, "")
	}
	was, is := headerLines(before), headerLines(after)
	for _, name := range sortedKeys(was) {
		if now, there := is[name]; !there {
			say(HeaderRemoved, Error, Contract, "clients that read the header "+name+" find none", was[name], "", "go on writing the header")
		} else if now != was[name] {
			say(HeaderChanged, Warning, Contract, "the header "+name+" holds something else", was[name], now, "")
		}
	}
}

// compareStatus compares statuses. Fewer of those that there were surprise nobody.
func (c *comparison) compareStatus(before, after *model.Entry) {
	was, is := before.Status, after.Status
	if was.String() == is.String() || before.Envelope == nil || after.Envelope == nil || after.Envelope.Part {
		return
	}
	common := len(was) > 0 && len(is) > 0
	kept, known := was.Intersect(is).Size() == was.Size(), is.Intersect(was).Size() == is.Size()
	level, message := Error, "proxies, caches and clients that go by the status see another one"
	switch {
	case common && kept && known:
		level, message = Warning, "the status that is written where none is said is another one"
	case common && kept:
		level, message = Warning, "proxies, caches and clients that go by the status see others as well"
	case common && known || len(was) == 0:
		level, message = Info, "the error has fewer statuses than it could have"
	}
	remedy := "keep the status; where another one is right, add an error that has it"
	if level == Info {
		remedy = ""
	}
	c.sayOf(after)(StatusChanged, level, Contract, message, was.String(), is.String(), remedy)
}

// sayOf notes changes of an entry.
func (c *comparison) sayOf(e *model.Entry) func(rule Rule, level Level, category Category, message, before, after, remedy string) {
	return func(rule Rule, level Level, category Category, message, before, after, remedy string) {
		c.add(Change{Rule: rule, Level: level, Category: category, Subject: e.Name, Entry: true,
			Message: message, Before: before, After: after, Remedy: remedy})
	}
}

func envelopeName(e *model.Entry) string {
	if e.Envelope == nil {
		return "none"
	}
	return e.Envelope.Name
}

// headerLines are the lines of an entry's own headers, as the catalog has them.
func headerLines(e *model.Entry) map[string]string {
	lines := map[string]string{}
	for _, h := range e.Headers {
		var all []string
		for _, l := range h.Lines {
			all = append(all, treeTexts(l.Wordings))
		}
		lines[h.Name] = strings.Join(all, ", ")
	}
	return lines
}

// compareClose compares close codes.
func (c *comparison) compareClose(before, after *model.Entry) {
	if was, is := closeCode(before), closeCode(after); was != is {
		level := Error
		if was == "" {
			level = Info
		}
		c.sayOf(after)(CloseChanged, level, Contract, "clients that go by the close code do not know the error", was, is, "keep the close code")
	}
}

func closeCode(e *model.Entry) string {
	if e.Close == nil {
		return ""
	}
	return fmt.Sprint(e.Close.Code)
}

// compareLifecycle compares deprecation.
func (c *comparison) compareLifecycle(before, after *model.Entry) {
	say := c.sayOf(after)
	was, is := before.Deprecated, after.Deprecated
	switch {
	case was == nil && is != nil:
		say(Deprecated, Info, Doc, "linters warn Go code that uses the error", "", deprecation(is), "")
	case was != nil && is == nil:
		say(Deprecated, Info, Doc, "the error is not deprecated any more", deprecation(was), "", "")
	case was != nil && is.Sunset != "" && (was.Sunset == "" || is.Sunset < was.Sunset):
		say(SunsetEarlier, Error, Contract, "who has planned by the announced day has less time", was.Sunset, is.Sunset, "keep the day, or take a later one")
	}
}

func deprecation(d *model.Deprecated) string {
	return model.Sentences(d, "Deprecated", func(s string) string { return s }, func(e *model.Entry) string { return e.Name })
}

// compareSecrecy says which params are shown where they were not, or the other way round.
func (c *comparison) compareSecrecy(before, after *model.Entry) {
	say := c.sayOf(after)
	for _, p := range after.Params {
		old := param(before, p.Name)
		switch {
		case old == nil:
		case old.Private && !p.Private:
			say(Disclosed, Warning, Contract, "clients see the param "+diag.Quote(p.Name)+", which was for logs only", "private", "sent", "give what is sent a param of its own")
		case old.Sensitive && !p.Sensitive:
			say(Disclosed, Warning, Doc, "logs show the param "+diag.Quote(p.Name)+", which was sensitive", "sensitive", "shown", "")
		case !old.Sensitive && p.Sensitive:
			say(Redacted, Info, Doc, "logs do not show the param "+diag.Quote(p.Name)+" any more", "shown", "sensitive", "")
		}
	}
}

// compareUnits says which numbers are of another unit: in Go they are durations and
// times as before, on the wire they are the same numbers and mean something else.
func (c *comparison) compareUnits(before, after *model.Entry) {
	for _, p := range after.Params {
		old := param(before, p.Name)
		if old == nil || old.Private || p.Private {
			continue
		}
		if was, is := unit(old), unit(p); was != is {
			for _, category := range []Category{Wire, WireBack} {
				c.sayOf(after)(UnitChanged, Error, category, clients[category]+" take the number of "+diag.Quote(p.Name)+" for another unit", was, is,
					"keep the format; add a param with the new one")
			}
		}
	}
}

// unit is what the numbers of a param count.
func unit(p *model.Param) string {
	switch format := p.Schema.Resolved().Format; format {
	case "seconds", "milliseconds", "unix-time":
		return format
	}
	return "a plain value"
}

// compareWords compares texts and documentation.
func (c *comparison) compareWords(before, after *model.Entry) {
	say := c.sayOf(after)
	was, is := texts(before), texts(after)
	for _, name := range sortedKeys(was) {
		if now, there := is[name]; there && now != was[name] {
			say(TextChanged, Info, Doc, "readers and programs that go by the text of "+diag.Quote(name)+" see another one", was[name], now, "")
		}
	}
	for _, d := range []struct{ what, was, is string }{
		{"description", before.Description, after.Description},
		{"remedy", before.Remedy, after.Remedy},
		{"documentation's address", before.DocURL, after.DocURL},
		{"stability", before.Stability, after.Stability},
		{"group", groupName(before), groupName(after)},
		{"tags", strings.Join(before.Tags, ", "), strings.Join(after.Tags, ", ")},
	} {
		if d.was != d.is {
			say(DocChanged, Info, Doc, "the "+d.what+" is another one", d.was, d.is, "")
		}
	}
}

func groupName(e *model.Entry) string {
	if e.Group == nil {
		return ""
	}
	return e.Group.Name
}

// texts are the fields that an entry fills with texts, as the catalog has them.
func texts(e *model.Entry) map[string]string {
	found := map[string]string{}
	for _, f := range e.Fills {
		if f.Field.Envelope == e.Envelope && !f.Open && !f.Omit {
			found[f.Field.Name] = treeTexts(f.Wordings)
		}
	}
	return found
}
