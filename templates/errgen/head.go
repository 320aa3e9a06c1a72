package errgen

// head compares the headers of a response that has no body because the request was HEAD
// with those of an envelope (docs/spec.md#other-responses). What stands in the body is
// unknown.
func (f *fitting) head(env *Envelope) {
	for k := range env.Headers {
		f.header(&env.Headers[k])
	}
	f.loose = false
	for i := SlotField0; i < len(f.slots); i++ {
		f.slots[i].outer = !f.slots[i].given && env.Root.hasSlot(i)
	}
}

// hidesCode reports whether the code would stand in a body that a response to HEAD has
// not.
func (f *fitting) hidesCode(t *Table) bool {
	return f.r.head && t.Envelopes[f.env].Root.hasSlot(SlotCode)
}
