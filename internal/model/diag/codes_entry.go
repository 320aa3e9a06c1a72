package diag

// Codes for entries: inheritance, code, status, close code, params, identity.
var (
	EnvelopeNeeded = register(Doc{
		Code:    "envelope-needed",
		Summary: "an entry does not say which envelope is its own",
		Cause:   "Where a catalog has one envelope it is every entry's. Where it has several, entries name theirs, most often under `defaults`; `none` is for entries without an HTTP response.",
		Bad: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
  Plain: {mediaType: text/plain, body: {type: string, field: text}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
  Plain: {mediaType: text/plain, body: {type: string, field: text}}
defaults: {envelope: Problem}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
	})
	ParentCycle = register(Doc{
		Code:    "parent-cycle",
		Summary: "an entry is its own ancestor, or has too many of them",
		Cause:   "An entry inherits from its `parent` and is a kind of it. No entry is a kind of itself.",
		Bad: demo + `errors:
  NotFound: {parent: Gone, status: 404, code: NOT_FOUND}
  Gone: {parent: NotFound}
`,
		Good: demo + `errors:
  NotFound: {status: 404, code: NOT_FOUND}
  Gone: {parent: NotFound, fields: {message: It is gone.}}
`,
	})
	CodeNeeded = register(Doc{
		Code:    "code-needed",
		Summary: "an entry has no code where the envelope requires one",
		Cause:   "The leaf of the code is a required member, so that every entry needs a code. A template such as '{code}' takes any.",
		Bad: demo + `errors:
  NotFound: {status: 404, fields: {message: There is no such parcel.}}
`,
		Good: demo + `errors:
  NotFound: {status: 404, code: NOT_FOUND, fields: {message: There is no such parcel.}}
`,
	})
	CodeValue = register(Doc{
		Code:    "code-value",
		Summary: "a code that the code's leaf does not allow",
		Cause: "The code is checked against the type, enum, bounds and pattern of every leaf where it stands; in the pattern {$status} is the " +
			"entry's status.",
		Bad: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: integer, pattern: '{$status}[0-9]{2}'}}}}
errors:
  NotFound: {status: 404, code: 40001}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: integer, pattern: '{$status}[0-9]{2}'}}}}
errors:
  NotFound: {status: 404, code: 40401}
`,
	})
	FilledTwice = register(Doc{
		Code:    "filled-twice",
		Summary: "an entry gives one field two values",
		Cause:   "A field is filled under `fields`, or as a header under `headers`, or left out under `omit`: one of these.",
		Bad: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}, hint: {type: string, optional: true}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND, fields: {hint: Look elsewhere.}, omit: [hint]}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}, hint: {type: string, optional: true}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND, fields: {hint: Look elsewhere.}}
`,
	})
	OmitRequired = register(Doc{
		Code:    "omit-required",
		Summary: "a field that the envelope requires is omitted",
		Cause:   "Only what is `optional` in the envelope, or stands in an object that is, can be left out of the body.",
		Bad: demo + `errors:
  NotFound: {status: 404, code: NOT_FOUND, omit: [message]}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}, message: {type: string, optional: true}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND, omit: [message]}
`,
	})
	UnusedParam = register(Doc{
		Code:    "unused-param",
		Summary: "a param that nothing uses",
		Cause: "A param stands in a field, a header, a text, the code or the close reason, or is a member of a field of further members (`in`). " +
			"Most often a name is misspelled in one of these places. What only logs are to show is `private`. " +
			"Of several wordings the first that can be written is: a required param must stand in one that is.",
		Bad: demo + `errors:
  Late:
    status: 400
    code: LATE
    fields: {message: The parcel is late.}
    params: {days: {type: integer}}
`,
		Good: demo + `errors:
  Late:
    status: 400
    code: LATE
    fields: {message: 'The parcel is {days} days late.'}
    params: {days: {type: integer}}
`,
	})
	ParamType = register(Doc{
		Code:    "param-type",
		Summary: "a param without a type, or of one that does not fit where it stands",
		Cause: "A param that refines an open field takes its type from the leaf; any other says its `type`. Standing alone it is typed: " +
			"an integer fits a number, any scalar fits a string, null only what admits null.",
		Bad: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}, days: {type: integer}}}}
errors:
  Late: {status: 400, code: LATE, fields: {days: '{late}'}, params: {late: {type: string}}}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}, days: {type: integer}}}}
errors:
  Late: {status: 400, code: LATE, fields: {days: '{late}'}, params: {late: {type: integer}}}
`,
	})
	BadIn = register(Doc{
		Code:    "bad-in",
		Summary: "a further member that cannot be one",
		Cause:   "`in` names the field of an object's `additionalProperties`. What stands there must not have the name of one of the object's own members.",
		Bad: demo + `errors:
  Late:
    status: 400
    code: LATE
    params: {days: {type: integer, in: message}}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}, message: {type: string}}, additionalProperties: {field: extra}}}
errors:
  Late:
    status: 400
    code: LATE
    omit: [extra]
    params: {days: {type: integer, in: extra}}
`,
	})
	OptionalPlacement = register(Doc{
		Code:    "optional-placement",
		Summary: "an optional param where its absence leaves nothing to write",
		Cause: "An optional param may stand alone at an optional leaf, in a header or as a member of an object: absent, the place is left out. " +
			"In a text it may stand if another wording does without it.",
		Bad: demo + `errors:
  Busy:
    status: 503
    code: BUSY
    fields: {message: 'Busy. Try again in {wait} seconds.'}
    params: {wait: {type: integer, optional: true}}
`,
		Good: demo + `errors:
  Busy:
    status: 503
    code: BUSY
    fields: {message: ['Busy. Try again in {wait} seconds.', Busy.]}
    params: {wait: {type: integer, optional: true}}
`,
	})
	PrivateOnWire = register(Doc{
		Code:    "private-on-wire",
		Summary: "a private param in what is sent",
		Cause:   "A `private` param is for logs only. Fields, headers, the code and the close reason reach the client.",
		Bad: demo + `errors:
  Broken:
    status: 500
    code: BROKEN
    fields: {message: 'Host {host} is down.'}
    params: {host: {type: string, private: true}}
`,
		Good: demo + `errors:
  Broken:
    status: 500
    code: BROKEN
    fields: {message: A host is down.}
    text: 'Host {host} is down.'
    params: {host: {type: string, private: true}}
`,
	})
	Indistinguishable = register(Doc{
		Code:    "indistinguishable",
		Summary: "two entries that no response can tell apart",
		Cause: "Their code, statuses and filled fields are equal, params counting as what they can match: a response of one would be read as the other. " +
			"A child may equal its ancestor: it can be raised, and is read as the ancestor.",
		Bad: demo + `errors:
  Missing: {status: 404, code: NOT_FOUND}
  Unknown: {status: 404, code: NOT_FOUND}
`,
		Good: demo + `errors:
  Missing: {status: 404, code: NOT_FOUND}
  Unknown: {parent: Missing}
`,
	})
	BadCloseCode = register(Doc{
		Code:    "bad-close-code",
		Summary: "a WebSocket close code that cannot be sent",
		Cause: "RFC 6455 section 7.4 keeps 1004 to 1006 and 1015 for itself and leaves those below 1000, from 1016 to 2999 and from 5000 undefined. " +
			"1000 to 1003 and 1007 to 1014 have meanings; 3000 to 3999 are registered, 4000 to 4999 free.",
		Bad: demo + `errors:
  Expired: {status: 401, code: EXPIRED, close: 1006}
`,
		Good: demo + `errors:
  Expired: {status: 401, code: EXPIRED, close: 4001}
`,
	})
	CloseReasonLength = register(Doc{
		Code:    "close-reason-length",
		Summary: "a close reason that does not fit a close frame",
		Cause:   "A control frame carries at most 125 bytes, two of which are the code (RFC 6455 section 5.5).",
		Bad: demo + `errors:
  Expired:
    status: 401
    code: EXPIRED
    close: {code: 4001, reason: 'The token that came with the request that opened this connection has expired. Ask for another one, and open a connection anew.'}
`,
		Good: demo + `errors:
  Expired:
    status: 401
    code: EXPIRED
    close: {code: 4001, reason: The token has expired.}
`,
	})
)
