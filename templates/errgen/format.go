package errgen

import (
	"encoding/hex"
	"net/mail"
	"net/netip"
	"net/url"
	"strings"
	"time"
)

// hasFormat reports whether a text has a format of JSON Schema (Validation
// vocabulary, section 7.3). A format that is not known here constrains nothing.
func hasFormat(format, text string) bool {
	var err error
	switch format {
	case "date-time":
		_, err = time.Parse(time.RFC3339, text)
	case "date":
		_, err = time.Parse(time.DateOnly, text)
	case "email":
		a, err := mail.ParseAddress(text)
		return err == nil && a.Address == text
	case "ipv4", "ipv6":
		a, err := netip.ParseAddr(text)
		return err == nil && a.Is4() == (format == "ipv4")
	case "uri":
		u, err := url.Parse(text)
		return err == nil && u.IsAbs()
	case "uuid":
		return isUUID(text)
	case "hostname":
		return isHostname(text)
	}
	return err == nil
}

// isUUID reports whether text is a UUID (RFC 9562 section 4).
func isUUID(text string) bool {
	if len(text) != 36 || text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-' {
		return false
	}
	_, err := hex.DecodeString(text[:8] + text[9:13] + text[14:18] + text[19:23] + text[24:])
	return err == nil
}

const alphanumeric = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

// isHostname reports whether text is a host name (RFC 1123 section 2.1).
func isHostname(text string) bool {
	if len(text) > 253 {
		return false
	}
	for _, label := range strings.Split(text, ".") {
		if label == "" || len(label) > 63 || label[0] == '-' || label[len(label)-1] == '-' || strings.Trim(label, alphanumeric+"-") != "" {
			return false
		}
	}
	return true
}
