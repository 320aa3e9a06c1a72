package load

import (
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// The least and greatest status that a response line can carry (RFC 9112
// section 4: three digits; RFC 9110 section 15 on those of 600 and up).
const (
	leastStatus    = 100
	greatestStatus = 999
)

// status reads a status set: a status, a range 4XX, any, or a list of these;
// docs/spec.md#status-sets.
func (d *decoder) status(k Text, v *Value) []StatusTerm {
	items := []*Value{v}
	if v.Kind == Sequence {
		items = v.Items
		if len(items) == 0 {
			d.list.Report(v.Pos, diag.InvalidStatus, "`"+k.S+"` lists no status", "list one, or leave the key out")
		}
	}
	var terms []StatusTerm
	for _, item := range items {
		if t, ok := d.statusTerm(k, item); ok {
			terms = append(terms, t)
		}
	}
	return terms
}

func (d *decoder) statusTerm(k Text, v *Value) (StatusTerm, bool) {
	const want = "a status, a range such as 4XX, or any"
	switch {
	case v.Broken:
		return StatusTerm{}, false
	case v.Kind != Scalar || v.IsNull():
		d.wrongType(k, v, want, "write 404, 4XX, any, or a list of these")
		return StatusTerm{}, false
	case v.Text == "any":
		return StatusTerm{Pos: v.Pos, Any: true}, true
	case isStatusRange(v.Text):
		lo := int(v.Text[0]-'0') * 100
		return StatusTerm{Pos: v.Pos, Lo: lo, Hi: lo + 99}, true
	}
	if n, err := strconv.Atoi(v.Text); err == nil && v.IsInteger() && leastStatus <= n && n <= greatestStatus {
		return StatusTerm{Pos: v.Pos, Lo: n, Hi: n}, true
	}
	remedy := "write 404, 4XX, any, or a list of these"
	upper := strings.ToUpper(v.Text)
	switch {
	case isStatusRange(upper):
		remedy = "write " + upper
	case v.Quoted && integerForm.MatchString(v.Text):
		remedy = "write it without quotes"
	}
	d.list.Report(v.Pos, diag.InvalidStatus, diag.Quote(v.Text)+" is not "+want, remedy)
	return StatusTerm{}, false
}

// isStatusRange reports whether s is 1XX to 5XX.
func isStatusRange(s string) bool {
	return len(s) == 3 && '1' <= s[0] && s[0] <= '5' && s[1:] == "XX"
}
