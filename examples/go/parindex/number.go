package parindex

import "math/big"

// A Number is exact points: "15.5", or "11/14" where no decimal ends.
type Number struct {
	text  string
	value *big.Rat
}

func newNumber(text string) Number {
	value, ok := new(big.Rat).SetString(text)
	if !ok {
		panic("libparindex wrote a number that is none: " + text)
	}
	return Number{text, value}
}

// String is the number as the library writes it.
func (n Number) String() string { return n.text }

// Rat is a copy of the number to compute with.
func (n Number) Rat() *big.Rat { return new(big.Rat).Set(n.value) }

// Cmp is -1, 0 or 1 as n is smaller than, equal to or greater than other.
func (n Number) Cmp(other Number) int { return n.value.Cmp(other.value) }
