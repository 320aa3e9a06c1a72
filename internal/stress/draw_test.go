package stress

import (
	"hash/fnv"
	"math/rand"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/replay"
)

// A drawer draws occurrences of one catalog's entries.
type drawer struct {
	r        *rand.Rand
	program  *replay.Program
	wild     bool     // values may be such as their schemas do not allow
	literals []string // of the templates of the entry that is drawn
}

// newDrawer makes a drawer whose draws depend on the names alone.
func newDrawer(program *replay.Program, names ...string) *drawer {
	h := fnv.New64a()
	for _, name := range names {
		_, _ = h.Write([]byte(name + "\x00"))
	}
	return &drawer{r: rand.New(rand.NewSource(int64(h.Sum64()))), program: program}
}

// wildly reports whether the next value is drawn without regard to its schema.
func (d *drawer) wildly() bool { return d.wild && d.r.Intn(3) == 0 }

// An occurrence is an entry with values for its params.
type occurrence struct {
	entry  *model.Entry
	env    *model.Envelope // nil: none
	status int             // 0: the entry's own
	params map[*model.Param]model.Value
	// builds are the params as the driver of the generated packages takes them:
	// JSON, but for an error within, which is a build of its own.
	builds map[string]any
}

// A build is an occurrence as the driver of the generated packages takes it.
type build struct {
	Entry  string
	Status int
	Params map[string]any // by the names of the Go struct's fields
}

// maxDepth is how deep values go where schemas do not ask for more, mostDepth how deep
// they go at all.
const (
	maxDepth  = 3
	mostDepth = 50
)

// occurrence draws values for the params of an entry in one of its envelopes. It
// reports false if some schema allows nothing that it finds.
func (d *drawer) occurrence(e *model.Entry, env *model.Envelope, depth int) (occurrence, bool) {
	outer := d.literals
	defer func() { d.literals = outer }()
	d.literals = literalsOf(e)
	o := occurrence{entry: e, env: env, params: map[*model.Param]model.Value{}, builds: map[string]any{}}
	if i := slices.Index(e.Reads, env); i >= 0 && (e.StatusParam || i > 0) {
		o.status = d.status(e.ReadStatus[i])
	}
	together := map[*model.Param]bool{}
	if env != nil {
		d.objects(e, env.Body, true, together)
	}
	for _, p := range e.Params {
		absent := p.Optional && p.Default == nil
		there := depth < maxDepth && d.r.Intn(2) == 0
		if all, ok := together[p]; ok {
			there = all
		}
		if absent && env == e.Envelope && !there {
			continue
		}
		v, b, ok := d.param(p, depth)
		if strings.HasPrefix(v.Text, "-") && isWait(e, p) {
			v.Text = "0" // nobody is told to wait until before now: what is negative is written as 0
			b = buildOf(p.Schema, v)
		}
		if together[p] && v.Kind == model.NullValue && p.Schema.Resolved().Kind == model.AnyKind { // nil is absent
			v, b = model.Value{Kind: model.BoolValue, Bool: true}, true
		}
		switch {
		case !ok && !absent:
			return o, false
		case ok && !(absent && v.Kind == model.NullValue && (!isNullable(p.Schema) || isNull(p.Schema))): // nil is absent
			o.params[p], o.builds[p.GoName] = v, b
		}
	}
	return o, true
}

// isWait reports whether a param stands in the header Retry-After, the entry's or one of
// its envelopes'.
func isWait(e *model.Entry, p *model.Param) bool {
	isIn := func(t *model.Tree) bool { return t.Holds(p) }
	for _, h := range e.Headers {
		for _, line := range h.Lines {
			if h.Name == "Retry-After" && slices.ContainsFunc(line.Wordings, isIn) {
				return true
			}
		}
	}
	for _, env := range e.Reads {
		for _, h := range env.Headers {
			if h.Name == "Retry-After" && slices.ContainsFunc(e.Fills, func(f *model.Fill) bool { return f.Field == h.Field && slices.ContainsFunc(f.Wordings, isIn) }) {
				return true
			}
		}
	}
	return false
}

// objects decides for the params that stand alone in members of optional objects
// whether they are there: those of required members all are, or all in the object
// are not.
func (d *drawer) objects(e *model.Entry, n *model.Node, there bool, together map[*model.Param]bool) {
	if n == nil {
		return
	}
	if n.Kind == model.ObjectNode && n.Optional {
		there = there && d.r.Intn(2) == 0
	}
	for _, m := range n.Members {
		d.objects(e, m, there, together)
		for _, fill := range e.Fills {
			if m.Kind == model.FieldNode && fill.Field == m.Field && len(fill.Wordings) == 1 && fill.Wordings[0].Param != nil && (!m.Optional || !there) {
				together[fill.Wordings[0].Param] = there
			}
		}
	}
}

// param draws a param's value, and its build.
func (d *drawer) param(p *model.Param, depth int) (model.Value, any, bool) {
	if p.Default != nil && d.r.Intn(2) == 0 {
		return *p.Default, buildOf(p.Schema, *p.Default), true
	}
	return d.value(p.Schema, depth)
}

// status draws one of a set, 0 if there is none.
func (d *drawer) status(set model.StatusSet) int {
	if len(set) == 0 {
		return 0
	}
	r := set[d.r.Intn(len(set))]
	return r.Lo + d.r.Intn(r.Hi-r.Lo+1)
}

// value draws a value of a schema, and its build.
func (d *drawer) value(s *model.Schema, depth int) (model.Value, any, bool) {
	switch {
	case s.Nullable && (depth > maxDepth || d.r.Intn(3) == 0):
		return model.Value{}, nil, true
	case depth > mostDepth:
		return model.Value{}, nil, false
	case s.Kind == model.ErrorKind:
		return d.nested(s.ErrorOf, depth)
	case s.Kind == model.ArrayKind && s.Items != nil && s.Items.Kind == model.ErrorKind:
		return d.nestedList(s, depth)
	}
	v, ok := d.plain(s, depth)
	if !ok {
		return v, nil, false
	}
	return v, buildOf(s, v), true
}

// plain draws a value without errors in it.
func (d *drawer) plain(s *model.Schema, depth int) (model.Value, bool) {
	switch {
	case s.Kind == model.RefKind:
		return d.plain(underRef(s), depth)
	case s.Nullable && (depth > maxDepth || d.r.Intn(4) == 0):
		return model.Value{}, true
	case depth > mostDepth:
		return model.Value{}, false
	case s.Const != nil && !d.wildly():
		return *s.Const, true
	case len(s.Enum) > 0 && !d.wildly():
		return s.Enum[d.r.Intn(len(s.Enum))], true
	}
	switch s.Kind {
	case model.StringKind:
		text, ok := d.text(s)
		return model.Value{Kind: model.StringValue, Text: text}, ok
	case model.IntegerKind, model.NumberKind:
		text, ok := d.number(s, s.Kind == model.IntegerKind)
		return model.Value{Kind: model.NumberValue, Text: text}, ok
	case model.BooleanKind:
		return model.Value{Kind: model.BoolValue, Bool: d.r.Intn(2) == 0}, true
	case model.UnionKind:
		one := *s
		one.Kind, one.Union = s.Union[d.r.Intn(len(s.Union))], nil
		return d.plain(&one, depth)
	case model.OneOfKind:
		return d.plain(d.alternative(s, depth), depth+1)
	case model.ArrayKind:
		return d.list(s, depth)
	case model.ObjectKind, model.MapKind:
		return d.object(s, depth)
	case model.AnyKind:
		return d.any(depth), true
	}
	return model.Value{}, s.Kind == model.NullKind
}

// alternative draws one of a schema's, deep down one of the smallest.
func (d *drawer) alternative(s *model.Schema, depth int) *model.Schema {
	if depth > maxDepth {
		for _, kind := range []model.ValueKind{model.StringValue, model.NumberValue, model.BoolValue, model.ArrayValue} {
			if i := slices.IndexFunc(s.OneOf, func(a *model.Schema) bool { return admitsKind(a, kind) }); i >= 0 {
				return s.OneOf[i]
			}
		}
	}
	return s.OneOf[d.r.Intn(len(s.OneOf))]
}

// underRef is the schema behind references, with null as the reference has it.
func underRef(s *model.Schema) *model.Schema {
	under := *s.Ref.Schema
	under.Nullable = under.Nullable || s.Nullable
	return &under
}

func (d *drawer) list(s *model.Schema, depth int) (model.Value, bool) {
	list := model.Value{Kind: model.ArrayValue}
	for range d.length(s, depth) {
		item, ok := d.plain(s.Items, depth+1)
		if !ok {
			return list, false
		}
		list.Items = append(list.Items, item)
	}
	return list, true
}

// length draws how long a list is.
func (d *drawer) length(s *model.Schema, depth int) int {
	low, high := 0, 3
	if d.wildly() {
		return d.r.Intn(5)
	}
	if s.MinItems != nil {
		low = *s.MinItems
		high = max(high, low)
	}
	if s.MaxItems != nil {
		high = min(high, *s.MaxItems)
	}
	if depth >= maxDepth {
		high = low
	}
	return low + d.r.Intn(high-low+1)
}

func (d *drawer) object(s *model.Schema, depth int) (model.Value, bool) {
	object := model.Value{Kind: model.ObjectValue}
	for _, p := range s.Properties {
		if p.Optional && (depth >= maxDepth || d.r.Intn(2) == 0) {
			continue
		}
		v, ok := d.plain(p.Schema, depth+1)
		if !ok {
			return object, false
		}
		if p.Optional && v.Kind == model.NullValue && (!isNullable(p.Schema) || isNull(p.Schema)) {
			continue // nil is absent
		}
		object.Members = append(object.Members, model.Member{Name: p.Name, Value: v})
	}
	if s.Additional == nil || depth >= maxDepth {
		return object, true
	}
	more, ok := d.members(s.Additional, depth)
	object.Members = append(object.Members, more...)
	return object, ok
}

// members draws the members of a map, in the order of their names, which are
// none that a catalog declares.
func (d *drawer) members(s *model.Schema, depth int) ([]model.Member, bool) {
	var names []string
	for range d.r.Intn(3) {
		names = append(names, "~"+string([]rune(d.freeText())))
	}
	slices.Sort(names)
	var members []model.Member
	for _, name := range slices.Compact(names) {
		v, ok := d.plain(s, depth+1)
		if !ok {
			return nil, false
		}
		members = append(members, model.Member{Name: name, Value: v})
	}
	return members, true
}

// isNull reports whether null is all that a schema admits: Go has no third state
// for it.
func isNull(s *model.Schema) bool {
	for s.Kind == model.RefKind {
		s = s.Ref.Schema
	}
	return s.Kind == model.NullKind
}

func isNullable(s *model.Schema) bool {
	switch s.Kind {
	case model.RefKind:
		return s.Nullable || isNullable(s.Ref.Schema)
	case model.OneOfKind:
		return s.Nullable || slices.ContainsFunc(s.OneOf, isNullable)
	}
	return s.Nullable || s.Kind == model.NullKind
}

// any draws any JSON value.
func (d *drawer) any(depth int) model.Value {
	kinds := 6
	if depth >= maxDepth {
		kinds = 4
	}
	switch d.r.Intn(kinds) {
	case 0:
		return model.Value{}
	case 1:
		return model.Value{Kind: model.BoolValue, Bool: d.r.Intn(2) == 0}
	case 2:
		numbers := []string{"0", "-7", "1.5", "1e+21", "1e-7", "123456789012345678901234567890", "9007199254740993", strconv.Itoa(d.r.Int())}
		return model.Value{Kind: model.NumberValue, Text: numbers[d.r.Intn(len(numbers))]}
	case 3:
		return model.Value{Kind: model.StringValue, Text: d.freeText()}
	case 4:
		v, _ := d.list(&model.Schema{Items: &model.Schema{Kind: model.AnyKind}}, depth)
		return v
	}
	members, _ := d.members(&model.Schema{Kind: model.AnyKind}, depth)
	return model.Value{Kind: model.ObjectValue, Members: members}
}

// nested draws an error of an envelope, as it is written.
func (d *drawer) nested(env *model.Envelope, depth int) (model.Value, any, bool) {
	entries := slices.DeleteFunc(slices.Clone(env.Entries), func(e *model.Entry) bool { return e.Envelope != env })
	if len(entries) == 0 {
		return model.Value{}, nil, false
	}
	o, ok := d.occurrence(entries[d.r.Intn(len(entries))], env, depth+1)
	if !ok {
		return model.Value{}, nil, false
	}
	_, _, body := d.program.Encode(o.entry, env, o.status, o.params)
	v, ok := replay.ParseJSON(string(body))
	return v, build{o.entry.Name, o.status, o.builds}, ok
}

func (d *drawer) nestedList(s *model.Schema, depth int) (model.Value, any, bool) {
	list, builds := model.Value{Kind: model.ArrayValue}, []any{}
	for range d.length(s, depth) {
		v, b, ok := d.nested(s.Items.ErrorOf, depth)
		if !ok {
			return list, nil, false
		}
		list.Items = append(list.Items, v)
		builds = append(builds, b)
	}
	return list, builds, true
}

// literalsOf are the literal texts of an entry's templates.
func literalsOf(e *model.Entry) []string {
	var all []string
	for _, t := range templatesOf(e) {
		for _, part := range t.Parts {
			if part.Kind == model.LiteralPart && part.Literal != "" {
				all = append(all, part.Literal)
			}
		}
	}
	return all
}

// templatesOf are an entry's texts: what it fills, its headers, its code, the reasons of
// its close code.
func templatesOf(e *model.Entry) []*model.Template {
	var trees []*model.Tree
	for _, fill := range e.Fills {
		trees = append(trees, fill.Wordings...)
	}
	for _, h := range e.Headers {
		for _, line := range h.Lines {
			trees = append(trees, line.Wordings...)
		}
	}
	var all []*model.Template
	for _, tree := range trees {
		all = append(all, tree.Template)
	}
	if e.Code != nil {
		all = append(all, e.Code.Template)
	}
	if e.Close != nil {
		all = append(all, e.Close.Reason...)
	}
	return slices.DeleteFunc(all, func(t *model.Template) bool { return t == nil })
}
