package table

import (
	"regexp"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/importer/draft"
)

// restOf is what follows a status: "403 Forbidden".
func restOf(text string) string {
	return strings.Trim(statusText.ReplaceAllString(text, ""), " :-–—()")
}

// codesIn are the codes in a cell: what alone is marked as code, or else its words.
func codesIn(c cell) []string {
	if len(c.spans) == 1 && strings.TrimSpace(c.spans[0]) == c.text {
		return []string{c.spans[0]}
	}
	return codesOf(strings.Trim(c.text, "`"))
}

// codesOf are the codes in a text.
func codesOf(text string) (all []string) {
	parts := partsOf(text)
	for _, part := range parts {
		part = strings.Trim(part, "`*\"' ")
		if !isWord(part) {
			return nil
		}
		if !slices.Contains(all, part) {
			all = append(all, part)
		}
	}
	return all
}

// addAll adds an entry for each code.
func (d *drafter) addAll(codes []string, f filled) {
	if len(codes) == 0 {
		d.add(f)
		return
	}
	for _, code := range codes {
		one := *f.entry
		one.Code = code
		f := filled{entry: &one, texts: f.texts}
		d.add(f)
	}
}

func (d *drafter) add(f filled) {
	if len(f.entry.Status) == 0 && f.entry.Close == "" {
		f.entry.Status = d.sectionStatus()
	}
	d.c.Entries = append(d.c.Entries, f.entry)
	d.rows = append(d.rows, f)
	if f.entry.Name != "" {
		d.named[f.entry.Name] = f.entry
	}
	if f.entry.Code != "" && d.codes[f.entry.Code] == nil {
		d.codes[f.entry.Code] = f.entry
	}
}

var affirmed = regexp.MustCompile(`(?i)^(yes|true|y|✓|✔|✅|retry.*|retriable.*|safe.*)$`)

// say notes what a column or label tells of an entry.
func (d *drafter) say(e *draft.Entry, role Role, head, text, link string) {
	if link != "" && e.Docs == "" && !strings.HasPrefix(link, "#") && !strings.Contains(link, " ") && !strings.HasPrefix(link, "mailto:") {
		e.Docs = link
	}
	text = strings.TrimSpace(text)
	if text == "" {
		return
	}
	switch role {
	case Status:
		if all := statusesOf(text); len(all) > 0 {
			e.Status = all
		} else {
			appendTo(&e.Description, head+": "+text)
		}
	case Code:
		if codes := codesOf(text); len(codes) == 1 && e.Code == "" {
			e.Code = codes[0]
		} else if e.Code != text {
			appendTo(&e.Description, head+": "+text)
		}
	case Close:
		if closeCode.MatchString(text) {
			e.Close = text
		}
	case Name:
		if e.Hint = text; text != strings.ToUpper(text) { // constants of C are no names of Go
			e.Name = text
		}
	case Remedy:
		appendTo(&e.Remedy, text)
	case Retry:
		e.Retryable = affirmed.MatchString(text)
	case Docs:
		if strings.HasPrefix(text, "http") && e.Docs == "" {
			e.Docs = text
		}
	case Description:
		appendTo(&e.Description, text)
	case Ignore:
	default:
		if head != "" {
			text = head + ": " + text
		}
		appendTo(&e.Description, text)
	}
}

func appendTo(text *string, more string) {
	if *text != "" && *text != more {
		*text += "\n"
	}
	if *text != more {
		*text += more
	}
}
