package errgen

import "testing"

func TestEntryFacts(t *testing.T) {
	order, limit, closed := shop.RowOf("OrderNotFound"), shop.RowOf("Limit"), shop.RowOf("Closed")
	for name, ok := range map[string]bool{
		"code":        shop.Code(order) == "ORDER_NOT_FOUND" && shop.Code(closed) == "" && shop.Code(0) == "" && shop.Code(Unlisted) == "",
		"close code":  shop.CloseCode(closed) == 4001 && shop.CloseCode(order) == 0 && shop.CloseCode(99) == 0,
		"parent":      shop.Name(shop.Parent(order)) == "NotFound" && shop.Parent(limit) == 0 && shop.Parent(Unexpected) == 0,
		"address":     shop.DocURL(shop.RowOf("NotFound")) == "https://shop.example/NotFound" && shop.DocURL(order) == "" && shop.DocURL(0) == "",
		"retryable":   shop.Retryable(limit) && !shop.Retryable(order) && !shop.Retryable(0),
		"names":       shop.Name(Unlisted) == "Unlisted" && shop.Name(Unexpected) == "UnexpectedResponse" && shop.Name(0) == "" && shop.Name(99) == "" && shop.Name(-1) == "",
		"error types": shop.ErrorType(order) == "OrderNotFound" && shop.ErrorType(Unlisted) == "Unlisted" && shop.ErrorType(0) == "_OTHER",
	} {
		if !ok {
			t.Error(name)
		}
	}
}

func TestIsA(t *testing.T) {
	for _, c := range []struct {
		row  Row
		name string
		want bool
	}{
		{shop.RowOf("OrderNotFound"), "OrderNotFound", true},
		{shop.RowOf("OrderNotFound"), "NotFound", true},
		{shop.RowOf("NotFound"), "OrderNotFound", false},
		{shop.RowOf("Limit"), "NotFound", false},
		{Unlisted, "Unlisted", true},
		{Unlisted, "NotFound", false},
		{0, "", false},
		{0, "NotFound", false},
	} {
		if got := shop.IsA(c.row, c.name); got != c.want {
			t.Errorf("%s is a %s: %v", shop.Name(c.row), c.name, got)
		}
	}
	if first := First + 1; !shop.descends(First+2, first) || !shop.descends(first, first) || shop.descends(First+3, first) || shop.descends(first, First+2) {
		t.Error("descent")
	}
}
