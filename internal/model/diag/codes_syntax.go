package diag

// Codes for the form of a catalog: its keys, and the kind of value under each.
var (
	UnknownKey = register(Doc{
		Code:    "unknown-key",
		Summary: "a key that the language does not have",
		Cause: "A misspelled key would be ignored silently, so that every key must be known. Keys x-... are free for " +
			"the use of others. Values for the fields of an envelope stand under `fields`.",
		Bad: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
errors:
  NotFound: {statsu: 404, code: NOT_FOUND}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND, x-owner: search team}
`,
	})
	MisplacedKey = register(Doc{
		Code:    "misplaced-key",
		Summary: "a key of the language in the wrong place",
		Cause:   "The key exists, but belongs into another object: the remedy says into which.",
		Bad: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND, mediaType: application/problem+json}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Problem: {mediaType: application/problem+json, body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
	})
	MissingKey = register(Doc{
		Code:    "missing-key",
		Summary: "a required key is not there",
		Cause: "A catalog needs `errgen`, `package` and `envelopes` (its own or included ones); a source an `id` and a " +
			"`title`; an example a `name` and an `error`; a waiver `at` and `because`.",
		Bad: `errgen: 1
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
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
	VersionNotFirst = register(Doc{
		Code:    "version-not-first",
		Summary: "`errgen: 1` is not the first key",
		Cause:   "The version of the language stands first, so that people and programs know what they read.",
		Bad: `package: demo
errgen: 1
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
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
	UnknownVersion = register(Doc{
		Code:    "unknown-version",
		Summary: "a version of the language that this errgen does not read",
		Cause:   "Nothing else is said of such a file, since its keys may mean something else.",
		Bad: `errgen: 2
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
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
	WrongType = register(Doc{
		Code:    "wrong-type",
		Summary: "a value of the wrong kind",
		Cause: "A key that takes text, an integer, true or false, a list or a mapping has something else. What is " +
			"quoted is always text; yes, no, on and off are texts.",
		Bad: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND, retryable: no}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND, retryable: false}
`,
	})
	NullValue = register(Doc{
		Code:    "null-value",
		Summary: "null or nothing where a value is needed",
		Cause: "A key with nothing behind it, or with a plain null or ~, where the language wants text, a number, a " +
			"list or a mapping. The text \"null\" needs quotes.",
		Bad: `errgen: 1
package: demo
title:
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 404, code: ~}
`,
		Good: `errgen: 1
package: demo
title: A demonstration
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 404, code: '~'}
`,
	})
	InvalidInteger = register(Doc{
		Code:    "invalid-integer",
		Summary: "a number that is no integer of the language, or out of range",
		Cause: "Integers are written in decimal digits, without leading zeros: 7, not 007, 0x7 or 7_000. YAML's " +
			"versions disagree on what the others mean.",
		Bad: `errgen: 1
package: demo
count: 0x1
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
		Good: `errgen: 1
package: demo
count: 1
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
	})
	InvalidStatus = register(Doc{
		Code:    "invalid-status",
		Summary: "what stands under `status` is no status set",
		Cause:   "A status set is an HTTP status, a range 1XX to 5XX, the word any, or a list of these.",
		Bad: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 4xx, code: NOT_FOUND}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 4XX, code: NOT_FOUND}
`,
	})
	InvalidName = register(Doc{
		Code:    "invalid-name",
		Summary: "a name that cannot be a Go name",
		Cause: "The names of entries become Go constants, types and functions, so that they are exported Go " +
			"identifiers; so are names under `go`. The package and the params are identifiers.",
		Bad: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
errors:
  not-found: {status: 404, code: NOT_FOUND}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
	})
	UnknownWord = register(Doc{
		Code:    "unknown-word",
		Summary: "a word that is not among those a key takes",
		Cause:   "Some keys take one of a few words: `types` under `go` takes all or data.",
		Bad: `errgen: 1
package: demo
go: {types: date}
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
		Good: `errgen: 1
package: demo
go: {types: data}
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
	})
	RequiredKeyword = register(Doc{
		Code:    "required-keyword",
		Summary: "`required` in a schema",
		Cause: "Members are required unless they say `optional: true`, the other way round than in JSON Schema: in " +
			"an error format most members are always there.",
		Bad: `errgen: 1
package: demo
envelopes:
  Problem: {body: {required: [code], properties: {code: {type: string}, hint: {type: string}}}}
defaults: {omit: [hint]}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}, hint: {type: string, optional: true}}}}
defaults: {omit: [hint]}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
	})
)
