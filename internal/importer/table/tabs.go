package table

import (
	"regexp"
	"slices"
	"strings"
)

// tabs reads what divides a page into tabs: components of MDX, shortcodes of Hugo, tags of
// Liquid, containers of colons. A tab becomes a comment with its title, which is a
// heading, and one that ends it.
type tabs struct{ sets []tabSet }

// tabSet is a set of tabs that is open.
type tabSet struct {
	name   string
	titles []string // of the tabs to come
}

const tabEnd = "<!--</Tab>-->"

func tabStart(title string) string {
	return `<!--<Tab title="` + strings.NewReplacer(`"`, "'", "--", "-").Replace(title) + `">-->`
}

var (
	tabSetName = regexp.MustCompile(`(?i)^(?:tabs|tab-?set|tab-?group|tab-?pane|code-?tabs)$`)
	tabName    = regexp.MustCompile(`(?i)^(?:tabs\.)?tab(?:-?item|-?panel)?$`)
)

// start is what stands in the place of a tag of a name, with what else is said in it; ""
// if it opens no tab that has a title.
func (t *tabs) start(name, said string) string {
	switch {
	case tabSetName.MatchString(name):
		t.sets = append(t.sets, tabSet{firstWord(said), listedTitles(said)})
	case tabName.MatchString(name):
		if title := t.title(said); title != "" {
			return tabStart(title)
		}
	}
	return ""
}

// end is what stands in the place of the end of a tag; "" if that is none of a tab.
func (t *tabs) end(name string) string {
	switch {
	case tabSetName.MatchString(name):
		t.sets = t.sets[:max(len(t.sets)-1, 0)]
	case tabName.MatchString(name):
		return tabEnd
	}
	return ""
}

// tabAttribute is an attribute that may be a title.
var tabAttribute = regexp.MustCompile(`(?i)(?:^|\s)(title|label|header|name|tabname|value)\s*[=:]\s*(?:\{\s*)?(?:"([^"]+)"|'([^']+)'|([^\s"'{}<>,]+))`)

// title is the title of a tab: of an attribute, the words in the tag, or what its set has
// listed.
func (t *tabs) title(said string) string {
	var set tabSet
	listed := ""
	if n := len(t.sets) - 1; n >= 0 {
		if set = t.sets[n]; len(set.titles) > 0 {
			listed, t.sets[n].titles = set.titles[0], set.titles[1:]
		}
	}
	found := map[string]string{}
	for _, m := range tabAttribute.FindAllStringSubmatch(said, -1) {
		found[strings.ToLower(m[1])] = m[2] + m[3] + m[4]
	}
	for _, name := range []string{"title", "label", "header", "name", "tabname"} {
		if found[name] != "" {
			return found[name]
		}
	}
	switch {
	case listed != "":
		return listed
	case found["value"] != "":
		return found["value"]
	case strings.Contains(said, "="):
		return ""
	}
	words := strings.TrimSpace(said)
	if set.name != "" {
		words = strings.TrimPrefix(words, set.name+" ")
	}
	return strings.Trim(words, ` "'`)
}

func firstWord(said string) string {
	if words := strings.Fields(said); len(words) > 0 && !strings.Contains(words[0], "=") {
		return words[0]
	}
	return ""
}

var (
	tabList  = regexp.MustCompile(`(?s)\b(?:items|tabs|values|labels)\s*=\s*(?:\{\s*\[(.*?)\]\s*\}|"([^"]*)")`)
	tabLabel = regexp.MustCompile(`\blabel\s*:\s*["']([^"']+)["']`)
	quotedIn = regexp.MustCompile(`["']([^"']+)["']`)
)

// listedTitles are the titles that a set of tabs lists.
func listedTitles(said string) (titles []string) {
	m := tabList.FindStringSubmatch(said)
	if m == nil {
		return nil
	}
	if m[2] != "" {
		titles = strings.Split(m[2], ",")
	}
	for _, expr := range []*regexp.Regexp{tabLabel, quotedIn} {
		if len(titles) > 0 {
			break
		}
		for _, one := range expr.FindAllStringSubmatch(m[1], -1) {
			titles = append(titles, one[1])
		}
	}
	for i := range titles {
		titles[i] = strings.TrimSpace(titles[i])
	}
	return slices.DeleteFunc(titles, func(title string) bool { return title == "" })
}

// templateTag is a tag of Liquid or a shortcode of Hugo.
var templateTag = regexp.MustCompile(`(?s)^(?:\{%-?|\{\{[<%])\s*(/|end)?([\w.-]+)(.*?)-?(?:%\}|[%>]\}\})$`)

// template is what stands in the place of a tag of a template: as many lines.
func (t *tabs) template(tag string) string {
	text := ""
	if m := templateTag.FindStringSubmatch(tag); m != nil && m[1] != "" {
		text = t.end(m[2])
	} else if m != nil {
		text = t.start(m[2], m[3])
	}
	return text + strings.Repeat("\n", strings.Count(tag, "\n"))
}
