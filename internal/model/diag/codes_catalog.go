package diag

// Codes for what concerns the catalog as a whole.
var (
	CountMismatch = register(Doc{
		Code:    "count-mismatch",
		Summary: "a count is not the number of entries",
		Cause:   "`count` says how many entries the catalog or a group has, most often because the documentation says so. It guards against one that is lost.",
		Bad: demo + `count: 2
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
		Good: demo + `count: 1
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
	})
	BadFallback = register(Doc{
		Code:    "bad-fallback",
		Summary: "a fallback that cannot always be written",
		Cause:   "The fallback is written for errors that are not of the catalog: it has an envelope, exactly one status, and no required param.",
		Bad: demo + `fallback: Internal
errors:
  Internal: {status: 500, code: INTERNAL}
`,
		Good: demo + `fallback: Internal
errors:
  Internal: {status: 500, code: INTERNAL, fields: {message: An unexpected error occurred.}}
`,
	})
	RetiredInUse = register(Doc{
		Code:    "retired-in-use",
		Summary: "a code or name that is retired is used again",
		Cause:   "Clients in the field may still give it its old meaning. A retired code or name is never used for anything else.",
		Bad: demo + `errors:
  NotFound: {status: 404, code: MISSING}
retired:
  - {code: MISSING, since: 2024-01-01, reason: It was used for two different errors.}
`,
		Good: demo + `errors:
  NotFound: {status: 404, code: NOT_FOUND}
retired:
  - {code: MISSING, since: 2024-01-01, replacement: NotFound, reason: It was used for two different errors.}
`,
	})
	BadRetired = register(Doc{
		Code:    "bad-retired",
		Summary: "an element of `retired` retires nothing",
		Cause:   "It has a `code`, a `name` or both: what is never to be used again.",
		Bad: demo + `errors:
  NotFound: {status: 404, code: NOT_FOUND}
retired:
  - {since: 2024-01-01, reason: Nobody knows.}
`,
		Good: demo + `errors:
  NotFound: {status: 404, code: NOT_FOUND}
retired:
  - {name: Missing, since: 2024-01-01, reason: Nobody knows.}
`,
	})
)
