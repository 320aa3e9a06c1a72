package draft

import (
	"strconv"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/yamledit"
)

func (c *Catalog) envelopes() (all yamledit.Map) {
	for _, env := range c.Envelopes {
		var m members
		m.text("description", env.Description)
		m.text("mediaType", env.MediaType)
		if len(env.Status) > 0 {
			m.put("status", statuses(env.Status))
		}
		if len(env.Headers) > 0 {
			var h yamledit.Map
			for _, n := range env.Headers {
				h = append(h, yamledit.Member{Key: n.Name, Value: n.yaml(false)})
			}
			m.put("headers", h)
		}
		if env.Body != nil {
			m.put("body", env.Body.yaml(true))
		}
		if len(m.Map) == 0 {
			m.put("description", "A response without a body.")
		}
		all = append(all, yamledit.Member{Key: env.Name, Value: m.Map})
	}
	return all
}

// statuses are a status set: numbers as such.
func statuses(set []string) yamledit.Value {
	var list yamledit.List
	for _, s := range set {
		if n, err := strconv.Atoi(s); err == nil {
			list = append(list, n)
		} else {
			list = append(list, s)
		}
	}
	if len(list) == 1 {
		return list[0]
	}
	return yamledit.Flow{Value: list}
}

// yaml is the schema of a place.
func (n *Node) yaml(isBody bool) yamledit.Value {
	var m members
	switch {
	case n.Const != nil:
		m.put("const", value(*n.Const))
	case n.Repeated:
		m.put("type", "array")
		m.put("repeated", true)
		m.flag("optional", n.Optional)
		m.put("items", n.Members[0].yaml(true))
		return m.Map
	case len(n.Members) > 0:
		m.text("description", n.Description)
		m.flag("optional", n.Optional)
		var props yamledit.Map
		for _, member := range n.Members {
			props = append(props, yamledit.Member{Key: member.Name, Value: member.yaml(false)})
		}
		m.put("properties", props)
		return m.Map
	case len(n.Types) == 1:
		m.put("type", n.Types[0])
	case len(n.Types) > 1:
		var list yamledit.List
		for _, t := range n.Types {
			list = append(list, t)
		}
		m.put("type", list)
	}
	if n.Field != "" && n.Field != n.Name {
		m.put("field", n.Field)
	}
	m.flag("optional", n.Optional)
	m.flag("exchange", n.Exchange)
	if len(n.Enum) > 0 {
		var list yamledit.List
		for _, v := range n.Enum {
			list = append(list, value(v))
		}
		m.put("enum", list)
	}
	if n.Example != nil && n.Const == nil {
		m.put("example", value(*n.Example))
	}
	m.text("description", n.Description)
	return yamledit.Flow{Value: m.Map}
}

// value is a JSON value as an edit has it.
func value(v model.Value) yamledit.Value {
	switch v.Kind {
	case model.BoolValue:
		return v.Bool
	case model.NumberValue:
		return yamledit.Number(v.Text)
	case model.StringValue:
		return v.Text
	case model.ArrayValue:
		list := yamledit.List{}
		for _, item := range v.Items {
			list = append(list, value(item))
		}
		return list
	case model.ObjectValue:
		m := yamledit.Map{}
		for _, member := range v.Members {
			m = append(m, yamledit.Member{Key: member.Name, Value: value(member.Value)})
		}
		return m
	}
	return nil
}
