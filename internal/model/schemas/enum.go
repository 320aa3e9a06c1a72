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

// enumConstants names the Go constants of a named string type.
func (b *builder) enumConstants() {
	t := b.at.named
	if t == nil || !t.goTyped || b.s.Kind != model.StringKind {
		return
	}
	taken := map[string]bool{}
	for i, v := range b.s.Enum {
		name := t.model.GoName + strings.TrimPrefix(names.Exported(v.Text), "X")
		if strings.HasPrefix(strings.ToUpper(v.Text), "X") {
			name = t.model.GoName + names.Exported(v.Text)
		}
		if taken[name] || name == t.model.GoName {
			name += "Value" + strconv.Itoa(i+1)
		}
		taken[name] = true
		b.r.space.Claim(name, b.n.Enum[i].Pos, "the constant of "+diag.Quote(v.Text)+" of "+b.at.What)
		t.model.Constants = append(t.model.Constants, model.EnumConst{GoName: name, Value: v.Text})
	}
}
