package lsp

import (
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/lint"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/report"
	"github.com/seed-1b9d9f04/errgen/internal/yamledit"
)

// quickFix is the kind of actions that mend a finding.
const quickFix = "quickfix"

// actions are what mends the findings in a range, as far as it can be done for people.
func (w *workspace) actions(f *file, shown []diagnostic) []codeAction {
	all := []codeAction{}
	for _, d := range shown {
		if d.Source != "errgen" {
			continue
		}
		for _, m := range f.remedies(d) {
			text, err := m.apply(f)
			if err != nil || text == f.text.s {
				continue
			}
			edit := &workspaceEdit{Changes: map[string][]textEdit{w.uri(f.path): f.text.difference(text)}}
			all = append(all, codeAction{Title: m.title, Kind: quickFix, Diagnostics: []diagnostic{d}, IsPreferred: m.sure, Edit: edit})
		}
	}
	return all
}

// remedy is a change that mends a finding.
type remedy struct {
	title string
	sure  bool // it is what the finding asks for, and nothing else
	apply func(f *file) (string, error)
}

// edits is a remedy that edits a file.
func edits(title string, sure bool, edit yamledit.Edit) remedy {
	return remedy{title, sure, func(f *file) (string, error) { return f.edited(edit) }}
}

// edited is the text of a file with an edit. One within a piece reads that piece alone: a
// large file takes long.
func (f *file) edited(edit yamledit.Edit) (string, error) {
	for _, p := range f.pieces {
		if len(edit.Path) < 3 || p.section != edit.Path[0] || !p.whole || len(p.node.Elements) != 1 {
			continue
		}
		if key := p.node.Elements[0].Key; key != nil && key.Value == edit.Path[1] {
			edit.Path = edit.Path[1:]
			text, err := yamledit.Apply([]byte(p.text), edit)
			return f.text.s[:p.start] + string(text) + f.text.s[p.end:], err
		}
	}
	text, err := yamledit.Apply([]byte(f.text.s), edit)
	return string(text), err
}

// remedies are the changes that mend a finding: what it says itself was meant, and what
// there is to be done by its code.
func (f *file) remedies(d diagnostic) []remedy {
	message, way, _ := strings.Cut(d.Message, "\n")
	var all []remedy
	quoted := report.Quoted(message)
	if meant, ok := strings.CutPrefix(way, diag.Meant); ok && len(quoted) > 0 {
		all = append(all, f.meant(d, quoted, report.Quoted(meant)[0]))
	}
	at := f.text.offset(d.Range.Start)
	i := f.piece(at)
	if i < 0 || f.pieces[i].node == nil {
		return all
	}
	path := f.inFile(i, pathAt(base(f.pieces[i].section), f.pieces[i].node, at-f.pieces[i].start))
	if by := byCode[diag.Code(d.Code)]; by != nil && len(quoted) > 0 {
		all = append(all, by(f, path, quoted[0])...)
	}
	if _, isRule := lint.Explain(lint.Rule(d.Code)); isRule {
		all = append(all, allowing(path, d.Code)...)
	}
	return all
}

// meant writes the name that was meant in place of the one that is there.
func (f *file) meant(d diagnostic, quoted []string, name string) remedy {
	return remedy{"Write " + diag.Quote(name), true, func(f *file) (string, error) {
		start, end := f.text.offset(d.Range.Start), f.text.offset(d.Range.End)
		for _, word := range quoted {
			if i := strings.Index(f.text.s[start:end], word); i >= 0 {
				return f.text.s[:start+i] + name + f.text.s[start+i+len(word):], nil
			}
		}
		return f.text.s, nil
	}}
}

// byCode are remedies by the code of the finding: of the path that it is at, and of the
// first name in its message.
var byCode = map[diag.Code]func(f *file, path []string, name string) []remedy{
	diag.UnknownGroup: func(_ *file, _ []string, name string) []remedy {
		return []remedy{edits("Declare the group "+diag.Quote(name), false, yamledit.Edit{Path: []string{"groups", name, "title"}, Value: name, Before: []string{"count", "operations", "common", "fallback", "errors"}})}
	},
	diag.UnknownType: func(_ *file, path []string, name string) []remedy {
		if len(path) == 0 || path[len(path)-1] != "$ref" {
			return nil
		}
		return []remedy{edits("Declare the type "+diag.Quote(name), false, yamledit.Edit{
			Path: []string{"types", name}, Value: yamledit.Flow{Value: yamledit.Map{{Key: "type", Value: "string"}}}, Before: []string{"envelopes", "defaults", "errors"},
		})}
	},
	diag.UnknownPlaceholder: func(_ *file, path []string, name string) []remedy {
		if len(path) < 2 || path[0] != "errors" {
			return nil
		}
		return []remedy{edits("Declare the param "+diag.Quote(name), false, yamledit.Edit{
			Path: []string{"errors", path[1], "params", name}, Value: yamledit.Flow{Value: yamledit.Map{{Key: "type", Value: "string"}}},
		})}
	},
	diag.UnusedParam: func(f *file, path []string, name string) []remedy {
		if len(path) < 4 || path[len(path)-2] != "params" {
			return nil
		}
		if e := f.entry(path); e != nil && len(e.params) == 1 {
			path = path[:len(path)-1]
		}
		return []remedy{edits("Remove the param "+diag.Quote(name), false, yamledit.Edit{Path: path, Delete: true})}
	},
	diag.RequiredKeyword: func(_ *file, path []string, _ string) []remedy {
		return []remedy{edits("Remove `required`", true, yamledit.Edit{Path: path, Delete: true})}
	},
	diag.UnknownKey: func(_ *file, path []string, name string) []remedy {
		return []remedy{edits("Remove the key "+diag.Quote(name), false, yamledit.Edit{Path: path, Delete: true})}
	},
	diag.Code(lint.UnusedAllow): func(_ *file, path []string, _ string) []remedy {
		if len(path) < 2 || path[len(path)-2] != "allow" {
			return nil
		}
		return []remedy{edits("Remove the allowance", true, yamledit.Edit{Path: path, Delete: true})}
	},
}

// notYet is the reason of an allowance that is offered: people replace it.
const notYet = "TODO: say why."

// allowing offers to allow a rule of the linter at the nearest place that can.
func allowing(path []string, rule string) []remedy {
	if len(path) < 2 || !slices.Contains([]string{"errors", "envelopes", "operations"}, path[0]) || slices.Contains(path, "allow") {
		return nil
	}
	return []remedy{edits("Allow "+rule+" for "+path[1], false, yamledit.Edit{Path: []string{path[0], path[1], "allow", rule}, Value: notYet})}
}
