package diag

import (
	"strings"

	"github.com/agext/levenshtein"
)

// suggestLimit is the length in bytes beyond which a word is no misspelling of
// anything: it keeps hostile words from costing time.
const suggestLimit = 64

// Suggest returns the known word that the writer of word most likely meant, and
// whether there is one. Letter case, "_" and "-" count for nothing; of several
// equally near ones the first in known is taken. What is two or more edits away
// must begin with the same letter: "date" is not what "name" was meant to be.
func Suggest(word string, known []string) (string, bool) {
	if word == "" || len(word) > suggestLimit {
		return "", false
	}
	plain := fold(word)
	if plain == "" {
		return "", false
	}
	best, least := "", allowance(plain)+1
	for _, k := range known {
		f := fold(k)
		if k == word || f == "" || abs(len(f)-len(plain)) >= least {
			continue
		}
		d := levenshtein.Distance(plain, f, nil)
		if d < least && (d < 2 || f[0] == plain[0]) {
			best, least = k, d
		}
	}
	return best, best != ""
}

// Meant begins a remedy that names what was meant.
const Meant = "did you mean "

// DidYouMean is Suggest as a remedy: "did you mean `x`?", or otherwise if
// nothing is near.
func DidYouMean(word string, known []string, otherwise string) string {
	if s, ok := Suggest(word, known); ok {
		return Meant + Quote(s) + "?"
	}
	return otherwise
}

// allowance is how many edits a word may be away from what was meant.
func allowance(word string) int { return min(3, (len(word)+2)/3) }

func fold(word string) string {
	return strings.ToLower(strings.NewReplacer("_", "", "-", "").Replace(word))
}

func abs(n int) int { return max(n, -n) }
