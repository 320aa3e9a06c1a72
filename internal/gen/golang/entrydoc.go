package golang

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// entryDoc documents an entry's ID: what happened, the texts, the facts.
//
//	// ErrCaseClosed: The requested operation is prohibited by business logic: the
//	// user tried to add a note to a case that has been closed for more than N days.
//	//
//	// Text: The case has been closed for more than {days} days. Please contact
//	// Axway Global Support.
//	//
//	// Status 403; code ACCESS_DENIED; a kind of [ErrAccessDenied]; group Example
//	// Occurrences; source page.
//	//
//	// See https://support.example/errors/CaseClosed.
func entryDoc(e *model.Entry) *comment {
	doc := &comment{}
	said := e.Description
	if strings.TrimSpace(said) == "" {
		said = wordings(e.Text)
	}
	doc.prose(e.Const + ": " + strings.TrimLeft(said, " \t\r\n"))
	if t := wordings(e.Text); t != "" && t != strings.TrimSpace(said) {
		doc.say("Text: %s", t)
	}
	if facts := entryFacts(e); len(facts) > 0 {
		line := strings.Join(facts, "; ")
		doc.say("%s%s.", strings.ToUpper(line[:1]), line[1:])
	}
	if e.DocURL != "" {
		doc.say("See %s", e.DocURL)
	}
	deprecation(doc, e)
	return doc
}

// entryFacts lists what the catalog says of an entry in a word or two.
func entryFacts(e *model.Entry) []string {
	var facts []string
	add := func(format string, args ...any) { facts = append(facts, fmt.Sprintf(format, args...)) }
	if len(e.Status) > 0 && e.Envelope != nil {
		add("status %s", statusText(e.Status))
	}
	if e.Code != nil {
		add("code %s", templateText(e.Code.Template))
	}
	if e.Close != nil {
		add("WebSocket close code %d", e.Close.Code)
	}
	if e.Parent != nil {
		add("a kind of [%s]", e.Parent.Const)
	}
	if e.Retryable {
		add("may be tried again")
	}
	if e.Stability != "" {
		add("stability %s", e.Stability)
	}
	if len(e.Tags) > 0 {
		add("tags %s", strings.Join(e.Tags, ", "))
	}
	if e.Group != nil {
		title := e.Group.Title
		if title == "" {
			title = e.Group.Name
		}
		add("group %s", title)
	}
	if e.Source != nil {
		add("source %s", e.Source.ID)
	}
	return facts
}

// deprecation adds the paragraph that tools look for, if the entry is deprecated.
func deprecation(doc *comment, e *model.Entry) {
	d := e.Deprecated
	if d == nil {
		return
	}
	said := []string{"do not use"}
	if d.Since != "" {
		said = []string{"since " + d.Since}
	}
	if d.Sunset != "" {
		said = append(said, "gone on "+d.Sunset)
	}
	if d.Replacement != nil {
		said = append(said, "use ["+d.Replacement.Const+"]")
	}
	doc.deprecated(strings.Join(said, "; ") + ".")
}

// statusText is a status set as the catalog language writes it (docs/spec.md
// section 4): 404, 429 or 5XX.
func statusText(set model.StatusSet) string {
	var texts []string
	for _, r := range set {
		switch {
		case r.Lo == r.Hi:
			texts = append(texts, strconv.Itoa(r.Lo))
		case r.Lo%100 == 0 && r.Hi == r.Lo+99:
			texts = append(texts, strconv.Itoa(r.Lo/100)+"XX")
		default:
			texts = append(texts, fmt.Sprintf("%d-%d", r.Lo, r.Hi))
		}
	}
	return strings.Join(texts, ", ")
}

// wordings are templates as the catalog writes them, one after the other.
func wordings(ts []*model.Template) string {
	texts := make([]string, len(ts))
	for i, t := range ts {
		texts[i] = templateText(t)
	}
	return strings.TrimSpace(strings.Join(texts, " / "))
}

// templateText is a template with its placeholders in braces.
func templateText(t *model.Template) string {
	var b strings.Builder
	for _, p := range t.Parts {
		switch p.Kind {
		case model.LiteralPart:
			b.WriteString(p.Literal)
		case model.ParamPart:
			b.WriteString("{" + p.Param.Name + "}")
		case model.StatusPart:
			b.WriteString("{$status}")
		case model.CodePart:
			b.WriteString("{$code}")
		}
	}
	return b.String()
}
