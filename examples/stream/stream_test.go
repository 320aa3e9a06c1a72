package stream

import (
	"context"
	"errors"
	"io"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/coder/websocket"

	"github.com/seed-1b9d9f04/errgen/examples/generated/orderserr"
	"github.com/seed-1b9d9f04/errgen/generated/aui"
)

// dial starts a service whose conversation ends with an error after a message,
// and connects to it.
func dial(t *testing.T, end error) *websocket.Conn {
	service := httptest.NewServer(Handler(func(ctx context.Context, conn *websocket.Conn) error {
		if err := conn.Write(ctx, websocket.MessageText, []byte("hello")); err != nil {
			return err
		}
		return end
	}))
	t.Cleanup(service.Close)
	conn, resp, err := websocket.Dial(t.Context(), service.URL, nil)
	if err != nil {
		t.Fatal(err)
	}
	if resp.Body != nil {
		t.Cleanup(func() { _ = resp.Body.Close() })
	}
	t.Cleanup(func() { _ = conn.CloseNow() })
	return conn
}

// A service closes the connection, and the client gets the error.
func TestClose(t *testing.T) {
	tests := []struct {
		name string
		end  error
		code int
		want aui.ID
	}{
		{"it ends well", nil, 0, ""},
		{"a policy violation", aui.ErrAccessRefused, 1008, aui.ErrAccessRefused},
		{"no key", aui.ErrAuthenticationError, 1008, aui.ErrAuthenticationError},
		{"an internal error", aui.ErrInternalServerError, 1011, aui.ErrInternalServerError},
		{"no error of the catalog", io.ErrUnexpectedEOF, 1011, aui.ErrInternalServerError},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var messages []string
			err := Read(t.Context(), dial(t, test.end), func(m string) { messages = append(messages, m) })
			if !slices.Equal(messages, []string{"hello"}) {
				t.Errorf("messages %q", messages)
			}
			if got := aui.IDOf(err); got != test.want {
				t.Errorf("got %v: %v", got, err)
			}
			if resp := aui.ResponseOf(err); resp != nil && resp.CloseCode != test.code {
				t.Errorf("code %d", resp.CloseCode)
			}
		})
	}
}

// A code that two errors have is told apart by the reason; errors.Is holds for
// the more general one in both cases.
func TestKind(t *testing.T) {
	err := Read(t.Context(), dial(t, aui.ErrAuthenticationError), func(string) {})
	if !errors.Is(err, aui.ErrAccessRefused) {
		t.Errorf("got %v", err)
	}
}

// A reason has at most 123 bytes (RFC 6455 section 5.5). A longer one is cut at a
// character, and still says which error it is.
func TestLongReason(t *testing.T) {
	code, reason := orderserr.CloseFrame(orderserr.NewUpdatesEnded(strings.Repeat("ü", 100)))
	if code != 4001 || len(reason) > 123 || len(reason) < 120 || !utf8.ValidString(reason) {
		t.Fatalf("got %d and %d bytes: %s", code, len(reason), reason)
	}
	if err := orderserr.DecodeClose(code, reason); orderserr.IDOf(err) != orderserr.ErrUpdatesEnded {
		t.Errorf("decoded %v", err)
	}
}
