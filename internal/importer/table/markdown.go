package table

import (
	"html"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// readMarkdown reads a page of Markdown, with the front matter, templates and components
// that sites put around it.
func readMarkdown(source string) (*page, error) {
	p := &page{}
	if err := checkMarkdown(source); err != nil {
		return nil, err
	}
	source = p.frontMatter(source)
	source = template.ReplaceAllStringFunc(source, new(tabs).template)
	if strings.Contains(source, "{:") {
		source = attributes.ReplaceAllString(source, "")
	}
	source, regions := cutHTML(source)
	source = openContainers(source)
	w := &markdownWalk{page: p, source: []byte(source), regions: regions}
	for i, c := range w.source {
		if c == '\n' {
			w.lines = append(w.lines, i)
		}
	}
	doc := goldmark.New(goldmark.WithExtensions(extension.Table, extension.DefinitionList)).Parser().Parse(text.NewReader(w.source))
	if err := w.blocks(doc, 0); err != nil {
		return nil, err
	}
	return p, nil
}

var (
	template    = regexp.MustCompile(`(?s)\{%.*?%\}|\{\{[<%].*?[%>]\}\}`)
	attributes  = regexp.MustCompile(`(?m)^[ \t]*\{:[^{}\n]*\}[ \t]*$`) // of kramdown
	frontMatter = regexp.MustCompile(`(?s)^(---|\+\+\+)\n(.*?)\n(---|\+\+\+)[ \t]*(\n|$)`)
	frontTitle  = regexp.MustCompile(`(?m)^(?:title|pagename|linkTitle)[ \t]*[:=][ \t]*(.*)$`)
)

// frontMatter takes the page's title of what stands before it, and blanks that.
func (p *page) frontMatter(source string) string {
	m := frontMatter.FindString(source)
	if t := frontTitle.FindStringSubmatch(m); t != nil {
		p.title = strings.Trim(strings.TrimSpace(t[1]), `"'`)
	}
	return strings.Repeat("\n", strings.Count(m, "\n")) + source[len(m):]
}

// markdownWalk collects the blocks of Markdown.
type markdownWalk struct {
	page    *page
	source  []byte
	lines   []int // ends of lines
	regions []region
}

func (w *markdownWalk) lineAt(offset int) int { return sort.SearchInts(w.lines, offset) + 1 }

// line is the line in which a node begins.
func (w *markdownWalk) line(n ast.Node) int {
	if n.Type() != ast.TypeInline && n.Lines() != nil && n.Lines().Len() > 0 {
		return w.lineAt(n.Lines().At(0).Start)
	}
	if t, ok := n.(*ast.Text); ok {
		return w.lineAt(t.Segment.Start)
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if line := w.line(c); line > 0 {
			return line
		}
	}
	return 0
}

func (w *markdownWalk) add(n ast.Node, b block) {
	b.line = w.line(n)
	w.page.blocks = append(w.page.blocks, b)
}

// blocks adds the blocks in a node.
func (w *markdownWalk) blocks(n ast.Node, depth int) error {
	if depth > maxNesting {
		return nil
	}
	var term string
	var spans []string
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		var err error
		switch c := c.(type) {
		case *ast.Heading:
			b := block{kind: heading, level: c.Level, spans: w.spans(c)}
			if _, quoted := n.(*ast.Blockquote); quoted {
				b = block{kind: paragraph}
			}
			err = w.text(c, b)
		case *ast.FencedCodeBlock:
			w.add(c, block{kind: code, lang: string(c.Language(w.source)), text: w.raw(c)})
		case *ast.CodeBlock:
			w.add(c, block{kind: code, text: w.raw(c)})
		case *ast.HTMLBlock:
			err = w.html(c)
		case *east.Table:
			w.table(c)
		case *east.DefinitionTerm:
			term, spans = clean(w.inline(c)), w.spans(c)
		case *east.DefinitionDescription:
			w.add(c, block{kind: definition, term: term, text: clean(w.inline(c)), spans: spans})
		case *ast.ListItem:
			err = w.item(c, depth)
		case *ast.Paragraph, *ast.TextBlock:
			err = w.text(c, block{kind: paragraph})
		default:
			err = w.blocks(c, depth+1)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// item adds an item of a list, and what stands in it.
func (w *markdownWalk) item(n *ast.ListItem, depth int) error {
	first := n.FirstChild()
	if first == nil {
		return nil
	}
	text := clean(w.inline(first))
	term := ""
	switch c := first.FirstChild().(type) {
	case *ast.CodeSpan, *ast.Emphasis, *ast.Link:
		term = clean(w.inline(c))
	}
	w.add(first, block{kind: listItem, text: text, term: leading(text, term), spans: w.spans(first)})
	for c := first.NextSibling(); c != nil; c = c.NextSibling() {
		holder := c
		switch c := holder.(type) {
		case *ast.Paragraph, *ast.TextBlock:
			w.add(c, block{kind: paragraph, text: clean(w.inline(c))})
		case *ast.FencedCodeBlock:
			w.add(c, block{kind: code, lang: string(c.Language(w.source)), text: w.raw(c)})
		default:
			if err := w.blocks(c, depth+1); err != nil {
				return err
			}
		}
	}
	return nil
}

// leading is the term of an item that begins with it, marked as code or before a colon or
// dash, "" if there is none.
func leading(text, marked string) string {
	if marked != "" && strings.HasPrefix(text, marked) {
		return strings.TrimRight(marked, ":")
	}
	for _, sep := range []string{": ", " - ", " – ", " — "} {
		if term, _, ok := strings.Cut(text, sep); ok && isCodeLike(term) {
			return term
		}
	}
	return ""
}

// text adds a paragraph or heading, or the HTML for which marks in it stand.
func (w *markdownWalk) text(n ast.Node, b block) error {
	inline := w.inline(n)
	b.text = clean(inline)
	if b.kind == paragraph && (w.lined(n) || w.labelled(n, inline)) {
		return nil
	}
	if !strings.Contains(b.text, mark) {
		if b.text != "" {
			w.add(n, b)
		}
		return nil
	}
	return w.marks(b.text)
}

// labelled adds the lines of a paragraph each of which begins with a label, and reports
// whether it is such a one.
func (w *markdownWalk) labelled(n ast.Node, text string) bool {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	if len(lines) < 2 || slices.ContainsFunc(lines, func(line string) bool { return !labelStart.MatchString(line) }) {
		return false
	}
	for i, line := range lines {
		w.page.blocks = append(w.page.blocks, block{kind: paragraph, line: w.line(n) + i, text: clean(line)})
	}
	return true
}

// marks adds the HTML for which the marks in a text stand.
func (w *markdownWalk) marks(text string) error {
	for _, m := range marked.FindAllStringSubmatch(text, -1) {
		i, err := strconv.Atoi(m[1])
		if err != nil || i >= len(w.regions) {
			continue
		}
		walk := &htmlWalk{page: w.page}
		if err := walk.read(w.regions[i].text, w.regions[i].line); err != nil {
			return err
		}
	}
	return nil
}

// propertyTag is a component that describes a member of a body.
var propertyTag = regexp.MustCompile(`(?s)<(?:ResponseField|ParamField|Property|Field)\b[^>]*?\b(?:name|path|body)="([^"]+)"[^>]*>\s*([^<]*)`)

// titledTag is a component with a title, or the summary of details: a part of the page.
var titledTag = regexp.MustCompile(`(?s)<(Accordion|AccordionItem|Expandable|Collapse|Details|Tab|TabItem|Step|Card)\b[^>]*?\b(?:title|label)="([^"]+)"[^>]*>|<summary>\s*(?:<[^>]*>\s*)*([^<]+)`)

var anyTag = regexp.MustCompile(`(?s)<[^>]*>`)

// componentLevel is the level of the heading that the title of a component is: it is
// below all others.
const componentLevel = 7

// levelOf is the level of a component of a name: those that open stand within those that
// divide a page.
func levelOf(name string) int {
	if slices.Contains([]string{"Tab", "TabItem", "Step", "Card"}, name) {
		return componentLevel
	}
	return componentLevel + 1
}

// html reads a block of HTML or of components.
func (w *markdownWalk) html(n *ast.HTMLBlock) error {
	raw := w.raw(n)
	if strings.TrimSpace(raw) == tabEnd {
		w.add(n, block{kind: end, level: levelOf("Tab")})
		return nil
	}
	if m := titledTag.FindStringSubmatchIndex(raw); m != nil {
		w.add(n, block{kind: heading, level: levelOf(raw[max(m[2], 0):max(m[3], 0)]), text: clean(raw[max(m[4], m[6]):max(m[5], m[7])])})
		if text := clean(anyTag.ReplaceAllString(strings.TrimPrefix(raw[m[1]:], "-->"), " ")); text != "" && !strings.Contains(text, mark) {
			w.add(n, block{kind: paragraph, text: text})
		}
	}
	for _, m := range propertyTag.FindAllStringSubmatch(raw, -1) {
		w.add(n, block{kind: property, term: m[1], text: clean(m[2])})
	}
	return w.marks(raw)
}

func (w *markdownWalk) raw(n ast.Node) string {
	var b strings.Builder
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		b.Write(line.Value(w.source))
	}
	return b.String()
}

// inline is the text in a node.
func (w *markdownWalk) inline(n ast.Node) string {
	var b strings.Builder
	ast.Walk(n, func(c ast.Node, enters bool) (ast.WalkStatus, error) {
		switch c := c.(type) {
		case *ast.CodeSpan:
			if enters {
				b.WriteString(w.span(c))
			}
			return ast.WalkSkipChildren, nil
		case *ast.Text:
			if enters {
				b.WriteString(unescape(string(c.Segment.Value(w.source))))
				if c.SoftLineBreak() || c.HardLineBreak() {
					b.WriteByte('\n')
				}
			}
		case *ast.String:
			if enters {
				b.WriteString(unescape(string(c.Value)))
			}
		case *ast.AutoLink:
			if enters {
				b.Write(c.Label(w.source))
			}
		case *ast.RawHTML:
			if enters {
				b.WriteString(w.rawHTML(c))
			}
		case *ast.Image:
			return ast.WalkSkipChildren, nil
		default:
			if enters && c.Type() == ast.TypeBlock {
				b.WriteByte(' ')
			}
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

// span is the text of a code span, in which nothing is escaped but the pipes of a table.
func (w *markdownWalk) span(n *ast.CodeSpan) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			b.Write(t.Segment.Value(w.source))
		}
	}
	text := strings.ReplaceAll(b.String(), "\n", " ")
	for p := n.Parent(); p != nil; p = p.Parent() {
		if p.Kind() == east.KindTableCell {
			return strings.ReplaceAll(text, `\|`, "|")
		}
	}
	return text
}

// spans are the code spans in a node.
func (w *markdownWalk) spans(n ast.Node) (all []string) {
	ast.Walk(n, func(c ast.Node, enters bool) (ast.WalkStatus, error) {
		if span, ok := c.(*ast.CodeSpan); ok && enters {
			all = append(all, w.span(span))
		}
		return ast.WalkContinue, nil
	})
	return all
}

var backslash = regexp.MustCompile("\\\\([!-/:-@\\[-`{-~])")

// unescape is a text without the backslashes of Markdown and the entities of HTML.
func unescape(text string) string {
	return html.UnescapeString(backslash.ReplaceAllString(text, "$1"))
}

// table adds a table of pipes.
func (w *markdownWalk) table(n *east.Table) {
	b := block{kind: tableBlock}
	for r := n.FirstChild(); r != nil; r = r.NextSibling() {
		var row []cell
		for c := r.FirstChild(); c != nil; c = c.NextSibling() {
			one := cell{text: clean(w.inline(c)), line: w.line(c), spans: w.spans(c)}
			ast.Walk(c, func(l ast.Node, enters bool) (ast.WalkStatus, error) {
				if link, ok := l.(*ast.Link); ok && enters && one.link == "" {
					one.link = string(link.Destination)
				}
				return ast.WalkContinue, nil
			})
			row = append(row, one)
		}
		for i := range row { // an empty cell has no place of its own
			if row[i].line == 0 {
				row[i].line = w.line(r)
			}
		}
		switch {
		case r.Kind() == east.KindTableHeader:
			b.head = row
		case !isEmpty(row):
			b.rows = append(b.rows, row)
		}
	}
	b.line = w.line(n)
	w.page.blocks = append(w.page.blocks, parts(withHead(b))...)
}
