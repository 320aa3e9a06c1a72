package model

// checkedFormats are the formats that say which values there are: of texts those that are
// checked, of numbers those with a Go type of their own that holds fewer of them.
var checkedFormats = map[string]bool{
	"date-time": true, "date": true, "uuid": true, "hostname": true, "ipv4": true, "ipv6": true, "email": true, "uri": true, "byte": true,
	"int32": true, "uint64": true, "seconds": true, "milliseconds": true, "unix-time": true,
}

// CheckedFormat is the format of a schema, "" if it has one that is an annotation: all
// values have that (docs/spec.md#formats).
func (s *Schema) CheckedFormat() string {
	if checkedFormats[s.Format] {
		return s.Format
	}
	return ""
}
