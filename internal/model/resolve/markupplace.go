package resolve

import (
	"regexp"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/envelopes"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// markupPlace is what stands around a place of HTML or XML.
type markupPlace string

// What is escaped is safe in the text and between quotes alone.
const (
	inText   markupPlace = ""
	inDouble markupPlace = `between "`
	inSingle markupPlace = "between '"
	inTag    markupPlace = "in a tag, outside of quotes"
	inNote   markupPlace = "in a comment"
	inCData  markupPlace = "in a CDATA section"
	inScript markupPlace = "in a script or a style sheet"
	inRef    markupPlace = "behind an & with which it could be a reference"
)

// checkMarkupPlaces reports params in a body of HTML or XML that stand where escaping
// does not help. Numbers may stand there, but for the middle of a reference.
func (s *scope) checkMarkupPlaces(f *envelopes.Field, trees []*model.Tree) {
	if !isMarkup(f.Model) {
		return
	}
	for _, t := range trees {
		if p, at := firstUnsafe(formBefore(f), t); p != nil {
			s.Reportf(s.source(f).pos, diag.UnsafePlaceholder, "move it into the text or between quotes; say `markup: true` of a param whose values are made for this place",
				"param %s stands in field %s %s, where escaping does not help", diag.Quote(p.Name), diag.Quote(f.Model.Name), at)
			return
		}
	}
}

// firstUnsafe is the first param of a text that stands where escaping does not help,
// and where that is.
func firstUnsafe(before string, t *model.Tree) (*model.Param, markupPlace) {
	text := t.Text()
	if text == nil {
		return nil, inText
	}
	var w markupWalker
	w.read(before)
	for _, part := range text.Parts {
		p, at := part.Param, w.unsafe()
		if p != nil && !p.Markup && at != inText && (at == inRef || values.TypesOf(p.Schema)&values.StringType != 0) {
			return p, at
		}
		w.read(part.Literal)
	}
	return nil, inText
}

// formBefore is the text that the first text form of the body has before the value.
func formBefore(f *envelopes.Field) string {
	for _, p := range f.Places {
		if !p.Header && len(p.Node.As) > 0 && len(p.Node.As[0].Parts) > 0 {
			return p.Node.As[0].Parts[0].Literal
		}
	}
	return ""
}

// markupWalker reads HTML or XML piece by piece.
type markupWalker struct {
	place markupPlace
	raw   string // the element without markup in it that is being begun
	ref   bool   // what was read could end in the begin of a reference
}

// unsafe is the place if escaping does not help there, else inText.
func (w *markupWalker) unsafe() markupPlace {
	switch w.place {
	case inText, inDouble, inSingle:
		if w.ref {
			return inRef
		}
		return inText
	}
	return w.place
}

var (
	openReference = regexp.MustCompile(`&[#0-9A-Za-z]*$`)
	tagBegin      = regexp.MustCompile(`(?i)<(?:!--|!\[CDATA\[|(?:script|style)\b|[!/?a-z]|$)`)
)

// read reads a piece.
func (w *markupWalker) read(text string) {
	w.ref = openReference.MatchString(text)
	for text != "" {
		text = w.step(text)
	}
}

// step reads to where the place changes, and returns what follows.
func (w *markupWalker) step(text string) string {
	switch w.place {
	case inDouble:
		return w.leave(text, `"`, inTag)
	case inSingle:
		return w.leave(text, "'", inTag)
	case inNote:
		return w.leave(text, "-->", inText)
	case inCData:
		return w.leave(text, "]]>", inText)
	case inScript:
		if i := strings.Index(strings.ToLower(text), "</"+w.raw); i >= 0 {
			w.place, w.raw = inTag, ""
			return text[i+1:]
		}
		return ""
	case inTag:
		return w.tag(text)
	}
	begin := tagBegin.FindStringIndex(text)
	if begin == nil {
		return ""
	}
	switch word := strings.ToLower(text[begin[0]+1 : begin[1]]); word {
	case "!--":
		w.place = inNote
	case "![cdata[":
		w.place = inCData
	case "script", "style":
		w.place, w.raw = inTag, word
	default:
		w.place = inTag
	}
	return text[begin[1]:]
}

// tag reads within a tag.
func (w *markupWalker) tag(text string) string {
	i := strings.IndexAny(text, `"'>`)
	if i < 0 {
		return ""
	}
	switch {
	case text[i] == '"':
		w.place = inDouble
	case text[i] == '\'':
		w.place = inSingle
	case w.raw != "":
		w.place = inScript
	default:
		w.place = inText
	}
	return text[i+1:]
}

// leave reads to the end of a place.
func (w *markupWalker) leave(text, end string, next markupPlace) string {
	_, rest, found := strings.Cut(text, end)
	if found {
		w.place = next
	}
	return rest
}
