package parindex

// #include <parindex.h>
import "C"

import "runtime"

// Points says which points of a node are meant.
type Points int

const (
	Maximum Points = iota
	Score
	Lowest
	Highest
	Deduction
)

// A Language is that of explanations.
type Language int

const (
	Vietnamese Language = iota
	English
)

// A LedgerEntry is one reason why the points of a node are not the maximum.
type LedgerEntry struct {
	Node        int // where it arose
	IsDeduction bool
	Amount      Number // above zero where points are taken away
}

// An Evaluation is the points of one unit, and how they came about.
type Evaluation struct {
	Findings []Finding // what a person should know although the unit was scored

	handle *C.parindex_evaluation
}

// Close frees the evaluation.
func (e *Evaluation) Close() {
	C.parindex_evaluation_free(e.handle)
	e.handle = nil
	runtime.SetFinalizer(e, nil)
}

// Points of a node.
func (e *Evaluation) Points(node int, which Points) (Number, error) {
	defer runtime.KeepAlive(e)
	return numberOf(func(buffer *C.char, capacity C.size_t, size *C.size_t, err *C.parindex_error) C.parindex_status {
		return C.parindex_evaluation_points(e.handle, C.int32_t(node), C.int32_t(which), buffer, capacity, size, err)
	})
}

// Ledger of a node and all below it, in the order of the document.
func (e *Evaluation) Ledger(node int) ([]LedgerEntry, error) {
	defer runtime.KeepAlive(e)
	entries := make([]LedgerEntry, C.parindex_evaluation_ledger_count(e.handle, C.int32_t(node)))
	for i := range entries {
		entry := C.parindex_ledger_entry{struct_size: C.sizeof_parindex_ledger_entry}
		err := newError()
		if C.parindex_evaluation_ledger_entry(e.handle, C.int32_t(node), C.size_t(i), &entry, err) != C.PARINDEX_OK {
			return nil, errorOf(err)
		}
		amount, failure := numberOf(func(buffer *C.char, capacity C.size_t, size *C.size_t, err *C.parindex_error) C.parindex_status {
			return C.parindex_evaluation_ledger_amount(e.handle, C.int32_t(node), C.size_t(i), buffer, capacity, size, err)
		})
		if failure != nil {
			return nil, failure
		}
		entries[i] = LedgerEntry{int(entry.node), entry.is_deduction == 1, amount}
	}
	return entries, nil
}

// Explain says in one sentence how a node came to its points.
func (e *Evaluation) Explain(node int, language Language) (string, error) {
	defer runtime.KeepAlive(e)
	return textOf(func(buffer *C.char, capacity C.size_t, size *C.size_t, err *C.parindex_error) C.parindex_status {
		return C.parindex_evaluation_explain(e.handle, C.int32_t(node), C.int32_t(language), buffer, capacity, size, err)
	})
}

func numberOf(write func(*C.char, C.size_t, *C.size_t, *C.parindex_error) C.parindex_status) (Number, error) {
	text, err := textOf(write)
	if err != nil {
		return Number{}, err
	}
	return newNumber(text), nil
}
