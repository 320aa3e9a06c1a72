// Package seeds reads the founding documents in testdata/seeds: their tables,
// their example bodies, and the list of facts that the catalogs have to account
// for. It is a second opinion for tests: it shares no code with what loads,
// resolves or generates, and knows the documents only.
//
// A document that is not as expected is a mistake in the repository, so every
// function panics with a message that says which one and why.
package seeds

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// The founding documents and the notes that belong to them, by file name.
const (
	livePersonFile     = "000_785519d9087244fb.txt"
	livePersonCopyFile = "001_de00c7db4f742e3b.txt"
	axwayFile          = "002_622d717aa59aa0d9.txt"
	avalaraFile        = "003_db5ce4f2c9862693.txt"
	auiFile            = "004_fbc4b57bf9bdc202.txt"
	linkedFile         = "LINKED.md"
	factsFile          = "FACTS.md"
)

// Root returns the repository's root: the nearest folder at or above the
// working directory that holds go.mod. Tests run in their package's folder.
func Root() string {
	dir, err := os.Getwd()
	if err != nil {
		panic(fmt.Sprintf("seeds: working directory: %v", err))
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		up := filepath.Dir(dir)
		if up == dir {
			panic("seeds: no go.mod at or above the working directory")
		}
		dir = up
	}
}

// read returns a document as it is.
func read(name string) string {
	b, err := os.ReadFile(filepath.Join(Root(), "testdata", "seeds", name))
	if err != nil {
		panic(fmt.Sprintf("seeds: %v", err))
	}
	return string(b)
}

// between returns the text after the first start and before the next end.
func between(file, text, start, end string) string {
	_, rest, ok := strings.Cut(text, start)
	if !ok {
		panic(fmt.Sprintf("seeds: %s: no %q", file, start))
	}
	found, _, ok := strings.Cut(rest, end)
	if !ok {
		panic(fmt.Sprintf("seeds: %s: no %q after %q", file, end, start))
	}
	return found
}
