package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

func TestMarkdown(t *testing.T) {
	at := diag.Pos{File: "spec/shop.yaml", Line: 5, Column: 3}
	r := Report{Command: "breaking", Title: "Changes since `HEAD`", Closing: "Somebody breaks.", Findings: []Finding{
		{Rule: "text-changed", Level: Info, Package: "shop", Subject: "Gone", Message: "the text is *another*", Pos: at, Before: "a `b`", After: "c"},
		{Rule: "code-changed", Level: Error, Package: "shop", Subject: "Gone", Message: "clients do not know Gone", Pos: at, Before: "x", After: "y", Remedy: "keep `x`"},
		{Rule: "code-changed", Level: Error, Package: "shop", Subject: "Lost", Message: "clients do not know Lost", Pos: at, Before: "x", After: "y", Remedy: "keep `x`"},
		{Rule: "status-changed", Level: Info, Package: "shop", Subject: "Denied", Message: "the status is another", Pos: at, Before: "402", After: "403", Accepted: "It was a mistake. Nobody *paid*.", Remedy: "did you mean `402`?"},
		{Rule: "unknown-type", Level: Error, Category: InCatalog, Pos: diag.Pos{File: "a<b>.yaml", Line: 1, Column: 1}, Message: "there is no type `<script>` <img>"},
	}}
	const want = "# Changes since `HEAD`\n" + `
## ` + "`a<b>.yaml`" + `

### Errors

- there is no type ` + "`<script>`" + ` \<img\>. (` + "`a<b>.yaml:1:1` `unknown-type`" + `)

## ` + "`shop`" + `

### Errors

- **Gone**, **Lost**: clients do not know them: ` + "`x`, now `y`. Keep `x`. (`spec/shop.yaml:5:3` `code-changed`)" + `

### Other

- **Gone**: the text is \*another\*: ` + "`` a `b` ``, now `c`. (`spec/shop.yaml:5:3` `text-changed`)" + `
- **Denied**: the status is another: ` + "`402`, now `403`; accepted: It was a mistake. Nobody \\*paid\\*. Did you mean `402`? (`spec/shop.yaml:5:3` `status-changed`)" + `

Somebody breaks.
`
	if got := written(t, Printer{Format: Markdown}, r); got != want {
		t.Errorf("%s", got)
	}
	if notes := Notes(r); strings.Contains(notes, "spec/shop.yaml") || strings.Contains(notes, "code-changed") || !strings.Contains(notes, "now `y`.\n") {
		t.Error(notes)
	}
	for name, want := range map[string]string{"clean": "Nothing was found.", "failed": "Nothing is known, since it failed: `there is no such commit here`"} {
		if got := written(t, Printer{Format: Markdown}, reports()[name]); !strings.Contains(got, want) {
			t.Error(got)
		}
	}
}

// TestMarkdownFitsAComment: a comment on GitHub is bounded, and what is left out is
// counted.
func TestMarkdownFitsAComment(t *testing.T) {
	var r Report
	for i := range 2000 {
		r.Findings = append(r.Findings, Finding{Rule: "r", Category: "wire", Package: "shop", Subject: fmt.Sprintf("E%d", i), Before: fmt.Sprint(i), Message: "m", Remedy: strings.Repeat("x", 100)})
	}
	got := written(t, Printer{Format: Markdown}, r)
	if shown := strings.Count(got, "\n- "); len(got) > 65_536 || !strings.Contains(got, fmt.Sprintf("\n... and %d more.\n", 2000-shown)) {
		t.Errorf("%d bytes, %d findings\n%s", len(got), shown, got[len(got)-200:])
	}
	if strings.Contains(Notes(r), " more.\n") {
		t.Error("the notes of a release are not all")
	}
}

// TestPlain: Markdown shows a text as it is.
func TestPlain(t *testing.T) {
	for text, want := range map[string]string{
		"a *b* `c*`": "a \\*b\\* `c*`", "one ` <b>": "one \\` \\<b\\>", "none `` <b>": "none \\`\\` \\<b\\>", "a\n\n# b": `a \# b`,
	} {
		if got := plain(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
