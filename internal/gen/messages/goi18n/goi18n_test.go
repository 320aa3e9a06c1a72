package goi18n

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"

	"github.com/seed-1b9d9f04/errgen/generated/aui"
	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/gen/messages"
	"github.com/seed-1b9d9f04/errgen/internal/gen/messages/messagestest"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// TestMain runs the tests in the repository's root, of which all catalogs are read.
func TestMain(m *testing.M) {
	if err := os.Chdir("../../../.."); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

// bundle is what errgen writes for a catalog.
func bundle(t *testing.T, c *model.Catalog) []byte {
	t.Helper()
	files, err := messages.New().Emit(c, gen.Target{Catalog: "catalog.yaml"})
	if err != nil {
		t.Fatal(err)
	}
	return files[1].Content
}

// localizer shows the messages of a bundle.
func localizer(t *testing.T, text []byte) *i18n.Localizer {
	t.Helper()
	b := i18n.NewBundle(language.English)
	b.RegisterUnmarshalFunc("toml", toml.Unmarshal)
	if _, err := b.ParseMessageFileBytes(text, "en.toml"); err != nil {
		t.Fatalf("%v:\n%s", err, text)
	}
	return i18n.NewLocalizer(b, "en")
}

// The errors of all catalogs of the repository say in go-i18n what they say.
func TestCatalogs(t *testing.T) {
	n := 0
	for c, cases := range messagestest.Catalogs(t) {
		l := localizer(t, bundle(t, c))
		for _, one := range cases {
			got, err := l.Localize(&i18n.LocalizeConfig{MessageID: one.Entry.Name, TemplateData: one.Data()})
			if missing := (*i18n.MessageNotFoundErr)(nil); errors.As(err, &missing) && one.Want == "" {
				continue // an empty text is no message there
			}
			if n++; err != nil || got != one.Want {
				t.Errorf("%s: %s says %q, %v; want %q", c.File, one.Entry.Name, got, err, one.Want)
			}
		}
	}
	if n < 1000 {
		t.Errorf("only %d errors", n)
	}
}

// The data of an error of a generated package is what its message is made of.
func TestGeneratedPackage(t *testing.T) {
	for c := range messagestest.Catalogs(t) {
		if filepath.Base(c.File) != "aui.yaml" {
			continue
		}
		l := localizer(t, bundle(t, c))
		err := aui.NewApplicationError("Rejected", "no such profile")
		got, failure := l.Localize(&i18n.LocalizeConfig{MessageID: aui.IDOf(err).Name(), TemplateData: err.Data()})
		if failure != nil || !strings.HasSuffix(err.Error(), got) || got == "" {
			t.Errorf("%q, %v; Error says %q", got, failure, err)
		}
	}
}

// goi18n, the tool, takes a translation for out of date when its hash is not that of the
// message: ours is the one that it writes.
func TestMerge(t *testing.T) {
	const module = "internal/gen/messages/goi18n"
	tool := filepath.Join(t.TempDir(), "goi18n")
	if out, err := exec.Command("go", "-C", module, "build", "-o", tool, "github.com/nicksnyder/go-i18n/v2/goi18n").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	write := func(name, text string) {
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for c := range messagestest.Catalogs(t) {
		if filepath.Base(c.File) != "shop.yaml" {
			continue
		}
		t.Chdir(t.TempDir())
		source := string(bundle(t, c))
		write("active.en.toml", source)
		write("active.de.toml", source) // as if it were translated, hashes and all
		if out, err := exec.Command(tool, "merge", "active.en.toml", "active.de.toml").CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		if text, err := os.ReadFile("translate.de.toml"); err == nil {
			t.Errorf("there is something to translate:\n%s", text)
		}
		merged, err := os.ReadFile("active.de.toml")
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range messages.GoI18n.Messages(c) {
			if !strings.Contains(string(merged), m.Hash) {
				t.Errorf("%s: the hash is not %s:\n%s", m.Name, m.Hash, merged)
			}
		}
		return
	}
	t.Error("the shop is gone")
}
