package lsp

import "github.com/seed-1b9d9f04/errgen/internal/layout"

// format are the edits that lay a file out as "errgen fmt" does.
func (f *file) format() ([]textEdit, error) {
	text, err := layout.Format([]byte(f.text.s))
	if err != nil {
		return nil, refusal("it cannot be laid out: " + err.Error())
	}
	return f.text.difference(string(text)), nil
}
