package diag

// Codes for what several catalogs of one run have to do with each other.
var PackageClash = register(Doc{
	Code:    "package-clash",
	Summary: "two catalogs have one package",
	Cause: "What is made of a catalog goes into a folder that is named for its package. Two catalogs of one package " +
		"would overwrite each other's files, and so would packages that differ in letter case alone, on file systems " +
		"that do not tell letter case apart.",
	Bad: `-- orders.yaml --
errgen: 1
package: shop
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
-- payments.yaml --
errgen: 1
package: shop
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
errors:
  Declined: {status: 402, code: DECLINED}
`,
	Good: `-- orders.yaml --
errgen: 1
package: orders
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
-- payments.yaml --
errgen: 1
package: payments
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
errors:
  Declined: {status: 402, code: DECLINED}
`,
})
