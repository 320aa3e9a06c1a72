// Package table makes a draft of a catalog of documentation: Markdown and HTML pages, and
// tables of spreadsheets.
package table

import (
	"bytes"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// kind says what a block of a page is.
type kind uint8

const (
	heading kind = iota
	paragraph
	tableBlock
	code
	definition // a term with what is said of it
	listItem
	textLine // of a table without marks: it begins with a code
	property // of a body, as pages of components describe them
	end      // of what a heading of a level began
)

// block is a part of a page, in its order.
type block struct {
	kind  kind
	line  int
	level int      // of a heading or an end
	text  string   // of all but tables; of a definition what is said
	term  string   // of a definition or property; of a list item the code with which it begins
	lang  string   // of code
	spans []string // of a heading, list item or definition: what is marked as code in it or in its term
	head  []cell   // of a table; nil if none is marked as such
	rows  [][]cell
	look  []column // of the table of which this is a part
}

// cell is a cell of a table.
type cell struct {
	text  string
	link  string
	line  int
	spans []string // what is marked as code in it
}

// page is a document.
type page struct {
	title  string
	blocks []block
}

// read reads a document, whose format its name or its text tells.
func read(name string, text []byte) (*page, error) {
	switch {
	case len(text) > maxSize:
		return nil, fmt.Errorf("%d MB are too much for a page: give the part of it that has the errors", len(text)>>20)
	case bytes.IndexByte(text, 0) >= 0 || !utf8.Valid(text):
		return nil, fmt.Errorf("this is no text in UTF-8")
	}
	source := strings.ReplaceAll(strings.TrimPrefix(string(text), "\ufeff"), "\r\n", "\n")
	switch ext := strings.ToLower(path.Ext(name)); {
	case ext == ".csv" || ext == ".tsv":
		return readCSV(source, ext)
	case slices.Contains(others, ext):
		return nil, fmt.Errorf("%s is read after it is converted to Markdown, HTML or CSV, for example with pandoc", ext)
	case ext == ".html" || ext == ".htm" || looksLikeHTML(source):
		return readHTML(source)
	}
	return readMarkdown(source)
}

// others are formats of documents that are not read.
var others = []string{".adoc", ".asciidoc", ".rst", ".textile", ".org", ".pdf", ".doc", ".docx", ".odt", ".xls", ".xlsx", ".ods"}

var htmlStart = regexp.MustCompile(`(?is)^\s*(<!--.*?-->\s*)*(<!doctype html|<html)`)

func looksLikeHTML(source string) bool { return htmlStart.MatchString(source) }

// clean is a text with its white space in one form.
func clean(text string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(text, "\u200b", "")), " ")
}

// texts are the texts of cells.
func texts(cells []cell) []string {
	var all []string
	for _, c := range cells {
		all = append(all, c.text)
	}
	return all
}

// isNothing reports whether a cell says that there is nothing to say.
func isNothing(text string) bool {
	return strings.Trim(text, "-–— ") == "" || text == "N/A" || text == "n/a"
}

// isEmpty reports whether a row says nothing.
func isEmpty(row []cell) bool {
	return !slices.ContainsFunc(row, func(c cell) bool { return c.text != "" })
}
