package differential

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/gen/typescript"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/replay"
	"github.com/seed-1b9d9f04/errgen/templates/errgen"
)

// script is a JavaScript runtime that decodes with the generated TypeScript of all subjects.
type script struct {
	t        testing.TB
	packages map[*subject]string // the names by which it knows them
	in       io.Writer
	out      *bufio.Reader
}

// asked is a response as the script takes it.
type asked struct {
	Package  string              `json:"package"`
	Status   int                 `json:"status"`
	Headers  map[string][]string `json:"headers"`
	Body     []byte              `json:"body"`
	Head     bool                `json:"head"`
	Mock     map[string]any      `json:"mock,omitempty"` // an error, of which the response is asked
	Again    bool                `json:"again"`          // that of what is decoded is asked
	Exchange map[string]any      `json:"exchange,omitempty"`
	Close    int                 `json:"close"`
	Reason   string              `json:"reason"`
}

// answered is what the script makes of it.
type answered struct {
	Found  []errorObject
	Mocked struct {
		Status  int
		Headers map[string]string
		Body    string
	}
	Thrown string
}

// errorObject is what it shows of an error.
type errorObject struct {
	Name, Code, Message string
	Complete            bool
	Params              map[string]any
	Within              []errorObject
}

// newScript generates the modules of subjects, and starts a runtime: Node.js with a bundle
// of them, or what ERRGEN_RUNTIME names, deno or bun, with the modules as they are. Without
// ERRGEN_TYPESCRIPT, the folder in which npm has installed .ci/typescript, the test is
// skipped.
func newScript(t testing.TB, all []*subject) *script {
	tools := os.Getenv("ERRGEN_TYPESCRIPT")
	if tools == "" {
		t.Skip("ERRGEN_TYPESCRIPT is not set: .ci/typescript/run sets it")
	}
	dir := t.TempDir()
	tool := func(name string) string { return filepath.Join(tools, "node_modules/.bin", name) }
	decode, modules := filepath.Join(tools, "decode.mjs"), filepath.Join(dir, "all.ts")
	s := &script{t: t}
	var cmd *exec.Cmd
	switch runtime := os.Getenv("ERRGEN_RUNTIME"); runtime {
	case "deno":
		s.packages = writeModules(t, dir, all, typescript.ImportsTS)
		cmd = exec.CommandContext(t.Context(), tool(runtime), "run", "--quiet", "--allow-read", "--allow-env", decode, modules)
	case "bun":
		s.packages = writeModules(t, dir, all, typescript.ImportsTS)
		cmd = exec.CommandContext(t.Context(), tool(runtime), decode, modules)
	default:
		s.packages = writeModules(t, dir, all, typescript.ImportsJS)
		bundle := filepath.Join(dir, "all.mjs")
		run(t, exec.CommandContext(t.Context(), tool("esbuild"), modules, "--bundle", "--format=esm", "--log-level=warning", "--outfile="+bundle))
		cmd = exec.CommandContext(t.Context(), "node", decode, bundle)
	}
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { in.Close(); cmd.Wait() })
	s.in, s.out = in, bufio.NewReaderSize(out, 1<<20)
	return s
}

func run(t testing.TB, cmd *exec.Cmd) {
	t.Helper()
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", cmd, err, out)
	}
}

// writeModules writes the module of each subject, and one that exports all of them.
func writeModules(t testing.TB, dir string, all []*subject, ending string) map[*subject]string {
	t.Helper()
	names := map[*subject]string{}
	var exports strings.Builder
	for i, s := range all {
		names[s] = fmt.Sprintf("c%d", i)
		out := filepath.Join(dir, names[s])
		files, err := gen.Emit([]gen.Job{{Catalog: s.catalog, Target: gen.Target{Catalog: "catalog.yaml", TSImports: ending}}}, []gen.Emitter{typescript.New()})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			path := filepath.Join(out, filepath.FromSlash(f.Path))
			if strings.HasPrefix(f.Path, gen.TypeScriptEngineDir) { // one engine for all
				path = filepath.Join(dir, filepath.FromSlash(f.Path))
			} else {
				f.Content = bytes.ReplaceAll(f.Content, []byte(`"../`+gen.TypeScriptEngineDir), []byte(`"../../`+gen.TypeScriptEngineDir))
			}
			writeFile(t, path, f.Content)
			if strings.HasSuffix(f.Path, "/mocks.ts") {
				fmt.Fprintf(&exports, "export * as %smocks from './%s/%s/mocks.%s';\n", names[s], names[s], s.catalog.Package, ending)
			}
		}
		fmt.Fprintf(&exports, "export * as %s from './%s/%s/errors.%s';\n", names[s], names[s], s.catalog.Package, ending)
	}
	writeFile(t, filepath.Join(dir, "all.ts"), []byte(exports.String()))
	return names
}

func writeFile(t testing.TB, path string, content []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
}

// batch is how many responses are asked before the answers are read.
const batch = 200

// ask asks for the answers to some responses.
func (s *script) ask(all []asked) []answered {
	s.t.Helper()
	go func() {
		w := json.NewEncoder(s.in)
		for _, a := range all {
			w.Encode(a)
		}
	}()
	answers := make([]answered, len(all))
	for i := range all {
		line, err := s.out.ReadBytes('\n')
		if err != nil {
			s.t.Fatal(err)
		}
		d := json.NewDecoder(bytes.NewReader(line))
		d.UseNumber()
		if err := d.Decode(&answers[i]); err != nil {
			s.t.Fatalf("%v in %.500s", err, line)
		}
	}
	return answers
}

func (s *script) asked(sub *subject, r response) asked {
	headers := map[string][]string{}
	for name, lines := range r.header {
		for _, line := range lines {
			headers[name] = append(headers[name], strings.ToValidUTF8(line, "\ufffd"))
		}
	}
	return asked{Package: s.packages[sub], Status: r.status, Headers: headers, Body: []byte(r.body), Head: r.head}
}

// pair is a response of a catalog, and where it comes from.
type pair struct {
	s    *subject
	r    response
	from string
}

// compare compares the script's answers to responses with the engine's.
func (s *script) compare(r *report, pairs []pair) {
	for some := range slices.Chunk(pairs, batch) {
		all := make([]asked, len(some))
		for i, p := range some {
			all[i] = s.asked(p.s, p.r)
		}
		for i, a := range s.ask(all) {
			r.pairs++
			p := some[i]
			d := differs(p.s, p.s.engine(p.r), a)
			if d == "" {
				continue
			}
			r.total++
			if r.seen[p.s.name]++; r.seen[p.s.name] <= 3 {
				r.t.Errorf("%s (%s): %s\n\t%.3000s", p.s.name, p.from, d, show(p.r))
			}
		}
	}
}

// differs is how an answer of the script differs from the engine's, "" if it does not.
func differs(s *subject, want []replay.Decoded, got answered) string {
	if got.Thrown != "" {
		return "TypeScript throws " + got.Thrown
	}
	return differsIn(s, want, got.Found)
}

func differsIn(s *subject, want []replay.Decoded, got []errorObject) string {
	if w, g := invalid.ReplaceAllString(given(want), "\ufffd"), objectNames(got); w != g {
		return fmt.Sprintf("the engine has %s, TypeScript %s", w, g)
	}
	for i := range want {
		if d := objectDiffers(want[i], got[i]); d != "" {
			return d
		}
		if d := differsIn(s, want[i].Within, got[i].Within); d != "" {
			return "within it: " + d
		}
	}
	return ""
}

func objectNames(all []errorObject) string {
	var names []string
	for _, o := range all {
		switch o.Name {
		case "Unlisted":
			names = append(names, outcome(model.UnknownOutcome, nil, o.Code))
		case "UnexpectedResponse":
			names = append(names, outcome(model.UnexpectedOutcome, nil, ""))
		default:
			names = append(names, o.Name)
		}
	}
	return fmt.Sprint(names)
}

func objectDiffers(want replay.Decoded, got errorObject) string {
	e := want.Outcome.Entry
	if e == nil {
		return ""
	}
	if e.TypeName != "" && want.Complete != got.Complete {
		return fmt.Sprintf("%s: complete is %v in the engine, %v in TypeScript", e.Name, want.Complete, got.Complete)
	}
	if !says(want.Text, got.Message) {
		return fmt.Sprintf("%s: says %q in the engine, %q in TypeScript", e.Name, want.Text, got.Message)
	}
	if !want.Complete || e.TypeName == "" {
		return ""
	}
	for _, p := range e.Params {
		if p.Schema.HoldsErrors() || p.Private {
			continue
		}
		w := any(nil)
		if v, ok := want.Params[p.Name]; ok {
			w = plain(v)
		}
		if g := got.Params[p.Name]; !agrees(p.Schema, w, g) {
			return fmt.Sprintf("%s: %s is %s in the engine, %s in TypeScript", e.Name, p.Name, text(w), text(g))
		}
	}
	return ""
}

// invalid is how a byte is printed that is no UTF-8.
var invalid = regexp.MustCompile(`\\x[89a-f][0-9a-f]`)

var lineEnds = regexp.MustCompile("[ \t]*[\n\r\v\f\u0085\u2028\u2029]+[ \t]*")

// says reports whether a text of Error is a message of TypeScript's, which is neither made
// safe to print nor shortened. The message is a text that was received, or one of the
// catalog's with params.
func says(want, message string) bool {
	if len(message) > 900 {
		return true
	}
	received := strings.Trim(lineEnds.ReplaceAllString(message, " "), " \t")
	want = invalid.ReplaceAllString(want, "\ufffd")
	for _, said := range []string{message, received, strings.TrimLeft(message, "\n")} {
		said = errgen.Printable(said, math.MaxInt)
		if strings.HasSuffix(want, ": "+said) || strings.HasSuffix(want, ": "+strings.TrimSuffix(said, ".")) {
			return true
		}
	}
	return false
}

// agrees reports whether a param of TypeScript's is the engine's. What is not there is null
// or empty in Go; numbers that JavaScript does not hold are texts.
func agrees(s *model.Schema, want, got any) bool {
	switch w := want.(type) {
	case json.Number:
		if g, ok := got.(string); ok {
			x, okX := new(big.Rat).SetString(w.String())
			y, okY := new(big.Rat).SetString(g)
			return okX && okY && x.Cmp(y) == 0
		}
		return same(s, want, got) || isNear(s, w, got)
	case map[string]any:
		g, ok := got.(map[string]any)
		if !ok {
			return len(w) == 0 && got == nil
		}
		for name := range g {
			if _, ok := w[name]; !ok && g[name] != nil { // an optional null of any type is absent in Go
				return false
			}
		}
		for name := range w {
			if !agrees(memberSchema(s, name), w[name], g[name]) {
				return false
			}
		}
		return true
	case []any:
		g, ok := got.([]any)
		items := s.Resolved().Items
		if items == nil {
			items = &model.Schema{}
		}
		return ok && slices.EqualFunc(w, g, func(a, b any) bool { return agrees(items, a, b) })
	}
	return want == nil && got == nil || same(s, want, got)
}

// memberSchema is the schema of a member, that of any value if none is known.
func memberSchema(s *model.Schema, name string) *model.Schema {
	for _, p := range s.Resolved().Properties {
		if p.Name == name {
			return p.Schema
		}
	}
	if more := s.Resolved().Additional; more != nil {
		return more
	}
	return &model.Schema{}
}

// isNear reports whether two times are the same to a part of a millionth: Go's types have
// no finer one.
func isNear(s *model.Schema, want json.Number, got any) bool {
	g, ok := got.(json.Number)
	switch s.Resolved().Format {
	case "seconds", "milliseconds", "unix-time":
		x, _ := want.Float64()
		y, _ := g.Float64()
		return ok && (math.Abs(x-y) <= 1e-6 || math.Abs(y) > 9e9)
	}
	return false
}

// TestTypeScript compares the generated TypeScript with the engine over all responses that
// are known.
func TestTypeScript(t *testing.T) {
	all := subjects(t)
	s, r := newScript(t, all), newReport(t)
	var pairs []pair
	for _, sub := range all {
		for i, response := range sub.responses {
			pairs = append(pairs, pair{sub, response, fmt.Sprint("response ", i)})
			head := response
			head.head, head.body = true, ""
			pairs = append(pairs, pair{sub, head, fmt.Sprint("response ", i, " to HEAD")})
		}
	}
	s.compare(r, pairs)
	r.done()
}

// TestTypeScriptMutated compares mutations of these responses.
func TestTypeScriptMutated(t *testing.T) {
	all := subjects(t)
	s, r := newScript(t, all), newReport(t)
	each := max(1, pairs()/2000)
	for _, sub := range all {
		var some []pair
		for i := range sub.responses {
			for k := range each {
				some = append(some, pair{sub, newMutator(sub, i, k).mutated(), fmt.Sprintf("response %d, mutation %d", i, k)})
			}
		}
		s.compare(r, some)
	}
	r.done()
}

// TestTypeScriptClosed compares what close frames are.
func TestTypeScriptClosed(t *testing.T) {
	all := slices.DeleteFunc(subjects(t), func(s *subject) bool { return len(s.closes) == 0 })
	s, n := newScript(t, all), 0
	for _, sub := range all {
		for i := range sub.closes {
			for k := range max(1, pairs()/2000) {
				frame := newMutator(sub, i, k).frame(i, k)
				want := []replay.Decoded{sub.program.DecodeClose(frame.code, frame.reason)}
				if want[0].Outcome.Kind == model.NoneOutcome {
					want = nil
				}
				got := s.ask([]asked{{Package: s.packages[sub], Close: frame.code, Reason: frame.reason}})[0]
				if d := differs(sub, want, got); d != "" {
					t.Errorf("%s: %d %q: %s", sub.name, frame.code, frame.reason, d)
				}
				n++
			}
		}
	}
	t.Logf("%d frames", n)
}

// spoilt are a body as no server should send it: cut, with bytes that are none of it, with
// values that readers of JSON take for different things, and within others.
func spoilt(body string) []string {
	var all []string
	step := max(1, len(body)/12)
	for i := 0; i < len(body); i += step {
		all = append(all, body[:i], body[:i]+"\x00"+body[i:], body[:i]+"\xff"+body[i:], body[:i]+"\xe2\x82"+body[i:])
	}
	for i := 0; i < len(body); i++ {
		switch c := body[i]; {
		case c == ':', c == ',', c == '[':
			for _, value := range []string{"null", "1e999", "-0", "1.0", "9007199254740993", "0.10000000000000000001", `"\ud800x"`, `"\udc00\ud800"`, "[]", `{"__proto__":{"a":1}}`, strings.Repeat("7", 40)} {
				all = append(all, body[:i+1]+value+","+body[i+1:], body[:i+1]+value+body[valueEnd(body, i+1):])
			}
		}
	}
	return append(all, "\ufeff"+body, body+body, "["+body+"]", `{"a":`+body+`}`, strings.ReplaceAll(body, "e", `\ud800`), strings.ReplaceAll(body, `"`, "'"),
		strings.Repeat("[", 20000)+strings.Repeat("]", 20000), strings.Repeat(`{"error":`, 9000)+"1"+strings.Repeat("}", 9000), strings.Repeat(`{"errors":[`, 30000))
}

// valueEnd is where a value ends that begins at a place, if it is simple.
func valueEnd(body string, i int) int {
	if n := strings.IndexAny(body[i:], ",]}"); n >= 0 {
		return i + n
	}
	return len(body)
}

// TestTypeScriptHostile compares what is made of bodies that no API has documented.
func TestTypeScriptHostile(t *testing.T) {
	all := subjects(t)
	s, r := newScript(t, all), newReport(t)
	every := max(1, 200_000/pairs())
	n := 0
	for _, sub := range all {
		var some []pair
		for i, response := range sub.responses {
			for k, body := range spoilt(response.body) {
				if n++; n%every == 0 && len(body) < 1<<19 {
					one := response
					one.body = body
					some = append(some, pair{sub, one, fmt.Sprintf("response %d, spoilt %d", i, k)})
				}
			}
		}
		s.compare(r, some)
	}
	r.done()
}

// TestTypeScriptMocks compares what mocks answer with what servers write: the samples of all
// entries.
func TestTypeScriptMocks(t *testing.T) {
	all := subjects(t)
	s, n := newScript(t, all), 0
	for _, sub := range all {
		for _, e := range sub.catalog.Entries {
			if e.Envelope == nil || e.Envelope.Part || len(e.Samples) == 0 {
				continue
			}
			sample := e.Samples[0]
			got := s.ask([]asked{s.mocked(sub, e, sample)})[0]
			n++
			if d := mockDiffers(sample, got); d != "" {
				t.Errorf("%s: %s: %s", sub.name, e.Name, d)
			}
		}
	}
	t.Logf("%d samples", n)
}

// mocked asks for the response of a sample's error. One that holds others is decoded first:
// what was decoded is mocked as well.
func (s *script) mocked(sub *subject, e *model.Entry, sample *model.Sample) asked {
	a := s.asked(sub, response{status: sample.Status, header: header(sample.Headers), body: string(sample.Body)})
	a.Exchange = map[string]any{}
	for _, x := range sub.catalog.Exchanges() {
		if x.Schema != nil && x.Schema.Example != nil {
			a.Exchange[x.Name] = plain(*x.Schema.Example)
		}
	}
	params := map[string]any{}
	for _, p := range sample.Params {
		params[p.Param.Name] = plain(p.Value)
		if a.Again = p.Param.Schema.HoldsErrors(); a.Again {
			return a
		}
	}
	a.Mock = map[string]any{"name": e.Name, "status": sample.Status, "params": params}
	return a
}

func mockDiffers(sample *model.Sample, got answered) string {
	if got.Thrown != "" {
		return "TypeScript throws " + got.Thrown
	}
	if got.Mocked.Status != sample.Status || got.Mocked.Body != string(sample.Body) {
		return fmt.Sprintf("the engine writes %d %q, TypeScript %d %q", sample.Status, sample.Body, got.Mocked.Status, got.Mocked.Body)
	}
	want := map[string]string{}
	for _, h := range sample.Headers {
		if want[h.Name] != "" {
			want[h.Name] += ", "
		}
		want[h.Name] += h.Value
	}
	if w, g := text(want), text(got.Mocked.Headers); w != g {
		return fmt.Sprintf("the engine writes %s, TypeScript %s", w, g)
	}
	return ""
}

// TestTypeScriptInherited: what an object in JavaScript has from its prototype is no param
// of an error.
func TestTypeScriptInherited(t *testing.T) {
	all := resolved(t, "inherited.yaml", []byte(`errgen: 1
package: inherited
envelopes: {E: {body: {properties: {code: {type: string}, constructor: {type: string, optional: true}, text: {type: string}}}}}
errors: {A: {status: 400, code: A, fields: {constructor: '{constructor}', text: 'Is {toString} there?'}, headers: {__proto__: '{toString}'}, params: {constructor: {type: string, optional: true}, toString: {type: string}}}}
`))
	if len(all) != 1 {
		t.Fatal("no catalog")
	}
	s := newScript(t, all)
	got := s.ask([]asked{{Package: s.packages[all[0]], Mock: map[string]any{"name": "A", "params": map[string]any{"toString": "x"}}}})[0]
	if want := `{"code":"A","text":"Is x there?"}`; got.Thrown != "" || got.Mocked.Body != want || got.Mocked.Headers["__proto__"] != "x" {
		t.Errorf("%s %s, want %s with a header; %s", got.Mocked.Headers, got.Mocked.Body, want, got.Thrown)
	}
}
