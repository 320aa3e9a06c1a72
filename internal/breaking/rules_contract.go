package breaking

// The rules of what is documented.
var (
	CatalogAdded = rule("catalog-added", "there is a new catalog",
		`A catalog is new: nobody uses its package yet.`, "", `
errors:
  OrderGone: {status: 410, code: ORDER_GONE, fields: {message: The order is gone.}}
`)

	ErrorAdded = rule("error-added", "there is a new error",
		`An entry is new. Clients that are built read it as unlisted or as its parent, of which other findings tell; a switch over all IDs, which a linter keeps complete, lacks a case.`, `
errors:
  OrderGone: {status: 410, code: ORDER_GONE, fields: {message: The order is gone.}}
`, `
errors:
  OrderGone: {status: 410, code: ORDER_GONE, fields: {message: The order is gone.}}
  OrderLost: {status: 410, code: ORDER_LOST, fields: {message: The order is lost.}}
`)

	StatusChanged = rule("status-changed", "an error has another status",
		`The status of an entry is another one. Clients made by errgen may know the error all the same, by its code. Proxies, caches, retries and other clients go by the status.`, `
errors:
  Denied: {status: 403, code: DENIED, fields: {message: You may not.}}
`, `
errors:
  Denied: {status: 402, code: DENIED, fields: {message: You may not.}}
`)

	CodeChanged = rule("code-changed", "an error has another code",
		`The code of an entry is another one, be it in letter case alone. A code is what clients know an error by.`, `
errors:
  Denied: {status: 403, code: DENIED, fields: {message: You may not.}}
`, `
errors:
  Denied: {status: 403, code: denied, fields: {message: You may not.}}
`)

	EnvelopeChanged = rule("envelope-changed", "an error is written in another envelope",
		`An entry is written in another envelope. Clients that read both know it in either: let them be built first, with both in the list.`, `
envelopes:
  Old: {body: {properties: {error: {type: string, field: code}}}}
  New: {body: {properties: {code: {type: string}}}}
errors:
  Denied: {envelope: Old, status: 403, code: DENIED}
`, `
envelopes:
  Old: {body: {properties: {error: {type: string, field: code}}}}
  New: {body: {properties: {code: {type: string}}}}
errors:
  Denied: {envelope: [New, Old], status: 403, code: DENIED}
`)

	RetryableChanged = rule("retryable-changed", "whether a request may be tried again is another",
		`What the catalog says of trying again has changed, and clients that go by Retryable do otherwise once they are built anew. To take it back is an error: a client that gave up nothing has to give up now.`, `
errors:
  Busy: {status: 503, code: BUSY, retryable: true, fields: {message: Busy.}}
`, `
errors:
  Busy: {status: 503, code: BUSY, fields: {message: Busy.}}
`)

	HeaderRemoved = rule("header-removed", "an error has lost a header",
		`A header that an entry had is not written any more.`, `
errors:
  Denied: {status: 401, code: DENIED, fields: {message: Sign in.}, headers: {WWW-Authenticate: Bearer}}
`, `
errors:
  Denied: {status: 401, code: DENIED, fields: {message: Sign in.}}
`)

	HeaderChanged = rule("header-changed", "a header of an error holds something else",
		`A header of an entry has another value.`, `
errors:
  Denied: {status: 401, code: DENIED, fields: {message: Sign in.}, headers: {WWW-Authenticate: Bearer}}
`, `
errors:
  Denied: {status: 401, code: DENIED, fields: {message: Sign in.}, headers: {WWW-Authenticate: Basic}}
`)

	CloseChanged = rule("close-changed", "an error has another close code",
		`The WebSocket close code of an entry is another one, or gone. Clients know the error by it.`, `
envelopes: {}
errors:
  Ended: {envelope: none, close: 4001, text: Session ended.}
`, `
envelopes: {}
errors:
  Ended: {envelope: none, close: 4002, text: Session ended.}
`)

	SunsetEarlier = rule("sunset-earlier", "a deprecated error will be gone earlier",
		`The day on which a deprecated entry will be gone has been announced, and now it is an earlier one.`, `
errors:
  OrderLost: {status: 410, code: ORDER_LOST, fields: {message: Lost.}, deprecated: {sunset: 2030-06-01}}
`, `
errors:
  OrderLost: {status: 410, code: ORDER_LOST, fields: {message: Lost.}, deprecated: {sunset: 2030-01-01}}
`)

	Disclosed = rule("disclosed", "a param is shown where it was not",
		`A param that was for logs only is sent to clients, or logs show one that was sensitive. That is what a review of security wants to see.`, `
errors:
  Refused: {status: 402, code: REFUSED, fields: {message: 'Card {card} was refused.'}, params: {card: {type: string, sensitive: true}}}
`, `
errors:
  Refused: {status: 402, code: REFUSED, fields: {message: 'Card {card} was refused.'}, params: {card: {type: string}}}
`)

	MediaTypeChanged = rule("media-type-changed", "an envelope has another media type",
		`The Content-Type of an envelope is another one. Clients made by errgen do not mind between forms of JSON, others compare it.`, `
envelopes: {Problem: {body: {properties: {code: {type: string}}}}}
errors:
  Odd: {status: 400, code: ODD}
`, `
envelopes: {Problem: {mediaType: application/problem+json, body: {properties: {code: {type: string}}}}}
errors:
  Odd: {status: 400, code: ODD}
`)

	EnvelopeStatus = rule("envelope-status", "an envelope occurs under other statuses",
		`The statuses of an envelope are others: clients look for errors in responses where they did not, or do not look where they did.`, `
envelopes: {Problem: {body: {properties: {code: {type: string}}}}}
errors:
  Odd: {status: 400, code: ODD}
`, `
envelopes: {Problem: {status: 4XX, body: {properties: {code: {type: string}}}}}
errors:
  Odd: {status: 400, code: ODD}
`)

	MemberRemoved = rule("member-removed", "a member or header of an envelope is gone",
		`A place of an envelope is gone, or has another name, which is the same to those who read it.`, `
envelopes: {Problem: {body: {properties: {code: {type: string}, message: {type: string}}}}}
errors:
  Odd: {status: 400, code: ODD, fields: {message: Odd.}}
`, `
envelopes: {Problem: {body: {properties: {code: {type: string}, text: {type: string}}}}}
errors:
  Odd: {status: 400, code: ODD, fields: {text: Odd.}}
`)

	MemberAdded = rule("member-added", "a member or header of an envelope is new",
		`A place of an envelope is new. Clients have to pass over members that they do not know.`, `
envelopes: {Problem: {body: {properties: {code: {type: string}}}}}
errors:
  Odd: {status: 400, code: ODD}
`, `
envelopes: {Problem: {body: {properties: {code: {type: string}, ok: {const: false}}}}}
errors:
  Odd: {status: 400, code: ODD}
`)

	MemberOptional = rule("member-optional", "a member or header of an envelope may be absent",
		`A place of an envelope that was always there may be left out.`, `
envelopes: {Problem: {body: {properties: {code: {type: string}, message: {type: string}}}}}
errors:
  Odd: {status: 400, code: ODD, fields: {message: Odd.}}
`, `
envelopes: {Problem: {body: {properties: {code: {type: string}, message: {type: string, optional: true}}}}}
errors:
  Odd: {status: 400, code: ODD, fields: {message: Odd.}}
`)

	MemberChanged = rule("member-changed", "a member or header of an envelope is something else",
		`A place of an envelope has another type, another constant, or is written in another form.`, `
envelopes: {Problem: {body: {properties: {code: {type: string}, days: {type: integer}}}}}
errors:
  Late: {status: 400, code: LATE}
`, `
envelopes: {Problem: {body: {properties: {code: {type: string}, days: {type: string}}}}}
errors:
  Late: {status: 400, code: LATE}
`)

	FallbackChanged = rule("fallback-changed", "another error is the fallback",
		`What is written for errors that are not of the catalog is another entry. Without a fallback it is a 500 without a body, which clients read as an unexpected response.`, `
errors:
  Internal: {status: 500, code: INTERNAL, fields: {message: It broke.}}
fallback: Internal
`, `
errors:
  Internal: {status: 500, code: INTERNAL, fields: {message: It broke.}}
`)

	RetiredRemoved = rule("retired-removed", "a retired code or name is retired no more",
		`A line of "retired" is gone, so that its code or name may come to mean something else.`, `
errors:
  Odd: {status: 400, code: ODD}
retired: [{code: EVEN}]
`, `
errors:
  Odd: {status: 400, code: ODD}
`)

	OperationRemoved = rule("operation-removed", "an operation is gone",
		`An operation is not in the catalog any more, or has another name there.`, `
errors:
  Odd: {status: 400, code: ODD}
operations: {GetOrder: [Odd]}
`, `
errors:
  Odd: {status: 400, code: ODD}
`)

	OperationMoved = rule("operation-moved", "an operation has another method or path",
		`The catalog documents an operation at another place.`, `
errors:
  Odd: {status: 400, code: ODD}
operations: {GetOrder: {errors: [Odd], method: GET, path: /order}}
`, `
errors:
  Odd: {status: 400, code: ODD}
operations: {GetOrder: {errors: [Odd], method: GET, path: /orders}}
`)

	OperationError = rule("operation-error", "an operation can return another error",
		`An operation lists an entry that it did not list. Clients that handle what is documented do not handle it.`, `
errors:
  Odd: {status: 400, code: ODD}
  Gone: {status: 410, code: GONE}
operations: {GetOrder: [Odd]}
`, `
errors:
  Odd: {status: 400, code: ODD}
  Gone: {status: 410, code: GONE}
operations: {GetOrder: [Odd, Gone]}
`)

	OperationLess = rule("operation-less", "an operation does not return an error any more",
		`An operation does not list an entry that it listed.`, `
errors:
  Odd: {status: 400, code: ODD}
  Gone: {status: 410, code: GONE}
operations: {GetOrder: [Odd, Gone]}
`, `
errors:
  Odd: {status: 400, code: ODD}
  Gone: {status: 410, code: GONE}
operations: {GetOrder: [Odd]}
`)

	Deprecated = rule("deprecated", "an error is deprecated, or is so no more",
		`Go tools warn of code that uses what is deprecated.`, `
errors:
  OrderLost: {status: 410, code: ORDER_LOST, fields: {message: Lost.}}
`, `
errors:
  OrderLost: {status: 410, code: ORDER_LOST, fields: {message: Lost.}, deprecated: {since: '2.0'}}
`)

	TextChanged = rule("text-changed", "a text of an error is another one",
		`A text that an entry fills is worded otherwise. Where it alone tells the error, or alone holds a param, findings of what clients read say so; else it is for readers.`, `
errors:
  OrderLost: {status: 410, code: ORDER_LOST, fields: {message: The order is lost.}}
`, `
errors:
  OrderLost: {status: 410, code: ORDER_LOST, fields: {message: We have lost the order.}}
`)

	DocChanged = rule("doc-changed", "the documentation says something else",
		`A description, a title, an address, a group, tags or the stability have changed.`, `
errors:
  OrderLost: {status: 410, code: ORDER_LOST, fields: {message: Lost.}, description: Nobody knows where it is.}
`, `
errors:
  OrderLost: {status: 410, code: ORDER_LOST, fields: {message: Lost.}, description: It is nowhere.}
`)
)
