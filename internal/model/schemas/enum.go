package schemas

import (
	"slices"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/names"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// values resolves `const` and `enum`.
func (b *builder) values() {
	n, s := b.n, b.s
	if b.base != nil && b.base.Kind == s.Kind {
		s.Const, s.Enum = b.base.Const, b.base.Enum
	}
	if n.Const != nil {
		if v, ok := b.r.Literal(n.Const, b.literalSchema()); ok {
			s.Const = &v
		}
	}
	if !n.Has("enum") {
		return
	}
	if len(n.Enum) == 0 {
		b.r.Reportf(n.At("enum"), diag.BadEnum, "list the values", "`enum` without a value admits nothing")
	}
	s.Enum = nil
	for _, v := range n.Enum {
		b.enumValue(v)
	}
	b.enumConstants()
}

// literalSchema is what types the literals of const and enum: the type that is
// given, else the core schema.
func (b *builder) literalSchema() *model.Schema {
	if b.base == nil && !b.n.Has("type") {
		return values.Any()
	}
	return withoutValues(b.s)
}

// withoutValues is a schema's type alone.
func withoutValues(s *model.Schema) *model.Schema {
	clone := *s
	clone.Const, clone.Enum = nil, nil
	if (clone.Kind == model.ObjectKind || clone.Kind == model.MapKind) && clone.Additional == nil {
		clone.Kind, clone.Additional = model.MapKind, values.Any()
	}
	return &clone
}

func (b *builder) enumValue(v *load.Value) {
	s := b.s
	if v.Kind != load.Scalar && !v.Broken {
		b.r.Reportf(v.Pos, diag.BadEnum, "list scalars", "a value of `enum` is a list or a mapping")
		return
	}
	if !v.Quoted && values.IsNull(v.Text) && !v.Broken && s.Kind != model.StringKind {
		s.Nullable = true
		return
	}
	value, ok := b.r.Literal(v, b.literalSchema())
	if !ok || value.Kind == model.NullValue {
		return
	}
	if slices.ContainsFunc(s.Enum, func(e model.Value) bool { return values.Equal(e, value) }) {
		b.r.Reportf(v.Pos, diag.BadEnum, "list each value once", "%s is listed twice", diag.Quote(v.Text))
		return
	}
	s.Enum = append(s.Enum, value)
}

// enumConstants names the Go constants of a named string type: after what stands in
// the value, or as the value says. A name never depends on the value's place.
func (b *builder) enumConstants() {
	t := b.at.named
	if t == nil || !t.goTyped || b.s.Kind != model.StringKind {
		for _, e := range b.n.EnumNames {
			b.r.Reportf(e.At("go"), diag.MisplacedKeyword, "leave it out, or declare a string type under `types` and use it with `$ref`",
				"`go` names a constant, and only an enum of texts that is a type under `types` has constants")
		}
		return
	}
	for _, v := range b.s.Enum {
		pos := b.enumPos(v)
		name := t.model.GoName + b.enumName(v, pos)
		if name == t.model.GoName {
			b.r.Reportf(pos, diag.UnnamedValue, "say its name: `{value: "+strconv.Quote(v.Text)+", go: {name: ...}}`",
				"%s has no letter or digit that its Go constant could be called after", diag.Quote(v.Text))
			continue
		}
		b.r.space.Claim(name, pos, "the constant of "+diag.Quote(v.Text)+" of "+b.at.What)
		t.model.Constants = append(t.model.Constants, model.EnumConst{GoName: name, Value: v.Text})
	}
}

// enumPos is the place of a value.
func (b *builder) enumPos(v model.Value) diag.Pos {
	for _, n := range b.n.Enum {
		if n.Text == v.Text {
			return n.Pos
		}
	}
	return b.n.At("enum")
}

// enumName is what a constant is called behind its type's name, "" if nothing is in
// the value to call it after.
func (b *builder) enumName(v model.Value, pos diag.Pos) string {
	for _, e := range b.n.EnumNames {
		if e.Value.Pos == pos {
			return e.Name.S
		}
	}
	name := names.Exported(v.Text)
	if strings.HasPrefix(strings.ToUpper(v.Text), "X") {
		return name
	}
	return strings.TrimPrefix(name, "X")
}
