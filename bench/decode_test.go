package bench_test

import (
	"encoding/json"
	"errors"
	"reflect"
	"testing"

	"github.com/bytedance/sonic"

	"github.com/seed-1b9d9f04/errgen/bench"
	"github.com/seed-1b9d9f04/errgen/bench/handwritten"
	"github.com/seed-1b9d9f04/errgen/generated/aui"
	"github.com/seed-1b9d9f04/errgen/generated/avalara"
	"github.com/seed-1b9d9f04/errgen/generated/axway"
	"github.com/seed-1b9d9f04/errgen/generated/connectorapi"
)

// decoder is one way to read a response.
type decoder struct {
	name   string
	decode func(status int, body []byte) error
}

// withoutStatus is a decoder that does not need the status.
func withoutStatus(f func([]byte) error) func(int, []byte) error {
	return func(_ int, body []byte) error { return f(body) }
}

// handDecoders are the ways to read an API by hand.
func handDecoders(twoPass func(u handwritten.Unmarshal, status int, body []byte) error, jx, gjson func(int, []byte) error) []decoder {
	return []decoder{
		{"encoding/json", func(status int, body []byte) error { return twoPass(json.Unmarshal, status, body) }},
		{"sonic", func(status int, body []byte) error { return twoPass(sonic.Unmarshal, status, body) }},
		{"jx", jx},
		{"gjson", gjson},
	}
}

// twoPassWithoutStatus is a two-pass decoder that does not need the status.
func twoPassWithoutStatus(f func(handwritten.Unmarshal, []byte) error) func(handwritten.Unmarshal, int, []byte) error {
	return func(u handwritten.Unmarshal, _ int, body []byte) error { return f(u, body) }
}

// response is a documented response and the ways to read it.
type response struct {
	name      string
	status    int
	body      string
	generated func(status int, body []byte) error
	hand      []decoder
	entry     string // the name of the error
	hasData   bool   // whether it has params
}

var (
	connectorHand = handDecoders(twoPassWithoutStatus(handwritten.ConnectorTwoPass), withoutStatus(handwritten.ConnectorJX), withoutStatus(handwritten.ConnectorGJSON))
	axwayHand     = handDecoders(twoPassWithoutStatus(handwritten.AxwayTwoPass), withoutStatus(handwritten.AxwayJX), withoutStatus(handwritten.AxwayGJSON))
	avalaraHand   = handDecoders(twoPassWithoutStatus(handwritten.AvalaraTwoPass), withoutStatus(handwritten.AvalaraJX), withoutStatus(handwritten.AvalaraGJSON))
	auiHand       = handDecoders(handwritten.AUITwoPass, handwritten.AUIJX, handwritten.AUIGJSON)
)

func decodeConnector(status int, body []byte) error { return connectorapi.Decode(status, nil, body) }
func decodeAxway(status int, body []byte) error     { return axway.Decode(status, nil, body) }
func decodeAvalara(status int, body []byte) error   { return avalara.Decode(status, nil, body) }
func decodeAUI(status int, body []byte) error       { return aui.Decode(status, nil, body) }

// responses are the documented examples of the four APIs that are JSON objects.
var responses = []response{
	{"connectorapi/AppJWT-is-missing", 401, `{
  "kind": "resp",
  "code": 401,
  "body": {
    "title": "AppJWT is missing",
    "details": "AUTHORIZATION header is not present",
    "errorCode": 40104
  },
  "type": ".ReqBody$ErrorResp"
}`, decodeConnector, connectorHand, "ConsumerJWSMissing", false},
	{"axway/CaseClosed", 403, `{
    "code": "ACCESS_DENIED",
    "message": "The case has been closed for more than 45 days. Please contact Axway Global Support."
}`, decodeAxway, axwayHand, "CaseClosed", true},
	{"avalara/RequestBodyCannotBeEmpty", 400, `{"err":[{"code":-2000,"msg":"Request body cannot be empty."}]}`,
		decodeAvalara, avalaraHand, "RequestBodyCannotBeEmpty", false},
	{"aui/AuthenticationError", 401, `{
  "detail": "Not authenticated"
}`, decodeAUI, auiHand, "AuthenticationError", false},
	{"aui/ValidationError", 422, `{
  "detail": [
    {
      "loc": ["body", "task_id"],
      "msg": "field required",
      "type": "value_error.missing"
    }
  ]
}`, decodeAUI, auiHand, "ValidationError", true},
	{"aui/ContentModeration", 400, `{
  "status_code": 400,
  "description": "Content moderation triggered",
  "message": "The message was flagged by content moderation.",
  "extra_data": {
    "moderation_category": "harmful_content",
    "flagged_text": "..."
  }
}`, decodeAUI, auiHand, "ContentModeration", true},
	{"aui/InternalServerError", 500, `{
  "status_code": 500,
  "description": "Internal server error",
  "message": "An unexpected error occurred.",
  "extra_data": {}
}`, decodeAUI, auiHand, "InternalServerError", true},
}

// BenchmarkDecode reads each documented response in all ways.
func BenchmarkDecode(b *testing.B) {
	for _, r := range responses {
		b.Run(r.name, func(b *testing.B) {
			body := []byte(r.body)
			contenders := []bench.Contender{{Name: "errgen", Do: func() { sink = r.generated(r.status, body) }}}
			for _, d := range r.hand {
				contenders = append(contenders, bench.Contender{Name: d.name, Do: func() { sink = d.decode(r.status, body) }})
			}
			bench.Interleave(b, contenders...)
			b.ReportMetric(testing.AllocsPerRun(100, contenders[0].Do), "allocs/errgen")
			for _, c := range contenders[1:] {
				b.ReportMetric(testing.AllocsPerRun(100, c.Do), "allocs/"+c.Name)
			}
		})
	}
}

// sink keeps results, so that no call is left out.
var sink error

func TestAllDecodersFindTheSame(t *testing.T) {
	for _, r := range responses {
		err := r.generated(r.status, []byte(r.body))
		var typed interface{ ErrorType() string }
		if !errors.As(err, &typed) || typed.ErrorType() != r.entry {
			t.Errorf("%s decodes to %v", r.name, err)
			continue
		}
		data := generatedData(err)
		for _, d := range r.hand {
			var hand *handwritten.Error
			if !errors.As(d.decode(r.status, []byte(r.body)), &hand) {
				t.Errorf("%s: %s finds nothing", r.name, d.name)
				continue
			}
			if hand.Name != r.entry {
				t.Errorf("%s: %s finds %s", r.name, d.name, hand.Name)
			}
			if r.hasData && !reflect.DeepEqual(hand.Data, data) {
				t.Errorf("%s: %s finds %#v, want %#v", r.name, d.name, hand.Data, data)
			}
		}
	}
}

// generatedData is the data of an error of a generated package.
func generatedData(err error) any {
	switch e := err.(type) {
	case *connectorapi.Error:
		return e.Data()
	case *axway.Error:
		return e.Data()
	case *avalara.Error:
		return e.Data()
	case *aui.Error:
		return e.Data()
	}
	return nil
}

func TestDecodingAllocates(t *testing.T) {
	for _, r := range responses {
		if r.hasData {
			continue
		}
		body := []byte(r.body)
		holdAllocations(t, r.name, 2, func() { sink = r.generated(r.status, body) })
	}
}
