package docs

import (
	"bytes"
	"encoding/json"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// exampleView is a documented response.
type exampleView struct {
	Mark, Name, Source Markdown
	Message            Markdown // "" for a close frame
	Close, Reason      Markdown
	Outcomes           []outcomeView
	Decodes            []outcomeView // what the uncorrected response gives, if that differs
	Expect             []expectView
	Waivers            []waiverView
}

// outcomeView is what a response decodes to.
type outcomeView struct {
	Kind keyword
	Link Markdown
}

// expectView is a param that is read from a response.
type expectView struct{ Name, Value Markdown }

// outcomeKinds are what a response can decode to.
var outcomeKinds = map[model.OutcomeKind]keyword{
	model.ListedOutcome:     "listed",
	model.UnknownOutcome:    "unknown",
	model.UnexpectedOutcome: "unexpected",
	model.NoneOutcome:       "none",
}

func (b *builder) outcomes(outcomes []model.Outcome) []outcomeView {
	return each(outcomes, func(o model.Outcome) outcomeView {
		return outcomeView{outcomeKinds[o.Kind], b.entryLink(o.Entry)}
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
func (b *builder) example(x *model.Example) exampleView {
	v := exampleView{
		Mark: b.examples[x].mark(), Name: text(x.Name), Source: b.sourceLink(x.Source),
		Outcomes: b.outcomes(x.Outcomes), Decodes: b.outcomes(x.Decodes), Waivers: waivers(x),
	}
	if x.Close != 0 {
		v.Close = number(x.Close)
		if x.Reason != "" {
			v.Reason = code(x.Reason)
		}
	} else {
		v.Message = message(x.Status, x.Headers, x.Body)
	}
	for _, p := range x.Expect {
		v.Expect = append(v.Expect, expectView{code(p.Name), valueCode(p.Value)})
	}
	return v
}

// sampleMessage is a rendered occurrence of an entry, JSON with a line for each member
// and headers as the catalog spells them.
func sampleMessage(e *model.Entry, s *model.Sample) Markdown {
	body := string(s.Body)
	if s.Envelope != nil && s.Envelope.Kind == model.JSONBody {
		var pretty bytes.Buffer
		if json.Indent(&pretty, s.Body, "", "  ") == nil {
			body = pretty.String()
		}
	}
	if s.Envelope != nil && s.Envelope.Part {
		return message(0, nil, body)
	}
	headers := make([]model.SampleHeader, len(s.Headers))
	for i, h := range s.Headers {
		headers[i] = model.SampleHeader{Name: e.HeaderSpelling(h.Name), Value: h.Value}
	}
	return message(s.Status, headers, body)
}

// message is a response as HTTP/1.1 shows it (RFC 9112 section 2.1), as far as
// it is known; "" if nothing is.
func message(status int, headers []model.SampleHeader, body string) Markdown {
	var b strings.Builder
	if status != 0 {
		b.WriteString("HTTP/1.1 " + statusLine(status) + "\n")
	}
	for _, h := range headers {
		b.WriteString(oneLine(h.Name) + ": " + oneLine(h.Value) + "\n")
	}
	head := b.String()
	switch {
	case head == "" && body == "":
		return ""
	case head == "" && json.Valid([]byte(body)):
		return fence("json", body)
	case head == "":
		return fence("text", body)
	case body == "":
		return fence("http", head)
	}
	return fence("http", head+"\n"+body)
}

// oneLine shows line ends as escapes.
func oneLine(s string) string { return whiteSpace.Replace(s) }
