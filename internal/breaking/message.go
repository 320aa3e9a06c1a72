package breaking

import (
	"fmt"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
	"github.com/seed-1b9d9f04/errgen/internal/replay"
)

// message is what a server of one generation sends for an error.
type message struct {
	entry   *model.Entry
	params  params
	status  int
	headers []model.SampleHeader
	body    string
	close   int            // a close code, in place of a response
	inner   *model.Entry   // it is the error within the entry that is looked at
	at      string         // the param in which that stands
	items   []*model.Entry // these are written, as one list
}

// String is the message as it is shown: its status and its body, or its close code
// and reason.
func (m *message) String() string {
	const most = 300
	first := m.status
	if m.close != 0 {
		first = m.close
	}
	text := m.body
	if len(text) > most {
		text = strings.ToValidUTF8(text[:most], "") + "..."
	}
	return strings.TrimSpace(fmt.Sprintf("%d %s", first, text))
}

// read is what the clients of a generation make of a message.
func (m *message) read(by *replay.Program) []replay.Decoded {
	if m.close != 0 {
		return []replay.Decoded{by.DecodeClose(m.close, m.body)}
	}
	return by.Decode(m.status, m.headers, m.body)
}

// writer makes the messages of a generation.
type writer struct {
	Side
	rules *values.Checker
	shown map[*model.Envelope]bool // whose errors have been shown within others, or in a list
	held  map[holder]bool          // where errors have been shown within others
}

// holder is a member of an envelope.
type holder struct {
	envelope *model.Envelope
	member   string
}

func newWriter(s Side) *writer {
	return &writer{Side: s, rules: values.NewChecker(), shown: map[*model.Envelope]bool{}, held: map[holder]bool{}}
}

// messages are those that are sent for an entry: its sample first, then with other
// params, under its other statuses, with each error that can stand within it, and as
// the frame that closes a WebSocket.
func (w *writer) messages(e *model.Entry) []*message {
	all := variants(e, w.rules)
	var found []*message
	if e.Envelope != nil && !e.Envelope.Part {
		for _, ps := range all {
			found = append(found, w.message(e, 0, ps))
		}
		for _, status := range statuses(e) {
			found = append(found, w.message(e, status, all[0]))
		}
		found = append(found, w.within(e, all[0])...)
		found = append(found, w.list(e.Envelope)...)
	}
	if e.Close != nil {
		for _, ps := range all {
			found = append(found, &message{entry: e, params: ps, close: e.Close.Code, body: w.Program.EncodeClose(e, ps)})
		}
	}
	return found
}

func (w *writer) message(e *model.Entry, status int, ps params) *message {
	m := &message{entry: e, params: ps}
	var body []byte
	m.status, m.headers, body = w.Program.Encode(e, e.Envelope, status, ps)
	m.body = string(body)
	return m
}

// list is a message with several errors of a repeated envelope, those that can stand
// behind the first, once for each.
func (w *writer) list(env *model.Envelope) []*message {
	const most = 16
	if env.Repeated == nil || w.shown[env] {
		return nil
	}
	w.shown[env] = true
	var items []*model.Entry
	var all []params
	for _, e := range env.Entries {
		if e.Envelope != env || len(items) == most {
			continue
		}
		ps := variants(e, w.rules)[0]
		if len(items) == 0 || w.Program.Beside(items[0], all[0], e, ps) {
			items, all = append(items, e), append(all, ps)
		}
	}
	m := w.message(items[0], 0, all[0])
	m.items, m.body = items, string(w.Program.EncodeList(items, env, all))
	return []*message{m}
}

// statuses are the ends of the ranges that an entry's status can be in.
func statuses(e *model.Entry) []int {
	if !e.StatusParam {
		return nil
	}
	var all []int
	for _, r := range e.Status {
		all = append(all, r.Lo)
		if r.Hi != r.Lo {
			all = append(all, r.Hi)
		}
	}
	return all
}

// within are messages with each error that can stand within an entry, once for each
// envelope of such errors, since what they are is the same wherever they stand, and with
// one of them at each other place, which the other generation may not have.
func (w *writer) within(e *model.Entry, base params) []*message {
	var found []*message
	for _, p := range e.Params {
		env, at := errorsOf(p.Schema), holder{e.Envelope, p.Name}
		if env == nil || w.held[at] {
			continue
		}
		inners := env.Entries
		if w.shown[env] {
			inners = inners[:min(1, len(inners))]
		}
		w.shown[env], w.held[at] = true, true
		for _, inner := range inners {
			ps := params{}
			for known, v := range base {
				ps[known] = v
			}
			ps[p] = w.innerValue(inner, env, p.Schema)
			m := w.message(e, 0, ps)
			m.inner, m.at = inner, p.Name
			found = append(found, m)
		}
	}
	return found
}

// errorsOf is the envelope whose errors are a schema's values or their items; nil if
// none are.
func errorsOf(s *model.Schema) *model.Envelope {
	for s != nil && s.Kind == model.ArrayKind {
		s = s.Items
	}
	if s == nil || s.Kind != model.ErrorKind {
		return nil
	}
	return s.ErrorOf
}

// innerValue is an error as it stands within another: itself, or in a list.
func (w *writer) innerValue(e *model.Entry, env *model.Envelope, s *model.Schema) model.Value {
	_, _, body := w.Program.Encode(e, env, 0, variants(e, w.rules)[0])
	v, _ := replay.ParseJSON(string(body))
	for ; s.Kind == model.ArrayKind; s = s.Items {
		v = model.Value{Kind: model.ArrayValue, Items: []model.Value{v}}
	}
	return v
}
