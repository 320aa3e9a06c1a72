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
