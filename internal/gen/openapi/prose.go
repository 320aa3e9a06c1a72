package openapi

import (
	"cmp"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// prose knows which texts of a catalog are but words for people: a document shows
// them, and promises nothing of them, so that they can be reworded. What clients
// tell an error by stays a promise, and so do words of a vocabulary.
type prose struct {
	fields map[*model.Field]bool
	shared map[codeIn]int // how many entries have a code in an envelope
}

// codeIn is a code as an envelope has it.
type codeIn struct {
	code     string
	envelope *model.Envelope
}

// proseOf finds the prose of a catalog; none where texts are part of the contract.
func proseOf(c *model.Catalog, o Options) *prose {
	p := &prose{fields: map[*model.Field]bool{}, shared: map[codeIn]int{}}
	if cmp.Or(o.Texts, map[string]string{"stable": "contract"}[c.Policy.Texts]) == "contract" {
		return p
	}
	for _, e := range c.Entries {
		for _, env := range e.Reads {
			p.shared[codeIn{e.Code.Text(), env}]++
		}
		for _, f := range e.Fills {
			if isOpenText(f.Field) && slices.ContainsFunc(f.Wordings, hasWords) {
				p.fields[f.Field] = true
			}
		}
	}
	return p
}

// isOpenText reports whether a field takes any text: a format, a list of values, or a
// pattern of more than which characters there are say that programs read it.
func isOpenText(f *model.Field) bool {
	s := f.Schema.Resolved()
	_, anyOrder := charactersOnly(s.Pattern)
	return s.Kind == model.StringKind && s.Const == nil && len(s.Enum) == 0 && s.Format == "" && (s.Pattern == "" || anyOrder) && !f.Header
}

// hasWords reports whether a text has several words.
func hasWords(t *model.Tree) bool {
	return t.Template != nil && slices.ContainsFunc(t.Template.Parts, func(p model.Part) bool {
		return p.Kind == model.LiteralPart && strings.Contains(p.Literal, " ")
	})
}

// has reports whether what an entry fills in is prose. It is not where the entry is
// told by it: by a field that it names, or by its texts, if it has no code of its own.
func (p *prose) has(f *model.Fill, v *view) bool {
	if f == nil || !p.fields[f.Field] || slices.Contains(v.Match, f.Field.Name) {
		return false
	}
	code := v.Code.Text()
	return v.Code != nil && v.envelope.HasCode && (code == "" || p.shared[codeIn{code, v.envelope}] < 2)
}
