package apidoc

import (
	"slices"
	"strconv"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// other is the key of the response of all statuses that have none of their own.
const other = "default"

// keys are the keys of OpenAPI's Responses Object for a set of statuses: a single status
// by itself, a range by its classes, default for one that is not documented.
func keys(s model.StatusSet) []string {
	if len(s) == 0 {
		return []string{other}
	}
	var all []string
	for _, r := range s {
		if r.Lo == r.Hi {
			all = append(all, strconv.Itoa(r.Lo))
			continue
		}
		for class := r.Lo / 100; class <= r.Hi/100; class++ {
			all = append(all, strconv.Itoa(class)+"XX")
		}
	}
	return all
}

// within are the statuses that a key stands for; all for default.
func within(key string) model.StatusSet {
	if n, err := strconv.Atoi(key); err == nil {
		return model.StatusSet{{Lo: n, Hi: n}}
	}
	if key != other && len(key) == 3 {
		lo := int(key[0]-'0') * 100
		return model.StatusSet{{Lo: lo, Hi: lo + 99}}
	}
	return model.StatusSet{{Lo: 100, Hi: 599}}
}

// isError reports whether a key of a document is one of errors.
func isError(key string) bool {
	return key == other || len(key) == 3 && key[0] >= '4' && key[0] <= '5'
}

// answering is the key of the response that documents a status: its own, that of its
// class, or the default; "" if there is none.
func answering(all map[string]*openapi3.Response, key string) string {
	for _, k := range []string{key, key[:1] + "XX", other} {
		if all[k] != nil {
			return k
		}
	}
	return ""
}

// statuses are those of an entry in one of its envelopes.
func statuses(e *model.Entry, env *model.Envelope) model.StatusSet {
	if i := slices.Index(e.Reads, env); i >= 0 && i < len(e.ReadStatus) {
		return e.ReadStatus[i]
	}
	return e.Status
}
