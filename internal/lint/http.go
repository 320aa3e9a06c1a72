package lint

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// responses are the entries that are written as responses of their own.
func (c *catalog) responses() []*model.Entry {
	return slices.DeleteFunc(slices.Clone(c.Entries), func(e *model.Entry) bool { return e.Envelope == nil || e.Envelope.Part })
}

// named are the statuses that a set names one by one.
func named(set model.StatusSet) []int {
	var all []int
	for _, r := range set {
		if r.Lo == r.Hi {
			all = append(all, r.Lo)
		}
	}
	return all
}

// statusMissing reports entries of which no status is documented.
func statusMissing(c *catalog, f found) {
	for _, e := range c.responses() {
		if len(e.Status) == 0 && len(e.Children) == 0 && !saysNothing(e.Envelope) {
			f(c.entry(e), fmt.Sprintf("it has no status, and is written as %d: who fixes it, client or server, is left open", e.WriteStatus()), "give it its `status`")
		}
	}
}

// saysNothing reports whether an envelope is that of errors under one status, or of
// errors under 400: then it is not the status that tells them.
func saysNothing(env *model.Envelope) bool {
	_, only := env.Status.Only()
	return only || slices.ContainsFunc(env.Status, func(r model.StatusRange) bool { return r.Lo < 400 })
}

// errorUnder2xx reports envelopes whose errors go out as successes.
func errorUnder2xx(c *catalog, f found) {
	for _, env := range c.Envelopes {
		for _, status := range []int{200, 201, 202, 204} {
			if env.Status.Contains(status) && len(env.Entries) > 0 {
				f(c.envelope(env, "status"), fmt.Sprintf("errors go out under %d: proxies, caches, metrics and clients of other makes take them for successes", status),
					"give errors a status of 400 and up")
				break
			}
		}
	}
}

// unregistered reports statuses that are in no registry.
func unregistered(c *catalog, f found) {
	for _, e := range c.responses() {
		for _, status := range named(e.Status) {
			if status >= 400 && !registered[status] {
				f(c.entry(e, "status"), fmt.Sprintf("status %d is not registered: what is between client and server knows only that it is a %dXX", status, status/100),
					fmt.Sprintf("use a registered one, %d if no other fits", status/100*100))
			}
		}
	}
}

// registered are the statuses from 400 on of IANA's registry of HTTP status codes.
var registered = setOf(400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 421, 422, 423, 424, 425, 426, 428, 429, 431, 451,
	500, 501, 502, 503, 504, 505, 506, 507, 508, 511)

func setOf[T comparable](all ...T) map[T]bool {
	set := map[T]bool{}
	for _, t := range all {
		set[t] = true
	}
	return set
}

// headerMissing makes the rule that a status asks for a header.
func headerMissing(status int, header string) func(*catalog, found) {
	return func(c *catalog, f found) {
		for _, e := range c.responses() {
			if slices.Contains(named(e.Status), status) && !sends(e, header) {
				f(c.entry(e, "status"), fmt.Sprintf("a response of status %d has to have the header %s", status, header), "add it under `headers`")
			}
		}
	}
}

// sends reports whether an entry's responses have a header.
func sends(e *model.Entry, header string) bool {
	is := func(name string) bool { return strings.EqualFold(name, header) }
	return slices.ContainsFunc(e.Headers, func(h *model.HeaderFill) bool { return is(h.Name) }) ||
		e.Envelope != nil && slices.ContainsFunc(e.Envelope.Headers, func(n *model.Node) bool { return is(n.Name) && !e.Omits(n.Field) })
}

// retryAfterMissing reports entries that ask to wait and do not say how long.
func retryAfterMissing(c *catalog, f found) {
	for _, e := range c.responses() {
		if (slices.Contains(named(e.Status), 429) || slices.Contains(named(e.Status), 503)) && !saysDelay(e) {
			f(c.entry(e, "status"), "it asks clients to wait, and does not say how long: all of them come back at once", "send Retry-After: `headers: {Retry-After: '{wait}'}`, `params: {wait: {type: integer, format: seconds}}`")
		}
	}
}

// retryableWithoutDelay reports other entries that can be tried again at some time.
func retryableWithoutDelay(c *catalog, f found) {
	for _, e := range c.responses() {
		if e.Retryable && !slices.Contains(named(e.Status), 429) && !slices.Contains(named(e.Status), 503) && !saysDelay(e) {
			f(c.entry(e, "retryable"), "it is retryable, and does not say when: clients guess", "send Retry-After, optional where the server does not know")
		}
	}
}

// delayWords are parts of names of members that say how long to wait.
var delayWords = []string{"retry", "wait", "reset", "delay", "backoff", "cooldown"}

// saysDelay reports whether an entry's response says how long to wait.
func saysDelay(e *model.Entry) bool {
	isDelay := func(name string) bool {
		return slices.ContainsFunc(delayWords, func(word string) bool { return strings.Contains(strings.ToLower(name), word) })
	}
	if slices.ContainsFunc(e.Headers, func(h *model.HeaderFill) bool { return isDelay(h.Name) }) {
		return true
	}
	if slices.ContainsFunc(e.Envelope.Fields, func(field *model.Field) bool { return isDelay(field.Name) && !e.Omits(field) }) {
		return true
	}
	return slices.ContainsFunc(e.Params, func(p *model.Param) bool { return !p.Private && (isDelay(p.Name) || p.Go.Kind == model.GoDuration) })
}

// permanent are the statuses of errors that stay, however often a request is sent.
var permanent = setOf(400, 401, 403, 404, 405, 406, 410, 411, 413, 414, 415, 422, 501, 505)

// retryablePermanent reports errors that are retryable though they stay.
func retryablePermanent(c *catalog, f found) {
	for _, e := range c.responses() {
		statuses := named(e.Status)
		if e.Retryable && len(statuses) == len(e.Status) && len(statuses) > 0 && !slices.ContainsFunc(statuses, func(s int) bool { return !permanent[s] }) {
			f(c.entry(e, "retryable"), fmt.Sprintf("it is retryable under %d, which says that the same request fails again: who goes by the status gives up, who goes by the catalog tries for ever", statuses[0]),
				"leave `retryable` out, or give it the status of something that passes: 409, 429, 503")
		}
	}
}

// retryableUnsaid reports errors that pass and are not retryable in a catalog that
// says what is.
func retryableUnsaid(c *catalog, f found) {
	if !slices.ContainsFunc(c.Entries, func(e *model.Entry) bool { return e.Retryable }) {
		return
	}
	for _, e := range c.responses() {
		if s, ok := e.Status.Only(); ok && (s == 429 || s == 503) && !c.says(e, "retryable") {
			f(c.entry(e, "status"), fmt.Sprintf("others are `retryable`, and it is not said of this one, which passes by its status %d: clients give up", s), "say `retryable: true`, or false if it does not pass")
		}
	}
}

// codeStatus reports codes that begin with another status than theirs, where codes
// begin with their statuses.
func codeStatus(c *catalog, f found) {
	var odd []*model.Entry
	agree := 0
	for _, e := range c.responses() {
		status, ok := e.Status.Only()
		code := e.Code.Text()
		prefix, isNumber := strconv.Atoi(code[:min(3, len(code))])
		if !ok || len(code) < 4 || isNumber != nil || prefix < 400 || prefix > 599 {
			continue
		}
		if prefix == status {
			agree++
		} else {
			odd = append(odd, e)
		}
	}
	for _, e := range odd {
		if agree > 2*len(odd) {
			s, _ := e.Status.Only()
			f(c.entry(e, "code"), fmt.Sprintf("its code %s begins with another status than its own, %d; those of the others begin with theirs", diag.Quote(e.Code.Text()), s), "mend the code or the status")
		}
	}
}
