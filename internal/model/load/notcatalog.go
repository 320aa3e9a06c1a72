package load

import (
	"bytes"
	"regexp"
	"slices"

	"gopkg.in/yaml.v3"

	"github.com/seed-1b9d9f04/errgen/internal/yamltext"
)

// versionLine is the key `errgen` in a text that is no YAML, or JSON with a fault.
var versionLine = regexp.MustCompile(`(?m)^(?:\{?[ \t]*"errgen"|\{?["']?errgen["']?)[ \t]*:`)

// markKeys are those of which a file that has two is a catalog whose `errgen`
// was forgotten.
var markKeys = []string{"package", "include", "envelopes", "errors", "types"}

// notCatalog reports whether a file of a folder has nothing to do with errgen: it
// has no key `errgen`, and is no catalog that lacks it. Of a text that cannot be
// parsed its lines decide, so that another tool's templates are nobody's findings.
func notCatalog(text []byte) bool {
	text = bytes.TrimPrefix(text, []byte(yamltext.ByteOrderMark))
	doc, err := newDocuments(text).next()
	if err != nil {
		return !versionLine.Match(bytes.TrimLeft(bytes.ReplaceAll(text, []byte{0}, nil), "\xff\xfe")) // UTF-16, too
	}
	root := doc.Content[0]
	if root.Kind != yaml.MappingNode {
		return true
	}
	var keys []string
	for i := 0; i < len(root.Content); i += 2 {
		keys = append(keys, root.Content[i].Value)
	}
	return foreign(keys)
}

// foreign reports whether a file with these keys is another tool's.
func foreign(keys []string) bool {
	like := 0
	for _, key := range markKeys {
		if slices.Contains(keys, key) {
			like++
		}
	}
	return like < 2 && !slices.Contains(keys, "errgen")
}
