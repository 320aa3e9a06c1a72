package messages

import (
	"bytes"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// GoI18n is TOML as github.com/nicksnyder/go-i18n has it: a table for each message, whose
// text is a text/template over the data of the error, the Go struct of the entry.
var GoI18n = &Format{text: goText, name: goName, noted: true, bundle: goBundle}

// goName is the struct field of a param or of the status.
func goName(_ *model.Entry, p *model.Param) string {
	if p == nil {
		return "Status"
	}
	return p.GoName
}

// goText is what an entry says as a template. A param that is absent is a nil pointer.
func goText(e *model.Entry, texts []*model.Template) string {
	var out strings.Builder
	for i, t := range texts {
		switch {
		case len(texts) == 1:
		case i == len(texts)-1:
			out.WriteString("{{else}}")
		case i == 0:
			out.WriteString("{{if " + goCondition(t) + "}}")
		default:
			out.WriteString("{{else if " + goCondition(t) + "}}")
		}
		for _, part := range parts(e, t) {
			if part.Kind == model.LiteralPart {
				out.WriteString(goLiteral(part.Literal))
			} else {
				out.WriteString("{{" + goValue(e, part.Param) + "}}")
			}
		}
	}
	if len(texts) > 1 {
		out.WriteString("{{end}}")
	}
	return out.String()
}

// goCondition is whether the params of a wording are there.
func goCondition(t *model.Template) string {
	var names []string
	for _, p := range optional(t) {
		names = append(names, "."+p.GoName)
	}
	if len(names) == 1 {
		return names[0]
	}
	return "and " + strings.Join(names, " ")
}

// goValue is a param as it stands in texts (docs/spec.md#placeholders): durations as
// their number, times as their Unix time.
func goValue(e *model.Entry, p *model.Param) string {
	value := "." + goName(e, p)
	if p == nil {
		return value
	}
	switch s := p.Schema.Resolved(); {
	case p.Go.Kind == model.GoTime:
		return value + ".Unix"
	case p.Go.Kind == model.GoDuration && s.Format == "milliseconds":
		return value + ".Milliseconds"
	case p.Go.Kind == model.GoDuration && s.Kind == model.IntegerKind:
		return `printf "%.0f" ` + value + ".Seconds"
	case p.Go.Kind == model.GoDuration:
		return value + ".Seconds"
	}
	return value
}

// goLiteral is a text in a template, in which two braces would begin an action, and so
// would one before an action.
func goLiteral(text string) string {
	var out strings.Builder
	for text != "" {
		at := strings.IndexByte(text, '{')
		if at < 0 {
			break
		}
		rest := strings.TrimLeft(text[at:], "{")
		braces := text[at : len(text)-len(rest)]
		out.WriteString(text[:at])
		if len(braces) > 1 || rest == "" {
			braces = `{{"` + braces + `"}}`
		}
		out.WriteString(braces)
		text = rest
	}
	return out.String() + text
}

func goBundle(messages []Message, catalog string) []byte {
	out := bytes.NewBufferString(gen.HeaderLine(".toml", catalog) + "\n")
	for _, m := range messages {
		out.WriteString("\n[" + goKey(m.Name) + "]\n")
		if m.Note != "" {
			out.WriteString("description = " + quoted(m.Note) + "\n")
		}
		out.WriteString("hash = " + quoted(m.Hash) + "\nother = " + quoted(m.Text) + "\n")
	}
	return out.Bytes()
}

// goKey is the name of an entry as a key of TOML: bare if it is of ASCII.
func goKey(name string) string {
	if strings.ContainsFunc(name, func(r rune) bool { return r > 0x7e }) {
		return quoted(name)
	}
	return name
}
