package checks

import (
	"fmt"
	"go/ast"
	"go/types"
	"regexp"
	"strings"
)

// AdHoc finds error responses that are none of a catalog's.
var AdHoc = check("adhoc", `report error responses that are written past the catalog

In a package that uses a catalog, every error response is one of its entries: clients
read them by it. It knows net/http, gin, echo, chi/render, fiber and huma. Functions that
answer something else, such as probes, are named by -adhoc.allow. What stands behind a
response that has begun is none: net/http drops its status.

	// bad
	http.Error(w, "no such order", http.StatusNotFound)

	// good
	shop.WriteError(w, shop.NewOrderNotFound(id))`, adHoc)

var allow string

func init() {
	AdHoc.Flags.StringVar(&allow, "allow", "", "a regular `expression` of the names of functions that may")
}

// writers are functions and methods that write an error response: by the path of the
// package without its version, the receiver and the name. The number says which argument
// is the status, -1: they always do.
var writers = map[string]int{
	"net/http.Error":                                       -1,
	"net/http.NotFound":                                    -1,
	"net/http.ResponseWriter.WriteHeader":                  0,
	"net/http.responseWriter.WriteHeader":                  0,
	"github.com/gin-gonic/gin.Context.JSON":                0,
	"github.com/gin-gonic/gin.Context.IndentedJSON":        0,
	"github.com/gin-gonic/gin.Context.PureJSON":            0,
	"github.com/gin-gonic/gin.Context.SecureJSON":          0,
	"github.com/gin-gonic/gin.Context.XML":                 0,
	"github.com/gin-gonic/gin.Context.YAML":                0,
	"github.com/gin-gonic/gin.Context.String":              0,
	"github.com/gin-gonic/gin.Context.Data":                0,
	"github.com/gin-gonic/gin.Context.Status":              0,
	"github.com/gin-gonic/gin.Context.AbortWithStatus":     0,
	"github.com/gin-gonic/gin.Context.AbortWithStatusJSON": 0,
	"github.com/gin-gonic/gin.Context.AbortWithError":      0,
	"github.com/labstack/echo.NewHTTPError":                -1,
	"github.com/labstack/echo.Context.JSON":                0,
	"github.com/labstack/echo.Context.JSONPretty":          0,
	"github.com/labstack/echo.Context.String":              0,
	"github.com/labstack/echo.Context.HTML":                0,
	"github.com/labstack/echo.Context.XML":                 0,
	"github.com/labstack/echo.Context.Blob":                0,
	"github.com/labstack/echo.Context.NoContent":           0,
	"github.com/go-chi/render.Status":                      1,
	"github.com/gofiber/fiber.NewError":                    -1,
	"github.com/gofiber/fiber.Ctx.Status":                  0,
	"github.com/gofiber/fiber.Ctx.SendStatus":              0,
	"github.com/danielgtaylor/huma.NewError":               -1,
	"github.com/danielgtaylor/huma.WriteErr":               -1,
}

// humaErrors are huma's functions for one status each.
var humaErrors = regexp.MustCompile(`^github\.com/danielgtaylor/huma\.Error[45]\d\d`)

func adHoc(s *state) {
	if !s.catalogs.Direct {
		return
	}
	var may *regexp.Regexp
	if allow != "" {
		var err error
		if may, err = regexp.Compile(allow); err != nil {
			return
		}
	}
	each(s, func(fn *ast.FuncDecl) {
		if fn.Body == nil || may != nil && may.MatchString(fn.Name.Name) || s.inTest(fn) {
			return
		}
		begun := s.begun(fn.Body)
		ast.Inspect(fn.Body, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && !begun[call] {
				s.adHocCall(call)
			}
			return true
		})
	})
}

// inTest reports whether a node is in a file of tests, which play other services.
func (s *state) inTest(n ast.Node) bool {
	return strings.HasSuffix(s.Fset.Position(n.Pos()).Filename, "_test.go")
}

// adHocCall reports a call that writes an error response.
func (s *state) adHocCall(call *ast.CallExpr) {
	name := calledName(s.callee(call))
	at, known := writers[name]
	switch {
	case humaErrors.MatchString(name):
	case !known:
		return
	case at >= 0:
		if at >= len(call.Args) {
			return
		}
		if status, ok := s.number(call.Args[at]); !ok || status < 400 || status > 599 {
			return
		}
	}
	s.report(call, fmt.Sprintf("%s writes an error response that is none of the catalog's: raise one of its errors", types.ExprString(call.Fun)))
}

// version is the version in the path of a module.
var version = regexp.MustCompile(`/v\d+$`)

// calledName is a function's name with its package's path and its receiver.
func calledName(f *types.Func) string {
	if f == nil || f.Pkg() == nil {
		return ""
	}
	path := version.ReplaceAllString(f.Pkg().Path(), "")
	recv := f.Signature().Recv()
	if recv == nil {
		return path + "." + f.Name()
	}
	t := strings.TrimPrefix(types.TypeString(recv.Type(), func(*types.Package) string { return "" }), "*")
	return path + "." + t + "." + f.Name()
}
