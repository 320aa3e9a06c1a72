package translation

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"github.com/seed-1b9d9f04/errgen/internal/gen/messages"
)

// leaf is a text in TOML, with where its key and value stand.
type leaf struct {
	path       []string
	text       string
	prefix     string // of its key, what stands before the last part: `Busy.`
	at         int
	start, end int // of the value
	inline     bool
}

// fields are the keys of a message that go-i18n knows; all others are names.
var fields = []string{"id", "description", "hash", "leftdelim", "rightdelim", "zero", "one", "two", "few", "many", "other"}

// message is the name of the message that a leaf is of, and which field of it.
func (l leaf) message() (name, field string) {
	last := len(l.path) - 1
	if field := strings.ToLower(l.path[last]); last > 0 && slices.Contains(fields, field) {
		return strings.Join(l.path[:last], "."), field
	}
	return strings.Join(l.path, "."), ""
}

// readTOML reads a message file of go-i18n: a text for each name, or a table with the
// plural forms and the hash.
func (f *File) readTOML() error {
	f.format, f.placeholders, f.marked = messages.GoI18n, goPlaceholders, f.markTOML
	leaves, err := f.leaves()
	for _, l := range leaves {
		name, field := l.message()
		t := f.of(name)
		if t == nil {
			t = &translation{name: name, at: l.at}
			f.translations = append(f.translations, t)
		}
		switch field {
		case "id", "description":
		case "hash":
			t.hash = l.text
		case "leftdelim":
			t.left = l.text
		case "rightdelim":
			t.right = l.text
		default:
			t.texts = append(t.texts, l.text)
		}
	}
	return err
}

// leaves are all texts of a file.
func (f *File) leaves() ([]leaf, error) {
	var all []leaf
	var table []string
	var p unstable.Parser
	p.Reset(f.Text)
	for p.NextExpression() {
		switch n := p.Expression(); n.Kind {
		case unstable.Table, unstable.ArrayTable:
			table = nil
			for key := n.Key(); key.Next(); {
				table = append(table, string(key.Node().Data))
			}
		case unstable.KeyValue:
			all = f.appendLeaves(all, n, table, false)
		}
	}
	if err := p.Error(); err != nil {
		at := len(f.Text)
		if bad := (*unstable.ParserError)(nil); errors.As(err, &bad) && len(bad.Highlight) > 0 {
			at = int(p.Range(bad.Highlight).Offset)
		}
		return nil, f.broken(at, err)
	}
	return all, nil
}

// appendLeaves appends the texts of a key with its value, which may be an inline table.
func (f *File) appendLeaves(all []leaf, n *unstable.Node, table []string, inline bool) []leaf {
	l := leaf{path: slices.Clone(table), at: -1, inline: inline}
	last := 0
	for key := n.Key(); key.Next(); {
		last = int(key.Node().Raw.Offset)
		if l.at < 0 {
			l.at = last
		}
		l.path = append(l.path, string(key.Node().Data))
	}
	l.prefix = string(f.Text[l.at:last])
	value := n.Value()
	switch value.Kind {
	case unstable.InlineTable:
		for kids := value.Children(); kids.Next(); {
			all = f.appendLeaves(all, kids.Node(), l.path, true)
		}
	case unstable.String:
		l.text = string(value.Data)
		l.start, l.end = int(value.Raw.Offset), int(value.Raw.Offset+value.Raw.Length)
		all = append(all, l)
	}
	return all
}

// splice is a text that takes the place of another one.
type splice struct {
	start, end int
	text       string
}

// markTOML sets the hash of each message: in its place, or before the first key of the
// message. A message that is a text alone becomes a table.
func (f *File) markTOML(hashes map[string]string) ([]byte, error) {
	leaves, err := f.leaves()
	if err != nil {
		return nil, err
	}
	places := map[string]splice{}
	for _, l := range leaves {
		name, field := l.message()
		hash, ok := hashes[name]
		_, placed := places[name]
		hash = strconv.Quote(hash)
		switch {
		case ok && field == "hash":
			places[name] = splice{l.start, l.end, hash}
		case !ok || placed:
		case field == "":
			places[name] = splice{l.start, l.end, "{hash = " + hash + ", other = " + string(f.Text[l.start:l.end]) + "}"}
		case l.inline:
			places[name] = splice{l.at, l.at, l.prefix + "hash = " + hash + ", "}
		default:
			places[name] = splice{l.at, l.at, l.prefix + "hash = " + hash + "\n" + indentation(f.Text[:l.at])}
		}
	}
	return spliced(f.Text, places), nil
}

// indentation is what stands behind the last line break of a text.
func indentation(before []byte) string {
	return string(before[strings.LastIndexByte(string(before), '\n')+1:])
}

// spliced is a text with splices in it.
func spliced(text []byte, places map[string]splice) []byte {
	var all []splice
	for _, s := range places {
		all = append(all, s)
	}
	slices.SortFunc(all, func(a, b splice) int { return a.start - b.start })
	var out []byte
	done := 0
	for _, s := range all {
		out = append(append(out, text[done:s.start]...), s.text...)
		done = s.end
	}
	return append(out, text[done:]...)
}
