package shape

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/importer/draft"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// Shape is the format of some samples.
type Shape struct {
	Samples  []*Sample
	Envelope *draft.Envelope

	root     *place
	paths    map[string]string
	code     *place // nil: none
	status   *place
	repeated *place
	roles    map[*place]role
	names    map[*place]string // of fields
	fields   []*place          // open, in the order of the body
}

type role uint8

const (
	isField role = iota
	isCode
	isStatus
	isConst
	isExchange
	isValue // an object or list as one value
)

// Options say what is known beside the samples.
type Options struct {
	Known  func(code string) bool // a code that the source lists; nil: none is known
	Always func(name string) bool // a member that is said to be always the same
	Docs   map[string]string      // descriptions of members by their names
	Few    bool                   // the samples are examples, too few to tell constants
	// NoCodes: the source lists errors, and no codes: only what is called a code is one, or
	// written as codes are.
	NoCodes bool
	Only    bool // no code is one but those that are known
}

// Infer finds the shapes of samples, the one with the most samples first, with an
// envelope for each.
func Infer(samples []*Sample, o Options) []*Shape {
	shapes := cluster(samples)
	slices.SortStableFunc(shapes, func(a, b *Shape) int { return len(b.Samples) - len(a.Samples) })
	taken := map[string]bool{}
	for _, s := range shapes {
		s.roles, s.names = map[*place]role{}, map[*place]string{}
		if s.isJSON() {
			s.findStatus()
			s.findCode(o)
			s.findRepeated()
			s.findRoles(o)
			s.nameFields()
		}
		s.Envelope = s.envelope(o)
		s.Envelope.Name = draft.Take(s.envelopeName(), taken)
	}
	return shapes
}

func (s *Shape) isJSON() bool { return s.Samples[0].IsJSON }

// HasCode reports whether the shape has a place for codes.
func (s *Shape) HasCode() bool { return s.code != nil }

// findStatus finds the leaf that is the status of the response.
func (s *Shape) findStatus() {
	s.root.leaves(func(p *place) {
		if s.status != nil || p.list() != nil || !statusName.MatchString(p.name) {
			return
		}
		same, other := 0, 0
		for _, sample := range s.Samples {
			v, ok := p.at(sample.Body, 0)
			if !ok || v.Kind == model.NullValue {
				continue
			}
			n, err := strconv.Atoi(v.Scalar())
			switch {
			case err != nil || n < 400 || n > 599:
				other++
			case sample.Status == n || sample.Status == 0:
				same++
			default:
				other++
			}
		}
		if same > 0 && other*20 <= same {
			s.status = p
			s.roles[p] = isStatus
		}
	})
}

var (
	statusName   = regexp.MustCompile(`(?i)^(.*status.*|code|http.*|error_?code)$`)
	codeWord     = regexp.MustCompile(`^[\pL\pN_.:/#+-]+$`)
	exchangeName = regexp.MustCompile(`(?i)^(x-)?(request|trace|correlation|transaction|span|log|error|event|activity|reference|incident|amzn?)[-_]?(uu)?id$|^(time|timestamp|date|datetime|request[-_]?id|instance|requestid|trace|ray|hostid|host_id|path|ref|debug_id|tracking_?id|troubleshooting.*)$`)
)

// longestCode is how many bytes the longest code has.
const longestCode = 120

// IsCode reports whether a text is written as codes are: as one word.
func IsCode(text string) bool { return len(text) <= longestCode && codeWord.MatchString(text) }

// memberMarks are what of a member's name is no letter of its words.
var memberMarks = strings.NewReplacer("_", "", "-", "", ".", "")

// CodeScore says how much the name of a member speaks for its being the code.
func CodeScore(name string) int {
	plain := strings.ToLower(memberMarks.Replace(name))
	switch {
	case plain == "errorcode" || plain == "errcode" || plain == "code":
		return 10
	case strings.HasSuffix(plain, "code") && !strings.Contains(plain, "status") && !strings.Contains(plain, "country"):
		return 8
	case plain == "reason" || plain == "errortype" || plain == "errorname" || plain == "slug":
		return 6
	case plain == "type" || plain == "error" || plain == "key" || plain == "name" || plain == "errorid" || plain == "kind":
		return 5
	}
	return 0
}

// IsText reports whether a member of a name is a text that people read.
func IsText(name string) bool { return textName.MatchString(name) }

// findCode finds the leaf of the code: by what is known, its name, and its values.
func (s *Shape) findCode(o Options) {
	best, bestScore := (*place)(nil), 0
	s.root.leaves(func(p *place) {
		if p == s.status || p.kinds["boolean"] > 0 || p.kinds["number"] > 0 || !s.mayRepeat(p.list()) {
			return
		}
		known, words, said := 0, 0, 0
		for text := range p.values {
			word := plain(text)
			if word != "" {
				said++
			}
			if o.Known != nil && o.Known(word) {
				known++
			}
			if IsCode(word) {
				words++
			}
		}
		score := CodeScore(p.name)
		if score == 0 && maybeCode.MatchString(p.name) && p.areWords() {
			score = 4
		}
		switch {
		case words*4 < said*3 || said == 0:
			return
		case known > 0:
			score += 20
		case o.Only:
			return
		case score == 0 || o.NoCodes && score < 8 && !p.areJoined() || exchangeName.MatchString(p.name):
			return
		case !o.Few && score < 8 && p.kinds["string"] > 0 && len(p.values) > 20 && len(p.values)*2 > p.n:
			return // it differs from response to response
		case score < 8 && len(p.values) == 1 && p.n > 3:
			score = 1 // most often a constant
		}
		score = score*20 - p.depth()
		if score > bestScore {
			best, bestScore = p, score
		}
	})
	if s.code = best; best != nil {
		s.roles[best] = isCode
	}
}

// maybeCode are members that hold codes in some formats, and in others numbers or values
// of the request.
var maybeCode = regexp.MustCompile(`(?i)^(id|status|state|symbol)$`)

var words = regexp.MustCompile(`^"[A-Za-z]{2,}([_.-][A-Za-z]+)*"$`)

// areWords reports whether all values of a place are words, as codes are.
func (p *place) areWords() bool {
	for text := range p.values {
		if !words.MatchString(text) {
			return false
		}
	}
	return true
}

// areJoined reports whether a place has several values, words most of which are joined by
// underscores, dots or dashes: as those of codes are, unlike names of statuses.
func (p *place) areJoined() bool {
	joined := 0
	for text := range p.values {
		if strings.ContainsAny(text, "_.-") {
			joined++
		}
	}
	return len(p.values) > 1 && joined*2 > len(p.values) && p.areWords()
}

// mayRepeat reports whether a list can be that of the errors: it is there in all samples.
// No list is well, too.
func (s *Shape) mayRepeat(list *place) bool {
	for p := list; p != nil && p.parent != nil; p = p.parent {
		if p.n < p.parent.n {
			return false
		}
	}
	return true
}

// plain is a scalar's text.
func plain(json string) string {
	if s, err := strconv.Unquote(json); err == nil {
		return s
	}
	return strings.Trim(json, `"`)
}

// findRepeated finds the list whose items are errors: the one around the code, or
// without a code one of objects beside which there is no text.
func (s *Shape) findRepeated() {
	if s.code != nil {
		s.repeated = s.code.list()
		return
	}
	texts := 0
	var list *place
	s.root.leaves(func(p *place) {
		switch l := p.list(); {
		case l == nil && p.kinds["string"] > 0 && !exchangeName.MatchString(p.name):
			texts++
		case l != nil && list == nil && textName.MatchString(p.name) && s.mayRepeat(l):
			list = l
		}
	})
	if texts == 0 && s.code == nil {
		s.repeated = list
	}
}

var textName = regexp.MustCompile(`(?i)^(.*message.*|msg|title|details?|description|text|error_description|reason|info|errormsg)$`)

// findRoles says what each other place is.
func (s *Shape) findRoles(o Options) {
	varied := s.code == nil || len(s.code.values) > 1
	var each func(p *place)
	each = func(p *place) {
		switch {
		case s.roles[p] == isCode || p == s.status:
		case p.isObject():
			for _, k := range p.kids {
				each(k)
			}
		case p == s.repeated:
			for _, k := range p.item.kids {
				each(k)
			}
		case !p.isScalar():
			s.roles[p] = isValue
		case exchangeName.MatchString(p.name) && (o.Few || len(p.values) > 1 || p.n == 1):
			s.roles[p] = isExchange
		case s.isConst(p, varied, o):
			s.roles[p] = isConst
		}
	}
	each(s.root)
}

// isConst reports whether a leaf is a constant of the format.
func (s *Shape) isConst(p *place, varied bool, o Options) bool {
	if p.parent == nil || len(p.values) != 1 || !isWritten(p.sample) || p.n < p.parent.n || p.kinds["null"] > 0 {
		return false
	}
	if o.Always != nil && o.Always(p.name) || p.kinds["boolean"] > 0 && successName.MatchString(p.name) {
		return true
	}
	return !o.Few && varied && p.n >= 5 && !textName.MatchString(p.name)
}

var successName = regexp.MustCompile(`(?i)^(ok|success|successful|is_?success|is_?error|error|status|failed)$`)

// nameFields gives the fields names: those of their members, as far as no other has it.
func (s *Shape) nameFields() {
	taken := map[string]bool{"status": true, "code": true}
	s.eachOpen(s.root, func(p *place) {
		name := strings.TrimLeft(p.name, "@$")
		if p.parent == nil {
			name = "message" // the body is one value
		}
		if taken[name] || name == "" {
			outer := "value"
			for q := p.parent; q != nil; q = q.parent {
				if q.name != "" {
					outer = q.name
					break
				}
			}
			name = outer + "_" + p.name
		}
		s.names[p] = draft.TakeField(name, taken)
		s.fields = append(s.fields, p)
	})
}

// eachOpen calls do for the places that are fields, in the order of the body.
func (s *Shape) eachOpen(p *place, do func(*place)) {
	r, hasRole := s.roles[p]
	switch {
	case hasRole && r != isValue && r != isField:
	case hasRole && r == isValue:
		do(p)
	case p == s.repeated:
		for _, k := range p.item.kids {
			s.eachOpen(k, do)
		}
	case p.isObject():
		for _, k := range p.kids {
			s.eachOpen(k, do)
		}
	default:
		do(p)
	}
}
