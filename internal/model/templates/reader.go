// Package templates reads the values and texts of entries, which hold placeholders:
// it parses them, puts what the names stand for in their places, and checks that
// what comes of it can be written (docs/spec.md#templates). What a name stands for
// is the entry's to say, its Scope.
package templates

import (
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/schemas"
)

// Binding is what a name in a template stands for: exactly one of its members.
type Binding struct {
	Param *model.Param
	Field []*model.Tree // of a filled field, one per wording
	Parts []model.Part  // of {$status}, {$code}, {$name}; no wording if nil
	Plain bool          // Parts: typed as a plain scalar, not as text
}

// Scope says what the names in templates stand for.
type Scope interface {
	// Lookup finds what a name stands for. What is not there is reported.
	Lookup(name string, pos diag.Pos) (Binding, bool)
	Reportf(pos diag.Pos, code diag.Code, remedy, format string, args ...any)
}

// Reader reads values and texts with placeholders.
type Reader struct {
	Scope
	Literals *schemas.Literals
}

// Parse parses a text. What is wrong with its braces is reported.
func (r Reader) Parse(text string, pos diag.Pos) (Text, bool) {
	t, problem := Parse(text)
	if problem != "" {
		r.Reportf(pos, diag.BadTemplate, "write {name} for a placeholder, {{ and }} for braces", "the text %s %s", diag.Quote(text), problem)
	}
	return t, problem == ""
}

// Texts resolves a text that is no field's: of Error, of a close reason.
func (r Reader) Texts(t load.Text) ([]*model.Template, bool) {
	parsed, ok := r.Parse(t.S, t.Pos)
	if !ok {
		return nil, false
	}
	wordings, ok := r.Expand(parsed, t.Pos)
	if !ok {
		return nil, false
	}
	var texts []*model.Template
	for _, parts := range wordings {
		texts = append(texts, &model.Template{Parts: parts})
	}
	return texts, true
}
