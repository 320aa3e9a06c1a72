package openapi

import (
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// A statusKey selects responses by status: a key of OpenAPI's Responses Object.
// The zero key stands for entries whose status is not documented.
type statusKey struct{ lo, hi int }

// String is the key as OpenAPI writes it: 404, 4XX, default.
func (k statusKey) String() string {
	switch {
	case k.lo == 0:
		return "default"
	case k.lo == k.hi:
		return strconv.Itoa(k.lo)
	}
	return strconv.Itoa(k.lo/100) + "XX"
}

// suffix is the key as a part of a component's name: 404, 4XX, Default.
func (k statusKey) suffix() string { return exported(k.String()) }

// set are the statuses of the key.
func (k statusKey) set() model.StatusSet { return model.StatusSet{{Lo: k.lo, Hi: k.hi}} }

func (k statusKey) title() string {
	switch text := http.StatusText(k.lo); {
	case k.lo == 0:
		return "Any other status"
	case k.lo != k.hi:
		return fmt.Sprintf("Any status from %d to %d", k.lo, k.hi)
	case text != "":
		return text
	}
	return "Status " + strconv.Itoa(k.lo)
}

// has reports whether a response in this envelope can have a status of the key.
func (k statusKey) has(p pair) bool {
	set := p.statuses()
	if k.lo == 0 || len(set) == 0 {
		return k.lo == 0 && len(set) == 0
	}
	return set.Intersects(k.set())
}

// leaves reports whether a response has a status of the key that no other key of the
// same document is nearer to: a status by itself comes before its class.
func (k statusKey) leaves(p pair, keys []statusKey) bool {
	if k.lo == k.hi {
		return k.has(p)
	}
	rest := p.statuses()
	for _, other := range keys {
		if other.lo == other.hi {
			rest = rest.Without(other.lo)
		}
	}
	return rest.Intersects(k.set())
}

// admits reports whether an example with this status (0: not known) can be
// shown under the key.
func (k statusKey) admits(status int) bool {
	return k.lo == 0 || status == 0 || k.lo <= status && status <= k.hi
}

// statuses are those of an entry in one of its envelopes.
func (p pair) statuses() model.StatusSet {
	for i, env := range p.entry.Reads {
		if env == p.envelope && i < len(p.entry.ReadStatus) {
			return p.entry.ReadStatus[i]
		}
	}
	return p.entry.Status
}

// statusKeys are the keys that the statuses of the entries ask for, in order: a
// single status by itself, a range by the classes that it reaches into.
func statusKeys(pairs []pair) []statusKey {
	var keys []statusKey
	seen := map[statusKey]bool{}
	for _, p := range pairs {
		keys = append(keys, keysOf(p.statuses(), seen)...)
	}
	slices.SortFunc(keys, func(a, b statusKey) int { return strings.Compare(a.order(), b.order()) })
	return keys
}

// order sorts a class behind its statuses, and the default last.
func (k statusKey) order() string {
	if k.lo == 0 {
		return "~"
	}
	return k.String()
}

// keysOf are the keys that a set of statuses asks for, without those that were seen.
func keysOf(set model.StatusSet, seen map[statusKey]bool) []statusKey {
	var keys []statusKey
	add := func(k statusKey) {
		if !seen[k] {
			seen[k] = true
			keys = append(keys, k)
		}
	}
	if len(set) == 0 {
		add(statusKey{})
	}
	for _, r := range set {
		if r.Lo == r.Hi {
			add(statusKey{r.Lo, r.Hi})
			continue
		}
		for class := r.Lo / 100; class <= r.Hi/100; class++ {
			add(statusKey{class * 100, class*100 + 99})
		}
	}
	return keys
}

// keyNames are the keys of statuses as OpenAPI writes them.
func keyNames(set model.StatusSet) []string {
	var names []string
	for _, k := range keysOf(set, map[statusKey]bool{}) {
		names = append(names, k.String())
	}
	return names
}
