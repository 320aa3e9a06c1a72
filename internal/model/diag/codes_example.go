package diag

// Codes for examples: documented responses, and what the catalog makes of them.
var (
	BadExample = register(Doc{
		Code:    "bad-example",
		Summary: "an example that describes no response",
		Cause: "An example is an HTTP response (`status`, `headers`, `body`) or a WebSocket close (`close`, `reason`), not both. `expect` names params of " +
			"its entry; `decodes` goes with `waive`, and both with an entry that the catalog has.",
		Bad: demo + `errors:
  NotFound: {status: 404, code: NOT_FOUND}
examples:
  - {name: gone, error: NotFound, status: 404, close: 1008, body: '{"code":"NOT_FOUND","message":"Gone."}'}
`,
		Good: demo + `errors:
  NotFound: {status: 404, code: NOT_FOUND}
examples:
  - {name: gone, error: NotFound, status: 404, body: '{"code":"NOT_FOUND","message":"Gone."}'}
`,
	})
	ExampleDecodes = register(Doc{
		Code:    "example-decodes",
		Summary: "an example is read as another error than it says",
		Cause: "The response is decoded as a client would decode it (docs/spec.md#how-decoding-decides). Either the example or the catalog is wrong, or the " +
			"documentation contradicts itself: then the place is waived, and `decodes` says what the response as printed is read as.",
		Bad: demo + `errors:
  NotFound: {status: 404, code: NOT_FOUND}
  Late: {status: 400, code: LATE}
examples:
  - {name: late, error: Late, status: 404, body: '{"code":"NOT_FOUND","message":"Late."}'}
`,
		Good: demo + `errors:
  NotFound: {status: 404, code: NOT_FOUND}
  Late: {status: 400, code: LATE}
examples:
  - {name: late, error: Late, status: 400, body: '{"code":"LATE","message":"Late."}'}
`,
	})
	ExampleExpects = register(Doc{
		Code:    "example-expects",
		Summary: "a param of an example is not recovered as it says",
		Cause:   "`expect` names params and the values that decoding must give back.",
		Bad: demo + `errors:
  Late: {status: 400, code: LATE, fields: {message: 'Late by {days} days.'}, params: {days: {type: integer}}}
examples:
  - {name: late, error: Late, status: 400, body: '{"code":"LATE","message":"Late by 3 days."}', expect: {days: 4}}
`,
		Good: demo + `errors:
  Late: {status: 400, code: LATE, fields: {message: 'Late by {days} days.'}, params: {days: {type: integer}}}
examples:
  - {name: late, error: Late, status: 400, body: '{"code":"LATE","message":"Late by 3 days."}', expect: {days: 3}}
`,
	})
	ExampleDiffers = register(Doc{
		Code:    "example-differs",
		Summary: "a documented response is not what the entry would write",
		Cause: "An example with a `source` is documentation: the entry, with the params that were recovered, is written, and compared with it. Exchange values, " +
			"unknown members and headers that the catalog does not know are left out. What the documentation has wrong is waived, with the reason.",
		Bad: demo + `sources: [{id: page, title: Error codes}]
errors:
  NotFound: {status: 404, code: NOT_FOUND, fields: {message: There is no such parcel.}}
examples:
  - {name: gone, source: page, error: NotFound, status: 404, body: '{"code":"NOT_FOUND","message":"No such parcel."}'}
`,
		Good: demo + `sources: [{id: page, title: Error codes}]
errors:
  NotFound: {status: 404, code: NOT_FOUND, fields: {message: There is no such parcel.}}
examples:
  - name: gone
    source: page
    error: NotFound
    status: 404
    body: '{"code":"NOT_FOUND","message":"No such parcel."}'
    waive: [{at: /message, because: The table of messages has another text.}]
`,
	})
	BadWaiver = register(Doc{
		Code:    "bad-waiver",
		Summary: "a waiver that names no place, or that nothing needs",
		Cause: "A waiver names a place as a JSON pointer (/body/code), as header:Name or as status. It is there for what the documentation has wrong: " +
			"where the example agrees with the catalog there is nothing to waive.",
		Bad: demo + `errors:
  NotFound: {status: 404, code: NOT_FOUND}
examples:
  - name: gone
    error: NotFound
    status: 404
    body: '{"code":"NOT_FOUND","message":"Gone."}'
    waive: [{at: /code, because: A guess.}]
`,
		Good: demo + `errors:
  NotFound: {status: 404, code: NOT_FOUND}
examples:
  - {name: gone, error: NotFound, status: 404, body: '{"code":"NOT_FOUND","message":"Gone."}'}
`,
	})
)
