package diag

// Codes for envelopes: their bodies, headers, fields and statuses.
var (
	FieldNeeded = register(Doc{
		Code:    "field-needed",
		Summary: "a value without a name",
		Cause:   "A leaf is the field of its member's name. The root of a body and the items of a repeated array have none: they need `field`.",
		Bad: `errgen: 1
package: demo
envelopes:
  Plain: {mediaType: text/plain, body: {type: string}}
errors:
  Closed: {status: 503, fields: {text: Depot closed.}}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Plain: {mediaType: text/plain, body: {type: string, field: text}}
errors:
  Closed: {status: 503, fields: {text: Depot closed.}}
`,
	})
	SharedField = register(Doc{
		Code:    "shared-field",
		Summary: "two places have one field and do not both say so, or cannot",
		Cause: "Places that hold one value say the same `field`, each of them, and have types that agree. Members of one name in " +
			"different objects are different values: give one of them a `field` of its own.",
		Bad: `errgen: 1
package: demo
envelopes:
  Problem:
    body:
      properties:
        code: {type: string}
        message: {type: string}
        inner: {properties: {message: {type: string}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Problem:
    body:
      properties:
        code: {type: string}
        message: {type: string}
        inner: {properties: {message: {type: string, field: innerMessage}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
	})
	LoneAlias = register(Doc{
		Code:    "lone-alias",
		Summary: "every place of a field is an alias",
		Cause:   "An `alias` is read if the field's other place is absent, and never written. Without that other place the field would be on no wire.",
		Bad: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}, msg: {type: string, field: message, alias: true}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Problem:
    body:
      properties:
        code: {type: string}
        message: {type: string, field: message}
        msg: {type: string, field: message, alias: true}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
	})
	SpecialLeaf = register(Doc{
		Code:    "special-leaf",
		Summary: "a leaf called `status` or `code` that cannot be the status or the code",
		Cause: "A leaf of the name `status` is the HTTP status (a number, or digits in a string), one of the name `code` the error's code (a scalar). " +
			"A member of such a name that means something else says so with `field`.",
		Bad: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {status: {type: string, enum: [fail, error]}, code: {type: string}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {status: {type: string, enum: [fail, error], field: state}, code: {type: string}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
	})
	BadRepeated = register(Doc{
		Code:    "bad-repeated",
		Summary: "`repeated` where it cannot be",
		Cause:   "A repeated array is a list whose items are errors. An envelope has one at most, and describes one error under its `items`.",
		Bad: `errgen: 1
package: demo
envelopes:
  Errors: {body: {properties: {errors: {type: object, repeated: true}}}}
errors:
  NotFound: {status: 404}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Errors: {body: {properties: {errors: {repeated: true, items: {properties: {code: {type: string}}}}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
	})
	BadErrorOf = register(Doc{
		Code:    "bad-error-of",
		Summary: "`errorOf` names an envelope whose body cannot stand in another",
		Cause:   "The error stands in the body as a JSON value: the envelope that it is of has a JSON body.",
		Bad: `errgen: 1
package: demo
envelopes:
  Plain: {mediaType: text/plain, part: true, body: {type: string, field: text}}
  Problem: {body: {properties: {code: {type: string}, cause: {errorOf: Plain, optional: true}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Cause: {part: true, body: {properties: {text: {type: string}}}}
  Problem: {body: {properties: {code: {type: string}, cause: {errorOf: Cause, optional: true}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
	})
	RecursiveEnvelope = register(Doc{
		Code:    "recursive-envelope",
		Summary: "the errors of an envelope hold errors of it, so that none of them ends",
		Cause: "An error within another is written with its whole body. Errors of an envelope may hold others of it where that place is " +
			"optional, and in lists that may be empty.",
		Bad: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}, cause: {errorOf: Problem}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}, cause: {errorOf: Problem, optional: true}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
	})
	BadAs = register(Doc{
		Code:    "bad-as",
		Summary: "a text form that is none",
		Cause: "A form is literal text around one {}, the value. The first of several is written, so that it cannot hold {_}, which stands " +
			"for anything; all are read, the one with the most literal text first. So no other may match what the first writes, unless the " +
			"leaf is the code. Only scalars have forms.",
		Bad: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string, as: 'urn:demo:'}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string, as: ['urn:demo:{}', '{_}#{}']}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
	})
	TextBody = register(Doc{
		Code:    "text-body",
		Summary: "a body that is not JSON and not text either",
		Cause:   "The body of a media type that does not end in json is written as it is: its schema is of type string.",
		Bad: `errgen: 1
package: demo
envelopes:
  Plain: {mediaType: text/plain, body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Plain: {mediaType: text/plain, body: {type: string, field: code}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
	})
	BadMediaType = register(Doc{
		Code:    "bad-media-type",
		Summary: "a media type that is none",
		Cause:   "It is written as Content-Type: a type and a subtype, with parameters if need be (RFC 9110 section 8.3).",
		Bad: `errgen: 1
package: demo
envelopes:
  Problem: {mediaType: json, body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Problem: {mediaType: application/json, body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
	})
	BadHeader = register(Doc{
		Code:    "bad-header",
		Summary: "a header that cannot be, or is not the catalog's to set",
		Cause: "Names are tokens (RFC 9110 section 5.6.2), the same in any letter case; values have no control characters. Content-Type is the " +
			"envelope's `mediaType`; Content-Length and what belongs to the connection is the server's. Constants and exchange values are not filled.",
		Bad: demo + `errors:
  NotFound: {status: 404, code: NOT_FOUND, headers: {Content-Type: text/plain}}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Plain: {mediaType: text/plain, body: {type: string, field: code}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
	})
	HeaderSchema = register(Doc{
		Code:    "header-schema",
		Summary: "a header whose schema is no scalar",
		Cause:   "A header is text. Its schema is a string, a number, a boolean or a constant.",
		Bad: `errgen: 1
package: demo
envelopes:
  Problem: {headers: {X-Tags: {type: array}}, body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Problem: {headers: {X-Tags: {type: string}}, body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
	})
	BadStatus = register(Doc{
		Code:    "bad-status",
		Summary: "a status that no final response has",
		Cause:   "Responses of 1XX are informational (RFC 9110 section 15.2): another response follows, and no error can be in one.",
		Bad: demo + `errors:
  NotFound: {status: 104, code: NOT_FOUND}
`,
		Good: demo + `errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
	})
	BodyNotAllowed = register(Doc{
		Code:    "body-not-allowed",
		Summary: "a body under a status that has none",
		Cause:   "Responses of 204 and 304 have no body (RFC 9110 section 6.4.1): what the envelope describes could never be sent.",
		Bad: `errgen: 1
package: demo
envelopes:
  Problem: {status: [204, 4XX], body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Problem: {status: [200, 4XX], body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
	})
	StatusExcluded = register(Doc{
		Code:    "status-excluded",
		Summary: "an entry has a status under which its envelope does not occur",
		Cause: "An envelope occurs under the statuses that it names, 4XX and 5XX unless it says otherwise. A status that an entry gives itself must be " +
			"one of those of an envelope of it; one that it inherits gives way to the envelope's.",
		Bad: demo + `errors:
  Refused: {status: 200, code: REFUSED}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Problem: {status: [200, 4XX, 5XX], body: {properties: {code: {type: string}, message: {type: string}}}}
errors:
  Refused: {status: 200, code: REFUSED}
`,
	})
)
