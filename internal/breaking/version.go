package breaking

import "slices"

// additions are the rules of what is new, which a version says that is not a patch.
var additions = map[Rule]bool{CatalogAdded: true, ErrorAdded: true, GoAdded: true, MemberAdded: true, Deprecated: true, OperationError: true}

// Version says which version the changes ask for (https://semver.org): a major one if
// somebody breaks, a minor one if something is new or somebody may break, else a patch.
func Version(changes []Change) string {
	changes = slices.DeleteFunc(slices.Clone(changes), func(c Change) bool { return c.Rule == AcceptUnneeded })
	if len(changes) == 0 {
		return "Nothing has changed: this asks for no version."
	}
	isNew := false
	for _, c := range changes {
		if c.Severity() == Error {
			return "Somebody breaks: this asks for a **major** version, before 1.0.0 for a minor one."
		}
		isNew = isNew || c.Severity() == Warning || additions[c.Rule]
	}
	if isNew {
		return "Nobody breaks, and something is new: this asks for a **minor** version."
	}
	return "Nobody breaks, and nothing is new: this asks for a **patch** version."
}
