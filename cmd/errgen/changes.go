package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/breaking"
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
	if b.format == jsonFormat {
		return b.printJSON(changes)
	}
	for _, c := range changes {
		fmt.Fprintf(b.app.stdout, "%s: %s: %s: %s [%s]\n", diag.Escape(b.places.place(c).String()), c.Level, diag.Escape(c.Subject), diag.Escape(c.Message), c.Rule)
		for _, detail := range []struct{ what, text string }{{"was", c.Before}, {"is", c.After}, {"response", c.Response}, {"instead", c.Remedy}} {
			if detail.text != "" {
				fmt.Fprintf(b.app.stdout, "    %-9s %s\n", detail.what+":", diag.Escape(detail.text))
			}
		}
	}
	return nil
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
