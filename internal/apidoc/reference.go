package apidoc

import (
	"fmt"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// follow is what a value stands for: what its $ref leads to, and that of this one, or
// the value itself.
func (all sources) follow(p place) (place, error) {
	from := p
	for range longest {
		ref := p.member("$ref")
		if ref.text() == "" {
			return p, nil
		}
		var err error
		if p, err = all.find(ref); err != nil {
			return p, err
		}
	}
	return p, circular(from)
}

// longest is how many references lead one to another at most.
const longest = 64

func circular(p place) error { return fmt.Errorf("%s: the $ref leads back to itself", p.pos()) }

// find is where a reference leads that stands at a place. It fetches nothing.
func (all sources) find(ref place) (place, error) {
	text := ref.text()
	at, err := url.Parse(text)
	if err != nil {
		return ref, fmt.Errorf("%s: %s is no reference: %w", ref.pos(), diag.Quote(text), err)
	}
	if at.Host != "" || at.Scheme != "" && at.Scheme != "file" {
		return ref, fmt.Errorf("%s: %s is not fetched: refer to a file", ref.pos(), at)
	}
	to := ref.in
	if at.Path != "" {
		name := filepath.FromSlash(at.Path)
		if !filepath.IsAbs(name) {
			name = filepath.Join(filepath.Dir(ref.in.name), name)
		}
		if to, err = all.open(name); err != nil {
			return ref, fmt.Errorf("%s: %w", ref.pos(), err)
		}
	}
	p := to.top()
	for _, token := range strings.Split(at.Fragment, "/")[1:] {
		if at.Fragment == "/" { // often written for the whole file
			break
		}
		if p, err = all.follow(p); err != nil {
			return ref, err
		}
		p = p.step(token)
	}
	if p.node == nil || !strings.HasPrefix(at.Fragment, "/") && at.Fragment != "" {
		return ref, fmt.Errorf("%s: there is no %s", ref.pos(), diag.Quote(text))
	}
	return p, nil
}
