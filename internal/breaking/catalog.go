package breaking

import (
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// compareOperations compares which errors operations can return.
func (c *comparison) compareOperations() {
	byName := map[string]*model.Operation{}
	for _, o := range c.after.Catalog.Operations {
		byName[o.Name] = o
	}
	for _, o := range c.before.Catalog.Operations {
		later := byName[o.Name]
		say := func(rule Rule, level Level, message, was, is string) {
			c.add(Change{Rule: rule, Level: level, Category: Contract, Subject: "operation " + o.Name, Message: message, Before: was, After: is})
		}
		if later == nil {
			say(OperationRemoved, Warning, "the errors of the operation are not documented any more", errorNames(o), "")
			continue
		}
		if was, is := o.Method+" "+o.Path, later.Method+" "+later.Path; was != is {
			say(OperationMoved, Warning, "the operation is documented at another place", strings.TrimSpace(was), strings.TrimSpace(is))
		}
		for _, e := range later.Errors {
			if old := c.pairs.earlier[e]; old == nil || !slices.Contains(o.Errors, old) {
				say(OperationError, Warning, "clients that handle all errors of the operation do not handle "+e.Name, "", e.Name)
			}
		}
		for _, e := range o.Errors {
			if now := c.pairs.later[e]; now == nil || !slices.Contains(later.Errors, now) {
				say(OperationLess, Info, "the operation does not return "+e.Name+" any more", e.Name, "")
			}
		}
	}
}

func errorNames(o *model.Operation) string {
	var names []string
	for _, e := range o.Errors {
		names = append(names, e.Name)
	}
	return strings.Join(names, ", ")
}

// compareCatalogs compares what is neither of an entry nor of an envelope.
func (c *comparison) compareCatalogs() {
	before, after := c.before.Catalog, c.after.Catalog
	if was, is := entryName(before.Fallback), entryName(after.Fallback); c.pairs.later[before.Fallback] != after.Fallback {
		level, remedy := Warning, ""
		if after.Fallback == nil {
			level, remedy = Error, "keep a fallback: without one such an error is a 500 without a body, which is no error of the catalog"
		} else if before.Fallback == nil {
			level = Info
		}
		c.add(Change{Rule: FallbackChanged, Level: level, Category: Contract, Subject: "fallback",
			Message: "errors that are not of the catalog are written as another one", Before: was, After: is, Remedy: remedy})
	}
	for _, r := range before.Retired {
		still := slices.ContainsFunc(after.Retired, func(s model.Retired) bool { return s.Code == r.Code && s.Name == r.Name })
		if !still {
			c.add(Change{Rule: RetiredRemoved, Level: Warning, Category: Contract, Subject: "retired " + strings.TrimSpace(r.Name+" "+r.Code),
				Message: "what was never to be used again can be: clients built long ago would take it for what it was",
				Before:  strings.TrimSpace(r.Name + " " + r.Code), Remedy: "keep it under `retired`"})
		}
	}
	for _, d := range []struct{ what, was, is string }{
		{"title", before.Title, after.Title}, {"description", before.Description, after.Description}, {"documentation's address", before.Docs, after.Docs},
	} {
		if d.was != d.is {
			c.add(Change{Rule: DocChanged, Level: Info, Category: Doc, Subject: "catalog", Message: "the " + d.what + " is another one", Before: d.was, After: d.is})
		}
	}
}

// compareExamples compares which responses are documented, and what is waived of them.
func (c *comparison) compareExamples() {
	later := map[string]*model.Example{}
	for _, x := range c.after.Catalog.Examples {
		later[x.Name] = x
	}
	say := func(x *model.Example, message, was, is string) {
		c.add(Change{Rule: DocChanged, Level: Info, Category: Doc, Subject: "example " + diag.Quote(x.Name), Message: message, Before: was, After: is})
	}
	for _, x := range c.before.Catalog.Examples {
		switch now := later[x.Name]; {
		case now == nil:
			say(x, "the response is not documented any more", response(x), "")
		case response(x) != response(now):
			say(x, "another response is documented", response(x), response(now))
		case len(x.Waivers) != len(now.Waivers):
			say(x, "what the documentation is said to have wrong is something else", waived(x), waived(now))
		}
	}
}

// response is a documented response in one line.
func response(x *model.Example) string {
	m := message{status: x.Status, close: x.Close, body: x.Body + x.Reason}
	return m.String()
}

// waived are the places of an example that need not be right.
func waived(x *model.Example) string {
	var all []string
	for _, w := range x.Waivers {
		all = append(all, diag.Quote(w.At))
	}
	return strings.Join(all, ", ")
}

func entryName(e *model.Entry) string {
	if e == nil {
		return ""
	}
	return e.Name
}
