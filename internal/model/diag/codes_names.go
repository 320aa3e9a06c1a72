package diag

// Codes for names: of the package, in Go, and of what a catalog declares.
var (
	BadPackageName = register(Doc{
		Code:    "bad-package-name",
		Summary: "a package name that Go or its tools keep for themselves",
		Cause: "The generated package is imported under this name. A keyword or `_` is no name, `main`, `internal`, `vendor` " +
			"and `testdata` are treated in a way of their own, and a predeclared name such as `error` would be hidden.",
		Bad: `errgen: 1
package: error
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
		Good: `errgen: 1
package: shoperr
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
	})
	NameClash = register(Doc{
		Code:    "name-clash",
		Summary: "two things would have one name in Go",
		Cause: "Entries give ErrX, XError and NewX; types, fields and params get Go names from their names on the wire. " +
			"Where two of these are equal, or one equals a name that every generated package declares, one needs another Go name.",
		Bad: demo + `errors:
  Unlisted: {status: 404, code: NOT_FOUND}
`,
		Good: demo + `errors:
  Unlisted: {status: 404, code: NOT_FOUND, go: {name: NotListed}}
`,
	})
	DuplicateName = register(Doc{
		Code:    "duplicate-name",
		Summary: "a list names one thing twice",
		Cause:   "Sources, envelopes of an entry, entries of an operation and examples are told apart by their names.",
		Bad: demo + `errors:
  NotFound: {status: 404, code: NOT_FOUND}
operations:
  getParcel: [NotFound, NotFound]
`,
		Good: demo + `errors:
  NotFound: {status: 404, code: NOT_FOUND}
operations:
  getParcel: [NotFound]
`,
	})
	UnknownType = register(Doc{
		Code:    "unknown-type",
		Summary: "`type` or `$ref` names a type that there is not",
		Cause: "`type` takes string, integer, number, boolean, null, array and object. `$ref` takes the bare name of a type " +
			"under `types`, here or in an included file.",
		Bad: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: str}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
	})
	UnknownEnvelope = register(Doc{
		Code:    "unknown-envelope",
		Summary: "an envelope that is not declared is named",
		Cause:   "Entries and `errorOf` name envelopes of the catalog or of the files that it includes.",
		Bad: demo + `errors:
  NotFound: {envelope: Probelm, status: 404, code: NOT_FOUND}
`,
		Good: demo + `errors:
  NotFound: {envelope: Problem, status: 404, code: NOT_FOUND}
`,
	})
	UnknownEntry = register(Doc{
		Code:    "unknown-entry",
		Summary: "an entry that is not declared is named",
		Cause:   "`parent`, `fallback`, `replacement`, operations and examples name entries under `errors`.",
		Bad: demo + `errors:
  NotFound: {status: 404, code: NOT_FOUND}
  Gone: {parent: NotFuond, fields: {message: It is gone.}}
`,
		Good: demo + `errors:
  NotFound: {status: 404, code: NOT_FOUND}
  Gone: {parent: NotFound, fields: {message: It is gone.}}
`,
	})
	UnknownGroup = register(Doc{
		Code:    "unknown-group",
		Summary: "a group that is not declared is named",
		Cause:   "An entry's `group` is one of those under `groups`.",
		Bad: demo + `groups:
  Lookup: {title: Looking things up}
errors:
  NotFound: {status: 404, code: NOT_FOUND, group: Lookups}
`,
		Good: demo + `groups:
  Lookup: {title: Looking things up}
errors:
  NotFound: {status: 404, code: NOT_FOUND, group: Lookup}
`,
	})
	UnknownSource = register(Doc{
		Code:    "unknown-source",
		Summary: "a source that is not declared is named",
		Cause:   "`source` is the `id` of one of the catalog's `sources`.",
		Bad: demo + `errors:
  NotFound: {status: 404, code: NOT_FOUND, source: page}
`,
		Good: demo + `sources: [{id: page, title: Error codes}]
errors:
  NotFound: {status: 404, code: NOT_FOUND, source: page}
`,
	})
	UnknownField = register(Doc{
		Code:    "unknown-field",
		Summary: "a field that the envelope does not have is named",
		Cause: "`fields`, `omit`, `match` and `in` name fields of the entry's envelopes. A leaf is the field of its member's " +
			"name, or of the one that its `field` says; constants and exchange values are no fields.",
		Bad: demo + `errors:
  NotFound: {status: 404, code: NOT_FOUND, fields: {mesage: There is no such parcel.}}
`,
		Good: demo + `errors:
  NotFound: {status: 404, code: NOT_FOUND, fields: {message: There is no such parcel.}}
`,
	})
	ReservedField = register(Doc{
		Code:    "reserved-field",
		Summary: "`status` or `code` stands among fields",
		Cause:   "The leaf `status` is the HTTP status and the leaf `code` the error's code. Both are keys of the entry itself.",
		Bad: demo + `errors:
  NotFound: {status: 404, code: NOT_FOUND, fields: {code: NOT_FOUND}}
`,
		Good: demo + `errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
	})
	UnknownMember = register(Doc{
		Code:    "unknown-member",
		Summary: "a value has a member that its type does not have",
		Cause:   "Unknown members are ignored when a response is read, but a value in the catalog is written: its members must be those of the type.",
		Bad: `errgen: 1
package: demo
types:
  Place: {properties: {line: {type: integer}}}
envelopes:
  Problem: {body: {properties: {code: {type: string}, place: {$ref: Place}}}}
errors:
  BadStart: {status: 400, code: BAD_START, fields: {place: {lines: 1}}}
`,
		Good: `errgen: 1
package: demo
types:
  Place: {properties: {line: {type: integer}}}
envelopes:
  Problem: {body: {properties: {code: {type: string}, place: {$ref: Place}}}}
errors:
  BadStart: {status: 400, code: BAD_START, fields: {place: {line: 1}}}
`,
	})
	BadURL = register(Doc{
		Code:    "bad-url",
		Summary: "an address that is none, or that nothing completes",
		Cause:   "Addresses become links in documentation: they are http or https. An entry's `docs` may be relative if the catalog has `docs`.",
		Bad: demo + `errors:
  NotFound: {status: 404, code: NOT_FOUND, docs: /errors/not-found}
`,
		Good: demo + `docs: https://parcels.example
errors:
  NotFound: {status: 404, code: NOT_FOUND, docs: /errors/not-found}
`,
	})
)
