package schemas

import (
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
	b.enumConstants(b.enum())
}

// enum resolves the values of `enum`, and returns where each stands.
func (b *builder) enum() (places []diag.Pos) {
	b.s.Enum = nil
	seen := map[string]bool{}
	for _, n := range b.n.Enum {
		v, ok := b.enumValue(n)
		if !ok {
			continue
		}
		if key := scalarKey(v); !seen[key] {
			seen[key] = true
			b.s.Enum, places = append(b.s.Enum, v), append(places, n.Pos)
			continue
		}
		b.r.Reportf(n.Pos, diag.BadEnum, "list each value once", "%s is listed twice", diag.Quote(n.Text))
	}
	return places
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

// scalarKey is the same for scalars that are equal as JSON.
func scalarKey(v model.Value) string {
	if v.Kind == model.NumberValue {
		v.Text, _ = values.Canonical(v.Text)
	}
	return string(v.AppendJSON(nil))
}

// enumValue resolves a value of `enum`. It reports false for null, which the schema
// then admits, and for what is none.
func (b *builder) enumValue(v *load.Value) (model.Value, bool) {
	if v.Kind != load.Scalar && !v.Broken {
		b.r.Reportf(v.Pos, diag.BadEnum, "list scalars", "a value of `enum` is a list or a mapping")
		return model.Value{}, false
	}
	if !v.Quoted && values.IsNull(v.Text) && !v.Broken && b.s.Kind != model.StringKind {
		b.s.Nullable = true
		return model.Value{}, false
	}
	value, ok := b.r.Literal(v, b.literalSchema())
	return value, ok && value.Kind != model.NullValue
}

// enumConstants names the Go constants of a named string type: after what stands in
// the value, or as the value says. A name never depends on the value's place.
func (b *builder) enumConstants(places []diag.Pos) {
	t := b.at.named
	if t == nil || !t.goTyped || b.s.Kind != model.StringKind {
		for _, e := range b.n.EnumNames {
			b.r.Reportf(e.At("go"), diag.MisplacedKeyword, "leave it out, or declare a string type under `types` and use it with `$ref`",
				"`go` names a constant, and only an enum of texts that is a type under `types` has constants")
		}
		return
	}
	given := map[diag.Pos]string{}
	for _, e := range b.n.EnumNames {
		given[e.Value.Pos] = e.Name.S
	}
	for i, v := range b.s.Enum {
		pos := places[i]
		name := t.model.GoName + enumName(v, given[pos])
		if name == t.model.GoName {
			b.r.Reportf(pos, diag.UnnamedValue, "say its name: `{value: "+strconv.Quote(v.Text)+", go: {name: ...}}`",
				"%s has no letter or digit that its Go constant could be called after", diag.Quote(v.Text))
			continue
		}
		b.r.space.Claim(name, pos, "the constant of "+diag.Quote(v.Text)+" of "+b.at.What)
		t.model.Constants = append(t.model.Constants, model.EnumConst{GoName: name, Value: v.Text})
	}
}

// enumName is what a constant is called behind its type's name: as is given, else after
// what is in the value, "" if that is nothing.
func enumName(v model.Value, given string) string {
	if given != "" {
		return given
	}
	name := names.Exported(v.Text)
	if strings.HasPrefix(strings.ToUpper(v.Text), "X") {
		return name
	}
	return strings.TrimPrefix(name, "X")
}
