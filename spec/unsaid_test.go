package spec_test

import "github.com/seed-1b9d9f04/errgen/internal/model/diag"

// limit says why the schema cannot have a finding; partly: in some cases it can.
type limit struct {
	why    string
	partly bool
}

const (
	notation  = "a schema sees values, not how they are written"
	files     = "a schema sees one file"
	names     = "a schema does not know which names a catalog declares"
	elsewhere = "it depends on other places of the catalog"
	meaning   = "a schema does not read templates, patterns and responses"
)

// unsaid are the findings that the schema cannot have, or not in every case.
var unsaid = map[diag.Code]limit{
	diag.Anchor:           {why: notation, partly: true},
	diag.DuplicateKey:     {why: notation},
	diag.InvalidInteger:   {why: notation, partly: true},
	diag.KeyNotText:       {why: notation},
	diag.KeyWithoutValue:  {why: notation, partly: true},
	diag.SeveralDocuments: {why: notation},
	diag.Tag:              {why: notation},
	diag.VersionNotFirst:  {why: notation},
	diag.OverLimit:        {why: notation, partly: true},

	diag.IncludeClash:   {why: files},
	diag.IncludeCycle:   {why: files},
	diag.IncludePath:    {why: files, partly: true},
	diag.NotShared:      {why: files},
	diag.UnreadableFile: {why: files},

	diag.UnknownEntry:       {why: names},
	diag.UnknownEnvelope:    {why: names},
	diag.UnknownField:       {why: names},
	diag.UnknownGroup:       {why: names},
	diag.UnknownMember:      {why: names},
	diag.UnknownPlaceholder: {why: names},
	diag.UnknownSource:      {why: names},
	diag.UnknownType:        {why: names, partly: true},
	diag.NameClash:          {why: names},
	diag.RetiredInUse:       {why: names},
	diag.UnusedParam:        {why: names},

	diag.BadErrorOf:        {why: elsewhere},
	diag.BadFallback:       {why: elsewhere},
	diag.BadIn:             {why: elsewhere},
	diag.BadURL:            {why: elsewhere, partly: true},
	diag.CodeNeeded:        {why: elsewhere},
	diag.CodeValue:         {why: elsewhere},
	diag.CountMismatch:     {why: elsewhere},
	diag.NoSample:          {why: meaning},
	diag.UnnamedValue:      {why: elsewhere},
	diag.EnvelopeNeeded:    {why: elsewhere},
	diag.FilledTwice:       {why: elsewhere},
	diag.Indistinguishable: {why: elsewhere},
	diag.Unproven:          {why: meaning},
	diag.LoneAlias:         {why: elsewhere, partly: true},
	diag.MisplacedKeyword:  {why: elsewhere, partly: true},
	diag.NotNarrower:       {why: elsewhere},
	diag.NotScalar:         {why: elsewhere},
	diag.NullValue:         {why: elsewhere, partly: true},
	diag.OmitRequired:      {why: elsewhere},
	diag.OmittedField:      {why: elsewhere},
	diag.OneOfOverlap:      {why: elsewhere},
	diag.OptionalPlacement: {why: elsewhere},
	diag.ParamType:         {why: elsewhere},
	diag.ParentCycle:       {why: elsewhere},
	diag.PrivateOnWire:     {why: elsewhere},
	diag.RecursiveEnvelope: {why: elsewhere},
	diag.RecursiveType:     {why: elsewhere},
	diag.SharedField:       {why: elsewhere},
	diag.SpecialLeaf:       {why: elsewhere},
	diag.StatusExcluded:    {why: elsewhere},
	diag.TemplateCycle:     {why: elsewhere},
	diag.TemplateType:      {why: elsewhere},
	diag.TooManyWordings:   {why: elsewhere},
	diag.ValueNotAllowed:   {why: elsewhere},
	diag.ValueTooLarge:     {why: elsewhere},
	diag.ValueType:         {why: elsewhere},

	diag.AdjacentPlaceholders: {why: meaning},
	diag.BadHeader:            {why: meaning, partly: true},
	diag.BadPattern:           {why: meaning},
	diag.BadWaiver:            {why: meaning, partly: true},
	diag.CloseReasonLength:    {why: meaning},
	diag.ExampleDecodes:       {why: meaning},
	diag.ExampleDiffers:       {why: meaning},
	diag.ExampleExpects:       {why: meaning},
	diag.UnsafePlaceholder:    {why: meaning},

	diag.BadEnum:    {why: "two literals of one value may differ in their text: 100 and 0100", partly: true},
	diag.EmptyRange: {why: "a schema does not compare two values"},
}
