package breaking

// The rules of Go code that uses the package.
var (
	CatalogRemoved = rule("catalog-removed", "a catalog is gone",
		`No catalog has the package any more, and none the file. It is not an error of errgen's that the other side lacks a catalog; but who imports the package does not find it.`, `
errors:
  OrderGone: {status: 410, code: ORDER_GONE, fields: {message: The order is gone.}}
`, "")

	ErrorRemoved = rule("error-removed", "an error is gone",
		`An entry is gone: its ID, its type and its constructor are, and clients that are built anew do not know the error of servers that still send it. Deprecate an error first, and list its name and code under "retired" when it goes: then this is a warning.`, `
errors:
  OrderGone: {status: 410, code: ORDER_GONE, fields: {message: The order is gone.}}
  OrderLost: {status: 410, code: ORDER_LOST, fields: {message: The order is lost.}}
`, `
errors:
  OrderGone: {status: 410, code: ORDER_GONE, fields: {message: The order is gone.}}
`)

	ErrorRenamed = rule("error-renamed", "an error has another name",
		`An entry has another name, by its code it is known again. Its names in Go are others, unless "go" keeps them, and so are its schema in the OpenAPI document and the value of error.type in telemetry.`, `
errors:
  OrderGone: {status: 410, code: ORDER_GONE, fields: {message: The order is gone.}}
`, `
errors:
  OrderDeleted: {status: 410, code: ORDER_GONE, fields: {message: The order is gone.}}
`)

	GoRemoved = rule("go-removed", "a name of the Go package is gone",
		`Something that the package exported is not there any more: a field, the constant of an enum's value, or what it had only because some entry needed it. The last close code takes CloseFrame and DecodeClose along, the last header Retry-After the method RetryAfter, the last exchange value the type Exchange.`, `
errors:
  Broken: {status: 500, code: BROKEN, fields: {message: It broke.}, close: 1011}
`, `
errors:
  Broken: {status: 500, code: BROKEN, fields: {message: It broke.}}
`)

	GoAdded = rule("go-added", "a name of the Go package is new",
		`The package exports something that it did not. Struct literals without the names of fields do not compile where a field is new.`, `
errors:
  Broken: {status: 500, code: BROKEN, fields: {message: It broke.}}
`, `
errors:
  Broken: {status: 500, code: BROKEN, fields: {message: It broke.}, close: 1011}
`)

	GoSignature = rule("go-signature", "a function of the Go package takes or returns something else",
		`A constructor takes other arguments: a param was added that is required, or one was removed, or one is not required any more. Calls of it do not compile.`, `
errors:
  OrderGone: {status: 410, code: ORDER_GONE, fields: {message: The order is gone.}}
`, `
errors:
  OrderGone:
    status: 410
    code: ORDER_GONE
    fields: {message: 'Order {order} is gone.'}
    params: {order: {type: string}}
`)

	GoArguments = rule("go-arguments", "arguments of a constructor have changed places",
		`A constructor takes its arguments in another order, and their types are the same: calls of it compile as before, and say the wrong thing. Implied params have the order of the envelope's properties, so that to move one of these is enough.`, `
errors:
  Moved:
    status: 410
    code: MOVED
    fields: {message: 'Moved from {from} to {to}.'}
    params: {from: {type: string}, to: {type: string}}
`, `
errors:
  Moved:
    status: 410
    code: MOVED
    fields: {message: 'Moved from {from} to {to}.'}
    params: {to: {type: string}, from: {type: string}}
`)

	GoField = rule("go-field", "a field of a Go type has another type",
		`A struct's field has another type: a param's schema has, or a param that was required may be absent now and is a pointer.`, `
errors:
  Late: {status: 400, code: LATE, fields: {message: '{n} days late.'}, params: {n: {type: integer}}}
`, `
errors:
  Late: {status: 400, code: LATE, fields: {message: '{n} days late.'}, params: {n: {type: number}}}
`)

	GoType = rule("go-type", "a type of the Go package is another one",
		`A type that the package declares is made of something else.`, `
types: {Place: {type: array, items: {type: string}}}
envelopes: {Problem: {body: {properties: {code: {type: string}, place: {$ref: Place}}}}}
errors:
  Odd: {status: 400, code: ODD}
`, `
types: {Place: {properties: {line: {type: integer}}}}
envelopes: {Problem: {body: {properties: {code: {type: string}, place: {$ref: Place}}}}}
errors:
  Odd: {status: 400, code: ODD}
`)

	GoValue = rule("go-value", "a constant of the Go package has another value",
		`A constant has the name that it had and another value: code that uses it compiles, and means something else.`, `
types: {Level: {type: string, enum: [low, high]}}
envelopes: {Problem: {body: {properties: {code: {type: string}, level: {$ref: Level}}}}}
errors:
  Odd: {status: 400, code: ODD}
`, `
types: {Level: {type: string, enum: [LOW, high]}}
envelopes: {Problem: {body: {properties: {code: {type: string}, level: {$ref: Level}}}}}
errors:
  Odd: {status: 400, code: ODD}
`)

	GoPackage = rule("go-package", "the Go package has another name",
		`The package has another name, and with it another import path and another prefix in the texts of its errors.`, `
package: shop
errors:
  Odd: {status: 400, code: ODD}
`, `
package: shoperr
errors:
  Odd: {status: 400, code: ODD}
`)

	ParentGone = rule("parent-gone", "an error is not a kind of another one any more",
		`An entry has lost an ancestor. errors.Is with the ancestor's ID does not hold for it any more: code that handled all errors of a kind compiles, and lets this one pass.`, `
errors:
  NotFound: {status: 404, code: NOT_FOUND, fields: {message: Not found.}}
  OrderNotFound: {parent: NotFound, code: ORDER_NOT_FOUND, fields: {message: There is no such order.}}
`, `
errors:
  NotFound: {status: 404, code: NOT_FOUND, fields: {message: Not found.}}
  OrderNotFound: {status: 404, code: ORDER_NOT_FOUND, fields: {message: There is no such order.}}
`)

	DefaultChanged = rule("default-changed", "a param is preset to another value",
		`The default of a param has another value: code that does not set the param compiles, and says something else.`, `
errors:
  Busy: {status: 503, code: BUSY, fields: {message: 'Wait {n} s.'}, params: {n: {type: integer, default: 30}}}
`, `
errors:
  Busy: {status: 503, code: BUSY, fields: {message: 'Wait {n} s.'}, params: {n: {type: integer, default: 60}}}
`)
)
