package specdoc

import "testing"

func TestAnchor(t *testing.T) {
	for title, want := range map[string]string{
		"Fields, omit and headers":               "fields-omit-and-headers",
		"Step 1: can it be an error?":            "step-1-can-it-be-an-error",
		"Answer with problem details (RFC 9457)": "answer-with-problem-details-rfc-9457",
		"`text` of Grösse_1 -":                   "text-of-grösse_1--",
	} {
		if got := Anchor(title); got != want {
			t.Errorf("%s: got %s, want %s", title, got, want)
		}
	}
}

// TestAnchorsAreDistinct: a link to a heading of a document leads to one place.
func TestAnchorsAreDistinct(t *testing.T) {
	type place struct{ document, anchor string }
	seen := map[place]bool{}
	for _, h := range manual(t).Headings {
		p := place{h.Document, Anchor(h.Title)}
		if seen[p] {
			t.Errorf("%s has two headings %s", p.document, p.anchor)
		}
		seen[p] = true
	}
}
