package lint

import "github.com/seed-1b9d9f04/errgen/internal/report"

// The rules, in the order of rules.md, which says what they mean.
const (
	// Whether clients tell an error, and get its data.
	TextOnlyIdentity Rule = "text-only-identity"
	FileOrder        Rule = "file-order"
	ChildUntold      Rule = "child-untold"
	MatchText        Rule = "match-text"
	TextOnlyParam    Rule = "text-only-param"
	LostParam        Rule = "lost-param"
	SharedCode       Rule = "shared-code"
	CodeMissing      Rule = "code-missing"
	SwappedArguments Rule = "swapped-arguments"
	MixedEnvelopes   Rule = "mixed-envelopes"
	RootNotObject    Rule = "root-not-object"

	// Of statuses, headers and media types.
	StatusMissing            Rule = "status-missing"
	StatusUnregistered       Rule = "status-unregistered"
	ErrorUnder2xx            Rule = "error-under-2xx"
	WWWAuthenticateMissing   Rule = "www-authenticate-missing"
	AllowMissing             Rule = "allow-missing"
	ProxyAuthenticateMissing Rule = "proxy-authenticate-missing"
	UpgradeMissing           Rule = "upgrade-missing"
	RetryAfterMissing        Rule = "retry-after-missing"
	RetryableWithoutDelay    Rule = "retryable-without-delay"
	RetryablePermanent       Rule = "retryable-permanent"
	RetryableUnsaid          Rule = "retryable-unsaid"
	ProblemMembers           Rule = "problem-members"
	ProblemType              Rule = "problem-type"
	ProblemMediaType         Rule = "problem-media-type"
	CloseCode                Rule = "close-code"

	// Of what responses and logs give away.
	InternalDetail    Rule = "internal-detail"
	SensitiveUnmarked Rule = "sensitive-unmarked"
	SensitiveOnWire   Rule = "sensitive-on-wire"
	SensitiveInText   Rule = "sensitive-in-text"
	ServerText        Rule = "server-text"
	AccountOracle     Rule = "account-oracle"
	FallbackMissing   Rule = "fallback-missing"
	FallbackStatus    Rule = "fallback-status"

	// Of what programs compare.
	CodeStyle   Rule = "code-style"
	CodeTwins   Rule = "code-twins"
	CodeGeneric Rule = "code-generic"
	CodeStatus  Rule = "code-status"
	MemberStyle Rule = "member-style"

	// Of what people read.
	ForeignPlaceholder Rule = "foreign-placeholder"
	TextSpace          Rule = "text-space"
	SameText           Rule = "same-text"
	TextGuessed        Rule = "text-guessed"
	Undocumented       Rule = "undocumented"
	RemedyMissing      Rule = "remedy-missing"

	// Of what returns what, and for how long.
	InNoOperation         Rule = "in-no-operation"
	OperationWithoutPath  Rule = "operation-without-path"
	DeprecatedBare        Rule = "deprecated-bare"
	ReplacementDeprecated Rule = "replacement-deprecated"
	CorrelationMissing    Rule = "correlation-missing"

	// Of the catalog itself.
	Unused      Rule = "unused"
	UnknownRule Rule = "unknown-rule"
	UnusedAllow Rule = "unused-allow"
)

// rules are all rules with how they are checked, in the order of rules.md.
var rules = []rule{
	{TextOnlyIdentity, Identity, report.Warning, 1, textOnlyIdentity},
	{FileOrder, Identity, report.Error, 1, fileOrder},
	{ChildUntold, Identity, report.Warning, 1, childUntold},
	{MatchText, Identity, report.Warning, 1, matchText},
	{TextOnlyParam, Identity, report.Info, 1, textOnlyParam},
	{LostParam, Identity, report.Warning, 1, lostParam},
	{SharedCode, Identity, report.Info, 1, sharedCode},
	{CodeMissing, Identity, report.Warning, 1, codeMissing},
	{SwappedArguments, Identity, report.Info, 1, swappedArguments},
	{MixedEnvelopes, Identity, report.Info, 1, mixedEnvelopes},
	{RootNotObject, Identity, report.Warning, 1, rootNotObject},

	{StatusMissing, HTTP, report.Warning, 1, statusMissing},
	{StatusUnregistered, HTTP, report.Warning, 1, unregistered},
	{ErrorUnder2xx, HTTP, report.Warning, 1, errorUnder2xx},
	{WWWAuthenticateMissing, HTTP, report.Warning, 1, headerMissing(401, "WWW-Authenticate")},
	{AllowMissing, HTTP, report.Warning, 1, headerMissing(405, "Allow")},
	{ProxyAuthenticateMissing, HTTP, report.Warning, 1, headerMissing(407, "Proxy-Authenticate")},
	{UpgradeMissing, HTTP, report.Warning, 1, headerMissing(426, "Upgrade")},
	{RetryAfterMissing, HTTP, report.Warning, 1, retryAfterMissing},
	{RetryableWithoutDelay, HTTP, report.Info, 1, retryableWithoutDelay},
	{RetryablePermanent, HTTP, report.Warning, 1, retryablePermanent},
	{RetryableUnsaid, HTTP, report.Info, 1, retryableUnsaid},
	{ProblemMembers, HTTP, report.Warning, 1, problemMembers},
	{ProblemType, HTTP, report.Warning, 1, problemType},
	{ProblemMediaType, HTTP, report.Info, 1, problemMediaType},
	{CloseCode, HTTP, report.Warning, 1, closeCode},

	{InternalDetail, Security, report.Warning, 1, internalDetail},
	{SensitiveUnmarked, Security, report.Warning, 1, sensitiveUnmarked},
	{SensitiveOnWire, Security, report.Warning, 1, sensitiveOnWire},
	{SensitiveInText, Security, report.Error, 1, sensitiveInText},
	{ServerText, Security, report.Warning, 1, serverText},
	{AccountOracle, Security, report.Warning, 1, accountOracle},
	{FallbackMissing, Security, report.Info, 1, fallbackMissing},
	{FallbackStatus, Security, report.Error, 1, fallbackStatus},

	{CodeStyle, Codes, report.Info, 1, codeStyle},
	{CodeTwins, Codes, report.Warning, 1, codeTwins},
	{CodeGeneric, Codes, report.Info, 1, codeGeneric},
	{CodeStatus, Codes, report.Warning, 1, codeStatus},
	{MemberStyle, Codes, report.Info, 1, memberStyle},

	{ForeignPlaceholder, Texts, report.Error, 1, foreignPlaceholder},
	{TextSpace, Texts, report.Warning, 1, textSpace},
	{SameText, Texts, report.Info, 1, sameText},
	{TextGuessed, Texts, report.Warning, 1, textGuessed},
	{Undocumented, Texts, report.Info, 1, undocumented},
	{RemedyMissing, Texts, report.Info, 1, remedyMissing},

	{InNoOperation, Operations, report.Warning, 1, inNoOperation},
	{OperationWithoutPath, Operations, report.Info, 1, operationWithoutPath},
	{DeprecatedBare, Operations, report.Info, 1, deprecatedBare},
	{ReplacementDeprecated, Operations, report.Warning, 1, replacementDeprecated},
	{CorrelationMissing, Operations, report.Info, 1, correlationMissing},

	{Unused, Upkeep, report.Warning, 1, unused},
	{UnknownRule, Upkeep, report.Error, 1, nil},
	{UnusedAllow, Upkeep, report.Warning, 1, nil},
}
