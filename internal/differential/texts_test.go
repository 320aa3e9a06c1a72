package differential

import (
	"encoding/base64"
	"encoding/json"
	"net/mail"
	"net/netip"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// medium is what a text stands in, which decides how values stand in it.
type medium int

const (
	plainText medium = iota
	textBody         // compared without white space around it
	markupText
	headerText
)

// context is what the placeholders of a text stand for that are no params.
type context struct {
	status int
	code   string
}

// found are values of params, by param.
type found map[*model.Param]any

// hole is a placeholder of an expression: its group, and whether it stands between
// double quotes in a header.
type hole struct {
	param  *model.Param
	quoted bool
}

// matchText matches a text with a template (docs/spec.md#matching-texts).
func matchText(t *model.Template, text string, in medium, c context) (found, bool) {
	if in == plainText {
		return matchExactly(t, text, in, c)
	}
	// A space at an end of a header or a body may have been lost on the way.
	for _, lost := range []string{text, text + " ", " " + text, " " + text + " "} {
		if values, ok := matchExactly(t, lost, in, c); ok {
			return values, true
		}
	}
	return nil, false
}

func matchExactly(t *model.Template, text string, in medium, c context) (found, bool) {
	if in != plainText {
		t = trimmed(t)
	}
	expr, holes := expression(t, in, c)
	var groups []string
	if in == markupText {
		groups = matchMarkup(t.Parts, text, 0, c)
	} else if all := compiled(expr).FindStringSubmatch(text); all != nil {
		groups = append([]string{}, all[1:]...)
	}
	if groups == nil {
		return nil, false
	}
	values := found{}
	for i, h := range holes {
		value, ok := h.value(groups[i], in)
		if !ok {
			return nil, false
		}
		if before, twice := values[h.param]; twice && !equal(before, value) {
			return nil, false
		}
		values[h.param] = value
	}
	return values, true
}

// trimmed is a template of a text body without white space around it.
func trimmed(t *model.Template) *model.Template {
	parts := slices.Clone(t.Parts)
	if n := len(parts); n > 0 {
		parts[0].Literal = strings.TrimLeft(parts[0].Literal, " \t\r\n")
		parts[n-1].Literal = strings.TrimRight(parts[n-1].Literal, " \t\r\n")
	}
	return &model.Template{Parts: parts}
}

var expressions = map[string]*regexp.Regexp{}

func compiled(expr string) *regexp.Regexp {
	re := expressions[expr]
	if re == nil {
		re = regexp.MustCompile(expr)
		expressions[expr] = re
	}
	return re
}

func expression(t *model.Template, in medium, c context) (string, []hole) {
	var holes []hole
	var b strings.Builder
	b.WriteString(`(?s)\A`)
	quoted := false
	for _, p := range t.Parts {
		switch p.Kind {
		case model.LiteralPart:
			b.WriteString(regexp.QuoteMeta(p.Literal))
			quoted = quoted != (strings.Count(p.Literal, `"`)%2 == 1)
		case model.StatusPart:
			b.WriteString(statusExpression(c))
		case model.CodePart:
			b.WriteString(regexp.QuoteMeta(c.code))
		case model.ParamPart:
			h := hole{p.Param, quoted && in == headerText}
			holes = append(holes, h)
			b.WriteString("(" + h.expression(in) + ")")
		}
	}
	b.WriteString(`\z`)
	return b.String(), holes
}

func statusExpression(c context) string {
	if c.status == 0 {
		return `(?:0|[1-9][0-9]*)`
	}
	return strconv.Itoa(c.status)
}

// expression is the row of the table for the param.
func (h hole) expression(in medium) string {
	s := h.param.Schema.Resolved()
	escaped := in == markupText && !h.param.Markup
	switch {
	case len(s.Enum) > 0:
		var all []string
		for _, v := range s.Enum {
			all = append(all, regexp.QuoteMeta(h.written(v.Scalar(), in)))
		}
		return strings.Join(all, "|")
	case s.Pattern != "" && !escaped && !h.quoted:
		return ungrouped(s.Pattern)
	}
	switch s.Kind {
	case model.IntegerKind:
		return `-?(?:0|[1-9][0-9]*)`
	case model.NumberKind:
		return `-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?`
	case model.BooleanKind:
		return `true|false`
	}
	char := `.`
	if h.quoted {
		char = `(?:[^"\\]|\\.)`
	}
	if s.MinLength != nil && *s.MinLength > 0 {
		return char + `{` + strconv.Itoa(min(*s.MinLength, 1000)) + `,}?`
	}
	return char + `*?`
}

// matchMarkup is what the placeholders of a text of HTML or XML stand for, from a place
// on; nil if it does not match. No expression of RE2 says where a string may end in it.
func matchMarkup(parts []model.Part, text string, from int, c context) []string {
	if len(parts) == 0 {
		if from < len(text) {
			return nil
		}
		return []string{}
	}
	p := parts[0]
	if p.Kind != model.ParamPart {
		expr, _ := expression(&model.Template{Parts: parts[:1]}, markupText, c)
		at := compiled(strings.TrimSuffix(expr, `\z`)).FindStringIndex(text[from:])
		if at == nil {
			return nil
		}
		return matchMarkup(parts[1:], text, from+at[1], c)
	}
	for _, end := range (hole{param: p.Param}).ends(text, from) {
		if rest := matchMarkup(parts[1:], text, end, c); rest != nil {
			return append([]string{text[from:end]}, rest...)
		}
	}
	return nil
}

// ends are the places where a placeholder may end in markup, as they are tried: strings
// are as short as possible, and numbers as long.
func (h hole) ends(text string, from int) []int {
	s := h.param.Schema.Resolved()
	var all []int
	for end := from; end <= len(text); end++ {
		got := text[from:end]
		switch {
		case len(s.Enum) > 0 || s.Kind != model.StringKind || h.param.Markup:
			if compiled(`(?s)\A(?:` + h.expression(markupText) + `)\z`).MatchString(got) {
				all = append(all, end)
			}
		case !strings.Contains(got, "<") && utf8.ValidString(got) && !splits(text, end) && (s.MinLength == nil || utf8.RuneCountInString(unescaped(got)) >= *s.MinLength):
			all = append(all, end)
		}
	}
	if s.Kind == model.IntegerKind || s.Kind == model.NumberKind {
		slices.Reverse(all)
	}
	return all
}

// splits reports whether a place is within a reference.
func splits(text string, at int) bool {
	for _, r := range compiled(reference).FindAllStringIndex(text, -1) {
		if r[0] < at && at < r[1] {
			return true
		}
	}
	return false
}

const reference = `&(?:amp|lt|gt|quot|apos|#[0-9]+|#[xX][0-9a-fA-F]+);`

// ungrouped is a pattern whose groups are not counted.
func ungrouped(pattern string) string {
	re := regexp.MustCompile(pattern)
	if re.NumSubexp() > 0 {
		pattern = regexp.MustCompile(`\((\?P?<[^>]*>|([^?]))`).ReplaceAllString(pattern, `(?:$2`)
	}
	return `(?:` + pattern + `)`
}

// written is a text as it stands in what surrounds it.
func (h hole) written(text string, in medium) string {
	switch {
	case h.quoted:
		return strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text)
	case in == markupText && !h.param.Markup:
		return strings.NewReplacer(`&`, `&amp;`, `<`, `&lt;`, `>`, `&gt;`, `"`, `&#34;`, `'`, `&#39;`, "\r", `&#13;`).Replace(text)
	}
	return text
}

// value is what a placeholder was found to stand for.
func (h hole) value(text string, in medium) (any, bool) {
	switch {
	case h.quoted:
		text = regexp.MustCompile(`(?s)\\(.)`).ReplaceAllString(text, `$1`)
	case in == markupText && !h.param.Markup:
		text = unescaped(text)
	}
	return fromText(h.param.Schema, text)
}

// unescaped is a text with characters for the references to them.
func unescaped(text string) string {
	return compiled(reference).ReplaceAllStringFunc(text, character)
}

func character(ref string) string {
	name := ref[1 : len(ref)-1]
	if c, ok := map[string]string{"amp": "&", "lt": "<", "gt": ">", "quot": `"`, "apos": "'"}[name]; ok {
		return c
	}
	base, digits := 10, name[1:]
	if digits[0] == 'x' || digits[0] == 'X' {
		base, digits = 16, digits[1:]
	}
	n, err := strconv.ParseInt(digits, base, 32)
	if err != nil {
		return ref
	}
	if c := rune(n); utf8.ValidRune(c) && (c >= ' ' || strings.ContainsRune("\t\n\r", c)) && c != 0xFFFE && c != 0xFFFF {
		return string(c)
	}
	return "\ufffd"
}

// fromText is a text as a value of a scalar schema that admits it.
func fromText(s *model.Schema, text string) (any, bool) {
	v, ok := typed(s, text)
	return v, ok && admits(s, v)
}

// typed is a text as a value of a scalar schema, whatever its bounds.
func typed(s *model.Schema, text string) (any, bool) {
	r := s.Resolved()
	kinds := []model.Kind{r.Kind}
	if s.AdmitsNull() && (text == "" || text == "null") && !hasType(s, "") {
		return nil, true
	}
	if r.Kind == model.UnionKind {
		if kinds = r.Union; slices.Contains(kinds, model.StringKind) {
			return text, true
		}
	}
	for _, kind := range kinds {
		v, ok := parse(text)
		if ok && kind != model.StringKind && isKind(kind, r.Format, v) && (kind != model.IntegerKind || integer.MatchString(text)) {
			return v, strings.TrimSpace(text) == text
		}
	}
	if slices.Contains(kinds, model.StringKind) || r.Kind == model.AnyKind {
		return text, isKind(model.StringKind, r.Format, text)
	}
	return nil, false
}

var integer = regexp.MustCompile(`\A-?(0|[1-9][0-9]*)\z`)

// admits reports whether a value is within the enum, bounds, lengths, pattern and
// format of a scalar schema.
func admits(s *model.Schema, v any) bool {
	if !hasType(s, v) {
		return false
	}
	r := s.Resolved()
	if r.Const != nil && !equal(plain(*r.Const), v) {
		return false
	}
	if len(r.Enum) > 0 && !slices.ContainsFunc(r.Enum, func(e model.Value) bool { return equal(plain(e), v) }) {
		return false
	}
	switch v := v.(type) {
	case json.Number:
		return within(r, v)
	case string:
		n := utf8.RuneCountInString(v)
		return (r.MinLength == nil || n >= *r.MinLength) && (r.MaxLength == nil || n <= *r.MaxLength) &&
			(r.Pattern == "" || compiled(`\A(?:`+r.Pattern+`)\z`).MatchString(v)) && hasFormat(r.Format, v)
	}
	return true
}

func within(s *model.Schema, n json.Number) bool {
	cmp := func(bound string) int { return number(n).Cmp(number(json.Number(bound))) }
	return (s.Minimum == "" || cmp(s.Minimum) >= 0) && (s.Maximum == "" || cmp(s.Maximum) <= 0) &&
		(s.ExclMinimum == "" || cmp(s.ExclMinimum) > 0) && (s.ExclMaximum == "" || cmp(s.ExclMaximum) < 0)
}

var hostname = regexp.MustCompile(`\A[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*\z`)
var uuid = regexp.MustCompile(`(?i)\A[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\z`)

// hasFormat reports whether a text has a format, if that is one that is checked
// (docs/spec.md#formats).
func hasFormat(format, text string) bool {
	var err error
	switch format {
	case "date-time":
		_, err = time.Parse(time.RFC3339, text)
	case "date":
		_, err = time.Parse(time.DateOnly, text)
	case "uuid":
		return uuid.MatchString(text)
	case "hostname":
		return len(text) <= 253 && hostname.MatchString(text)
	case "ipv4", "ipv6":
		addr, bad := netip.ParseAddr(text)
		return bad == nil && addr.Is4() == (format == "ipv4")
	case "email":
		addr, bad := mail.ParseAddress(text)
		return bad == nil && addr.Address == text
	case "uri":
		u, bad := url.Parse(text)
		return bad == nil && u.IsAbs()
	case "byte":
		_, err = base64.StdEncoding.DecodeString(text)
	}
	return err == nil
}
