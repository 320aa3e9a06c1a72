package load

import "slices"

// vocabulary tells of which objects a word is a key, so that a key in the wrong
// place is not taken for a misspelling.
var vocabulary = map[string][]string{}

func init() {
	learn("the catalog", fileObject.keys)
	learn("an envelope", envelopeObject.keys)
	learn("an entry", entryObject.keys)
	learn("an example", exampleObject.keys)
	learn("a waiver", waiverObject.keys)
	learn("`openapi`", openAPIObject.keys)
	learn("a license", licenseObject.keys)
	learn("a contact", contactObject.keys)
	learn("a source", sourceObject.keys)
	learn("a group", groupObject.keys)
	learn("an operation", operationObject.keys)
	learn("a retired error", retiredObject.keys)
	learn("`deprecated`", deprecatedObject.keys)
	learn("`close`", closeObject.keys)
}

func learn[T any](what string, keys []key[T]) {
	for _, k := range keys {
		if !k.refused && !slices.Contains(vocabulary[k.name], what) {
			vocabulary[k.name] = append(vocabulary[k.name], what)
		}
	}
}

// Objects returns the keys that each kind of object of the language may have,
// by what messages call it ("an entry"). The manual and the JSON Schema are held
// to it.
func Objects() map[string][]string {
	return map[string][]string{
		fileObject.what:       fileObject.names(),
		goOptionsObject.what:  goOptionsObject.names(),
		openAPIObject.what:    openAPIObject.names(),
		licenseObject.what:    licenseObject.names(),
		contactObject.what:    contactObject.names(),
		goNameObject.what:     goNameObject.names(),
		sourceObject.what:     sourceObject.names(),
		groupObject.what:      groupObject.names(),
		operationObject.what:  operationObject.names(),
		retiredObject.what:    retiredObject.names(),
		envelopeObject.what:   envelopeObject.names(),
		bodySchema.what:       bodySchema.names(),
		typeSchema.what:       typeSchema.names(),
		enumValueObject.what:  enumValueObject.names(),
		paramSchema.what:      paramSchema.names(),
		defaultsObject.what:   defaultsObject.names(),
		entryObject.what:      entryObject.names(),
		closeObject.what:      closeObject.names(),
		deprecatedObject.what: deprecatedObject.names(),
		exampleObject.what:    exampleObject.names(),
		waiverObject.what:     waiverObject.names(),
		breakingObject.what:   breakingObject.names(),
		acceptanceObject.what: acceptanceObject.names(),
	}
}
