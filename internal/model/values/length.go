package values

import "github.com/seed-1b9d9f04/errgen/internal/model"

// formatLengths are how many characters a text of a format has at least and at most.
var formatLengths = map[string]lengthRange{
	"date-time": {19, -1}, "date": {10, 10}, "uuid": {36, 36}, "hostname": {1, 253},
	"ipv4": {7, 15}, "ipv6": {2, -1}, "email": {3, -1}, "uri": {2, -1},
}

// lengthRange is how many characters texts have.
type lengthRange struct {
	min, max int // max < 0: without bound
}

// lengthsOf are the lengths of a schema's texts, as its bounds, pattern and format leave
// them.
func lengthsOf(s *model.Schema) lengthRange {
	n := lengthRange{0, -1}
	if s.MinLength != nil {
		n.min = *s.MinLength
	}
	if s.MaxLength != nil {
		n.max = *s.MaxLength
	}
	if a, ok := PatternAlphabet(s.Pattern); ok && s.Pattern != "" {
		n = n.and(lengthRange{a.Min, a.Max})
	}
	if of, ok := formatLengths[s.Format]; ok {
		n = n.and(of)
	}
	return n
}

// and are the lengths that are both.
func (n lengthRange) and(m lengthRange) lengthRange {
	n.min = max(n.min, m.min)
	if n.max < 0 || m.max >= 0 && m.max < n.max {
		n.max = m.max
	}
	return n
}
