package reference

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
type waiverView[M ~string] struct{ At, Page, Catalog, Because M }

// waivers are the places of a documented response that are excused
// (docs/spec.md#waivers).
func (b *Builder[M]) waivers(x *model.Example) []waiverView[M] {
	var views []waiverView[M]
	for _, w := range x.Waivers {
		v := waiverView[M]{At: b.Code(w.At), Because: b.Cell(w.Because)}
		name, isHeader := w.Header()
		steps, _ := w.Pointer()
		switch {
		case w.IsStatus():
			v.Page, v.Catalog = b.waivedStatus(x)
		case isHeader:
			v.Page, v.Catalog = b.waivedHeader(x, name)
		default:
			v.Page, v.Catalog = b.placeOf(x.Body, steps), b.placeOf(string(x.Corrected), steps)
		}
		views = append(views, v)
	}
	return views
}

func (b *Builder[M]) waivedStatus(x *model.Example) (page, catalog M) {
	if x.Status != 0 {
		page = b.Code(strconv.Itoa(x.Status))
	}
	if e := firstEntry(x); e != nil {
		catalog = b.shortStatus(e)
	}
	return page, catalog
}

func (b *Builder[M]) waivedHeader(x *model.Example, name string) (page, catalog M) {
	page = b.headerOf(x.Headers, name)
	if e := firstEntry(x); e != nil && len(e.Samples) > 0 {
		catalog = b.headerOf(e.Samples[0].Headers, name)
	}
	return page, catalog
}

// headerOf is a header's value, its lines joined as RFC 9110 section 5.3 says.
func (b *Builder[M]) headerOf(headers []model.SampleHeader, name string) M {
	var lines []string
	for _, h := range headers {
		if textproto.CanonicalMIMEHeaderKey(h.Name) == textproto.CanonicalMIMEHeaderKey(name) {
			lines = append(lines, h.Value)
		}
	}
	if lines == nil {
		return ""
	}
	return b.Code(strings.Join(lines, ", "))
}

// placeOf is the JSON to which the steps of a JSON Pointer lead, as it is written;
// without steps the whole body. It is "" if there is none.
func (b *Builder[M]) placeOf(body string, steps []string) M {
	at := json.RawMessage(body)
	if len(steps) == 0 {
		return b.Code(body)
	}
	for _, token := range steps {
		var ok bool
		if at, ok = member(at, token); !ok {
			return ""
		}
	}
	var compact bytes.Buffer
	if json.Compact(&compact, at) != nil {
		return b.Code(string(at))
	}
	return b.Code(compact.String())
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
