package golang

import (
	"fmt"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// entryDoc documents an entry's ID: what happened, the texts, what to do, the facts.
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
		said = model.Wordings(e.Text)
	}
	doc.prose(e.Const + ": " + strings.TrimLeft(said, " \t\r\n"))
	if t := model.Wordings(e.Text); t != "" && t != strings.TrimSpace(said) {
		doc.say("Text: %s", t)
	}
	if r := strings.TrimSpace(e.Remedy); r != "" {
		doc.prose("What to do: " + r)
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
	facts := e.Facts(link)
	add := func(format string, args ...any) { facts = append(facts, fmt.Sprintf(format, args...)) }
	if e.Stability != "" {
		add("stability %s", e.Stability)
	}
	if len(e.Tags) > 0 {
		add("tags %s", strings.Join(e.Tags, ", "))
	}
	if e.Group != nil {
		add("group %s", e.Group.Heading())
	}
	if e.Source != nil {
		add("source %s", e.Source.ID)
	}
	return facts
}

// link refers to an entry's ID in a comment.
func link(e *model.Entry) string { return "[" + e.Const + "]" }

// deprecation adds the paragraph that tools look for, if the entry is deprecated.
func deprecation(doc *comment, e *model.Entry) {
	if e.Deprecated == nil {
		return
	}
	asIs := func(s string) string { return s }
	said := model.Sentences(e.Deprecated, "", asIs, link)
	if said == "" {
		said = "do not use."
	}
	doc.deprecated(said)
}
