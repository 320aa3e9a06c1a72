package draft

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"github.com/seed-1b9d9f04/errgen/internal/model/names"
)

// space is the names that are taken.
type space map[string]bool

// reserved are names that the generated package needs itself.
var reserved = []string{"Unlisted", "UnexpectedResponse", "Error", "ID", "Exchange", "Responder", "Decoder", "Handler"}

// takeNames gives each entry a name, made of its code, else of its texts, else of its
// status. Which it is depends on the entry alone, and on those before it that have the
// same.
func (c *Catalog) takeNames() {
	taken := space{}
	for _, name := range reserved {
		taken[name] = true
	}
	for _, e := range c.Entries {
		e.Name = taken.take(e.proposals())
	}
}

// proposals are names for an entry, the best first.
func (e *Entry) proposals() (all []string) {
	add := func(name string) {
		if name != "" && names.IsExported(name) {
			all = append(all, name)
		}
	}
	add(e.Name)
	if hasWord(e.Code) {
		add(fromCode(e.Code))
	}
	texts := []string{e.Hint}
	for _, f := range e.Fields {
		texts = append(texts, f.Wordings...)
	}
	for _, text := range append(texts, e.Description) {
		if len(all) == 0 {
			add(fromText(text))
		}
	}
	status := strings.Join(e.Status, "")
	switch {
	case len(all) > 0 && status != "":
		add(all[0] + status)
	case e.Code != "":
		add(names.Exported("Code" + e.Code))
	case status != "":
		add("Status" + status)
	}
	if len(all) == 0 {
		add("Failure")
	}
	return all
}

// take takes the first name that is free, else the first with a number.
func (s space) take(all []string) string {
	for n := 1; ; n++ {
		for _, name := range all {
			if n > 1 {
				name += strconv.Itoa(n)
			}
			if !s[name] && !s[name+"Error"] && !s[strings.TrimSuffix(name, "Error")] {
				s[name] = true
				return name
			}
			if n > 1 {
				break
			}
		}
	}
}

// hasWord reports whether a code has two letters together: other codes are numbers.
func hasWord(code string) bool { return twoLetters.MatchString(code) }

var twoLetters = regexp.MustCompile(`\pL\pL`)

// fromCode is a name that a code makes: of an address its last part.
func fromCode(code string) string {
	code = strings.TrimRight(code, "/#?")
	if i := strings.LastIndexAny(code, "/#?:"); i >= 0 && strings.Contains(code, "/") {
		code = code[i+1:]
	}
	if code == strings.ToUpper(code) {
		code = strings.ToLower(code)
	}
	return names.Exported(code)
}

// maxWords is how many words of a text a name has.
const maxWords = 5

// fillers are words without which a name is as telling.
var fillers = map[string]bool{}

func init() {
	for _, w := range strings.Fields("a an the is are was were been being has have had of to for in on at by with from and or your you this that it its as our we will please sorry error http code status must can could cannot") {
		fillers[w] = true
	}
	delete(fillers, "must")
	delete(fillers, "cannot")
}

// clause is where the first clause of a text ends.
var clause = regexp.MustCompile(`\s(?:--|[–—-])\s|\n|[.!?:;(]`)

var inBraces = regexp.MustCompile(`\{[^}]*\}`)

// fromText is a name of the first telling words of a text.
func fromText(text string) string {
	text = inBraces.ReplaceAllString(text, " ")
	if m := clause.FindStringIndex(text); m != nil && (m[0] > 8 || m[0] > 2 && text[m[0]] == ' ') {
		text = text[:m[0]]
	}
	var kept []string
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' })
	for i, word := range words {
		word = strings.ReplaceAll(word, "'", "")
		if i == len(words)-1 && len(kept) > 0 && strings.EqualFold(word, "error") {
			kept = append(kept, "Error")
		} else if !fillers[strings.ToLower(word)] && len(kept) < maxWords && hasWord(word) && isASCII(word) {
			kept = append(kept, strings.ToUpper(word[:1])+word[1:])
		}
	}
	if len(kept) == 0 {
		return ""
	}
	return names.Exported(strings.Join(kept, "_"))
}

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r > unicode.MaxASCII }) < 0
}

// IsName reports whether a text is the name of an entry or envelope.
func IsName(text string) bool { return names.IsExported(text) }

// NodeName is a name for an envelope or a group of a heading, "" if it makes none.
func NodeName(text string) string {
	if name := fromText(text); names.IsExported(name) {
		return name
	}
	if name := names.Exported(text); isASCII(text) && !strings.Contains(text, " ") && names.IsExported(name) { // "v1"
		return name
	}
	return ""
}

// Free is a name, with a number if it is taken.
func Free(name string, isTaken func(string) bool) string {
	for n, proposal := 2, name; ; n++ {
		if !isTaken(proposal) {
			return proposal
		}
		proposal = name + strconv.Itoa(n)
	}
}

// TakeField takes the name of a field that is free: params have Go names, in which letters
// of both cases are one.
func TakeField(name string, taken map[string]bool) string {
	goName := func(name string) string { return strings.ToLower(names.Exported(name)) }
	name = Free(name, func(name string) bool { return taken[goName(name)] })
	taken[goName(name)] = true
	return name
}

// Take takes a name that is free.
func Take(name string, taken map[string]bool) string {
	name = Free(name, func(name string) bool { return taken[name] })
	taken[name] = true
	return name
}
