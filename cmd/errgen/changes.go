package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/breaking"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
)

// places are where entries stand, by the file of their catalog and their names.
type places map[string]map[string]diag.Pos

// placesOf are the places of the entries of catalogs.
func placesOf(files []*load.File) places {
	all := places{}
	for _, f := range files {
		all[f.Path] = map[string]diag.Pos{}
		for _, e := range f.AllErrors() {
			all[f.Path][e.Name.S] = e.Name.Pos
		}
	}
	return all
}

// place is where a change is: at its entry, else in its catalog.
func (p places) place(c breaking.Change) diag.Pos {
	if pos, ok := p[c.Catalog.File][c.Subject]; ok && c.Entry {
		return pos
	}
	return diag.Pos{File: c.Catalog.File}
}

// print prints changes.
func (b *breakingCommand) print(changes []breaking.Change) error {
	switch b.format {
	case jsonFormat:
		return b.printJSON(changes)
	case githubFormat:
		return b.printGitHub(changes)
	}
	for _, group := range gathered(changes) {
		c := group[0]
		fmt.Fprintf(b.app.stdout, "%s: %s: %s: %s [%s]\n", diag.Escape(b.places.place(c).String()), c.Level, diag.Escape(c.Subject), diag.Escape(c.Message), c.Rule)
		var others []string
		for _, other := range group[1:] {
			others = append(others, other.Subject)
		}
		for _, d := range append(details(c), detail{"also", strings.Join(others, ", ")}) {
			if d.text != "" {
				fmt.Fprintf(b.app.stdout, "    %-9s %s\n", d.what+":", diag.Escape(d.text))
			}
		}
	}
	return nil
}

// detail is a line below a change.
type detail struct{ what, text string }

// details are the lines below a change, those that it has.
func details(c breaking.Change) []detail {
	all := []detail{{"was", c.Before}, {"is", c.After}, {"response", c.Response}, {"instead", c.Remedy}}
	return slices.DeleteFunc(all, func(d detail) bool { return d.text == "" })
}

// gathered are changes that are alike but for what they are about, each kind together
// at the place of its first: what has one cause is read once.
func gathered(changes []breaking.Change) [][]breaking.Change {
	type kind struct {
		catalog       *model.Catalog
		rule          breaking.Rule
		level         breaking.Level
		category      breaking.Category
		before, after string
	}
	var groups [][]breaking.Change
	at := map[kind]int{}
	for _, c := range changes {
		k := kind{c.Catalog, c.Rule, c.Level, c.Category, c.Before, c.After}
		if c.Before == c.Subject { // what was read before, in each its own
			k.before = ""
		}
		i, known := at[k]
		if !known {
			i = len(groups)
			at[k] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], c)
	}
	return groups
}

// changeJSON is a change as JSON.
type changeJSON struct {
	Rule     breaking.Rule     `json:"rule"`
	Level    string            `json:"level"`
	Category breaking.Category `json:"category"`
	Package  string            `json:"package"`
	Subject  string            `json:"subject"`
	Message  string            `json:"message"`
	Before   string            `json:"before,omitempty"`
	After    string            `json:"after,omitempty"`
	Response string            `json:"response,omitempty"`
	Instead  string            `json:"instead,omitempty"`
	File     string            `json:"file"`
	Line     int               `json:"line,omitempty"`
	Column   int               `json:"column,omitempty"`
}

// printJSON prints one object with all changes.
func (b *breakingCommand) printJSON(changes []breaking.Change) error {
	all := struct {
		Against string       `json:"against"`
		Changes []changeJSON `json:"changes"`
	}{b.against, []changeJSON{}}
	for _, c := range changes {
		at := b.places.place(c)
		all.Changes = append(all.Changes, changeJSON{
			c.Rule, c.Level.String(), c.Category, c.Catalog.Package, c.Subject, c.Message, c.Before, c.After, c.Response, c.Remedy,
			at.File, at.Line, at.Column,
		})
	}
	var text strings.Builder
	enc := json.NewEncoder(&text)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(all); err != nil {
		return err
	}
	_, err := fmt.Fprint(b.app.stdout, text.String())
	return err
}
