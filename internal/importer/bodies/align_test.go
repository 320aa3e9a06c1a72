package bodies

import (
	"fmt"
	"strings"
	"testing"
)

// TestAlign: what texts have in common is a template, and what differs has a name and a
// type.
func TestAlign(t *testing.T) {
	for _, test := range []struct{ texts, want string }{
		{"Gone.", "Gone. []"},
		{"Braces {x}.", "Braces {{x}}. []"},
		{"Order 17 was not found.|Order 230 was not found.", "Order {order} was not found. [{order integer}]"},
		{"Order a1 was not found.|Order 230 was not found.", "Order {order} was not found. [{order string}]"},
		{"Order 007 is late.|Order 8 is late.", "Order {order} is late. [{order string}]"},
		{"The user ann is locked.|The user bob is locked.", "The user {user} is locked. [{user string}]"},
		{"Only 3 of 'tea cup' left.|Only 12 of 'plate' left.", "Only {only} of '{left}' left. [{only integer} {left string}]"},
		{"Try again in 5 s|Try again in 17 s", "Try again in {again} s [{again integer}]"},
		{"one two three|alpha beta gamma", "none"},
		{"|x y z w", "none"},
	} {
		got := "none"
		if template, ok := align(strings.Split(test.texts, "|"), map[string]string{}); ok {
			got = fmt.Sprintf("%s %v", template.text, template.params)
		}
		if got != test.want {
			t.Errorf("%s:\ngot  %s\nwant %s", test.texts, got, test.want)
		}
	}
	if template, _ := align([]string{"Order 1 is late.", "Order 2 is late."}, map[string]string{"order": ""}); template.text != "Order {order2} is late." {
		t.Errorf("a name that is taken: %s", template.text)
	}
}

// TestAlike: texts of one kind have most words in common.
func TestAlike(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"", "", true}, {"a b", "", false}, {"Order 7 is gone.", "Order 9 is gone.", true}, {"Order 7 is gone.", "No such user.", false},
	} {
		if got := alike(tokens(test.a), tokens(test.b)); got != test.want {
			t.Errorf("%q, %q: %v", test.a, test.b, got)
		}
	}
}

// TestMatch: a text is divided by literals, the shortest first.
func TestMatch(t *testing.T) {
	for _, test := range []struct{ literals, text, want string }{
		{"a |.", "a b.", "[b]"}, {"|x|", "axbxc", "[a bxc]"}, {"a|b", "ac", "no"}, {"a", "a", "[]"}, {"a", "ab", "no"},
	} {
		got := "no"
		if values, ok := match(strings.Split(test.literals, "|"), test.text); ok {
			got = fmt.Sprint(values)
		}
		if got != test.want {
			t.Errorf("%s of %s: %s, want %s", test.text, test.literals, got, test.want)
		}
	}
}
