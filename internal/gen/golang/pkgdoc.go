package golang

import (
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// packageDoc documents the package: what the catalog says of itself, where its
// facts come from, and which errors the operations return.
//
//	// Package axway declares, writes and reads the errors of one API.
//	//
//	// # AMPLIFY Support API errors
//	//
//	// Error response format.
//	//
//	// # Sources
//	//
//	//   - page: ErrorResponse, 002_622d717aa59aa0d9.txt, 2020-03-05.
//
// The retired codes are in it as well, since nobody may take them again.
func packageDoc(c *model.Catalog) *comment {
	doc := &comment{}
	doc.say("Package %s declares, writes and reads the errors of one API.", c.Package)
	if c.Title != "" {
		doc.heading(c.Title)
	}
	doc.prose(c.Description)
	section(doc, "Sources", c.Sources, sourceItem)
	section(doc, "Groups", c.Groups, groupItem)
	section(doc, "Operations", c.Operations, operationItem)
	if len(c.Common) > 0 {
		doc.say("Every operation can return %s.", links(c.Common))
	}
	section(doc, "Retired", c.Retired, retiredItem)
	return doc
}

// section adds a heading and a list, if there is anything to list.
func section[T any](doc *comment, title string, things []T, item func(T) string) {
	if len(things) == 0 {
		return
	}
	items := make([]string, len(things))
	for i, thing := range things {
		items[i] = item(thing)
	}
	doc.heading(title)
	doc.list(items)
}

func sourceItem(s *model.Source) string {
	return s.ID + ": " + sentences(joined(", ", s.Title, s.File, s.URL, s.Date), s.Description)
}

func groupItem(g *model.Group) string {
	title := g.Title
	if title == "" {
		title = g.Name
	}
	return sentences(title, g.Description, links(g.Entries))
}

func operationItem(o *model.Operation) string {
	return o.Const + ": " + sentences(joined(" ", o.Method, o.Path), o.Description, links(o.Own))
}

// links are the IDs of entries, as Go documentation links to them.
func links(entries []*model.Entry) string {
	texts := make([]string, len(entries))
	for i, e := range entries {
		texts[i] = "[" + e.Const + "]"
	}
	return strings.Join(texts, ", ")
}

func retiredItem(r model.Retired) string {
	name := joined(", ", quoted("code ", r.Code), quoted("name ", r.Name), quoted("since ", r.Since))
	return sentences(name, r.Reason, quoted("Use ", r.Replacement))
}

// quoted is a text behind its label, "" if there is none.
func quoted(label, text string) string {
	if text == "" {
		return ""
	}
	return label + text
}

// joined joins the texts that are not empty.
func joined(separator string, texts ...string) string {
	var given []string
	for _, s := range texts {
		if s = strings.TrimSpace(s); s != "" {
			given = append(given, s)
		}
	}
	return strings.Join(given, separator)
}

// sentences joins texts, each ended by a period if it has no end of its own.
func sentences(texts ...string) string {
	for i, s := range texts {
		s = strings.TrimSpace(s)
		if s != "" && !strings.ContainsAny(s[len(s)-1:], ".!?:") {
			s += "."
		}
		texts[i] = s
	}
	return joined(" ", texts...)
}
