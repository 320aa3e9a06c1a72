package importer_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/seed-1b9d9f04/errgen/internal/importer"
	"github.com/seed-1b9d9f04/errgen/internal/importer/bodies"
	"github.com/seed-1b9d9f04/errgen/internal/importer/draft"
	"github.com/seed-1b9d9f04/errgen/internal/importer/table"
	"github.com/seed-1b9d9f04/errgen/internal/layout"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/seeds"
)

// golden compares a text with a file of testdata; ERRGEN_UPDATE=1 writes it anew.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if os.Getenv("ERRGEN_UPDATE") == "1" {
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil || string(want) != got {
		t.Errorf("%s is not what was imported (%v); ERRGEN_UPDATE=1 accepts:\n%s", file, err, got)
	}
}

func imported(t *testing.T, file string) *importer.Result {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	c, err := table.Draft(file, text, table.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return finish(t, filepath.Base(file), c)
}

// finish makes a catalog of a draft, which has no findings.
func finish(t testing.TB, name string, c *draft.Catalog) *importer.Result {
	t.Helper()
	c.File, c.Package = name, "imported"
	r, err := importer.Finish(c)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range r.Findings {
		t.Errorf("%s: line %d: %s", name, d.Pos.Line, d.Message)
	}
	if laid, err := layout.Format(r.Text); err != nil || string(laid) != string(r.Text) {
		t.Errorf("%s is laid out otherwise, %v:\n%s", name, err, laid)
	}
	if t.Failed() {
		t.Logf("%s", r.Text)
	}
	return r
}

// TestPages: pages of many kinds become the catalogs that are expected of them.
func TestPages(t *testing.T) {
	files, err := filepath.Glob("testdata/pages/*")
	if err != nil || len(files) < 8 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		r := imported(t, file)
		golden(t, "catalogs/"+filepath.Base(file)+".yaml", string(r.Text))
	}
}

// TestFounding: the founding documents are imported by one call each, and compared with
// the catalogs that people made of them, entry by entry.
func TestFounding(t *testing.T) {
	var b strings.Builder
	for _, s := range []struct{ file, catalog string }{
		{"000_785519d9087244fb.txt", "connectorapi"}, {"001_de00c7db4f742e3b.txt", "connectorapi"}, {"002_622d717aa59aa0d9.txt", "axway"},
		{"003_db5ce4f2c9862693.txt", "avalara"}, {"004_fbc4b57bf9bdc202.txt", "aui"},
	} {
		r := imported(t, filepath.Join(seeds.Root(), "testdata", "seeds", s.file))
		c := catalogOf(t, filepath.Join(seeds.Root(), "spec", s.catalog+".yaml"))
		fmt.Fprintf(&b, "%s and spec/%s.yaml\n", s.file, s.catalog)
		compare(&b, c, r)
	}
	golden(t, "founding.txt", b.String())
}

// compare writes for each entry that people wrote what the importer made of it.
func compare(b *strings.Builder, c *model.Catalog, r *importer.Result) {
	used := map[*model.Entry]bool{}
	found := 0
	for _, e := range c.Entries {
		m := counterpart(e, r.Catalog, used)
		if m == nil {
			fmt.Fprintf(b, "  %-28s missing\n", e.Name)
			continue
		}
		used[m] = true
		found++
		var differs []string
		add := func(what, got, want string) {
			if got != want {
				differs = append(differs, fmt.Sprintf("%s is %q, not %q", what, got, want))
			}
		}
		add("name", m.Name, e.Name)
		add("status", m.Status.String(), e.Status.String())
		add("code", m.Code.Text(), e.Code.Text())
		add("close", closeOf(m), closeOf(e))
		said := "as it is"
		if len(differs) > 0 {
			said = strings.Join(differs, "; ")
		}
		fmt.Fprintf(b, "  %-28s %s\n", e.Name, said)
	}
	for _, e := range r.Catalog.Entries {
		if !used[e] {
			fmt.Fprintf(b, "  %-28s more\n", e.Name)
		}
	}
	fmt.Fprintf(b, "  %d of %d entries; %d things did not fit, %d were assumed\n", found, len(c.Entries), r.Lost(), len(r.Draft.Notes)-r.Lost())
}

func closeOf(e *model.Entry) string {
	if e.Close == nil {
		return ""
	}
	return strconv.Itoa(e.Close.Code)
}

// counterpart is the entry of a catalog with the same code, or without a code with the
// same status or close code.
func counterpart(e *model.Entry, c *model.Catalog, used map[*model.Entry]bool) *model.Entry {
	for _, m := range c.Entries {
		if m.Name == e.Name && !used[m] {
			return m
		}
	}
	for _, m := range c.Entries {
		same := m.Code.Text() == e.Code.Text() && closeOf(m) == closeOf(e)
		if e.Code.Text() == "" && closeOf(e) == "" {
			same = same && m.Status.Intersects(e.Status) || m.Name == e.Name
		}
		if same && !used[m] && (e.Parent == nil) == (m.Parent == nil) {
			return m
		}
	}
	return nil
}

// TestBigTable: each row of a table of 5,000 becomes an entry. How long that takes is
// measured by BenchmarkTable.
func TestBigTable(t *testing.T) {
	c, err := table.Draft("big.csv", bigTable("big.csv", 5000), table.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if r := finish(t, "big.csv", c); len(r.Catalog.Entries) != 5000 {
		t.Errorf("%d entries", len(r.Catalog.Entries))
	}
}

// observedBodies are responses of ten kinds, n in number.
func observedBodies(n int) string {
	var b strings.Builder
	for i := range n {
		switch i % 4 {
		case 0:
			fmt.Fprintf(&b, `{"status":404,"body":{"error":{"code":"NOT_FOUND_%d","message":"Order %d was not found."},"request_id":"r%d"}}`, i%20, i, i)
		case 1:
			fmt.Fprintf(&b, `{"status":409,"body":{"error":{"code":"LOCKED","message":"Order %d is locked by user u%d."},"request_id":"r%d"}}`, i, i*7, i)
		case 2:
			fmt.Fprintf(&b, `{"status":422,"body":{"errors":[{"code":"TOO_LONG","message":"field%d is longer than %d","field":"f%d"}]}}`, i, i, i)
		case 3:
			fmt.Fprintf(&b, `{"status":503,"headers":{"Content-Type":"text/plain"},"body":"Down for %d minutes"}`, i)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// TestManyBodies: 10,000 responses take a few seconds, and each decodes to the entry
// that it made.
func TestManyBodies(t *testing.T) {
	for _, n := range []int{1000, 10_000} {
		start := time.Now()
		c, seen, err := bodies.Draft([]byte(observedBodies(n)))
		if err != nil {
			t.Fatal(err)
		}
		r := finish(t, "bodies.jsonl", c)
		if misread := importer.Misread(r, seen); len(misread) > 0 {
			t.Errorf("%d of %d are misread: %s", len(misread), n, misread[0])
		}
		t.Log(n, "responses:", time.Since(start), len(r.Catalog.Entries), "entries")
	}
}

// TestHostile: what is meant to break an importer ends in a message.
func TestHostile(t *testing.T) {
	for name, text := range map[string]string{
		"huge.md":    strings.Repeat("x", 40<<20),
		"wide.html":  "<table><tr>" + strings.Repeat("<td colspan=100>x", 300) + "</table>",
		"wide.csv":   strings.Repeat("code,", 100_000) + "\n" + strings.Repeat("A,", 100_000),
		"large.md":   strings.Repeat("- \n", 4<<20),
		"binary.md":  "a\x00b",
		"latin.csv":  "code,message\nA,\xe9t\xe9\n",
		"quotes.csv": "code,\"mess\nage\nA,B",
		"open.md":    strings.Repeat("[", 1<<20),
		"links.md":   strings.Repeat("[a]: b\n", 150_000),
		"quotes.md":  "x\n\n" + strings.Repeat("> ", 100_000) + "x",
		"indents.md": "- a\n" + strings.Repeat(" ", 600) + "- b\n",
		"lists.md":   strings.Repeat(">1. * ", 100_000) + "x",
	} {
		if _, err := table.Draft(name, []byte(text), table.Options{}); err == nil && name != "quotes.csv" {
			t.Errorf("%s: no error", name)
		}
	}
	for name, text := range map[string]string{
		"spans.html":  "<table><tr><th>Code<th>Status</tr><tr><td rowspan=999999999 colspan=999999999>A_B<td>404</tr>" + strings.Repeat("<tr><td>x</tr>", 2000) + "</table>",
		"links.md":    strings.Repeat("[a]: b\n", 10_000) + "\n| Code | Status |\n|---|---|\n| `E_A` | 404 |\n",
		"nested.html": strings.Repeat("<div>", 20_000) + "<table><tr><td>E_A<td>404</table>",
		"open.md":     strings.Repeat("<table>\n", 3000),
		"titles.csv":  "code,status,text\n" + strings.Repeat("A_B,400,x\na title,,\n", 2000),
		"tags.md":     strings.Repeat("<Tab>\n</Other>\n", 10_000),
		"quotes.md":   strings.Repeat("> ", 5000) + "x",
		"pipes.md":    "| code | status |\n|---|---|\n" + strings.Repeat("|", 100_000),
		"json.md":     "```json\n" + strings.Repeat("[", 100_000) + "\n```\n",
		"fence.md":    "```json\n{\"code\":",
	} {
		start := time.Now()
		c, err := table.Draft(name, []byte(text), table.Options{})
		if err == nil && len(c.Entries) > 0 {
			finish(t, name, c)
		}
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("%s took %v", name, took)
		}
	}
	deep := `{"status":400,"body":` + strings.Repeat(`{"a":`, 9000) + `1` + strings.Repeat(`}`, 9000) + `}`
	if _, _, err := bodies.Draft([]byte(deep)); err != nil {
		t.Log(err)
	}
	long := `{"status":400,"body":{"code":"A_B"}}` + "\n" + `{"status":400,"body":{"code":"` + strings.Repeat("[", 5<<20) + `"}}`
	c, seen, err := bodies.Draft([]byte(long))
	if err != nil || len(seen) != 1 || len(c.Notes) == 0 || !c.Notes[0].Lost || c.Notes[0].Line != 2 {
		t.Errorf("a response of 5 MB: %v, %d are seen, notes %v", err, len(seen), c.Notes)
	}
}

func FuzzTable(f *testing.F) {
	files, _ := filepath.Glob("testdata/pages/*")
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(filepath.Base(file), text)
	}
	f.Fuzz(func(t *testing.T, name string, text []byte) {
		if c, err := table.Draft(name, text, table.Options{}); err == nil && len(c.Entries) > 0 {
			finish(t, "page.md", c)
		}
	})
}

func FuzzBodies(f *testing.F) {
	f.Add([]byte(observedBodies(8)))
	f.Add([]byte("HTTP/1.1 404 No\nContent-Type: application/json\n\n{\"code\":\"A\",\"errors\":[{\"message\":\"x {y}\"}]}"))
	f.Fuzz(func(t *testing.T, text []byte) {
		if c, _, err := bodies.Draft(text); err == nil && len(c.Entries) > 0 {
			finish(t, "bodies.jsonl", c)
		}
	})
}
