package errgen

import (
	"strings"
	"testing"
)

func TestHasFormat(t *testing.T) {
	label := strings.Repeat("a", 63)
	for format, c := range map[string]struct{ good, bad []string }{
		"date-time": {[]string{"2024-02-29T12:00:00Z", "2024-02-29T12:00:00.5+02:00"}, []string{"", "2024-02-29", "2023-02-29T12:00:00Z", "2024-02-29T12:00:00"}},
		"date":      {[]string{"2024-02-29"}, []string{"", "2023-02-29", "2024-2-9", "2024-02-29T00:00:00Z"}},
		"email":     {[]string{"a@b.example"}, []string{"", "a", "A <a@b.example>", "<a@b.example>", "a@"}},
		"ipv4":      {[]string{"127.0.0.1"}, []string{"", "256.0.0.1", "::1", "127.0.0", "::ffff:1.2.3.4"}},
		"ipv6":      {[]string{"::1", "::ffff:1.2.3.4"}, []string{"", "127.0.0.1", ":::1"}},
		"uri":       {[]string{"https://a.example/b?c#d", "urn:a:b"}, []string{"", "/a", "a b:", "%zz"}},
		"uuid": {
			[]string{"f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6"},
			[]string{
				"", "f81d4fae7dec11d0a76500a0c91e6bf6", "f81d4fae-7dec-11d0-a765-00a0c91e6bf", "f81d4fae-7dec-11d0-a765-00a0c91e6bfg",
				"f81d4fae07dec-11d0-a765-00a0c91e6bf6", "f81d4fae-7dec011d0-a765-00a0c91e6bf6", "f81d4fae-7dec-11d00a765-00a0c91e6bf6",
				"f81d4fae-7dec-11d0-a765000a0c91e6bf6", "-81d4fae-7dec-11d0-a765-00a0c91e6bf6",
			},
		},
		"hostname": {
			[]string{"a", "a-b.example", "1.2", "Z9.x", label, strings.Repeat(label+".", 3) + strings.Repeat("b", 61)},
			[]string{"", ".", "a.", ".a", "a..b", "-a", "a-", "a_b", "a b", "é", label + "a", strings.Repeat(label+".", 3) + strings.Repeat("b", 62)},
		},
		"whatever": {[]string{"", "x"}, nil},
	} {
		for _, text := range c.good {
			if !hasFormat(format, text) {
				t.Errorf("%q is no %s", text, format)
			}
		}
		for _, text := range c.bad {
			if hasFormat(format, text) {
				t.Errorf("%q is a %s", text, format)
			}
		}
	}
}
