package diag

// Codes for templates.
var (
	BadTemplate = register(Doc{
		Code:    "bad-template",
		Summary: "braces that do not match",
		Cause:   "In a text {name} is a placeholder; braces that are meant as such are doubled.",
		Bad: demo + `errors:
  BadJSON: {status: 400, code: BAD_JSON, fields: {message: 'The body does not begin with {.'}}
`,
		Good: demo + `errors:
  BadJSON: {status: 400, code: BAD_JSON, fields: {message: 'The body does not begin with {{.'}}
`,
	})
	UnknownPlaceholder = register(Doc{
		Code:    "unknown-placeholder",
		Summary: "a placeholder that names nothing",
		Cause:   "A placeholder names a param of the entry, else a field of its envelopes, or is one of {$status}, {$code} and {$name}.",
		Bad: demo + `errors:
  Late:
    status: 400
    code: LATE
    fields: {message: 'The parcel is {dyas} days late.'}
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
	AdjacentPlaceholders = register(Doc{
		Code:    "adjacent-placeholders",
		Summary: "two placeholders with nothing between them",
		Cause:   "When the text is read nothing tells where the one ends and the other begins.",
		Bad: demo + `errors:
  NoRoute:
    status: 400
    code: NO_ROUTE
    fields: {message: 'No route for {country}{zip}.'}
    params: {country: {type: string}, zip: {type: string}}
`,
		Good: demo + `errors:
  NoRoute:
    status: 400
    code: NO_ROUTE
    fields: {message: 'No route for {country}-{zip}.'}
    params: {country: {type: string}, zip: {type: string}}
`,
	})
	UnsafePlaceholder = register(Doc{
		Code:    "unsafe-placeholder",
		Summary: "a placeholder in HTML or XML where escaping does not help",
		Cause: "What a param holds is escaped for text and for attributes between quotes. Elsewhere in a tag, in a comment, a CDATA section or " +
			"a script it could mean something all the same, and behind an & it could become a reference.",
		Bad: `errgen: 1
package: demo
envelopes:
  Page: {mediaType: text/html, body: {type: string, field: page}}
errors:
  NotFound:
    status: 404
    fields: {page: '<a href={path}>There is no such page</a>'}
    params: {path: {type: string}}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Page: {mediaType: text/html, body: {type: string, field: page}}
errors:
  NotFound:
    status: 404
    fields: {page: '<a href="/search?{path}">There is no such page</a>'}
    params: {path: {type: string}}
`,
	})
	TemplateCycle = register(Doc{
		Code:    "template-cycle",
		Summary: "a field is filled with itself",
		Cause:   "A field's name in a text stands for what fills the field. By way of other fields that must not be the text itself.",
		Bad: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}, title: {type: string}, detail: {type: string}}}}
errors:
  Late: {status: 400, code: LATE, fields: {title: 'See {detail}', detail: 'See {title}'}}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}, title: {type: string}, detail: {type: string}}}}
errors:
  Late: {status: 400, code: LATE, fields: {title: Late, detail: 'Late, as {title} says'}}
`,
	})
	TemplateType = register(Doc{
		Code:    "template-type",
		Summary: "a text with placeholders where no text can stand",
		Cause:   "A string that is exactly one placeholder takes the typed value; any other one is text, and needs a string leaf.",
		Bad: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}, days: {type: integer}}}}
errors:
  Late: {status: 400, code: LATE, fields: {days: 'about {n}'}, params: {n: {type: integer}}}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}, days: {type: integer}}}}
errors:
  Late: {status: 400, code: LATE, fields: {days: '{n}'}, params: {n: {type: integer}}}
`,
	})
	NotScalar = register(Doc{
		Code:    "not-scalar",
		Summary: "a list, an object or null in a text",
		Cause:   "Only scalars can be put into a text. A list or an object stands alone, as a value of its own.",
		Bad: demo + `errors:
  BadTags:
    status: 400
    code: BAD_TAGS
    fields: {message: 'Bad tags: {tags}'}
    params: {tags: {type: array, items: {type: string}}}
`,
		Good: demo + `errors:
  BadTags:
    status: 400
    code: BAD_TAGS
    fields: {message: 'Bad tag: {tag}'}
    params: {tag: {type: string}}
`,
	})
	OmittedField = register(Doc{
		Code:    "omitted-field",
		Summary: "a text names a field that is never there",
		Cause:   "The entry, or an ancestor, lists the field under `omit`: it has no value that could stand in the text.",
		Bad: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}, message: {type: string}, hint: {type: string, optional: true}}}}
errors:
  Late: {status: 400, code: LATE, omit: [hint], fields: {message: 'Late. {hint}'}}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}, message: {type: string}, hint: {type: string, optional: true}}}}
errors:
  Late: {status: 400, code: LATE, omit: [hint], fields: {message: Late.}}
`,
	})
	TooManyWordings = register(Doc{
		Code:    "too-many-wordings",
		Summary: "wordings where one is wanted, or more of them than can be kept apart",
		Cause:   "A field with several wordings that stands in another text multiplies that text. Codes, lists and objects have one wording.",
		Bad: demo + `errors:
  Late:
    status: 400
    code: 'LATE_{message}'
    fields: {message: [SOON, NOW]}
`,
		Good: demo + `errors:
  Late:
    status: 400
    code: LATE
    fields: {message: [SOON, NOW]}
`,
	})
)
