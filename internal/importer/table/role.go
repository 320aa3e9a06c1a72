package table

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Role says what a column, or a label, tells of an error.
type Role string

// The roles. Other columns go to the description.
const (
	Code        Role = "code"
	Status      Role = "status"
	Name        Role = "name"
	Message     Role = "message"
	Description Role = "description"
	Remedy      Role = "remedy"
	Close       Role = "close"
	Retry       Role = "retry"
	Docs        Role = "docs"
	Ignore      Role = "ignore"
	other       Role = ""
)

// Roles are all that can be given.
func Roles() []Role {
	return []Role{Code, Status, Name, Message, Description, Remedy, Close, Retry, Docs, Ignore}
}

// ParseColumns reads columns that are given: "code=2,message=Text", numbers from 1 or
// heads.
func ParseColumns(list []string) (map[string]Role, error) {
	columns := map[string]Role{}
	for _, one := range list {
		role, column, ok := strings.Cut(one, "=")
		if !ok || !slices.Contains(Roles(), Role(role)) || column == "" {
			return nil, fmt.Errorf("%q: write ROLE=COLUMN, a number or the column's head; roles are %v", one, Roles())
		}
		columns[strings.ToLower(column)] = Role(role)
	}
	return columns, nil
}

// headWords tell the role of a column or label by its words, the most telling first.
var headWords = []struct {
	role Role
	expr *regexp.Regexp
}{
	{Close, regexp.MustCompile(`\bclose\b`)},
	{Status, regexp.MustCompile(`\b(http|status)\b|\bresponse code\b`)},
	{Retry, regexp.MustCompile(`\bretry|\bretriable\b`)},
	{Remedy, regexp.MustCompile(`solution|resolution|resolve|remed|what to do|how to|\bfix|next step|recommend|suggest|workaround|troubleshoot|corrective|\baction|mitigation|handling`)},
	{Docs, regexp.MustCompile(`^(link|url|docs?|more|more info.*|see also|reference)$`)},
	{Message, regexp.MustCompile(`\b(message|msg|error text|text|title|response|error string|reason phrase|short description)\b`)},
	{Description, regexp.MustCompile(`descri|meaning|summary|usage|explan|cause|\bwhy\b|\bwhen\b|detail|notes?\b|comment|scenario|condition|reason|definition|occurs|information`)},
	{Name, regexp.MustCompile(`^(error )?(name|constant|symbol|exception|identifier|enum)s?$`)},
	{Code, regexp.MustCompile(`code|\berror\b|\berrors\b|class|\btype\b|\bid\b|\bkey\b|slug|exception|\bname\b|identifier|number|#|\bno\b|value|constant`)},
}

// headMarks are what of a head is no letter of its words.
var headMarks = strings.NewReplacer("_", " ", "-", " ", "*", "", "`", "", ":", "")

// roleOf is the role that a head or label says.
func roleOf(head string) Role {
	if head = strings.ToLower(clean(headMarks.Replace(head))); head == "" || len(head) >= 40 {
		return other
	}
	for _, w := range headWords {
		if w.expr.MatchString(head) {
			return w.role
		}
	}
	return other
}

var (
	statusText   = regexp.MustCompile(`(?i)^(?:http(?:/[\d.]+)?[ -]*)?(?:status[ -]*)?(?:error[ -]*)?(?:code[ -]*)?[([]?([1-5][0-9]{2}(?: ?[-–] ?[1-5][0-9]{2})?|[45]xx)[)\]]?\b`)
	bareStatus   = regexp.MustCompile(`(?i)^\(?([2-5][0-9]{2}(?: ?[-–] ?[2-5][0-9]{2})?|[45]xx)\)?$`)
	httpStatus   = regexp.MustCompile(`(?i)^http[ -/]*(?:error[ -]*|status[ -]*)?(?:code[ -]*)?([1-5][0-9]{2}|[45]xx)\b`)
	statusPhrase = regexp.MustCompile(`^([45][0-9]{2})[ :–—-]+[A-Z(][A-Za-z' -]+\)?$`)
	closeCode    = regexp.MustCompile(`^(1[0-9]{3}|[34][0-9]{3})$`)
	codeToken    = regexp.MustCompile(`^-?[\pL\pN_$][\pL\pN_.:/$#-]*$`)
	manyOf       = regexp.MustCompile(`\s*(?:,|;|\bor\b|\band\b|/ | / |\|)\s*`)
)

// isCodeLike reports whether a text may be a code: one word with a digit, an underscore, a
// dot or letters of both cases in it, or in capitals.
func isCodeLike(s string) bool {
	s = strings.Trim(s, "`*\"'")
	if !codeToken.MatchString(s) || len(s) > 100 {
		return false
	}
	return strings.ContainsAny(s, "0123456789_.:/-") && strings.Trim(s, "0123456789.") != "" || s == strings.ToUpper(s) && len(s) > 2 || isInteger(s) ||
		camel.MatchString(s)
}

var camel = regexp.MustCompile(`[a-z][A-Z]`)

func isInteger(s string) bool {
	_, err := strconv.ParseInt(s, 10, 64)
	return err == nil
}

// isWord reports whether a text is one word, as codes are.
func isWord(s string) bool {
	return codeToken.MatchString(strings.Trim(s, "`*\"'")) && len(s) <= 100
}

// partsOf are the parts of a cell that may name several things.
func partsOf(s string) []string {
	if !strings.ContainsAny(s, " ,;|") {
		return []string{s}
	}
	if words := strings.Fields(s); !slices.ContainsFunc(words, func(w string) bool { return !isCodeLike(w) || isInteger(w) }) {
		return words // one below the other
	}
	if !strings.ContainsAny(s, ",;/|") && !strings.Contains(s, "or") && !strings.Contains(s, "and") {
		return []string{s}
	}
	return manyOf.Split(s, -1)
}

// isStatus reports whether a cell is a status, or several.
func isStatus(s string) bool {
	if s == "" || !strings.ContainsRune("(2345hH", rune(s[0])) { // no expression below begins otherwise
		return false
	}
	for _, part := range partsOf(s) {
		if !bareStatus.MatchString(part) && !httpStatus.MatchString(part) && !statusPhrase.MatchString(part) {
			return false
		}
	}
	return true
}

// statusesOf are the statuses in a text, as a catalog writes them.
func statusesOf(s string) (all []string) {
	for _, part := range partsOf(s) {
		if m := statusText.FindStringSubmatch(strings.TrimSpace(part)); m != nil {
			for _, status := range expanded(strings.ToUpper(m[1])) {
				if status >= "200" && !slices.Contains(all, status) {
					all = append(all, status)
				}
			}
		}
	}
	return all
}

// expanded are the statuses of a range such as 400-403.
func expanded(status string) (all []string) {
	from, to, ok := strings.Cut(strings.ReplaceAll(strings.ReplaceAll(status, "–", "-"), " ", ""), "-")
	first, _ := strconv.Atoi(from)
	last, _ := strconv.Atoi(to)
	if !ok || first > last {
		return []string{from}
	}
	for n := first; n <= last; n++ {
		if n%100 == 0 && n+99 <= last {
			all = append(all, strconv.Itoa(n/100)+"XX")
			n += 99
			continue
		}
		all = append(all, strconv.Itoa(n))
	}
	return all
}

// column is what the cells of a column look like.
type column struct {
	head                           string
	n                              int // cells that say something
	statuses, closes, codes, words int
	length                         int
	distinct                       map[string]bool
}

// maxLooked is how many rows tell what a column is.
const maxLooked = 1000

// columnsOf are the columns of a table, of a part of one those of all of it.
func columnsOf(b block) []column {
	if b.look != nil {
		return b.look
	}
	width := len(b.head)
	for _, row := range b.rows {
		width = max(width, len(row))
	}
	cols := make([]column, width)
	for i := range cols {
		cols[i].distinct = map[string]bool{}
		if i < len(b.head) {
			cols[i].head = b.head[i].text
		}
	}
	for _, row := range b.rows[:min(len(b.rows), maxLooked)] {
		for i, c := range row {
			cols[i].note(c.text)
		}
	}
	return cols
}

func (c *column) note(text string) {
	if isNothing(text) {
		return
	}
	c.n++
	c.length += len(text)
	c.distinct[text] = true
	if isStatus(text) {
		c.statuses++
	}
	if closeCode.MatchString(text) {
		c.closes++
	}
	parts := partsOf(text)
	if !slices.ContainsFunc(parts, func(p string) bool { return !isCodeLike(p) }) {
		c.codes++
	}
	if !slices.ContainsFunc(parts, func(p string) bool { return !isWord(p) }) {
		c.words++
	}
}

func most(n, of int) bool { return of > 0 && n*10 >= of*7 }

var codeHead = regexp.MustCompile(`(?i)\bcodes?\b`)

// rolesOf guesses what the columns of a table tell, as far as it is not given. A table
// without a code, a status, a name or a message is none of errors.
func rolesOf(cols []column, given map[string]Role) []Role {
	roles := make([]Role, len(cols))
	set := make([]bool, len(cols))
	for i, c := range cols {
		if r, ok := given[strconv.Itoa(i+1)]; ok {
			roles[i], set[i] = r, true
		} else if r, ok := given[strings.ToLower(c.head)]; ok && c.head != "" {
			roles[i], set[i] = r, true
		}
	}
	has := func(r Role) bool { return slices.Contains(roles, r) }
	pick := func(r Role, is func(i int, c column) bool) {
		if has(r) {
			return
		}
		for i, c := range cols {
			if !set[i] && c.n > 0 && is(i, c) {
				roles[i], set[i] = r, true
				return
			}
		}
	}
	said := func(c column) Role { return roleOf(c.head) }
	pick(Close, func(_ int, c column) bool { return said(c) == Close && most(c.closes, c.n) })
	pick(Status, func(_ int, c column) bool { return said(c) == Status && most(c.statuses, c.n) })
	pick(Status, func(_ int, c column) bool { return most(c.statuses, c.n) && (said(c) == Code || c.head == "") })
	pick(Code, func(_ int, c column) bool { return codeHead.MatchString(c.head) && most(c.words, c.n) })
	pick(Code, func(_ int, c column) bool { return said(c) == Code && most(c.codes, c.n) })
	pick(Code, func(_ int, c column) bool { return said(c) == Code && most(c.words, c.n) })
	pick(Code, func(_ int, c column) bool {
		return said(c) == Status && most(c.words, c.n) && most(len(c.distinct), c.n)
	})
	pick(Code, func(_ int, c column) bool { return said(c) == Name && most(c.words, c.n) })
	pick(Code, func(_ int, c column) bool {
		return most(c.codes, c.n) && (said(c) == other || said(c) == Message) && most(len(c.distinct), c.n)
	})
	pick(Name, func(_ int, c column) bool {
		return (said(c) == Name || said(c) == Code) && most(c.words, c.n) && most(len(c.distinct), c.n)
	})
	pick(Code, func(_ int, c column) bool {
		return said(c) == Code && c.n > 0 && !most(c.words, c.n) && c.statuses*2 >= c.n
	})
	for _, r := range []Role{Retry, Remedy, Docs, Message, Description} {
		pick(r, func(_ int, c column) bool { return said(c) == r })
	}
	pick(Message, func(_ int, c column) bool { return said(c) == Name || said(c) == Code })
	isText := func(_ int, c column) bool { return said(c) == other && !most(c.words, c.n) && c.length > 8*c.n }
	pick(Description, isText)
	return roles
}

// areErrors reports whether columns with these roles are those of errors.
func areErrors(cols []column, roles []Role) bool {
	isCode := func(c column) bool { r := roleOf(c.head); return c.n == 0 && (r == Code || r == Status) }
	has := func(r Role) bool { return slices.Contains(roles, r) }
	return has(Code) || has(Status) || has(Close) || has(Message) && (has(Name) || slices.ContainsFunc(cols, isCode))
}

var typeHead = regexp.MustCompile(`(?i)^(data ?)?type$`)

// propertyHead tells a table that describes the members of a body.
var propertyHead = regexp.MustCompile(`(?i)^(property|field|parameter|attribute|member|key|element|header|property name|field name|parameter name|attribute name|param)s?$`)

// areProperties reports whether a table describes members of a body.
func areProperties(b block) bool {
	if len(b.head) < 2 {
		return false
	}
	if propertyHead.MatchString(b.head[0].text) {
		return true
	}
	isType := slices.ContainsFunc(b.head[1:], func(c cell) bool {
		return typeHead.MatchString(c.text)
	})
	return isType && strings.EqualFold(b.head[0].text, "name")
}
