package reference

import (
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// Entry is an entry's section.
type Entry[M ~string] struct {
	Mark, Link, Name, Description M
	Summary                       M // what it is about, in a line
	Remedy                        M
	Deprecated                    M

	Status     []M  // nil: not documented
	WrittenAs  M    // the status of a response that the entry names none for
	NoResponse bool // no HTTP response
	Code       M
	AnyCode    bool
	Envelope   M
	AlsoRead   []readView[M]
	Parent     M
	Children   []M
	Close      *closeView[M]
	Text       []M // of Error(): wordings
	Retryable  bool
	Stability  M
	Tags       []M
	Operations []M
	DocURL     M
	Source     M

	Params  []paramView[M]
	Values  []filledView[M]
	Headers []filledView[M]
	Samples []sampleView[M]

	Documented []exampleView[M] // shown here
	SeeAlso    []M              // shown at another entry

	Raise, RaiseOptional, Match     M // in Go
	TypeScriptMatch, TypeScriptMock M
}

// readView is an envelope in which an entry is read, too.
type readView[M ~string] struct {
	Envelope M
	Status   []M // if it is another than that with which it is written
}

// closeView is a WebSocket close code (RFC 6455 section 7.4).
type closeView[M ~string] struct {
	Code   M
	Reason []M // wordings
}

// filledView is a field or header that an entry fills. Several values are
// alternatives: wordings of a field, or lines of a header.
type filledView[M ~string] struct {
	Name     M
	Values   []M
	Exchange bool // supplied by the writer
}

// sampleView is a rendered occurrence.
type sampleView[M ~string] struct {
	Envelope M // "" for the one that is written
	Message  M
}

// entry returns the view of an entry.
func (b *Builder[M]) entry(e *model.Entry) *Entry[M] {
	v := &Entry[M]{
		Mark: b.Mark(b.entries[e]), Link: b.entryLink(e), Name: b.Text(e.Name), Summary: b.summaryOf(e), Description: b.Paragraphs(e.Description), Remedy: b.Paragraphs(e.Remedy),
		NoResponse: e.Envelope == nil, Status: b.statuses(e.Status), Code: b.codeOf(e), AnyCode: e.Code != nil && e.Code.Any,
		Envelope: b.envelopeLink(e.Envelope), Parent: b.entryLink(e.Parent), Children: b.entryLinks(e.Children),
		Retryable: e.Retryable, Stability: b.Text(e.Stability), Tags: each(e.Tags, b.Code), Source: b.sourceLink(e.Source),
		Params: b.params(e), Values: b.values(e), Headers: b.headers(e),
	}
	if e.Envelope != nil && !e.Envelope.Part && len(e.Status) == 0 {
		v.WrittenAs = b.Text(statusLine(e.WriteStatus()))
	}
	for i, env := range e.Reads {
		if env != e.Envelope {
			v.AlsoRead = append(v.AlsoRead, readView[M]{b.envelopeLink(env), b.readStatus(e, i)})
		}
	}
	v.Operations = b.operationsOf(e)
	if e.DocURL != "" {
		v.DocURL = b.webLink(e.DocURL)
	}
	b.entryGo(v, e)
	b.entryTypeScript(v, e)
	b.entryTexts(v, e)
	b.entryResponses(v, e)
	return v
}

// entryGo adds the code that raises and recognises it.
func (b *Builder[M]) entryGo(v *Entry[M], e *model.Entry) {
	if b.public {
		return
	}
	v.Raise, v.Match = b.Fence("go", b.raiseCode(e)), b.Fence("go", b.matchCode(e))
	if optional := b.optionalCode(e); optional != "" {
		v.RaiseOptional = b.Fence("go", optional)
	}
}

// entryTexts adds what is there only for some entries.
func (b *Builder[M]) entryTexts(v *Entry[M], e *model.Entry) {
	if d := e.Deprecated; d != nil {
		v.Deprecated = model.Sentences(d, b.Strong("Deprecated"), b.Text, b.entryLink)
	}
	if e.Close != nil {
		v.Close = &closeView[M]{b.number(e.Close.Code), b.templateCodes(e.Close.Reason)}
	}
	v.Text = b.templateCodes(e.Text)
}

// readStatus are the statuses under which an entry occurs in envelope i of those
// that are read; nil if they are those with which it is written.
func (b *Builder[M]) readStatus(e *model.Entry, i int) []M {
	if i >= len(e.ReadStatus) || slices.Equal(e.ReadStatus[i], e.Status) {
		return nil
	}
	return each(e.ReadStatus[i], b.statusRange)
}

// templateCodes are templates as code; empty ones are left out.
func (b *Builder[M]) templateCodes(templates []*model.Template) []M {
	var codes []M
	for _, t := range templates {
		if s := t.String(); strings.TrimSpace(s) != "" {
			codes = append(codes, b.Code(s))
		}
	}
	return codes
}

// entryResponses adds the samples and the documented responses. A response that
// several entries have is shown at the first.
func (b *Builder[M]) entryResponses(v *Entry[M], e *model.Entry) {
	for _, s := range e.Samples {
		sample := sampleView[M]{Message: b.sampleMessage(e, s)}
		if s.Envelope != e.Envelope {
			sample.Envelope = b.envelopeLink(s.Envelope)
		}
		v.Samples = append(v.Samples, sample)
	}
	for _, x := range b.documented[e] {
		if !b.shows(x) {
			continue
		}
		if firstEntry(x) == e {
			v.Documented = append(v.Documented, b.example(x))
		} else {
			v.SeeAlso = append(v.SeeAlso, b.To(b.Text(x.Name), b.examples[x], b.entries[firstEntry(x)]))
		}
	}
}

// values are the fields of the written body that the entry or an ancestor fills.
func (b *Builder[M]) values(e *model.Entry) []filledView[M] {
	var views []filledView[M]
	for _, f := range e.Fills {
		inBody := f.Field.Envelope == e.Envelope && !f.Field.Header
		if inBody && f.Own && !f.Omit && !f.Open {
			views = append(views, filledView[M]{Name: b.Code(f.Field.Name), Values: b.treeCodes(f.Wordings)})
		}
	}
	return views
}

func (b *Builder[M]) treeCodes(trees []*model.Tree) []M {
	return each(trees, func(t *model.Tree) M { return b.Code(treeText(t)) })
}

// headers are the headers of the written envelope, without those that the entry
// omits, and those that the entry adds.
func (b *Builder[M]) headers(e *model.Entry) []filledView[M] {
	var views []filledView[M]
	if e.Envelope != nil {
		for _, h := range e.Envelope.Headers {
			if v, ok := b.declaredHeader(e, h); ok {
				views = append(views, v)
			}
		}
	}
	for _, h := range e.Headers {
		v := filledView[M]{Name: b.Code(h.Spelling)}
		for _, l := range h.Lines {
			v.Values = append(v.Values, b.treeCodes(l.Wordings)...)
		}
		views = append(views, v)
	}
	return views
}

// declaredHeader is a header that the envelope declares. It is false for one
// that the entry leaves out.
func (b *Builder[M]) declaredHeader(e *model.Entry, h *model.Node) (v filledView[M], ok bool) {
	v.Name = b.Code(h.Spelling)
	switch h.Kind {
	case model.ConstNode:
		v.Values = []M{b.valueText(*h.Const)}
	case model.StatusNode:
		v.Values = []M{b.Code("{$status}")}
	case model.CodeNode:
		v.Values = []M{b.codeOf(e)}
	case model.ExchangeNode:
		v.Exchange = true
	case model.FieldNode:
		i := slices.IndexFunc(e.Fills, func(f *model.Fill) bool { return f.Field == h.Field })
		if i < 0 || e.Fills[i].Omit {
			return v, false
		}
		v.Values = b.treeCodes(e.Fills[i].Wordings)
	}
	return v, !h.Alias
}

// valueText is a scalar as it stands in a text.
func (b *Builder[M]) valueText(v model.Value) M {
	if v.Kind == model.StringValue {
		return b.Code(v.Text)
	}
	return b.valueCode(v)
}

// operationsOf are the operations that return an entry, in one word if all do.
func (b *Builder[M]) operationsOf(e *model.Entry) []M {
	if slices.Contains(b.catalog.Common, e) {
		return []M{b.To("every operation", "section.operations", "")}
	}
	return each(b.returnedBy[e], func(o *model.Operation) M { return linkTo(b, b.operations, o, b.Text(o.Name)) })
}
