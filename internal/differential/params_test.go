package differential

import (
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// listed is the answer that is a candidate, with its params: step 10.
func listed(c candidate) answer {
	a := answer{kind: model.ListedOutcome, entry: c.entry, view: c.fit.view, complete: true, params: map[string]any{}}
	values := found{}
	c.fromCode(values)
	alone := found{}
	c.fromFields(fromAlone, alone)
	for p, value := range alone {
		if code, ok := values[p].(string); ok && p.Schema.Resolved().Kind == model.UnionKind && asText(value) == code {
			values[p] = value // which tells the type
		}
	}
	c.fromFields(fromAlone, values)
	for _, from := range []source{fromAlone, fromOne, fromSeveral} {
		c.fromHeaders(from, values)
		c.fromFields(from, values)
	}
	c.wholeTexts(values)
	for _, p := range c.entry.Params {
		value, ok := values[p]
		switch {
		case p.Private:
		case ok && (value != nil || p.Schema.AdmitsNull()):
			a.params[p.Name] = value
		case p.Default != nil:
			a.params[p.Name] = plain(*p.Default)
		case p.Required():
			a.complete = false
		}
	}
	return a
}

// wholeTexts are params as a header and a text of the body tell them together: a header
// has some spaces for controls, and each may have lost what space was at its ends.
func (c candidate) wholeTexts(values found) {
	exact, texts, headers := found{}, found{}, found{}
	c.fromFields(fromAlone, exact, headerText)
	for _, from := range []source{fromAlone, fromOne, fromSeveral} {
		c.fromHeaders(from, headers)
		c.fromFields(from, headers, plainText, textBody, markupText)
		c.fromFields(from, texts, headerText)
	}
	for p, value := range texts {
		text, _ := value.(string)
		header, isText := headers[p].(string)
		told, _ := values[p].(string)
		if _, ok := exact[p]; ok || !isText || controls.MatchString(header) {
			continue
		}
		whole := withSpaceOf(header, text)
		if controls.MatchString(text) {
			if withoutControls(text) == withoutControls(header) {
				values[p] = whole
			}
		} else if strings.TrimSpace(text) == strings.TrimSpace(header) && utf8.RuneCountInString(whole) > utf8.RuneCountInString(told) {
			values[p] = whole
		}
	}
}

// controls are what a header cannot hold, the end of a line as one.
var controls = regexp.MustCompile(`\r*\n|[\x00-\x08\x0b-\x1f\x7f]`)

// withoutControls is a text with one space for each sequence of controls and spaces, but
// for those at its ends.
func withoutControls(s string) string {
	return strings.TrimSpace(regexp.MustCompile(`[\x00-\x08\x0a-\x20\x7f]+`).ReplaceAllString(s, " "))
}

// withSpaceOf is a text with what a header has at its ends beyond the text's own, where
// the text ends in no space.
func withSpaceOf(header, text string) string {
	line := controls.ReplaceAllString(text, " ")
	inner := strings.TrimSpace(line)
	own := strings.Index(line, inner)
	begin, end, _ := strings.Cut(header, strings.TrimSpace(header))
	first, _ := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	if !unicode.IsSpace(first) && strings.HasSuffix(begin, line[:own]) {
		text = begin[:len(begin)-own] + text
	}
	if rest := line[own+len(inner):]; !unicode.IsSpace(last) && strings.HasPrefix(end, rest) {
		text += end[len(rest):]
	}
	return text
}

// asText is a scalar as it stands in a text.
func asText(v any) string {
	if n, ok := v.(json.Number); ok {
		return n.String()
	}
	return fmt.Sprint(v)
}

func (c candidate) fromFields(from source, values found, but ...medium) {
	v := c.fit.view
	for _, f := range v.env.Fields {
		if value, ok := v.field(f); ok && from == fromAlone {
			c.fromMembers(f, value, values)
		}
	}
	for _, fill := range c.entry.Fills {
		if fill.Field.Envelope != v.env || fill.Omit {
			continue
		}
		value, ok := v.field(fill.Field)
		if !ok || v.isOthers(fill.Field) && c.isWithin(fill) {
			continue
		}
		in := v.medium(fill.Field)
		if slices.Contains(but, in) {
			continue
		}
		value = withoutMembers(c.entry, fill.Field, value)
		for _, t := range c.ordered(fill.Wordings, in) {
			if only(t) != nil || matchTree(t, value, in, v.context()) || !isText(t) {
				collect(t, value, in, v.context(), from, sourceOf(fill.Wordings), values)
				if isText(t) {
					break
				}
			}
		}
	}
}

// ordered are wordings as they are tried: those first that name no param of which nothing
// stands where it stands alone; in markup those with the most of it.
func (c candidate) ordered(trees []*model.Tree, in medium) []*model.Tree {
	trees = slices.Clone(trees)
	slices.SortStableFunc(trees, func(a, b *model.Tree) int {
		_, m := literals(a)
		_, n := literals(b)
		return (n - m) * count(in == markupText)
	})
	slices.SortStableFunc(trees, func(a, b *model.Tree) int { return count(c.namesAbsent(a)) - count(c.namesAbsent(b)) })
	return trees
}

// namesAbsent reports whether a wording names an optional param that is absent where it
// stands alone.
func (c candidate) namesAbsent(t *model.Tree) bool {
	for _, f := range c.facts {
		if f.param.MayBeAbsent() && t.Holds(f.param) && !f.outer(c.fit.view) {
			if _, ok := f.there(c.fit.view); !ok {
				return true
			}
		}
	}
	return false
}

// isWithin reports whether a param of a field outside the list stands in the item as
// well: then what the first item has is not this one's.
func (c candidate) isWithin(fill *model.Fill) bool { return c.standsWithin(fill.Wordings) }

func (c candidate) standsWithin(wordings []*model.Tree) bool {
	for _, other := range c.entry.Fills {
		if other.Field.Envelope != c.fit.view.env || c.fit.view.isOthers(other.Field) {
			continue
		}
		for _, t := range wordings {
			for _, u := range other.Wordings {
				common := false
				t.EachParam(func(p *model.Param) { common = common || u.Holds(p) })
				if common {
					return true
				}
			}
		}
	}
	return false
}

func isText(t *model.Tree) bool { return t.Param == nil && t.Template != nil }

func (c candidate) fromMembers(f *model.Field, value any, values found) {
	object, _ := value.(map[string]any)
	for _, p := range membersIn(c.entry, f) {
		if member, there := object[p.Name]; there {
			if got, ok := read(p.Schema, member); ok {
				values[p] = got
			}
		}
	}
}

// withoutMembers is a field of further members without those that are params.
func withoutMembers(e *model.Entry, f *model.Field, value any) any {
	object, ok := value.(map[string]any)
	if !ok || !f.Map {
		return value
	}
	object = maps.Clone(object)
	for _, p := range membersIn(e, f) {
		delete(object, p.Name)
	}
	if len(object) == 0 {
		return nil
	}
	return object
}

func (c candidate) fromHeaders(from source, values found) {
	v := c.fit.view
	for _, h := range c.entry.Headers {
		for _, line := range h.Lines {
			if v.list && !v.first && c.standsWithin(line.Wordings) {
				continue
			}
			c.fromLine(line, v.header.Values(h.Name), from, values)
		}
	}
}

func (c candidate) fromLine(line *model.Header, got []string, from source, values found) {
	v := c.fit.view
	for _, text := range got {
		for _, t := range line.Wordings {
			if one := only(t); one != nil && from == fromAlone {
				value, ok := typed(one.Param.Schema, text)
				if !ok {
					value, ok = untilDate(one.Param.Schema, text, v.header)
				}
				if _, before := values[one.Param]; ok && !before {
					values[one.Param] = value
				}
				continue
			}
			if template := t.Text(); template != nil && from == sourceOf(line.Wordings) {
				some, _ := matchText(template, text, headerText, v.context())
				for p, value := range some {
					if _, before := values[p]; !before {
						values[p] = value
					}
				}
			}
		}
	}
}

func (c candidate) fromCode(values found) {
	if c.entry.Code == nil || c.rank == 0 {
		return
	}
	code, _ := c.fit.view.code()
	some, _ := matchText(codeIn(c.entry, c.fit.view.env), code, plainText, c.fit.view.context())
	for p, value := range some {
		if _, before := values[p]; !before {
			values[p] = value
		}
	}
}
