package stress

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/gen/openapi"
	"github.com/seed-1b9d9f04/errgen/internal/gen/openapi/openapitest"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/replay"
)

// A bench holds one catalog to the laws, with the tables from which its package
// is generated.
type bench struct {
	catalog   *model.Catalog
	program   *replay.Program
	validator *openapitest.Validator
	// isKnown reports whether an entry is known to be read as another outcome than
	// itself.
	isKnown func(e *model.Entry, got string) bool
}

func newBench(t testing.TB, c *model.Catalog) *bench {
	t.Helper()
	files, err := openapi.New().Emit(c, gen.Target{})
	if err != nil {
		t.Fatal(err)
	}
	b, err := benchOf(c, files[0].Content)
	if err != nil {
		t.Fatalf("%s: %v", c.Package, err)
	}
	return b
}

// benchOf makes the bench of a catalog and its OpenAPI document, which is valid.
func benchOf(c *model.Catalog, document []byte) (*bench, error) {
	validator, err := openapitest.New(c, document)
	isKnown := func(e *model.Entry, got string) bool { return isAmbiguous(pair(c, e, got)) }
	return &bench{catalog: c, program: replay.New(c), validator: validator, isKnown: isKnown}, err
}

// TestLaws draws occurrences of every entry of every catalog, as its schemas
// allow, and holds the encoder and the decoder to the laws of docs/spec.md#laws.
func TestLaws(t *testing.T) {
	t.Parallel()
	for _, c := range catalogs(t) {
		t.Run(c.Package, func(t *testing.T) {
			b := newBench(t, c)
			for _, e := range c.Entries {
				d := newDrawer(b.program, "laws", c.Package, e.Name)
				holds(t, b.eachDraw(d, e, draws(30), b.checkResponse))
				holds(t, b.eachDraw(d, e, draws(10), b.checkClose))
			}
			for _, env := range c.Envelopes {
				if env.Repeated != nil {
					holds(t, b.checkLists(env, draws(50)))
				}
			}
		})
	}
}

// TestWildValues draws values that schemas do not allow: whatever is written is
// still a response that decodes to an error, and open fields of its body come back
// as they were.
func TestWildValues(t *testing.T) {
	t.Parallel()
	for _, c := range catalogs(t) {
		t.Run(c.Package, func(t *testing.T) {
			b := newBench(t, c)
			for _, e := range c.Entries {
				d := newDrawer(b.program, "wild", c.Package, e.Name)
				d.wild = true
				holds(t, b.eachDraw(d, e, draws(20), b.checkWild))
			}
		})
	}
}

func holds(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Error(err)
	}
}

// errNothing is that no values were found which an entry's schemas allow.
var errNothing = errors.New("nothing is drawn")

// eachDraw draws n occurrences of an entry in each of its envelopes, or in none,
// and stops at the first that fails.
func (b *bench) eachDraw(d *drawer, e *model.Entry, n int, check func(occurrence) error) error {
	envelopes := e.Reads
	if len(envelopes) == 0 {
		envelopes = []*model.Envelope{nil}
	}
	for _, env := range envelopes {
		for range n {
			o, ok := d.occurrence(e, env, 0)
			if !ok {
				return fmt.Errorf("%s: %w", e.Name, errNothing)
			}
			if err := check(o); err != nil {
				return fmt.Errorf("%s %s: %w\n%s", e.Name, o.where(), err, o.show())
			}
		}
	}
	return nil
}

func (o occurrence) where() string {
	if o.env == nil {
		return "without envelope"
	}
	return fmt.Sprintf("in %s, status %d", o.env.Name, o.status)
}

func (o occurrence) show() string {
	var lines []string
	for _, p := range o.entry.Params {
		if v, ok := o.params[p]; ok {
			lines = append(lines, fmt.Sprintf("\t%s: %.300s", p.Name, v.AppendJSON(nil)))
		}
	}
	return strings.Join(lines, "\n")
}

// isCut reports whether a text body may have lost white space of its own words,
// between which and its end there is a param without text.
func (o occurrence) isCut() bool {
	if o.env.Kind != model.TextBody {
		return false
	}
	for _, v := range o.params {
		if v.Kind == model.StringValue && strings.TrimSpace(v.Text) == "" {
			return true
		}
	}
	return false
}

// A response is what is written.
type response struct {
	status  int
	headers []model.SampleHeader
	body    []byte
}

func (b *bench) encode(o occurrence) response {
	status, headers, body := b.program.Encode(o.entry, o.env, o.status, o.params)
	return response{status, headers, body}
}

// equal compares two responses: statuses too, unless the entry's is not documented.
func (r response) equal(s response, anyStatus bool) bool {
	return (r.status == s.status || anyStatus) && slices.Equal(r.headers, s.headers) && bytes.Equal(r.body, s.body)
}

func (r response) String() string { return fmt.Sprintf("%d %v %.600s", r.status, r.headers, r.body) }

// isResponse reports whether the envelope makes a response by itself.
func (o occurrence) isResponse() bool { return o.env != nil && !o.env.Part }

// checkResponse holds an occurrence that its schemas allow to the laws.
func (b *bench) checkResponse(o occurrence) error {
	if err := safeText(b.program.EncodeText(o.entry, o.params)); err != nil {
		return fmt.Errorf("Error(): %w", err)
	}
	if !o.isResponse() {
		return nil
	}
	written := b.encode(o)
	if err := wellFormed(o, written); err != nil {
		return fmt.Errorf("%w: %v", err, written)
	}
	if !o.isCut() {
		if err := b.validator.Entry(o.entry, o.env, written.body); err != nil {
			return fmt.Errorf("OpenAPI: %w: %v", err, written)
		}
	}
	found := b.program.Decode(written.status, written.headers, string(written.body))
	if o.env.Kind == model.TextBody && strings.TrimSpace(string(written.body)) == "" {
		return nil // an empty body is no text
	}
	if len(found) == 0 {
		return b.checkOther(o.entry, "none")
	}
	if len(found) > 1 {
		return b.checkSeveral(o, written, found)
	}
	if err := b.checkDecoded(o, written, found[0]); err != nil {
		return fmt.Errorf("%w: %v", err, written)
	}
	return nil
}

// checkSeveral holds several errors that were decoded to one that was written: what an entry
// without a code leaves open is a list of another envelope's, unlisted but for items that are
// other entries' codes.
func (b *bench) checkSeveral(o occurrence, written response, found []replay.Decoded) error {
	got := "unknown"
	for _, d := range found {
		if d.Outcome.Kind == model.UnknownOutcome {
			continue
		}
		if d.Outcome.Kind != model.ListedOutcome || !hasCode(d.Outcome.Entry, d.Envelope) || hasCode(o.entry, o.env) {
			return fmt.Errorf("%d errors decoded from %v", len(found), written)
		}
		got = d.Outcome.Entry.Name
	}
	return b.checkOther(o.entry, got)
}

// checkDecoded holds what was decoded to what was written.
func (b *bench) checkDecoded(o occurrence, written response, found replay.Decoded) error {
	switch found.Outcome.Kind {
	case model.UnknownOutcome:
		return b.checkLost(o, "unknown")
	case model.UnexpectedOutcome:
		return b.checkOther(o.entry, "unexpected")
	}
	e := found.Outcome.Entry
	if e != o.entry && o.entry.IsA(e) && o.losesText() {
		return b.checkLost(o, e.Name)
	}
	if !found.Complete {
		if hasCode(e, found.Envelope) && !hasCode(o.entry, o.env) { // as below
			return b.checkOther(o.entry, e.Name)
		}
		return incomplete(o, e)
	}
	again := occurrence{entry: e, env: found.Envelope, status: written.status, params: map[*model.Param]model.Value{}}
	for _, p := range e.Params {
		if v, ok := found.Params[p.Name]; ok {
			again.params[p] = v
		}
	}
	set := e.ReadStatus[slices.Index(e.Reads, found.Envelope)]
	rewritten := b.encode(again)
	if e != o.entry && (rewritten.status != written.status && !hasCode(o.entry, o.env) || hasCode(e, found.Envelope) && !hasCode(o.entry, o.env) || o.entry.IsA(e) && mayHide(o.entry) || namesInPart(e)) {
		// An open text or code is another entry's code, whatever its status and texts; what
		// tells the entry from its ancestor is absent; or an open object has what another
		// entry names of it (docs/spec.md#how-decoding-decides, steps 4, 7 and 8).
		return b.checkOther(o.entry, e.Name)
	}
	if !rewritten.equal(written, len(set) == 0) && !(e == o.entry && o.readsShort()) {
		return fmt.Errorf("decoded to %s in %s, which is written\n%v", e.Name, found.Envelope.Name, rewritten)
	}
	if e != o.entry && !e.IsA(o.entry) {
		return b.checkOther(o.entry, e.Name)
	}
	if e == o.entry && o.env == o.entry.Envelope {
		return recovered(o, again)
	}
	return nil
}

// namesInPart reports whether an entry fills a field with a tree that has an object in
// it, whose further members are not asked (docs/spec.md#matching-texts).
func namesInPart(e *model.Entry) bool {
	var hasObject func(t *model.Tree) bool
	hasObject = func(t *model.Tree) bool {
		return t.Kind == model.ObjectValue && t.Param == nil || slices.ContainsFunc(t.Items, hasObject)
	}
	return slices.ContainsFunc(e.Fills, func(f *model.Fill) bool { return slices.ContainsFunc(f.Wordings, hasObject) })
}

// readsShort reports whether a value holds the literal text that follows its placeholder
// in a text of several params: it is read as less, and another param of that text as more,
// which is then written so in other texts, too (docs/spec.md#laws).
func (o occurrence) readsShort() bool {
	return slices.ContainsFunc(templatesOf(o.entry), func(t *model.Template) bool { return len(t.Params()) > 1 && o.isShortIn(t) })
}

// losesText reports whether a text that is read so may be none of the entry's: if a param
// stands there twice, of which the values then differ, or is more than a plain string.
func (o occurrence) losesText() bool {
	isTyped := func(p *model.Param) bool { return !isPlainText(p.Schema.Resolved()) }
	return slices.ContainsFunc(templatesOf(o.entry), func(t *model.Template) bool {
		holes := 0
		for _, part := range t.Parts {
			if part.Kind == model.ParamPart {
				holes++
			}
		}
		return (holes > len(t.Params()) || slices.ContainsFunc(t.Params(), isTyped)) && o.isShortIn(t)
	})
}

// isPlainText reports whether all texts are values of a schema.
func isPlainText(s *model.Schema) bool {
	return s.Kind == model.StringKind && len(s.Enum) == 0 && s.Pattern == "" && s.CheckedFormat() == "" && s.MinLength == nil && s.MaxLength == nil
}

// isShortIn reports whether a value holds the literal text that follows its placeholder in
// a text.
func (o occurrence) isShortIn(t *model.Template) bool {
	for i, part := range t.Parts[:max(1, len(t.Parts))-1] {
		value, next := o.params[part.Param].Text, t.Parts[i+1].Literal
		if part.Kind == model.ParamPart && next != "" && strings.Index(value+next, next) < len(value) {
			return true
		}
	}
	return false
}

// hasCode reports whether an entry has a code of its own in an envelope, not one that
// its params make.
func hasCode(e *model.Entry, env *model.Envelope) bool {
	if e.Code == nil || !env.HasCode {
		return false
	}
	_, constant := e.Code.Template.Constant()
	return constant
}

// incomplete allows an entry whose params are not all recovered if one of them
// may be lost: what was received then stands beside it, and is what it is written
// as.
func incomplete(o occurrence, e *model.Entry) error {
	if o.env != o.entry.Envelope {
		return nil // the envelope may have no place for it
	}
	for _, p := range e.Params {
		if p.Required() && !p.Recoverable && !p.Private {
			return nil
		}
	}
	return fmt.Errorf("decoded to %s, but its params are not all recovered", e.Name)
}

// checkOther allows another outcome than the entry that was written where that is
// known: an ancestor that is written the same, an entry that an open text happened
// to be, or nothing, since too little tells that it is an error of the API.
func (b *bench) checkOther(e *model.Entry, got string) error {
	if !b.isKnown(e, got) {
		return fmt.Errorf("decoded to another outcome, which %s does not know: %s", ambiguousFile, pair(b.catalog, e, got))
	}
	return nil
}

// checkLost is checkOther of an occurrence that is read as none or as an ancestor, which
// is what becomes of one whose text matches no more.
func (b *bench) checkLost(o occurrence, got string) error {
	if err := b.checkOther(o.entry, got); !o.losesText() {
		return err
	}
	return nil
}

// pair is the line of ambiguousFile.
func pair(c *model.Catalog, e *model.Entry, got string) string {
	return c.Package + "." + e.Name + " -> " + got
}

// recovered compares the params that must come back.
func recovered(o, again occurrence) error {
	for _, p := range o.entry.Params {
		if !p.Recoverable {
			continue
		}
		was, there := o.params[p]
		is, back := again.params[p]
		if there != back || !sameValue(was, is) {
			return fmt.Errorf("param %s comes back as %s (%t)", p.Name, is.AppendJSON(nil), back)
		}
	}
	return nil
}

// sameValue compares two values; in Go the members of a map have no order.
func sameValue(a, b model.Value) bool {
	return bytes.Equal(sorted(a).AppendJSON(nil), sorted(b).AppendJSON(nil))
}

// sorted is a value with all members in the order of their names.
func sorted(v model.Value) model.Value {
	v.Items, v.Members = slices.Clone(v.Items), slices.Clone(v.Members)
	for i := range v.Items {
		v.Items[i] = sorted(v.Items[i])
	}
	for i := range v.Members {
		v.Members[i].Value = sorted(v.Members[i].Value)
	}
	slices.SortFunc(v.Members, func(a, b model.Member) int { return strings.Compare(a.Name, b.Name) })
	return v
}

// wellFormed holds what was written to JSON and HTTP.
func wellFormed(o occurrence, r response) error {
	set := o.entry.ReadStatus[slices.Index(o.entry.Reads, o.env)]
	if len(set) > 0 && !set.Contains(r.status) {
		return fmt.Errorf("written with status %d", r.status)
	}
	for _, h := range r.headers {
		if strings.ContainsFunc(h.Value, func(c rune) bool { return c != '\t' && unicode.IsControl(c) && c < 0x80 }) || strings.TrimSpace(h.Value) != h.Value {
			return fmt.Errorf("header %s: %q", h.Name, h.Value)
		}
	}
	if !utf8.Valid(r.body) {
		return fmt.Errorf("a body that is not UTF-8")
	}
	if o.env.Kind == model.JSONBody && !json.Valid(r.body) {
		return fmt.Errorf("a body that is no JSON")
	}
	return nil
}

// checkWild holds an occurrence with values out of bounds to what holds for all.
func (b *bench) checkWild(o occurrence) error {
	if err := safeText(b.program.EncodeText(o.entry, o.params)); err != nil {
		return fmt.Errorf("Error(): %w", err)
	}
	if !o.isResponse() {
		return nil
	}
	written := b.encode(o)
	if err := wellFormed(o, written); err != nil {
		return fmt.Errorf("%w: %v", err, written)
	}
	found := b.program.Decode(written.status, written.headers, string(written.body))
	if written.status >= 400 && len(found) == 0 {
		return fmt.Errorf("decoded to no error: %v", written)
	}
	if len(found) != 1 || found[0].Outcome.Entry != o.entry || !found[0].Complete || found[0].Envelope != o.entry.Envelope {
		return nil
	}
	for _, p := range o.entry.Params {
		was, there := o.params[p]
		if is, back := found[0].Params[p.Name]; keepsAll(o, p) && (there != back || !sameValue(was, is)) {
			return fmt.Errorf("param %s comes back as %s (%t): %v", p.Name, is.AppendJSON(nil), back, written)
		}
	}
	return nil
}

// keepsAll reports whether a param comes back whatever its value is: an open field
// of a JSON body.
func keepsAll(o occurrence, p *model.Param) bool {
	return p.Implied && p.Recoverable && o.env.Kind == model.JSONBody &&
		!slices.ContainsFunc(o.env.Fields, func(f *model.Field) bool { return f.Name == p.Name && f.Header })
}

// checkClose holds the close frame of an occurrence to the laws.
func (b *bench) checkClose(o occurrence) error {
	if o.entry.Close == nil {
		return nil
	}
	reason := b.program.EncodeClose(o.entry, o.params)
	if len(reason) > 123 || !utf8.ValidString(reason) {
		return fmt.Errorf("close reason %q", reason)
	}
	if len(reason) > 119 {
		return nil // it may have been cut
	}
	found := b.program.DecodeClose(o.entry.Close.Code, reason)
	if found.Outcome.Entry == nil {
		if o.losesText() {
			return nil
		}
		return fmt.Errorf("reason %q decodes to no entry", reason)
	}
	if e := found.Outcome.Entry; e != o.entry && !e.IsA(o.entry) {
		return b.checkOther(o.entry, e.Name)
	}
	again := occurrence{params: map[*model.Param]model.Value{}}
	for _, p := range o.entry.Params {
		if v, ok := found.Params[p.Name]; ok {
			again.params[p] = v
		}
	}
	if found.Complete {
		if r := b.program.EncodeClose(o.entry, again.params); r != reason {
			return fmt.Errorf("reason %q comes back as %q", reason, r)
		}
	}
	if o.entry.Envelope == nil {
		return recovered(o, again)
	}
	return nil
}

// checkLists writes several errors of a repeated envelope as one response and
// reads them again, n times.
func (b *bench) checkLists(env *model.Envelope, n int) error {
	d := newDrawer(b.program, "lists", b.catalog.Package, env.Name)
	entries := slices.DeleteFunc(slices.Clone(env.Entries), func(e *model.Entry) bool { return e.Envelope != env })
	if len(entries) == 0 || env.Part { // it is read only, or no response
		return nil
	}
	for range n {
		var os []occurrence
		for range 1 + d.r.Intn(4) {
			o, ok := d.occurrence(entries[d.r.Intn(len(entries))], env, 0)
			o.status = 0 // the list's is that of its first error
			if ok && (len(os) == 0 || b.mayBeBeside(env, o, os[0])) {
				os = append(os, o)
			}
		}
		if len(os) == 0 {
			return nil
		}
		if err := b.checkList(env, os); err != nil {
			var shown strings.Builder
			for _, o := range os {
				shown.WriteString("\n" + o.entry.Name + "\n" + o.show())
			}
			return fmt.Errorf("list of %s: %w%s", env.Name, err, &shown)
		}
	}
	return nil
}

// says reports whether an item has a leaf of a kind.
func says(n *model.Node, kind model.NodeKind) bool {
	return n.Kind == kind || slices.ContainsFunc(n.Members, func(m *model.Node) bool { return says(m, kind) })
}

// mayBeBeside reports whether an error goes out in one response with another one and keeps
// its params there, since what is outside of the items is the first's, and occurs under
// the status of that, which is the response's where it stands outside the list.
func (b *bench) mayBeBeside(env *model.Envelope, o, first occurrence) bool {
	if saysOutside(o.entry, env) || !b.program.Beside(first.entry, first.params, o.entry, o.params) {
		return false
	}
	if says(env.Repeated.Item, model.StatusNode) {
		return true
	}
	status := first.status
	if status == 0 {
		status = first.entry.WriteStatus()
	}
	return len(o.entry.Status) == 0 || o.entry.Status.Contains(status)
}

// saysOutside reports whether some param of the entry stands outside of the item alone.
func saysOutside(e *model.Entry, env *model.Envelope) bool {
	inside, outside := map[*model.Param]bool{}, map[*model.Param]bool{}
	for _, fill := range e.Fills {
		held := outside
		if env.Repeated.Item.Holds(fill.Field) {
			held = inside
		}
		for _, wording := range fill.Wordings {
			wording.EachParam(func(p *model.Param) { held[p] = held[p] || fill.Field.Envelope == env })
		}
	}
	return slices.ContainsFunc(e.Params, func(p *model.Param) bool { return outside[p] && !inside[p] })
}

func (b *bench) checkList(env *model.Envelope, os []occurrence) error {
	body := b.encodeList(os)
	if !json.Valid(body) {
		return fmt.Errorf("no JSON: %s", body)
	}
	if err := b.validator.Several(env, body); err != nil {
		return fmt.Errorf("OpenAPI: %w: %s", err, body)
	}
	first := b.encode(os[0])
	found := b.program.Decode(first.status, first.headers, string(body))
	if len(found) != len(os) {
		return fmt.Errorf("%d errors of %d: %s", len(found), len(os), body)
	}
	var again []occurrence
	for i, f := range found {
		e := f.Outcome.Entry
		if e == nil && (b.isKnown(os[i].entry, "unknown") || os[i].losesText()) {
			return nil
		}
		if e == nil {
			return fmt.Errorf("item %d (%s) is %v: %s", i, os[i].entry.Name, f.Outcome.Kind, body)
		}
		if !f.Complete {
			if err := incomplete(os[i], e); err != nil {
				return fmt.Errorf("item %d: %w: %s", i, err, body)
			}
			return nil
		}
		if e != os[i].entry && !e.IsA(os[i].entry) && !b.isKnown(os[i].entry, e.Name) {
			return fmt.Errorf("item %d is %s, not %s: %s", i, e.Name, os[i].entry.Name, body)
		}
		o := occurrence{entry: e, params: map[*model.Param]model.Value{}}
		for _, p := range e.Params {
			if v, ok := f.Params[p.Name]; ok {
				o.params[p] = v
			}
		}
		again = append(again, o)
	}
	if rewritten := b.encodeList(again); !bytes.Equal(rewritten, body) {
		return fmt.Errorf("%s\nis written again\n%s", body, rewritten)
	}
	return nil
}

func (b *bench) encodeList(os []occurrence) []byte {
	var entries []*model.Entry
	var params []map[*model.Param]model.Value
	for _, o := range os {
		entries = append(entries, o.entry)
		params = append(params, o.params)
	}
	return b.program.EncodeList(entries, entries[0].Envelope, params)
}

// safeText reports control and direction characters in what is printed.
func safeText(text string) error {
	for i, c := range text {
		if unicode.IsControl(c) || unicode.Is(unicode.Bidi_Control, c) || c == '\u2028' || c == '\u2029' || c == '\ufeff' || c == utf8.RuneError && text[i] != 0xef {
			return fmt.Errorf("U+%04X in %q", c, text)
		}
	}
	return nil
}
