package table

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// readHTML reads a whole page of HTML.
func readHTML(source string) (*page, error) {
	w := &htmlWalk{source: source, page: &page{}}
	if err := w.read(source, 1); err != nil {
		return nil, err
	}
	return w.page, nil
}

// htmlWalk collects the blocks of HTML.
type htmlWalk struct {
	source string
	at     int // up to where the source has been walked
	line   int // of that place
	cells  int
	page   *page
}

// maxNesting is how deep elements are looked into.
const maxNesting = 400

// read adds the blocks of HTML that begins in a line.
func (w *htmlWalk) read(source string, line int) error {
	root, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return fmt.Errorf("line %d: the HTML cannot be read: %w", line, err)
	}
	w.source, w.at, w.line = source, 0, line
	return w.walk(root, 0)
}

// seek moves on to a text, if it is near, and returns its line.
func (w *htmlWalk) seek(text string) int {
	text = strings.TrimSpace(text)
	if i := strings.IndexByte(text, '\n'); i > 0 {
		text = text[:i]
	}
	if i := strings.IndexAny(text, "&<>\u00a0"); i > 0 {
		text = text[:i]
	}
	const near = 1 << 16
	rest := w.source[w.at:min(len(w.source), w.at+near)]
	if i := strings.Index(rest, text); text != "" && i >= 0 {
		w.line += strings.Count(rest[:i], "\n")
		w.at += i
	}
	return w.line
}

// walk adds the blocks of an element.
func (w *htmlWalk) walk(n *html.Node, depth int) error {
	if depth > maxNesting {
		return nil
	}
	if n.Type == html.TextNode {
		w.seek(n.Data)
		if text := clean(n.Data); text != "" {
			w.add(block{kind: paragraph, text: text})
		}
		return nil
	}
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Nav, atom.Footer, atom.Head, atom.Template, atom.Svg:
		return nil
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		line := w.seek(firstText(n))
		w.page.blocks = append(w.page.blocks, block{kind: heading, line: line, level: int(n.Data[1] - '0'), text: clean(textOf(n)), spans: spansOf(n)})
		return nil
	case atom.Table:
		return w.table(n)
	case atom.Pre:
		w.seek(firstText(n))
		w.add(block{kind: code, text: rawText(n)})
		return nil
	case atom.Dl:
		w.definitions(n)
		return nil
	case atom.Li:
		w.seek(firstText(n))
		text := clean(textOf(n))
		term := ""
		if first := firstElement(n); first != nil && isMarked(first) {
			term = clean(textOf(first))
		}
		w.add(block{kind: listItem, text: text, term: leading(text, term)})
		return nil
	case atom.Summary:
		w.seek(firstText(n))
		w.add(block{kind: heading, level: levelOf("Details"), text: clean(textOf(n)), spans: spansOf(n)})
		return nil
	case atom.P, atom.Blockquote:
		w.seek(firstText(n))
		w.add(block{kind: paragraph, text: clean(textOf(n))})
		return nil
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if err := w.walk(c, depth+1); err != nil {
			return err
		}
	}
	return nil
}

func (w *htmlWalk) add(b block) {
	b.line = w.line
	if b.text != "" {
		w.page.blocks = append(w.page.blocks, b)
	}
}

// isMarked reports whether an element marks its text as something of code.
func isMarked(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Code, atom.Strong, atom.B, atom.Tt, atom.A, atom.Em, atom.Kbd:
		return true
	}
	return false
}

func firstElement(n *html.Node) *html.Node {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.ElementNode && c.DataAtom == atom.P:
			return firstElement(c)
		case c.Type == html.ElementNode:
			return c
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) != "":
			return nil
		}
	}
	return nil
}

// firstText is the first text in an element.
func firstText(n *html.Node) string {
	for d := range n.Descendants() {
		if d.Type == html.TextNode && strings.TrimSpace(d.Data) != "" {
			return d.Data
		}
	}
	return ""
}

// rawText is the text in an element as it is.
func rawText(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		} else if d.DataAtom == atom.Br {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// textOf is the text in an element, parts of which that stand apart are apart.
func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		switch {
		case d.Type == html.TextNode && (d.Parent == nil || d.Parent.DataAtom != atom.Script && d.Parent.DataAtom != atom.Style):
			b.WriteString(d.Data)
		case d.DataAtom == atom.Br, d.DataAtom == atom.P, d.DataAtom == atom.Li, d.DataAtom == atom.Div:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// spansOf are the texts that are marked as code in an element.
func spansOf(n *html.Node) (all []string) {
	for d := range n.Descendants() {
		if d.DataAtom == atom.Code || d.DataAtom == atom.Tt {
			all = append(all, clean(textOf(d)))
		}
	}
	return all
}

// definitions adds the terms of a list with what is said of them.
func (w *htmlWalk) definitions(n *html.Node) {
	var terms []string
	var spans []string
	line := w.line
	for d := range n.Descendants() {
		switch d.DataAtom {
		case atom.Dt:
			line = w.seek(firstText(d))
			terms, spans = append(terms, clean(textOf(d))), append(spans, spansOf(d)...)
		case atom.Dd:
			w.seek(firstText(d))
			for _, term := range terms {
				w.page.blocks = append(w.page.blocks, block{kind: definition, line: line, term: term, text: clean(textOf(d)), spans: spans})
			}
			if len(terms) == 0 && len(w.page.blocks) > 0 { // one more of the same term
				if last := w.page.blocks[len(w.page.blocks)-1]; last.kind == definition {
					last.text = clean(textOf(d))
					w.page.blocks = append(w.page.blocks, last)
				}
			}
			terms, spans = nil, nil
		}
	}
}

// The bounds of spans.
const (
	maxRowSpan = 1000
	maxColSpan = 100
)

// table adds a table. What spans rows or columns stands in each of them.
func (w *htmlWalk) table(n *html.Node) error {
	b := block{kind: tableBlock, line: w.seek(firstText(n))}
	begun := len(w.page.blocks)
	carried := map[int]span{}
	for d := range n.Descendants() {
		if d.DataAtom != atom.Tr || tableOf(d) != n {
			continue
		}
		row, isHead, isTitle := w.row(d, carried)
		if w.cells += len(row); w.cells > maxCells {
			return fmt.Errorf("line %d: the tables have more than %d cells: give a part of the page", w.line, maxCells)
		}
		switch {
		case isEmpty(row):
		case isHead && len(b.rows) == 0:
			b.head = joinHead(b.head, row)
		case isTitle || isHead && len(row) > 0 && allSame(row): // of the rows below
			w.page.blocks = append(w.page.blocks, withHead(b), block{kind: heading, line: row[0].line, level: rowLevel, text: row[0].text})
			b = block{kind: tableBlock, line: row[0].line, head: withHead(b).head}
		default:
			b.rows = append(b.rows, row)
		}
	}
	w.page.blocks = append(w.page.blocks, withHead(b))
	together(w.page.blocks[begun:])
	return nil
}

// span is a cell that goes on in the rows below.
type span struct {
	cell cell
	rows int
}

func tableOf(n *html.Node) *html.Node {
	for p := n.Parent; p != nil; p = p.Parent {
		if p.DataAtom == atom.Table {
			return p
		}
	}
	return nil
}

// row are the cells of a row, whether it is the head of the table, and whether it is one
// cell in all columns.
func (w *htmlWalk) row(tr *html.Node, carried map[int]span) (row []cell, isHead, isTitle bool) {
	heads, cells, line := 0, 0, 0
	carry := func() {
		for s := carried[len(row)]; s.rows > 0; s = carried[len(row)] {
			carried[len(row)] = span{s.cell, s.rows - 1}
			row = append(row, s.cell)
		}
	}
	for td := tr.FirstChild; td != nil; td = td.NextSibling {
		if td.DataAtom != atom.Td && td.DataAtom != atom.Th {
			continue
		}
		carry()
		cells++
		if td.DataAtom == atom.Th {
			heads++
		}
		c := cell{text: clean(textOf(td)), link: linkOf(td), line: w.seek(firstText(td))}
		if line == 0 {
			line = c.line
		}
		rows := spanOf(td, "rowspan", maxRowSpan)
		for range spanOf(td, "colspan", maxColSpan) {
			if rows > 1 {
				carried[len(row)] = span{c, rows - 1}
			}
			row = append(row, c)
		}
	}
	carry()
	for i := range row { // what spans rows began in another line
		row[i].line = max(row[i].line, line)
	}
	inHead := tr.Parent != nil && tr.Parent.DataAtom == atom.Thead
	return row, cells > 0 && (inHead || heads == cells), cells == 1 && len(row) > 1 && allSame(row)
}

func spanOf(n *html.Node, name string, most int) int {
	for _, a := range n.Attr {
		if a.Key == name {
			if v, err := strconv.Atoi(a.Val); err == nil && v > 1 {
				return min(v, most)
			}
		}
	}
	return 1
}

func linkOf(n *html.Node) string {
	for d := range n.Descendants() {
		if d.DataAtom != atom.A {
			continue
		}
		for _, a := range d.Attr {
			if a.Key == "href" {
				return a.Val
			}
		}
	}
	return ""
}

// joinHead is a head of several rows in one.
func joinHead(head, row []cell) []cell {
	if head == nil {
		return row
	}
	for i := range row {
		switch {
		case i >= len(head):
			head = append(head, row[i])
		case head[i].text != row[i].text && row[i].text != "":
			head[i].text = strings.TrimSpace(head[i].text + " " + row[i].text)
		}
	}
	return head
}

func allSame(row []cell) bool {
	for _, c := range row {
		if c.text != row[0].text {
			return false
		}
	}
	return true
}

// htmlRegion finds HTML in Markdown that has blocks of its own.
var htmlRegion = regexp.MustCompile(`(?i)<(table|dl|h[1-6]|pre)(\s[^>]*)?>`)
