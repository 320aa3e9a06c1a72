package draft

import (
	"strings"
	"testing"
)

func TestTemplate(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"Order {order} is gone.", "Order {order} is gone. [order string]"},
		{"{a} and {a}", "{a} and {a} [a string]"},
		{"a { b", "a {{ b [] 1"},
		{"a {b: c} d", "a {{b: c}} d [] 1"},
		{"Got {a}{b}.", "Got {a}. [a string] 1"},
		{"{status} or {code}", "{status2} or {code2} [status2 string, code2 string] 2"},
		{"{field} {Detail}", "{field2} {Detail2} [field2 string, Detail2 string] 2"},
		{"{order_id} {orderId}", "{order_id} {orderId2} [order_id string, orderId2 string] 1"},
		{"Input {0} has {1} items, {0}!", "Input {input} has {items} items, {input}! [input string, items string]"},
		{"{0} - {1:N2}", "{value1} - {value2} [value1 string, value2 string]"},
		{"Order %s has %d items in %.2f days.", "Order {order} has {items} items in {items2} days. [order string, items integer, items2 number]"},
		{"%2$s of %1$d and %2$s", "{value1} of {value2} and {value1} [value1 string, value2 integer]"},
		{"Disk %s is 100%% full", "Disk {disk} is 100% full [disk string]"},
		{"100%s, 50%, 20%d and %%", "100%s, 50%, 20%d and %% []"},
		{"%20done %2f/ a%sb", "%20done %2f/ a%sb [] 1"},
		{"Order {{order}} of ${ user } #{a.b} %{c}", "Order {order} of {user} {a_b} {c} [order string, user string, a_b string, c string]"},
		{"{{ .Name }} {{n | upper}} %(key)s %shop% {order-id!r} {w:>8}", "{Name} {n} {key} {shop} {order_id} {w} [Name string, n string, key string, shop string, order_id string, w string]"},
		{"<order id> is :state", "{order_id} is {state} [order_id string, state string] 2"},
		{"10:30 at http://a:bc :warning: a::b a < b > c", "10:30 at http://a:bc :warning: a::b a < b > c []"},
		{"Got {} of $filter", "Got {value1} of $filter [value1 string] 2"},
		{`Use <b>bold</b><br> [a-z]{3} \\d{2}`, `Use <b>bold</b><br> [a-z]{{3}} \\d{{2}} [] 1`},
		{"{n, plural, one {a file} other {# files}} of {0, number}", "{n} of {value2} [n string, value2 string]"},
		{"%[1]s of %-10s", "{value1} of {value2} [value1 string, value2 string]"},
		{"Width %5d", "Width %5d [] 1"},
		{"%@ is not allowed", "{value1} is not allowed [value1 string]"},
	} {
		text, params, notes := Template(test.text, []string{"field", "detail"}, nil)
		var all []string
		for _, p := range params {
			all = append(all, p.Name+" "+p.Type)
		}
		got := text + " [" + strings.Join(all, ", ") + "]"
		if len(notes) > 0 {
			got += " " + string(rune('0'+len(notes)))
		}
		if got != test.want {
			t.Errorf("%s:\n%s, want\n%s\n%s", test.text, got, test.want, strings.Join(notes, "\n"))
		}
	}
}

// TestTemplateAgain: a param that the entry has from another text is the same.
func TestTemplateAgain(t *testing.T) {
	text, params, _ := Template("{order} is gone", nil, []Param{{"order", "integer"}})
	if text != "{order} is gone" || len(params) != 1 {
		t.Error(text, params)
	}
}
