package diag

import (
	"strings"
	"testing"
)

func TestSuggest(t *testing.T) {
	keys := []string{"name", "status", "code", "close", "mediaType", "fields", "in", "go", "x"}
	cases := []struct{ word, want string }{
		{"statsu", "status"},
		{"Status", "status"},
		{"STATUS", "status"},
		{"media_type", "mediaType"},
		{"media-typ", "mediaType"},
		{"feilds", "fields"},
		{"codes", "code"},
		{"kode", "code"},
		{"date", ""}, // two edits, another first letter
		{"status", ""},
		{"message", ""},
		{"gp", "go"},
		{"ab", ""},
		{"", ""},
		{"__", ""},
		{strings.Repeat("status", 20), ""},
	}
	for _, c := range cases {
		got, ok := Suggest(c.word, keys)
		if got != c.want || ok != (c.want != "") {
			t.Errorf("Suggest(%q) = %q, %v; want %q", c.word, got, ok, c.want)
		}
	}
	if got, _ := Suggest("ba", []string{"bb", "bc"}); got != "bb" {
		t.Errorf("of equally near ones %q, not the first", got)
	}
}

func TestDidYouMean(t *testing.T) {
	if got := DidYouMean("statsu", []string{"status"}, "other"); got != "did you mean `status`?" {
		t.Error(got)
	}
	if got := DidYouMean("nothing", []string{"status"}, "other"); got != "other" {
		t.Error(got)
	}
}
