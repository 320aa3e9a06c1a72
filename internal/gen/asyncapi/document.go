package asyncapi

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// document is a catalog's close codes as an AsyncAPI 3 document. AsyncAPI has no place
// for close codes (its WebSockets binding knows the handshake alone), so they stand in
// an extension, and a message describes what a close frame holds: its code and reason
// (RFC 6455 section 5.5.1).
func document(c *model.Catalog) *yaml.Node {
	info := object("title", text(cmp.Or(c.Title, c.Package+" errors")), "version", text(cmp.Or(c.OpenAPI.Version, "1.0.0")))
	if c.Description != "" {
		add(info, "description", text(c.Description))
	}
	messages, channels := object(), object()
	for _, e := range closing(c.Entries) {
		add(messages, messageName(c, e), message(e))
	}
	for _, o := range c.Operations {
		if entries := closing(o.Errors); o.Method == "" && len(entries) > 0 {
			add(channels, key(o.Name), channel(c, o, entries))
		}
	}
	components := object("messages", messages)
	if len(channels.Content) > 0 {
		components = object("channels", channels, "messages", messages)
	}
	return object("asyncapi", text("3.0.0"), "info", info, "components", components,
		"x-websocket-close-codes", closeCodes(closing(c.Entries)))
}

// closing are those of some entries that have a close code.
func closing(entries []*model.Entry) []*model.Entry {
	return slices.DeleteFunc(slices.Clone(entries), func(e *model.Entry) bool { return e.Close == nil })
}

// messageName is the key of an entry's message among the components.
func messageName(c *model.Catalog, e *model.Entry) string {
	prefix := c.Package
	if p := c.OpenAPI.Prefix; p != nil {
		prefix = *p
	}
	if prefix != "" {
		prefix = strings.ToUpper(prefix[:1]) + prefix[1:]
	}
	return key(prefix + e.Name + "Close")
}

// key is a name as a key of components (AsyncAPI 3.0.0, Components Object): letters,
// digits, hyphens and underscores; others are written as their code points.
func key(name string) string {
	var out strings.Builder
	for _, r := range name {
		switch {
		case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9', r == '-', r == '_':
			out.WriteRune(r)
		default:
			out.WriteString("u" + strconv.FormatInt(int64(r), 16))
		}
	}
	return out.String()
}

// channel describes what closes the connection of an operation.
func channel(c *model.Catalog, o *model.Operation, entries []*model.Entry) *yaml.Node {
	messages := object()
	for _, e := range entries {
		add(messages, key(e.Name), object("$ref", text("#/components/messages/"+messageName(c, e))))
	}
	n := object()
	if o.Path != "" {
		add(n, "address", text(o.Path))
	}
	if o.Description != "" {
		add(n, "description", text(o.Description))
	}
	add(n, "messages", messages)
	add(n, "x-websocket-close-codes", closeCodes(entries))
	return n
}

// message describes the close frame of an entry.
func message(e *model.Entry) *yaml.Node {
	n := object("name", text(e.Name), "title", text(e.Name))
	if said := e.Description; said != "" {
		add(n, "description", text(said))
	}
	code := strconv.Itoa(e.Close.Code)
	reason := object("type", text("string"), "maxLength", number(strconv.Itoa(model.MaxReason)))
	shown := object("code", number(code))
	if reasonText, ok := shownReason(e); ok {
		add(reason, "examples", list(text(reasonText)))
		add(shown, "reason", text(reasonText))
	}
	add(n, "payload", object("type", text("object"), "required", list(text("code")),
		"properties", object("code", object("type", text("integer"), "const", number(code)), "reason", reason)))
	add(n, "examples", list(object("name", text(e.Name), "payload", shown)))
	add(n, "x-errgen-entry", text(e.Name))
	if e.Retryable {
		add(n, "x-retryable", &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!bool", Value: "true"})
	}
	return n
}

// closeCodes lists the codes of some entries.
func closeCodes(entries []*model.Entry) *yaml.Node {
	n := list()
	for _, e := range entries {
		one := object("code", number(strconv.Itoa(e.Close.Code)), "entry", text(e.Name))
		if len(e.Close.Reason) > 0 {
			add(one, "reason", text(e.Close.Reason[0].String()))
		}
		n.Content = append(n.Content, one)
	}
	return n
}

// shownReason is the reason of an entry as readers are shown it; false if there is none,
// or a param of it that is no text.
func shownReason(e *model.Entry) (string, bool) {
	if len(e.Close.Reason) == 0 {
		return "", false
	}
	var out strings.Builder
	for _, p := range e.Close.Reason[0].Parts {
		switch p.Kind {
		case model.LiteralPart:
			out.WriteString(p.Literal)
		case model.ParamPart:
			v := e.Illustration(p.Param)
			if v.Kind != model.StringValue && v.Kind != model.NumberValue && v.Kind != model.BoolValue {
				return "", false
			}
			out.WriteString(v.Scalar())
		case model.StatusPart:
			out.WriteString(strconv.Itoa(e.WriteStatus()))
		case model.CodePart:
			out.WriteString(e.Code.Text())
		}
	}
	return out.String(), out.Len() > 0
}

// The nodes that documents are made of. A mapping keeps the order in which its members
// are added.

func object(members ...any) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode}
	for i := 0; i < len(members); i += 2 {
		add(n, members[i].(string), members[i+1].(*yaml.Node))
	}
	return n
}

func add(n *yaml.Node, name string, value *yaml.Node) {
	n.Content = append(n.Content, text(name), value)
}

func list(items ...*yaml.Node) *yaml.Node { return &yaml.Node{Kind: yaml.SequenceNode, Content: items} }

func text(s string) *yaml.Node {
	n := new(yaml.Node)
	n.SetString(s)
	return n
}

func number(digits string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!int", Value: digits}
}
