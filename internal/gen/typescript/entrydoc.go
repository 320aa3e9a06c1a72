package typescript

import (
	"fmt"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// entryDoc documents an entry's errors: what happened, the texts, what to do, the facts.
func entryDoc(e *model.Entry) *comment {
	doc := &comment{}
	said := strings.TrimSpace(e.Description)
	words := model.Wordings(e.Text)
	if said == "" {
		said = words
	}
	doc.prose(said)
	if words != "" && words != said {
		doc.say("Text: %s", words)
	}
	if r := strings.TrimSpace(e.Remedy); r != "" {
		doc.prose("What to do: " + r)
	}
	if facts := entryFacts(e); len(facts) > 0 {
		line := strings.Join(facts, "; ")
		doc.say("%s%s.", strings.ToUpper(line[:1]), line[1:])
	}
	if e.DocURL != "" {
		doc.tag("@see", e.DocURL)
	}
	if e.Deprecated != nil {
		asIs := func(s string) string { return s }
		doc.tag("@deprecated", model.Sentences(e.Deprecated, "", asIs, func(e *model.Entry) string { return e.Name }))
	}
	return doc
}

// entryFacts lists what the catalog says of an entry in a word or two.
func entryFacts(e *model.Entry) []string {
	var facts []string
	add := func(format string, args ...any) { facts = append(facts, fmt.Sprintf(format, args...)) }
	if len(e.Status) > 0 {
		add("status %s", e.Status)
	}
	if e.Code != nil {
		add("code %s", e.Code.Template)
	}
	if e.Close != nil {
		add("WebSocket close code %d", e.Close.Code)
	}
	if e.Parent != nil {
		add("a kind of %s", e.Parent.Name)
	}
	if e.Retryable {
		add("may be tried again")
	}
	return facts
}
