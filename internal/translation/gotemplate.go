package translation

import (
	"cmp"
	"text/template/parse"
)

// goPlaceholders are the fields of the data that a template of go-i18n shows, or asks for.
func goPlaceholders(text, left, right string) ([]string, error) {
	t := parse.New("message")
	t.Mode = parse.SkipFuncCheck // users may register functions
	t, err := t.Parse(text, cmp.Or(left, "{{"), cmp.Or(right, "}}"), map[string]*parse.Tree{})
	if err != nil {
		return nil, err
	}
	var names fieldNames
	names.node(t.Root, true)
	return names, nil
}

// fieldNames are the fields in a template.
type fieldNames []string

// node adds the fields of a node. isData: the dot is the data, not what a with or range
// makes it.
func (f *fieldNames) node(n parse.Node, isData bool) {
	switch n := n.(type) {
	case *parse.ListNode:
		for i := 0; n != nil && i < len(n.Nodes); i++ {
			f.node(n.Nodes[i], isData)
		}
	case *parse.ActionNode:
		f.node(n.Pipe, isData)
	case *parse.PipeNode:
		for i := 0; n != nil && i < len(n.Cmds); i++ {
			for _, arg := range n.Cmds[i].Args {
				f.node(arg, isData)
			}
		}
	case *parse.ChainNode:
		f.node(n.Node, isData)
	case *parse.FieldNode:
		if isData {
			*f = append(*f, n.Ident[0])
		}
	case *parse.VariableNode:
		if n.Ident[0] == "$" && len(n.Ident) > 1 {
			*f = append(*f, n.Ident[1])
		}
	case *parse.IfNode:
		f.branches(&n.BranchNode, isData, isData)
	case *parse.WithNode:
		f.branches(&n.BranchNode, isData, false)
	case *parse.RangeNode:
		f.branches(&n.BranchNode, isData, false)
	}
}

func (f *fieldNames) branches(n *parse.BranchNode, isData, within bool) {
	f.node(n.Pipe, isData)
	f.node(n.List, within)
	f.node(n.ElseList, isData)
}
