package founding

import (
	"errors"
	"net/http"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/generated/avalara"
	"github.com/seed-1b9d9f04/errgen/internal/seeds"
)

var avalaraIDs = map[string]avalara.ID{
	"Forbidden":                     avalara.ErrForbidden,
	"Internal Server Error":         avalara.ErrInternalServerError,
	"Service Unavailable":           avalara.ErrServiceUnavailable,
	"Unauthorized":                  avalara.ErrUnauthorized,
	"Profile ID not found.":         avalara.ErrProfileIDNotFound,
	"Request body cannot be empty.": avalara.ErrRequestBodyCannotBeEmpty,
}

func TestAvalaraBodies(t *testing.T) {
	bodies := seeds.AvalaraBodies()
	if len(bodies) != 6 || len(avalara.IDs()) != 6 {
		t.Fatalf("%d bodies, %d entries", len(bodies), len(avalara.IDs()))
	}
	for _, b := range bodies {
		id, ok := avalaraIDs[b.Row]
		if !ok {
			t.Fatalf("no entry for %q", b.Row)
		}
		status, header, body := avalara.Encode(id)
		if string(body) != b.Body {
			t.Errorf("%s\n got %q\nwant %q", b.Row, body, b.Body)
		}
		if b.Status != 0 && status != b.Status {
			t.Errorf("%s: status %d, documented %d", b.Row, status, b.Status)
		}
		if media := header.Get("Content-Type"); !strings.HasPrefix(media, b.Media) {
			t.Errorf("%s: %s, documented %s", b.Row, media, b.Media)
		}
		received := b.Status
		if received == 0 {
			received = 400 // not documented: any fits
		}
		for _, body := range []string{b.Body, "\r\n" + strings.ReplaceAll(b.Body, "\n", "\r\n") + "\r\n"} {
			err := avalara.Decode(received, http.Header{"Content-Type": {header.Get("Content-Type")}}, []byte(body))
			if avalara.IDOf(err) != id {
				t.Errorf("%q decodes to %v", body, err)
			}
		}
	}
}

func TestAvalaraRows(t *testing.T) {
	for _, row := range seeds.Avalara() {
		id := avalaraIDs[row.Message]
		if id == "" {
			t.Fatalf("no entry for %q", row.Message)
		}
		wantCode := ""
		if !strings.HasPrefix(row.ErrorCode, "HTTP") {
			wantCode = row.ErrorCode
		}
		if id.Code() != wantCode {
			t.Errorf("%s: code %q, documented %q", row.Message, id.Code(), row.ErrorCode)
		}
		if !strings.HasSuffix(id.DocURL(), row.Link) {
			t.Errorf("%s: %q does not end with %q", row.Message, id.DocURL(), row.Link)
		}
		if !strings.Contains(id.Error(), strings.TrimSuffix(row.Message, ".")) {
			t.Errorf("%s: Error() = %q", row.Message, id.Error())
		}
	}
}

// One response may carry several errors; the message tells errors of one code apart.
func TestAvalaraList(t *testing.T) {
	err := avalara.Decode(400, nil, []byte(`{"err":[{"code":-2000,"msg":"Request body cannot be empty."},{"code":-2000,"msg":"Another one."},{"code":-7,"msg":"A third."}]}`))
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok || len(joined.Unwrap()) != 3 {
		t.Fatalf("decodes to %v", err)
	}
	want := []avalara.ID{avalara.ErrRequestBodyCannotBeEmpty, avalara.ErrUnlisted, avalara.ErrUnlisted}
	for i, item := range joined.Unwrap() {
		if avalara.IDOf(item) != want[i] {
			t.Errorf("item %d is %v", i, item)
		}
	}
	_, _, body := avalara.Encode(errors.Join(avalara.ErrRequestBodyCannotBeEmpty, avalara.NewRequestBodyCannotBeEmpty()))
	item := `{"code":-2000,"msg":"Request body cannot be empty."}`
	if want := `{"err":[` + item + `,` + item + `]}`; string(body) != want {
		t.Errorf("joined: %s, want %s", body, want)
	}
}

func TestAvalaraGatewayPages(t *testing.T) {
	page := "<html><body><h1>502 Bad Gateway</h1></body></html>"
	for _, status := range []int{400, 401, 403, 500, 502, 503} {
		err := avalara.Decode(status, http.Header{"Content-Type": {"text/html"}}, []byte(page))
		if !errors.Is(err, avalara.ErrUnexpectedResponse) || avalara.ResponseOf(err).Body != page {
			t.Errorf("%d: %v", status, err)
		}
		if strings.Contains(err.Error(), "Gateway") {
			t.Errorf("Error() shows the body: %v", err)
		}
	}
}
