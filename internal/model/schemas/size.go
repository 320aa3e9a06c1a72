package schemas

import (
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// measured is a schema whose values CheckSizes measures.
type measured struct {
	schema *model.Schema
	pos    diag.Pos
	what   string
}

// measure notes a schema with others in it, which need not all be resolved yet.
func (b *builder) measure() {
	if b.at.Mute || b.s.Kind != model.ObjectKind && b.s.Kind != model.ArrayKind && b.s.Kind != model.OneOfKind {
		return
	}
	pos := b.n.Pos
	if b.at.named != nil {
		pos = b.at.named.syntax.Name.Pos
	}
	b.r.measured = append(b.r.measured, measured{b.s, pos, b.at.What})
}

// CheckSizes reports schemas whose values have too much in them, unless that is so of
// one of these values already. All schemas are resolved.
func (r *Resolver) CheckSizes() {
	sizes := values.Sizes{}
	for _, m := range r.measured {
		if n := sizes.Held(m.schema); n.IsTooLarge() && !sizes.HoldsTooLarge(m.schema) {
			n.Report(r.Reporter, m.pos, "each value of "+m.what)
		}
	}
}
