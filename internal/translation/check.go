package translation

import (
	"fmt"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/gen/messages"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/report"
)

// checker is one run over a file.
type checker struct {
	*File
	pkg   string
	found []report.Finding
}

// Check returns where a file of translations is not what a catalog asks for: what is
// missing first, then in the order of the file.
func Check(f *File, c *model.Catalog) []report.Finding {
	k := &checker{File: f, pkg: c.Package}
	sources := map[string]messages.Message{}
	var names []string
	for _, m := range f.format.Messages(c) {
		sources[m.Name] = m
		names = append(names, m.Name)
		if f.of(m.Name).isEmpty() && m.Text != "" {
			k.report(Missing, m.Name, 0, fmt.Sprintf("%s has no translation", diag.Quote(m.Name)), "copy the message from what --emit messages writes, and translate it")
		}
	}
	for _, t := range f.translations {
		m, ok := sources[t.name]
		switch {
		case !ok:
			k.report(Extra, t.name, t.at, fmt.Sprintf("%s is no error of the catalog", diag.Quote(t.name)), diag.DidYouMean(t.name, names, "remove it"))
		case f.of(t.name) == t && !t.isEmpty():
			k.texts(t, m)
			k.hash(t, m)
		}
	}
	return k.found
}

func (k *checker) report(r Rule, subject string, at int, message, remedy string, facts ...string) *report.Finding {
	k.found = append(k.found, report.Finding{
		Rule: string(r), Level: levels[r], Category: "messages", Pos: k.pos(at), Package: k.pkg, Subject: subject,
		Message: message, Remedy: remedy, Facts: facts,
	})
	return &k.found[len(k.found)-1]
}

// texts reports placeholders that the message has not, or that no text of the
// translation has.
func (k *checker) texts(t *translation, m messages.Message) {
	var known, used []string
	for _, h := range m.Placeholders {
		known = append(known, h.Name)
	}
	for _, text := range t.texts {
		names, err := k.placeholders(text, t.left, t.right)
		if err != nil {
			k.report(Syntax, t.name, t.at, fmt.Sprintf("the translation of %s cannot be shown: %s", diag.Quote(t.name), diag.Escape(err.Error())),
				"mend it as the syntax of the format is; the message is: "+m.Text)
			return
		}
		used = append(used, names...)
	}
	slices.Sort(used)
	for _, name := range slices.Compact(used) {
		if !slices.Contains(known, name) {
			otherwise := "the message has no placeholder"
			if len(known) > 0 {
				otherwise = "there is " + strings.Join(known, ", ")
			}
			k.report(Placeholder, t.name, t.at, fmt.Sprintf("the translation of %s shows %s, which the error has not", diag.Quote(t.name), diag.Quote(name)),
				diag.DidYouMean(name, known, otherwise), "unknown", name)
		}
	}
	for _, name := range known {
		if !slices.Contains(used, name) {
			k.report(Placeholder, t.name, t.at, fmt.Sprintf("the translation of %s does not show %s", diag.Quote(t.name), diag.Quote(name)),
				absentRemedy(t), "absent", name)
		}
	}
}

// absentRemedy is what to do where no text shows a placeholder.
func absentRemedy(t *translation) string {
	if slices.ContainsFunc(t.texts, func(text string) bool { return strings.Contains(text, "'{") }) {
		return "an apostrophe before a brace quotes it: write two"
	}
	return "put it there"
}

// hash reports a translation of another text than the message has now.
func (k *checker) hash(t *translation, m messages.Message) {
	switch t.hash {
	case m.Hash:
	case "":
		k.report(Unmarked, t.name, t.at, fmt.Sprintf("nothing says of which text this is a translation: %s", diag.Quote(t.name)),
			"compare it with the message, then: errgen messages accept")
	default:
		k.report(Stale, t.name, t.at, fmt.Sprintf("the translation of %s is of another text", diag.Quote(t.name)),
			"translate it anew, then: errgen messages accept --only "+t.name).After = m.Text
	}
}

// Accept returns the text of a file in which translations count as those of what the
// messages say now: all of them, or those of some names. The error is a name of which the
// file has no translation, or a file that cannot be changed.
func Accept(f *File, c *model.Catalog, only []string) ([]byte, error) {
	hashes := map[string]string{}
	for _, m := range f.format.Messages(c) {
		t := f.of(m.Name)
		if t != nil && t.hash != m.Hash && (len(only) == 0 || slices.Contains(only, m.Name)) {
			hashes[m.Name] = m.Hash
		}
	}
	for _, name := range only {
		if f.of(name) == nil {
			return nil, fmt.Errorf("%s has no translation of %s", f.Path, diag.Quote(name))
		}
	}
	return f.marked(hashes)
}
