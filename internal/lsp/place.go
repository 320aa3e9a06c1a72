package lsp

import (
	"slices"
	"strconv"
	"strings"
)

// kind is what a name is of.
type kind int

// The kinds of names. A value is what a placeholder means: a param, or else a field.
const (
	noKind kind = iota
	entryKind
	envelopeKind
	typeKind
	groupKind
	sourceKind
	operationKind
	fieldKind
	paramKind
	valueKind
)

// what is what messages call a kind.
func (k kind) what() string {
	return [...]string{"", "entry", "envelope", "type", "group", "source", "operation", "field", "param", "param"}[k]
}

// place says what stands at some places of a catalog: names that are declared there, names
// of what is declared elsewhere, or texts with placeholders.
type place struct {
	path  []string // "*" is any one key, "**" any number of keys and items, "-" an item
	key   bool     // it is about the keys there, otherwise about the values
	kind  kind     // noKind: a text with placeholders
	names bool     // what stands there declares the name
}

// places are all of them (docs/spec.md). Fields have no place of their own: they are
// declared by the leaves of envelopes.
var places = slices.Concat(
	keys(typeKind, true, "types/*"),
	keys(envelopeKind, true, "envelopes/*"),
	keys(groupKind, true, "groups/*"),
	keys(operationKind, true, "operations/*"),
	keys(entryKind, true, "errors/*"),
	keys(paramKind, true, "errors/*/params/*", "defaults/params/*"),
	keys(fieldKind, false, "errors/*/fields/*", "defaults/fields/*"),
	keys(valueKind, false, "examples/-/expect/*"),
	scalars(sourceKind, true, "sources/-/id"),
	scalars(sourceKind, false, "errors/*/source", "defaults/source", "groups/*/source", "examples/-/source"),
	scalars(groupKind, false, "errors/*/group", "defaults/group"),
	scalars(envelopeKind, false, "errors/*/envelope", "errors/*/envelope/-", "defaults/envelope", "defaults/envelope/-",
		"envelopes/*/**/errorOf", "errors/*/params/**/errorOf", "defaults/params/**/errorOf"),
	scalars(typeKind, false, "types/**/$ref", "envelopes/*/**/$ref", "errors/*/params/**/$ref", "defaults/params/**/$ref"),
	scalars(entryKind, false, "errors/*/parent", "errors/*/deprecated/replacement", "retired/-/replacement", "fallback", "common/-",
		"operations/*/-", "operations/*/errors/-", "examples/-/error", "examples/-/error/-", "examples/-/decodes", "examples/-/decodes/-",
		"breaking/accept/-/of"),
	scalars(fieldKind, false, "errors/*/omit/-", "errors/*/match/-", "defaults/omit/-", "defaults/match/-", "envelopes/*/match/-",
		"errors/*/params/*/in", "defaults/params/*/in"),
	scalars(noKind, false, "errors/*/fields/**", "errors/*/headers/**", "errors/*/code", "errors/*/text", "errors/*/close/reason",
		"defaults/fields/**", "defaults/headers/**", "defaults/text", "defaults/close/reason",
		"envelopes/*/text", "envelopes/*/**/default", "envelopes/*/**/default/**"),
)

func keys(k kind, names bool, paths ...string) []place {
	return placesOf(place{key: true, kind: k, names: names}, paths)
}

func scalars(k kind, names bool, paths ...string) []place {
	return placesOf(place{kind: k, names: names}, paths)
}

func placesOf(p place, paths []string) []place {
	var all []place
	for _, path := range paths {
		p.path = strings.Split(path, "/")
		all = append(all, p)
	}
	return all
}

// placeAt is what stands at a path, as a key or as a value.
func placeAt(path []string, key bool) (place, bool) {
	for _, p := range places {
		if len(path) > 0 && p.key == key && p.path[0] == path[0] && matches(p.path, path) {
			return p, true
		}
	}
	return place{}, false
}

// item is the element of a path that leads to an item of a list.
func item(n int) string { return "-" + strconv.Itoa(n) }

// isItem reports whether an element of a path leads to an item.
func isItem(element string) bool {
	return len(element) > 1 && element[0] == '-' && element[1] >= '0' && element[1] <= '9'
}

// matches reports whether a path is one of those of a pattern.
func matches(pattern, path []string) bool {
	for i, p := range pattern {
		if p == "**" {
			for j := i; j <= len(path); j++ {
				if matches(pattern[i+1:], path[j:]) {
					return true
				}
			}
			return false
		}
		if i == len(path) || p != path[i] && (p != "*" || isItem(path[i])) && (p != "-" || !isItem(path[i])) {
			return false
		}
	}
	return len(pattern) == len(path)
}
