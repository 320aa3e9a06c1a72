// Package names makes Go names of those of a catalog, and keeps order among names:
// who has taken one, and what is declared under it.
package names

import (
	"go/token"
	"strings"
	"unicode"
	"unicode/utf8"
)

// initialisms are the words that Go writes in capitals.
var initialisms = set(`ACL API ASCII CPU CSS CSV DNS EOF GUID HTML HTTP HTTPS IBAN
	ID IP JSON JWE JWK JWS JWT LDAP LHS MAC MFA OTP PDF QPS RAM RHS RPC SDK SHA SLA
	SMS SMTP SQL SSH SSL SSO TCP TLS TTL UDP UI UID URI URL URN UTC UTF8 UUID VAT VM
	XML XMPP XSRF XSS`)

// predeclared are the names that Go declares itself.
var predeclared = set(`any append bool byte cap clear close comparable complex
	complex64 complex128 copy delete error false float32 float64 imag int int8 int16
	int32 int64 iota len make max min new nil panic print println real recover rune
	string true uint uint8 uint16 uint32 uint64 uintptr`)

// imported are the packages that generated code may import: an argument of such
// a name would hide one.
var imported = set(`base64 bufio bytes cmp context encoding errors fmt http io
	json maps math mime net regexp slices slog sort strconv strings sync testing time
	unicode url utf8`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// Exported makes an exported Go identifier of a name on the wire or in the
// catalog: "error_code" gives ErrorCode, "userIds" UserIDs, "@type" Type.
func Exported(name string) string {
	var b strings.Builder
	shouting := strings.IndexFunc(name, unicode.IsLower) < 0
	for _, w := range splitWords(name) {
		b.WriteString(goWord(w, shouting))
	}
	s := b.String()
	if r, _ := utf8.DecodeRuneInString(s); !unicode.IsUpper(r) {
		return "X" + s // nothing left, a digit, or a script without capitals
	}
	return s
}

// Argument is the name of an argument for what is exported as name.
func Argument(name string) string {
	ws := splitWords(name)
	if len(ws) == 0 {
		return "x"
	}
	first := ws[0]
	if upper, ok := initialism(first); ok || strings.ToUpper(first) == first {
		if upper == "" {
			upper = first
		}
		first = strings.ToLower(upper)
	} else {
		r, n := utf8.DecodeRuneInString(first)
		first = string(unicode.ToLower(r)) + first[n:]
	}
	s := first + strings.Join(ws[1:], "")
	if token.IsKeyword(s) || predeclared[s] || imported[s] {
		s += "Value"
	}
	return s
}

// Field is exportedName for a field of an entry's struct, which has the
// methods Error and Unwrap.
func Field(name string) string {
	if name == "Error" || name == "Unwrap" {
		return name + "Value"
	}
	return name
}

// goWord is one word of an identifier. In a name that is all capitals they say
// nothing about its words.
func goWord(w string, shouting bool) string {
	if upper, ok := initialism(w); ok {
		return upper
	}
	r, n := utf8.DecodeRuneInString(w)
	rest := w[n:]
	if shouting {
		rest = strings.ToLower(rest)
	}
	return string(unicode.ToUpper(r)) + rest
}

// initialism returns a word as Go writes it if it is an initialism, or several.
func initialism(w string) (string, bool) {
	upper := strings.ToUpper(w)
	if initialisms[upper] {
		return upper, true
	}
	if one, ok := strings.CutSuffix(upper, "S"); ok && initialisms[one] {
		return one + "s", true
	}
	return "", false
}

// splitWords splits a name where its writer did: at what is neither letter nor
// digit, and where capitals begin.
func splitWords(name string) []string {
	var ws []string
	var word []rune
	flush := func() {
		if len(word) > 0 {
			ws = append(ws, string(word))
			word = nil
		}
	}
	rs := []rune(name)
	for i, r := range rs {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			flush()
			continue
		}
		if unicode.IsUpper(r) && beginsWord(rs, i) {
			flush()
		}
		word = append(word, r)
	}
	flush()
	return ws
}

// beginsWord reports whether the capital rs[i] begins a word: after a small
// letter or a digit, or as the last of several before a small letter (the S of
// HTTPServer), unless that one is a plural's s (IDs).
func beginsWord(rs []rune, i int) bool {
	if i == 0 {
		return false
	}
	if unicode.IsLower(rs[i-1]) || unicode.IsDigit(rs[i-1]) {
		return true
	}
	if !unicode.IsUpper(rs[i-1]) || i+1 == len(rs) || !unicode.IsLower(rs[i+1]) {
		return false
	}
	return rs[i+1] != 's' || i+2 < len(rs) && unicode.IsLower(rs[i+2])
}

// IsExported reports whether a name is an exported Go identifier.
func IsExported(name string) bool { return token.IsIdentifier(name) && token.IsExported(name) }

// ErrorType is the name of an entry's type; the suffix is not doubled.
func ErrorType(base string) string { return strings.TrimSuffix(base, "Error") + "Error" }

// IsPredeclared reports whether Go declares a name itself.
func IsPredeclared(name string) bool { return predeclared[name] }
