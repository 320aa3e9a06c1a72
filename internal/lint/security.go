package lint

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/identity"
)

// joiners are what joins the words of a name.
var joiners = strings.NewReplacer("_", "", "-", "", ".", "", " ", "")

// plainName is a name without letter case and what joins its words.
func plainName(name string) string { return strings.ToLower(joiners.Replace(name)) }

// internals are names of what only the server's own people are to see.
var internals = setOf("stack", "stacktrace", "backtrace", "traceback", "exception", "exceptiontype", "exceptionclass", "exceptionname", "exceptionmessage",
	"innerexception", "classname", "errorclass", "sql", "sqlquery", "sqlstate", "dsn", "debug", "debuginfo", "debugmessage", "debugdetails",
	"hostname", "servername", "dbhost", "serverip")

// internalText is what tells of the insides of a program.
var internalText = regexp.MustCompile(`(?i)\bpanic:|\bsqlstate\b|\bnil pointer\b|\bnull ?pointer|\bgoroutine \d|\bORA-\d{5}|\bstack ?trace\b|\bsegmentation fault\b|\bsyscall\b|\b[a-z]+(\.[a-z]+)+\.\w+Exception\b`)

// internalDetail reports what tells of the server's insides.
func internalDetail(c *catalog, f found) {
	for _, env := range c.Envelopes {
		for _, field := range env.Fields {
			if internals[plainName(field.Name)] && !field.Sensitive {
				f(c.envelope(env, "body"), "member "+diag.Quote(field.Name)+" tells of the server's insides, and with them where to attack it", "log it, and send an id by which the log is found")
			}
		}
	}
	for _, e := range c.Entries {
		for _, p := range e.Params {
			if !p.Private && !p.Implied && internals[plainName(p.Name)] {
				f(c.param(e, p), "param "+diag.Quote(p.Name)+" tells of the server's insides, and with them where to attack it", "make it `private`: logs have it, responses do not")
			}
		}
	}
	c.eachText(func(at place, text string) {
		if words := internalText.FindString(text); words != "" {
			f(at, diag.Quote(words)+" tells of the server's insides, and helps nobody who reads it", "say what the client can do, and keep the cause for logs")
		}
	})
}

// secrets are names of what logs must not show: credentials, and what is of a person.
var secrets = setOf("password", "passwd", "passphrase", "pwd", "secret", "clientsecret", "apikey", "accesskey", "secretkey", "privatekey", "accesstoken", "refreshtoken", "idtoken",
	"sessiontoken", "authtoken", "bearer", "authorization", "jwt", "cookie", "sessionid", "ssn", "iban", "cvv", "cvc", "cardnumber", "pan",
	"email", "emailaddress", "mail", "phone", "phonenumber", "mobile", "msisdn", "birthdate", "dateofbirth", "taxid", "passport")

// sensitiveUnmarked reports params with such names that logs show.
func sensitiveUnmarked(c *catalog, f found) {
	for _, e := range c.Entries {
		for _, p := range e.Params {
			if !p.Sensitive && secrets[plainName(p.Name)] && p.Schema.Resolved().Kind == model.StringKind && len(p.Schema.Resolved().Enum) == 0 {
				f(c.param(e, p), "param "+diag.Quote(p.Name)+" is a secret or of a person, and logs of server and client show it", "say `sensitive: true`")
			}
		}
	}
}

// sensitiveOnWire reports secrets that responses have in places of their own.
func sensitiveOnWire(c *catalog, f found) {
	c.eachSent(func(e *model.Entry, p *model.Param) {
		if identity.HasOwnPlace(e, p) {
			f(c.param(e, p), "param "+diag.Quote(p.Name)+" is sensitive, and the response has it", "make it `private`, or say in `allow` why the client has to have it")
		}
	})
}

// sensitiveInText reports secrets that stand in texts alone.
func sensitiveInText(c *catalog, f found) {
	c.eachSent(func(e *model.Entry, p *model.Param) {
		if !identity.HasOwnPlace(e, p) {
			f(c.param(e, p), "param "+diag.Quote(p.Name)+" is sensitive, and stands in a text, which clients show and log as a whole", "make it `private`, or send it as a member of its own")
		}
	})
}

// eachSent calls f for the sensitive params that servers send.
func (c *catalog) eachSent(f func(*model.Entry, *model.Param)) {
	if !c.Sides.Server() {
		return
	}
	for _, e := range c.Entries {
		for _, p := range e.Params {
			if p.Sensitive && !p.Private {
				f(e, p)
			}
		}
	}
}

// serverText reports server faults whose text is given when they are raised.
func serverText(c *catalog, f found) {
	for _, e := range c.responses() {
		if !c.Sides.Server() || len(e.Status) == 0 || slices.ContainsFunc(e.Status, func(r model.StatusRange) bool { return r.Lo < 500 }) {
			continue
		}
		for _, p := range e.Params {
			if isOpenMessage(e, p) {
				f(c.entry(e), fmt.Sprintf("%s(%s string) takes the text of a server fault: what `err.Error()` says of the server's insides ends up there", e.NewFunc, p.ArgName),
					"fill "+diag.Quote(p.Name)+" under `fields` with a fixed text; the cause is wrapped, and only logs show it")
				break
			}
		}
	}
}

// isOpenMessage reports whether a param is a text for people of which nothing is said.
func isOpenMessage(e *model.Entry, p *model.Param) bool {
	s := p.Schema.Resolved()
	if !p.Implied || s.Kind != model.StringKind || len(s.Enum) > 0 || s.Pattern != "" {
		return false
	}
	return slices.ContainsFunc(e.Fills, func(fill *model.Fill) bool { return fill.Open && fill.Alone() == p && fill.Field.IsMessage() })
}

var (
	unknownUser   = regexp.MustCompile(`(?i)\b(user|user ?name|account|e-?mail|e-?mail address|login|member|customer)\b[^.]{0,30}\b(not found|(does not|doesn.t) exist|unknown|not registered)|\b(no such|unknown|no) (user|account|customer|member|login|e-?mail)\b`)
	wrongPassword = regexp.MustCompile(`(?i)\b(wrong|incorrect|invalid|bad)\b[^.]{0,20}\bpassword|\bpassword\b[^.]{0,30}\b(wrong|incorrect|invalid|(does not|doesn.t) match)`)
	userName      = regexp.MustCompile(`(?i)\b(user|login|e-?mail|account|name)\b`)
)

// accountOracle reports texts that tell who has an account.
func accountOracle(c *catalog, f found) {
	said := false
	for _, e := range c.Entries {
		for _, t := range e.Text {
			text := t.String()
			said = said || wrongPassword.MatchString(text) && !userName.MatchString(text)
		}
	}
	c.eachText(func(at place, text string) {
		if said && unknownUser.MatchString(text) {
			f(at, "it tells who has no account, and another error that a password is wrong: who asks learns which accounts there are", "answer both with one text: user name or password is wrong")
		}
	})
}

// fallbackMissing reports servers that answer unknown errors without a body.
func fallbackMissing(c *catalog, f found) {
	if c.Fallback == nil && c.Sides.Server() && len(c.responses()) > 0 {
		f(c.whole("errors"), "there is no `fallback`: an error that is not of the catalog is answered with 500 and no body", "name an entry of status 500 under `fallback`; of a package for clients alone say `go: {sides: client}`")
	}
}

// fallbackStatus reports fallbacks that blame the client.
func fallbackStatus(c *catalog, f found) {
	if e := c.Fallback; e != nil && e.Status.First() < 500 && !saysNothing(e.Envelope) {
		f(c.whole("fallback"), fmt.Sprintf("the fallback %s has status %d: faults of the server are blamed on the client, and no alarm sounds", diag.Quote(e.Name), e.Status.First()), "name an entry of status 500")
	}
}
