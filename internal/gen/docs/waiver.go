package docs

import (
	"bytes"
	"encoding/json"
	"net/textproto"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// waiverView is a place where the documentation contradicts the catalog: what
// either says, "" for nothing, and why the catalog is right.
type waiverView struct{ At, Page, Catalog, Because Markdown }

// waivers are the places of a documented response that are excused
// (docs/spec.md#waivers).
func waivers(x *model.Example) []waiverView {
	var views []waiverView
	for _, w := range x.Waivers {
		v := waiverView{At: code(w.At), Because: cell(w.Because)}
		name, isHeader := w.Header()
		steps, _ := w.Pointer()
		switch {
		case w.IsStatus():
			v.Page, v.Catalog = waivedStatus(x)
		case isHeader:
			v.Page, v.Catalog = waivedHeader(x, name)
		default:
			v.Page, v.Catalog = placeOf(x.Body, steps), placeOf(string(x.Corrected), steps)
		}
		views = append(views, v)
	}
	return views
}

func waivedStatus(x *model.Example) (page, catalog Markdown) {
	if x.Status != 0 {
		page = code(strconv.Itoa(x.Status))
	}
	if e := firstEntry(x); e != nil {
		catalog = shortStatus(e)
	}
	return page, catalog
}

func waivedHeader(x *model.Example, name string) (page, catalog Markdown) {
	page = headerOf(x.Headers, name)
	if e := firstEntry(x); e != nil && len(e.Samples) > 0 {
		catalog = headerOf(e.Samples[0].Headers, name)
	}
	return page, catalog
}

// headerOf is a header's value, its lines joined as RFC 9110 section 5.3 says.
func headerOf(headers []model.SampleHeader, name string) Markdown {
	var lines []string
	for _, h := range headers {
		if textproto.CanonicalMIMEHeaderKey(h.Name) == textproto.CanonicalMIMEHeaderKey(name) {
			lines = append(lines, h.Value)
		}
	}
	if lines == nil {
		return ""
	}
	return code(strings.Join(lines, ", "))
}

// placeOf is the JSON to which the steps of a JSON Pointer lead, as it is written;
// without steps the whole body. It is "" if there is none.
func placeOf(body string, steps []string) Markdown {
	at := json.RawMessage(body)
	if len(steps) == 0 {
		return code(body)
	}
	for _, token := range steps {
		var ok bool
		if at, ok = member(at, token); !ok {
			return ""
		}
	}
	var compact bytes.Buffer
	if json.Compact(&compact, at) != nil {
		return code(string(at))
	}
	return code(compact.String())
}

// member is a member of an object or an item of an array.
func member(at json.RawMessage, token string) (json.RawMessage, bool) {
	var object map[string]json.RawMessage
	if json.Unmarshal(at, &object) == nil {
		m, ok := object[token]
		return m, ok
	}
	var array []json.RawMessage
	if json.Unmarshal(at, &array) != nil {
		return nil, false
	}
	i, err := strconv.Atoi(token)
	if err != nil || i < 0 || i >= len(array) {
		return nil, false
	}
	return array[i], true
}
