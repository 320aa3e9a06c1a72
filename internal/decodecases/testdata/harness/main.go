// Command cases decodes the responses that it reads as JSON from its standard
// input with the generated packages, raises and encodes the errors anew, and
// writes what it found as JSON to its standard output. With the arguments
// "hostile N" it decodes every Nth of its hostile responses instead, and writes
// what went wrong.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"reflect"
	"slices"
	"strconv"

	"cases/probe"
)

// request is one response, or a close frame.
type request struct {
	Package string
	Status  int
	Header  http.Header
	Body    []byte
	Close   int
	Reason  string
	Again   bool // raise, encode and decode what was found
	Lossy   bool // then params may be missing
}

// answer is what one request came to.
type answer struct {
	Found []probe.Found
	Again string // what is wrong with the errors raised anew; "" if nothing
	Round bool   // they were raised anew
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	var requests []request
	if err := json.NewDecoder(os.Stdin).Decode(&requests); err != nil {
		return err
	}
	out := json.NewEncoder(os.Stdout)
	if len(os.Args) > 2 && os.Args[1] == "hostile" {
		every, err := strconv.Atoi(os.Args[2])
		if err != nil {
			return err
		}
		return out.Encode(hostile(requests, every))
	}
	answers := make([]answer, len(requests))
	for i, r := range requests {
		answers[i] = r.answer()
	}
	return out.Encode(answers)
}

func (r request) answer() answer {
	p := probe.Packages[r.Package]
	var a answer
	if r.Close != 0 {
		err := p.DecodeClose(r.Close, r.Reason)
		a.Found = p.Describe(err)
		if raised := p.Raise(err); r.Again && raised != nil {
			a.Round = true
			a.Again = closeAgain(p, raised)
		}
		return a
	}
	err := p.Decode(r.Status, r.Header, r.Body)
	a.Found = p.Describe(err)
	if raised := p.Raise(err); r.Again && raised != nil {
		a.Round = true
		a.Again = again(p, raised, r.Lossy)
	}
	return a
}

// again holds a raised error to the first of the laws (docs/spec.md#laws).
func again(p *probe.Package, raised error, lossy bool) string {
	status, header, body := p.Encode(raised)
	decoded := p.Decode(status, header, body)
	if problem := compare(p.Describe(raised), p.Describe(decoded), lossy); problem != "" {
		return fmt.Sprintf("%s: %d %v %s", problem, status, header, body)
	}
	anew := p.Raise(decoded)
	if anew == nil {
		return fmt.Sprintf("decoded without its data: %d %v %s", status, header, body)
	}
	status2, header2, body2 := p.Encode(anew)
	if status2 != status || !reflect.DeepEqual(header2, header) || !bytes.Equal(body2, body) {
		return fmt.Sprintf("encoded %d %v %s, then %d %v %s", status, header, body, status2, header2, body2)
	}
	return ""
}

// closeAgain is again for a close frame.
func closeAgain(p *probe.Package, raised error) string {
	code, reason := p.CloseFrame(raised)
	decoded := p.DecodeClose(code, reason)
	if problem := compare(p.Describe(raised), p.Describe(decoded), false); problem != "" {
		return fmt.Sprintf("%s: %d %s", problem, code, reason)
	}
	anew := p.Raise(decoded)
	if anew == nil {
		return fmt.Sprintf("decoded without its data: %d %s", code, reason)
	}
	if code2, reason2 := p.CloseFrame(anew); code2 != code || reason2 != reason {
		return fmt.Sprintf("encoded %d %s, then %d %s", code, reason, code2, reason2)
	}
	return ""
}

// compare reports errors that are not of the same kind, or have other params.
func compare(want, got []probe.Found, lossy bool) string {
	if len(got) != len(want) {
		return fmt.Sprintf("%d errors are decoded as %d", len(want), len(got))
	}
	for i, w := range want {
		g := got[i]
		if !slices.Contains(g.Kinds, w.Name) {
			return fmt.Sprintf("%s is decoded as %s", w.Name, g.Name)
		}
		if g.Name == w.Name && !lossy && show(g.Params) != show(w.Params) {
			return fmt.Sprintf("%s has %s, decoded %s", w.Name, show(w.Params), show(g.Params))
		}
	}
	return ""
}

func show(params map[string]json.RawMessage) string {
	b, err := json.Marshal(params)
	if err != nil {
		return fmt.Sprintf("%v (%q)", err, params)
	}
	return string(b)
}
