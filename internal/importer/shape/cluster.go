package shape

import (
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// Sample is a body that was seen.
type Sample struct {
	Line   int
	Status int // 0: not known
	Body   model.Value
	Text   string // a body that is no JSON
	IsJSON bool
	Media  string

	Shape *Shape // found
}

// cluster gathers samples that have one shape.
func cluster(samples []*Sample) []*Shape {
	var shapes []*Shape
	signatures := map[string]*Shape{}
	for _, s := range samples {
		set := signature(s)
		key := strings.Join(set, "\n")
		shape := signatures[key]
		if shape == nil {
			i := slices.IndexFunc(shapes, func(o *Shape) bool { return o.admits(set) })
			if i < 0 || len(shapes[i].paths) > 500 {
				shapes = append(shapes, &Shape{root: newPlace("", nil), paths: map[string]string{}})
				i = len(shapes) - 1
			}
			shape = shapes[i]
			shape.merge(set)
			signatures[key] = shape
		}
		s.Shape = shape
		shape.Samples = append(shape.Samples, s)
		if s.IsJSON {
			shape.root.add(s.Body, 0)
		}
	}
	return shapes
}

// signature are the places of a body with what sort of value is there, to the third
// level; of a body that is no JSON its media type.
func signature(s *Sample) []string {
	if !s.IsJSON {
		if strings.TrimSpace(s.Text) == "" {
			return []string{"!empty"}
		}
		return []string{"!" + s.Media}
	}
	set := map[string]bool{}
	sign(s.Body, "", 0, set)
	var all []string
	for path := range set {
		all = append(all, path)
	}
	slices.Sort(all)
	return all
}

func sign(v model.Value, at string, depth int, set map[string]bool) {
	switch v.Kind {
	case model.ObjectValue:
		set[at+" object"] = true
		for _, m := range v.Members {
			if depth < 3 && len(set) < 200 {
				sign(m.Value, at+"/"+m.Name, depth+1, set)
			}
		}
	case model.ArrayValue:
		set[at+" array"] = true
		for i, item := range v.Items {
			if depth < 3 && i < 3 {
				sign(item, at+"/*", depth+1, set)
			}
		}
	case model.NullValue:
		set[at+" null"] = true
	default:
		set[at+" scalar"] = true
	}
}

// admits reports whether bodies with these places are of the shape: nothing is one thing
// here and another there, half of what the smaller has is common, and it is not the code
// that each has in a member of its own.
func (s *Shape) admits(set []string) bool {
	common, shared, added := 0, false, false
	for _, entry := range set {
		path, kind := splitEntry(entry)
		known, ok := s.paths[path]
		isCode := kind == "scalar" && CodeScore(path[strings.LastIndexByte(path, '/')+1:]) > 0
		shared, added = shared || isCode && ok, added || isCode && !ok
		if !ok {
			continue
		}
		if known != kind && known != "null" && kind != "null" {
			return false
		}
		common++
	}
	if added && !shared && s.hasCodes() {
		return false
	}
	smaller := min(len(set), len(s.paths))
	return common > 0 && (smaller == 1 && len(set) == len(s.paths) || smaller > 1 && (common-1)*2 >= smaller-1 && common > 1)
}

// hasCodes reports whether a member of the bodies is called as codes are.
func (s *Shape) hasCodes() bool {
	for path, kind := range s.paths {
		if kind == "scalar" && CodeScore(path[strings.LastIndexByte(path, '/')+1:]) > 0 {
			return true
		}
	}
	return false
}

func splitEntry(entry string) (path, kind string) {
	i := strings.LastIndexByte(entry, ' ')
	if i < 0 {
		return entry, ""
	}
	return entry[:i], entry[i+1:]
}

func (s *Shape) merge(set []string) {
	for _, entry := range set {
		path, kind := splitEntry(entry)
		if known := s.paths[path]; known == "" || known == "null" {
			s.paths[path] = kind
		}
	}
}
