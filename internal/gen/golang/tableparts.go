package golang

import "github.com/seed-1b9d9f04/errgen/templates/errgen"

// What follows are the parts of the engine's table, as Go.

// programOf is a program, the zero literal for none.
func programOf(p errgen.Program) literal { return list("errgen.Program", p, segment) }

func segment(s *errgen.Segment) literal {
	return record("",
		field{"Literal", str(s.Literal)},
		field{"Op", one(opNames, s.Op)},
		field{"Operand", number(s.Operand)},
		field{"Skip", number(s.Skip)})
}

func line(l *errgen.Line) literal {
	return record("", field{"Name", str(l.Name)}, field{"Value", programOf(l.Value)}, field{"Fixed", texts(l.Fixed)})
}

// texts are strings. One that is empty is written, unlike a field that is.
func texts(all []string) literal {
	return list("[]string", all, func(s *string) literal {
		if *s == "" {
			return atom(`""`)
		}
		return str(*s)
	})
}

func spans(s errgen.Spans) literal {
	return list("errgen.Spans", s, func(s *errgen.StatusSpan) literal {
		return record("", field{"Lo", number(s.Lo)}, field{"Hi", number(s.Hi)})
	})
}

func param(p *errgen.Param) literal {
	return record("", field{"Name", str(p.Name)}, field{"Schema", number(p.Schema)}, field{"Flags", flags(paramNames, p.Flags)})
}

func (w *tableWriter) read(r *errgen.Read) literal {
	return record("",
		field{"Envelope", number(r.Envelope)},
		field{"Code", programOf(r.Code)},
		field{"Rank", one(rankNames, r.Rank)},
		field{"Status", w.status(r.Status)},
		field{"Facts", list("[]errgen.Fact", r.Facts, fact)},
		field{"Match", list("[]int", r.Match, func(slot *int) literal { return number(*slot) })},
		field{"ByText", yes(r.ByText)},
		field{"Text", number(r.Text)},
		field{"Body", programOf(r.Body)})
}

func fact(f *errgen.Fact) literal {
	slot := number(f.Slot)
	if f.Slot == errgen.SlotHeader {
		slot = atom("errgen.SlotHeader")
	}
	return record("",
		field{"Slot", slot},
		field{"Header", str(f.Header)},
		field{"Path", list("[]errgen.Step", f.Path, func(s *errgen.Step) literal {
			return record("", field{"Name", str(s.Name)}, field{"Index", number(s.Index)})
		})},
		field{"Kind", one(factNames, f.Kind)},
		field{"Want", programOf(f.Want)},
		field{"Value", str(f.Value)},
		field{"Param", number(f.Param)},
		field{"Proof", yes(f.Proof)},
		field{"Markup", yes(f.Markup)})
}

func node(n *errgen.Node) literal { return nodeOf("", n) }

func nodeOf(head string, n *errgen.Node) literal {
	return record(head,
		field{"Kind", one(nodeNames, n.Kind)},
		field{"Name", str(n.Name)},
		field{"Optional", yes(n.Optional)},
		field{"Alias", yes(n.Alias)},
		field{"Types", flags(typeNames, n.Types)},
		field{"Items", flags(typeNames, n.Items)},
		field{"Slot", number(n.Slot)},
		field{"Schema", number(n.Schema)},
		field{"Constant", str(n.Constant)},
		field{"Success", texts(n.Success)},
		field{"Forms", list("[]errgen.Program", n.Forms, func(p *errgen.Program) literal { return programOf(*p) })},
		field{"Members", list("[]errgen.Node", n.Members, node)},
		field{"More", number(n.More)})
}

func schema(s *errgen.Schema) literal {
	return record("",
		field{"Kind", one(schemaNames, s.Kind)},
		field{"Null", yes(s.Null)},
		field{"Types", flags(typeNames, s.Types)},
		field{"Items", number(s.Items)},
		field{"Members", list("[]errgen.Member", s.Members, member)},
		field{"Open", yes(s.Open)},
		field{"Part", number(s.Part)},
		field{"Enum", texts(s.Enum)},
		field{"Min", str(s.Min)},
		field{"Max", str(s.Max)},
		field{"Above", str(s.Above)},
		field{"Below", str(s.Below)},
		field{"MinLen", number(s.MinLen)},
		field{"MaxLen", number(s.MaxLen)},
		field{"Pattern", str(s.Pattern)},
		field{"Format", str(s.Format)})
}

func member(m *errgen.Member) literal {
	return record("", field{"Name", str(m.Name)}, field{"Schema", number(m.Schema)}, field{"Optional", yes(m.Optional)})
}
