package resolve

import (
	"encoding/base64"
	"net/mail"
	"net/netip"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"time"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// numericFormats are the formats of numbers, with whether they are for integers
// alone. Those of strings are open: an unknown one is an annotation, as in JSON
// Schema.
var numericFormats = map[string]bool{
	"int8": true, "int16": true, "int32": true, "int64": true,
	"uint8": true, "uint16": true, "uint32": true, "uint64": true,
	"float": false, "double": false, "decimal": false,
	"seconds": false, "milliseconds": false, "unix-time": false,
}

// checkFormat reports a format that does not go with the type.
func (b *schemaBuilder) checkFormat() {
	f, kind := b.n.Format, b.s.Kind
	wholeOnly, numeric := numericFormats[f.S]
	switch {
	case kind == model.StringKind && numeric:
		b.r.Reportf(f.Pos, diag.BadFormat, "say `type: integer` or `type: number`, or another format", "`%s` is a format of numbers, not of texts", f.S)
	case kind == model.NumberKind && numeric && wholeOnly:
		b.r.Reportf(f.Pos, diag.BadFormat, "say `type: integer`", "`%s` is a format of integers", f.S)
	case (kind == model.IntegerKind || kind == model.NumberKind) && !numeric:
		names := []string{"int32", "int64", "uint64", "seconds", "milliseconds", "unix-time", "float", "double"}
		b.r.Reportf(f.Pos, diag.BadFormat, b.r.DidYouMean(f.S, names, "use int32, int64, uint64, seconds, milliseconds or unix-time"), "%s is no format of numbers", diag.Quote(f.S))
	}
}

var (
	uuidForm     = regexp.MustCompile(`^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$`)
	hostnameForm = regexp.MustCompile(`^[A-Za-z0-9]([-A-Za-z0-9]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([-A-Za-z0-9]{0,61}[A-Za-z0-9])?)*$`)
)

// textFormats are the formats of texts that are checked: RFC 3339, RFC 3986,
// RFC 5322, RFC 9562, RFC 4648, IPv4 and IPv6 addresses, host names.
var textFormats = map[string]func(string) bool{
	"date-time": func(s string) bool { _, err := time.Parse(time.RFC3339Nano, s); return err == nil },
	"date":      func(s string) bool { _, err := time.Parse(time.DateOnly, s); return err == nil },
	"uuid":      uuidForm.MatchString,
	"hostname":  func(s string) bool { return len(s) <= 253 && hostnameForm.MatchString(s) },
	"ipv4":      func(s string) bool { a, err := netip.ParseAddr(s); return err == nil && a.Is4() },
	"ipv6":      func(s string) bool { a, err := netip.ParseAddr(s); return err == nil && a.Is6() && a.Zone() == "" },
	"email":     func(s string) bool { a, err := mail.ParseAddress(s); return err == nil && a.Address == s },
	"uri":       func(s string) bool { u, err := url.Parse(s); return err == nil && u.Scheme != "" },
	"byte":      func(s string) bool { _, err := base64.StdEncoding.DecodeString(s); return err == nil },
}

// hasFormat reports whether a text has a format; every text has an unknown one.
func hasFormat(format, s string) bool {
	f, ok := textFormats[format]
	return !ok || f(s)
}

// fitsGo reports whether an integer can be held by the Go type of its format.
func fitsGo(s *model.Schema, number string) bool {
	d, ok := parseDecimal(number)
	if !ok || !d.isInteger() || d.point > 20 {
		return false
	}
	whole := number
	if slices.Contains([]byte(number), 'e') {
		return false
	}
	var err error
	switch s.Format {
	case "int32":
		_, err = strconv.ParseInt(whole, 10, 32)
	case "uint64":
		_, err = strconv.ParseUint(whole, 10, 64)
	default:
		_, err = strconv.ParseInt(whole, 10, 64)
	}
	return err == nil
}
