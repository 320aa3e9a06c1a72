package specdoc

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// The documents of the manual, from the root of the repository.
const (
	Tutorial  = "docs/tutorial.md"
	HowTo     = "docs/how-to.md"
	Reference = "docs/spec.md"
)

// Manual is what tests need of the manual.
type Manual struct {
	Headings []Heading
	Blocks   []Block
	Tables   []Table
}

// Heading is a heading of a document.
type Heading struct {
	Document string
	Level    int
	Title    string
}

// Block is a fenced block of yaml.
type Block struct {
	Document string
	Chapter  string // the heading of the second level above it
	Section  string // the heading above it
	Line     int    // of its first line
	Info     []string
	Text     string
}

// Table is a Markdown table.
type Table struct {
	Section string // the heading above it
	Line    int    // of its head
	Head    []string
	Rows    [][]string
}

var (
	heading = regexp.MustCompile(`^(#+) +(.*)$`)
	// cellEnd is a bar that is not escaped.
	cellEnd = regexp.MustCompile(`([^\\])\|`)
)

// Open reads the documents of the manual below the root of the repository.
func Open(root string) (*Manual, error) {
	m := &Manual{}
	for _, name := range []string{Tutorial, HowTo, Reference} {
		text, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
		if err != nil {
			return nil, err
		}
		m.Read(name, string(text))
	}
	return m, nil
}

// Read adds what stands in the Markdown of a document.
func (m *Manual) Read(document, markdown string) {
	chapter, section := "", ""
	lines := strings.Split(markdown, "\n")
	for i := 0; i < len(lines); i++ {
		line := lines[i]
		switch {
		case strings.HasPrefix(line, "```"):
			start := i + 1
			for i++; i < len(lines) && lines[i] != "```"; i++ {
			}
			if info := strings.Fields(line[3:]); len(info) > 0 && info[0] == "yaml" {
				m.Blocks = append(m.Blocks, Block{Document: document, Chapter: chapter, Section: section, Line: start + 1, Info: info[1:],
					Text: strings.Join(lines[start:i], "\n") + "\n"})
			}
		case heading.MatchString(line):
			found := heading.FindStringSubmatch(line)
			if section = found[2]; found[1] == "##" {
				chapter = section
			}
			m.Headings = append(m.Headings, Heading{Document: document, Level: len(found[1]), Title: section})
		case strings.HasPrefix(line, "| "):
			t := Table{Section: section, Line: i + 1, Head: cells(line)}
			for i += 2; i < len(lines) && strings.HasPrefix(lines[i], "| "); i++ {
				t.Rows = append(t.Rows, cells(lines[i]))
			}
			i--
			m.Tables = append(m.Tables, t)
		}
	}
}

// cells splits a row of a table.
func cells(line string) []string {
	line = strings.Trim(strings.TrimSpace(line), "|")
	var cs []string
	for _, c := range strings.Split(cellEnd.ReplaceAllString(line, "$1\x00"), "\x00") {
		cs = append(cs, strings.ReplaceAll(strings.TrimSpace(c), `\|`, "|"))
	}
	return cs
}

// Invalid is the code of the finding that a block is to have, "" for none.
func (b Block) Invalid() string { return b.option("invalid") }

// File is the name of a block that is a shared file.
func (b Block) File() string { return b.option("file") }

// Frame reports whether the block is the frame of fragments.
func (b Block) Frame() bool { return len(b.Info) == 1 && b.Info[0] == "frame" }

// Whole reports whether the block is a whole file.
func (b Block) Whole() bool {
	return strings.HasPrefix(b.Text, "errgen:") || strings.Contains(b.Text, "\nerrgen:")
}

func (b Block) option(name string) string {
	for _, word := range b.Info {
		if value, ok := strings.CutPrefix(word, name+"="); ok {
			return value
		}
	}
	return ""
}
