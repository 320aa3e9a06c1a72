package draft

import (
	"slices"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/yamledit"
)

// yaml is the keys of an entry, in the order in which they are read best. The usual
// envelope is a default.
func (e *Entry) yaml(usual *Envelope) yamledit.Map {
	var m members
	if e.Parent != nil {
		m.put("parent", e.Parent.Name)
	}
	if usual != nil && len(e.Envelopes) > 0 && (len(e.Envelopes) > 1 || e.Envelopes[0] != usual) {
		var list yamledit.List
		for _, env := range e.Envelopes {
			list = append(list, env.Name)
		}
		if len(list) == 1 {
			m.put("envelope", list[0])
		} else {
			m.put("envelope", yamledit.Flow{Value: list})
		}
	} else if len(e.Envelopes) == 0 {
		m.put("envelope", "none")
	}
	if len(e.Status) > 0 {
		m.put("status", statuses(e.Status))
	}
	if e.Code != "" {
		m.put("code", code(e.Code))
	}
	if e.Close != "" {
		m.put("close", yamledit.Number(e.Close))
	}
	if e.Group != nil {
		m.text("group", e.Group.Name)
	}
	if len(e.Fields) > 0 {
		m.put("fields", e.fields())
	}
	if len(e.Params) > 0 {
		var params yamledit.Map
		for _, p := range e.Params {
			params = append(params, yamledit.Member{Key: p.Name, Value: yamledit.Map{{Key: "type", Value: p.Type}}})
		}
		m.put("params", yamledit.Flow{Value: params})
	}
	m.text("text", e.Text)
	m.flag("retryable", e.Retryable)
	m.text("description", e.Description)
	m.text("remedy", e.Remedy)
	m.text("docs", e.Docs)
	if e.Deprecated {
		m.put("deprecated", yamledit.Flow{Value: yamledit.Map{}})
	}
	return m.Map
}

// code is a code: plain digits are a number.
func code(text string) yamledit.Value {
	text = Literal(text)
	if n, err := strconv.Atoi(text); err == nil && strconv.Itoa(n) == text {
		return n
	}
	return text
}

func (e *Entry) fields() yamledit.Value {
	var m yamledit.Map
	for _, f := range e.Fields {
		if len(f.Wordings) == 1 {
			m = append(m, yamledit.Member{Key: f.Name, Value: f.Wordings[0]})
			continue
		}
		var list yamledit.List
		for _, w := range f.Wordings {
			list = append(list, w)
		}
		m = append(m, yamledit.Member{Key: f.Name, Value: list})
	}
	return m
}

// headers are headers by their names, those with several lines as lists.
func headers(all []model.SampleHeader) (m yamledit.Map) {
	for _, h := range all {
		i := slices.IndexFunc(m, func(have yamledit.Member) bool { return have.Key == h.Name })
		switch {
		case i < 0:
			m = append(m, yamledit.Member{Key: h.Name, Value: h.Value})
		default:
			if one, ok := m[i].Value.(string); ok {
				m[i].Value = yamledit.List{one}
			}
			m[i].Value = append(m[i].Value.(yamledit.List), h.Value)
		}
	}
	return m
}

func (c *Catalog) examples() (all yamledit.List) {
	for _, x := range c.Examples {
		var m members
		m.put("name", x.Name)
		var list yamledit.List
		for _, e := range x.Entries {
			list = append(list, e.Name)
		}
		switch len(list) {
		case 0:
			m.put("error", "unknown")
		case 1:
			m.put("error", list[0])
		default:
			m.put("error", yamledit.Flow{Value: list})
		}
		if x.Shown {
			m.put("source", c.SourceID)
		}
		if x.Status != 0 {
			m.put("status", x.Status)
		}
		if len(x.Headers) > 0 {
			m.put("headers", yamledit.Flow{Value: headers(x.Headers)})
		}
		if x.HasBody {
			body := strings.TrimRight(x.Body, "\n")
			if strings.Contains(body, "\n") {
				body += "\n" // as a block
			}
			m.put("body", body)
		}
		all = append(all, m.Map)
	}
	return all
}
