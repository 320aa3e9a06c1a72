package diag

// Codes for schemas and for values that are checked against them.
var (
	TypeUnion = register(Doc{
		Code:    "type-union",
		Summary: "a list of types with `array` or `object` in it",
		Cause:   "A list of types is a union of scalars. Alternatives of which one is a list or an object stand under `oneOf`.",
		Bad: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}, detail: {type: [string, array]}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}, detail: {oneOf: [{type: string}, {type: array, items: {type: string}}]}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
	})
	OneOfOverlap = register(Doc{
		Code:    "one-of-overlap",
		Summary: "alternatives of `oneOf` that the first byte cannot tell apart",
		Cause:   "Which alternative a value is, is decided by its JSON type alone; integers and numbers are of one type.",
		Bad: `errgen: 1
package: demo
types:
  Place: {properties: {line: {type: integer}}}
  Range: {properties: {from: {type: integer}, to: {type: integer}}}
envelopes:
  Problem: {body: {properties: {code: {type: string}, where: {oneOf: [{$ref: Place}, {$ref: Range}]}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
		Good: `errgen: 1
package: demo
types:
  Place: {properties: {line: {type: integer}}}
envelopes:
  Problem: {body: {properties: {code: {type: string}, where: {oneOf: [{$ref: Place}, {type: string}]}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
	})
	RecursiveType = register(Doc{
		Code:    "recursive-type",
		Summary: "a type contains itself, so that no value of it ends",
		Cause:   "Types may refer to themselves through lists that may be empty, maps, and members that are optional or may be null.",
		Bad: `errgen: 1
package: demo
types:
  Cause: {properties: {text: {type: string}, cause: {$ref: Cause}}}
envelopes:
  Problem: {body: {properties: {code: {type: string}, cause: {$ref: Cause}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
		Good: `errgen: 1
package: demo
types:
  Cause: {properties: {text: {type: string}, cause: {$ref: Cause, optional: true}}}
envelopes:
  Problem: {body: {properties: {code: {type: string}, cause: {$ref: Cause}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
	})
	ValueTooLarge = register(Doc{
		Code:    "value-too-large",
		Summary: "values that have more than 1,000 others in them",
		Cause: "Counted is what every value has in it: members that are required and cannot be null, as many items as `minItems` asks for, " +
			"and what is in these. The Go type has a field for each, and every sample shows them: types of which each holds the next one " +
			"twice would soon demand more than any memory has. The same is counted of an error where it stands within another.",
		Bad: `errgen: 1
package: demo
types:
  Grid: {type: array, minItems: 64, items: {type: array, minItems: 64, items: {type: integer}}}
envelopes:
  Problem: {body: {properties: {code: {type: string}, grid: {$ref: Grid}}}}
errors:
  BadGrid: {status: 400, code: BAD_GRID}
`,
		Good: `errgen: 1
package: demo
types:
  Grid: {type: array, minItems: 1, items: {type: array, minItems: 1, items: {type: integer}}}
envelopes:
  Problem: {body: {properties: {code: {type: string}, grid: {$ref: Grid}}}}
errors:
  BadGrid: {status: 400, code: BAD_GRID}
`,
	})
	UnnamedValue = register(Doc{
		Code:    "unnamed-value",
		Summary: "a value of an enum that gives its Go constant no name",
		Cause: "Each value of a string type under `types` gives a Go constant, called after the letters and digits in it. A " +
			"value without any says a name itself; one made of its place in the list would become another value's as soon " +
			"as the list changes.",
		Bad: demo + `types:
  Op: {type: string, enum: [plus, '-']}
errors:
  BadSum: {status: 400, code: BAD_SUM, fields: {message: 'Cannot do {op}.'}, params: {op: {$ref: Op}}}
`,
		Good: demo + `types:
  Op: {type: string, enum: [plus, {value: '-', go: {name: Minus}}]}
errors:
  BadSum: {status: 400, code: BAD_SUM, fields: {message: 'Cannot do {op}.'}, params: {op: {$ref: Op}}}
`,
	})
	MisplacedKeyword = register(Doc{
		Code:    "misplaced-keyword",
		Summary: "a keyword that says something of a place, where no such place is",
		Cause: "`field`, `default`, `exchange`, `repeated`, `as` and `alias` speak of a place in an envelope: they mean nothing " +
			"within a value. `optional` speaks of a member, a header or a param, `markup` of a param in a body of HTML or XML.",
		Bad: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}, tags: {type: array, items: {type: string, field: tag}}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}, tags: {type: array, items: {type: string}}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
	})
	KeywordNotApplicable = register(Doc{
		Code:    "keyword-not-applicable",
		Summary: "a keyword that says nothing about values of this type",
		Cause:   "Bounds are for numbers, lengths and patterns for strings, `items` for lists, `properties` for objects. Most often the `type` is missing.",
		Bad: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}, days: {type: string, minimum: 1}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}, days: {type: integer, minimum: 1}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
	})
	EmptyRange = register(Doc{
		Code:    "empty-range",
		Summary: "bounds that no value satisfies",
		Cause:   "The lower bound is above the upper one.",
		Bad: demo + `errors:
  Busy:
    status: 503
    code: BUSY
    fields: {message: 'Try again in {wait} seconds.'}
    params: {wait: {type: integer, minimum: 60, maximum: 1}}
`,
		Good: demo + `errors:
  Busy:
    status: 503
    code: BUSY
    fields: {message: 'Try again in {wait} seconds.'}
    params: {wait: {type: integer, minimum: 1, maximum: 60}}
`,
	})
	BadPattern = register(Doc{
		Code:    "bad-pattern",
		Summary: "a pattern that is no RE2 expression",
		Cause: "Patterns run in time linear in the text, as RE2 and Go's regexp do: they have no look-around and no back references. " +
			"A pattern is anchored at both ends. On the code's leaf {$status} stands for the entry's status.",
		Bad: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string, pattern: '(?=E)[A-Z0-9]+'}}}}
errors:
  NotFound: {status: 404, code: E404}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string, pattern: 'E[A-Z0-9]+'}}}}
errors:
  NotFound: {status: 404, code: E404}
`,
	})
	BadFormat = register(Doc{
		Code:    "bad-format",
		Summary: "a format that does not go with the type",
		Cause:   "`seconds`, `milliseconds`, `unix-time`, `int32` and `uint64` are formats of numbers. Formats of strings that errgen does not know are annotations.",
		Bad: demo + `errors:
  Busy:
    status: 503
    code: BUSY
    fields: {message: 'Try again in {wait} seconds.'}
    params: {wait: {type: integer, format: second}}
`,
		Good: demo + `errors:
  Busy:
    status: 503
    code: BUSY
    fields: {message: 'Try again in {wait} seconds.'}
    params: {wait: {type: integer, format: seconds}}
`,
	})
	BadEnum = register(Doc{
		Code:    "bad-enum",
		Summary: "an `enum` that is empty, or lists a value twice or one that is no scalar",
		Cause:   "An enum lists the scalars that are allowed, each once.",
		Bad: `errgen: 1
package: demo
types:
  Size: {type: string, enum: [small, large, small]}
envelopes:
  Problem: {body: {properties: {code: {type: string}, size: {$ref: Size}}}}
errors:
  TooLarge: {status: 400, code: TOO_LARGE}
`,
		Good: `errgen: 1
package: demo
types:
  Size: {type: string, enum: [small, large]}
envelopes:
  Problem: {body: {properties: {code: {type: string}, size: {$ref: Size}}}}
errors:
  TooLarge: {status: 400, code: TOO_LARGE}
`,
	})
	ValueType = register(Doc{
		Code:    "value-type",
		Summary: "a value of another type than its schema wants",
		Cause: "The schema decides the type, not YAML: under a string leaf 0100 is text. Where an integer is wanted only plain decimal " +
			"digits are taken, without leading zeros, 0x or underscores; what is quoted is always text.",
		Bad: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}, days: {type: integer}}}}
errors:
  Late: {status: 400, code: LATE, fields: {days: '014'}}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}, days: {type: integer}}}}
errors:
  Late: {status: 400, code: LATE, fields: {days: 14}}
`,
	})
	ValueNotAllowed = register(Doc{
		Code:    "value-not-allowed",
		Summary: "a value that its schema does not allow",
		Cause:   "Constants are checked by value: against enum, bounds, lengths, pattern, format and the members that are required.",
		Bad: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}, days: {type: integer, maximum: 31}}}}
errors:
  Late: {status: 400, code: LATE, fields: {days: 45}}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}, days: {type: integer, maximum: 90}}}}
errors:
  Late: {status: 400, code: LATE, fields: {days: 45}}
`,
	})
	NotNarrower = register(Doc{
		Code:    "not-narrower",
		Summary: "a refinement allows more than what it refines",
		Cause: "A param with the name of an open field refines the field's leaf, and keywords beside `$ref` refine the type: both may only " +
			"narrow it. A type may become a narrower one, bounds stricter, an enum smaller; null, absence and other types cannot be added.",
		Bad: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}, days: {type: integer, maximum: 31}}}}
errors:
  Late: {status: 400, code: LATE, params: {days: {maximum: 45}}}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}, days: {type: integer, maximum: 31}}}}
errors:
  Late: {status: 400, code: LATE, params: {days: {maximum: 14}}}
`,
	})
)
