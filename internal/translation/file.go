// Package translation holds translations of the messages of a catalog to what it says
// now: which are missing, show other values than the error has, or are of a text that has
// changed.
package translation

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/gen/messages"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// File is a file of translations.
type File struct {
	Path string
	Text []byte

	lines        *diag.Lines
	format       *messages.Format
	translations []*translation // in the order of the text
	placeholders func(text, left, right string) ([]string, error)
	// marked is the text with the hashes of messages in it, by their names.
	marked func(hashes map[string]string) ([]byte, error)
}

// translation is that of a message, with its plural forms if it has several texts.
type translation struct {
	name        string
	at          int // where it begins
	texts       []string
	hash        string // "" if it has none
	left, right string // delimiters of go-i18n, "" for its own
}

// isEmpty reports whether nothing is translated.
func (t *translation) isEmpty() bool { return t == nil || strings.Join(t.texts, "") == "" }

func newFile(path string, text []byte) *File {
	return &File{Path: path, Text: text, lines: diag.NewLines(path, text)}
}

// Read reads a file of translations: ICU messages of a .json or .arb file, or those of
// go-i18n of a .toml file.
func Read(path string) (*File, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	f := newFile(path, text)
	switch filepath.Ext(path) {
	case ".json", ".arb":
		err = f.readJSON()
	case ".toml":
		err = f.readTOML()
	default:
		err = fmt.Errorf("%s is no file of translations: there are .json and .arb, of ICU messages, and .toml, of go-i18n", path)
	}
	return f, err
}

// pos is the place of an offset.
func (f *File) pos(at int) diag.Pos { return f.lines.Pos(at) }

// broken is the error for a text that is not of the file's format.
func (f *File) broken(at int, err error) error {
	return fmt.Errorf("%s: %w", f.pos(at), err)
}

// of is the translation of a message, nil if there is none. Of several the last counts, as
// it does for those who show them.
func (f *File) of(name string) *translation {
	for i := len(f.translations) - 1; i >= 0; i-- {
		if f.translations[i].name == name {
			return f.translations[i]
		}
	}
	return nil
}
