package load

import (
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// TestJSON: a catalog may be written as JSON writes it, with all escapes of RFC 8259,
// and places are those of the file.
func TestJSON(t *testing.T) {
	for text, want := range map[string]string{
		`"\ud83d\udd25"`:              "\U0001f525",
		`"\uD83D\uDD25!"`:             "\U0001f525!",
		`"\/a\\/b\/"`:                 `/a\/b/`,
		`"\"\\\"\/"`:                  `"\"/`,
		`"\u00e9\n\t\b\f\r"`:          "\u00e9\n\t\b\f\r",
		"\"\ue000\\/\"":               "\ue000/",
		"\"\u2028\\/\\ud83d\\udd25\"": "\u2028/\U0001f525",
		`'\/'`:                        `\/`, // of YAML: no escape
	} {
		var l diag.List
		f := Bytes("c.yaml", []byte(`{"errgen": 1, "package": "p", "envelopes": {}, "title": `+text+`, "nope": 1}`), &l)
		if f == nil || f.Title.S != want {
			t.Errorf("%s: %+v, %v", text, f, l.Sorted())
			continue
		}
		column := len([]rune(`{"errgen": 1, "package": "p", "envelopes": {}, "title": `+text+`, `)) + 1
		if found := l.Sorted(); len(found) != 1 || found[0].Pos.Column != column {
			t.Errorf("%s: %v, want column %d", text, found, column)
		}
	}
	for _, text := range []string{`"\ud83d"`, `"\udd25\ud83d"`, `"\ud83dx\udd25"`, `"\ud83`} {
		var l diag.List
		if f := Bytes("c.yaml", []byte(`{"errgen": 1, "package": "p", "envelopes": {}, "title": `+text+`}`), &l); f != nil || l.Len() != 1 {
			t.Errorf("%s: %+v, %v", text, f, l.Sorted())
		}
	}
}
