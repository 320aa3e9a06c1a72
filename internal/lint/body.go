package lint

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// mixedEnvelopes reports catalogs that write errors in several forms.
func mixedEnvelopes(c *catalog, f found) {
	var written []*model.Envelope
	for _, e := range c.responses() {
		if e.Envelope.Kind == model.JSONBody && e.Envelope.Repeated == nil && !slices.Contains(written, e.Envelope) {
			written = append(written, e.Envelope)
		}
	}
	if len(written) > 1 {
		f(c.whole("envelopes"), fmt.Sprintf("errors are written in %d forms of JSON, %s and %s among them: clients need code for each", len(written), diag.Quote(written[0].Name), diag.Quote(written[1].Name)),
			"write all in one envelope, and leave the others to be read")
	}
}

// rootNotObject reports bodies that nothing can be added to.
func rootNotObject(c *catalog, f found) {
	for _, env := range c.Envelopes {
		if env.Kind == model.JSONBody && env.Body.Kind != model.ObjectNode && len(env.Entries) > 0 && !env.Part {
			f(c.envelope(env, "body"), "the body is no object: nothing can ever be added to it", "put it into an object as a member")
		}
	}
}

// isProblem reports whether an envelope is RFC 9457's by its media type.
func isProblem(env *model.Envelope) bool {
	mediaType, _, _ := strings.Cut(env.MediaType, ";")
	return strings.EqualFold(strings.TrimSpace(mediaType), "application/problem+json")
}

// member is a member of an envelope's body, nil if there is none of the name.
func member(env *model.Envelope, name string) *model.Node {
	if env.Body == nil {
		return nil
	}
	for _, m := range env.Body.Members {
		if m.Name == name {
			return m
		}
	}
	return nil
}

// problemMembers reports members of application/problem+json that are not what RFC 9457
// makes of them.
func problemMembers(c *catalog, f found) {
	for _, env := range c.Envelopes {
		if !isProblem(env) {
			continue
		}
		for _, name := range []string{"type", "title", "detail", "instance"} {
			if m := member(env, name); m != nil && !holdsText(m) {
				f(c.envelope(env, "body"), "in application/problem+json "+diag.Quote(name)+" is a string", "make it one, or use another media type")
			}
		}
		if m := member(env, "status"); m != nil && m.Kind != model.StatusNode {
			f(c.envelope(env, "body"), "in application/problem+json `status` is the HTTP status, a number", "leave `field` out of it, and write `{type: integer}`")
		}
	}
}

// holdsText reports whether a leaf is a string.
func holdsText(n *model.Node) bool {
	if n.Const != nil {
		return n.Const.Kind == model.StringValue
	}
	return n.Schema != nil && n.Schema.Resolved().Kind == model.StringKind
}

// problemType reports types of problems that are no absolute URIs.
func problemType(c *catalog, f found) {
	for _, e := range c.responses() {
		if !isProblem(e.Envelope) {
			continue
		}
		text, ok := typeOf(e)
		if u, err := url.Parse(text); ok && (err != nil || !u.IsAbs()) {
			f(c.entry(e, "code", "fields"), "the `type` of a problem is a URI, and ought to be absolute; "+diag.Quote(text)+" means another one on each path", "write it out: https://... or urn:..., or about:blank")
		}
	}
}

// typeOf is the constant type of a problem.
func typeOf(e *model.Entry) (string, bool) {
	m := member(e.Envelope, "type")
	switch {
	case m == nil:
		return "", false
	case m.Const != nil:
		return m.Const.Scalar(), true
	case m.Kind == model.CodeNode && e.Code != nil:
		return e.Code.Text(), e.Code.Text() != "" && len(m.As) == 0
	}
	for _, fill := range e.Fills {
		if fill.Field == m.Field && m.Field != nil && len(fill.Wordings) == 1 {
			return fill.Wordings[0].Template.Constant()
		}
	}
	return "", false
}

// problemMediaType reports bodies of RFC 9457 under another media type.
func problemMediaType(c *catalog, f found) {
	for _, env := range c.Envelopes {
		status := member(env, "status")
		if env.Kind != model.JSONBody || isProblem(env) || env.Part || status == nil || status.Kind != model.StatusNode {
			continue
		}
		if member(env, "type") != nil && member(env, "title") != nil && member(env, "detail") != nil {
			f(c.envelope(env, "mediaType", "body"), "the body is that of RFC 9457 under "+diag.Quote(env.MediaType)+": what knows problem details does not see it", "write `mediaType: application/problem+json`")
		}
	}
}
