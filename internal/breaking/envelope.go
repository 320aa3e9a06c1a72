package breaking

import (
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// compareEnvelopes compares what is documented of responses: their members, headers,
// media types and statuses.
func (c *comparison) compareEnvelopes() {
	byName := map[string]*model.Envelope{}
	for _, env := range c.after.Catalog.Envelopes {
		byName[env.Name] = env
	}
	for _, env := range c.before.Catalog.Envelopes {
		if later := byName[env.Name]; later != nil {
			c.compareEnvelope(env, later)
		}
	}
}

func (c *comparison) compareEnvelope(before, after *model.Envelope) {
	say := func(rule Rule, level Level, message, was, is, remedy string) {
		c.add(Change{Rule: rule, Level: level, Category: Contract, Subject: "envelope " + after.Name,
			Message: message, Before: was, After: is, Remedy: remedy})
	}
	if before.MediaType != after.MediaType {
		say(MediaTypeChanged, Error, "clients that compare the Content-Type do not take the response for an error", before.MediaType, after.MediaType,
			"keep the media type")
	}
	if was, is := before.Status.String(), after.Status.String(); was != is {
		say(EnvelopeStatus, Warning, "responses of other statuses are looked into for errors", was, is, "")
	}
	was, is := placesOf(before), placesOf(after)
	for _, at := range sortedKeys(was) {
		old, now := was[at], is[at]
		switch {
		case now == nil && old.soft:
			say(MemberRemoved, Warning, at+" is not there any more", old.String(), "", "")
		case now == nil:
			say(MemberRemoved, Error, "clients that read "+at+" find nothing", old.String(), "", "go on writing it, beside the new place if there is one")
		case !old.optional && now.optional:
			say(MemberOptional, Error, "clients that rely on "+at+" find nothing where it is left out", old.String(), now.String(), "keep it required")
		case old.String() != now.String():
			say(MemberChanged, Error, "clients that read "+at+" find something else", old.String(), now.String(), "keep its type and value; add another member")
		}
	}
	for _, at := range sortedKeys(is) {
		if was[at] == nil {
			say(MemberAdded, Info, "there is something new at "+at, "", is[at].String(), "")
		}
	}
}

// place is what stands at a place of a response.
type place struct {
	optional bool
	soft     bool   // nothing of the error is lost with it: a constant, an exchange value
	text     string // its type, or its constant
}

// String is the place in words.
func (p *place) String() string {
	if p.optional {
		return p.text + ", optional"
	}
	return p.text
}

// placesOf are the places of an envelope that are written: JSON pointers, and headers
// as header:Name.
func placesOf(env *model.Envelope) map[string]*place {
	found := map[string]*place{}
	for _, h := range env.Headers {
		addPlaces(found, "header:"+h.Name, h, h.Optional)
	}
	addPlaces(found, "", env.Body, false)
	return found
}

func addPlaces(found map[string]*place, at string, n *model.Node, optional bool) {
	if n == nil || n.Alias {
		return
	}
	switch n.Kind {
	case model.ObjectNode:
		for _, m := range n.Members {
			addPlaces(found, at+"/"+model.PointerStep(m.Name), m, optional || m.Optional)
		}
		if n.Additional != nil {
			found[at+"/*"] = &place{optional: true, text: describe(n.Additional.Schema)}
		}
		return
	case model.RepeatedNode:
		addPlaces(found, at+"/-", n.Item, optional)
		return
	}
	if at == "" {
		at = "/"
	}
	found[at] = &place{optional, n.Kind == model.ConstNode || n.Kind == model.ExchangeNode, leafText(n)}
}

// leafText is what stands at a leaf.
func leafText(n *model.Node) string {
	if n.Kind == model.ConstNode && n.Const != nil {
		return "always " + values.Show(*n.Const)
	}
	text := describe(n.Schema)
	if len(n.As) > 0 {
		text += " as " + n.As[0].String()
	}
	return text
}

// describe is a schema's type in words.
func describe(s *model.Schema) string {
	switch {
	case s == nil:
		return "anything"
	case s.HoldsErrors():
		return values.Describe(s) + ": of " + errorsOf(s).Name
	}
	return values.Describe(s)
}
