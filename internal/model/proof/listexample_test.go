package proof

import "testing"

// TestListExampleInSecondEnvelope compares a list of errors in the envelope in
// which it is read, which need not be the one in which each is written alone.
func TestListExampleInSecondEnvelope(t *testing.T) {
	mustProve(t, `errgen: 1
package: bulkerr
sources: [{id: page, title: Page}]
envelopes:
  One: {body: {properties: {error: {type: string, field: code}}}}
  Bulk: {status: [201, 4XX], body: {repeated: true, items: {properties: {id: {type: string}, error: {type: string, field: code}}}}}
errors:
  Conflict: {envelope: [One, Bulk], code: conflict, status: [409, 201]}
examples:
  - {name: two, source: page, error: [Conflict, Conflict], status: 409, body: '[{"id":"1","error":"conflict"},{"id":"2","error":"conflict"}]'}
`)
}
