package errgen

import (
	"net/mail"
	"net/netip"
	"net/url"
	"strings"
	"time"
)

// hasFormat reports whether a text has a format of JSON Schema (Validation
// vocabulary, section 7.3). A format that is not known here constrains nothing.
func hasFormat(format, text string) bool {
	switch format {
	case "date-time":
		_, err := time.Parse(time.RFC3339, text)
		return err == nil
	case "date":
		_, err := time.Parse(time.DateOnly, text)
		return err == nil
	case "time":
		_, err := time.Parse("15:04:05Z07:00", text)
		return err == nil
	case "email":
		a, err := mail.ParseAddress(text)
		return err == nil && a.Address == text
	case "ipv4":
		a, err := netip.ParseAddr(text)
		return err == nil && a.Is4()
	case "ipv6":
		a, err := netip.ParseAddr(text)
		return err == nil && a.Is6()
	case "uri":
		u, err := url.Parse(text)
		return err == nil && u.IsAbs()
	case "uri-reference":
		_, err := url.Parse(text)
		return err == nil
	case "uuid":
		return isUUID(text)
	case "hostname":
		return isHostname(text)
	}
	return true
}

// isUUID reports whether text is a UUID (RFC 9562 section 4).
func isUUID(text string) bool {
	if len(text) != 36 {
		return false
	}
	for i := 0; i < len(text); i++ {
		if i == 8 || i == 13 || i == 18 || i == 23 {
			if text[i] != '-' {
				return false
			}
		} else if !strings.ContainsRune("0123456789abcdefABCDEF", rune(text[i])) {
			return false
		}
	}
	return true
}

// isHostname reports whether text is a host name (RFC 1123 section 2.1).
func isHostname(text string) bool {
	if len(text) > 253 {
		return false
	}
	for _, label := range strings.Split(text, ".") {
		if label == "" || len(label) > 63 || label[0] == '-' || label[len(label)-1] == '-' {
			return false
		}
		for _, c := range []byte(label) {
			if c != '-' && (c < '0' || '9' < c) && (c < 'a' || 'z' < c) && (c < 'A' || 'Z' < c) {
				return false
			}
		}
	}
	return true
}
