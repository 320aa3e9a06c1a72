package stress

import (
	"encoding/base64"
	"fmt"
	"math/rand"
	"net/mail"
	"net/netip"
	"net/url"
	"regexp"
	"regexp/syntax"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// hostileTexts are texts that mean something to JSON, HTTP, a terminal, a
// template or a matcher.
var hostileTexts = []string{
	"", " ", "  x ", "\t", `"`, `\`, `\"`, `'`, "`", "a\nb", "\r\n", "\r\nX-Evil: 1", "\x00", "a\x00b", "\x01\x1f\x7f", "\x1b[31mred\x1b[0m",
	"\u0085\u2028\u2029", "\u202eevil\u2066\u200f", "\ufeff", "\ufffd", "\U0001f469\u200d\U0001f467", "e\u0301", "\U0010ffff",
	"{}", "{_}", "{x}", "{{", "}}", "%s%d%!", "${x}", "$1", "</script>&amp;", "null", "true", "0", "-1", "1e5", "0x10", "[]", `{"a":1}`, `\u0000`,
	"&", "&am", "p;", "&#39;", "&lt;b&gt;", "it's", "]]>", "\r", "urn:p:", "#", "a#b", "<", ">", ".", ". ", strings.Repeat("long ", 600), strings.Repeat(`"`, 200), strings.Repeat("\u00e4", 50),
}

// text draws a text that the schema allows; in a wild draw sometimes one that
// it does not allow.
func (d *drawer) text(s *model.Schema) (string, bool) {
	if d.wildly() && s.Format != "byte" { // Go has bytes for it
		return d.freeText(), true
	}
	for range 50 {
		text := d.candidate(s)
		if allowsText(s, text) {
			return text, true
		}
	}
	return "", false
}

// candidate draws a text that may be of the schema.
func (d *drawer) candidate(s *model.Schema) string {
	if sample, ok := formats[s.Format]; ok && s.Pattern == "" {
		return sample(d.r)
	}
	if s.Pattern != "" {
		re, err := syntax.Parse(s.Pattern, syntax.Perl)
		if err != nil {
			panic(err)
		}
		var b strings.Builder
		d.match(&b, re)
		return b.String()
	}
	return d.ofLength(d.freeText(), s)
}

// freeText draws any text: a hostile one, a piece of one of the entry's
// literals, or both.
func (d *drawer) freeText() string {
	pick := func(from []string) string { return from[d.r.Intn(len(from))] }
	switch n := d.r.Intn(10); {
	case n < 3:
		return pick([]string{"x", "text", "Parcel 7", "a.b-c_d", "7", "An \u00fcber-text"})
	case n < 6 || len(d.literals) == 0:
		return pick(hostileTexts)
	case n < 7:
		return pick(d.literals)
	case n < 8:
		return pick(hostileTexts) + pick(d.literals) + pick(hostileTexts)
	case n < 9:
		literal := []rune(pick(d.literals))
		return "a" + string(literal[:d.r.Intn(len(literal)+1)])
	}
	return pick(d.literals) + pick(d.literals) + "b"
}

// ofLength pads or cuts a text to the schema's bounds, and is at a bound now and
// then.
func (d *drawer) ofLength(text string, s *model.Schema) string {
	low, high := 0, utf8.RuneCountInString(text)+10
	if s.MinLength != nil {
		low = *s.MinLength
		high = max(high, low)
	}
	if s.MaxLength != nil {
		high = min(high, *s.MaxLength)
	}
	n := utf8.RuneCountInString(text)
	switch want := d.r.Intn(8); {
	case want == 0 && s.MinLength != nil, n < low:
		n = low
	case want == 1 && s.MaxLength != nil, n > high:
		n = high
	}
	for utf8.RuneCountInString(text) < n {
		text += "\u00e9\"x\\"
	}
	runes := []rune(text)
	if len(runes) > n {
		return string(runes[:n])
	}
	return text
}

// match appends a text that matches an expression.
func (d *drawer) match(b *strings.Builder, re *syntax.Regexp) {
	repeat := func(low, high int) {
		if high < 0 {
			high = low + 3
		}
		for range low + d.r.Intn(high-low+1) {
			d.match(b, re.Sub[0])
		}
	}
	switch re.Op {
	case syntax.OpLiteral:
		b.WriteString(string(re.Rune))
	case syntax.OpCharClass:
		b.WriteRune(d.runeOf(re.Rune))
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		b.WriteRune([]rune("ab \"\\{}\u00e4\U0001f600")[d.r.Intn(9)])
	case syntax.OpCapture:
		d.match(b, re.Sub[0])
	case syntax.OpStar:
		repeat(0, -1)
	case syntax.OpPlus:
		repeat(1, -1)
	case syntax.OpQuest:
		repeat(0, 1)
	case syntax.OpRepeat:
		repeat(re.Min, re.Max)
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			d.match(b, sub)
		}
	case syntax.OpAlternate:
		d.match(b, re.Sub[d.r.Intn(len(re.Sub))])
	}
}

// runeOf draws a rune of a class, which is given by pairs of bounds.
func (d *drawer) runeOf(class []rune) rune {
	i := 2 * d.r.Intn(len(class)/2)
	low, high := class[i], class[i+1]
	r := low + rune(d.r.Int63n(int64(min(high-low, 300))+1))
	if !utf8.ValidRune(r) {
		return low
	}
	return r
}

// formats draw texts of the formats that are checked.
var formats = map[string]func(*rand.Rand) string{
	"date-time": func(r *rand.Rand) string {
		at := time.Unix(r.Int63n(4e9), 0).In(time.FixedZone("", 60*(r.Intn(1440)-720)))
		return at.Format([]string{time.RFC3339, "2006-01-02T15:04:05.000Z07:00"}[r.Intn(2)])
	},
	"date":     func(r *rand.Rand) string { return time.Unix(r.Int63n(4e9), 0).UTC().Format(time.DateOnly) },
	"uri":      oneOf("https://example.com/", "urn:a:b", "http://[::1]:80/a?b=%20c#d", "mailto:a@b.example"),
	"uuid":     oneOf("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "00000000-0000-0000-0000-000000000000", "FFFFFFFF-ffff-ffff-ffff-ffffffffffff"),
	"email":    oneOf("a@b.example", "first.last+tag@sub.example.com"),
	"hostname": oneOf("localhost", "a-b.example.com"),
	"ipv4":     oneOf("127.0.0.1", "255.255.255.255"),
	"ipv6":     oneOf("::1", "2001:db8::ff"),
	"byte": func(r *rand.Rand) string {
		b := make([]byte, r.Intn(5))
		r.Read(b)
		return base64.StdEncoding.EncodeToString(b)
	},
}

func oneOf(texts ...string) func(*rand.Rand) string {
	return func(r *rand.Rand) string { return texts[r.Intn(len(texts))] }
}

// allowsText reports whether a text is a value of a string schema, by the rules
// of JSON Schema and the RFCs of the formats.
func allowsText(s *model.Schema, text string) bool {
	n := utf8.RuneCountInString(text)
	if s.MinLength != nil && n < *s.MinLength || s.MaxLength != nil && n > *s.MaxLength {
		return false
	}
	if s.Pattern != "" && !regexp.MustCompile("^(?:"+s.Pattern+")$").MatchString(text) {
		return false
	}
	var err error
	switch s.Format {
	case "date-time":
		_, err = time.Parse(time.RFC3339, text)
	case "date":
		_, err = time.Parse(time.DateOnly, text)
	case "uri":
		_, err = url.Parse(text)
	case "email":
		_, err = mail.ParseAddress(text)
	case "ipv4", "ipv6":
		_, err = netip.ParseAddr(text)
	case "byte":
		_, err = base64.StdEncoding.DecodeString(text)
	case "uuid":
		if len(text) != 36 {
			err = fmt.Errorf("no UUID")
		}
	}
	return err == nil
}
