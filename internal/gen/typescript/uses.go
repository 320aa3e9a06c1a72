package typescript

import (
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/gen/tscode"
	"github.com/seed-1b9d9f04/errgen/internal/lower"
	"github.com/seed-1b9d9f04/errgen/templates/errgen"
)

// uses are the parts of the engine that a catalog needs: what none needs is left out of a
// bundle.
type uses struct {
	facts, texts, leaves, params, lists, nested bool
	expressions, patterns, formats              bool
	judge, success, fills                       bool
	schemas                                     bool
}

// usesOf looks for what a table has.
func usesOf(t *errgen.Table) *uses {
	u := &uses{expressions: lower.NeedsRegexp(t), facts: len(t.Envelopes) > 1}
	for i := range t.Envelopes {
		u.envelope(&t.Envelopes[i])
	}
	for i := range t.Entries {
		u.entry(&t.Entries[i])
	}
	for i := range t.Schemas {
		s := &t.Schemas[i]
		u.patterns = u.patterns || s.Pattern != ""
		u.formats = u.formats || s.Format != "" && s.Kind != errgen.IntegerSchema
		u.nested = u.nested || s.Kind == errgen.ErrorSchema
	}
	u.texts = u.texts || u.leaves
	u.schemas = u.params || u.texts || u.nested
	return u
}

func (u *uses) envelope(env *errgen.Envelope) {
	u.leaves = u.leaves || len(env.Headers) > 0 || env.Kind == errgen.TextBody
	u.lists = u.lists || env.List
	u.nested = u.nested || env.Nests
	u.facts = u.facts || len(env.Others) > 1 || slices.ContainsFunc(env.Codes, func(c errgen.CodeRow) bool {
		return slices.ContainsFunc(env.Codes, func(o errgen.CodeRow) bool { return o.Code == c.Code && o.Row != c.Row })
	})
	u.success = u.success || !env.Part && slices.ContainsFunc(env.Status, func(s errgen.StatusSpan) bool { return s.Lo < 400 })
	u.node(&env.Root)
	for i := range env.Headers {
		u.node(&env.Headers[i])
	}
}

func (u *uses) node(n *errgen.Node) {
	u.judge = u.judge || len(n.Success) > 0
	u.leaves = u.leaves || len(n.Forms) > 0
	for i := range n.Members {
		u.node(&n.Members[i])
	}
}

func (u *uses) entry(e *errgen.Entry) {
	u.params = u.params || len(e.Params) > 0
	if e.Close != 0 {
		u.facts, u.texts = true, true
	}
	_, isText := e.Text.Constant()
	u.fills = u.fills || !isText
	for i := range e.Reads {
		r := &e.Reads[i]
		u.facts = u.facts || len(r.Facts) > 0 || r.ByText || len(r.Match) > 0
		u.texts = u.texts || len(r.Code) > 0
		for k := range r.Facts {
			_, constant := r.Facts[k].Want.Constant()
			u.texts = u.texts || !constant || r.Facts[k].Slot == errgen.SlotHeader
		}
	}
}

// part is a member of the engine's Uses: which functions of which module it is.
type part struct {
	used      bool
	member    string
	functions []string
	module    string
}

func (u *uses) parts() []part {
	all := []part{
		{u.facts, "facts", []string{"isProven", "isSaid", "mostSpecific", "toOpen"}, "facts"},
		{u.texts, "texts", []string{"matchText", "matchTrimmed", "takesCode"}, "texts"},
		{u.leaves, "leaves", []string{"fitBody", "fitHeader", "fitText"}, "leaves"},
		{u.params, "params", []string{"holdsText", "holdsValue", "paramsIn"}, "params"},
		{u.lists, "lists", []string{"bestList", "hasItem", "identifyItems"}, "lists"},
		{u.nested, "nested", []string{"errorAt", "within"}, "nested"},
		{u.fills, "", []string{"fill"}, "message"},
		{u.expressions, "", []string{"matchExpression"}, "expressions"},
		{u.patterns, "", []string{"matchPattern"}, "expressions"},
		{u.formats, "", []string{"hasFormat"}, "formats"},
		{u.judge, "", []string{"judge"}, "success"},
		{u.judge && u.leaves, "", []string{"judgeText"}, "success"},
		{u.success, "", []string{"mayBeError"}, "success"},
	}
	return slices.DeleteFunc(all, func(p part) bool { return !p.used })
}

// literal is the member u of the table.
func (u *uses) literal() string {
	var members []string
	for _, p := range u.parts() {
		if p.member == "" {
			members = append(members, p.functions...)
		} else {
			members = append(members, p.member+": { "+strings.Join(p.functions, ", ")+" }")
		}
	}
	if len(members) == 0 {
		return "{}"
	}
	return "{ " + strings.Join(members, ", ") + " }"
}

// imports are the lines that import the parts.
func (u *uses) imports(engine string) string {
	var b strings.Builder
	for _, p := range u.parts() {
		b.WriteString("import { " + strings.Join(p.functions, ", ") + " } from " + tscode.Text(engine+p.module+".js") + ";\n")
	}
	return b.String()
}
