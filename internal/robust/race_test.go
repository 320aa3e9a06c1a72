package robust

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/seed-1b9d9f04/errgen/generated/aui"
	"github.com/seed-1b9d9f04/errgen/generated/avalara"
	"github.com/seed-1b9d9f04/errgen/generated/axway"
	"github.com/seed-1b9d9f04/errgen/generated/connectorapi"
)

// A subject is a generated package, with errors that all goroutines share.
type subject struct {
	name           string
	encode         func(error) (int, http.Header, []byte)
	decode         func(int, http.Header, []byte) error
	decodeResponse func(*http.Response) error
	write          func(http.ResponseWriter, *http.Request, error) // of a responder that all share
	idOf           func(error) error
	closeFrame     func(error) (int, string) // nil: no close codes
	errs           []error
}

func subjects() []subject {
	delay := 30 * time.Second
	axwayResponder := &axway.Responder{
		OnError:  func(*http.Request, error, axway.ID) {},
		Exchange: func(_ *http.Request, x *axway.Exchange) { id := "t1"; x.XTroubleshootingID = &id },
	}
	all := []subject{
		{
			name: "axway", encode: axway.Encode, decode: axway.Decoder{MaxBody: 4096}.Decode, decodeResponse: axway.Decoder{MaxBody: 4096}.DecodeResponse,
			write: axwayResponder.WriteError, idOf: func(err error) error { return axway.IDOf(err) },
			errs: []error{
				axway.ErrCaseClosed, axway.NewCaseClosed(45), &axway.CaseClosedError{Days: 45}, axway.NewCaseClosed(1).WithCause(io.EOF),
				&axway.PortalConnectionFailureError{Delay: &delay}, axway.ErrPortalConnectionFailure, axway.NewBadRequest("\x1b[31m\n" + strings.Repeat("é", 2000)),
				axway.Decode(403, http.Header{"X": {"y"}}, []byte(closedBody)), axway.Decode(502, nil, []byte("<html>")), axway.Decode(400, nil, []byte(`{"code":"NEW","message":"m"}`)),
			},
		},
		{
			name: "avalara", encode: avalara.Encode, decode: avalara.Decode, decodeResponse: avalara.DecodeResponse,
			write: new(avalara.Responder).WriteError, idOf: func(err error) error { return avalara.IDOf(err) },
			errs: []error{
				avalara.ErrForbidden, avalara.ErrRequestBodyCannotBeEmpty, avalara.NewUnauthorized().WithCause(io.EOF), &avalara.ServiceUnavailableError{},
				errors.Join(avalara.ErrRequestBodyCannotBeEmpty, avalara.NewRequestBodyCannotBeEmpty()),
				avalara.Decode(400, nil, []byte(`{"err":[{"code":-2000,"msg":"Request body cannot be empty."},{"code":7,"msg":"?"}]}`)),
			},
		},
		{
			name: "aui", encode: aui.Encode, decode: aui.Decode, decodeResponse: aui.DecodeResponse,
			write: new(aui.Responder).WriteError, idOf: func(err error) error { return aui.IDOf(err) }, closeFrame: aui.CloseFrame,
			errs: []error{
				aui.ErrAuthenticationError, aui.NewContentModeration("harmful", "secret words"), aui.NewServerError(503, "d", "m"), aui.ErrAccessRefused,
				aui.NewValidationError([]aui.ValidationIssue{{Loc: []aui.LocationStep{aui.LocationStepString("a"), aui.LocationStepInteger(1)}, Msg: "m", Type: "t", Ctx: map[string]any{"b": 1, "a": nil}}}),
				&aui.ApplicationError{Description: "d", Message: "m", ExtraData: map[string]any{"k": []any{"v", 1.5}, "a": map[string]any{}}},
				aui.DecodeClose(1008, "Authentication failure or policy violation"),
			},
		},
		{
			name: "connectorapi", encode: connectorapi.Encode, decode: connectorapi.Decode, decodeResponse: connectorapi.DecodeResponse,
			write: new(connectorapi.Responder).WriteError, idOf: func(err error) error { return connectorapi.IDOf(err) },
			errs: []error{connectorapi.ErrInvalidAppJWT, connectorapi.NewConsumerJWSMissing(), &connectorapi.AppJWTMissingError{}, connectorapi.ErrInvalidConsumerJWS.WithCause(io.EOF)},
		},
	}
	for i := range all {
		s := &all[i]
		s.errs = append(s.errs, fmt.Errorf("wrapped: %w", s.errs[0]), errors.Join(io.EOF, s.errs[1]), io.ErrClosedPipe)
	}
	return all
}

// everything is what all that can be done with an error gives, as a text.
func (s *subject) everything(err error) string {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%v %+v %q\n", err, err, err)
	for _, h := range []slog.Handler{slog.NewTextHandler(&b, untimed), slog.NewJSONHandler(&b, untimed)} {
		slog.New(h).Error("m", "err", err, "in", slog.GroupValue(slog.Any("err", fmt.Errorf("wrapped: %w", err))))
	}
	if m, ok := err.(json.Marshaler); ok {
		body, failed := m.MarshalJSON()
		fmt.Fprintf(&b, "%s %v\n", body, failed)
	}
	id := s.idOf(err)
	fmt.Fprintln(&b, id, errors.Is(err, id), errors.Is(fmt.Errorf("wrapped: %w", err), s.errs[0]), errors.Is(err, io.EOF))
	status, header, body := s.encode(err)
	fmt.Fprintln(&b, status, header, string(body))
	for _, got := range []error{
		s.decode(status, header, body),
		s.decodeResponse(&http.Response{StatusCode: status, Header: header, Body: io.NopCloser(bytes.NewReader(body))}),
	} {
		fmt.Fprintln(&b, got, s.idOf(got))
	}
	w := httptest.NewRecorder()
	s.write(w, nil, err)
	fmt.Fprintln(&b, w.Code, w.Header(), w.Body)
	if s.closeFrame != nil {
		code, reason := s.closeFrame(err)
		fmt.Fprintln(&b, code, reason)
	}
	return b.String()
}

// untimed leaves the time out of logs.
var untimed = &slog.HandlerOptions{ReplaceAttr: func(groups []string, a slog.Attr) slog.Attr {
	if len(groups) == 0 && a.Key == slog.TimeKey {
		return slog.Attr{}
	}
	return a
}}

// Errors, IDs, literals, a responder and a decoder that many goroutines use at once
// give what they give to one. The race detector watches.
func TestManyGoroutines(t *testing.T) {
	for _, s := range subjects() {
		t.Run(s.name, func(t *testing.T) {
			want := make([]string, len(s.errs))
			for i, err := range s.errs {
				want[i] = s.everything(err)
			}
			var wg sync.WaitGroup
			for g := range 8 {
				wg.Go(func() {
					for n := range 10 * len(s.errs) {
						i := (n*(g+1) + g) % len(s.errs) // each in an order of its own
						if got := s.everything(s.errs[i]); got != want[i] {
							t.Errorf("%d: got\n%s\nwant\n%s", i, got, want[i])
							return
						}
					}
				})
			}
			wg.Wait()
		})
	}
}

// One handler serves many requests at once, of which some panic and some have begun.
func TestHandlerInManyGoroutines(t *testing.T) {
	shared := axway.NewCaseClosed(45)
	responder := &axway.Responder{Exchange: func(r *http.Request, x *axway.Exchange) { id := r.URL.Path; x.XTroubleshootingID = &id }}
	h := responder.Handler(func(w http.ResponseWriter, r *http.Request) error {
		switch r.Method {
		case http.MethodPut:
			panic("broken")
		case http.MethodPost:
			_, _ = io.WriteString(w, "fine")
		}
		return shared
	})
	var wg sync.WaitGroup
	for g := range 8 {
		wg.Go(func() {
			for i := range 100 {
				method := []string{http.MethodGet, http.MethodPut, http.MethodPost}[i%3]
				path := fmt.Sprintf("/%d/%d", g, i)
				w := httptest.NewRecorder()
				func() {
					defer func() { _ = recover() }()
					h.ServeHTTP(w, httptest.NewRequest(method, path, nil))
				}()
				want := map[string]axway.ID{http.MethodGet: axway.ErrCaseClosed, http.MethodPut: axway.ErrInternal}[method]
				if got := axway.IDOf(axway.DecodeResponse(w.Result())); got != want || want != "" && w.Header().Get("X-Troubleshooting-Id") != path {
					t.Errorf("%s %s: %v %v", method, path, got, w.Header())
				}
			}
		})
	}
	wg.Wait()
}
