package report

import (
	"sync"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// Explained is what "errgen explain" says about a rule of which a file is an example.
type Explained struct {
	Level   Level
	Summary string
	Cause   string // a paragraph: how it is decided, and why it matters
	Bad     string // a file that has it, of the catalog of the rules' page
	Good    string // the same file, mended
}

// Explain returns what there is to say of each rule: what its page says, which is read
// when it is first asked for, and how bad it is.
func Explain[R ~string](page string, levels map[R]Level) func(R) Explained {
	docs := sync.OnceValue(func() map[diag.Code]diag.Doc { return diag.ReadDocs(page) })
	return func(r R) Explained {
		d := docs()[diag.Code(r)]
		return Explained{levels[r], d.Summary, d.Cause, d.Bad, d.Good}
	}
}
