package lsp

import (
	"encoding/json"
	"slices"
	"strings"
	"sync"

	"github.com/seed-1b9d9f04/errgen/spec"
)

// schema is one of the JSON Schema of the language, which says what keys there are at each
// place of a catalog, what they mean, and what words may stand there.
type schema struct {
	Ref                  string             `json:"$ref"`
	Description          string             `json:"markdownDescription"`
	Type                 any                `json:"type"`
	Properties           map[string]*schema `json:"properties"`
	AdditionalProperties *schema            `json:"additionalProperties"`
	Items                *schema            `json:"items"`
	AnyOf                []*schema          `json:"anyOf"`
	AllOf                []*schema          `json:"allOf"`
	OneOf                []*schema          `json:"oneOf"`
	Then                 *schema            `json:"then"`
	Else                 *schema            `json:"else"`
	Enum                 []any              `json:"enum"`
	Const                any                `json:"const"`
	Examples             []any              `json:"examples"`
	Definitions          map[string]*schema `json:"$defs"`

	never bool
}

// UnmarshalJSON reads a schema, which may be true or false.
func (s *schema) UnmarshalJSON(data []byte) error {
	if string(data) == "true" || string(data) == "false" {
		s.never = string(data) == "false"
		return nil
	}
	type plain schema
	return json.Unmarshal(data, (*plain)(s))
}

// language is the schema of a catalog.
var language = sync.OnceValue(func() *schema {
	s := new(schema)
	if err := json.Unmarshal(spec.Schema, s); err != nil {
		panic(err) // it is part of the program
	}
	return s
})

// schemasAt are the schemas of what stands at a path.
func schemasAt(path []string) []*schema {
	at := language().all()
	for _, element := range path {
		var next []*schema
		for _, s := range at {
			if below := s.below(element); below != nil && !below.never {
				next = append(next, below.all()...)
			}
		}
		at = next
	}
	return at
}

// all are a schema and those that it refers to or combines.
func (s *schema) all() []*schema {
	if s == nil || s.never {
		return nil
	}
	all := []*schema{s}
	if s.Ref != "" {
		all = append(all, language().Definitions[strings.TrimPrefix(s.Ref, "#/$defs/")].all()...)
	}
	for _, more := range slices.Concat(s.AnyOf, s.AllOf, s.OneOf) {
		all = append(all, more.all()...)
	}
	return append(append(all, s.Then.all()...), s.Else.all()...)
}

// below is the schema of a member or an item.
func (s *schema) below(element string) *schema {
	if isItem(element) {
		return s.Items
	}
	if p := s.Properties[element]; p != nil {
		return p
	}
	return s.AdditionalProperties
}

// meaning is what the language says of what stands at a path, Markdown.
func meaning(path []string) string {
	for _, s := range schemasAt(path) {
		if s.Description != "" {
			return s.Description
		}
	}
	return ""
}

// keysAt are the keys that a mapping at a path can have, in order.
func keysAt(path []string) []string {
	var all []string
	for _, s := range schemasAt(path) {
		for key, p := range s.Properties {
			if !p.never && !slices.Contains(all, key) {
				all = append(all, key)
			}
		}
	}
	slices.Sort(all)
	return all
}

// wordsAt are the words that can stand at a path, as YAML writes them.
func wordsAt(path []string) []string {
	var all []string
	add := func(values ...any) {
		for _, v := range values {
			word, err := json.Marshal(v)
			if text, ok := v.(string); ok {
				word = []byte(text)
			}
			if err == nil && !slices.Contains(all, string(word)) && !strings.ContainsAny(string(word), "[{") {
				all = append(all, string(word))
			}
		}
	}
	for _, s := range schemasAt(path) {
		add(s.Enum...)
		add(s.Examples...)
		if s.Const != nil {
			add(s.Const)
		}
		if s.Type == "boolean" {
			add(true, false)
		}
	}
	return all
}

// wantsMapping reports whether nothing but a mapping can stand at a path.
func wantsMapping(path []string) bool {
	all := schemasAt(path)
	return len(all) > 0 && !slices.ContainsFunc(all, func(s *schema) bool {
		return s.Type != "object" && (s.Type != nil || s.Enum != nil || s.Const != nil)
	}) && slices.ContainsFunc(all, func(s *schema) bool { return s.Type == "object" })
}
