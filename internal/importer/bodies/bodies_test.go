package bodies

import (
	"fmt"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/importer/draft"
)

// shown is a draft in few lines: its envelopes, entries and notes.
func shown(c *draft.Catalog) string {
	var b strings.Builder
	for _, env := range c.Envelopes {
		fmt.Fprintf(&b, "%s %s\n", env.Name, env.MediaType)
	}
	for _, e := range c.Entries {
		fmt.Fprintf(&b, "%v %s %v %v", e.Status, e.Code, e.Fields, e.Params)
		for _, env := range e.Envelopes {
			fmt.Fprintf(&b, " %s", env.Name)
		}
		b.WriteByte('\n')
	}
	for _, n := range c.Notes {
		fmt.Fprintf(&b, "%d: %s\n", n.Line, n.Text)
	}
	return b.String()
}

func TestDraft(t *testing.T) {
	for _, test := range []struct{ name, responses, want string }{
		{
			"errors of one code are one entry, with the statuses that were seen",
			`{"status":404,"body":{"code":"GONE","message":"It is gone."}}
			{"status":410,"body":{"code":"GONE","message":"It is gone."}}`,
			"ErrorResponse \n[404 410] GONE [{message [It is gone.]}] [] ErrorResponse\n",
		},
		{
			"without a code texts of one kind are one entry",
			`{"status":503,"headers":{"Content-Type":"text/plain"},"body":"Down for 5 minutes"}
			{"status":503,"headers":{"Content-Type":"text/plain"},"body":"Down for 7 minutes"}
			{"status":503,"headers":{"Content-Type":"text/plain"},"body":"Too many connections from here"}`,
			"Plain text/plain\n[503]  [{message [Down for {down} minutes]}] [{down integer}] Plain\n[503]  [{message [Too many connections from here]}] [] Plain\n",
		},
		{
			"a list has an error in each item",
			`{"status":422,"body":{"errors":[{"code":"A","message":"a is bad"},{"code":"B","message":"b is bad"}]}}`,
			"ErrorList \n[422] A [{message [a is bad]}] [] ErrorList\n[422] B [{message [b is bad]}] [] ErrorList\n",
		},
		{
			"a code in two shapes stands in two envelopes",
			`{"status":400,"body":{"code":"A","message":"a"}}
			{"status":400,"body":{"errors":[{"code":"A","title":"a","meta":{"x":1}}]}}`,
			"ErrorResponse \nErrorList \n[400] A [{message [a]} {title [a]}] [] ErrorResponse ErrorList\n",
		},
		{
			"responses under 400 are counted, and so is a list without errors",
			`{"status":200,"body":{"code":"A"}}
			{"status":400,"body":{"errors":[{"code":"A","message":"a"}]}}
			{"status":400,"body":{"errors":[]}}`,
			"ErrorList \n[400] A [{message [a]}] [] ErrorList\n0: 1 responses under 400, or to HEAD requests, are left out\n3: a response with an empty list of errors\n",
		},
		{
			"codes in members of different names are of different formats",
			`{"status":400,"body":{"code":"A","message":"a"}}
			{"status":400,"body":{"errorCode":"B","message":"b"}}`,
			"ErrorResponse \nErrorResponse2 \n[400] A [{message [a]}] [] ErrorResponse\n[400] B [{message [b]}] [] ErrorResponse2\n",
		},
		{
			"some codes may be missing, empty or of several words",
			`{"status":404,"body":{"error":"NoRecord","description":"a"}}
			{"status":404,"body":{"error":"NoPath","description":"b"}}
			{"status":422,"body":{"error":"Invalid","description":"c"}}
			{"status":401,"body":{"error":"Who are you","description":"d"}}
			{"status":500,"body":{"error":"","description":"e"}}`,
			"ErrorResponse \n[422] Invalid [{description [c]}] [] ErrorResponse\n[404] NoPath [{description [b]}] [] ErrorResponse\n[404] NoRecord [{description [a]}] [] ErrorResponse\n[401] Who are you [{description [d]}] [] ErrorResponse\n[500]  [{description [e]}] [] ErrorResponse\n",
		},
		{
			"a response without a status and a body is none",
			"",
			"1: a response without a status and a body\n",
		},
	} {
		c, _, err := Draft([]byte(test.responses))
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		if got := shown(c); got != test.want {
			t.Errorf("%s:\ngot\n%swant\n%s", test.name, got, test.want)
		}
	}
	if _, _, err := Draft([]byte("{\"status\":400,\"body\":1}\n{\"body\":")); err == nil {
		t.Error("no error")
	}
}
