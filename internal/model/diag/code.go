package diag

import (
	_ "embed"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Code names a kind of finding. It is stable: scripts and suppressions rely on it.
type Code string

// Doc is what "errgen explain" says about a code.
type Doc struct {
	Code    Code
	Summary string // one line
	Cause   string // a paragraph: when it is reported and why it matters
	Bad     string // a whole, small catalog that provokes it; of several files, a txtar archive
	Good    string // the same catalog, mended
}

// Explain returns the documentation of a code.
func Explain(c Code) (Doc, bool) {
	d, ok := docs()[c]
	return d, ok
}

// Codes returns all codes in alphabetical order.
func Codes() []Code { return slices.Sorted(maps.Keys(docs())) }

//go:embed findings.md
var findings string

var docs = sync.OnceValue(func() map[Code]Doc { return ReadDocs(findings) })

// ReadDocs reads a page like findings.md: a preface with the beginning of catalogs, and
// for each code a section of the third level with its summary, its cause and two
// catalogs. It panics if it is no such page, which is part of the program.
func ReadDocs(page string) map[Code]Doc {
	preface, rest, _ := strings.Cut(page, "\n## ")
	_, blocks := cutBlocks(preface, "")
	all := map[Code]Doc{}
	for _, section := range strings.Split(rest, "\n### ")[1:] {
		d := readDoc(section, blocks[0])
		if _, twice := all[d.Code]; twice {
			panic("diag: two sections explain " + string(d.Code))
		}
		all[d.Code] = d
	}
	return all
}

// readDoc reads a section. begin is what stands before a catalog that is only more.
func readDoc(section, begin string) Doc {
	section, _, _ = strings.Cut(section, "\n## ") // the heading of the next group
	text, blocks := cutBlocks(section, begin)
	paragraphs := strings.Split(strings.TrimSpace(text), "\n\n")
	if len(paragraphs) != 3 || len(blocks) != 2 {
		panic("diag: a section is not a code, a summary, a cause and two catalogs: " + text)
	}
	return Doc{Code(paragraphs[0]), paragraphs[1], paragraphs[2], blocks[0], blocks[1]}
}

// cutBlocks parts a text from the fenced blocks in it.
func cutBlocks(section, begin string) (text string, blocks []string) {
	parts := strings.Split("\n"+section, "\n```")
	for i, part := range parts {
		if i%2 == 0 {
			text += part
			continue
		}
		info, block, _ := strings.Cut(part+"\n", "\n")
		switch info {
		case "yaml more":
			block = begin + block
		case "yaml escaped":
			quoted := strings.NewReplacer("\n", `\n`, `"`, `\"`).Replace(block)
			block, _ = strconv.Unquote(`"` + quoted + `"`)
		}
		blocks = append(blocks, block)
	}
	return text, blocks
}
