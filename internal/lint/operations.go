package lint

import (
	"fmt"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// inNoOperation reports entries that no operation returns.
func inNoOperation(c *catalog, f found) {
	if len(c.Operations) == 0 {
		return
	}
	listed, kinds := map[*model.Entry]bool{c.Fallback: true}, map[*model.Entry]bool{}
	for _, o := range c.Operations {
		for _, e := range o.Errors {
			listed[e] = true
			for ; e != nil; e = e.Parent {
				kinds[e] = true
			}
		}
	}
	for _, e := range c.responses() {
		a := e
		for a != nil && !listed[a] {
			a = a.Parent
		}
		if a == nil && !kinds[e] && e.Deprecated == nil {
			f(c.entry(e), "operations are listed, and none returns it: its documentation says nowhere when it occurs", "name it under `operations` where it occurs, or remove it")
		}
	}
}

// operationWithoutPath reports operations without a place among ones with it.
func operationWithoutPath(c *catalog, f found) {
	some := ""
	for _, o := range c.Operations {
		if o.Method != "" && o.Path != "" {
			some = o.Name
		}
	}
	for _, o := range c.Operations {
		if some != "" && (o.Method == "" || o.Path == "") {
			f(c.operation(o), "it has no `method` and `path`, as "+diag.Quote(some)+" has: nothing connects it with the API's description", "add both")
		}
	}
}

// deprecatedBare reports deprecated entries that say neither what comes instead nor
// when they are gone.
func deprecatedBare(c *catalog, f found) {
	for _, e := range c.Entries {
		if d := e.Deprecated; d != nil && d.Replacement == nil && d.Sunset == "" {
			f(c.entry(e, "deprecated"), "it is deprecated, and neither says what comes instead nor when it is gone: nobody can act on it", "add `replacement` or `sunset`")
		}
	}
}

// replacementDeprecated reports entries whose replacement is to be replaced.
func replacementDeprecated(c *catalog, f found) {
	for _, e := range c.Entries {
		if d := e.Deprecated; d != nil && d.Replacement != nil && d.Replacement.Deprecated != nil {
			f(c.entry(e, "deprecated"), "its replacement "+diag.Quote(d.Replacement.Name)+" is deprecated itself", "name what replaces both")
		}
	}
}

// protocolCloses are close codes that are not for errors of applications.
var protocolCloses = map[int]string{
	1000: "says that all went well", 1001: "says that the server or the page goes away", 1002: "is sent by WebSocket libraries themselves",
	1007: "is sent by WebSocket libraries themselves", 1010: "is sent by clients alone",
}

// closeCode reports close codes that mean something else.
func closeCode(c *catalog, f found) {
	for _, e := range c.Entries {
		if e.Close == nil {
			continue
		}
		if why := protocolCloses[e.Close.Code]; why != "" {
			f(c.entry(e, "close"), fmt.Sprintf("close code %d %s: clients cannot tell this error from that", e.Close.Code, why), "take a code from 4000 to 4999, which are the application's own")
		}
	}
}

// correlationMissing reports servers whose responses cannot be found in logs.
func correlationMissing(c *catalog, f found) {
	if c.Sides.Server() && len(c.responses()) > 0 && len(c.Exchanges()) == 0 {
		f(c.whole("envelopes"), "no response has an id of its request: whoever has an error cannot quote it to support", "add a member or a header with `exchange: true`, such as `request: {type: string, optional: true, exchange: true}`; of a package for clients alone say `go: {sides: client}`")
	}
}
