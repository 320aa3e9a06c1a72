// Copied into a generated package of 1,000 errors with two strings each.
package manyerr_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	kratoserrors "github.com/go-kratos/kratos/v2/errors"
	kratoshttp "github.com/go-kratos/kratos/v2/transport/http"

	"github.com/seed-1b9d9f04/errgen/bench"
	manyerr "github.com/seed-1b9d9f04/errgen/bench/_build/many/manyerr"
	oapi "github.com/seed-1b9d9f04/errgen/bench/_build/many/oapi"
)

// body is the struct that equals an error on the wire.
type body struct {
	Code    string `json:"code"`
	Message string `json:"message"`
}

// The middle entry's text with two strings, as one puts it together by hand.
func text(name, owner string) string {
	return "Resource " + name + " of " + owner + " is not available (500)."
}

const (
	name  = "printer-4"
	owner = "the second floor"
)

// kratosError is the same error as code that protoc-gen-go-errors generates
// raises it.
func kratosError() error { return kratoserrors.New(400, "CODE_00500", text(name, owner)) }

// BenchmarkManyWrite writes one of 1,000 errors, made anew, in all ways.
func BenchmarkManyWrite(b *testing.B) {
	r, err := http.NewRequest("GET", "/", nil)
	if err != nil {
		b.Fatal(err)
	}
	w := bench.NewNullWriter()
	made := error(manyerr.NewEntry00500(name, owner))
	bench.Interleave(
		b,
		bench.Contender{Name: "errgen", Do: func() { manyerr.WriteError(w, made) }},
		bench.Contender{Name: "errgen-made-anew", Do: func() { manyerr.WriteError(w, manyerr.NewEntry00500(name, owner)) }},
		bench.Contender{Name: "Encoder", Do: func() { _ = json.NewEncoder(w).Encode(body{"CODE_00500", text(name, owner)}) }},
		bench.Contender{Name: "oapi-codegen", Do: func() { _ = oapiResponse().VisitGetThingResponse(w) }},
		bench.Contender{Name: "kratos", Do: func() { kratoshttp.DefaultErrorEncoder(w, r, kratosError()) }},
	)
}

// oapiResponse is the response that a handler of oapi-codegen's strict server
// returns. A type of its own for the error is put into the union of all.
func oapiResponse() oapi.GetThing400JSONResponse {
	var union oapi.AnyError
	_ = union.FromManyerrEntry00500Error(oapi.ManyerrEntry00500Error{Code: "CODE_00500", Message: text(name, owner)})
	return oapi.GetThing400JSONResponse(union)
}

// sink keeps results.
var sink any

// BenchmarkManyDecode reads the response of one of 1,000 errors and recovers
// its two strings, where a peer can: kratos gives the text, oapi-codegen too.
func BenchmarkManyDecode(b *testing.B) {
	wire := manyerr.NewEntry00500(name, owner).AppendBody(nil)
	kratosWire, err := json.Marshal(map[string]any{"code": 400, "reason": "CODE_00500", "message": text(name, owner), "metadata": map[string]string{}})
	if err != nil {
		b.Fatal(err)
	}
	bench.Interleave(
		b,
		bench.Contender{Name: "errgen", Do: func() { sink = manyerr.Decode(400, nil, wire) }},
		bench.Contender{Name: "encoding/json", Do: func() { sink = twoPass(wire) }},
		bench.Contender{Name: "oapi-codegen", Do: func() { sink = oapiDecode(wire) }},
		bench.Contender{Name: "kratos", Do: func() { sink = kratoshttp.DefaultErrorDecoder(nil, response(kratosWire)) }},
		bench.Contender{Name: "errgen-DecodeResponse", Do: func() { sink = manyerr.DecodeResponse(response(wire)) }},
	)
}

// response is a response as a client gets it.
func response(wire []byte) *http.Response {
	return &http.Response{
		StatusCode: 400,
		Header:     http.Header{"Content-Type": {"application/json"}},
		Body:       io.NopCloser(strings.NewReader(string(wire))),
	}
}

// twoPass finds the error and its strings by hand.
func twoPass(wire []byte) *manyerr.Entry00500Error {
	var head struct{ Code string }
	if json.Unmarshal(wire, &head) != nil || head.Code != "CODE_00500" {
		return nil
	}
	var whole body
	if json.Unmarshal(wire, &whole) != nil {
		return nil
	}
	rest, ok := strings.CutPrefix(whole.Message, "Resource ")
	if !ok {
		return nil
	}
	found, rest, ok := strings.Cut(rest, " of ")
	if !ok {
		return nil
	}
	owned, ok := strings.CutSuffix(rest, " is not available (500).")
	if !ok {
		return nil
	}
	return &manyerr.Entry00500Error{Name: found, Owner: owned}
}

// oapiDecode parses a response with oapi-codegen's client, and takes the member
// of the union that the code asks for.
func oapiDecode(wire []byte) any {
	parsed, err := oapi.ParseGetThingResponse(response(wire))
	if err != nil || parsed.JSON400 == nil {
		return nil
	}
	var head struct{ Code string }
	if json.Unmarshal(parsed.Body, &head) != nil || head.Code != "CODE_00500" {
		return nil
	}
	found, err := parsed.JSON400.AsManyerrEntry00500Error()
	if err != nil {
		return nil
	}
	return &found
}

func TestPeersFindTheSame(t *testing.T) {
	wire := manyerr.NewEntry00500(name, owner).AppendBody(nil)
	var data *manyerr.Entry00500Error
	if err := manyerr.Decode(400, nil, wire); !errors.As(err, &data) || data.Name != name || data.Owner != owner {
		t.Errorf("errgen: %v", err)
	}
	if got := twoPass(wire); got == nil || *got != *data {
		t.Errorf("two passes: %v", got)
	}
	if got, ok := oapiDecode(wire).(*oapi.ManyerrEntry00500Error); !ok || got.Message != text(name, owner) {
		t.Errorf("oapi-codegen: %v", got)
	}
	if got := fmt.Sprint(kratosError()); !strings.Contains(got, text(name, owner)) {
		t.Errorf("kratos: %s", got)
	}
}

func TestManyAllocates(t *testing.T) {
	w := bench.NewNullWriter()
	made := error(manyerr.NewEntry00500(name, owner))
	if n := testing.AllocsPerRun(100, func() { manyerr.WriteError(w, made) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}
