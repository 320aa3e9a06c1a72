package table

import (
	"regexp"
	"strconv"
	"strings"
)

// region is HTML that was cut out of a page.
type region struct {
	text string
	line int
}

// mark stands for a region.
const mark = "\ue000"

var marked = regexp.MustCompile(mark + `(\d+)` + mark)

// cutHTML puts marks in the place of tables and lists of HTML, but not in code.
func cutHTML(source string) (string, []region) {
	var regions []region
	var b strings.Builder
	fence, line, open := "", 1, 0
	const maxOpen = 20 // elements that do not end, before no other is looked for
	for len(source) > 0 {
		end := strings.IndexByte(source, '\n') + 1
		if end == 0 {
			end = len(source)
		}
		this := source[:end]
		if f := fenceOf(this); f != "" && (fence == "" || strings.HasPrefix(f, fence)) {
			if fence == "" {
				fence = f
			} else {
				fence = ""
			}
		}
		if m := htmlRegion.FindStringSubmatchIndex(this); m != nil && fence == "" && open < maxOpen {
			name := this[m[2]:m[3]]
			if n := closing(source[m[0]:], name); n > 0 && !isComponent(name, source[m[0]:m[0]+n]) {
				found := source[m[0] : m[0]+n]
				b.WriteString(this[:m[0]] + mark + strconv.Itoa(len(regions)) + mark + strings.Repeat("\n", strings.Count(found, "\n")))
				regions = append(regions, region{found, line})
				line += strings.Count(found, "\n")
				source = source[m[0]+n:]
				continue
			}
			open++
		}
		b.WriteString(this)
		line += strings.Count(this, "\n")
		source = source[end:]
	}
	return b.String(), regions
}

// isComponent reports whether an element is a component of MDX with a table of pipes.
func isComponent(name, source string) bool {
	return name == "Table" && !strings.Contains(strings.ToLower(source), "<tr")
}

// fenceOf is the fence with which a line begins or ends code, "" if it is none.
func fenceOf(line string) string {
	line = strings.TrimLeft(line, " \t")
	for _, c := range []string{"`", "~"} {
		if n := len(line) - len(strings.TrimLeft(line, c)); n >= 3 {
			return strings.Repeat(c, 3)
		}
	}
	return ""
}

// closing is the length of an element with which a text begins, 0 if it does not end.
func closing(source, name string) int {
	const most = 8 << 20
	source = source[:min(len(source), most)]
	tag := regexp.MustCompile(`(?i)<(/?)` + name + `\b[^>]*>`)
	depth := 0
	for at := 0; ; {
		m := tag.FindStringSubmatchIndex(source[at:])
		if m == nil {
			return 0
		}
		if m[2] < m[3] {
			depth--
		} else {
			depth++
		}
		if at += m[1]; depth == 0 {
			return at
		}
	}
}
