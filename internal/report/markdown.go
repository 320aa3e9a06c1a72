package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// commentLimit is how many bytes of Markdown are written: a comment on GitHub has
// 65,536 characters at most.
const commentLimit = 60_000

// headings are the sections of findings, by their levels.
var headings = map[Level]string{Error: "Errors", Warning: "Warnings", Info: "Other"}

// Notes is a report as Markdown for the notes of a release: all of it, without places,
// rules and remedies.
func Notes(r Report) string {
	var b strings.Builder
	markdown(&b, r, 0)
	return b.String()
}

// markdown writes a report as Markdown, the findings of each catalog together, up to a
// limit of bytes; as notes if that is 0.
func markdown(b *strings.Builder, r Report, limit int) {
	title := r.Title
	if title == "" {
		title = "errgen " + r.Command
	}
	fmt.Fprintf(b, "# %s\n", title)
	if r.Failure != "" {
		fmt.Fprintf(b, "\nNothing is known, since it failed: %s\n", Code(r.Failure))
	}
	if r.Failure == "" && len(r.Findings) == 0 && r.Closing == "" {
		fmt.Fprintf(b, "\nNothing was found.\n")
	}
	left := 0
	catalogs := parted(r.Findings, Finding.catalog)
	slices.SortStableFunc(catalogs, func(a, b []Finding) int { return strings.Compare(a[0].catalog(), b[0].catalog()) })
	for _, of := range catalogs {
		heading := "\n## " + Code(of[0].catalog()) + "\n"
		for _, section := range parted(worstFirst(of), func(f Finding) Level { return f.Level }) {
			heading += "\n### " + r.heading(section[0].Level) + "\n\n"
			for _, g := range gather(section) {
				item := g.item(limit == 0)
				if limit > 0 && b.Len()+len(heading)+len(item) > limit {
					left += 1 + len(g.also) + g.more
					continue
				}
				b.WriteString(heading + item)
				heading = ""
			}
		}
	}
	if left > 0 {
		fmt.Fprintf(b, "\n... and %d more.\n", left)
	}
	if r.Closing != "" {
		fmt.Fprintf(b, "\n%s\n", r.Closing)
	}
}

// catalog is under which heading a finding stands: the package of its catalog, else its
// file.
func (f Finding) catalog() string {
	if f.Package != "" {
		return f.Package
	}
	return f.place(diag.Pos{File: f.Pos.File})
}

// parted are findings by a key, in the order of the first of each.
func parted[K comparable](findings []Finding, key func(Finding) K) [][]Finding {
	var parts [][]Finding
	at := map[K]int{}
	for _, f := range findings {
		i, known := at[key(f)]
		if !known {
			i = len(parts)
			at[key(f)] = i
			parts = append(parts, nil)
		}
		parts[i] = append(parts[i], f)
	}
	return parts
}

// heading is that of a level.
func (r Report) heading(l Level) string {
	if h := r.Headings[l]; h != "" {
		return h
	}
	return headings[l]
}

// item is a finding as an item of a list.
func (g gathered) item(brief bool) string {
	text := "- "
	message := g.Message
	if g.Subject != "" {
		text += "**" + strings.Join(subjects(g), "**, **") + "**: "
	}
	if len(g.also) > 0 {
		message = withSubject(message, g.Subject, "them")
	}
	text += plain(message)
	if g.Response == "" { // otherwise the message says as what it is read
		text += g.values()
	}
	text = sentence(text + plain(g.acceptance()))
	if brief {
		return text + "\n"
	}
	if g.Remedy != "" {
		text += " " + sentence(plain(strings.ToUpper(g.Remedy[:1])+g.Remedy[1:]))
	}
	text += fmt.Sprintf(" (%s %s)", Code(g.place(g.Pos)), Code(g.Rule))
	if g.more > 0 {
		text += fmt.Sprintf(" And %d more, up to %s.", g.more, Code(g.place(g.last)))
	}
	return text + "\n"
}

// sentence is a text that ends like one.
func sentence(text string) string {
	if strings.HasSuffix(text, "?") || strings.HasSuffix(text, "!") {
		return text
	}
	return text + "."
}

// subjects are what a finding and the others of its cause are about.
func subjects(g gathered) []string {
	all := []string{plain(g.Subject)}
	for _, other := range g.also {
		all = append(all, plain(other))
	}
	return all
}

// values are the old and the new value.
func (f Finding) values() string {
	values := slices.DeleteFunc([]string{f.Before, f.After}, func(v string) bool { return v == "" })
	switch {
	case len(values) == 2:
		return ": " + Code(f.Before) + ", now " + Code(f.After)
	case len(values) == 1:
		return ": " + Code(values[0])
	}
	return ""
}

// Code is a text as Markdown shows it, on one line.
func Code(text string) string {
	text = oneLine(text)
	fence := "`"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	if fence != "`" {
		return fence + " " + text + " " + fence
	}
	return fence + text + fence
}

// plain is a text that Markdown shows as it is, but for names between backquotes, which
// it shows as code.
func plain(text string) string {
	parts := strings.Split(oneLine(text), "`")
	for i, part := range parts {
		switch {
		case i%2 == 0:
			parts[i] = marks.Replace(part)
		case i == len(parts)-1: // without a second backquote
			parts[i] = "\\`" + marks.Replace(part)
		case part == "":
			parts[i] = "\\`\\`"
		default:
			parts[i] = "`" + part + "`"
		}
	}
	return strings.Join(parts, "")
}

// marks are what Markdown would act upon.
var marks = strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "#", `\#`, "&", `\&`)

// oneLine is a text without line ends, bounded.
func oneLine(text string) string {
	const most = 500
	text = diag.Escape(strings.Join(strings.Fields(text), " "))
	if len(text) > most {
		text = strings.ToValidUTF8(text[:most], "") + "..."
	}
	return text
}
