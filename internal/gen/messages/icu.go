package messages

import (
	"bytes"
	"encoding/json"
	"go/token"
	"regexp"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// ICU is ICU MessageFormat (unicode-org.github.io/icu/userguide/format_parse/messages),
// in JSON as Application Resource Bundles have it: a member for each message, and one
// with an @ before its name for what translators are told of it.
var ICU = &Format{text: icuText, name: icuName, bundle: icuBundle}

// SourceHash is the attribute of a message in JSON that holds the hash of the text of
// which it is a translation.
const SourceHash = "x-source-hash"

// icuName is the name of an argument: that of a param, or as Go has it where messages
// cannot have that ("X-Limit"). That of the status gives way to a param's.
func icuName(e *model.Entry, p *model.Param) string {
	switch {
	case p != nil && token.IsIdentifier(p.Name) || p != nil && token.IsKeyword(p.Name):
		return p.Name
	case p != nil:
		return p.ArgName
	}
	name := "status"
	for slices.ContainsFunc(e.Params, func(p *model.Param) bool { return p.Name == name }) {
		name += "_"
	}
	return name
}

// icuText is what an entry says as an ICU message.
func icuText(e *model.Entry, texts []*model.Template) string { return icuChoice(e, choose(texts)) }

// icuChoice asks by a select whether a param is there: an argument that is given as
// undefined is not.
func icuChoice(e *model.Entry, c *choice) string {
	if c.text == nil {
		return icuSelect(icuName(e, c.param), "undefined", icuChoice(e, c.absent), icuChoice(e, c.present))
	}
	var out strings.Builder
	for _, part := range parts(e, c.text) {
		switch name := icuName(e, part.Param); {
		case part.Kind == model.LiteralPart:
			out.WriteString(icuLiteral(part.Literal))
		case part.Param != nil && part.Param.Schema.Resolved().Kind == model.BooleanKind:
			out.WriteString(icuSelect(name, "true", "true", "false"))
		default:
			out.WriteString("{" + name + "}")
		}
	}
	return out.String()
}

func icuSelect(name, value, then, otherwise string) string {
	return "{" + name + ", select, " + value + " {" + then + "} other {" + otherwise + "}}"
}

// icuLiteral quotes what has a meaning in messages: an apostrophe is written twice, and
// braces stand between two, with the apostrophes that follow, since the end of a quote and
// an apostrophe behind it would be one that is quoted.
func icuLiteral(text string) string {
	return icuBraces.ReplaceAllStringFunc(strings.ReplaceAll(text, "'", "''"), func(run string) string { return "'" + run + "'" })
}

var icuBraces = regexp.MustCompile("[{}][{}']*")

func icuBundle(messages []Message, catalog string) []byte {
	out := bytes.NewBufferString(gen.HeaderLine(".json", catalog))
	for _, m := range messages {
		out.WriteString(",\n  " + quoted(m.Name) + ": " + quoted(m.Text))
		out.WriteString(",\n  " + quoted("@"+m.Name) + ": {")
		if m.Note != "" {
			out.WriteString("\n    \"description\": " + quoted(m.Note) + ",")
		}
		if len(m.Placeholders) > 0 {
			out.WriteString("\n    \"placeholders\": {" + icuPlaceholders(m.Placeholders) + "\n    },")
		}
		out.WriteString("\n    " + quoted(SourceHash) + ": " + quoted(m.Hash) + "\n  }")
	}
	out.WriteString("\n}\n")
	return out.Bytes()
}

// icuPlaceholders are the members of placeholders, one in each line.
func icuPlaceholders(all []Placeholder) string {
	var lines []string
	for _, h := range all {
		line := "\n      " + quoted(h.Name) + `: {"type": ` + quoted(h.Type)
		if h.Example != "" {
			line += `, "example": ` + quoted(h.Example)
		}
		if h.Note != "" {
			line += `, "description": ` + quoted(h.Note)
		}
		lines = append(lines, line+"}")
	}
	return strings.Join(lines, ",")
}

// quoted is a text as a string of JSON (RFC 8259), which is one of TOML, too
// (toml.io/en/v1.0.0#string: a delete character has to be escaped there).
func quoted(s string) string {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(s) // a string can always be encoded
	return strings.ReplaceAll(strings.TrimSuffix(out.String(), "\n"), "\x7f", `\u007f`)
}
