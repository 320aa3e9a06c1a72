package robust

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"unicode"

	"github.com/seed-1b9d9f04/errgen/generated/aui"
	"github.com/seed-1b9d9f04/errgen/generated/axway"
)

// verbs are the ways in which fmt prints an error as a text.
var verbs = []string{"%v", "%+v", "%s", "%q", "%+q", "%.4000v"}

// printed is an error, alone and in others, in every way in which logs show it.
func printed(err error) []string {
	type holder struct{ Err error }
	type hidden struct{ err error }
	var all []string
	for _, err := range []error{err, fmt.Errorf("wrapped: %w", err), errors.Join(err, io.EOF), fmt.Errorf("%w and %w", io.EOF, err)} {
		for _, verb := range verbs {
			all = append(all, fmt.Sprintf(verb, err), fmt.Sprintf(verb, []error{err}), fmt.Sprintf(verb, holder{err}))
		}
		all = append(all, fmt.Sprint(hidden{err}), fmt.Sprintf("%+v", hidden{err}))
		if _, isData := err.(aui.Data); !isData { // Go syntax shows a literal as it is
			all = append(all, fmt.Sprintf("%#v", err))
		}
		for _, h := range []func(io.Writer) slog.Handler{
			func(w io.Writer) slog.Handler { return slog.NewTextHandler(w, nil) },
			func(w io.Writer) slog.Handler { return slog.NewJSONHandler(w, nil) },
		} {
			var b bytes.Buffer
			slog.New(h(&b)).With("with", err).WithGroup("g").Error("m", "err", err, slog.Group("in", "err", err))
			all = append(all, strings.TrimSuffix(b.String(), "\n"))
		}
		if v, ok := err.(slog.LogValuer); ok {
			all = append(all, fmt.Sprint(v.LogValue()), fmt.Sprintf("%+v", v.LogValue().Resolve()))
		}
	}
	return all
}

const secret = "S3CR3T"

// Sensitive params show in no log: of what was raised, as a literal or not, of what
// was decoded with its data, and of what came in other words.
func TestSecretsAreNotPrinted(t *testing.T) {
	raised := aui.NewContentModeration("harmful", secret)
	status, header, body := aui.Encode(raised)
	if !strings.Contains(string(body), secret) {
		t.Fatalf("the secret is not in %s", body)
	}
	for name, err := range map[string]error{
		"raised":             raised,
		"with a cause":       raised.WithCause(io.EOF),
		"a literal":          &aui.ContentModerationError{ModerationCategory: "harmful", FlaggedText: secret},
		"a cause":            aui.ErrInternalServerError.WithCause(raised),
		"a literal as cause": aui.ErrInternalServerError.WithCause(&aui.ContentModerationError{FlaggedText: secret}),
		"decoded":            aui.Decode(status, header, body),
		"cut":                aui.Decode(status, header, body[:len(body)-3]),
	} {
		if err == nil {
			t.Fatalf("%s: no error", name)
		}
		for _, text := range printed(err) {
			if strings.Contains(text, secret) {
				t.Errorf("%s: %s", name, text)
			}
		}
	}
}

// What was received shows in no log as it was: headers not at all, texts bounded, and
// without what moves a terminal's cursor or begins a new line.
func TestReceivedTextsAreTame(t *testing.T) {
	hostile := "\x1b]0;owned\a\x1b[2J\r\n2026-01-01 level=INFO msg=fine\u2028\u202e\x00\xff"
	quoted := fmt.Sprintf("%q", strings.ReplaceAll(hostile, "\xff", ""))
	quoted = strings.NewReplacer(`\a`, `\u0007`, `\x1b`, `\u001b`, `\x00`, `\u0000`).Replace(quoted)
	long := strings.Repeat("long ", 1<<16)
	header := http.Header{"X-Secret": {secret}, "Content-Type": {hostile + "/html; charset=" + secret}}
	for name, err := range map[string]error{
		"a code":              axway.Decode(400, header, []byte(`{"code":`+quoted+`,"message":"m"}`)),
		"a text":              axway.Decode(400, header, []byte(`{"code":"NEW","message":`+quoted+`}`)),
		"a param":             axway.Decode(400, header, []byte(`{"code":"BAD_REQUEST","message":`+quoted+`}`)),
		"a page":              axway.Decode(502, header, []byte(hostile+secret)),
		"a long text":         axway.Decode(400, header, []byte(`{"code":"NEW","message":"`+long+`"}`)),
		"a long code":         axway.Decode(400, header, []byte(`{"code":"`+long+`","message":"m"}`)),
		"a long param":        axway.Decode(400, header, []byte(`{"code":"BAD_REQUEST","message":"`+long+`"}`)),
		"a long media type":   axway.Decode(502, http.Header{"Content-Type": {long}}, nil),
		"a close reason":      aui.DecodeClose(1008, hostile),
		"a long close reason": aui.DecodeClose(1008, long),
		"a nested one":        aui.Decode(422, header, []byte(`{"detail":[{"loc":[`+quoted+`],"msg":`+quoted+`,"type":"t"}]}`)),
	} {
		if err == nil || err.Error() == "" {
			t.Fatalf("%s: %v", name, err)
		}
		for _, text := range printed(err) {
			text = strings.ReplaceAll(text, "\nEOF", "") // of errors.Join
			if i := strings.IndexFunc(text, isWild); i >= 0 || strings.Contains(text, secret) {
				t.Errorf("%s: at %d of %.300q", name, i, text)
			}
			if len(text) > 24_000 {
				t.Errorf("%s: %d bytes", name, len(text))
			}
		}
		response := fmt.Sprint(axway.ResponseOf(err), aui.ResponseOf(err))
		if strings.ContainsFunc(response, isWild) || strings.Contains(response, secret) || len(response) > 2000 {
			t.Errorf("%s: the response is %.300q", name, response)
		}
	}
}

// isWild reports whether a terminal takes a character for more than a character.
func isWild(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029' || r == unicode.ReplacementChar
}
