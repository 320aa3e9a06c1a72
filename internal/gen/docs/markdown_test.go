package docs

import (
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/gen/reference"
	"github.com/seed-1b9d9f04/errgen/internal/gen/referencetest"
)

func TestText(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"plain", "The case is closed.", "The case is closed."},
		{"empty", "", ""},
		{"white space", "  a\tb\r\nc  ", "a b c"},
		{"emphasis", "*a* _b_ __c__ ~~d~~", `\*a\* \_b\_ \_\_c\_\_ \~\~d\~\~`},
		{"underscores within words", "X_ON_BEHALF", "X_ON_BEHALF"},
		{"code", "`a`", "\\`a\\`"},
		{"link", "[a](javascript:b)", `\[a\](javascript:b)`},
		{"image", "![a](b)", `!\[a\](b)`},
		{"HTML", `<b title="x">&amp;</b>`, `&lt;b title="x"&gt;&amp;amp;&lt;/b&gt;`},
		{"pipe", "a|b", "a&#124;b"},
		{"backslash", `a\`, `a\\`},
		{"mathematics", "$a$", `\$a\$`},
		{"heading", "# a", `\# a`},
		{"underline", "=== a", `\=== a`},
		{"rule", "---", `\---`},
		{"list", "- a", `\- a`},
		{"plus", "+ a", `\+ a`},
		{"number with period", "1. a", `1\. a`},
		{"number with parenthesis", "12) a", `12\) a`},
		{"number alone", "1.", `1\.`},
		{"version", "1.2", "1.2"},
		{"digits", "42", "42"},
		{"mark of a task", "x", "&#120;"},
		{"delimiters of a table", ":-", `\:-`},
		{"address of a page", "see https://a.example/b", `see https\://a.example/b`},
		{"address without scheme", "www.a.example", `www\.a.example`},
		{"address of mail", "a@b.example", "a<!-- -->@b.example"},
		{"direction", "a\u202eb", `a\\u202eb`},
		{"separator", "a\u2028b", `a\\u2028b`},
		{"zero", "a\x00b", `a\\u0000b`},
		{"escape", "a\x1b[0mb", `a\\u001b\[0mb`},
		{"tag character", "a\U000e0001b", `a\\udb40\\udc01b`},
		{"not UTF-8", "a\xffb", `a\\xffb`},
		{"other scripts", "\u65e5\u672c\u3000\u00e9\u00a0!", "\u65e5\u672c\u3000\u00e9\u00a0!"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := string(text(test.text)); got != test.want {
				t.Errorf("text(%q)\n got %s\nwant %s", test.text, got, test.want)
			}
		})
	}
}

func TestCode(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"plain", "a", "`a`"},
		{"empty", "", "(empty)"},
		{"ticks", "a`b``c", "```a`b``c```"},
		{"tick at the end", "a`", "`` a` ``"},
		{"blanks around", " a ", "`  a  `"},
		{"blanks", "  ", "`  `"},
		{"HTML", "<b>&amp;", "`<b>&amp;`"},
		{"pipe", "a|*b*", `<code>a&#124;\*b\*</code>`},
		{"lines", "a\r\nb\tc", "`a\\r\\nb\\tc`"},
		{"direction", "a\u202eb", "`a\\u202eb`"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := string(code(test.text)); got != test.want {
				t.Errorf("code(%q)\n got %s\nwant %s", test.text, got, test.want)
			}
		})
	}
}

func TestFence(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"plain", "a\n", "```x\na\n```"},
		{"fence within", "```\na\n````\n", "`````x\n```\na\n````\n`````"},
		{"line ends", "a\r\nb\rc\u2028d", "```x\na\nb\nc\\u2028d\n```"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := string(fence("x", test.text)); got != test.want {
				t.Errorf("fence(%q)\n got %s\nwant %s", test.text, got, test.want)
			}
		})
	}
}

func TestLink(t *testing.T) {
	for _, test := range []struct{ name, target, want string }{
		{"https", "https://a.example/b?c=d#e", "[x](https://a.example/b?c=d#e)"},
		{"http", "http://a.example", "[x](http://a.example)"},
		{"parentheses", "https://a.example/b(c)", "[x](https://a.example/b%28c%29)"},
		{"entity", "https://a.example/?b&copy;=c", "[x](https://a.example/?b&amp;copy;=c)"},
		{"other scripts", "https://a.example/\u00e9", "[x](https://a.example/%C3%A9)"},
		{"markup", "https://a.example/<b>`|\"\\", "[x](https://a.example/%3Cb%3E%60%7C%22%5C)"},
		{"script", "javascript:alert(1)", "x (`javascript:alert(1)`)"},
		{"script behind a blank", " javascript:alert(1)", "x (`  javascript:alert(1) `)"},
		{"data", "data:text/html,a", "x (`data:text/html,a`)"},
		{"scheme alone", "https:", "x (`https:`)"},
		{"no scheme", "//a.example", "x (`//a.example`)"},
		{"line feed", "https://a.example/\n[b](c)", "x (`https://a.example/\\n[b](c)`)"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := string(link("x", test.target)); got != test.want {
				t.Errorf("link to %q\n got %s\nwant %s", test.target, got, test.want)
			}
		})
	}
}

func TestProse(t *testing.T) {
	for _, test := range []struct{ name, text, paragraphs, cell string }{
		{"one line", "a", "a", "a"},
		{"lines flow", "a\nb", "a\nb", "a b"},
		{"paragraphs", "\n\na\n \n\nb\n", "a\n\nb", "a<br>b"},
		{"items keep their lines", "a:\n- b\n  c\n1. d\ne", "a:\\\n\\- b\\\nc\\\n1\\. d\ne", "a:<br>\\- b<br>c<br>1\\. d e"},
		{"line ends of other systems", "a\r\n\r\nb\rc", "a\n\nb\nc", "a<br>b c"},
		{"backslash before a line end", "a\\\nb", "a\\\\\nb", "a\\\\ b"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := string(paragraphs(test.text)); got != test.paragraphs {
				t.Errorf("paragraphs(%q)\n got %q\nwant %q", test.text, got, test.paragraphs)
			}
			if got := string(cell(test.text)); got != test.cell {
				t.Errorf("cell(%q)\n got %q\nwant %q", test.text, got, test.cell)
			}
		})
	}
}

// FuzzMarkdown holds that texts are shown as they are, wherever they stand, and
// are nothing else.
func FuzzMarkdown(f *testing.F) {
	for _, s := range referencetest.Texts {
		if len(s) < 1000 {
			f.Add(s)
		}
	}
	f.Fuzz(func(t *testing.T, s string) {
		line := strings.Join(strings.FieldsFunc(reference.Visible(s), reference.IsBlank), " ")
		span := reference.Visible(strings.NewReplacer("\n", `\n`, "\r", `\r`, "\t", `\t`).Replace(s))
		if span == "" {
			span = "(empty)"
		}
		shows(t, string(text(s)), line, "Paragraph")
		shows(t, "- "+string(text(s)), line, "")
		shows(t, "a\n"+string(text(s)), "a\n"+line, "Paragraph")
		shows(t, "| a |\n| --- |\n| "+string(text(s))+" "+string(code(s))+" |", "a\n"+line+" "+span, "Table")
		shows(t, string(fence("text", s)), strings.TrimSuffix(reference.Visible(s), "\n"), "FencedCodeBlock text")
		checkHTML(t, read(t, []byte(paragraphs(s))))
		checkLinks(t, read(t, []byte(cell(s))))
	})
}

// shows holds what Markdown is rendered to, white space aside, and what block
// it is.
func shows(t *testing.T, source, want, block string) {
	t.Helper()
	if got, want := strings.Join(strings.Fields(render(t, source)), " "), strings.Join(strings.Fields(want), " "); got != want {
		t.Errorf("%q shows\n%q, not\n%q", source, got, want)
	}
	p := read(t, []byte(source))
	if block != "" && (len(p.skeleton) < 2 && want != "" || len(p.skeleton) > 1 && p.skeleton[1] != " "+block) {
		t.Errorf("%q is %q", source, p.skeleton)
	}
	if len(p.links) > 0 {
		t.Errorf("%q has links: %q", source, p.links)
	}
	checkHTML(t, p)
}
