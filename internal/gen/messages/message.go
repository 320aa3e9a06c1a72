package messages

import (
	"cmp"
	"crypto/sha1" // as go-i18n does
	"encoding/hex"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// Format is how messages are written.
type Format struct {
	// text is what an entry says, in the format's syntax.
	text func(e *model.Entry, texts []*model.Template) string
	// name is how the placeholder of a param is called, nil for that of the status.
	name func(e *model.Entry, p *model.Param) string
	// noted: what translators are told counts as text that is translated, too.
	noted bool
	// bundle is the file with the messages of a catalog.
	bundle func(messages []Message, catalog string) []byte
}

// Message is what an entry says, for translators.
type Message struct {
	Name         string // of the entry
	Text         string // in the syntax of the format
	Note         string // what it is about; "" if the catalog does not say
	Hash         string // of what is translated: another one if that changes
	Placeholders []Placeholder
}

// Placeholder is a value that a message shows.
type Placeholder struct {
	Name    string // as the format calls it
	Type    string // String, int, num, bool, Object: as bundles of Flutter call them
	Example string // "" if the catalog has none, or it is sensitive
	Note    string // what it is; "" if the catalog does not say
}

// Messages are those of all entries of a catalog, in its order.
func (f *Format) Messages(c *model.Catalog) []Message {
	all := make([]Message, len(c.Entries))
	for i, e := range c.Entries {
		texts := said(e)
		m := Message{Name: e.Name, Text: f.text(e, texts), Note: strings.TrimSpace(e.Description)}
		for _, p := range shown(e, texts) {
			m.Placeholders = append(m.Placeholders, f.placeholder(e, p))
		}
		if f.noted {
			m.Note = m.notes()
			m.Hash = Hash(m.Note + m.Text)
		} else {
			m.Hash = Hash(m.Text)
		}
		all[i] = m
	}
	return all
}

// Hash is the hash of a text that is translated, as go-i18n has it: of the description
// and the text behind it.
func Hash(text string) string {
	sum := sha1.Sum([]byte(text))
	return "sha1-" + hex.EncodeToString(sum[:])
}

// shown are the params in some texts, each once; nil is the status.
func shown(e *model.Entry, texts []*model.Template) []*model.Param {
	var params []*model.Param
	seen := map[*model.Param]bool{}
	for _, t := range texts {
		for _, part := range parts(e, t) {
			if part.Kind != model.LiteralPart && !seen[part.Param] {
				seen[part.Param] = true
				params = append(params, part.Param)
			}
		}
	}
	return params
}

// parts are the parts of a text, with those of the code in its place, no two literals
// beside each other.
func parts(e *model.Entry, t *model.Template) []model.Part {
	var all []model.Part
	for _, part := range t.Parts {
		more := []model.Part{part}
		if part.Kind == model.CodePart {
			more = e.Code.Template.Parts
		}
		for _, part := range more {
			if n := len(all); n > 0 && part.Kind == model.LiteralPart && all[n-1].Kind == model.LiteralPart {
				all[n-1].Literal += part.Literal
			} else {
				all = append(all, part)
			}
		}
	}
	return all
}

// types are the types of placeholders (String where there is none of them).
var types = map[model.Kind]string{model.IntegerKind: "int", model.NumberKind: "num", model.BooleanKind: "bool", model.UnionKind: "Object"}

// words say what placeholders of a type are.
var words = map[string]string{"String": "a text", "int": "a whole number", "num": "a number", "bool": "true or false", "Object": "a text or a number"}

// units say in what the numbers of a format count.
var units = map[string]string{"seconds": "In seconds.", "milliseconds": "In milliseconds.", "unix-time": "In seconds since 1970."}

func (f *Format) placeholder(e *model.Entry, p *model.Param) Placeholder {
	h := Placeholder{Name: f.name(e, p), Type: "int", Note: "The HTTP status."}
	if p == nil {
		return h
	}
	s := p.Schema.Resolved()
	h.Type = cmp.Or(types[s.Kind], "String")
	h.Note = strings.TrimSpace(cmp.Or(strings.TrimSpace(p.Description), strings.TrimSpace(s.Description)) + " " + units[s.Format])
	if v, ok := e.ShownValue(p); ok && !p.Sensitive {
		h.Example = v.Scalar()
	}
	return h
}

// notes are all that translators are told of a message, in one text: what changes with
// samples is not in it.
func (m Message) notes() string {
	lines := []string{m.Note}
	for _, h := range m.Placeholders {
		lines = append(lines, strings.TrimSpace("{{."+h.Name+"}}: "+words[h.Type]+". "+h.Note))
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}
