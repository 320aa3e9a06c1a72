package bodies

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/seed-1b9d9f04/errgen/internal/importer/draft"
)

// template is what texts have in common, with params in the places where they differ.
type template struct {
	text   string
	params []draft.Param
}

// The bounds of what is compared.
const (
	maxTexts  = 64
	maxTokens = 120
)

var token = regexp.MustCompile(`\s+|[\pL\pN_]+(?:[.\-'][\pL\pN_]+)*|[^\pL\pN_\s]`)

// tokens are the words of a text, what stands between them, and single signs.
func tokens(text string) []string { return token.FindAllString(text, maxTokens+1) }

// alike reports whether two texts have most of their words in common, in their places.
func alike(a, b []string) bool {
	if len(a) == 0 || len(b) == 0 {
		return len(a) == len(b)
	}
	n := len(common(a, b))
	return n*10 >= 6*max(len(a), len(b))
}

// common are the indices of the longest common subsequence of two lists, pairwise.
func common(a, b []string) (pairs [][2]int) {
	a, b = a[:min(len(a), maxTokens)], b[:min(len(b), maxTokens)]
	length := make([][]int, len(a)+1)
	for i := range length {
		length[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for k := len(b) - 1; k >= 0; k-- {
			if a[i] == b[k] {
				length[i][k] = length[i+1][k+1] + 1
			} else {
				length[i][k] = max(length[i+1][k], length[i][k+1])
			}
		}
	}
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch {
		case a[i] == b[k]:
			pairs = append(pairs, [2]int{i, k})
			i, k = i+1, k+1
		case length[i+1][k] >= length[i][k+1]:
			i++
		default:
			k++
		}
	}
	return pairs
}

// align makes a template of texts. It reports false if they have too little in common.
// Names that are taken are params of the entry, with their types.
func align(texts []string, taken map[string]string) (template, bool) {
	distinct := slices.Compact(slices.Sorted(slices.Values(texts)))
	if len(distinct) == 1 {
		return template{text: draft.Literal(distinct[0])}, true
	}
	all := distinct
	if len(distinct) > maxTexts { // from everywhere among them
		var some []string
		for i := range maxTexts {
			some = append(some, distinct[i*len(distinct)/maxTexts])
		}
		distinct = some
	}
	shared := tokens(distinct[0])
	if len(shared) > maxTokens {
		return template{}, false
	}
	for _, text := range distinct[1:] {
		var kept []string
		for _, pair := range common(shared, tokens(text)) {
			kept = append(kept, shared[pair[0]])
		}
		shared = kept
	}
	literals, holes := pieces(shared, distinct)
	if holes == nil {
		return template{}, false
	}
	return named(literals, holes, all, taken)
}

// pieces are the literals of a template, and what stands in the holes between them in each
// text; nil if the literals say too little.
func pieces(shared []string, texts []string) (literals []string, holes [][]string) {
	words := 0
	for _, t := range shared {
		if isWord(t) {
			words++
		}
	}
	if words < 2 && !(words == 1 && len(shared) >= 3) {
		return nil, nil
	}
	broken := make([]bool, len(shared)+1) // a hole before the token
	for _, text := range texts {
		pairs := common(shared, tokens(text))
		last := -1
		for i, pair := range pairs {
			if pair[1] != last+1 {
				broken[i] = true
			}
			last = pair[1]
		}
		if last+1 < len(tokens(text)) {
			broken[len(shared)] = true
		}
	}
	literals = []string{""}
	for i, t := range shared {
		if broken[i] && (literals[len(literals)-1] != "" || len(literals) == 1) {
			literals = append(literals, "")
		}
		literals[len(literals)-1] += t
	}
	if broken[len(shared)] {
		literals = append(literals, "")
	}
	literals = widen(literals)
	holes = make([][]string, len(literals)-1)
	for _, text := range texts {
		values, ok := match(literals, text)
		if !ok {
			return nil, nil
		}
		for i, v := range values {
			holes[i] = append(holes[i], v)
		}
	}
	return literals, holes
}

// widen joins holes between which nothing but a sign or space stands.
func widen(literals []string) []string {
	out := literals[:1:1]
	for i := 1; i < len(literals); i++ {
		inner := i < len(literals)-1
		if inner && strings.IndexFunc(literals[i], unicode.IsLetter) < 0 && len(strings.TrimSpace(literals[i])) <= 1 && !strings.ContainsAny(literals[i], "'\"`,:;()=/") {
			continue
		}
		out = append(out, literals[i])
	}
	return out
}

// match is what stands between literals, as short as possible.
func match(literals []string, text string) (values []string, ok bool) {
	rest, ok := strings.CutPrefix(text, literals[0])
	if !ok {
		return nil, false
	}
	for i, lit := range literals[1:] {
		if i == len(literals)-2 {
			v, ok := strings.CutSuffix(rest, lit)
			return append(values, v), ok
		}
		v, after, ok := strings.Cut(rest, lit)
		if !ok {
			return nil, false
		}
		values, rest = append(values, v), after
	}
	return values, rest == ""
}

func isWord(t string) bool { return strings.IndexFunc(t, unicode.IsLetter) >= 0 }

var wholeNumber = regexp.MustCompile(`^-?(0|[1-9][0-9]{0,17})$`)

// named gives the holes names, of the words beside them, and types.
func named(literals []string, holes [][]string, texts []string, taken map[string]string) (template, bool) {
	t := template{text: draft.Literal(literals[0])}
	for _, text := range texts {
		if _, ok := match(literals, text); !ok {
			return template{}, false
		}
	}
	isTaken := func(name string) bool {
		_, is := taken[name]
		return is || slices.ContainsFunc(t.params, func(p draft.Param) bool { return p.Name == name })
	}
	for i, values := range holes {
		kind := "integer"
		if slices.ContainsFunc(values, func(v string) bool { return !wholeNumber.MatchString(v) }) {
			kind = "string"
		}
		p := draft.Param{Name: draft.Free(draft.HoleName(literals[i], literals[i+1], i), isTaken), Type: kind}
		t.params = append(t.params, p)
		t.text += "{" + p.Name + "}" + draft.Literal(literals[i+1])
	}
	return t, true
}
