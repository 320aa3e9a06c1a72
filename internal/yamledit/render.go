package yamledit

import (
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/yamltext"
)

// lined is text that begins lines of its own below a key, while other text goes on in
// the key's line.
func lined(text string) bool { return strings.HasPrefix(text, "\n") }

// block writes what stands behind "key:" or "-", without the space: lines of their own
// (which begin with a line break) or a rest of the line. Line breaks are \n for now.
// Column is that of the collection in block style around it.
func (s style) block(v Value, column int, inList bool) string {
	switch v := v.(type) {
	case Map:
		if len(v) == 0 {
			break
		}
		indent := column + len(s.step)
		if inList || column < 0 {
			indent = column + 2
		}
		if column < 0 {
			indent = 0
		}
		return s.members(v, indent)
	case List:
		if len(v) == 0 {
			break
		}
		indent := max(0, column+s.list)
		if inList {
			indent = column + 2
		}
		return s.items(v, indent)
	case string:
		if text, ok := literal(v, max(0, column+len(s.step))); ok {
			return text
		}
	}
	return s.flow(v, false)
}

// members writes the lines of a mapping.
func (s style) members(m Map, indent int) string {
	var b strings.Builder
	for _, member := range m {
		b.WriteString(comment(member.Comment, indent))
		b.WriteString("\n" + strings.Repeat(" ", indent) + s.scalar(member.Key, false, yamltext.Plain) + ":")
		b.WriteString(behind(s.block(member.Value, indent, false)))
	}
	return b.String()
}

// items writes the lines of a sequence. The first line of a collection in it goes on
// behind the dash.
func (s style) items(l List, indent int) string {
	var b strings.Builder
	for _, item := range l {
		text := s.block(item, indent, true)
		if rest, ok := strings.CutPrefix(text, "\n"+strings.Repeat(" ", indent+2)); ok && !strings.HasPrefix(rest, "#") {
			text = rest
		}
		b.WriteString("\n" + strings.Repeat(" ", indent) + "-" + behind(text))
	}
	return b.String()
}

// behind puts the space before what goes on in a line.
func behind(text string) string {
	if lined(text) {
		return text
	}
	return " " + text
}

// comment writes lines of a comment, each with its line break before it.
func comment(text string, indent int) string {
	var b strings.Builder
	for _, line := range CommentLines(text) {
		b.WriteString("\n" + strings.Repeat(" ", indent) + line)
	}
	return b.String()
}

// CommentLines are the lines of a comment, none of no text. Those with characters that
// YAML does not have, or that end a line, have them as Go escapes them.
func CommentLines(text string) (all []string) {
	if text == "" {
		return nil
	}
	for line := range strings.SplitSeq(text, "\n") {
		if !yamltext.Printable(strings.ReplaceAll(line, "\t", " ")) {
			quoted := strconv.Quote(line)
			line = quoted[1 : len(quoted)-1]
		}
		all = append(all, strings.TrimRight("# "+line, " \t"))
	}
	return all
}

// literal writes a text of several lines below "|"; false if it cannot be written so.
func literal(s string, indent int) (string, bool) {
	body, ends := strings.CutSuffix(s, "\n")
	if !strings.Contains(body, "\n") || strings.ContainsAny(s[:1], " \n\t") || strings.HasSuffix(body, "\n") {
		return "", false
	}
	head := "|-"
	if ends {
		head = "|"
	}
	var b strings.Builder
	b.WriteString(head)
	for line := range strings.SplitSeq(body, "\n") {
		if !yamltext.Printable(strings.ReplaceAll(line, "\t", " ")) || line != "" && strings.Trim(line, " \t") == "" {
			return "", false
		}
		b.WriteString("\n")
		if line != "" {
			b.WriteString(strings.Repeat(" ", indent) + line)
		}
	}
	return b.String(), true
}

// flow writes a value in one line. Within says whether it stands in braces or brackets.
func (s style) flow(v Value, within bool) string {
	switch v := bare(v).(type) {
	case Map:
		var parts []string
		for _, m := range v {
			parts = append(parts, s.pair(m, s.flow(m.Value, true)))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case List:
		var parts []string
		for _, item := range v {
			parts = append(parts, s.flow(item, true))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case nil:
		return "null"
	case bool:
		return strconv.FormatBool(v)
	case int:
		return strconv.Itoa(v)
	case Number:
		return string(v)
	case string:
		return s.scalar(v, within, yamltext.Plain)
	}
	panic("yamledit: not a Value")
}

// pair writes a member within braces.
func (s style) pair(m Member, value string) string {
	return s.scalar(m.Key, true, yamltext.Plain) + ": " + value
}

// spread writes a collection within braces or brackets with a line for each element, as
// JSON usually is.
func (s style) spread(v Value, indent string) string {
	open, closing := "[", "]"
	var parts []string
	switch v := v.(type) {
	case Map:
		open, closing = "{", "}"
		for _, m := range v {
			parts = append(parts, s.pair(m, s.spread(m.Value, indent+s.step)))
		}
	case List:
		for _, item := range v {
			parts = append(parts, s.spread(item, indent+s.step))
		}
	}
	if len(parts) == 0 {
		return s.flow(v, true)
	}
	line := "\n" + indent + s.step
	return open + line + strings.Join(parts, ","+line) + "\n" + indent + closing
}

// scalar writes a text in one line, in quotes that it needs, or that were there before.
func (s style) scalar(v string, flow bool, before yamltext.Style) string {
	switch {
	case s.json || before == yamltext.DoubleQuoted || !yamltext.Printable(v):
		return yamltext.InDoubleQuotes(v)
	case before != yamltext.SingleQuoted && yamltext.IsPlain(v, flow):
		return v
	case before != yamltext.SingleQuoted && s.quotes == yamltext.DoubleQuoted:
		return yamltext.InDoubleQuotes(v)
	}
	return yamltext.InSingleQuotes(v)
}
