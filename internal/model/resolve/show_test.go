package resolve

import (
	"fmt"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// emptyFile is a catalog without anything, for what needs a resolver only.
var emptyFile = &load.File{}

// The functions of this file write parts of a model in short, for tables.

// showGo is a Go type as it is written in Go.
func showGo(g model.GoType) string {
	names := map[model.GoKind]string{
		model.GoAny: "any", model.GoString: "string", model.GoInt64: "int64", model.GoInt32: "int32", model.GoUint64: "uint64",
		model.GoFloat64: "float64", model.GoBool: "bool", model.GoDuration: "time.Duration", model.GoTime: "time.Time",
		model.GoBytes: "[]byte", model.GoError: "error",
	}
	name := names[g.Kind]
	switch g.Kind {
	case model.GoNamed:
		name = g.Named.GoName
	case model.GoSlice:
		name = "[]" + showGo(*g.Elem)
	case model.GoMap:
		name = "map[string]" + showGo(*g.Elem)
	}
	return strings.Repeat("*", g.Pointers) + name
}

// showSignature is an entry's constructor: "NewBusy(status int, days int64)".
// Optional params follow in brackets, as struct fields.
func showSignature(e *model.Entry) string {
	var args, fields []string
	if e.StatusParam {
		args = append(args, "status int")
	}
	for _, p := range e.Params {
		if p.Required() {
			args = append(args, p.ArgName+" "+showGo(p.Go))
		} else {
			fields = append(fields, p.GoName+" "+showGo(p.Go))
		}
	}
	s := e.NewFunc + "(" + strings.Join(args, ", ") + ")"
	if len(fields) > 0 {
		s += " [" + strings.Join(fields, ", ") + "]"
	}
	return s
}

// showTemplate is a template with its params in braces.
func showTemplate(t *model.Template) string {
	var b strings.Builder
	for _, p := range t.Parts {
		switch p.Kind {
		case model.LiteralPart:
			b.WriteString(p.Literal)
		case model.ParamPart:
			b.WriteString("{" + p.Param.Name + "}")
		case model.StatusPart:
			b.WriteString("{$status}")
		}
	}
	return b.String()
}

func showTemplates(ts []*model.Template) string {
	var all []string
	for _, t := range ts {
		all = append(all, showTemplate(t))
	}
	return strings.Join(all, " | ")
}

// showTree is a tree as JSON with params in braces, those written as text in
// quotes.
func showTree(t *model.Tree) string {
	switch {
	case t.Param != nil && t.AsText:
		return `"{` + t.Param.Name + `}"`
	case t.Param != nil:
		return "{" + t.Param.Name + "}"
	case t.Kind == model.NumberValue && t.Template != nil:
		return showTemplate(t.Template)
	case t.Template != nil:
		return fmt.Sprintf("%q", showTemplate(t.Template))
	case t.Kind == model.ArrayValue:
		var items []string
		for _, item := range t.Items {
			items = append(items, showTree(item))
		}
		return "[" + strings.Join(items, ",") + "]"
	case t.Kind == model.ObjectValue:
		var members []string
		for _, m := range t.Members {
			members = append(members, m.Name+":"+showTree(m.Tree))
		}
		return "{" + strings.Join(members, ",") + "}"
	}
	v, _ := treeValue(t)
	return values.TextOf(v)
}

// showFills are the fields of an entry that something fills: "text=\"x\"". Open
// fields are "text=?", omitted ones "text=-".
func showFills(e *model.Entry) string {
	var all []string
	for _, f := range e.Fills {
		s := f.Field.Name + "="
		switch {
		case f.Omit:
			s += "-"
		case f.Open:
			s += "?"
		default:
			var ws []string
			for _, t := range f.Wordings {
				ws = append(ws, showTree(t))
			}
			s += strings.Join(ws, "|")
		}
		all = append(all, s)
	}
	return strings.Join(all, " ")
}

func showSet(s model.StatusSet) string {
	var all []string
	for _, r := range s {
		if r.Lo == r.Hi {
			all = append(all, fmt.Sprint(r.Lo))
		} else {
			all = append(all, fmt.Sprintf("%d-%d", r.Lo, r.Hi))
		}
	}
	return strings.Join(all, ",")
}

func entryOf(c *model.Catalog, name string) *model.Entry {
	for _, e := range c.Entries {
		if e.Name == name {
			return e
		}
	}
	return nil
}
