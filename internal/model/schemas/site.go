package schemas

// Site says where a schema stands, and so what may be said there and what a Go
// type made for it is called.
type Site struct {
	GoName string // of a type that has to be made here
	What   string // the place, for messages: "member `detail` of envelope `E`"
	Keys   Keys   // keywords of places that have a meaning here
	Mute   bool   // no Go value stands here: no types are made
	IsCode bool   // the leaf of the code: its pattern may hold {$status}
	Errors bool   // errorOf may stand here

	named  *namedType // the schema is this type's own
	typed  bool       // go.name names the type, not the field that holds the value
	choice bool       // an alternative of a oneOf: its type is called after its kind
}

// Inner is the site of a schema within the one at s.
func (s Site) Inner(suffix, what string, keys Keys) Site {
	return Site{GoName: s.GoName + suffix, What: what + " of " + s.What, Keys: keys, Mute: s.Mute}
}

// Keys are the keywords of schemas that say something of the place, not of
// the value: each has a meaning in some places only.
type Keys []string

// What may be said at the places of schemas.
var (
	LeafKeys       = Keys{"field", "default", "exchange", "as", "alias", "optional", "success"}
	AdditionalKeys = Keys{"field", "default"} // of an object's further members
	MemberKeys     = Keys{"optional"}
	ParamKeys      = Keys{"optional", "default", "private", "in", "markup"}
	NoKeys         = Keys{}

	allPlaceKeys = []string{"alias", "as", "default", "exchange", "field", "in", "markup", "optional", "private", "repeated", "success"}
)
