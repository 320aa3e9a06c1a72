package model

import "testing"

func TestTemplateText(t *testing.T) {
	var none *Template
	if got := none.String(); got != "" {
		t.Errorf("no template: %q", got)
	}
	all := &Template{Parts: []Part{
		{Literal: "No "}, {Kind: ParamPart, Param: &Param{Name: "a"}}, {Literal: " ("}, {Kind: StatusPart}, {Literal: "/"}, {Kind: CodePart}, {Literal: ")"},
	}}
	if got, want := all.String(), "No {a} ({$status}/{$code})"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A range that is no class may still be of a hundred statuses: `[402, 503, any]`
// leaves 403 to 502.
func TestStatusText(t *testing.T) {
	for _, test := range []struct {
		set  StatusSet
		want string
	}{
		{nil, ""},
		{StatusSet{{404, 404}}, "404"},
		{StatusSet{{400, 499}, {503, 503}}, "4XX, 503"},
		{StatusSet{{402, 402}, {503, 503}, {200, 401}, {403, 502}, {504, 599}}, "402, 503, 200-401, 403-502, 504-599"},
		{StatusSet{{400, 498}, {401, 499}, {400, 599}}, "400-498, 401-499, 400-599"},
	} {
		if got := test.set.String(); got != test.want {
			t.Errorf("%v: got %q, want %q", []StatusRange(test.set), got, test.want)
		}
	}
}

func TestDeprecationText(t *testing.T) {
	entry := &Entry{Name: "New"}
	text := func(s string) string { return "<" + s + ">" }
	name := func(e *Entry) string { return "[" + e.Name + "]" }
	for _, test := range []struct {
		d           Deprecated
		bare, after string
	}{
		{Deprecated{}, "", "Deprecated."},
		{Deprecated{Since: "2"}, "since <2>.", "Deprecated since <2>."},
		{Deprecated{Sunset: "2030"}, "gone on <2030>.", "Deprecated gone on <2030>."},
		{Deprecated{Replacement: entry}, "Use [New] instead.", "Deprecated. Use [New] instead."},
		{Deprecated{Since: "2", Sunset: "2030", Replacement: entry}, "since <2>, gone on <2030>. Use [New] instead.", "Deprecated since <2>, gone on <2030>. Use [New] instead."},
	} {
		if got := Sentences(&test.d, "", text, name); got != test.bare {
			t.Errorf("got %q, want %q", got, test.bare)
		}
		if got := Sentences(&test.d, "Deprecated", text, name); got != test.after {
			t.Errorf("got %q, want %q", got, test.after)
		}
	}
}
