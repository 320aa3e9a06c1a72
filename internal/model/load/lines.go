package load

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/yamltext"
)

// Lines returns the lines of a catalog, to be shown beside what is wrong with it. Of a
// file that is no catalog, or that is reached through a link, nothing is shown: it may
// be anything.
func Lines(name string) []string {
	info, err := os.Lstat(filepath.FromSlash(name))
	if err != nil || !info.Mode().IsRegular() {
		return nil
	}
	text, err := readFile(name)
	text = bytes.TrimPrefix(text, []byte(yamltext.ByteOrderMark))
	if err != nil || len(text) > maxBytes || !versionLine.Match(text) {
		return nil
	}
	breaks := strings.NewReplacer("\r\n", "\n", "\r", "\n")
	return strings.Split(breaks.Replace(string(text)), "\n")
}
