package diag

// The codes, in the order of findings.md, which says what they mean.
const (
	// For files as such: bytes, limits, YAML, includes.
	UnreadableFile   Code = "unreadable-file"
	NoCatalog        Code = "no-catalog"
	OverLimit        Code = "over-limit"
	NotUTF8          Code = "not-utf8"
	ControlCharacter Code = "control-character"
	EmptyFile        Code = "empty-file"
	IncludePath      Code = "include-path"
	IncludeCycle     Code = "include-cycle"
	IncludeClash     Code = "include-clash"
	NotShared        Code = "not-shared"

	// For YAML: what a catalog may not use of it, and what looks like a slip.
	YAMLSyntax       Code = "yaml-syntax"
	SeveralDocuments Code = "several-documents"
	Anchor           Code = "yaml-anchor"
	Tag              Code = "yaml-tag"
	DuplicateKey     Code = "duplicate-key"
	KeyNotText       Code = "key-not-text"
	KeyWithoutValue  Code = "key-without-value"

	// For the form of a catalog: its keys, and the kind of value under each.
	UnknownKey      Code = "unknown-key"
	MisplacedKey    Code = "misplaced-key"
	MissingKey      Code = "missing-key"
	VersionNotFirst Code = "version-not-first"
	UnknownVersion  Code = "unknown-version"
	WrongType       Code = "wrong-type"
	NullValue       Code = "null-value"
	InvalidInteger  Code = "invalid-integer"
	InvalidStatus   Code = "invalid-status"
	InvalidName     Code = "invalid-name"
	UnknownWord     Code = "unknown-word"
	RequiredKeyword Code = "required-keyword"
	NoReason        Code = "no-reason"

	// For what several catalogs of one run have to do with each other.
	PackageClash Code = "package-clash"

	// For names: of the package, in Go, and of what a catalog declares.
	BadPackageName  Code = "bad-package-name"
	NameClash       Code = "name-clash"
	DuplicateName   Code = "duplicate-name"
	UnknownType     Code = "unknown-type"
	UnknownEnvelope Code = "unknown-envelope"
	UnknownEntry    Code = "unknown-entry"
	UnknownGroup    Code = "unknown-group"
	UnknownSource   Code = "unknown-source"
	UnknownField    Code = "unknown-field"
	ReservedField   Code = "reserved-field"
	UnknownMember   Code = "unknown-member"
	BadURL          Code = "bad-url"

	// For schemas, and for values that are checked against them.
	TypeUnion            Code = "type-union"
	OneOfOverlap         Code = "one-of-overlap"
	RecursiveType        Code = "recursive-type"
	ValueTooLarge        Code = "value-too-large"
	UnnamedValue         Code = "unnamed-value"
	MisplacedKeyword     Code = "misplaced-keyword"
	KeywordNotApplicable Code = "keyword-not-applicable"
	EmptyRange           Code = "empty-range"
	BadPattern           Code = "bad-pattern"
	BadFormat            Code = "bad-format"
	BadEnum              Code = "bad-enum"
	ValueType            Code = "value-type"
	ValueNotAllowed      Code = "value-not-allowed"
	NotNarrower          Code = "not-narrower"

	// For envelopes: their bodies, headers, fields and statuses.
	FieldNeeded       Code = "field-needed"
	SharedField       Code = "shared-field"
	LoneAlias         Code = "lone-alias"
	SpecialLeaf       Code = "special-leaf"
	BadRepeated       Code = "bad-repeated"
	BadErrorOf        Code = "bad-error-of"
	RecursiveEnvelope Code = "recursive-envelope"
	BadAs             Code = "bad-as"
	TextBody          Code = "text-body"
	BadMediaType      Code = "bad-media-type"
	BadHeader         Code = "bad-header"
	HeaderSchema      Code = "header-schema"
	BadStatus         Code = "bad-status"
	BodyNotAllowed    Code = "body-not-allowed"
	StatusExcluded    Code = "status-excluded"

	// For templates.
	BadTemplate          Code = "bad-template"
	UnknownPlaceholder   Code = "unknown-placeholder"
	AdjacentPlaceholders Code = "adjacent-placeholders"
	UnsafePlaceholder    Code = "unsafe-placeholder"
	TemplateCycle        Code = "template-cycle"
	TemplateType         Code = "template-type"
	NotScalar            Code = "not-scalar"
	OmittedField         Code = "omitted-field"
	TooManyWordings      Code = "too-many-wordings"

	// For entries: inheritance, code, status, close code, params, identity.
	EnvelopeNeeded    Code = "envelope-needed"
	ParentCycle       Code = "parent-cycle"
	CodeNeeded        Code = "code-needed"
	CodeValue         Code = "code-value"
	FilledTwice       Code = "filled-twice"
	OmitRequired      Code = "omit-required"
	UnusedParam       Code = "unused-param"
	ParamType         Code = "param-type"
	BadIn             Code = "bad-in"
	OptionalPlacement Code = "optional-placement"
	PrivateOnWire     Code = "private-on-wire"
	Indistinguishable Code = "indistinguishable"
	Unproven          Code = "unproven"
	BadCloseCode      Code = "bad-close-code"
	CloseReasonLength Code = "close-reason-length"

	// For what concerns the catalog as a whole.
	CountMismatch Code = "count-mismatch"
	BadFallback   Code = "bad-fallback"
	RetiredInUse  Code = "retired-in-use"
	BadRetired    Code = "bad-retired"

	// For examples: documented responses, and what the catalog makes of them.
	BadExample     Code = "bad-example"
	NoSample       Code = "no-sample"
	ExampleDecodes Code = "example-decodes"
	ExampleExpects Code = "example-expects"
	ExampleDiffers Code = "example-differs"
	BadWaiver      Code = "bad-waiver"
)
