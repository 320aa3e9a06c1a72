package lint

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/seed-1b9d9f04/errgen/internal/foreign"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
)

// eachText calls f for each text that an entry itself sends or shows, as it is written
// in the catalog. Of what is inherited only the origin is called.
func (c *catalog) eachText(f func(at place, text string)) {
	for _, e := range c.Entries {
		for n := c.entries[e.Name]; n != nil; n = n.Refines {
			eachTextOf(n, func(v *load.Value) {
				at := c.entry(e)
				at.pos = v.Pos
				f(at, v.Text)
			})
		}
	}
}

// eachTextOf calls f for the texts of an entry.
func eachTextOf(n *load.Entry, f func(*load.Value)) {
	for _, members := range [][]load.Member{n.Fields, n.Headers} {
		for _, m := range members {
			eachScalar(m.Value, f)
		}
	}
	texts := []load.Text{n.Text}
	if n.Close != nil {
		texts = append(texts, n.Close.Reason)
	}
	for _, t := range texts {
		if t.Given() {
			f(&load.Value{Pos: t.Pos, Text: t.S})
		}
	}
}

// eachScalar calls f for the scalars of a value.
func eachScalar(v *load.Value, f func(*load.Value)) {
	if v.Kind == load.Scalar {
		f(v)
	}
	for _, item := range v.Items {
		eachScalar(item, f)
	}
	for _, m := range v.Members {
		eachScalar(m.Value, f)
	}
}

// broken is what is left of a text that a program did not fill as it should have.
var broken = regexp.MustCompile(`\[object Object\]|<nil>|%!\w\([^)]*\)`)

// foreignPlaceholder reports texts that were pasted from elsewhere. In braces, as they
// stand there, are the catalog's own params.
func foreignPlaceholder(c *catalog, f found) {
	c.eachText(func(at place, text string) {
		for _, p := range foreign.Placeholders(text) {
			if word := text[p.Start:p.End]; !p.Unsure && (word[0] != '{' || strings.HasPrefix(word, "{{")) {
				reportForeign(at, word, f)
			}
		}
		for _, word := range broken.FindAllString(text, -1) {
			reportForeign(at, word, f)
		}
	})
}

func reportForeign(at place, word string, f found) {
	remedy := "write a param in braces, `{name}`; what is meant literally, allow"
	if strings.HasPrefix(word, "${") || strings.HasPrefix(word, "#{") {
		remedy = "leave " + diag.Quote(word[:1]) + " out, which stays before the value; where it is meant (`$` of money), allow it"
	}
	f(at, diag.Quote(word)+" is a placeholder of another language: clients read it as it is", remedy)
}

// textSpace reports white space that nobody sees and programs trip over.
func textSpace(c *catalog, f found) {
	c.eachText(func(at place, text string) {
		if e := c.named[at.subject]; e.Envelope != nil && e.Envelope.Kind == model.TextBody {
			return
		}
		plain := strings.TrimSuffix(text, "\n")
		switch {
		case strings.TrimSpace(plain) != plain && strings.TrimSpace(plain) != "":
			f(at, "the text begins or ends with white space", "remove it; in YAML `|-` and `>-` leave the last line end out")
		case strings.HasSuffix(text, "\n") && plain != "":
			f(at, "the text ends with a line end", "write `|-` or `>-` in place of `|` or `>`")
		case strings.Contains(plain, "  "):
			f(at, "the text has several spaces in a row", "leave one")
		}
	})
}

// undocumented reports entries of which nothing says what they mean.
func undocumented(c *catalog, f found) {
	for _, e := range c.Entries {
		if e.Description == "" && !hasFixedText(e) && len(e.Children) == 0 {
			f(c.entry(e), "neither a `description` nor a fixed text says what happened: documentation has a name and no more", "describe it in a sentence")
		}
	}
}

// hasFixedText reports whether the entry's text says something of its own: several
// words, or one beside a param.
func hasFixedText(e *model.Entry) bool {
	for _, t := range e.Text {
		for _, p := range t.Parts {
			literal := strings.TrimSpace(p.Literal)
			if strings.Contains(literal, " ") || len(t.Parts) > 1 && strings.ContainsFunc(literal, unicode.IsLetter) {
				return true
			}
		}
	}
	return false
}

// says reports whether a field has a name of which people see that it says what
// happened.
func says(f *model.Field) bool {
	ends := func(word string) bool { return strings.HasSuffix(plainName(f.Name), word) }
	return f.IsTelling() || slices.ContainsFunc([]string{"message", "summary", "description", "details", "detail", "title", "text"}, ends)
}

// textGuessed reports envelopes of which it is not clear what says what happened.
func textGuessed(c *catalog, f found) {
	for _, env := range c.Envelopes {
		fields := env.TextFields()
		if len(fields) < 2 || says(fields[0]) || c.envelopes[env.Name].Text.Given() {
			continue
		}
		for _, e := range env.Entries {
			if e.Envelope == env && !c.says(e, "text") {
				f(c.envelope(env, "body"), "no member has a name that says what happened: Error() and logs show "+diag.Quote(fields[0].Name)+" because it is the first", "say which with `text: '{...}'`")
				break
			}
		}
	}
}

// remedyMissing reports the few entries that do not say what to do.
func remedyMissing(c *catalog, f found) {
	said := 0
	for _, e := range c.Entries {
		if e.Remedy != "" {
			said++
		}
	}
	if 2*said < len(c.Entries) {
		return // the catalog does not say it
	}
	for _, e := range c.Entries {
		if e.Remedy == "" && len(e.Children) == 0 {
			f(c.entry(e), "most others have a `remedy`, and nothing says what to do about this one", "say it in a sentence")
		}
	}
}
