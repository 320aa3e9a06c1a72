package table

import (
	"regexp"
	"strings"
)

// What holds blocks of Markdown in the dialects of sites: components of MDX, tabs and
// admonitions of MkDocs, containers of colons. CommonMark takes what is indented in them
// for code, and what follows a component's tag for HTML.
var (
	componentStart = regexp.MustCompile(`^<([A-Z][A-Za-z0-9.]*)(\s[^>]*?)?(/?)>$`)
	componentEnd   = regexp.MustCompile(`^</([A-Z][A-Za-z0-9.]*)>$`)
	indentedStart  = regexp.MustCompile(`^(===[!+]?|!!!\+?|\?\?\?\+?)[ \t]+(?:[\w-]+[ \t]*)*(?:"([^"]*)")?$`)
	colons         = regexp.MustCompile(`^:{3,}(?:[ \t]*[{.#]*([\w-]+)\}?(.*))?$`)
	tabLine        = regexp.MustCompile(`^(?:@tab(?::active)?|==)[ \t]+(.+)$`) // in containers of tabs
)

// container is one that is open.
type container struct {
	name   string // of a component; "" of one whose blocks are indented
	tab    bool
	indent int // of its first line
	strip  int // of its blocks, -1 as long as there is none
}

// opener opens containers, line by line.
type opener struct {
	open   []container
	fence  string
	tabs   tabs
	colons []string // the names of containers of colons that are open
	lines  []string // that are read
}

// openContainers puts the blocks in containers where they are blocks of the page. Lines
// stay lines; tags stand in comments, in which what they say is found.
func openContainers(source string) string {
	var o opener
	for line := range strings.SplitSeq(source, "\n") {
		o.lines = append(o.lines, o.line(line))
	}
	return strings.Join(o.lines, "\n")
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
	o.dedent(indent)
	if m := componentStart.FindStringSubmatch(text); m != nil && !propertyTag.MatchString(text) {
		if m[3] == "" && len(o.open) < maxNesting {
			o.open = append(o.open, container{name: m[1], indent: indent, strip: -1})
		}
		if tab := o.tabs.start(m[1], m[2]); tab != "" {
			return tab
		}
		return "<!--" + text + "-->"
	}
	if m := componentEnd.FindStringSubmatch(text); m != nil && o.close(m[1]) {
		return orComment(o.tabs.end(m[1]))
	}
	if m := indentedStart.FindStringSubmatch(text); m != nil && len(o.open) < maxNesting {
		tab := strings.HasPrefix(m[1], "=") && m[2] != ""
		o.open = append(o.open, container{indent: indent, strip: indent + 4, tab: tab})
		if tab {
			return tabStart(m[2])
		}
		return "<!---->"
	}
	if m := colons.FindStringSubmatch(text); m != nil {
		return orComment(o.colon(m[1], m[2]))
	}
	if m := tabLine.FindStringSubmatch(text); m != nil && len(o.tabs.sets) > 0 {
		return tabStart(m[1])
	}
	o.fence = fenceOf(text)
	return o.stripped(line, indent)
}

// dedent closes the containers of indented blocks that a line of less indentation ends.
func (o *opener) dedent(indent int) {
	for n := len(o.open); n > 0 && o.open[n-1].name == "" && indent <= o.open[n-1].indent; n-- {
		if o.open[n-1].tab {
			o.endTab()
		}
		o.open = o.open[:n-1]
	}
}

// orComment is a comment in the place of nothing.
func orComment(text string) string {
	if text == "" {
		return "<!---->"
	}
	return text
}

// endTab ends a tab of indented blocks in the empty line behind it.
func (o *opener) endTab() {
	if n := len(o.lines); n > 0 && strings.TrimSpace(o.lines[n-1]) == "" {
		o.lines[n-1] = tabEnd
	}
}

// colon opens a container of colons, or without a name closes the innermost one.
func (o *opener) colon(name, said string) string {
	if name != "" {
		o.colons = append(o.colons, name)
		return o.tabs.start(name, said)
	}
	n := len(o.colons)
	if n == 0 {
		return ""
	}
	name, o.colons = o.colons[n-1], o.colons[:n-1]
	if tabSetName.MatchString(name) { // what @tab begins has no end of its own
		o.tabs.end(name)
		return tabEnd
	}
	return o.tabs.end(name)
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
