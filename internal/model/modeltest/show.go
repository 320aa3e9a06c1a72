// Package modeltest writes parts of a model in short, for the tables of tests.
package modeltest

import (
	"fmt"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// Go is a Go type as it is written in Go.
func Go(g model.GoType) string {
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
		name = "[]" + Go(*g.Elem)
	case model.GoMap:
		name = "map[string]" + Go(*g.Elem)
	}
	return strings.Repeat("*", g.Pointers) + name
}

// Signature is an entry's constructor: "NewBusy(status int, days int64)".
// Optional params follow in brackets, as struct fields.
func Signature(e *model.Entry) string {
	var args, fields []string
	if e.StatusParam {
		args = append(args, "status int")
	}
	for _, p := range e.Params {
		if p.Required() {
			args = append(args, p.ArgName+" "+Go(p.Go))
		} else {
			fields = append(fields, p.GoName+" "+Go(p.Go))
		}
	}
	s := e.NewFunc + "(" + strings.Join(args, ", ") + ")"
	if len(fields) > 0 {
		s += " [" + strings.Join(fields, ", ") + "]"
	}
	return s
}

// Templates are several templates.
func Templates(ts []*model.Template) string {
	var all []string
	for _, t := range ts {
		all = append(all, t.String())
	}
	return strings.Join(all, " | ")
}

// Tree is a tree as JSON with params in braces, those written as text in
// quotes.
func Tree(t *model.Tree) string {
	switch {
	case t.Param != nil && t.AsText:
		return `"{` + t.Param.Name + `}"`
	case t.Param != nil:
		return "{" + t.Param.Name + "}"
	case t.Kind == model.NumberValue && t.Template != nil:
		return t.Template.String()
	case t.Template != nil:
		return fmt.Sprintf("%q", t.Template.String())
	case t.Kind == model.ArrayValue:
		var items []string
		for _, item := range t.Items {
			items = append(items, Tree(item))
		}
		return "[" + strings.Join(items, ",") + "]"
	case t.Kind == model.ObjectValue:
		var members []string
		for _, m := range t.Members {
			members = append(members, m.Name+":"+Tree(m.Tree))
		}
		return "{" + strings.Join(members, ",") + "}"
	}
	switch t.Kind {
	case model.BoolValue:
		return fmt.Sprint(t.Bool)
	case model.NumberValue:
		return t.Number
	}
	return "null"
}

// Fills are the fields of an entry that something fills: "text=\"x\"". Open
// fields are "text=?", omitted ones "text=-".
func Fills(e *model.Entry) string {
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
				ws = append(ws, Tree(t))
			}
			s += strings.Join(ws, "|")
		}
		all = append(all, s)
	}
	return strings.Join(all, " ")
}

// Statuses is a status set: "404,500-599".
func Statuses(s model.StatusSet) string {
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

// Entry is the entry of a name, nil if there is none.
func Entry(c *model.Catalog, name string) *model.Entry {
	for _, e := range c.Entries {
		if e.Name == name {
			return e
		}
	}
	return nil
}

// Envelope is an envelope: its statuses, headers and body. Leaves are named for what
// stands there: "a" for the field of its own name, "a=b" for another field, "a=#code",
// "a=#status", "a=$x" for an exchange value, "a=1" for a constant. "?" is optional, "!"
// sensitive, "~" an alias, "..." are further members, brackets a list of errors.
func Envelope(e *model.Envelope) string {
	var all []string
	for _, h := range e.Headers {
		all = append(all, node(h))
	}
	return strings.TrimSpace(Statuses(e.Status) + " " + strings.Join(all, " ") + " / " + node(e.Body))
}

func node(n *model.Node) string {
	if n == nil {
		return ""
	}
	what := n.Name
	switch n.Kind {
	case model.ObjectNode:
		var members []string
		for _, m := range n.Members {
			members = append(members, node(m))
		}
		if n.Additional != nil {
			members = append(members, "..."+n.Additional.Field.Name)
		}
		what += "{" + strings.Join(members, " ") + "}"
	case model.RepeatedNode:
		what += "[" + node(n.Item) + "]"
	case model.ConstNode:
		what += "=" + string(n.Const.AppendJSON(nil))
	case model.StatusNode:
		what += "=#status"
	case model.CodeNode:
		what += "=#code"
	case model.ExchangeNode:
		what += "=$" + n.Exchange.Name
	case model.FieldNode:
		if n.Field.Name != n.Name {
			what += "=" + n.Field.Name
		}
	}
	for _, mark := range []struct {
		is   bool
		mark string
	}{{n.Optional, "?"}, {n.Sensitive, "!"}, {n.Alias, "~"}} {
		if mark.is {
			what += mark.mark
		}
	}
	return what
}
