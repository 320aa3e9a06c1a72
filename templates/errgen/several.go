package errgen

import "strconv"

// maxErrors bounds the errors that are made of one response: a small body can name very
// many.
const maxErrors = 1000

// several are the errors of one response, in their order, of which some may be too many.
type several struct {
	all    []error
	beyond int // how many more there were
}

// maxText is how much of a text of several errors is printed, in bytes.
const maxText = 8 * boundAt

// Error is the texts of the errors, each on a line, as many as there is room for, and how
// many more there are.
func (s *several) Error() string {
	var b []byte
	for i, err := range s.all {
		text := err.Error()
		if i > 0 && len(b)+len(text) > maxText {
			return string(b) + "\nand " + strconv.Itoa(len(s.all)-i+s.beyond) + " more"
		}
		if i > 0 {
			b = append(b, '\n')
		}
		b = append(b, text...)
	}
	if s.beyond > 0 {
		b = append(strconv.AppendInt(append(b, "\nand "...), int64(s.beyond), 10), " more"...)
	}
	return string(b)
}

// Unwrap returns the errors, for errors.Is and errors.As.
func (s *several) Unwrap() []error { return s.all }
