package errgen

import (
	"strings"
	"unicode/utf8"
)

// keep notes a param that nothing has told yet, or of which a header and a text of the
// body have told what each of them can hold.
func keep(caps []capture, i int, c capture) {
	if i >= len(caps) {
		return
	}
	switch old := &caps[i]; {
	case !old.given:
		*old = c
	case old.token < 0 && c.token < 0:
		old.text = wholeText(old.text, c.text)
	}
}

// wholeText is what two texts hold in part, else the first.
func wholeText(first, other string) string {
	if first == other {
		return first
	}
	if whole, ok := restored(other, first); ok {
		return whole
	}
	if whole, ok := restored(first, other); ok {
		return whole
	}
	return first
}

// restored is a text that a header could hold only as got: with some spaces for controls,
// and without space at its ends. What a body has left out there is as the header has it.
// It reports false for other texts, and if the header has as much.
func restored(text, got string) (whole string, ok bool) {
	if got != headerLine(got) {
		return "", false
	}
	whole = withOuterSpace(text, got)
	if text != headerLine(text) {
		return whole, oneSpaced(text) == oneSpaced(got)
	}
	return whole, utf8.RuneCountInString(whole) > utf8.RuneCountInString(got) && strings.TrimSpace(text) == strings.TrimSpace(got)
}

// oneSpaced is a text as it stands in a header, with one space for several.
func oneSpaced(s string) string {
	isSpace := func(r rune) bool { return r == ' ' }
	return strings.TrimSpace(strings.Join(strings.FieldsFunc(headerLine(s), isSpace), " "))
}

// withOuterSpace is a text with the space that got has around what the text is in a
// header, at those ends where the text has none.
func withOuterSpace(text, got string) string {
	before, after := outerSpace(text)
	lineBefore, lineAfter := outerSpace(headerLine(text))
	gotBefore, gotAfter := outerSpace(got)
	if lost, ok := strings.CutSuffix(gotBefore, lineBefore); ok && before == "" {
		text = lost + text
	}
	if lost, ok := strings.CutPrefix(gotAfter, lineAfter); ok && after == "" {
		text += lost
	}
	return text
}

// outerSpace is the white space around a text.
func outerSpace(s string) (before, after string) {
	before, after, _ = strings.Cut(s, strings.TrimSpace(s))
	return before, after
}
