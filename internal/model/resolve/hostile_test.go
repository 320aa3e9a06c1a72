package resolve

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// TestHostile: catalogs made to grow, to run in circles or to be compared with
// themselves are answered quickly.
func TestHostile(t *testing.T) {
	const n = 2000
	lines := func(head string, format func(i int) string, tail string) string {
		var b strings.Builder
		b.WriteString(head)
		for i := range n {
			b.WriteString(format(i))
		}
		return b.String() + tail
	}
	const types = "errgen: 1\npackage: demo\ntypes:\n"
	const body = "errgen: 1\npackage: demo\nenvelopes: {E: {body: {properties: {t: {$ref: T0}}}}}\nerrors: {A: {status: 400}, B: {status: 401, params: {t: {type: object}}}}\n"
	for name, tt := range map[string]struct {
		text  string
		valid bool
	}{
		"names that nothing has": {lines(problem, func(i int) string {
			return fmt.Sprintf("  Entry%d: {parent: Entri%dx, status: 400, code: C%d}\n", i, i, i)
		}, ""), false},
		"entries that are all alike": {lines(problem, func(i int) string {
			return fmt.Sprintf("  E%d: {status: 400, code: SAME}\n", i)
		}, ""), false},
		"a long line of ancestors": {lines(problem, func(i int) string {
			return fmt.Sprintf("  E%d: {parent: E%d}\n", i, i+1)
		}, fmt.Sprintf("  E%d: {status: 400, code: A}\n", n)), false},
		"ancestors in a ring": {lines(problem, func(i int) string {
			return fmt.Sprintf("  E%d: {parent: E%d}\n", i, (i+1)%n)
		}, ""), false},
		"texts that double": {"errgen: 1\npackage: demo\nenvelopes: {E: {body: {properties: {" + strings.Join(fields(60, "f%d: {type: string}"), ", ") + "}}}}\n" +
			"errors:\n  A: {status: 400, fields: {f59: x, " + strings.Join(doubling(59), ", ") + "}}\n", false},
		"types in a ring": {lines(types, func(i int) string {
			return fmt.Sprintf("  T%d: {properties: {a: {$ref: T%d}}}\n", i, (i+1)%n)
		}, strings.TrimPrefix(body, "errgen: 1\npackage: demo\n")), false},
		"alternatives of themselves": {types + "  T0: {oneOf: [{type: string}, {$ref: T0}]}\n  U: {oneOf: [{$ref: V}, {type: string}]}\n  V: {oneOf: [{$ref: U}, {type: array}]}\n" +
			strings.TrimPrefix(body, "errgen: 1\npackage: demo\n"), false},
		"types that double": {types + strings.Join(fields(60, "  T%d: {properties: {a: {$ref: T%[2]d}, b: {$ref: T%[2]d}}}\n"), "") + "  T60: {properties: {x: {type: string}}}\n" +
			strings.TrimPrefix(body, "errgen: 1\npackage: demo\n"), false},
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			c, found := resolveText(tt.text)
			if (c != nil) != tt.valid || (len(found) == 0) != tt.valid {
				t.Errorf("%d findings", len(found))
			}
			for _, d := range found {
				if len(d.Message) > 1000 {
					t.Errorf("a message of %d bytes", len(d.Message))
				}
			}
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("took %s", took)
			}
		})
	}
}

func fields(n int, format string) []string {
	var all []string
	for i := range n {
		s := strings.ReplaceAll(format, "%[2]d", fmt.Sprint(i+1))
		all = append(all, strings.ReplaceAll(s, "%d", fmt.Sprint(i)))
	}
	return all
}

// doubling are fields each of which holds the next one twice.
func doubling(n int) []string {
	var all []string
	for i := range n {
		all = append(all, fmt.Sprintf("f%d: '{f%d}-{f%d}'", i, i+1, i+1))
	}
	return all
}

// TestTooManyEntries: an ID has 16 bits.
func TestTooManyEntries(t *testing.T) {
	var b strings.Builder
	b.WriteString("errgen: 1\npackage: many\nenvelopes: {E: {}}\nerrors:\n")
	for i := range maxEntries + 1 {
		fmt.Fprintf(&b, "  E%d: {status: 400}\n", i)
	}
	c, findings := resolveText(b.String())
	if c != nil {
		t.Fatal("resolved")
	}
	for _, d := range findings {
		if d.Code == diag.OverLimit && d.Pos.Line == 5+maxEntries {
			return
		}
	}
	t.Errorf("%d findings, none of them over-limit", len(findings))
}

// TestTooManyEnvelopes: that there are too many is one finding, also where entries name
// those beyond.
func TestTooManyEnvelopes(t *testing.T) {
	const most = 1000
	for over := range 3 {
		var envelopes strings.Builder
		for i := range most + over {
			fmt.Fprintf(&envelopes, "  E%d: {body: {properties: {code: {type: string}, m%[1]d: {type: string}}}}\n", i)
		}
		c, findings := resolveText("errgen: 1\npackage: many\nenvelopes:\n" + envelopes.String() +
			fmt.Sprintf("errors: {A: {envelope: E%d, status: 400, code: A}}\n", most+over-1))
		switch {
		case over == 0 && (c == nil || len(findings) > 0),
			over > 0 && (c != nil || len(findings) != 1 || findings[0].Code != diag.OverLimit || findings[0].Pos.Line != 4+most):
			t.Errorf("%d envelopes: %v", most+over, findings)
		}
	}
}
