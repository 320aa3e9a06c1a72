package seeds

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLivePerson(t *testing.T) {
	want := []Row{
		{40102, "Invalid AppJWT", "AppJWT has expired or is invalid"},
		{40103, "Invalid ConsumerJWS", "ConsumerJWS is invalid"},
		{40104, "ConsumerJWS is missing", "X_ON_BEHALF_HEADER is not present"},
		{40105, "AppJWT is missing", "AUTHORIZATION header is not present"},
	}
	if d := cmp.Diff(want, LivePerson()); d != "" {
		t.Errorf("table of 000 (-want +got):\n%s", d)
	}
	for i, line := range LivePersonCopy() {
		r := want[i]
		if got := "4010" + string('2'+rune(i)) + " " + r.Title + " " + r.Details; got != line {
			t.Errorf("001 has %q, 000 %q", line, got)
		}
	}
	if n := len(LivePersonCopy()); n != 4 {
		t.Errorf("001 has %d rows, want 4", n)
	}
}

func TestLivePersonProperties(t *testing.T) {
	ps := LivePersonProperties()
	if len(ps) != 7 {
		t.Fatalf("%d properties, want 7", len(ps))
	}
	want := Property{"kind", "The messaging event kind.", "resp", "string", "Always resp for response."}
	if d := cmp.Diff(want, ps[0]); d != "" {
		t.Error(d)
	}
	if ps[5].Path != "body.errorCode" || ps[5].Value != "40104" || ps[6].Value != ".ReqBody$ErrorResp" {
		t.Errorf("properties: %+v", ps[5:])
	}
}

func TestLivePersonExamplesAgree(t *testing.T) {
	a, b := ExampleLivePerson(), ExampleLivePersonCopy()
	if a != b {
		t.Errorf("000:\n%s\n001:\n%s", a, b)
	}
	if len(a) != 195 || !strings.Contains(a, `"errorCode": 40104`) {
		t.Errorf("%d bytes:\n%s", len(a), a)
	}
}

func TestAxway(t *testing.T) {
	want := []AxwayClass{
		{"AUTHENTICATION_FAILURE", 401, "The end-user cannot be authenticated."},
		{"ACCESS_DENIED", 403, "The end-user is not is not entitled for the requested operation."},
		{"BAD_REQUEST", 400, "The end-user erred in the request specification."},
		{"SERVICE_TEMPORARILY_UNAVAILABLE", 503, "The length of the delay is be indicated in the 'message' field of the response, if known."},
		{"SERVER_ERROR", 500, "A non-atomic method completed partially."},
	}
	if d := cmp.Diff(want, Axway()); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	props := []AxwayProperty{
		{"code", "string", false, "A constant referring to a specific error class."},
		{"message", "string", false, "Description of the error."},
	}
	if d := cmp.Diff(props, AxwayProperties()); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestAxwayOccurrences(t *testing.T) {
	perClass := map[string]int{}
	for _, o := range AxwayOccurrences() {
		perClass[o.Code]++
	}
	want := map[string]int{"AUTHENTICATION_FAILURE": 1, "ACCESS_DENIED": 4, "BAD_REQUEST": 3, "SERVICE_TEMPORARILY_UNAVAILABLE": 1, "SERVER_ERROR": 2}
	if d := cmp.Diff(want, perClass); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestAxwayExamples(t *testing.T) {
	r := ExampleAxway()
	if r.Status != 403 || r.Reason != "Forbidden" || len(r.Header) != 11 {
		t.Errorf("%+v", r)
	}
	if got := r.Header[8]; got != (HeaderLine{"X-Troubleshooting-ID", "dc8a785d4e41fe925fb204f9"}) {
		t.Errorf("header 9: %+v", got)
	}
	if r.Body != ExampleAxwayBody() {
		t.Errorf("bodies differ:\n%s\n%s", r.Body, ExampleAxwayBody())
	}
	if len(r.Body) != 134 { // its Content-Length says 132
		t.Errorf("%d bytes, want 134", len(r.Body))
	}
}

func TestAvalara(t *testing.T) {
	rows := Avalara()
	base := "/communications/dev-guide_rest_v2/reference/general-errors/"
	want := []AvalaraRow{
		{"General", "HTTP 403 Forbidden", "Forbidden", base + "forbidden/", "The request has been denied"},
		{"General", "HTTP 500", "Internal Server Error", base + "internal-server-error/", "A problem has occurred with the service"},
		{"General", "HTTP 503", "Service Unavailable", base + "service-unavailable/", "The service is unavailable"},
		{"Authentication", "HTTP 401", "Unauthorized", base + "unauthorized/", "Not properly authenticated with REST v2 or problems in the header"},
		{"Header", "", "Profile ID not found.", base + "profile-id-not-found/", "Client Profile passed in the header is not valid"},
		{"Request", "-2000", "Request body cannot be empty.", base + "request-body-cannot-be-empty/", "Body of the API request is empty or incomplete"},
	}
	if d := cmp.Diff(want, rows); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestAvalaraBodies(t *testing.T) {
	want := []AvalaraBody{
		{"Forbidden", 403, "text/plain", "403 Forbidden"},
		{"Internal Server Error", 500, "text/plain", "HTTP Error 500 Internal Server Error."},
		{"Service Unavailable", 503, "text", "Service Unavailable\n\nHTTP Error 503. The service is unavailable."},
		{"Unauthorized", 401, "application/json", `"Unauthorized"`},
		{"Profile ID not found.", 0, "text/plain", "Profile ID not found."},
		{"Request body cannot be empty.", 0, "application/json", `{"err":[{"code":-2000,"msg":"Request body cannot be empty."}]}`},
	}
	if d := cmp.Diff(want, AvalaraBodies()); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestAui(t *testing.T) {
	statuses := []AuiStatus{
		{400, "Application error \u2014 may include extra_data with moderation or processing details"},
		{401, "Missing or invalid x-network-api-key header"},
		{422, "Validation error \u2014 invalid or missing request parameters"},
		{500, "Internal server error"},
	}
	if d := cmp.Diff(statuses, AuiStatuses()); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	closes := []AuiClose{{1008, "Authentication failure or policy violation"}, {1011, "Internal server error"}}
	if d := cmp.Diff(closes, AuiCloses()); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestAuiFormats(t *testing.T) {
	type brief struct {
		Heading string
		Bytes   int
		Fields  int
	}
	var got []brief
	for _, f := range AuiFormats() {
		got = append(got, brief{f.Heading, len(f.Body), len(f.Fields)})
	}
	want := []brief{
		{"Authentication Error (401)", 35, 0},
		{"Validation Error (422)", 134, 4},
		{"Application Error (400)", 231, 4},
		{"Server Error (5xx)", 132, 0},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	f := AuiFormats()[2]
	if d := cmp.Diff(AuiField{"extra_data", "object", "Dynamic contextual data specific to the error. Structure varies by error type."}, f.Fields[3]); d != "" {
		t.Error(d)
	}
	if want := "Returned for application-level errors such as content moderation. May include dynamic `extra_data` with contextual information."; f.Intro != want {
		t.Errorf("intro %q", f.Intro)
	}
}

func TestFacts(t *testing.T) {
	perKind := map[string]int{}
	for _, f := range Facts() {
		perKind[f.Kind]++
	}
	want := map[string]int{"F": 13 + 14 + 9 + 9, "X": 4 + 4 + 3 + 3, "A": 2 + 1 + 0 + 1, "N": 4}
	if d := cmp.Diff(want, perKind); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}
