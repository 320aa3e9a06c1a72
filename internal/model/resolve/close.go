package resolve

import (
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// resolveClose resolves a WebSocket close code and its reason (RFC 6455 section
// 7.4). Neither is inherited.
func (s *scope) resolveClose() {
	n := s.e.syntax.Close
	if n == nil || !n.Code.Given() {
		return
	}
	if !validClose(int(n.Code.N)) {
		s.Reportf(n.Code.Pos, diag.BadCloseCode, "use 1000 to 1003, 1007 to 1014, 3000 to 3999 (registered) or 4000 to 4999 (private)",
			"%d is no close code that can be sent", n.Code.N)
		return
	}
	c := &model.Close{Code: int(n.Code.N), Reason: s.e.model.Text}
	if n.Reason.Given() {
		texts, ok := s.in(nil).Texts(n.Reason)
		s.broken = s.broken || !ok
		c.Reason = orElse(texts, func() []*model.Template { return s.e.model.Text })
		for _, t := range texts {
			s.checkReason(t, n.Reason.Pos)
		}
	}
	s.e.model.Close = c
	s.r.catalog.HasClose = true
}

// validClose reports whether an endpoint may send a close code: those that the
// protocol keeps for itself (1004 to 1006, 1015) and those that nobody may
// define are not.
func validClose(code int) bool {
	return code >= 1000 && code <= 1003 || code >= 1007 && code <= 1014 || code >= 3000 && code <= 4999
}

func (s *scope) checkReason(t *model.Template, pos diag.Pos) {
	if n := t.LiteralLen(); n > model.MaxReason {
		s.Reportf(pos, diag.CloseReasonLength, "shorten it", "the close reason has at least %d bytes; a close frame has room for %d", n, model.MaxReason)
	}
}
