package study

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/breaking"
)

// page is where the figures of a whole study stand.
const page = "../../../docs/breaking-study.md"

// TestFigures writes what a study has seen into the manual, as far as its parts are
// done, when ERRGEN_UPDATE=1 asks for it.
func TestFigures(t *testing.T) {
	if ledger() == "" || os.Getenv("ERRGEN_UPDATE") != "1" {
		t.Skip("nothing is kept of a study")
	}
	source, wire := kept(t, "source"), kept(t, "wire")
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	const begin, end = "<!-- figures -->\n", "<!-- end -->"
	before, rest, _ := strings.Cut(string(text), begin)
	_, after, ok := strings.Cut(rest, end)
	if !ok {
		t.Fatalf("%s has no place for figures", page)
	}
	figures := summary(source, wire) + byMutation(source, wire) + byRule(append(slices.Clone(source), wire...))
	if err := os.WriteFile(page, []byte(before+begin+figures+end+after), 0o666); err != nil {
		t.Fatal(err)
	}
}

// kept are the records of a judge, of all catalogs that are done.
func kept(t *testing.T, judge string) []*record {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join(ledger(), judge+"-*.json"))
	t.Logf("%s: %d of %d catalogs are done", judge, len(files), len(bases(t)))
	var all []*record
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var records []*record
		if err := json.Unmarshal(text, &records); err != nil {
			t.Fatal(err)
		}
		all = append(all, records...)
	}
	return all
}

// catalogs is of how many catalogs there are records.
func catalogs(all []*record) int {
	names := map[string]bool{}
	for _, r := range all {
		names[r.Base] = true
	}
	return len(names)
}

// count is of how many things something is so.
func count[T any](all []T, is func(T) bool) int {
	n := 0
	for _, x := range all {
		if is(x) {
			n++
		}
	}
	return n
}

// says reports whether anything of a level is said of a category.
func (r *record) says(category, level string) bool {
	return slices.ContainsFunc(r.Said, func(s string) bool { return strings.HasPrefix(s, category+" "+level+" ") })
}

// summary is what the judges have seen, and what was said of it.
func summary(source, wire []*record) string {
	var b strings.Builder
	sent := 0
	excused := map[string]int{}
	for _, r := range wire {
		sent += r.Sent
		for reason := range r.Excused {
			excused[reason]++
		}
	}
	b.WriteString("\n| judge | catalogs | pairs | somebody breaks | of these said as an error | nobody breaks | of these said as an error |\n| --- | --- | --- | --- | --- | --- | --- |\n")
	line := func(name string, all []*record, breaks, says func(*record) bool) {
		broken := count(all, breaks)
		said := count(all, func(r *record) bool { return breaks(r) && says(r) })
		wrongly := count(all, func(r *record) bool { return !breaks(r) && says(r) })
		fmt.Fprintf(&b, "| %s | %d | %d | %d | %d | %d | %d |\n", name, catalogs(all), len(all), broken, said, len(all)-broken, wrongly)
	}
	line("go/types and apidiff: code does not compile", source, func(r *record) bool { return r.Source }, func(r *record) bool { return r.saysOfSource(false) })
	line("packages: code means something else", wire, func(r *record) bool { return r.Silent }, func(r *record) bool { return r.saysOfSource(true) })
	line("packages: earlier clients, later servers", wire, func(r *record) bool { return r.Wire }, func(r *record) bool { return r.says("wire", "error") })
	line("packages: later clients, earlier servers", wire, func(r *record) bool { return r.Back }, func(r *record) bool { return r.says("wire-back", "error") })
	fmt.Fprintf(&b, "\nThe packages have exchanged %d errors. What the judges see and is no error has one of these reasons, in so many pairs:\n\n", sent)
	retired := count(source, func(r *record) bool { return r.Source && !r.saysOfSource(false) })
	fmt.Fprintf(&b, "- code that uses an error which is removed and retired, of which error-removed is a warning: %d\n", retired)
	for _, reason := range slices.Sorted(maps.Keys(excused)) {
		fmt.Fprintf(&b, "- %s: %d\n", reason, excused[reason])
	}
	return b.String()
}

// byMutation is a table of all kinds of changes, be they judged or not: where they apply,
// who breaks, and what is said.
func byMutation(source, wire []*record) string {
	type row struct {
		number       int
		name         string
		source, wire []*record
	}
	rows := map[string]*row{}
	at := func(r *record) *row {
		if rows[r.Mutation] == nil {
			rows[r.Mutation] = &row{number: r.Number, name: r.Mutation}
		}
		return rows[r.Mutation]
	}
	for _, r := range source {
		at(r).source = append(at(r).source, r)
	}
	for _, r := range wire {
		at(r).wire = append(at(r).wire, r)
	}
	for _, m := range mutations {
		if rows[m.name] == nil {
			rows[m.name] = &row{number: m.number, name: m.name}
		}
	}
	sorted := slices.SortedFunc(maps.Values(rows), func(a, b *row) int { return cmp.Or(a.number-b.number, strings.Compare(a.name, b.name)) })
	var b strings.Builder
	b.WriteString("\n## By change\n\nThose who break stand with the pairs in which they do, of how many; a cell is empty where no pair was judged. What is said stands with the most frequent first.\n\n" +
		"| | change | catalogs | code does not compile | it means something else | earlier clients | later clients | said as an error | as a warning | as information |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n")
	for _, r := range sorted {
		of := func(all []*record, is func(*record) bool) string {
			if len(all) == 0 {
				return ""
			}
			return fmt.Sprintf("%d of %d", count(all, is), len(all))
		}
		all := append(slices.Clone(r.source), r.wire...)
		fmt.Fprintf(&b, "| %d | %s | %d | %s | %s | %s | %s | %s | %s | %s |\n", r.number, r.name, catalogs(all),
			of(r.source, func(x *record) bool { return x.Source }), of(r.wire, func(x *record) bool { return x.Silent }),
			of(r.wire, func(x *record) bool { return x.Wire }), of(r.wire, func(x *record) bool { return x.Back }),
			saidAs("error", all), saidAs("warning", all), saidAs("info", all))
	}
	return b.String()
}

// saidAs are the rules that are said at a level, the most frequent first.
func saidAs(level string, all []*record) string {
	counts := map[string]int{}
	for _, r := range all {
		rules := map[string]bool{}
		for _, s := range r.Said {
			if w := strings.Fields(s); w[1] == level {
				rules[w[2]] = true
			}
		}
		for rule := range rules {
			counts[rule]++
		}
	}
	rules := slices.SortedFunc(maps.Keys(counts), func(a, b string) int { return cmp.Or(counts[b]-counts[a], strings.Compare(a, b)) })
	return strings.Join(rules, ", ")
}

// byRule is a table of how often each rule is said.
func byRule(all []*record) string {
	counts := map[string]map[string]int{}
	for _, r := range all {
		for _, s := range r.Said {
			w := strings.Fields(s)
			if counts[w[2]] == nil {
				counts[w[2]] = map[string]int{}
			}
			counts[w[2]][w[1]]++
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "\n## By rule\n\nIn how many of %d pairs it is said, those of both judges.\n\n| rule | as an error | as a warning | as information |\n| --- | --- | --- | --- |\n", len(all))
	for _, rule := range slices.Sorted(maps.Keys(counts)) {
		fmt.Fprintf(&b, "| `%s` | %d | %d | %d |\n", rule, counts[rule]["error"], counts[rule]["warning"], counts[rule]["info"])
	}
	return b.String() + "\n"
}

// saysOfSource reports whether it is said that Go code does not compile, or that it
// compiles and means something else.
func (r *record) saysOfSource(silent bool) bool {
	return slices.ContainsFunc(r.Said, func(s string) bool {
		w := strings.Fields(s)
		return w[0] == "source" && w[1] == "error" && slices.Contains(silently, breaking.Rule(w[2])) == silent
	})
}
