package specdoc

import (
	"strings"
	"testing"
)

const small = "# Title\n\n" +
	"```yaml frame\nerrgen: 1\npackage: p\nenvelopes: {E: {}}\nerrors:\n  A: {status: 400}\n```\n\n" +
	"## Keys\n\n| key | default | meaning |\n| --- | --- | --- |\n| `a` | `x\\|y` | What [it](#it) is. |\n\n" +
	"```yaml invalid=some-code\ncount: 1\n```\n\n" +
	"```yaml\n# two envelopes\nenvelopes: {F: {}}\n```\n\n" +
	"```sh\nerrgen\n```\n\n" +
	"```yaml file=shared.yaml\nerrgen: 1\n```\n"

func TestRead(t *testing.T) {
	m := &Manual{}
	m.Read("small.md", small)
	if len(m.Blocks) != 4 || len(m.Tables) != 1 {
		t.Fatalf("%d blocks, %d tables", len(m.Blocks), len(m.Tables))
	}
	bad := m.Blocks[1]
	if bad.Invalid() != "some-code" || bad.Section != "Keys" || bad.Line != 18 || bad.Whole() || bad.Frame() {
		t.Errorf("%+v", bad)
	}
	if !m.Blocks[0].Frame() || !m.Blocks[0].Whole() || m.Blocks[3].File() != "shared.yaml" {
		t.Errorf("%+v", m.Blocks)
	}
	if h := m.Headings; len(h) != 2 || h[1] != (Heading{Document: "small.md", Level: 2, Title: "Keys"}) {
		t.Errorf("%+v", h)
	}
	if row := strings.Join(m.Tables[0].Rows[0], ", "); row != "`a`, `x|y`, What [it](#it) is." {
		t.Error(row)
	}
}

func TestCatalog(t *testing.T) {
	m := &Manual{}
	m.Read("small.md", small)
	for i, want := range []string{
		0: "errgen: 1\npackage: p\nenvelopes: {E: {}}\nerrors:\n  A: {status: 400}\n",
		1: "errgen: 1\npackage: p\nenvelopes: {E: {}}\nerrors:\n  A: {status: 400}\ncount: 1\n",
		2: "errgen: 1\npackage: p\n# two envelopes\nenvelopes: {F: {}}\n",
	} {
		if got := m.Catalog(m.Blocks[i]); got != want {
			t.Errorf("block %d is\n%s\nwant\n%s", i, got, want)
		}
	}
}
