package breaking

import (
	"maps"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// codeOf is an entry's code as the catalog has it, "" if it has none.
func codeOf(e *model.Entry) string {
	if e.Code == nil {
		return ""
	}
	return e.Code.Template.String()
}

// treeTexts are wordings as the catalog has them.
func treeTexts(wordings []*model.Tree) string {
	var all []string
	for _, t := range wordings {
		all = append(all, treeText(t))
	}
	return strings.Join(all, " | ")
}

// treeText is a value as the catalog has it.
func treeText(t *model.Tree) string {
	var parts []string
	switch {
	case t.Param != nil:
		return "{" + t.Param.Name + "}"
	case t.Template != nil:
		return t.Template.String()
	case t.Kind == model.ArrayValue:
		for _, item := range t.Items {
			parts = append(parts, treeText(item))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case t.Kind == model.ObjectValue:
		for _, m := range t.Members {
			parts = append(parts, m.Name+": "+treeText(m.Tree))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	}
	v, _ := t.Value()
	return v.Scalar()
}

// sortedKeys are the keys of a map in order.
func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
