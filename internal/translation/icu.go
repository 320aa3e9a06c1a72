package translation

import (
	"fmt"
	"slices"
	"strings"
)

// icuPlaceholders are the arguments of an ICU message
// (unicode-org.github.io/icu/userguide/format_parse/messages).
func icuPlaceholders(text, _, _ string) ([]string, error) {
	p := &icuParser{text: text}
	p.message(false)
	if p.err == nil && p.at < len(text) {
		p.fail("a brace is closed that is not open")
	}
	return p.names, p.err
}

// icuParser reads a message from left to right, until something is wrong.
type icuParser struct {
	text  string
	at    int
	names []string
	err   error
}

func (p *icuParser) fail(format string, args ...any) {
	if p.err == nil {
		p.err = fmt.Errorf("character %d: %s", len([]rune(p.text[:p.at]))+1, fmt.Sprintf(format, args...))
		p.at = len(p.text)
	}
}

// next reports whether the next byte is c, and goes behind it.
func (p *icuParser) next(c byte) bool {
	if p.at < len(p.text) && p.text[p.at] == c {
		p.at++
		return true
	}
	return false
}

// message reads up to a brace that closes it, or to the end. In a plural # stands for the
// number and can be quoted.
func (p *icuParser) message(plural bool) {
	for p.at < len(p.text) {
		switch c := p.text[p.at]; {
		case c == '}':
			return
		case c == '{':
			p.argument()
		case c == '\'':
			p.quote(plural)
		default:
			p.at++
		}
	}
}

// quote reads an apostrophe: of two one is shown, and one before a brace quotes all up to
// the next one. Any other stands for itself.
func (p *icuParser) quote(plural bool) {
	p.at++
	if p.next('\'') || p.at == len(p.text) || !strings.ContainsRune("{}", rune(p.text[p.at])) && (!plural || p.text[p.at] != '#') {
		return
	}
	for p.at < len(p.text) {
		if p.next('\'') {
			if !p.next('\'') {
				return
			}
			continue
		}
		p.at++
	}
}

// word reads up to white space, a comma or a brace, and the white space around it.
func (p *icuParser) word() string {
	p.space()
	start := p.at
	for p.at < len(p.text) && !strings.ContainsRune(" \t\r\n,{}", rune(p.text[p.at])) {
		p.at++
	}
	word := p.text[start:p.at]
	p.space()
	return word
}

func (p *icuParser) space() {
	p.at = len(p.text) - len(strings.TrimLeft(p.text[p.at:], " \t\r\n"))
}

// argument reads {name}, {name, type}, {name, type, style} or one with cases.
func (p *icuParser) argument() {
	p.at++
	name := p.word()
	if name == "" {
		p.fail("a brace is open without the name of an argument")
	}
	p.names = append(p.names, name)
	if p.next(',') {
		kind := p.word()
		switch {
		case !p.next(','):
		case slices.Contains([]string{"plural", "selectordinal", "select"}, kind):
			p.cases(kind)
		default:
			p.style()
		}
	}
	if !p.next('}') {
		p.fail("the argument %s is not closed", name)
	}
}

// style reads what is said of a simple argument.
func (p *icuParser) style() {
	for depth := 0; p.at < len(p.text) && (depth > 0 || p.text[p.at] != '}'); {
		switch p.text[p.at] {
		case '\'':
			p.quote(false)
			continue
		case '{':
			depth++
		case '}':
			depth--
		}
		p.at++
	}
}

// cases reads the cases of a plural or select, of which other has to be one.
func (p *icuParser) cases(kind string) {
	other := false
	for p.at < len(p.text) {
		p.space()
		if p.at < len(p.text) && p.text[p.at] == '}' {
			break
		}
		selector := p.word()
		if strings.HasPrefix(selector, "offset:") {
			continue
		}
		if other = other || selector == "other"; selector == "" || !p.next('{') {
			p.fail("a case of %s is its name and a message in braces", kind)
			return
		}
		p.message(kind != "select")
		if !p.next('}') {
			p.fail("the case %s is not closed", selector)
		}
	}
	if !other {
		p.fail("%s has no case other", kind)
	}
}
