package reference

import (
	"net/url"
	"strings"
)

// Markup is a language in which readers are shown a catalog. What its methods return
// stands in a document as it is: text of a catalog becomes M by them alone, and nothing
// of it means anything but itself there. What they give stands anywhere, but for
// Paragraphs and Fence, which are lines of their own.
type Markup[M ~string] interface {
	Text(s string) M                // one line of plain text
	Paragraphs(s string) M          // of plain text (see Prose)
	Cell(s string) M                // the same, on one line
	Code(s string) M                // one line of code
	Strong(label M) M               // one that stands out
	Fence(language, s string) M     // lines of code
	Link(label M, url string) M     // to a page of the web
	Mark(place string) M            // makes a place of where it stands
	To(label M, place, at string) M // a link to a place
}

// Keyword is a word of this package's own by which a template decides.
type Keyword string

// IsBlank reports whether a character is white space that markup ignores at
// the ends of a line. Wider spaces are words' own.
func IsBlank(r rune) bool { return r == ' ' || r == '\t' || r == '\n' }

// WhiteSpace shows what would break a line, exactly.
var WhiteSpace = strings.NewReplacer("\n", `\n`, "\r", `\r`, "\t", `\t`)

// Destination returns an http or https URL as the destination of a link: what
// is neither reserved nor unreserved in a URL (RFC 3986 section 2), and what
// means something to markup, is percent-encoded. It is false for anything else, which
// leads nowhere.
func Destination(target string) (string, bool) {
	u, err := url.Parse(target)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return "", false
	}
	var b strings.Builder
	for i := range len(target) {
		switch c := target[i]; {
		case c == '&', isAlphanumeric(c), strings.IndexByte("-._~:/?#[]@!$',;=%+", c) >= 0:
			b.WriteByte(c)
		default:
			const hex = "0123456789ABCDEF"
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		}
	}
	return b.String(), true
}

func isAlphanumeric(c byte) bool {
	lower := c | 0x20
	return '0' <= c && c <= '9' || 'a' <= lower && lower <= 'z'
}
