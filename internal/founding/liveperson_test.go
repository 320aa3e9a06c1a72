package founding

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/generated/connectorapi"
	"github.com/seed-1b9d9f04/errgen/internal/seeds"
)

// livePersonIDs names the rows of the table.
var livePersonIDs = map[int]connectorapi.ID{
	40102: connectorapi.ErrInvalidAppJWT,
	40103: connectorapi.ErrInvalidConsumerJWS,
	40104: connectorapi.ErrConsumerJWSMissing,
	40105: connectorapi.ErrAppJWTMissing,
}

// livePersonBody is the documented example with another row's values.
func livePersonBody(row seeds.Row) string {
	return fmt.Sprintf(`{"kind":"resp","code":401,"body":{"title":%q,"details":%q,"errorCode":%d},"type":".ReqBody$ErrorResp"}`,
		row.Title, row.Details, row.Code)
}

func TestLivePersonEncodesEveryRow(t *testing.T) {
	rows := seeds.LivePerson()
	if len(rows) != 4 || len(connectorapi.IDs()) != 4 {
		t.Fatalf("%d rows, %d entries: the page says four", len(rows), len(connectorapi.IDs()))
	}
	for _, row := range rows {
		id := livePersonIDs[row.Code]
		status, header, body := connectorapi.Encode(id)
		if status != 401 || header.Get("Content-Type") != "application/json" {
			t.Errorf("%v: status %d, %v", id, status, header)
		}
		if got, want := string(body), livePersonBody(row); got != want {
			t.Errorf("%s\n got %s\nwant %s", id.Name(), got, want)
		}
		if id.Code() != strconv.Itoa(row.Code) || id.StatusCode() != 401 {
			t.Errorf("%s: code %s, status %d", id.Name(), id.Code(), id.StatusCode())
		}
		if want := fmt.Sprintf("connectorapi: %d: %s: %s", row.Code, row.Title, row.Details); id.Error() != want {
			t.Errorf("Error() = %q, want %q", id.Error(), want)
		}
	}
}

func TestLivePersonKeepsTheDocumentedOrder(t *testing.T) {
	_, _, body := connectorapi.Encode(connectorapi.ErrAppJWTMissing)
	var documented []string
	for _, p := range seeds.LivePersonProperties() {
		documented = append(documented, p.Path)
	}
	if got := memberPaths(t, string(body)); !slices.Equal(got, documented) {
		t.Errorf("members %v, documented %v", got, documented)
	}
	if got := memberPaths(t, seeds.ExampleLivePerson()); !slices.Equal(got, documented) {
		t.Errorf("the example has %v", got)
	}
}

func TestLivePersonDecodesEveryRow(t *testing.T) {
	for _, row := range seeds.LivePerson() {
		err := connectorapi.Decode(401, nil, []byte(livePersonBody(row)))
		if id := livePersonIDs[row.Code]; !errors.Is(err, id) {
			t.Errorf("%d decodes to %v", row.Code, err)
		}
		var e *connectorapi.Error
		if !errors.As(err, &e) || e.Response().Body != livePersonBody(row) || e.StatusCode() != 401 {
			t.Errorf("%d: response not kept: %v", row.Code, err)
		}
	}
}

// The page's example pairs 40104 with the texts of 40105. The code counts: it
// decodes as what the table says 40104 is, and what was received is kept.
func TestLivePersonExampleContradictsTheTable(t *testing.T) {
	for _, example := range []string{seeds.ExampleLivePerson(), seeds.ExampleLivePersonCopy()} {
		err := connectorapi.Decode(401, nil, []byte(example))
		if connectorapi.IDOf(err) != connectorapi.ErrConsumerJWSMissing {
			t.Fatalf("decodes to %v", err)
		}
		if body := connectorapi.ResponseOf(err).Body; body != example {
			t.Errorf("kept %s", body)
		}
		// Corrected at the waived place, it is the entry whose texts it has.
		corrected := strings.Replace(example, "40104", "40105", 1)
		_, _, body := connectorapi.Encode(connectorapi.ErrAppJWTMissing)
		if compact(t, corrected) != string(body) {
			t.Errorf("corrected example %s\nentry %s", compact(t, corrected), body)
		}
		if got := connectorapi.Decode(401, nil, []byte(corrected)); connectorapi.IDOf(got) != connectorapi.ErrAppJWTMissing {
			t.Errorf("corrected example decodes to %v", got)
		}
	}
}

// "Complete" lists are not: codes outside the table are kept as received.
func TestLivePersonUnlistedCodes(t *testing.T) {
	for _, code := range []int{40101, 40001, 50201} {
		body := livePersonBody(seeds.Row{Code: code, Title: "New title", Details: "New details"})
		err := connectorapi.Decode(code/100, http.Header{}, []byte(body))
		var u *connectorapi.UnlistedError
		if !errors.As(err, &u) || u.Code != strconv.Itoa(code) || u.Texts["title"] != "New title" || u.Texts["details"] != "New details" {
			t.Errorf("%d: %v, %+v", code, err, u)
		}
		if !errors.Is(err, connectorapi.ErrUnlisted) {
			t.Errorf("%d: not ErrUnlisted: %v", code, err)
		}
	}
}

func TestLivePersonHasNoFallback(t *testing.T) {
	status, header, body := connectorapi.Encode(errors.New("database password is hunter2"))
	if status != 500 || len(body) != 0 || header.Get("Content-Type") != "" {
		t.Errorf("%d %v %q", status, header, body)
	}
}
