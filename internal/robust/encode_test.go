package robust

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"reflect"
	"testing"

	"github.com/seed-1b9d9f04/errgen/generated/axway"
)

// TestResponderEncodes holds that a responder's Encode returns what its WriteError
// writes, and tells the same hooks the same.
func TestResponderEncodes(t *testing.T) {
	type call struct {
		path    string
		err     error
		written axway.ID
	}
	var told []call
	responder := &axway.Responder{
		OnError: func(r *http.Request, err error, written axway.ID) {
			told = append(told, call{r.URL.Path, err, written})
		},
		Exchange: func(r *http.Request, x *axway.Exchange) { id := "id of " + r.URL.Path; x.XTroubleshootingID = &id },
	}
	r := httptest.NewRequest(http.MethodGet, "/case/7", http.NoBody)
	for _, err := range []error{
		axway.NewCaseClosed(45),
		fmt.Errorf("add note: %w", axway.NewAccessDenied("no")),
		axway.ErrInternal,
		axway.ErrCaseClosed, // without its data
		errors.New("disk full"),
	} {
		t.Run(fmt.Sprint(err), func(t *testing.T) {
			told = nil
			w := httptest.NewRecorder()
			responder.WriteError(w, r, err)
			status, header, body := responder.Encode(r, err)
			if status != w.Code || !reflect.DeepEqual(header, w.Header()) || string(body) != w.Body.String() {
				t.Errorf("Encode returns %d %v %s,\nWriteError writes %d %v %s", status, header, body, w.Code, w.Header(), w.Body)
			}
			if id := header.Get("X-Troubleshooting-Id"); id != "id of /case/7" {
				t.Errorf("the exchange value is %q", id)
			}
			if len(told) != 2 || told[0] != told[1] || told[0].path != "/case/7" {
				t.Errorf("the hook is told %v", told)
			}
		})
	}
	told = nil
	if status, _, _ := responder.Encode(r, nil); status != http.StatusInternalServerError || told != nil {
		t.Errorf("no error is encoded as %d, and the hook is told %v", status, told)
	}
}
