package layout

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/seed-1b9d9f04/errgen/internal/corpus"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
)

// TestLayouts runs testdata: in each archive a catalog, and how it is laid out.
func TestLayouts(t *testing.T) {
	archives, _ := filepath.Glob("testdata/*.txtar")
	if len(archives) < 5 {
		t.Fatalf("%d archives", len(archives))
	}
	for _, name := range archives {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Format(a.Files[0].Data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if os.Getenv("ERRGEN_UPDATE") != "" && string(got) != string(a.Files[1].Data) {
			a.Files[1].Data = got
			if err := os.WriteFile(name, txtar.Format(a), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		if want := string(a.Files[1].Data); string(got) != want {
			t.Errorf("%s:\n--- got\n%s--- want\n%s", name, got, want)
		}
		checkAgain(t, name, got)
	}
}

// checkAgain lays out what has been laid out.
func checkAgain(t *testing.T, name string, text []byte) {
	t.Helper()
	again, err := Format(text)
	if err != nil || string(again) != string(text) {
		t.Errorf("%s: laid out again (%v):\n--- first\n%s--- then\n%s", name, err, text, again)
	}
}

func TestFormat(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"{\"errgen\":1}", "{\"errgen\":1}"},
		{"\ufeff# c\r\n\r\npackage: p\r\nerrgen: 1", "\ufeff# c\r\n\r\nerrgen: 1\r\npackage: p\r\n"},
		{"---\nerrgen: 1\n", "errgen: 1\n"},
		{"errgen: 1\n\n\n\nx-a: 'b'\npackage: \"p\"\n", "errgen: 1\n\nx-a: b\npackage: p\n"},
	} {
		got, err := Format([]byte(c.text))
		if err != nil || string(got) != c.want {
			t.Errorf("%q: %q, %v; want %q", c.text, got, err, c.want)
		}
	}
	for _, text := range []string{"a: &x 1\n", "a: !!str 1\n", "? a\n: b\n", "[a]: b\n", "a: [b: c]\n", "a: 1\n---\nb: 2\n", "a: ["} {
		if got, err := Format([]byte(text)); err == nil {
			t.Errorf("%q: %q", text, got)
		}
	}
}

// TestEveryKeyHasAPlace: no key of the language is without a place in the order.
func TestEveryKeyHasAPlace(t *testing.T) {
	orders := map[string][]string{"a catalog": fileKeys, "an entry": entryKeys, "`defaults`": entryKeys, "an envelope": envelopeKeys}
	var all []string
	collect(fileShape, &all, map[*shape]bool{})
	for what, keys := range load.Objects() {
		order := orders[what]
		if order == nil {
			order = all
		}
		for _, key := range keys {
			if !strings.Contains(" "+strings.Join(order, " ")+" ", " "+key+" ") {
				t.Errorf("`%s` of %s has no place", key, what)
			}
		}
	}
}

// collect adds all keys of a shape and those below.
func collect(s *shape, all *[]string, seen map[*shape]bool) {
	if s == nil || seen[s] {
		return
	}
	seen[s] = true
	*all = append(*all, s.order...)
	for _, inner := range s.inner {
		collect(inner, all, seen)
	}
	collect(s.each, all, seen)
}

// TestRepository: all YAML of the repository keeps its meaning and its comments, and what
// has been laid out stays.
func TestRepository(t *testing.T) {
	count := 0
	for name, text := range corpus.Texts(t, ".yaml") {
		got, err := Format([]byte(text))
		if err == errOther {
			t.Errorf("%s: %v", name, err)
		}
		if err != nil {
			continue
		}
		count++
		checkAgain(t, name, got)
	}
	if count < 400 {
		t.Errorf("%d files only", count)
	}
}

// FuzzFormat: what is laid out means the same, has the same comments, and stays.
func FuzzFormat(f *testing.F) {
	for _, name := range []string{"axway", "aui", "avalara"} {
		data, err := os.ReadFile("../../spec/" + name + ".yaml")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte("errors: # a\n  # b\n  A: {x: 1, # c\n    y: [1, 2]} # d\n  # e\n# f\ngo: |+2\n    x\n\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		got, err := Format(text)
		if err != nil {
			return
		}
		again, err := Format(got)
		if err != nil || string(again) != string(got) {
			t.Errorf("%q: first %q, then %q, %v", text, got, again, err)
		}
	})
}

// TestOrderIsTheManuals: the tables of the manual list keys in the order of the layout.
func TestOrderIsTheManuals(t *testing.T) {
	manual, err := os.ReadFile("../../docs/spec.md")
	if err != nil {
		t.Fatal(err)
	}
	tables := 0
	for _, part := range strings.Split(string(manual), "\n\n") {
		keys := firstCells(part)
		if len(keys) < 2 || !strings.HasPrefix(part, "| key") {
			continue
		}
		for _, order := range orders(fileShape, map[*shape]bool{}) {
			if containsAll(order, keys) {
				tables++
				if !slices.IsSortedFunc(keys, func(a, b string) int { return slices.Index(order, a) - slices.Index(order, b) }) {
					t.Errorf("%v, laid out as %v", keys, order)
				}
				break
			}
		}
	}
	if tables < 12 {
		t.Errorf("%d tables", tables)
	}
}

// firstCells are the keys of a table.
func firstCells(table string) []string {
	var keys []string
	for line := range strings.SplitSeq(table, "\n") {
		if rest, ok := strings.CutPrefix(line, "| `"); ok {
			key, _, _ := strings.Cut(rest, "`")
			keys = append(keys, key)
		}
	}
	return keys
}

// orders are those of a shape and of all below, the shortest first.
func orders(s *shape, seen map[*shape]bool) [][]string {
	if s == nil || seen[s] {
		return nil
	}
	seen[s] = true
	all := [][]string{s.order}
	for _, inner := range s.inner {
		all = append(all, orders(inner, seen)...)
	}
	all = append(all, orders(s.each, seen)...)
	slices.SortFunc(all, func(a, b []string) int { return len(a) - len(b) })
	return all
}

func containsAll(order, keys []string) bool {
	return !slices.ContainsFunc(keys, func(key string) bool { return !slices.Contains(order, key) })
}
