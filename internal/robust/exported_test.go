package robust

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"math"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"reflect"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/generated/aui"
	"github.com/seed-1b9d9f04/errgen/generated/avalara"
	"github.com/seed-1b9d9f04/errgen/generated/axway"
	"github.com/seed-1b9d9f04/errgen/generated/connectorapi"
)

// surface is what a package exports. The test fails if something is missing here,
// so that nothing is forgotten when a package gets more.
type surface struct {
	name  string
	entry string // of the catalog
	funcs []any
	types []any // a zero value of each type, but interfaces
	id    func(string) error
}

var surfaces = []surface{
	{
		name: "axway", entry: "AccessDenied", id: func(name string) error { return axway.ID(name) },
		funcs: []any{
			axway.New, axway.Operations, axway.IDs, axway.IDOf, axway.ResponseOf, axway.WriteError, axway.Handler, axway.Encode, axway.Decode, axway.DecodeResponse,
			axway.NewAuthenticationFailure, axway.NewAccessDenied, axway.NewCaseClosed, axway.NewBadRequest, axway.NewServiceTemporarilyUnavailable,
			axway.NewPortalConnectionFailure, axway.NewServerError, axway.NewCaseDetailsUnavailable, axway.NewInternal,
		},
		types: []any{
			axway.ID(""), axway.Operation(""), axway.UndocumentedError{}, axway.Error{}, axway.Response{}, axway.Responder{}, axway.Decoder{}, axway.Exchange{}, axway.UnlistedError{}, axway.AuthenticationFailureError{},
			axway.AccessDeniedError{}, axway.CaseClosedError{}, axway.BadRequestError{}, axway.ServiceTemporarilyUnavailableError{}, axway.PortalConnectionFailureError{},
			axway.ServerError{}, axway.CaseDetailsUnavailableError{}, axway.InternalError{},
		},
	},
	{
		name: "avalara", entry: "Forbidden", id: func(name string) error { return avalara.ID(name) },
		funcs: []any{
			avalara.New, avalara.IDs, avalara.IDOf, avalara.ResponseOf, avalara.WriteError, avalara.Handler, avalara.Encode, avalara.Decode, avalara.DecodeResponse,
			avalara.NewForbidden, avalara.NewInternalServerError, avalara.NewServiceUnavailable, avalara.NewUnauthorized, avalara.NewProfileIDNotFound, avalara.NewRequestBodyCannotBeEmpty,
		},
		types: []any{
			avalara.ID(""), avalara.Error{}, avalara.Response{}, avalara.Responder{}, avalara.Decoder{}, avalara.UnlistedError{}, avalara.ForbiddenError{},
			avalara.InternalServerError{}, avalara.ServiceUnavailableError{}, avalara.UnauthorizedError{}, avalara.ProfileIDNotFoundError{}, avalara.RequestBodyCannotBeEmptyError{},
		},
	},
	{
		name: "aui", entry: "AuthenticationError", id: func(name string) error { return aui.ID(name) },
		funcs: []any{
			aui.New, aui.Operations, aui.IDs, aui.IDOf, aui.ResponseOf, aui.WriteError, aui.Handler, aui.Encode, aui.Decode, aui.DecodeResponse, aui.CloseFrame, aui.DecodeClose,
			aui.NewAuthenticationError, aui.NewValidationError, aui.NewApplicationError, aui.NewContentModeration, aui.NewServerError, aui.NewInternalServerError, aui.NewAccessRefused,
			aui.LocationStepString, aui.LocationStepInteger,
		},
		types: []any{
			aui.ID(""), aui.Operation(""), aui.UndocumentedError{}, aui.Error{}, aui.Response{}, aui.Responder{}, aui.Decoder{}, aui.UnlistedError{}, aui.AuthenticationError{}, aui.ValidationError{}, aui.ApplicationError{},
			aui.ContentModerationError{}, aui.ServerError{}, aui.InternalServerError{}, aui.AccessRefusedError{}, aui.ValidationIssue{}, aui.LocationStep{},
		},
	},
	{
		name: "connectorapi", entry: "InvalidAppJWT", id: func(name string) error { return connectorapi.ID(name) },
		funcs: []any{
			connectorapi.New, connectorapi.Operations, connectorapi.IDs, connectorapi.IDOf, connectorapi.ResponseOf, connectorapi.WriteError, connectorapi.Handler, connectorapi.Encode, connectorapi.Decode,
			connectorapi.DecodeResponse, connectorapi.NewInvalidAppJWT, connectorapi.NewInvalidConsumerJWS, connectorapi.NewConsumerJWSMissing, connectorapi.NewAppJWTMissing,
		},
		types: []any{
			connectorapi.ID(""), connectorapi.Operation(""), connectorapi.UndocumentedError{}, connectorapi.Error{}, connectorapi.Response{}, connectorapi.Responder{}, connectorapi.Decoder{}, connectorapi.UnlistedError{},
			connectorapi.InvalidAppJWTError{}, connectorapi.InvalidConsumerJWSError{}, connectorapi.ConsumerJWSMissingError{}, connectorapi.AppJWTMissingError{},
		},
	},
}

// exported are the names that a package's source declares: functions, and types but
// interfaces.
func exported(t *testing.T, name string) (funcs, types []string) {
	t.Helper()
	files, err := filepath.Glob("../../generated/" + name + "/*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("no source of %s: %v", name, err)
	}
	for _, path := range files {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range file.Decls {
			if f, ok := decl.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.IsExported() {
				funcs = append(funcs, f.Name.Name)
			}
			g, ok := decl.(*ast.GenDecl)
			if !ok {
				continue
			}
			for _, spec := range g.Specs {
				s, ok := spec.(*ast.TypeSpec)
				if !ok || !s.Name.IsExported() {
					continue
				}
				if _, isInterface := s.Type.(*ast.InterfaceType); !isInterface {
					types = append(types, s.Name.Name)
				}
			}
		}
	}
	slices.Sort(funcs)
	slices.Sort(types)
	return funcs, types
}

// A caller calls everything of a surface with nothing in it.
type caller struct {
	*testing.T
	errs []error // of the package and foreign, with nothing in them
	data []any   // the same, of type Data
}

// Every exported function and method, called on and with nothing: nil receivers, zero
// values, literals, unknown IDs, nil pointers in interfaces. None panics.
func TestEverythingOnNothing(t *testing.T) {
	for _, s := range surfaces {
		t.Run(s.name, func(t *testing.T) {
			var funcs, types []string
			for _, f := range s.funcs {
				full := runtime.FuncForPC(reflect.ValueOf(f).Pointer()).Name()
				funcs = append(funcs, full[strings.LastIndexByte(full, '.')+1:])
			}
			for _, v := range s.types {
				types = append(types, reflect.TypeOf(v).Name())
			}
			slices.Sort(funcs)
			slices.Sort(types)
			if f, ty := exported(t, s.name); !slices.Equal(f, funcs) || !slices.Equal(ty, types) {
				t.Fatalf("exported are\n%v\n%v\nthe test has\n%v\n%v", f, ty, funcs, types)
			}
			c := newCaller(t, s)
			for i, f := range s.funcs {
				c.call(funcs[i], reflect.ValueOf(f))
			}
			for _, v := range s.types {
				zero := reflect.New(reflect.TypeOf(v))
				c.methods(zero)
				c.methods(zero.Elem())
				c.methods(reflect.Zero(zero.Type()))
			}
			for _, err := range c.errs {
				if err != nil {
					c.methods(reflect.ValueOf(err))
				}
			}
		})
	}
}

func newCaller(t *testing.T, s surface) *caller {
	c := &caller{T: t, errs: []error{nil, errors.New("foreign"), errors.Join(io.EOF, s.id(s.entry))}, data: []any{nil}}
	for _, name := range []string{"", "Unlisted", "UnexpectedResponse", s.entry, "NoSuchEntry"} {
		c.errs = append(c.errs, s.id(name))
	}
	makeError := reflect.ValueOf(s.funcs[0]) // New
	data := makeError.Type().In(0)
	for _, v := range s.types {
		typ := reflect.PointerTo(reflect.TypeOf(v))
		for _, p := range []reflect.Value{reflect.Zero(typ), reflect.New(typ.Elem())} {
			if err, ok := p.Interface().(error); ok && typ != reflect.TypeFor[*error]() && typ.Elem().Kind() == reflect.Struct {
				c.errs = append(c.errs, err)
			}
			if typ.Implements(data) {
				c.data = append(c.data, p.Interface())
			}
		}
	}
	return c
}

// methods calls all methods of a value; of a nil pointer those that take one.
func (c *caller) methods(v reflect.Value) {
	for i := range v.NumMethod() {
		name := v.Type().Method(i).Name
		if v.Kind() == reflect.Pointer && v.IsNil() {
			if _, ofValue := v.Type().Elem().MethodByName(name); ofValue {
				continue // Go itself dereferences the pointer
			}
		}
		c.call(v.Type().String()+"."+name, v.Method(i))
	}
}

// call calls a function with every combination of hardly anything.
func (c *caller) call(name string, f reflect.Value) {
	combinations := [][]reflect.Value{{}}
	for i := range f.Type().NumIn() {
		var longer [][]reflect.Value
		for _, args := range combinations {
			for _, arg := range c.arguments(f.Type().In(i)) {
				longer = append(longer, append(args[:len(args):len(args)], arg))
			}
		}
		combinations = longer
	}
	if len(combinations) == 0 {
		c.Fatalf("%s: the test has no arguments for %v", name, f.Type())
	}
	for _, args := range combinations {
		func() {
			defer func() {
				if p := recover(); p != nil {
					c.Errorf("%s%v: %v\n%s", name, args, p, debug.Stack())
				}
			}()
			for _, result := range f.Call(args) {
				if err, ok := result.Interface().(error); ok && result.Kind() == reflect.Interface && reflect.ValueOf(err).Kind() == reflect.Pointer && reflect.ValueOf(err).IsNil() && !slices.Contains(c.errs, err) {
					c.Errorf("%s%v: a typed nil", name, args)
				}
			}
		}()
	}
}

// arguments are the values of a type with which functions are called.
func (c *caller) arguments(t reflect.Type) []reflect.Value {
	zero := reflect.Zero(t)
	of := func(values ...any) []reflect.Value {
		all := []reflect.Value{zero}
		for _, v := range values {
			if v != nil {
				all = append(all, reflect.ValueOf(v).Convert(t))
			}
		}
		return all
	}
	switch t {
	case reflect.TypeFor[error]():
		all := []reflect.Value{zero}
		for _, err := range c.errs[1:] {
			all = append(all, reflect.ValueOf(err))
		}
		return all
	case reflect.TypeFor[http.ResponseWriter](): // no nil: nobody can write to it
		return []reflect.Value{reflect.ValueOf(httptest.NewRecorder())}
	case reflect.TypeFor[*http.Request]():
		return of(&http.Request{}, httptest.NewRequest(http.MethodGet, "/", nil))
	case reflect.TypeFor[*http.Response]():
		return of(&http.Response{}, &http.Response{StatusCode: 500, Body: http.NoBody, Request: &http.Request{}})
	case reflect.TypeFor[http.Header]():
		return of(http.Header{}, http.Header{"Content-Type": nil, "Retry-After": {}})
	}
	switch t.Kind() {
	case reflect.Interface:
		if t.NumMethod() > 0 {
			return of(c.data...)
		}
		return of(1, "x", new(error), (*error)(nil), new(*http.Request), c.errs[len(c.errs)-1])
	case reflect.Int, reflect.Int64:
		return of(-1, 99, 400, math.MaxInt)
	case reflect.String:
		return of("x", "\xff\x00")
	case reflect.Slice:
		return append(of(), reflect.MakeSlice(t, 0, 0), reflect.MakeSlice(t, 1, 1))
	case reflect.Func:
		return of()
	}
	return nil
}

// What holds nothing is no error of the catalog, and is written as the fallback.
func TestNothingIsNoError(t *testing.T) {
	cause := errors.New("cause")
	for name, err := range map[string]error{
		"nil *Error":       (*axway.Error)(nil),
		"zero Error":       &axway.Error{},
		"ID 0":             axway.ID(""),
		"unknown ID":       axway.ID("NoSuchEntry"),
		"nil data":         (*axway.CaseClosedError)(nil),
		"New of nothing":   axway.New(nil),
		"New of nil data":  axway.New((*axway.CaseClosedError)(nil)),
		"a nil with cause": (*axway.Error)(nil).WithCause(cause),
		"ID 0 with cause":  axway.ID("").WithCause(cause),
	} {
		if id := axway.IDOf(err); id.Name() != "" || id.ErrorType() != "_OTHER" || id.Code() != "" || id.Parent() != "" || id.DocURL() != "" || id.Retryable() || id.StatusCode() != 500 {
			t.Errorf("%s: %v", name, id)
		}
		if !strings.HasPrefix(err.Error(), "axway: ") || errors.Is(err, axway.ErrInternal) || axway.ResponseOf(err) != nil {
			t.Errorf("%s: %v", name, err)
		}
		if strings.HasSuffix(name, "with cause") && !errors.Is(err, cause) {
			t.Errorf("%s: the cause is lost", name)
		}
		if e, ok := err.(*axway.Error); ok && (e.ID() != "" || e.Data() != nil || e.Response() != nil || e.StatusCode() != 500 || e.ErrorType() != "_OTHER" || len(e.AppendBody(nil)) != 0) {
			t.Errorf("%s: %q %v", name, e.ID(), e.Data())
		}
		var data *axway.CaseClosedError
		if errors.As(err, &data) && data != nil {
			t.Errorf("%s: it has data", name)
		}
		w := httptest.NewRecorder()
		axway.WriteError(w, err)
		if got := axway.DecodeResponse(w.Result()); axway.IDOf(got) != axway.ErrInternal {
			t.Errorf("%s is written as %d %s", name, w.Code, w.Body)
		}
	}
	w := httptest.NewRecorder()
	connectorapi.WriteError(w, connectorapi.ID("")) // no fallback
	if w.Code != 500 || w.Body.Len() != 0 {
		t.Errorf("without a fallback: %d %q", w.Code, w.Body)
	}
	for _, err := range []error{axway.Decode(200, nil, nil), axway.DecodeResponse(nil), aui.DecodeClose(1000, ""), axway.New(nil).Unwrap(), (*axway.CaseClosedError)(nil).Unwrap()} {
		if err != nil {
			t.Errorf("a typed nil: %T", err)
		}
	}
}
