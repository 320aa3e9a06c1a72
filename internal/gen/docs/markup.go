package docs

// markup shows a catalog in Markdown (reference.Markup).
type markup struct{}

func (markup) Text(s string) Markdown                   { return text(s) }
func (markup) Paragraphs(s string) Markdown             { return paragraphs(s) }
func (markup) Cell(s string) Markdown                   { return cell(s) }
func (markup) Code(s string) Markdown                   { return code(s) }
func (markup) Strong(label Markdown) Markdown           { return "**" + label + "**" }
func (markup) Fence(language, s string) Markdown        { return fence(language, s) }
func (markup) Link(label Markdown, url string) Markdown { return link(label, url) }

// Mark returns the element that makes a place.
func (markup) Mark(place string) Markdown { return Markdown(`<a id="` + place + `"></a>`) }

// To returns a link to a place of the document.
func (markup) To(label Markdown, place, _ string) Markdown {
	return "[" + label + "](#" + Markdown(place) + ")"
}
