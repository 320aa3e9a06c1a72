package foreign

import (
	"fmt"
	"strings"
	"testing"
)

func TestPlaceholders(t *testing.T) {
	for text, want := range map[string]string{
		"":                                "",
		"Order {order} of {0}":            "{order} order; {0} 0",
		"{{ .Name }} {{n | upper}}":       "{{ .Name }} Name; {{n | upper}} n",
		"${ user } #{a.b} %{c}":           "${ user } user; #{a.b} a.b; %{c} c",
		"<%= @order.id %> <% if %>":       "<%= @order.id %> order.id",
		"%(key)s %shop% %[1]s %2$s":       "%(key)s key; %shop% shop; %[1]s 1; %2$s 2",
		"%s %5.2f %-10s %03d %zu %c %@":   "%s ; %5.2f ; %-10s ; %03d ; %zu ; %c ; %@ ",
		"{n, plural, one {a} other {b}}":  "{n, plural, one {a} other {b}} n",
		"{} <order id> :state":            "{} ?; <order id> order id?; :state state?",
		"100%s, 20%d, 5 %, 7% of, %%":     "",
		"/a%20b%2Fd%d0%b0.":               "",
		"%ab% and %e2word%20":             "%ab% ab",
		":warning: a::b 10:30 http://a:b": "",
		"<b>bold</b><br>":                 "",
		`[a-z]{3} \d{2} {{{a}}}`:          "",
	} {
		var all []string
		for _, p := range Placeholders(text) {
			said := fmt.Sprintf("%s %s", text[p.Start:p.End], p.Name)
			if p.Unsure {
				said += "?"
			}
			all = append(all, said)
		}
		if got := strings.Join(all, "; "); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
