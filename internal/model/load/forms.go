package load

import (
	"slices"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// wrongType reports a value that is not what its key wants.
func (d *decoder) wrongType(k Text, v *Value, want, remedy string) {
	if v.Broken {
		return
	}
	d.wrong[v] = true
	if v.IsNull() {
		d.list.Report(v.Pos, diag.NullValue, diag.Quote(k.S)+" is "+v.describe()+", not "+want, remedy)
		return
	}
	is := v.describe()
	if v.Kind == Scalar && !v.Quoted {
		is = diag.Quote(v.Text)
	}
	d.list.Report(v.Pos, diag.WrongType, diag.Quote(k.S)+" is "+is+", not "+want, remedy)
}

func (d *decoder) isMapping(k Text, v *Value, what string) bool {
	if v.Kind == Mapping {
		return true
	}
	remedy := "write a mapping: {key: value, ...}"
	switch {
	case v.IsNull():
		remedy = "write {} for an empty mapping, or leave the key out"
	case v.Kind == Sequence:
		remedy = "write `name: value` for each instead of `- value`, or {name: value, ...}"
	case v.Kind == Scalar && !v.Quoted && slices.Contains(typeWords, v.Text) && !strings.HasPrefix(what, "of "):
		remedy = "write a schema: {type: " + v.Text + "}"
	}
	d.wrongType(k, v, "a mapping ("+what+")", remedy)
	return false
}

func (d *decoder) isList(k Text, v *Value, want string) bool {
	if v.Kind == Sequence {
		return true
	}
	remedy := "write it in brackets: [a, b]"
	if v.IsNull() {
		remedy = "write [] for an empty list, or leave the key out"
	}
	d.wrongType(k, v, want, remedy)
	return false
}

// text reads a text: a scalar that is not null. A plain one is its source text.
func (d *decoder) text(k Text, v *Value) Text {
	switch {
	case v.Broken:
		return Text{}
	case v.Kind == Mapping:
		d.wrongType(k, v, "text", "quote a text that begins with {")
	case v.Kind == Sequence:
		d.wrongType(k, v, "text", "quote a text that begins with [")
	case v.IsNull():
		d.wrongType(k, v, "text", quoteNull(v))
	default:
		return Text{Pos: v.Pos, S: v.Text}
	}
	return Text{}
}

// quoteNull is the remedy for a null where a text belongs.
func quoteNull(v *Value) string {
	word := v.Text
	if word == "" {
		word = "null"
	}
	return "write the text, quoted if it is meant to be " + diag.Quote(word) + ", or leave the key out"
}

// integer reads an integer of at least least.
func (d *decoder) integer(k Text, v *Value, least int64) Int {
	if v.Kind != Scalar || v.Quoted || v.IsNull() {
		d.wrongType(k, v, "an integer", "write a plain number such as 12, without quotes")
		return Int{}
	}
	if !v.IsInteger() {
		d.list.Report(v.Pos, diag.InvalidInteger, diag.Quote(k.S)+" is "+diag.Quote(v.Text)+", not an integer",
			"write decimal digits alone, without leading zeros: -?(0|[1-9][0-9]*)")
		return Int{}
	}
	n, err := strconv.ParseInt(v.Text, 10, 64)
	if err != nil || n < least {
		d.list.Report(v.Pos, diag.InvalidInteger, diag.Quote(k.S)+" is "+diag.Quote(v.Text)+", which is out of range",
			"write an integer of at least "+strconv.FormatInt(least, 10)+" that fits 64 bits")
		return Int{}
	}
	return Int{Pos: v.Pos, N: n}
}

// boolean reads true or false.
func (d *decoder) boolean(k Text, v *Value) Bool {
	b, ok := v.Bool()
	if !ok {
		d.wrongType(k, v, "true or false", "write true or false, without quotes")
		return Bool{}
	}
	return Bool{Pos: v.Pos, B: b}
}

// number reads a number, kept as written.
func (d *decoder) number(k Text, v *Value) *Value {
	if !v.IsNumber() {
		d.wrongType(k, v, "a number", "write a plain number such as 12 or 0.5, without quotes")
		return nil
	}
	return v
}

// scalar reads a scalar whose type a schema decides. One that is none is broken
// rather than absent, so that nobody asks for it.
func (d *decoder) scalar(k Text, v *Value) *Value {
	switch {
	case v.Broken:
		return v
	case v.IsNull():
		d.wrongType(k, v, "text or a number", quoteNull(v))
	case v.Kind != Scalar:
		d.wrongType(k, v, "text or a number", "write one text or number; quote a text that begins with { or [")
	default:
		return v
	}
	return &Value{Pos: v.Pos, Broken: true}
}

// texts reads a list of texts.
func (d *decoder) texts(k Text, v *Value) []Text {
	if !d.isList(k, v, "a list") {
		return nil
	}
	var ts []Text
	for _, item := range v.Items {
		if t := d.text(k, item); t.Given() {
			ts = append(ts, t)
		}
	}
	return ts
}

// oneOrMore reads one text or a list of texts.
func (d *decoder) oneOrMore(k Text, v *Value) []Text {
	if v.Kind == Sequence {
		return d.texts(k, v)
	}
	if t := d.text(k, v); t.Given() {
		return []Text{t}
	}
	return nil
}

// wire reads a mapping whose keys are names on the wire and whose values are
// typed by a schema. Bare keys are pieces of a text, not names.
func (d *decoder) wire(k Text, v *Value) []Member {
	if !d.isMapping(k, v, "of names to values") {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(v.Members), func(m Member) bool { return m.Value.bare })
}

// named calls f for each member of a mapping whose keys name things of the
// catalog. Broken values are left to f.
func (d *decoder) named(k Text, v *Value, what string, f func(name Text, v *Value)) {
	if !d.isMapping(k, v, what) {
		return
	}
	for _, m := range v.Members {
		switch {
		case isExtension(m.Key.S):
		case m.Key.S == "":
			d.list.Report(m.Key.Pos, diag.InvalidName, "an empty name in `"+k.S+"`", "give it a name")
		default:
			f(m.Key, m.Value)
		}
	}
}

// items calls f for each item of a list.
func (d *decoder) items(k Text, v *Value, f func(v *Value)) {
	if !d.isList(k, v, "a list") {
		return
	}
	for _, item := range v.Items {
		if !item.Broken {
			f(item)
		}
	}
}
