package yamltext

import (
	"bytes"
	"strings"
)

// ByteOrderMark may stand at the beginning of a file; it is no part of its text.
const ByteOrderMark = "\ufeff"

// StandIns are private-use characters that stand for those which yaml.v3, as
// YAML 1.1 had it, takes for line breaks or drops, and which YAML 1.2 has as
// ordinary characters: without them lines would be miscounted and texts changed.
type StandIns struct {
	pairs   []string // character, stand-in, ...
	filler  rune     // stands for nothing, so that places stay; 0 where none is needed
	restore *strings.Replacer
}

// FindStandIns picks for each such character of text a private-use character
// that text does not have. (A text that has all of them keeps YAML 1.1's ways.)
func FindStandIns(text []byte) StandIns {
	var s StandIns
	var used map[rune]bool
	next := rune(0xe000)
	for _, c := range []string{"\u0085", "\u2028", "\u2029", ByteOrderMark} {
		if !bytes.Contains(text, []byte(c)) {
			continue
		}
		if used == nil {
			used = runesFrom(text, next)
		}
		for used[next] && next < 0xf900 {
			next++
		}
		if next < 0xf900 {
			s.pairs = append(s.pairs, c, string(next))
			next++
		}
	}
	if hasJSONEscapes(text) {
		if used == nil {
			used = runesFrom(text, next)
		}
		for used[next] && next < 0xf900 {
			next++
		}
		if next < 0xf900 {
			s.filler = next
		}
	}
	if len(s.pairs) > 0 || s.filler > 0 {
		back := []string{string(s.filler), ""}
		for i := 0; i < len(s.pairs); i += 2 {
			back = append(back, s.pairs[i+1], s.pairs[i])
		}
		s.restore = strings.NewReplacer(back...)
	}
	return s
}

func runesFrom(text []byte, least rune) map[rune]bool {
	used := map[rune]bool{}
	for _, r := range string(text) {
		if r >= least && r < 0xf900 {
			used[r] = true
		}
	}
	return used
}

// Put replaces the characters by their stand-ins. Code points stay as many.
func (s StandIns) Put(text []byte) []byte {
	for i := 0; i < len(s.pairs); i += 2 {
		text = bytes.ReplaceAll(text, []byte(s.pairs[i]), []byte(s.pairs[i+1]))
	}
	if s.filler > 0 {
		text = putJSONEscapes(text, s.filler)
	}
	return text
}

// Undo puts the characters back into a piece of the text.
func (s StandIns) Undo(text string) string {
	if s.restore == nil {
		return text
	}
	return s.restore.Replace(text)
}
