package breaking

// The rules of what clients make of responses.
var (
	ErrorMisread = rule("error-misread", "an error is read as another one",
		`A response of one generation is read by clients of the other as another entry than the one that was written: they act on the wrong error. It is the worst that can happen, since nothing fails. Most often a new entry shares the code of an old one, or a text alone told two entries apart.`, `
errors:
  OrderGone: {status: 410, code: GONE, fields: {message: The order is gone.}}
`, `
errors:
  OrderGone: {status: 410, code: GONE, fields: {message: The order is gone.}}
  BasketGone: {status: 410, code: GONE, fields: {message: The basket is gone.}}
`)

	ErrorUnlisted = rule("error-unlisted", "an error is read as one that the catalog does not list",
		`Clients of one generation get ErrUnlisted for an error of the other, with its code and its texts. For an entry that is new this is as it should be, and no more than information: clients that are built cannot know it. For an entry that both generations have, its code has changed, or what it is told by.`, `
errors:
  OrderGone: {status: 410, code: ORDER_GONE, fields: {message: The order is gone.}}
`, `
errors:
  OrderGone: {status: 410, code: ORDER_DELETED, fields: {message: The order is gone.}}
`)

	ErrorUnexpected = rule("error-unexpected", "an error is not read as one of the API",
		`Clients of one generation get ErrUnexpectedResponse for an error of the other: its response has not the form that they know. The code stands at another place, the body has got a shell or lost one, text has become JSON.`, `
errors:
  OrderGone: {status: 410, code: ORDER_GONE, fields: {message: The order is gone.}}
`, `
envelopes:
  Problem: {body: {properties: {error: {properties: {code: {type: string}, message: {type: string}}}}}}
errors:
  OrderGone: {status: 410, code: ORDER_GONE, fields: {message: The order is gone.}}
`)

	ErrorIgnored = rule("error-ignored", "an error is read as a success",
		`Clients of one generation take an error of the other for no error: its status is under 400 and no envelope that they know has it.`, `
errors:
  OrderGone: {status: 410, code: ORDER_GONE, fields: {message: The order is gone.}}
`, `
envelopes:
  Problem: {status: [200, 4XX, 5XX], body: {properties: {code: {type: string}, message: {type: string}}}}
errors:
  OrderGone: {status: 200, code: ORDER_GONE, fields: {message: The order is gone.}}
`)

	ErrorAncestor = rule("error-ancestor", "an error is read as a kind of which it is",
		`Clients of one generation read an error of the other as one of its ancestors: what both have in common is certain, the rest is not. That is the way to become more precise without breaking anybody, and for a new entry it is information. For an entry that both generations have it is a warning: they knew more before.`, `
errors:
  Denied: {status: 403, code: DENIED}
  Expired: {parent: Denied, fields: {message: The token has expired.}}
`, `
errors:
  Denied: {status: 403, code: DENIED}
  Expired: {parent: Denied, fields: {message: Your token is too old.}}
`)

	DataLost = rule("data-lost", "an error is read without some of its params",
		`Clients of one generation know an error of the other, but do not find all of its params. Where one of those is required, errors.As finds no data at all. A text that alone held a param was reworded, a member was renamed or may be absent, a value is beyond the bounds that they know.`, `
errors:
  OrderGone:
    status: 410
    code: ORDER_GONE
    fields: {message: 'There is no order {order}.'}
    params: {order: {type: string}}
`, `
errors:
  OrderGone:
    status: 410
    code: ORDER_GONE
    fields: {message: 'Order {order} is gone.'}
    params: {order: {type: string}}
`)

	UnitChanged = rule("unit-changed", "a number means another unit",
		`The format of a param counts another unit: clients that are built already take seconds for milliseconds. Where the type in Go is the same, nothing fails to compile either.`, `
errors:
  Busy: {status: 503, code: BUSY, fields: {message: 'Wait {wait}.'}, params: {wait: {type: integer, format: seconds}}}
`, `
errors:
  Busy: {status: 503, code: BUSY, fields: {message: 'Wait {wait}.'}, params: {wait: {type: integer, format: milliseconds}}}
`)
)
