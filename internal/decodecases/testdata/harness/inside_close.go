package inside

import "cases/probe"

func init() {
	p := probe.Packages["inside"]
	p.DecodeClose = DecodeClose
	p.CloseFrame = CloseFrame
}
