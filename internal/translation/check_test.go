package translation

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/gen/messages"
	"github.com/seed-1b9d9f04/errgen/internal/gen/messages/messagestest"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
	"github.com/seed-1b9d9f04/errgen/internal/report"
)

// shop is the catalog of rules.md.
func shop(t *testing.T) *model.Catalog {
	t.Helper()
	_, text, _ := strings.Cut(page, "```yaml\n")
	text, _, _ = strings.Cut(text, "```")
	var l diag.List
	f := load.Bytes("shop.yaml", []byte(text), &l)
	c, _ := proof.Catalog(resolve.Catalog(f, &l), f, &l)
	for _, d := range l.Sorted() {
		t.Fatal(d)
	}
	return c
}

// read reads a text as a file.
func read(t *testing.T, name, text string) *File {
	t.Helper()
	name = filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	f, err := Read(name)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestExamplesOfRules: the bad example of a rule has that finding and no other one, the
// good one has none; rules.md and rule.go have the same rules.
func TestExamplesOfRules(t *testing.T) {
	if n := strings.Count(page, "\n### "); n != len(Rules()) || n != len(levels) {
		t.Errorf("rules.md has %d rules, Rules %d, levels %d", n, len(Rules()), len(levels))
	}
	c := shop(t)
	for _, r := range Rules() {
		x := Explain(r)
		found := Check(read(t, "de.json", x.Bad), c)
		if len(found) == 0 || slices.ContainsFunc(found, func(f report.Finding) bool { return f.Rule != string(r) || f.Remedy == "" || !f.Pos.IsValid() }) {
			t.Errorf("%s: bad: %+v", r, found)
		}
		if found := Check(read(t, "de.json", x.Good), c); len(found) > 0 {
			t.Errorf("%s: good: %+v", r, found)
		}
	}
}

// found are the findings in short.
func short(found []report.Finding) string {
	var all []string
	for _, f := range found {
		all = append(all, strings.TrimPrefix(f.Pos.String(), f.Pos.File+":")+" "+f.Rule+" "+f.Subject+strings.Join(append([]string{""}, f.Facts...), " "))
	}
	return strings.Join(all, "; ")
}

// What is found in files of both formats, and where.
func TestCheck(t *testing.T) {
	const rest = "[NoOrder]\nhash = 'sha1-e368ff6550962daf348c278b3d11ba2b97d2f337'\nother = 'x'\n"
	for _, c := range []struct{ file, text, want string }{
		{"de.toml", "", "1:1 message-missing NoOrder; 1:1 message-missing Busy"},
		{"de.toml", "NoOrder = 'x'\nBusy = '{{.Wait}}'", "1:1 message-unmarked NoOrder; 2:1 message-unmarked Busy"},
		{"de.toml", rest + "[Busy]\n  one = 'x'\n  other = 'y'\n", "5:3 message-placeholder Busy absent Wait; 5:3 message-unmarked Busy"},
		{"de.toml", rest + "[Busy]\none = 'x'\nother = '{{if .Wait}}{{.Wait}}{{else}}{{end}}'\nhash = 'old'\n", "5:1 message-stale Busy"},
		{"de.toml", rest + "Busy.other = '{{.Days}} {{ $.Wait | upper }}'", "4:1 message-extra NoOrder.Busy; 1:1 message-missing Busy"},
		{"de.toml", "Busy.other = '{{.Days}} {{ $.Wait | upper }}'\n" + rest, "1:1 message-placeholder Busy unknown Days; 1:1 message-unmarked Busy"},
		{"de.toml", "Busy = {leftDelim = '<<', rightDelim = '>>', other = '<<.Wait>> {{'}\n" + rest, "1:9 message-unmarked Busy"},
		{"de.toml", "Busy = '{{.Wait'\n" + rest, "1:1 message-syntax Busy; 1:1 message-unmarked Busy"},
		{"de.toml", "Busy = '{{with .Wait}}{{.Seconds}}{{end}}{{range .Days}}{{.X}}{{end}}'\n" + rest, "1:1 message-placeholder Busy unknown Days; 1:1 message-unmarked Busy"},
		{"de.toml", "Busi = '{{.Wait}}'\n" + rest, "1:1 message-missing Busy; 1:1 message-extra Busi"},
		{"de.toml", "[Busy]\nhash = 'sha1-1dc70f676fc06a504ec56be885b388de77a10140'\n" + rest, "1:1 message-missing Busy"},
		{"fr.json", `{"NoOrder": "", "Busy": "{wait}"}`, "1:1 message-missing NoOrder; 1:17 message-unmarked Busy"},
		{"fr.arb", `{"@@locale": "fr", "NoOrder": "n'existe", "Busy": "l'{wait}"}`, "1:20 message-unmarked NoOrder; 1:43 message-placeholder Busy absent wait; 1:43 message-unmarked Busy"},
		{"fr.json", "{\n \"NoOrder\": \"\\ud83d\\ude00\",\n \"Busy\": \"l''{wait, number, #.##}\"}", "2:2 message-unmarked NoOrder; 3:2 message-unmarked Busy"},
		{"fr.json", `{"NoOrder": "}", "Busy": "{wait, plural, one {# s '#' '{'x} other {{wait}}}"}`, "1:2 message-syntax NoOrder; 1:2 message-unmarked NoOrder; 1:18 message-unmarked Busy"},
		{"fr.json", `{"NoOrder": "", "Busy": "{wait, plural, offset:1 one {# s}}"}`, "1:1 message-missing NoOrder; 1:17 message-syntax Busy; 1:17 message-unmarked Busy"},
		{"fr.json", `{"Busy": "{days}", "Busy": "{wait}", "NoOrder": "x"}`, "1:20 message-unmarked Busy; 1:38 message-unmarked NoOrder"},
	} {
		if got := short(Check(read(t, c.file, c.text), shop(t))); !same(got, c.want) {
			t.Errorf("%s: %s\n got %s\nwant %s", c.file, c.text, got, c.want)
		}
	}
}

// same reports whether two lists have the same findings.
func same(a, b string) bool {
	x, y := strings.Split(a, "; "), strings.Split(b, "; ")
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}

// What is no file of translations is said with its place.
func TestUnreadable(t *testing.T) {
	for name, text := range map[string]string{
		"a.yaml": "", "a.json": "[]", "b.json": `{"A": {"message": "x"}}`, "c.json": `{"A": 1}`, "d.json": `{"A": "x"`, "e.json": `{"A": "x",}`,
		"f.json": "", "g.json": "{}00", "a.toml": "A = ", "b.toml": "[A\n", "c.toml": "\xff",
	} {
		name = filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		if f, err := Read(name); err == nil || !strings.Contains(err.Error(), filepath.Base(name)) {
			t.Errorf("%s: %+v, %v", text, f, err)
		}
	}
}

// What is accepted has the hash of the text, all else stays as it is; nothing is left to
// accept.
func TestAccept(t *testing.T) {
	c := shop(t)
	const order, busy = "sha1-e368ff6550962daf348c278b3d11ba2b97d2f337", "sha1-1dc70f676fc06a504ec56be885b388de77a10140"
	for _, x := range []struct{ file, text, want string }{
		{"de.toml", "NoOrder = 'x' # so\nBusy = \"\"\"\na\"\"\"\n", "NoOrder = {hash = \"" + order + "\", other = 'x'} # so\nBusy = {hash = \"" + busy + "\", other = \"\"\"\na\"\"\"}\n"},
		{"de.toml", "[NoOrder]\n  # so\n  other = 'x'\n  hash = 'old'\n[Busy]\n\tone = 'x'\n", "[NoOrder]\n  # so\n  other = 'x'\n  hash = \"" + order + "\"\n[Busy]\n\thash = \"" + busy + "\"\n\tone = 'x'\n"},
		{"de.toml", "NoOrder = {other = 'x'}\nBusy . other = 'y'\n[Gone]\nother = 'z'", "NoOrder = {hash = \"" + order + "\", other = 'x'}\nBusy . hash = \"" + busy + "\"\nBusy . other = 'y'\n[Gone]\nother = 'z'"},
		{"de.json", `{"NoOrder": "x"}`, `{"NoOrder": "x", "@NoOrder": {"x-source-hash": "` + order + `"}}`},
		{"de.json", "{\n  \"NoOrder\": \"x\",\n  \"@NoOrder\": {\"x-source-hash\": \"old\", \"description\": \"\"},\n  \"Gone\": \"y\"\n}\n", "{\n  \"NoOrder\": \"x\",\n  \"@NoOrder\": {\"x-source-hash\": \"" + order + "\", \"description\": \"\"},\n  \"Gone\": \"y\"\n}\n"},
	} {
		f := read(t, x.file, x.text)
		got, err := Accept(f, c, nil)
		if err != nil || string(got) != x.want {
			t.Errorf("%s\n got %s, %v\nwant %s", x.text, got, err, x.want)
			continue
		}
		again := read(t, x.file, string(got))
		for _, found := range Check(again, c) {
			if found.Rule == string(Stale) || found.Rule == string(Unmarked) {
				t.Errorf("%s: %s is left", x.text, found.Rule)
			}
		}
		if twice, err := Accept(again, c, nil); err != nil || string(twice) != x.want {
			t.Errorf("%s: not once and for all: %s, %v", x.text, twice, err)
		}
	}
	f := read(t, "de.toml", "NoOrder = 'x'\nBusy = 'y'\n")
	if got, err := Accept(f, c, []string{"NoOrder"}); err != nil || !strings.HasSuffix(string(got), "\nBusy = 'y'\n") || !strings.Contains(string(got), order) {
		t.Errorf("%s, %v", got, err)
	}
	if _, err := Accept(f, c, []string{"Gone"}); err == nil {
		t.Error("there is no translation of Gone")
	}
}

// Of what errgen writes itself there is nothing to say, whatever the catalog, and both
// readers find the placeholders that are told to translators.
func TestSources(t *testing.T) {
	for c := range messagestest.Catalogs(t) {
		files, err := messages.New().Emit(c, gen.Target{Catalog: "c.yaml"})
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if found := Check(read(t, filepath.Base(file.Path), string(file.Content)), c); len(found) > 0 {
				t.Errorf("%s: %s: %+v", c.File, file.Path, found[0])
			}
		}
	}
}

// FuzzRead holds that every text is read or refused, and what is accepted is read again.
func FuzzRead(f *testing.F) {
	for _, text := range []string{`{"A": "{b, plural, other {#}}"}`, "A = '{{.B}}'", "[A]\nother = 'x'\n", "A = {other = \"x\"}", `{"A": "'{'", "@A": 1}`} {
		f.Add(text, true)
		f.Add(text, false)
	}
	e := &model.Entry{Name: "A", Text: []*model.Template{model.ConstantTemplate("x")}}
	c := &model.Catalog{Entries: []*model.Entry{e}}
	f.Fuzz(func(t *testing.T, text string, isJSON bool) {
		file := newFile("x", []byte(text))
		reading := file.readTOML
		if isJSON {
			reading = file.readJSON
		}
		if reading() != nil {
			return
		}
		Check(file, c)
		accepted, err := Accept(file, c, nil)
		if err != nil {
			return
		}
		after := newFile("x", accepted)
		reading = after.readTOML
		if isJSON {
			reading = after.readJSON
			if !json.Valid(accepted) {
				t.Fatalf("no JSON: %s", accepted)
			}
		}
		if err := reading(); err != nil {
			t.Fatalf("%v: %s", err, accepted)
		}
		if one := after.of("A"); one != nil && one.hash != file.format.Messages(c)[0].Hash {
			t.Errorf("not accepted: %s", accepted)
		}
	})
}
