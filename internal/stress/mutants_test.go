package stress

import (
	"bytes"
	"errors"
	"fmt"
	"go/format"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
	"gopkg.in/yaml.v3"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
	"github.com/seed-1b9d9f04/errgen/internal/specdoc"
	"github.com/seed-1b9d9f04/errgen/internal/testmodule"
)

// A base is a catalog that is mutated.
type base struct {
	name string
	tree *yaml.Node
	read func(name string) ([]byte, error) // of the files that it includes
}

// A mutant is a mutated catalog.
type mutant struct {
	seed uint64
	base base
	did  []string
	tree *yaml.Node
}

// text is the mutant as a file.
func (m mutant) text() []byte {
	text, err := yaml.Marshal(m.tree)
	if err != nil {
		panic(err)
	}
	return text
}

// resolve makes a catalog of the mutant: nil if there are findings.
func (m mutant) resolve() (*model.Catalog, *diag.List) {
	list := &diag.List{}
	f := load.BytesWith("mutant.yaml", m.text(), m.base.read, list)
	if f == nil {
		return nil, list
	}
	c, _ := proof.Catalog(resolve.Catalog(f, list), f, list)
	if list.Len() > 0 {
		return nil, list
	}
	return c, list
}

// A fault is a law that an accepted mutant breaks.
type fault struct {
	law  string // the same for faults of one kind
	what error
}

func (f *fault) Error() string { return f.law + ": " + f.what.Error() }

// changing is what differs between faults of one kind.
var changing = regexp.MustCompile(`"[^"]*"|[0-9]+|\b[A-Z][A-Za-z]* (in [A-Z][A-Za-z]*|is never)|[a-z0-9]+/|(?s)\n.*`)

// kindOf is what faults of one kind have in common.
func kindOf(err error) string {
	kind := changing.ReplaceAllString(err.Error(), "_")
	return kind[:min(len(kind), 60)]
}

// TestMutants mutates the catalogs of the repository. What is accepted of them is held
// to the laws: all emitters succeed, twice the same; Go compiles; the OpenAPI document
// is valid, and what is written is valid against it, is JSON where it says so, and
// decodes to what it was. Nothing panics, hangs or takes more than its share of
// memory. ERRGEN_MUTATIONS says how many there are, ERRGEN_MUTANT the seed of the first
// mutant: a seed gives the same one as long as the catalogs of the repository are the
// same. ERRGEN_MUTANTS_DONE names a file that keeps how far the test has come, so that
// it goes on there if it is interrupted. Mutants that break a law are printed, the first
// of a kind made as small as they can be; go test -artifacts leaves them in files.
func TestMutants(t *testing.T) {
	n := fromEnv(t, "ERRGEN_MUTATIONS", map[bool]int{false: draws(200), true: 100_000}[isLong()])
	j := newJudge(t)
	j.progress = readProgress(t, os.Getenv("ERRGEN_MUTANTS_DONE"), uint64(fromEnv(t, "ERRGEN_MUTANT", 1)))
	for _, seed := range j.faultySeeds() {
		_, err := j.try(t, seed)
		j.keep(t, seed, err)
	}
	for j.Mutations < n {
		accepted, err := j.try(t, j.Next)
		if accepted {
			j.Accepted++
		}
		j.Mutations += j.drawn
		j.Next++
		j.keep(t, j.Next-1, err)
	}
	t.Logf("%d mutations, %d mutants accepted, of the seeds %d to %d", j.Mutations, j.Accepted, j.First, j.Next-1)
	for _, kind := range slices.Sorted(maps.Keys(j.Faulty)) {
		t.Logf("of the kind %q the seeds %d", kind, j.Faulty[kind])
	}
	if j.Accepted < n/20 {
		t.Error("too few of them are accepted to show anything")
	}
	j.end(t)
}

// try makes the mutant of a seed and holds it to the laws, if it is accepted.
func (j *judge) try(t *testing.T, seed uint64) (accepted bool, err error) {
	m, accepted, err := j.mutant(t, seed)
	if err == nil && accepted {
		err = j.guarded(t, m, j.hold)
	}
	if err != nil {
		j.report(t, m, err)
	}
	return accepted, err
}

func fromEnv(t *testing.T, name string, otherwise int) int {
	text := os.Getenv(name)
	if text == "" {
		return otherwise
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return n
}

// A judge makes mutants and holds them to the laws.
type judge struct {
	bases   []base
	pairs   map[string][]*yaml.Node
	checker *testmodule.Checker

	drawn    int // mutations of the last mutant
	progress     // of TestMutants
}

func newJudge(t *testing.T) *judge {
	t.Helper()
	j := &judge{bases: mutantBases(t), checker: testmodule.NewChecker()}
	var trees []*yaml.Node
	for _, b := range j.bases {
		trees = append(trees, b.tree)
	}
	j.pairs = donors(trees)
	files, err := gen.Emit([]gen.Job{jobOf(catalogs(t)[0])}, emitters())
	if err != nil {
		t.Fatal(err)
	}
	if err := j.checkPackage("stressed/"+gen.EngineDir, only(files, gen.EngineDir, "")); err != nil {
		t.Fatal(err)
	}
	return j
}

// mutantBases are the catalogs of the repository without findings: those in files, of
// the cases and of the manual.
func mutantBases(t *testing.T) []base {
	t.Helper()
	var all []base
	add := func(name string, text []byte, read func(string) ([]byte, error)) {
		var doc yaml.Node
		if err := yaml.Unmarshal(text, &doc); err == nil && len(doc.Content) == 1 && doc.Content[0].Kind == yaml.MappingNode {
			b := base{name, clone(doc.Content[0]), read}
			if c, _ := (mutant{base: b, tree: b.tree}).resolve(); c != nil {
				all = append(all, b)
			}
		}
	}
	examples, _ := filepath.Glob(root + "examples/spec/*.yaml")
	for _, file := range append(catalogPaths(t), examples...) {
		dir := filepath.Dir(file)
		add(strings.TrimPrefix(file, root), readFile(t, file), func(name string) ([]byte, error) { return os.ReadFile(filepath.Join(dir, name)) })
	}
	cases, _ := filepath.Glob(root + "testdata/*/*.txtar")
	for _, file := range cases {
		archive := txtar.Parse(readFile(t, file))
		read := func(name string) ([]byte, error) {
			for _, f := range archive.Files {
				if f.Name == name {
					return f.Data, nil
				}
			}
			return nil, os.ErrNotExist
		}
		for _, f := range archive.Files {
			if path.Ext(f.Name) == ".yaml" && bytes.Contains(f.Data, []byte("\npackage:")) {
				add(strings.TrimPrefix(file, root), f.Data, read)
			}
		}
	}
	manual, err := specdoc.Open(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, block := range manual.Blocks {
		if block.File() == "" && len(block.Info) == 0 {
			noFile := func(string) ([]byte, error) { return nil, os.ErrNotExist }
			add(fmt.Sprintf("%s:%d", block.Document, block.Line), []byte(manual.Catalog(block)), noFile)
		}
	}
	return all
}

// mutant makes the mutant of a seed: one to three mutations of one of the catalogs,
// most often without its examples, which few mutations leave true. A mutation that is
// refused is most often undone. It reports whether the mutant is accepted.
func (j *judge) mutant(t *testing.T, seed uint64) (m mutant, accepted bool, err error) {
	r := rand.New(rand.NewPCG(seed, 0))
	j.drawn = 0
	m = mutant{seed: seed, base: pick(r, j.bases)}
	m.tree = clone(m.base.tree)
	if r.IntN(4) > 0 {
		drop(m.tree, "examples")
	}
	mutator := &mutator{r: r, pairs: j.pairs}
	for n := 1 + r.IntN(3); n > 0; {
		next := m
		next.tree = clone(m.tree)
		did := mutator.mutate(next.tree)
		if did == "" {
			continue
		}
		n--
		j.drawn++
		next.did = append(slices.Clone(m.did), did)
		isCatalog := false
		if err := j.guarded(t, next, func(m mutant) (err error) { isCatalog, err = admit(m); return err }); err != nil {
			return next, false, err
		}
		if isCatalog || r.IntN(4) == 0 {
			m, accepted = next, isCatalog
		}
	}
	return m, accepted, nil
}

// admit reports whether a mutant is a catalog: that it is none is what findings say.
func admit(m mutant) (bool, error) {
	c, list := m.resolve()
	shown := printed(list)
	if c == nil && shown == "" {
		return false, &fault{"finding", errors.New("neither a catalog nor a finding")}
	}
	if err := safeForTerminal(shown); err != nil {
		return false, &fault{"finding", err}
	}
	return c != nil, nil
}

// drop takes a key off a mapping.
func drop(n *yaml.Node, key string) {
	for i := 0; i < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			n.Content = slices.Delete(n.Content, i, i+2)
			return
		}
	}
}

// hold holds an accepted mutant to the laws.
func (j *judge) hold(m mutant) error {
	c, _ := m.resolve()
	if c == nil {
		return &fault{"twice", errors.New("accepted, and then not")}
	}
	files, err := gen.Emit([]gen.Job{jobOf(c)}, emitters())
	if err != nil {
		return &fault{"emit", err}
	}
	again, _ := m.resolve()
	filesAgain, err := gen.Emit([]gen.Job{jobOf(again)}, emitters())
	if err != nil {
		return &fault{"emit", err}
	}
	var document []byte
	for i, f := range files {
		if !bytes.Equal(f.Content, filesAgain[i].Content) {
			return &fault{"twice", fmt.Errorf("%s is not the same twice", path.Base(f.Path))}
		}
		if err := safeForTerminal(string(bytes.ReplaceAll(f.Content, []byte("\t"), nil))); err != nil {
			return &fault{"text", fmt.Errorf("%s: %w", path.Base(f.Path), err)}
		}
		if path.Ext(f.Path) == ".yaml" {
			document = f.Content
		}
	}
	if err := j.checkGo(c, files); err != nil {
		return &fault{"Go", err}
	}
	b, err := benchOf(c, document)
	if err != nil {
		return &fault{"document", err}
	}
	return b.holdMutant(m.seed)
}

// checkGo holds a catalog's package and its examples to gofmt and the compiler.
func (j *judge) checkGo(c *model.Catalog, files []gen.File) error {
	pkg := "stressed/" + c.Package
	if err := j.checkPackage(pkg, only(files, c.Package, "example_test.go")); err != nil {
		return err
	}
	return j.checkPackage(pkg+"_test", slices.DeleteFunc(only(files, c.Package, ""), func(f gen.File) bool {
		return !strings.HasSuffix(f.Path, "_test.go")
	}))
}

// only are the Go files of a folder, but for one.
func only(files []gen.File, dir, but string) []gen.File {
	return slices.DeleteFunc(slices.Clone(files), func(f gen.File) bool {
		return path.Dir(f.Path) != dir || path.Ext(f.Path) != ".go" || path.Base(f.Path) == but
	})
}

// checkPackage holds files to gofmt, and as a package to the compiler.
func (j *judge) checkPackage(pkg string, files []gen.File) error {
	contents := map[string][]byte{}
	for _, f := range files {
		formatted, err := format.Source(f.Content)
		if err != nil || !bytes.Equal(formatted, f.Content) {
			return fmt.Errorf("%s is not as gofmt has it (%v)", f.Path, err)
		}
		contents[f.Path] = f.Content
	}
	return j.checker.Check(pkg, contents)
}

// holdMutant draws a few occurrences of some entries. That one happens to be read as
// another entry is no fault, if it would be written as that one is; but each entry must
// be read as itself, or as one of its kind, now and then.
func (b *bench) holdMutant(seed uint64) error {
	others := 0
	b.isKnown = func(e *model.Entry, got string) bool {
		if !isAncestor(e, got) { // as which a child is read that says nothing more
			others++
		}
		return unproven(e, got)
	}
	entries := b.catalog.Entries
	for i, e := range entries {
		if len(entries) > 40 && i%(len(entries)/20) != int(seed)%(len(entries)/20) {
			continue
		}
		if err := b.holdEntry(e, strconv.FormatUint(seed, 10), &others); err != nil {
			return &fault{"law", err}
		}
	}
	for _, env := range b.catalog.Envelopes {
		if env.Repeated != nil {
			if err := b.checkLists(env, 5); err != nil {
				return &fault{"list", err}
			}
		}
	}
	return nil
}

func (b *bench) holdEntry(e *model.Entry, seed string, others *int) error {
	d, wild := newDrawer(b.program, "mutant", seed, e.Name), newDrawer(b.program, "wild mutant", seed, e.Name)
	wild.wild = true
	for _, err := range []error{
		b.eachDraw(d, e, 4, b.checkResponse), b.eachDraw(d, e, 2, b.checkClose), b.eachDraw(wild, e, 2, b.checkWild),
	} {
		if err != nil && !errors.Is(err, errNothing) {
			return err
		}
	}
	isOpen := e.Code != nil && e.Code.Text() == "" // each of its codes may be another's constant one
	if *others = 0; b.eachDraw(d, e, 1, b.checkResponse) != nil || *others == 0 || isOpen || isBare(e) || b.yields(e) || b.isOutdone(e) {
		return nil
	}
	const tries = 1000 // what tells it may be one of all the texts that are drawn: the empty one
	*others = 0
	for range tries {
		if was := *others; b.eachDraw(d, e, 1, b.checkResponse) != nil || *others < was+max(1, len(e.Reads)) {
			return nil
		}
	}
	return fmt.Errorf("%s is never read as itself", e.Name)
}

// yields reports whether an entry of any status is written with one that another entry
// with its code names, and goes before it (docs/spec.md#step-8-several-are-left): it is there for
// the other statuses.
func (b *bench) yields(e *model.Entry) bool {
	return len(e.Status) == 0 && e.Code != nil && slices.ContainsFunc(b.catalog.Entries, func(other *model.Entry) bool {
		return other != e && other.Code != nil && other.Code.Text() == e.Code.Text() && other.Status.Contains(e.WriteStatus())
	})
}

// isOutdone reports whether a text of an entry is nothing but a param's, where an entry with
// its code has a param by itself, and so one more that is there
// (docs/spec.md#step-8-several-are-left).
func (b *bench) isOutdone(e *model.Entry) bool {
	isTextAlone := func(f *model.Fill) bool {
		return f.Alone() != nil && f.Wordings[0].AsText
	}
	return slices.ContainsFunc(b.catalog.Entries, func(other *model.Entry) bool {
		return other != e && other.Code.Text() == e.Code.Text() && slices.ContainsFunc(e.Fills, func(f *model.Fill) bool {
			return isTextAlone(f) && slices.ContainsFunc(other.Fills, func(g *model.Fill) bool { return g.Field == f.Field && g.Alone() != nil && !isTextAlone(g) })
		})
	})
}

// isAncestor reports whether an entry is of the kind of one of a name.
func isAncestor(e *model.Entry, name string) bool {
	return e.Parent != nil && (e.Parent.Name == name || isAncestor(e.Parent, name))
}

// unproven reports whether an entry may be read as another outcome: as another entry;
// or as none, if nothing proves it (docs/spec.md#how-decoding-decides, steps 2 and 5).
func unproven(e *model.Entry, got string) bool {
	switch got {
	case "none", "unknown", "unexpected":
		return isBare(e) || mayHide(e) || lacksCode(e) && slices.ContainsFunc(e.Params, func(p *model.Param) bool { return !p.Recoverable })
	}
	return true
}

// mayHide reports whether an occurrence of an entry may lack what tells it, or say that
// it is none: if an optional param that it narrows is absent, which is then a fact that
// does not match (docs/spec.md#step-8-several-are-left), or if a param, or a code that is
// left open, may have a value that means success (docs/spec.md#success).
func mayHide(e *model.Entry) bool {
	if e.Code != nil && len(e.Code.Template.Params()) > 0 && mayMeanSuccess(e, func(n *model.Node) bool { return n.Kind == model.CodeNode }) {
		return true
	}
	return slices.ContainsFunc(e.Fills, func(f *model.Fill) bool {
		p := f.Alone()
		return p != nil && (p.MayBeAbsent() && p.Narrows(f.Field.Schema) || mayMeanSuccess(e, func(n *model.Node) bool { return n.Field == f.Field }))
	})
}

// mayMeanSuccess reports whether some of the leaves that are so, where an entry is read, have
// values that mean success.
func mayMeanSuccess(e *model.Entry, is func(*model.Node) bool) bool {
	var within func(n *model.Node) bool
	within = func(n *model.Node) bool {
		return is(n) && len(n.Success) > 0 || n.Item != nil && within(n.Item) || slices.ContainsFunc(n.Members, within)
	}
	return slices.ContainsFunc(e.Reads, func(env *model.Envelope) bool {
		return slices.ContainsFunc(env.Headers, within) || env.Body != nil && within(env.Body)
	})
}

// lacksCode reports whether an entry is read somewhere without a code: by its texts, of
// which not all can be taken apart again (docs/spec.md#matching-texts).
func lacksCode(e *model.Entry) bool {
	return e.Code == nil || slices.ContainsFunc(e.Reads, func(env *model.Envelope) bool { return !env.HasCode })
}

// isBare reports whether an entry has neither a code nor a status of 400 and up
// everywhere.
func isBare(e *model.Entry) bool {
	return lacksCode(e) && slices.ContainsFunc(e.ReadStatus, func(set model.StatusSet) bool { return len(set) == 0 || set[0].Lo < 400 })
}

// report shows a mutant that breaks a law, the first ones of a kind as small as they
// can be made.
func (j *judge) report(t *testing.T, m mutant, err error) {
	if len(j.Faulty[kindOf(err)]) < 3 {
		t.Logf("ERRGEN_MUTANT=%d %s\n\t%s\n%.300v", m.seed, m.base.name, strings.Join(m.did, "\n\t"), err)
		j.shrink(t, &m, &err)
		j.show(t, m, err)
		return
	}
	t.Errorf("ERRGEN_MUTANT=%d %s\n\t%s\n%.300v", m.seed, m.base.name, strings.Join(m.did, "\n\t"), err)
}

// whole admits a mutant and holds it to the laws.
func (j *judge) whole(m mutant) error {
	ok, err := admit(m)
	if err != nil || !ok {
		return err
	}
	return j.hold(m)
}

// shrink deletes what can be deleted from a mutant without mending its fault, for as long as
// a person would wait.
func (j *judge) shrink(t *testing.T, m *mutant, err *error) {
	kind, end := kindOf(*err), time.Now().Add(2*time.Minute)
	for again := true; again; {
		again = false
		for i := 0; i < len(places(m.tree)) && time.Now().Before(end); i++ {
			smaller := *m
			smaller.tree = clone(m.tree)
			(&mutator{}).remove(places(smaller.tree)[i])
			if e := j.guarded(t, smaller, j.whole); e != nil && kindOf(e) == kind {
				*m, *err, again = smaller, e, true
				i--
			}
		}
	}
}

// show prints a mutant and its fault, and keeps it in a file.
func (j *judge) show(t *testing.T, m mutant, err error) {
	name := filepath.Join(t.ArtifactDir(), fmt.Sprintf("mutant-%d.yaml", m.seed))
	text := m.text()
	if err := os.WriteFile(name, text, 0o644); err != nil {
		t.Error(err)
	}
	t.Errorf("ERRGEN_MUTANT=%d %s\n\t%s\n%.3000v\n%s:\n%.3000s", m.seed, m.base.name, strings.Join(m.did, "\n\t"), err, name, text)
}
