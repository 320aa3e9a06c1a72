package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
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
	if n == 0 {
		l.app.say("nothing fails, and no allowance was written; --fail says from which level on")
		return nil
	}
	var edited []gen.Rewriting
	for file, changes := range edits {
		old, err := os.ReadFile(filepath.FromSlash(file))
		if err != nil {
			return err
		}
		text, err := yamledit.Apply(old, changes...)
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		edited = append(edited, gen.Rewriting{Path: filepath.FromSlash(file), Old: old, New: text})
	}
	if err := gen.Rewrite(edited); err != nil {
		return err
	}
	l.app.say(fmt.Sprintf("wrote %s into %s: say in each why, in place of %q", plural(n, "allowance"), plural(len(edited), "file"), existingReason))
	return nil
}
