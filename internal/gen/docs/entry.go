package docs

import (
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// entryView is an entry's section.
type entryView struct {
	Mark, Name, Description Markdown
	Remedy                  Markdown
	Deprecated              Markdown

	Status     []Markdown // nil: not documented
	WrittenAs  Markdown   // the status of a response that the entry names none for
	NoResponse bool       // no HTTP response
	Code       Markdown
	AnyCode    bool
	Envelope   Markdown
	AlsoRead   []readView
	Parent     Markdown
	Children   []Markdown
	Close      *closeView
	Text       []Markdown // of Error(): wordings
	Retryable  bool
	Stability  Markdown
	Tags       []Markdown
	Operations []Markdown
	DocURL     Markdown
	Source     Markdown

	Params  []paramView
	Values  []filledView
	Headers []filledView
	Samples []sampleView

	Documented []exampleView // shown here
	SeeAlso    []Markdown    // shown at another entry

	Raise, RaiseOptional, Match Markdown
}

// readView is an envelope in which an entry is read, too.
type readView struct {
	Envelope Markdown
	Status   []Markdown // if it is another than that with which it is written
}

// closeView is a WebSocket close code (RFC 6455 section 7.4).
type closeView struct {
	Code   Markdown
	Reason []Markdown // wordings
}

// filledView is a field or header that an entry fills. Several values are
// alternatives: wordings of a field, or lines of a header.
type filledView struct {
	Name     Markdown
	Values   []Markdown
	Exchange bool // supplied by the writer
}

// sampleView is a rendered occurrence.
type sampleView struct {
	Envelope Markdown // "" for the one that is written
	Message  Markdown
}

// entry returns the view of an entry.
func (b *builder) entry(e *model.Entry) *entryView {
	v := &entryView{
		Mark: b.entries[e].mark(), Name: text(e.Name), Description: paragraphs(e.Description), Remedy: paragraphs(e.Remedy),
		NoResponse: e.Envelope == nil, Status: statuses(e.Status), Code: codeOf(e), AnyCode: e.Code != nil && e.Code.Any,
		Envelope: b.envelopeLink(e.Envelope), Parent: b.entryLink(e.Parent), Children: b.entryLinks(e.Children),
		Retryable: e.Retryable, Stability: text(e.Stability), Tags: each(e.Tags, code), Source: b.sourceLink(e.Source),
		Params: b.params(e), Values: values(e), Headers: headers(e),
		Raise: fence("go", b.raiseCode(e)), Match: fence("go", b.matchCode(e)),
	}
	if e.Envelope != nil && !e.Envelope.Part && len(e.Status) == 0 {
		v.WrittenAs = text(statusLine(e.WriteStatus()))
	}
	for i, env := range e.Reads {
		if env != e.Envelope {
			v.AlsoRead = append(v.AlsoRead, readView{b.envelopeLink(env), readStatus(e, i)})
		}
	}
	v.Operations = b.operationsOf(e)
	if e.DocURL != "" {
		v.DocURL = webLink(e.DocURL)
	}
	if optional := b.optionalCode(e); optional != "" {
		v.RaiseOptional = fence("go", optional)
	}
	b.entryTexts(v, e)
	b.entryResponses(v, e)
	return v
}

// entryTexts adds what is there only for some entries.
func (b *builder) entryTexts(v *entryView, e *model.Entry) {
	if d := e.Deprecated; d != nil {
		v.Deprecated = model.Sentences(d, "**Deprecated**", text, b.entryLink)
	}
	if e.Close != nil {
		v.Close = &closeView{number(e.Close.Code), templateCodes(e.Close.Reason)}
	}
	v.Text = templateCodes(e.Text)
}

// readStatus are the statuses under which an entry occurs in envelope i of those
// that are read; nil if they are those with which it is written.
func readStatus(e *model.Entry, i int) []Markdown {
	if i >= len(e.ReadStatus) || slices.Equal(e.ReadStatus[i], e.Status) {
		return nil
	}
	return each(e.ReadStatus[i], statusRange)
}

// templateCodes are templates as code; empty ones are left out.
func templateCodes(templates []*model.Template) []Markdown {
	var codes []Markdown
	for _, t := range templates {
		if s := t.String(); strings.TrimSpace(s) != "" {
			codes = append(codes, code(s))
		}
	}
	return codes
}

// entryResponses adds the samples and the documented responses. A response that
// several entries have is shown at the first.
func (b *builder) entryResponses(v *entryView, e *model.Entry) {
	for _, s := range e.Samples {
		sample := sampleView{Message: sampleMessage(e, s)}
		if s.Envelope != e.Envelope {
			sample.Envelope = b.envelopeLink(s.Envelope)
		}
		v.Samples = append(v.Samples, sample)
	}
	for _, x := range b.documented[e] {
		if firstEntry(x) == e {
			v.Documented = append(v.Documented, b.example(x))
		} else {
			v.SeeAlso = append(v.SeeAlso, linkTo(b.examples, x, text(x.Name)))
		}
	}
}

// values are the fields of the written body that the entry or an ancestor fills.
func values(e *model.Entry) []filledView {
	var views []filledView
	for _, f := range e.Fills {
		inBody := f.Field.Envelope == e.Envelope && !f.Field.Header
		if inBody && f.Own && !f.Omit && !f.Open {
			views = append(views, filledView{Name: code(f.Field.Name), Values: treeCodes(f.Wordings)})
		}
	}
	return views
}

func treeCodes(trees []*model.Tree) []Markdown {
	return each(trees, func(t *model.Tree) Markdown { return code(treeText(t)) })
}

// headers are the headers of the written envelope, without those that the entry
// omits, and those that the entry adds.
func headers(e *model.Entry) []filledView {
	var views []filledView
	if e.Envelope != nil {
		for _, h := range e.Envelope.Headers {
			if v, ok := declaredHeader(e, h); ok {
				views = append(views, v)
			}
		}
	}
	for _, h := range e.Headers {
		v := filledView{Name: code(h.Spelling)}
		for _, l := range h.Lines {
			v.Values = append(v.Values, treeCodes(l.Wordings)...)
		}
		views = append(views, v)
	}
	return views
}

// declaredHeader is a header that the envelope declares. It is false for one
// that the entry leaves out.
func declaredHeader(e *model.Entry, h *model.Node) (v filledView, ok bool) {
	v.Name = code(h.Spelling)
	switch h.Kind {
	case model.ConstNode:
		v.Values = []Markdown{valueText(*h.Const)}
	case model.StatusNode:
		v.Values = []Markdown{code("{$status}")}
	case model.CodeNode:
		v.Values = []Markdown{codeOf(e)}
	case model.ExchangeNode:
		v.Exchange = true
	case model.FieldNode:
		i := slices.IndexFunc(e.Fills, func(f *model.Fill) bool { return f.Field == h.Field })
		if i < 0 || e.Fills[i].Omit {
			return v, false
		}
		v.Values = treeCodes(e.Fills[i].Wordings)
	}
	return v, !h.Alias
}

// valueText is a scalar as it stands in a text.
func valueText(v model.Value) Markdown {
	if v.Kind == model.StringValue {
		return code(v.Text)
	}
	return valueCode(v)
}

// operationsOf are the operations that return an entry, in one word if all do.
func (b *builder) operationsOf(e *model.Entry) []Markdown {
	if slices.Contains(b.catalog.Common, e) {
		return []Markdown{"[every operation](#section.operations)"}
	}
	return each(b.returnedBy[e], func(o *model.Operation) Markdown { return linkTo(b.operations, o, text(o.Name)) })
}
