package undocumented

import (
	"errors"
	"net/http"

	"shop.example/shop"
	"undocumented/store"
)

// A field that is never given anything but one type, which stands in another package.
type api struct{ taker taker }

type taker interface{ Take(item string) error }

func newAPI() *api { return &api{taker: &store.Store{}} }

//errgen:operation GetOrder
func (a *api) take(w http.ResponseWriter, r *http.Request) error {
	return a.taker.Take("a") // want `GetOrder can return shop.ErrOutOfStock`
}

// Two types; both can be meant.
type either struct{ taker taker }

func newEither(memory bool) *either {
	if memory {
		return &either{memoryTaker{}}
	}
	return &either{taker: &store.Store{}}
}

type memoryTaker struct{}

func (memoryTaker) Take(string) error { return shop.ErrTooBusy } // want `GetOrder can return shop.ErrBusy`

//errgen:operation GetOrder
func (e *either) take(w http.ResponseWriter, r *http.Request) error {
	return e.taker.Take("a") // want `GetOrder can return shop.ErrOutOfStock`
}

// A constructor that the package calls itself.
type wired struct{ taker taker }

func newWired(t taker) *wired { return &wired{t} }

var _ = newWired(listedTaker{})

type listedTaker struct{}

func (listedTaker) Take(string) error { return shop.NewOrderNotFound("7") }

//errgen:operation GetOrder
func (x *wired) take(w http.ResponseWriter, r *http.Request) error { return x.taker.Take("a") }

// What others give is not known, and what of the package would fit says nothing.
type open struct{ taker taker }

func NewOpen(t taker) *open { return &open{t} }

//errgen:operation GetOrder
func (o *open) take(w http.ResponseWriter, r *http.Request) error { return o.taker.Take("a") }

// A local variable, and an argument.
//
//errgen:operation GetOrder
func local(w http.ResponseWriter, r *http.Request) error {
	var t taker = listedTaker{}
	if r.URL.Path == "/" {
		t = &store.Store{}
	}
	return t.Take("a") // want `GetOrder can return shop.ErrOutOfStock`
}

//errgen:operation GetOrder
func argument(w http.ResponseWriter, r *http.Request) error { return takeOf(memoryTaker{}) }

func takeOf(t taker) error { return t.Take("a") }

// A variable of the package.
var shared taker = &store.Store{}

//errgen:operation GetOrder
func global(w http.ResponseWriter, r *http.Request) error {
	return shared.Take("a") // want `GetOrder can return shop.ErrOutOfStock`
}

// An interface that only this package can write methods for.
type sealed interface{ take() error }

type sealedBusy struct{}

func (*sealedBusy) take() error {
	return shop.ErrTooBusy // want `GetOrder can return shop.ErrBusy`
}

type sealedListed struct{}

func (sealedListed) take() error { return shop.ErrUnauthorized }

//errgen:operation GetOrder
func (s *server) sealed(w http.ResponseWriter, r *http.Request, of sealed) error { return of.take() }

// A type within another one has its methods.
type outer struct{ *store.Store }

//errgen:operation GetOrder
func promoted(w http.ResponseWriter, r *http.Request) error {
	var t taker = outer{}
	return t.Take("a") // want `GetOrder can return shop.ErrOutOfStock`
}

// A field whose address goes elsewhere can hold other things; what is stored is known.
type lost struct{ taker taker }

func newLost(set func(*taker)) *lost {
	l := &lost{taker: listedTaker{}}
	set(&l.taker)
	return l
}

//errgen:operation GetOrder
func (l *lost) take(w http.ResponseWriter, r *http.Request) error { return l.taker.Take("a") }

// Errors in variables of the package.
var errBusy error = shop.ErrTooBusy // want `GetOrder can return shop.ErrBusy`

//errgen:operation GetOrder
func sentinel(w http.ResponseWriter, r *http.Request) error { return errBusy }

// A method by its value.
//
//errgen:operation GetOrder
func byValue(w http.ResponseWriter, r *http.Request) error {
	take := (&store.Store{}).Take
	return take("a") // want `GetOrder can return shop.ErrOutOfStock`
}

// An embedded interface, and one that is nil.
type embedding struct{ taker }

var nothing taker

//errgen:operation GetOrder
func embedded(w http.ResponseWriter, r *http.Request) error {
	e := embedding{memoryTaker{}}
	if r.URL.Path == "/" {
		return nothing.Take("a")
	}
	return e.Take("a")
}

// A list that grows.
//
//errgen:operation GetOrder
func collected(w http.ResponseWriter, r *http.Request) error {
	errs := []error{shop.NewOrderNotFound("7")}
	for range 2 {
		errs = append(errs, shop.ErrTooBusy) // want `GetOrder can return shop.ErrBusy`
	}
	return errors.Join(errs...)
}

// A list that another function makes.
//
//errgen:operation GetOrder
func validated(w http.ResponseWriter, r *http.Request) error {
	return errors.Join(faults(r.URL.Path)...)
}

func faults(path string) (all []error) {
	if path == "" {
		all = append(all, shop.NewVersionConflict("1", "2")) // want `GetOrder can return shop.ErrVersionConflict`
	}
	return append(all, nil)
}
