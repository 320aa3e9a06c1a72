package openapi

import (
	"fmt"
	"regexp/syntax"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/importer/draft"
)

// wordings are the templates that an anchored pattern of a text is: its literals, with a
// param for all else. There are none if it has no words of its own.
func wordings(pattern string) (texts []string, params []draft.Param) {
	re, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil || !strings.HasPrefix(pattern, "^") || !strings.HasSuffix(pattern, "$") {
		return nil, nil
	}
	re = re.Simplify()
	inner := re.Sub
	if re.Op != syntax.OpConcat || len(inner) < 3 {
		return nil, nil
	}
	inner = inner[1 : len(inner)-1]
	choices := [][]*syntax.Regexp{inner}
	if alt := inner[0]; len(inner) == 1 && alt.Op == syntax.OpCapture {
		inner = alt.Sub
	}
	if alt := inner[0]; len(inner) == 1 && alt.Op == syntax.OpAlternate {
		choices = nil
		for _, sub := range alt.Sub {
			choices = append(choices, parts(sub))
		}
	}
	for _, choice := range choices {
		text, more, ok := template(choice, len(params))
		if !ok {
			return nil, nil
		}
		texts, params = append(texts, text), append(params, more...)
	}
	return texts, params
}

func parts(re *syntax.Regexp) []*syntax.Regexp {
	if re.Op == syntax.OpConcat {
		return re.Sub
	}
	return []*syntax.Regexp{re}
}

// template is a sequence as a template, whose params are counted from n.
func template(all []*syntax.Regexp, n int) (text string, params []draft.Param, ok bool) {
	inHole, letters := false, 0
	hole := ""
	flush := func() {
		if !inHole {
			return
		}
		kind := "string"
		if hole == wholeNumber {
			kind = "integer"
		}
		p := draft.Param{Name: fmt.Sprintf("value%d", n+len(params)+1), Type: kind}
		params, text, inHole, hole = append(params, p), text+"{"+p.Name+"}", false, ""
	}
	for _, re := range all {
		if re.Op == syntax.OpLiteral && re.Flags&syntax.FoldCase == 0 {
			flush()
			text += draft.Literal(string(re.Rune))
			letters += len(re.Rune)
			continue
		}
		inHole = true
		hole += re.String()
	}
	flush()
	return text, params, letters >= 4
}

// wholeNumber is the pattern of an integer as errgen and others write it.
var wholeNumber = func() string {
	re, err := syntax.Parse(`-?(?:0|[1-9][0-9]*)`, syntax.Perl)
	if err != nil {
		return ""
	}
	var b strings.Builder
	for _, sub := range re.Simplify().Sub {
		b.WriteString(sub.String())
	}
	return b.String()
}()
