package reference

// plain is a markup that marks nothing but code.
type plain struct{}

func (plain) Text(s string) string             { return s }
func (plain) Paragraphs(s string) string       { return s }
func (plain) Cell(s string) string             { return s }
func (plain) Code(s string) string             { return "`" + s + "`" }
func (plain) Strong(label string) string       { return label }
func (plain) Fence(_, s string) string         { return s }
func (plain) Link(label, url string) string    { return label + " " + url }
func (plain) Mark(place string) string         { return place }
func (plain) To(label, place, _ string) string { return label + " " + place }
