package diag

// Codes for YAML: what a catalog may not use of it, and what looks like a slip.
var (
	YAMLSyntax = register(Doc{
		Code:    "yaml-syntax",
		Summary: "a file is not YAML",
		Cause: "Mostly a text that needs quotes: one that begins with {, [, *, &, !, % or @, or that holds a colon " +
			"and a space. Of the syntax errors of a file the first is reported, at the place where reading stopped; " +
			"of a bracket or quote that is never closed, at its beginning.",
		Bad: `errgen: 1
package: demo
title: Errors: all of them
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
		Good: `errgen: 1
package: demo
title: 'Errors: all of them'
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
	})
	SeveralDocuments = register(Doc{
		Code:    "several-documents",
		Summary: "a file holds several YAML documents",
		Cause:   "A file is one catalog; what stands after a line --- would be lost.",
		Bad: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
---
errgen: 1
package: other
`,
		Good: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
	})
	Anchor = register(Doc{
		Code:    "yaml-anchor",
		Summary: "an anchor, alias or merge key",
		Cause: "Anchors (&a), aliases (*a) and merge keys (<<) are not used: `defaults`, `parent` and `types` do " +
			"their work and are understood by everything that reads the catalog. A text that begins with * or & needs quotes.",
		Bad: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
errors:
  NotFound: &missing {status: 404, code: NOT_FOUND}
  UserNotFound: {<<: *missing, code: USER_NOT_FOUND}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
  UserNotFound: {parent: NotFound, code: USER_NOT_FOUND}
`,
	})
	Tag = register(Doc{
		Code:    "yaml-tag",
		Summary: "a YAML tag",
		Cause: "The catalog's own schemas decide the type of a value, so that tags (!!str, !secret) have nothing to " +
			"say. A text that begins with ! needs quotes.",
		Bad: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 404, code: !!str 404}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 404, code: 404}
`,
	})
	DuplicateKey = register(Doc{
		Code:    "duplicate-key",
		Summary: "a key stands twice in one mapping",
		Cause:   "One of the two would silently win.",
		Bad: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
  NotFound: {status: 410, code: GONE}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
  Gone: {status: 410, code: GONE}
`,
	})
	KeyNotText = register(Doc{
		Code:    "key-not-text",
		Summary: "a key is missing, or is a mapping or a list",
		Cause:   "Every key is a text. One that begins with { or [ needs quotes.",
		Bad: `errgen: 1
package: demo
envelopes:
  Problem:
    body:
      properties:
        code: {type: string}
        {lang}: {type: string}
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
        '{lang}': {type: string}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
	})
	KeyWithoutValue = register(Doc{
		Code:    "key-without-value",
		Summary: "a key without a value within braces",
		Cause: "Within { } YAML takes a comma for the end of a value and {days} for a mapping with the key `days`. " +
			"A key without a value is how that looks, so it is mostly a text whose quotes were forgotten.",
		Bad: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}, text: {type: string}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND, fields: {text: Sorry, not here}}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}, text: {type: string}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND, fields: {text: 'Sorry, not here'}}
`,
	})
)
