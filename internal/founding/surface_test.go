package founding

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"math"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/generated/aui"
	"github.com/seed-1b9d9f04/errgen/generated/avalara"
	"github.com/seed-1b9d9f04/errgen/generated/axway"
	"github.com/seed-1b9d9f04/errgen/generated/connectorapi"
)

// brokenBody is a body whose connection breaks after some bytes.
type brokenBody struct{ io.Reader }

func (b brokenBody) Read(p []byte) (int, error) {
	n, err := b.Reader.Read(p)
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return n, err
}

func (brokenBody) Close() error { return nil }

// A read that fails is the cause; what was read before is not lost.
func TestBrokenBody(t *testing.T) {
	item := `{"code":-2000,"msg":"Request body cannot be empty."}`
	for _, body := range []string{`{"err":[` + item + `]}`, `{"err":[` + item + `,{"code":-1,"msg":"m"}]}`, `{"err":`} {
		err := avalara.DecodeResponse(&http.Response{StatusCode: 400, Body: brokenBody{strings.NewReader(body)}})
		if !errors.Is(err, io.ErrUnexpectedEOF) || avalara.ResponseOf(err).Body != body {
			t.Errorf("%s: %v", body, err)
		}
		if strings.Contains(body, "-1") && !errors.Is(err, avalara.ErrUnlisted) {
			t.Errorf("%s: the second error is lost: %v", body, err)
		}
	}
}

func TestBodyCanBeReadAgain(t *testing.T) {
	body := strings.Repeat("x", 100)
	for _, limit := range []int64{0, 1, 99, 100, 101, math.MaxInt64} {
		resp := &http.Response{StatusCode: 502, Body: io.NopCloser(strings.NewReader(body))}
		err := axway.Decoder{MaxBody: limit}.DecodeResponse(resp)
		r := axway.ResponseOf(err)
		cut := limit > 0 && limit < 100
		if r == nil || r.Truncated != cut || !cut && r.Body != body {
			t.Errorf("limit %d: %+v", limit, r)
		}
		if again, _ := io.ReadAll(resp.Body); string(again) != body {
			t.Errorf("limit %d: read again: %q", limit, again)
		}
	}
}

// HEAD has no body: a status that is one entry's alone tells.
func TestHead(t *testing.T) {
	resp := &http.Response{StatusCode: 403, Body: http.NoBody, Request: &http.Request{Method: http.MethodHead}}
	if err := avalara.DecodeResponse(resp); !errors.Is(err, avalara.ErrForbidden) || !errors.As(err, new(*avalara.ForbiddenError)) {
		t.Errorf("%v", err)
	}
	resp.StatusCode = 418
	if err := avalara.DecodeResponse(resp); !errors.Is(err, avalara.ErrUnexpectedResponse) {
		t.Errorf("%v", err)
	}
}

// What a handler has not begun to write is answered, whatever it tried.
func TestHandlerThatFailsBeforeTheFirstByte(t *testing.T) {
	for name, h := range map[string]func(http.ResponseWriter, *http.Request) error{
		"copy": func(w http.ResponseWriter, _ *http.Request) error {
			_, err := io.Copy(w, brokenBody{strings.NewReader("")})
			return err
		},
		"panic": func(http.ResponseWriter, *http.Request) error { panic(http.ErrBodyNotAllowed) },
		"flush": func(w http.ResponseWriter, _ *http.Request) error {
			_ = http.NewResponseController(w).Flush()
			return axway.ErrInternal
		},
	} {
		var handler http.Handler = axway.Handler(h)
		if name == "flush" { // into a writer that cannot
			handler = http.TimeoutHandler(handler, 1<<40, "")
		}
		server := httptest.NewUnstartedServer(handler)
		server.Config.ErrorLog = slog.NewLogLogger(slog.DiscardHandler, slog.LevelError)
		server.Start()
		resp, err := server.Client().Get(server.URL)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if err := axway.DecodeResponse(resp); !errors.Is(err, axway.ErrInternal) {
			t.Errorf("%s: %d, %v", name, resp.StatusCode, err)
		}
		server.Close()
	}
}

// A hook that panics costs no client the answer.
func TestHookThatPanics(t *testing.T) {
	responder := &axway.Responder{OnError: func(*http.Request, error, axway.ID) { panic("hook") }}
	server := httptest.NewUnstartedServer(responder.Handler(func(http.ResponseWriter, *http.Request) error { return axway.NewCaseClosed(1) }))
	server.Config.ErrorLog = slog.NewLogLogger(slog.DiscardHandler, slog.LevelError)
	server.Start()
	defer server.Close()
	resp, err := server.Client().Get(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	if err := axway.DecodeResponse(resp); !errors.Is(err, axway.ErrInternal) {
		t.Error(err)
	}
}

func TestHeadersAreNeverPrinted(t *testing.T) {
	err := axway.Decode(403, http.Header{"X-Troubleshooting-Id": {"SECRET"}}, []byte(`{"code":"NEW","message":"m"}`))
	var log bytes.Buffer
	slog.New(slog.NewJSONHandler(&log, nil)).Error("e", "err", err, "response", axway.ResponseOf(err))
	if text := err.Error() + log.String(); strings.Contains(text, "SECRET") || !strings.Contains(text, `NEW: "m"`) {
		t.Error(text)
	}
}

// Params stand in a group of their own, so that none can hide another attribute.
func TestLogs(t *testing.T) {
	var log bytes.Buffer
	err := aui.NewContentModeration("harmful", "secret words").WithCause(errors.New("cause"))
	slog.New(slog.NewJSONHandler(&log, nil)).Error("e", "err", err)
	var line struct {
		Err struct {
			Name, Text, Cause string
			Status            int
			Params            map[string]string
		}
	}
	if e := json.Unmarshal(log.Bytes(), &line); e != nil {
		t.Fatal(e)
	}
	got := line.Err
	if got.Name != "ContentModeration" || got.Status != 400 || got.Cause != "cause" || got.Params["moderation_category"] != "harmful" || got.Params["flagged_text"] != "[redacted]" {
		t.Errorf("%+v", got)
	}
}

// asError is an error that says by As what it is.
type asError struct{ error }

func (asError) As(target any) bool {
	t, ok := target.(**axway.Error)
	if ok {
		*t = axway.NewInternal()
	}
	return ok
}

func (e asError) Unwrap() error { return e.error }

// Nothing panics, whatever it is called on.
func TestEdges(t *testing.T) {
	if axway.IDOf(asError{errors.New("inner")}) != axway.ErrInternal {
		t.Error("As is asked before Unwrap, as errors.As does")
	}
	if err := aui.DecodeClose(0, ""); !errors.Is(err, aui.ErrUnexpectedResponse) {
		t.Errorf("close code 0 is %v", err)
	}
	if axway.ErrInternal.As((**axway.Error)(nil)) || axway.NewCaseClosed(1).As((*axway.ID)(nil)) {
		t.Error("nil targets")
	}
	for _, err := range []error{(*axway.Error)(nil), (*axway.CaseClosedError)(nil), &axway.Error{}, &axway.CaseClosedError{}, axway.ID(""), axway.ID("NoSuchEntry"), axway.ErrUnlisted, &axway.UnlistedError{}} {
		_ = err.Error()
		w := httptest.NewRecorder()
		axway.WriteError(w, err)
		if w.Code < 400 {
			t.Errorf("%T is written with %d", err, w.Code)
		}
	}
	if b, err := json.Marshal(avalara.ErrForbidden.WithCause(nil)); err != nil || string(b) != `"403 Forbidden"` {
		t.Errorf("a text body as JSON: %s %v", b, err)
	}
	if err := connectorapi.Decode(204, nil, nil); err != nil {
		t.Error(err)
	}
}
