package diag

// Codes for files as such: bytes, limits, YAML, includes.
var (
	UnreadableFile = register(Doc{
		Code:    "unreadable-file",
		Summary: "a file or folder cannot be read",
		Cause: "A path given to errgen, or a file named under `include`, does not exist, may not be read, is no " +
			"regular file, or has faults of its own that are reported beside this.",
		Bad: `errgen: 1
package: demo
include: [shared.yaml]
errors:
  NotFound: {status: 404}
`,
		Good: `-- catalog.yaml --
errgen: 1
package: demo
include: [shared.yaml]
errors:
  NotFound: {status: 404, code: NOT_FOUND}
-- shared.yaml --
errgen: 1
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
`,
	})
	NoCatalog = register(Doc{
		Code:    "no-catalog",
		Summary: "nothing that was named is a catalog",
		Cause: "No *.yaml or *.yml file of a folder has the key `errgen` (hidden files are not looked at, and folders " +
			"within it only if the path ends in /...), or all files named are for others to include.",
		Bad: `errgen: 1
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
	})
	OverLimit = register(Doc{
		Code:    "over-limit",
		Summary: "a file is too large or too deeply nested",
		Cause: "A file may have 32 MiB, two million lines, list items and keys, 100 mappings and lists within " +
			"each other, and 65,000 errors. No catalog comes near; the limits keep a broken or hostile file from costing memory and time.",
		Bad: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
x-deep: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
  ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
		Good: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
x-deep: [[[[]]]]
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
	})
	NotUTF8 = register(Doc{
		Code:    "not-utf8",
		Summary: "a file is not UTF-8",
		Cause:   "A catalog is UTF-8, with or without a byte order mark. The first byte that is not is reported.",
		Bad: "errgen: 1\npackage: demo\ntitle: Fehler f\xfcr alle\nenvelopes:\n" +
			"  Problem: {body: {properties: {code: {type: string}}}}\nerrors:\n  NotFound: {status: 404, code: NOT_FOUND}\n",
		Good: "errgen: 1\npackage: demo\ntitle: Fehler f\u00fcr alle\nenvelopes:\n" +
			"  Problem: {body: {properties: {code: {type: string}}}}\nerrors:\n  NotFound: {status: 404, code: NOT_FOUND}\n",
	})
	ControlCharacter = register(Doc{
		Code:    "control-character",
		Summary: "a control character stands in a file",
		Cause: "YAML admits no control characters but tab and line breaks. A text that needs one is written in " +
			"double quotes with an escape. The first one is reported.",
		Bad: "errgen: 1\npackage: demo\ntitle: bell \a rings\nenvelopes:\n" +
			"  Problem: {body: {properties: {code: {type: string}}}}\nerrors:\n  NotFound: {status: 404, code: NOT_FOUND}\n",
		Good: `errgen: 1
package: demo
title: "bell \a rings"
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
	})
	EmptyFile = register(Doc{
		Code:    "empty-file",
		Summary: "a file holds nothing",
		Cause:   "A file without anything but comments is no catalog.",
		Bad:     "# to be written\n",
		Good: `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
	})
	IncludePath = register(Doc{
		Code:    "include-path",
		Summary: "an include is not a path that may be read",
		Cause: "An include is a path with slashes, relative to the file it stands in. It may not leave the repository, " +
			"whose root is the nearest folder upwards with .git (without one: with go.mod or errgen.yaml), so that a catalog never " +
			"reads what nobody meant it to. Outside of a repository it may not leave the folder given to errgen, or the file's own.",
		Bad: `errgen: 1
package: demo
include: [../../etc/shared.yaml]
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
		Good: `-- catalog.yaml --
errgen: 1
package: demo
include: [common/shared.yaml]
errors:
  NotFound: {status: 404, code: NOT_FOUND}
-- common/shared.yaml --
errgen: 1
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
`,
	})
	IncludeCycle = register(Doc{
		Code:    "include-cycle",
		Summary: "a file includes itself",
		Cause:   "Included files include nothing themselves, so the only circle is a file that names itself.",
		Bad: `-- catalog.yaml --
errgen: 1
package: demo
include: [catalog.yaml]
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
		Good: `-- catalog.yaml --
errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`,
	})
	IncludeClash = register(Doc{
		Code:    "include-clash",
		Summary: "two files declare the same name",
		Cause: "What included files declare joins the catalog. A type or an envelope declared twice would be " +
			"one or the other by chance, and so would an entry or a group of two included files (the catalog's own refine those " +
			"of the same name). A file included twice is the same fault.",
		Bad: `-- catalog.yaml --
errgen: 1
package: demo
include: [shared.yaml]
envelopes:
  Problem: {body: {properties: {code: {type: integer}}}}
errors:
  NotFound: {status: 404, code: 12}
-- shared.yaml --
errgen: 1
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
`,
		Good: `-- catalog.yaml --
errgen: 1
package: demo
include: [shared.yaml]
envelopes:
  Legacy: {body: {properties: {code: {type: integer}}}}
errors:
  NotFound: {envelope: Legacy, status: 404, code: 12}
-- shared.yaml --
errgen: 1
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
`,
	})
	NotShared = register(Doc{
		Code:    "not-shared",
		Summary: "an included file holds what only a catalog has",
		Cause: "Files for inclusion hold types, envelopes, sources, groups, errors and the defaults of these errors. A catalog, " +
			"which has a package, cannot be included, and an included file includes nothing.",
		Bad: `-- catalog.yaml --
errgen: 1
package: demo
include: [common/shared.yaml]
errors:
  NotFound: {status: 404, code: NOT_FOUND}
-- common/shared.yaml --
errgen: 1
title: What all services have
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
`,
		Good: `-- catalog.yaml --
errgen: 1
package: demo
include: [common/shared.yaml]
errors:
  NotFound: {status: 404, code: NOT_FOUND}
-- common/shared.yaml --
errgen: 1
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
`,
	})
)
