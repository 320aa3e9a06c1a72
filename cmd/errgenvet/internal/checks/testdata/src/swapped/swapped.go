package swapped

import "shop.example/shop"

type change struct{ given, current string }

func right(given, current string) error { return shop.NewVersionConflict(given, current) }

func wrong(given, current string) error {
	return shop.NewVersionConflict(current, given) // want `current and given have changed places: it is NewVersionConflict\(given, current\)`
}

func members(c change) error {
	return shop.NewVersionConflict(c.current, c.given) // want `c.current and c.given have changed places`
}

func rightMembers(c change) error { return shop.NewVersionConflict(c.given, c.current) }

func capitals(Given, Current string) error {
	return shop.NewVersionConflict(Current, Given) // want `have changed places`
}

func half(given, other string) error { return shop.NewVersionConflict(other, given) }

func others(a, b string) error { return shop.NewVersionConflict(a, b) }

func same(given string) error { return shop.NewVersionConflict(given, given) }

func otherTypes(item string, left int64) error { return shop.NewOutOfStock(item, left) }

type version string

func converted(given, current version) error {
	return shop.NewVersionConflict(string(current), string(given)) // want `have changed places`
}

func literals() error { return shop.NewVersionConflict("current", "given") }

func elsewhere(given, current string) error { return pair(current, given) }

func pair(given, current string) error { return nil }

func spread(f func() (string, string)) error { return shop.NewVersionConflict(f()) }

func ignored(given, current string) error {
	return shop.NewVersionConflict(current, given) //errgen:ignore swapped because this service has them the other way round
}
