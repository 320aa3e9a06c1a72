package report

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strconv"
	"strings"
)

// fingerprints are what tells each finding from all others, also after the file and
// the wording have changed elsewhere: a hash of its rule, what it is about and its
// facts. Of several that are the same in all this each has its number.
func (p Printer) fingerprints(findings []Finding) []string {
	var all []string
	seen := map[string]int{}
	for _, f := range findings {
		of := f.Package
		if of == "" {
			of = p.path(f, f.Pos)
		}
		text, _ := json.Marshal([]any{f.Rule, f.Category, of, f.Subject, f.Before, f.After, f.Facts})
		sum := sha256.Sum256(text)
		print := hex.EncodeToString(sum[:16])
		seen[print]++
		all = append(all, print+":"+strconv.Itoa(seen[print]))
	}
	return all
}

// Quoted are the names in a message, which stand between backquotes.
func Quoted(message string) []string {
	var names []string
	for i, part := range strings.Split(message, "`") {
		if i%2 == 1 {
			names = append(names, part)
		}
	}
	return names
}
