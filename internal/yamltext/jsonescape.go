package yamltext

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// JSON is YAML 1.2, but for two escapes of its strings that yaml.v3 does not read: \/
// and characters written as two surrogates (RFC 8259 section 7).

// hasJSONEscapes reports whether a text is JSON that may have such escapes.
func hasJSONEscapes(text []byte) bool {
	start := bytes.TrimLeft(text, " \t\r\n")
	return bytes.HasPrefix(start, []byte("{")) && (bytes.Contains(text, []byte(`\/`)) || bytes.Contains(bytes.ToLower(text), []byte(`\ud`)))
}

// putJSONEscapes puts the characters in the place of their escapes, after as many
// fillers as keep all places as they are.
func putJSONEscapes(text []byte, filler rune) []byte {
	var out bytes.Buffer
	quoted := false
	for i := 0; i < len(text); {
		if text[i] == '"' {
			quoted = !quoted
		}
		if !quoted || text[i] != '\\' || i+1 == len(text) {
			out.WriteByte(text[i])
			i++
			continue
		}
		size := 2
		if r, n := jsonEscape(text[i:]); n > 0 {
			out.WriteString(strings.Repeat(string(filler), n-1) + string(r))
			size = n
		} else {
			out.Write(text[i : i+2])
		}
		i += size
	}
	return out.Bytes()
}

// jsonEscape reads such an escape at the beginning of a text; its size is 0 if there
// is none.
func jsonEscape(text []byte) (r rune, size int) {
	if text[1] == '/' {
		return '/', 2
	}
	r = utf16.DecodeRune(surrogate(text), surrogate(text[min(6, len(text)):]))
	if r == utf8.RuneError {
		return 0, 0
	}
	return r, 12
}

// surrogate reads \uXXXX; 0 if there is none.
func surrogate(text []byte) rune {
	if len(text) < 6 || text[0] != '\\' || text[1] != 'u' {
		return 0
	}
	n, err := strconv.ParseUint(string(text[2:6]), 16, 16)
	if err != nil {
		return 0
	}
	return rune(n)
}
