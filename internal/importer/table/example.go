package table

import (
	"mime"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/importer/draft"
	"github.com/seed-1b9d9f04/errgen/internal/importer/shape"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/observed"
	"github.com/seed-1b9d9f04/errgen/internal/replay"
)

// pageExample is a response that a page shows.
type pageExample struct {
	observed.Response
	sample *shape.Sample
	entry  *draft.Entry // whose section it stands in
	status []string     // of the part of the page
	head   int          // the line of its heading
	family *draft.Entry // of which it may show a kind
}

// responseLang are the words for the language of code that may be a response.
var responseLang = regexp.MustCompile(`(?i)^(json.*|http|text|txt|console|)$`)

var errorKey = regexp.MustCompile(`(?i)error|code|message|msg|detail|fault|reason|title|status`)

// code notes a block of code that is a response.
func (d *drafter) code(b block) {
	lang, _, _ := strings.Cut(b.lang, " ")
	text := strings.TrimSpace(b.text)
	if !responseLang.MatchString(lang) || text == "" {
		return
	}
	isHTTP := strings.HasPrefix(text, "HTTP/")
	if !isHTTP && !strings.HasPrefix(text, "{") && !strings.HasPrefix(text, "[") {
		if strings.HasPrefix(text, "<") {
			d.c.Lose(b.line, "an example that is no JSON")
		}
		return
	}
	all := []observed.Response{{Line: 1, Body: b.text}}
	if isHTTP {
		if read, err := observed.Read([]byte(text)); err == nil {
			all = read
		}
	}
	for _, r := range all {
		x := pageExample{Response: r, entry: d.entry, status: d.sectionStatus()}
		if n := len(d.heads); n > 0 {
			x.head = d.heads[n-1].line
		}
		x.Line = b.line + r.Line - 1
		v, ok := replay.ParseJSON(r.Body)
		switch {
		case r.Status != 0 && r.Status < 400 && !d.shown && (d.entry == nil || !d.entry.Marked):
			d.c.Lose(x.Line, "a response under 400, which is taken for no error")
			continue
		case !ok && !isHTTP:
			d.c.Lose(x.Line, "an example is no JSON")
			continue
		case ok && r.Status == 0 && !looksLikeError(v, 0):
			d.c.Lose(x.Line, "an example that does not look like an error")
			continue
		}
		if x.Status == 0 && len(x.status) == 1 {
			x.Status, _ = strconv.Atoi(x.status[0])
		}
		if x.Status == 0 && x.entry != nil && len(x.entry.Status) == 1 {
			x.Status, _ = strconv.Atoi(x.entry.Status[0])
		}
		if d.shown {
			d.shown = false
			d.responses = append(d.responses, documented{response: x.Response, line: x.Line})
			continue
		}
		x.sample = &shape.Sample{Line: x.Line, Status: x.Status, Body: v, IsJSON: ok, Text: r.Body, Media: mediaOf(r.Headers)}
		d.examples = append(d.examples, x)
	}
}

func mediaOf(headers []model.SampleHeader) string {
	for _, h := range headers {
		if h.Name == "Content-Type" {
			media, _, _ := mime.ParseMediaType(h.Value)
			return media
		}
	}
	return ""
}

// looksLikeError reports whether a body has a member that errors have.
func looksLikeError(v model.Value, depth int) bool {
	if v.Kind == model.ArrayValue && len(v.Items) > 0 {
		return looksLikeError(v.Items[0], depth+1)
	}
	return depth < 4 && slices.ContainsFunc(v.Members, func(m model.Member) bool {
		return errorKey.MatchString(m.Name) || looksLikeError(m.Value, depth+1)
	})
}

// finish gives the entries their envelopes, which the examples show, and their fields.
func (d *drafter) finish() {
	shapes := d.shapes()
	for _, s := range shapes {
		d.c.Envelopes = append(d.c.Envelopes, s.Envelope)
	}
	byEntry := d.matchExamples()
	usual := d.usual(shapes)
	for _, f := range d.rows {
		e := f.entry
		if e.Close != "" {
			d.closeText(f)
			continue
		}
		if len(e.Status) == 0 {
			e.Status = d.options.Status
		}
		if e.Code == "" && e.Hint == "" && len(f.texts) == 0 && len(e.Status) == 1 {
			e.Hint = d.titles[e.Status[0]]
		}
		s := byEntry[e]
		if s == nil {
			s = usual
		}
		if len(e.Envelopes) == 0 && s != nil {
			e.Envelopes = []*draft.Envelope{s.Envelope}
		}
		if e.Marked {
			d.fillMarked(e, s)
			continue
		}
		d.fill(e, f.texts, s)
	}
	d.linkFamilies()
	d.joinCloses()
	d.assumeEnvelope(usual)
	d.commonStatus()
	for i, x := range d.examples {
		d.example(i, x)
	}
	d.documentedExamples()
}

func (d *drafter) shapes() []*shape.Shape {
	var samples []*shape.Sample
	for _, x := range d.examples {
		samples = append(samples, x.sample)
	}
	return shape.Infer(samples, shape.Options{
		Known: func(code string) bool { return d.codes[code] != nil }, Always: func(name string) bool { return d.always[name] },
		Docs: d.docs, Few: true, NoCodes: len(d.codes) == 0 && len(d.c.Entries) > 0, Only: d.areMarked(),
	})
}

// matchExamples finds the entries that the examples show, and so the shape of each.
func (d *drafter) matchExamples() map[*draft.Entry]*shape.Shape {
	of := map[*draft.Entry]*shape.Shape{}
	for i := range d.examples {
		x := &d.examples[i]
		errs := x.sample.Shape.Errors(x.sample)
		if len(errs) == 0 {
			continue
		}
		if x.Status == 0 {
			x.Status = errs[0].Status
		}
		if e := d.codes[errs[0].Code]; e != nil && errs[0].Code != "" && (x.entry == nil || !x.entry.Marked) {
			x.entry = e
		}
		if x.entry == nil {
			d.headed(x, errs[0].Code)
		}
		if x.entry != nil && !x.entry.Marked && errs[0].Code != "" && d.codes[errs[0].Code] == nil {
			x.entry = d.coded(x, errs[0].Code)
		}
		if x.entry == nil && x.Status != 0 {
			x.entry = d.byStatus(strconv.Itoa(x.Status))
		}
		if x.entry == nil {
			x.entry = x.family
		}
		if x.entry != nil && of[x.entry] == nil {
			of[x.entry] = x.sample.Shape
		}
	}
	return of
}

// coded is the entry of a code that an example shows in the section of an entry: this, if
// it has none, else another one of the section.
func (d *drafter) coded(x *pageExample, code string) *draft.Entry {
	e := x.entry
	if e.Code != "" {
		e = &draft.Entry{Line: x.Line, Status: slices.Clone(e.Status), Group: e.Group}
		d.c.Entries = append(d.c.Entries, e)
		d.rows = append(d.rows, filled{entry: e})
	}
	e.Code = code
	d.codes[code] = e
	return e
}

// byStatus is the only entry of a status, without a code.
func (d *drafter) byStatus(status string) (found *draft.Entry) {
	for _, e := range d.c.Entries {
		if len(e.Status) > 0 && e.Code == "" && slices.Contains(e.Status, status) {
			if found != nil {
				return nil
			}
			found = e
		}
	}
	return found
}

// usual is the shape of entries that no example shows: the first that has a place for
// their codes, if they have any.
func (d *drafter) usual(shapes []*shape.Shape) *shape.Shape {
	coded := len(d.codes) > 0
	for _, s := range shapes {
		if s.HasCode() || !coded {
			return s
		}
	}
	return nil
}

// assumeEnvelope gives entries an envelope of which the page shows no example.
func (d *drafter) assumeEnvelope(usual *shape.Shape) {
	var without []*draft.Entry
	coded, texts := 0, 0
	for _, e := range d.c.Entries {
		if len(e.Envelopes) > 0 || e.Close != "" {
			continue
		}
		without = append(without, e)
		if e.Code != "" {
			coded++
		}
		if len(e.Fields) > 0 {
			texts++
		}
	}
	if len(without) == 0 {
		return
	}
	env := &draft.Envelope{Name: "Error", Body: &draft.Node{}}
	code := &draft.Node{Name: "code", Types: []string{"string"}, Optional: coded < len(without)}
	if coded > 0 && !slices.ContainsFunc(without, func(e *draft.Entry) bool { return e.Code != "" && !isInteger(e.Code) }) {
		code.Types = []string{"integer"}
	}
	if coded > 0 {
		env.Body.Members = append(env.Body.Members, code)
	}
	env.Body.Members = append(env.Body.Members, &draft.Node{Name: "message", Types: []string{"string"}, Optional: texts == 0})
	for _, e := range without {
		e.Envelopes = []*draft.Envelope{env}
	}
	d.c.Envelopes = append(d.c.Envelopes, env)
	d.c.Assume(0, "no response is shown in which these errors stand: the envelope Error is assumed; put the true one in its place")
}

// commonStatus is the status of entries without one, if all examples have the same.
func (d *drafter) commonStatus() {
	statuses := map[int]bool{}
	for _, x := range d.examples {
		statuses[x.Status] = true
	}
	if len(statuses) != 1 || statuses[0] {
		return
	}
	n := 0
	for _, e := range d.c.Entries {
		if len(e.Status) == 0 && e.Close == "" && !e.Marked {
			e.Status = []string{strconv.Itoa(d.examples[0].Status)}
			n++
		}
	}
	if n > 0 {
		d.c.Assume(d.examples[0].Line, "the status "+strconv.Itoa(d.examples[0].Status)+" of entries is that of the example, the page names none")
	}
}

// example adds an example, with an entry for a code that nothing lists.
func (d *drafter) example(i int, x pageExample) {
	s := x.sample.Shape
	errs := s.Errors(x.sample)
	if x.entry == nil && len(errs) > 0 {
		e := &draft.Entry{Line: x.Line, Code: errs[0].Code, Envelopes: []*draft.Envelope{s.Envelope}}
		if x.Status != 0 {
			e.Status = []string{strconv.Itoa(x.Status)}
		}
		for _, v := range errs[0].Values {
			if v.Text && e.Hint == "" {
				e.Hint = v.Value.Text
			}
		}
		if e.Code == "" && len(e.Status) == 0 {
			d.c.Lose(x.Line, "an example whose status and code are not known")
			return
		}
		x.entry = e
		d.c.Entries = append(d.c.Entries, e)
		if e.Code != "" {
			d.codes[e.Code] = e
		}
		e.Group = nil
	}
	if x.entry == nil {
		d.c.Lose(x.Line, "an example of a list without errors")
		return
	}
	if !slices.Contains(x.entry.Envelopes, s.Envelope) {
		x.entry.Envelopes = append(x.entry.Envelopes, s.Envelope)
	}
	ex := &draft.Example{Name: "line " + strconv.Itoa(x.Line), Line: x.Line, Status: x.Status, Headers: x.Headers, Body: x.Body, HasBody: true, Shown: true}
	for range max(1, len(errs)) {
		ex.Entries = append(ex.Entries, x.entry)
	}
	for k, one := range errs {
		if e := d.codes[one.Code]; e != nil && one.Code != "" && (len(errs) > 1 || !x.entry.Marked) {
			ex.Entries[k] = e
		}
	}
	d.c.Examples = append(d.c.Examples, ex)
}
