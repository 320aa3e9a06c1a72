package reference

import (
	"bytes"
	"encoding/json"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// exampleView is a documented response.
type exampleView[M ~string] struct {
	Mark, Name, Source M
	Message            M // "" for a close frame
	Close, Reason      M
	Outcomes           []outcomeView[M]
	Decodes            []outcomeView[M] // what the uncorrected response gives, if that differs
	Expect             []expectView[M]
	Waivers            []waiverView[M]
}

// outcomeView is what a response decodes to.
type outcomeView[M ~string] struct {
	Kind Keyword
	Link M
}

// expectView is a param that is read from a response.
type expectView[M ~string] struct{ Name, Value M }

// outcomeKinds are what a response can decode to.
var outcomeKinds = map[model.OutcomeKind]Keyword{
	model.ListedOutcome:     "listed",
	model.UnknownOutcome:    "unknown",
	model.UnexpectedOutcome: "unexpected",
	model.NoneOutcome:       "none",
}

// shows reports whether a documented response is shown: to the public one that is not as
// the catalog says is none of what the API answers.
func (b *Builder[M]) shows(x *model.Example) bool { return !b.public || len(x.Waivers) == 0 }

func (b *Builder[M]) outcomes(outcomes []model.Outcome) []outcomeView[M] {
	return each(outcomes, func(o model.Outcome) outcomeView[M] {
		return outcomeView[M]{outcomeKinds[o.Kind], b.entryLink(o.Entry)}
	})
}

// firstEntry is the entry at which a documented response is shown; nil if it is
// none of the catalog's errors.
func firstEntry(x *model.Example) *model.Entry {
	for _, o := range x.Outcomes {
		if o.Entry != nil {
			return o.Entry
		}
	}
	return nil
}

// example returns the view of a documented response.
func (b *Builder[M]) example(x *model.Example) exampleView[M] {
	v := exampleView[M]{
		Mark: b.Mark(b.examples[x]), Name: b.Text(x.Name), Source: b.sourceLink(x.Source),
		Outcomes: b.outcomes(x.Outcomes), Decodes: b.outcomes(x.Decodes), Waivers: b.waivers(x),
	}
	if x.Close != 0 {
		v.Close = b.number(x.Close)
		if x.Reason != "" {
			v.Reason = b.Code(x.Reason)
		}
	} else {
		v.Message = b.message(x.Status, x.Headers, x.Body)
	}
	for _, p := range x.Expect {
		v.Expect = append(v.Expect, expectView[M]{b.Code(p.Name), b.valueCode(p.Value)})
	}
	return v
}

// sampleMessage is a rendered occurrence of an entry, JSON with a line for each member
// and headers as the catalog spells them.
func (b *Builder[M]) sampleMessage(e *model.Entry, s *model.Sample) M {
	body := string(s.Body)
	if s.Envelope != nil && s.Envelope.Kind == model.JSONBody {
		var pretty bytes.Buffer
		if json.Indent(&pretty, s.Body, "", "  ") == nil {
			body = pretty.String()
		}
	}
	if s.Envelope != nil && s.Envelope.Part {
		return b.message(0, nil, body)
	}
	headers := make([]model.SampleHeader, len(s.Headers))
	for i, h := range s.Headers {
		headers[i] = model.SampleHeader{Name: e.HeaderSpelling(h.Name), Value: h.Value}
	}
	return b.message(s.Status, headers, body)
}

// message is a response as HTTP/1.1 shows it (RFC 9112 section 2.1), as far as
// it is known; "" if nothing is.
func (b *Builder[M]) message(status int, headers []model.SampleHeader, body string) M {
	var out strings.Builder
	if status != 0 {
		out.WriteString("HTTP/1.1 " + statusLine(status) + "\n")
	}
	for _, h := range headers {
		out.WriteString(oneLine(h.Name) + ": " + oneLine(h.Value) + "\n")
	}
	head := out.String()
	switch {
	case head == "" && body == "":
		return ""
	case head == "" && json.Valid([]byte(body)):
		return b.Fence("json", body)
	case head == "":
		return b.Fence("text", body)
	case body == "":
		return b.Fence("http", head)
	}
	return b.Fence("http", head+"\n"+body)
}

// oneLine shows line ends as escapes.
func oneLine(s string) string { return WhiteSpace.Replace(s) }
