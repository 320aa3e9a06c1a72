package model

import "slices"

// Exchanges returns the catalog's exchange values, each once: in the order of
// the envelopes, and within one in wire order, headers before the body. The Go
// struct Exchange has its fields in this order.
func (c *Catalog) Exchanges() []*Exchange {
	var found []*Exchange
	for _, env := range c.Envelopes {
		for _, h := range env.Headers {
			found = h.appendExchanges(found)
		}
		found = env.Body.appendExchanges(found)
	}
	return found
}

// HoldsExchange reports whether an exchange value is written at the node or within
// it.
func (n *Node) HoldsExchange(x *Exchange) bool {
	if n == nil || n.Alias {
		return false
	}
	return n.Exchange == x || n.Item.HoldsExchange(x) || slices.ContainsFunc(n.Members, func(m *Node) bool { return m.HoldsExchange(x) })
}

// HeaderOf is the envelope's header in which an exchange value is written; nil if there
// is none.
func (e *Envelope) HeaderOf(x *Exchange) *Node {
	for _, h := range e.Headers {
		if h.Exchange == x && !h.Alias {
			return h
		}
	}
	return nil
}

// appendExchanges adds the exchange values at and below n that found lacks.
func (n *Node) appendExchanges(found []*Exchange) []*Exchange {
	if n == nil {
		return found
	}
	if n.Exchange != nil && !slices.Contains(found, n.Exchange) {
		found = append(found, n.Exchange)
	}
	for _, m := range n.Members {
		found = m.appendExchanges(found)
	}
	return n.Item.appendExchanges(found)
}
