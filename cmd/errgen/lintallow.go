package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/lint"
	"github.com/seed-1b9d9f04/errgen/internal/yamledit"
)

// existingReason is the reason of allowances that errgen writes: people replace it.
const existingReason = "It was so before errgen lint was."

// allowExisting writes allowances for all findings that fail into the catalogs.
func (l *lintCommand) allowExisting(inputs []lint.Input) error {
	edits := map[string][]yamledit.Edit{}
	n := 0
	if least, ok := levelNamed(l.least); ok {
		for _, a := range lint.Existing(inputs, l.options, least) {
			path := append(slices.Clone(a.Path), "allow", string(a.Rule))
			edit := yamledit.Edit{Path: path, Value: existingReason}
			if len(a.Path) == 0 {
				edit.Before = []string{"examples"}
			}
			edits[a.File] = append(edits[a.File], edit)
			n++
		}
	}
	edited := map[string][]byte{}
	for file, changes := range edits {
		text, err := os.ReadFile(filepath.FromSlash(file))
		if err == nil {
			edited[file], err = yamledit.Apply(text, changes...)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
	for file, text := range edited {
		if err := replaceFile(filepath.FromSlash(file), text); err != nil {
			return err
		}
	}
	l.app.say(fmt.Sprintf("wrote %s into %s: say in each why, in place of %q", plural(n, "allowance"), plural(len(edited), "file"), existingReason))
	return nil
}

// replaceFile puts a text in the place of that of a file, which is there, at once. Of a
// symbolic link it is the file that the link leads to.
func replaceFile(name string, text []byte) error {
	real, err := filepath.EvalSymlinks(name)
	if err != nil {
		return err
	}
	info, err := os.Stat(real)
	if err != nil {
		return err
	}
	temporary, err := os.CreateTemp(filepath.Dir(real), ".errgen-*")
	if err != nil {
		return err
	}
	defer os.Remove(temporary.Name()) // it is not there any more if all went well
	_, err = temporary.Write(text)
	if closed := temporary.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Chmod(temporary.Name(), info.Mode().Perm())
	}
	if err == nil {
		err = os.Rename(temporary.Name(), real)
	}
	return err
}
