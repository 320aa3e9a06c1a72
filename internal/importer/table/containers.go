package table

import (
	"regexp"
	"strings"
)

// What holds blocks of Markdown in the dialects of sites: components of MDX, tabs and
// admonitions of MkDocs, containers of colons. CommonMark takes what is indented in them
// for code, and what follows a component's tag for HTML.
var (
	componentStart = regexp.MustCompile(`^<([A-Z][A-Za-z0-9.]*)(?:\s[^>]*?)?(/?)>$`)
	componentEnd   = regexp.MustCompile(`^</([A-Z][A-Za-z0-9.]*)>$`)
	indentedStart  = regexp.MustCompile(`^(===[!+]?|!!!\+?|\?\?\?\+?)[ \t]+(?:[\w-]+[ \t]*)*(?:"([^"]*)")?$`)
	colons         = regexp.MustCompile(`^:{3,}([ \t{].*|[a-z].*)?$`)
)

// container is one that is open.
type container struct {
	name   string // of a component; "" of one whose blocks are indented
	indent int    // of its first line
	strip  int    // of its blocks, -1 as long as there is none
}

// opener opens containers, line by line.
type opener struct {
	open  []container
	fence string
}

// openContainers puts the blocks in containers where they are blocks of the page. Lines
// stay lines; tags stand in comments, in which what they say is found.
func openContainers(source string) string {
	var o opener
	var b strings.Builder
	for i, line := range strings.Split(source, "\n") {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(o.line(line))
	}
	return b.String()
}

func (o *opener) line(line string) string {
	text := strings.TrimSpace(line)
	indent := len(line) - len(strings.TrimLeft(line, " \t"))
	if o.fence != "" || text == "" {
		if o.fence != "" && strings.HasPrefix(text, o.fence) {
			o.fence = ""
		}
		return o.stripped(line, indent)
	}
	for n := len(o.open); n > 0 && o.open[n-1].name == "" && indent <= o.open[n-1].indent; n-- {
		o.open = o.open[:n-1]
	}
	if m := componentStart.FindStringSubmatch(text); m != nil && !propertyTag.MatchString(text) {
		if m[2] == "" && len(o.open) < maxNesting {
			o.open = append(o.open, container{m[1], indent, -1})
		}
		return "<!--" + text + "-->"
	}
	if m := componentEnd.FindStringSubmatch(text); m != nil && o.close(m[1]) {
		return "<!---->"
	}
	if m := indentedStart.FindStringSubmatch(text); m != nil && len(o.open) < maxNesting {
		o.open = append(o.open, container{"", indent, indent + 4})
		if strings.HasPrefix(m[1], "=") {
			return `<!--<Tab title="` + m[2] + `">-->`
		}
		return "<!---->"
	}
	if colons.MatchString(text) {
		return "<!---->"
	}
	o.fence = fenceOf(text)
	return o.stripped(line, indent)
}

// close closes the innermost component of a name, if one is open, with what is in it.
func (o *opener) close(name string) bool {
	for i := len(o.open) - 1; i >= 0; i-- {
		if o.open[i].name == name {
			o.open = o.open[:i]
			return true
		}
	}
	return false
}

// stripped is a line without the indentation that its container gives it.
func (o *opener) stripped(line string, indent int) string {
	if len(o.open) == 0 {
		return line
	}
	c := &o.open[len(o.open)-1]
	if c.strip < 0 && indent < len(line) {
		c.strip = indent
	}
	return line[min(indent, max(c.strip, 0)):]
}
