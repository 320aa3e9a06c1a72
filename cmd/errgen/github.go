package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/breaking"
	"github.com/seed-1b9d9f04/errgen/internal/revision"
)

// mostAnnotations is how many annotations of a level GitHub shows of one step; it drops
// the others and does not say so.
const mostAnnotations = 10

// printGitHub prints changes as annotations of a workflow's step, the worst first, and
// writes all of them to the summary of the step, where there is one.
// https://docs.github.com/actions/reference/workflow-commands-for-github-actions
func (b *breakingCommand) printGitHub(changes []breaking.Change) error {
	root, _ := revision.Root() // "" outside of a repository
	shown := map[breaking.Level]int{}
	left := 0
	for _, c := range changes {
		if c.Level == breaking.Info || shown[c.Level] == mostAnnotations {
			left++
			continue
		}
		shown[c.Level]++
		fmt.Fprintf(b.app.stdout, "::%s %s::%s\n", c.Level, b.property(root, c), escapeData(annotation(c)))
	}
	if left > 0 {
		fmt.Fprintf(b.app.stdout, "::notice title=errgen breaking::%s in the summary of this step\n", plural(left, "other change"))
	}
	return writeSummary(b.against, changes)
}

// property is where an annotation stands, from the repository's root on, and its title.
func (b *breakingCommand) property(root string, c breaking.Change) string {
	at := b.places.place(c)
	text := "file=" + escapeProperty(fromRoot(root, at.File))
	if at.IsValid() {
		text += fmt.Sprintf(",line=%d,col=%d", at.Line, at.Column)
	}
	return text + ",title=" + escapeProperty(c.Subject+" ["+string(c.Rule)+"]")
}

// annotation is what an annotation says.
func annotation(c breaking.Change) string {
	lines := []string{c.Message}
	for _, detail := range details(c) {
		lines = append(lines, detail.what+": "+detail.text)
	}
	return strings.Join(lines, "\n")
}

// fromRoot is a path from the root of the repository on, if there is one, which is how
// GitHub knows it.
func fromRoot(root, name string) string {
	if root == "" {
		return name
	}
	inside, err := inRepository(root, []string{name})
	if err != nil {
		return name
	}
	return filepath.ToSlash(inside[0])
}

// escapeData is a text as the message of a workflow command.
func escapeData(text string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(printable(text))
}

// escapeProperty is a text as a property of a workflow command.
func escapeProperty(text string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(escapeData(text))
}

// writeSummary adds all changes to the summary of the step that errgen runs in.
func writeSummary(against string, changes []breaking.Change) error {
	name := os.Getenv("GITHUB_STEP_SUMMARY")
	if name == "" || len(changes) == 0 {
		return nil
	}
	f, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		return fmt.Errorf("the summary of the step: %w", err)
	}
	var text strings.Builder
	writeChangelog(&text, against, changes)
	if _, err = f.WriteString(text.String()); err != nil {
		_ = f.Close()
		return err
	}
	return f.Close()
}
