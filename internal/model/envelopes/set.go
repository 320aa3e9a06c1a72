package envelopes

import (
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
)

// Set are several envelopes: those of an entry, or of the catalog.
type Set []*Envelope

// Field is the field of a name in the first of the envelopes that has one, nil if
// none has.
func (es Set) Field(name string) *Field {
	for _, e := range es {
		if f, ok := e.Fields.Get(name); ok {
			return f
		}
	}
	return nil
}

// HasSpecial reports whether a name is that of a status or code leaf.
func (es Set) HasSpecial(name string) bool {
	return slices.ContainsFunc(es, func(e *Envelope) bool { return e.special(name) != nil })
}

// MayOmit reports whether a field, the status or the code is optional in one of the
// envelopes.
func (es Set) MayOmit(name string) bool {
	return slices.ContainsFunc(es, func(e *Envelope) bool {
		f := e.special(name)
		if f == nil {
			f = e.Fields.At(name)
		}
		return f != nil && f.Model.Optional
	})
}

// special is the status or the code of the envelope; nil for another name.
func (e *Envelope) special(name string) *Field {
	switch name {
	case "status":
		return e.Status
	case "code":
		return e.Code
	}
	return nil
}

// UnknownField reports a name that no field of the envelopes has.
func (r *Resolver) UnknownField(name load.Text, envs Set) {
	var names []string
	for _, e := range envs {
		if e.unclear {
			return
		}
		switch what := e.Fixed[name.S]; {
		case what != "":
			r.Reportf(name.Pos, diag.UnknownField, "only fields can be named here", "%s is %s of the envelope, not a field", diag.Quote(name.S), what)
			return
		case name.S == "status" || name.S == "code":
			r.Reportf(name.Pos, diag.ReservedField, "say it under the entry's own `"+name.S+"`", "`%s` is not a field that can be named here", name.S)
			return
		}
		names = append(names, e.Fields.Names...)
	}
	const most = 12
	remedy := "the fields are " + strings.Join(names[:min(most, len(names))], ", ")
	if len(names) > most {
		remedy += ", ..."
	}
	if len(names) == 0 {
		remedy = "give a leaf of the envelope this name with `field`"
	}
	where := "the envelope has"
	if len(envs) != 1 {
		where = "the envelopes have"
	}
	r.Reportf(name.Pos, diag.UnknownField, r.DidYouMean(name.S, names, remedy), "%s no field %s", where, diag.Quote(name.S))
}
