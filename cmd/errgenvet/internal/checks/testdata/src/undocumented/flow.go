package undocumented

import (
	"errors"
	"net/http"

	"shop.example/shop"
	"undocumented/store"
)

type server struct {
	store   *store.Store
	getter  store.Getter
	respond *shop.Responder
}

// Methods, passed through a middleware and registered by a closure.
func (s *server) routes() http.Handler {
	mux := http.NewServeMux()
	route := func(op shop.Operation, h handler) {
		mux.Handle(op.Method()+" "+op.Path(), s.respond.For(op).Handler(s.authenticated(h)))
	}
	route(shop.OpGetOrder, s.getOrder)
	route(shop.OpPutOrder, s.putOrder)
	mux.Handle("GET /orders/{id}", s.respond.Handler(s.byPattern))
	mux.Handle("GET /other/{id}", s.respond.Handler(s.byPattern))
	return mux
}

func (s *server) authenticated(next handler) handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		if r.Header.Get("Authorization") == "" {
			return shop.ErrUnauthorized
		}
		return next(w, r)
	}
}

func (s *server) getOrder(w http.ResponseWriter, r *http.Request) error {
	_, err := s.store.Get(r.PathValue("id"))
	if err != nil {
		return err
	}
	if r.URL.RawQuery != "" {
		return shop.NewVersionConflict("1", "2") // want `GetOrder can return shop.ErrVersionConflict`
	}
	return nil
}

func (s *server) putOrder(w http.ResponseWriter, r *http.Request) error {
	if r.URL.RawQuery != "" {
		return shop.NewVersionConflict("1", "2")
	}
	return s.store.Take("umbrella") // want `PutOrder can return shop.ErrOutOfStock`
}

func (s *server) byPattern(http.ResponseWriter, *http.Request) error {
	return shop.ErrTooBusy // want `GetOrder can return shop.ErrBusy`
}

//errgen:operation GetOrder
func byComment(w http.ResponseWriter, r *http.Request) error {
	return shop.ErrTooBusy // want `GetOrder can return shop.ErrBusy`
}

//errgen:operation GetOrder
func byCommentListed(w http.ResponseWriter, r *http.Request) error {
	return shop.NewOrderNotFound("7")
}

//errgen:operation GetOrder
func helper(w http.ResponseWriter, r *http.Request) error {
	return busy("x")
}

func busy(string) error {
	return shop.ErrTooBusy // want `GetOrder can return shop.ErrBusy`
}

//errgen:operation GetOrder
func deep(w http.ResponseWriter, r *http.Request) error {
	return store.Deep(3) // want `GetOrder can return shop.ErrBusy`
}

//errgen:operation GetOrder
func variable(w http.ResponseWriter, r *http.Request) error {
	var err error
	if r.URL.Path == "/" {
		err = shop.ErrTooBusy
	}
	return err // want `GetOrder can return shop.ErrBusy`
}

//errgen:operation GetOrder
func named(w http.ResponseWriter, r *http.Request) (err error) {
	defer func() {
		if recover() != nil {
			err = shop.ErrTooBusy // want `GetOrder can return shop.ErrBusy`
		}
	}()
	return nil
}

// What errors.Is has told away does not come out.
//
//errgen:operation GetOrder
func translated(w http.ResponseWriter, r *http.Request) error {
	err := (&store.Store{}).Take("a")
	if errors.Is(err, shop.ErrOutOfStock) {
		return shop.NewOrderNotFound("a")
	}
	return err
}

// Nor does a kind of it.
//
//errgen:operation GetOrder
func translatedKind(w http.ResponseWriter, r *http.Request) error {
	err := soldOut()
	switch {
	case errors.Is(err, shop.ErrOutOfStock):
		return shop.ErrUnauthorized
	case err != nil:
		return err
	}
	return nil
}

func soldOut() error { return shop.NewSoldOut("a", 0) }

// What errors.Is has let in alone comes out.
//
//errgen:operation PutOrder
func chosen(w http.ResponseWriter, r *http.Request) error {
	err := both(r.URL.Path)
	if errors.Is(err, shop.ErrVersionConflict) {
		return err
	}
	return nil
}

func both(path string) error {
	if path == "/" {
		return shop.ErrTooBusy
	}
	return shop.NewVersionConflict("1", "2")
}

// An interface of which this package alone does not say what it holds can be anything.
//
//errgen:operation GetOrder
func (s *server) dynamic(w http.ResponseWriter, r *http.Request) error {
	_, err := s.getter.Get("7")
	return err
}

// What errors.As finds has a type.
//
//errgen:operation GetOrder
func found(w http.ResponseWriter, r *http.Request) error {
	_, err := (*server)(nil).getter.Get("7")
	var stock *shop.OutOfStockError
	if errors.As(err, &stock) {
		return stock // want `GetOrder can return shop.ErrOutOfStock`
	}
	return nil
}

//errgen:operation NoSuch // want `no catalog that is imported has an operation NoSuch`
func noSuch(w http.ResponseWriter, r *http.Request) error { return nil }

// Writing at once.
func (s *server) write(w http.ResponseWriter, r *http.Request) {
	respond := s.respond.For(shop.OpGetOrder)
	if r.URL.Path == "/" {
		respond.WriteError(w, r, shop.ErrTooBusy) // want `GetOrder can return shop.ErrBusy`
		return
	}
	respond.WriteError(w, r, shop.NewOrderNotFound("7"))
}

func (s *server) responderFor(op shop.Operation) *shop.Responder { return s.respond.For(op) }

func (s *server) indirectly(w http.ResponseWriter, r *http.Request) {
	s.responderFor(shop.OpGetOrder).WriteError(w, r, shop.ErrTooBusy) // want `GetOrder can return shop.ErrBusy`
	s.respond.WriteError(w, r, shop.ErrTooBusy)
}

// A function that calls itself ends.
//
//errgen:operation GetOrder
func recursive(w http.ResponseWriter, r *http.Request) error {
	if r.URL.Path == "/" {
		return recursive(w, r)
	}
	return shop.NewOrderNotFound("7")
}

// Handlers in a table.
var table = map[shop.Operation]handler{shop.OpGetOrder: byCommentListed}
