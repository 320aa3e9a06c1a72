package reference

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// number returns an integer.
func (b *Builder[M]) number(n int) M { return M(strconv.Itoa(n)) }

// statusLine is a status with its reason phrase (RFC 9110 section 15).
func statusLine(status int) string {
	return strings.TrimSpace(strconv.Itoa(status) + " " + http.StatusText(status))
}

// statuses are the ranges of a set as the catalog language writes them
// (docs/spec.md#status-sets), single ones with their reason phrases.
func (b *Builder[M]) statuses(set model.StatusSet) []M {
	return each(set, func(r model.StatusRange) M {
		if r.Lo == r.Hi {
			return b.Text(statusLine(r.Lo))
		}
		return b.statusRange(r)
	})
}

// statusRange is a status or range without words.
func (b *Builder[M]) statusRange(r model.StatusRange) M { return b.Text(r.String()) }

// shortStatus is an entry's status in the table of all.
func (b *Builder[M]) shortStatus(e *model.Entry) M { return b.Text(e.Status.String()) }

// codeOf is an entry's code: a constant, or a template with its placeholders.
func (b *Builder[M]) codeOf(e *model.Entry) M {
	if e.Code == nil {
		return ""
	}
	return b.Code(e.Code.Template.String())
}

// summaryOf is what an entry is about, in a line.
func (b *Builder[M]) summaryOf(e *model.Entry) M {
	return b.Text(SummaryOf(e))
}

// SummaryOf is what an entry is about, in a line: of its description, else of
// its text, if the catalog has words for it.
func SummaryOf(e *model.Entry) string {
	if s := Summary(e.Description); s != "" {
		return s
	}
	if len(e.Text) > 0 && e.Text[0].LiteralLen() > 0 {
		return Summary(e.Text[0].String())
	}
	return ""
}

// treeText is a filled value: a text as it is, anything else as JSON, with the
// placeholders in braces.
func treeText(t *model.Tree) string {
	if t.Param == nil && t.Kind == model.StringValue {
		return t.Template.String()
	}
	return string(appendTree(nil, t))
}

// appendTree appends a tree in JSON; a param alone has no quotes, whatever its
// type.
func appendTree(b []byte, t *model.Tree) []byte {
	switch {
	case t.Param != nil:
		return append(b, "{"+t.Param.Name+"}"...)
	case t.Kind == model.NumberValue && t.Template != nil:
		return append(b, t.Template.String()...)
	case t.Kind == model.ArrayValue:
		b = append(b, '[')
		for i, item := range t.Items {
			if i > 0 {
				b = append(b, ", "...)
			}
			b = appendTree(b, item)
		}
		return append(b, ']')
	case t.Kind == model.ObjectValue:
		b = append(b, '{')
		for i, m := range t.Members {
			if i > 0 {
				b = append(b, ", "...)
			}
			b = model.Value{Kind: model.StringValue, Text: m.Name}.AppendJSON(b)
			b = appendTree(append(b, ": "...), m.Tree)
		}
		return append(b, '}')
	}
	v := model.Value{Kind: t.Kind, Bool: t.Bool, Text: t.Number}
	if t.Kind == model.StringValue {
		v.Text = t.Template.String()
	}
	return v.AppendJSON(b)
}

// valueCode is a value as JSON.
func (b *Builder[M]) valueCode(v model.Value) M { return b.Code(string(v.AppendJSON(nil))) }
