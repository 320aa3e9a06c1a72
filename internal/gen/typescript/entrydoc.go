package typescript

import (
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
	name := func(e *model.Entry) string { return e.Name }
	if facts := e.Facts(name); len(facts) > 0 {
		line := strings.Join(facts, "; ")
		doc.say("%s%s.", strings.ToUpper(line[:1]), line[1:])
	}
	if e.DocURL != "" {
		doc.tag("@see", e.DocURL)
	}
	if e.Deprecated != nil {
		asIs := func(s string) string { return s }
		doc.tag("@deprecated", model.Sentences(e.Deprecated, "", asIs, name))
	}
	return doc
}
