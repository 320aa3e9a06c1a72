package lower

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/templates/errgen"
)

// mode is where a template is written.
type mode uint8

const (
	asText    mode = iota // as it is
	asString              // in a JSON string
	asQuoted              // in a header, where quoted strings are escaped
	asMarkup              // in a body of HTML or XML, where params are escaped
	asEscaped             // there, and the words are escaped as well
	asLine                // in a message for people: on one line, safe to print
)

// textMode is how the templates of an envelope whose body is text are written.
func textMode(env *model.Envelope) mode {
	if env.Markup {
		return asMarkup
	}
	return asText
}

// codeMode is how the code is written: it is no markup of the catalog's, as the text
// is in which it stands.
func codeMode(m mode) mode {
	if m == asMarkup {
		return asEscaped
	}
	return m
}

// textWriter makes the programs of one entry.
type textWriter struct {
	l     *lowerer
	entry *model.Entry
	env   *model.Envelope // in which it is written
	index map[*model.Param]int
}

func (l *lowerer) writer(e *model.Entry) *textWriter {
	w := &textWriter{l: l, entry: e, env: e.Envelope, index: map[*model.Param]int{}}
	first := 0
	if e.StatusParam {
		first = 1
	}
	for i, p := range e.Params {
		w.index[p] = first + i
	}
	return w
}

// operand is a param's operand.
func (w *textWriter) operand(p *model.Param) int { return w.index[p] << 1 }

// template writes a template.
func (w *textWriter) template(t *model.Template, m mode) draft {
	var p draft
	quoted := false
	for _, part := range t.Parts {
		switch part.Kind {
		case model.LiteralPart:
			p = append(p, literal(part.Literal, m)...)
			if m == asQuoted {
				quoted = quoted != (strings.Count(part.Literal, `"`)%2 == 1)
			}
		case model.StatusPart:
			p = append(p, w.status()...)
		case model.CodePart:
			p = append(p, w.template(w.entry.Code.Template, codeMode(m))...)
		case model.ParamPart:
			p = append(p, hole(holeOp(m, quoted, part.Param), w.operand(part.Param))...)
		}
	}
	return p
}

// holeOp is how a param is written; quoted: between the quotes of a header. It is nil
// for an exchange value.
func holeOp(m mode, quoted bool, p *model.Param) errgen.Op {
	switch {
	case m == asString:
		return errgen.OpString
	case m == asQuoted && quoted:
		return errgen.OpQuoted
	case m == asEscaped, m == asMarkup && (p == nil || !p.Markup):
		return errgen.OpMarkup
	}
	return errgen.OpText
}

// literal is a literal text in a draft.
func literal(s string, m mode) draft {
	switch m {
	case asString:
		s = string(errgen.AppendEscaped(nil, s))
	case asEscaped:
		s = string(errgen.AppendMarkup(nil, s))
	case asLine:
		if strings.ContainsAny(s, "\n\r\v\f\u0085\u2028\u2029") {
			s = lineBreaks.ReplaceAllString(s, " ")
		}
		s = errgen.Printable(s, math.MaxInt)
	}
	return text(s)
}

// lineBreaks are the ends of lines with the white space around them.
var lineBreaks = regexp.MustCompile(`[\s\x{85}\x{2028}\x{2029}]*[\n\r\v\f\x{85}\x{2028}\x{2029}][\s\x{85}\x{2028}\x{2029}]*`)

// status is the occurrence's status: digits where only one is possible.
func (w *textWriter) status() draft {
	if !w.entry.StatusParam {
		return text(jsonNumber(w.entry.WriteStatusIn(w.env)))
	}
	return mark(errgen.OpStatus)
}

// templates writes a list of wordings.
func (w *textWriter) templates(ts []*model.Template, m mode) draft {
	all := make([]draft, len(ts))
	for i, t := range ts {
		all[i] = w.template(t, m)
	}
	return pickOf(all)
}

// pickOf joins wordings.
func pickOf(all []draft) draft {
	if len(all) < 2 {
		return join(all...)
	}
	p := mark(errgen.OpPick)
	for i, wording := range all {
		if i > 0 {
			p = append(p, mark(errgen.OpOr)...)
		}
		p = append(p, wording...)
	}
	return append(p, mark(errgen.OpEnd)...)
}

// text writes the wordings of a field as text.
func (w *textWriter) text(trees []*model.Tree, m mode) draft {
	all := make([]draft, len(trees))
	for i, t := range trees {
		all[i] = w.treeText(t, m)
	}
	return pickOf(all)
}

// treeText writes a tree as text: a string without its quotes, nothing for null, else its
// JSON.
func (w *textWriter) treeText(t *model.Tree, m mode) draft {
	switch {
	case t.Param != nil:
		return hole(holeOp(m, false, t.Param), w.operand(t.Param))
	case t.Kind == model.StringValue:
		return w.template(t.Template, m)
	case t.Kind == model.NullValue:
		return nil
	}
	return w.tree(t)
}

// tree writes a tree as JSON.
func (w *textWriter) tree(t *model.Tree) draft {
	switch {
	case t.Param != nil && t.AsText:
		return quoted(hole(errgen.OpString, w.operand(t.Param)))
	case t.Param != nil:
		return hole(errgen.OpValue, w.operand(t.Param))
	}
	switch t.Kind {
	case model.BoolValue:
		return text(strconv.FormatBool(t.Bool))
	case model.NumberValue:
		if t.Template != nil {
			return w.template(t.Template, asText)
		}
		return text(t.Number)
	case model.StringValue:
		return quoted(w.template(t.Template, asString))
	case model.ArrayValue:
		p := text("[")
		for i, item := range t.Items {
			if i > 0 {
				p = append(p, text(",")...)
			}
			p = append(p, w.tree(item)...)
		}
		return append(p, text("]")...)
	case model.ObjectValue:
		return w.object(w.treeMembers(t), false, "")
	}
	return text("null")
}

// quoted puts a string's content between quotes.
func quoted(content draft) draft { return join(text(`"`), content, text(`"`)) }

func (w *textWriter) treeMembers(t *model.Tree) []written {
	var members []written
	for _, m := range t.Members {
		value := written{name: m.Name, value: w.tree(m.Tree)}
		if p := m.Tree.Param; p != nil && p.Optional && p.Default == nil {
			value.when, value.cond = true, w.operand(p)
		}
		members = append(members, value)
	}
	return members
}

// written is a member of an object as it is written.
type written struct {
	name  string
	value draft
	when  bool // only if the operand cond is there
	cond  int
	drop  bool // an object that leaves itself out: value ends with OpDrop
	raw   bool // value is whole members, each with a comma
}

// object writes an object. If it is optional, and nothing is in it, it is left
// out: the name that stands in front is then taken back.
func (w *textWriter) object(members []written, optional bool, name string) draft {
	loose := optional
	for _, m := range members {
		loose = loose || m.when || m.drop || m.raw
	}
	p := text(name + "{")
	for i, m := range members {
		p = append(p, m.draft(i, loose)...)
	}
	switch {
	case optional:
		return append(p, hole(errgen.OpDrop, len(name)+1)...)
	case loose:
		return append(p, mark(errgen.OpClose)...)
	}
	return append(p, text("}")...)
}

// draft writes the i'th member of an object; loose: with a comma behind it,
// not in front.
func (m written) draft(i int, loose bool) draft {
	name := text(memberName(m.name))
	switch {
	case m.raw, m.drop:
		return m.value
	case m.when:
		return join(hole(errgen.OpIf, m.cond), name, m.value, text(","), mark(errgen.OpEnd))
	case loose:
		return join(name, m.value, text(","))
	case i > 0:
		return join(text(","), name, m.value)
	}
	return join(name, m.value)
}

func memberName(name string) string { return string(errgen.AppendQuoted(nil, name)) + ":" }
