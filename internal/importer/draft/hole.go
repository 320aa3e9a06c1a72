package draft

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

var wordAtEnd = regexp.MustCompile(`([\pL_][\pL\pN_]*)[^\pL\pN]*$`)
var wordAtStart = regexp.MustCompile(`^[^\pL\pN]*([\pL_][\pL\pN_]*)`)

// weak are words that name nothing.
var weak = map[string]bool{}

func init() {
	for _, w := range strings.Fields("a an the is are was were be of to for in on at by with from and or not no than that this must should has have expected got exceeds between id message error value") {
		weak[w] = true
	}
}

// HoleName is the name of the i'th hole of a text: the word before it, else the one behind
// it, else a number.
func HoleName(before, after string, i int) string {
	for rest := before; ; {
		m := wordAtEnd.FindStringSubmatchIndex(rest)
		if m == nil {
			break
		}
		if word := strings.ToLower(rest[m[2]:m[3]]); !weak[word] && isHoleName(word) {
			return word
		}
		rest = rest[:m[2]]
		if len(before)-len(rest) > 24 {
			break
		}
	}
	if m := wordAtStart.FindStringSubmatch(after); m != nil {
		if word := strings.ToLower(m[1]); !weak[word] && isHoleName(word) {
			return word
		}
	}
	return "value" + strconv.Itoa(i+1)
}

func isHoleName(word string) bool {
	return len(word) > 1 && strings.IndexFunc(word, func(r rune) bool { return r > unicode.MaxASCII }) < 0 && word != "status" && word != "code" && word != "name"
}
