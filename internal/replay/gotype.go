package replay

import (
	"reflect"
	"strconv"
	"time"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/templates/errgen"
)

// maxRecursion is how often a type that contains itself is laid out: reflect has no
// recursive types. What lies deeper is kept as any JSON value, and so is a type with
// more than maxParts parts: those of a struct are written out in its name.
const (
	maxRecursion = 4
	maxParts     = 1000
)

// goTypes makes the Go types that a generated package has, without names.
type goTypes struct {
	open map[*model.Type]int          // those that are being made
	made map[*model.Type]reflect.Type // those that hold nothing which is kept as any
	cut  int                          // how often something was
	size map[reflect.Type]int         // of structs, in parts
}

func newGoTypes() *goTypes {
	return &goTypes{open: map[*model.Type]int{}, made: map[*model.Type]reflect.Type{}, size: map[reflect.Type]int{}}
}

// parts is how many parts a type has.
func (g *goTypes) parts(t reflect.Type) int {
	switch t.Kind() {
	case reflect.Slice, reflect.Map, reflect.Pointer:
		return 1 + g.parts(t.Elem())
	case reflect.Struct:
		return 1 + g.size[t]
	}
	return 1
}

// data is the struct of an entry's data, nil if it has none.
func (g *goTypes) data(e *model.Entry) reflect.Type {
	if e.TypeName == "" {
		return nil
	}
	var fields []reflect.Type
	if e.StatusParam {
		fields = append(fields, reflect.TypeFor[int]())
	}
	for _, p := range e.Params {
		fields = append(fields, g.of(p.Go))
	}
	return structOf(fields)
}

// record is a struct with fields of some types, any if it has too many parts.
func (g *goTypes) record(fields []reflect.Type) reflect.Type {
	n := 0
	for _, f := range fields {
		n += g.parts(f)
	}
	if n > maxParts {
		return scalars[model.GoAny]
	}
	made := structOf(fields)
	g.size[made] = n
	return made
}

// exchange is the struct of exchange values.
func (g *goTypes) exchange(values []*model.Exchange) reflect.Type {
	var fields []reflect.Type
	for _, x := range values {
		fields = append(fields, g.of(x.Go))
	}
	return structOf(fields)
}

func structOf(types []reflect.Type) reflect.Type {
	fields := make([]reflect.StructField, len(types))
	for i, t := range types {
		fields[i] = reflect.StructField{Name: "F" + strconv.Itoa(i), Type: t}
	}
	return reflect.StructOf(fields)
}

// scalars are the Go types of scalar kinds.
var scalars = map[model.GoKind]reflect.Type{
	model.GoAny:      reflect.TypeFor[any](),
	model.GoString:   reflect.TypeFor[string](),
	model.GoInt64:    reflect.TypeFor[int64](),
	model.GoInt32:    reflect.TypeFor[int32](),
	model.GoUint64:   reflect.TypeFor[uint64](),
	model.GoFloat64:  reflect.TypeFor[float64](),
	model.GoBool:     reflect.TypeFor[bool](),
	model.GoDuration: reflect.TypeFor[time.Duration](),
	model.GoTime:     reflect.TypeFor[time.Time](),
	model.GoBytes:    reflect.TypeFor[[]byte](),
	model.GoError:    reflect.TypeFor[error](),
}

// of is a Go type.
func (g *goTypes) of(t model.GoType) reflect.Type {
	made := scalars[t.Kind]
	switch t.Kind {
	case model.GoSlice:
		made = reflect.SliceOf(g.of(*t.Elem))
	case model.GoMap:
		made = reflect.MapOf(scalars[model.GoString], g.of(*t.Elem))
	case model.GoNamed:
		made = g.named(t.Named)
	}
	for range t.Pointers {
		made = reflect.PointerTo(made)
	}
	return made
}

// named is a type that the package declares.
func (g *goTypes) named(t *model.Type) reflect.Type {
	if made := g.made[t]; made != nil {
		return made
	}
	if g.open[t] == maxRecursion {
		g.cut++
		return scalars[model.GoAny]
	}
	cut := g.cut
	g.open[t]++
	made := g.layout(t)
	g.open[t]--
	if g.cut == cut {
		g.made[t] = made
	}
	return made
}

// layout is what a type that the package declares is.
func (g *goTypes) layout(t *model.Type) reflect.Type {
	var fields []reflect.Type
	switch s := t.Schema; s.Kind {
	case model.UnionKind:
		return reflect.TypeFor[errgen.Scalar]()
	case model.ArrayKind:
		return reflect.SliceOf(g.of(s.Items.Go))
	case model.MapKind:
		return reflect.MapOf(scalars[model.GoString], g.of(s.Additional.Go))
	case model.ObjectKind:
		for _, p := range s.Properties {
			fields = append(fields, g.of(p.Go))
		}
		if t.More != "" {
			fields = append(fields, reflect.MapOf(scalars[model.GoString], g.of(s.Additional.Go)))
		}
	case model.OneOfKind:
		for _, a := range t.Alternatives {
			fields = append(fields, g.of(a.Go))
		}
	default:
		return scalars[model.GoString]
	}
	return g.record(fields)
}
