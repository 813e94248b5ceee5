package parindex

// #include <parindex.h>
import "C"

import "runtime"

// An Assessment is the marks (kết quả chấm điểm) of one unit for one year.
type Assessment struct {
	Findings []Finding // what a person should know although the marks were accepted

	handle *C.parindex_assessment
}

// ReadAssessment reads marks from JSON; file is what findings call it. The error is an *Error with all findings.
func ReadAssessment(set *CriteriaSet, json []byte, file string) (*Assessment, error) {
	defer runtime.KeepAlive(set)
	text, textSize := textIn(json)
	name, nameSize := textIn([]byte(file))
	assessment := &Assessment{}
	var diagnostics *C.parindex_diagnostics
	first := newError()
	status := C.parindex_assessment_read(set.handle, nil, text, textSize, name, nameSize, &assessment.handle, &diagnostics, first)
	runtime.SetFinalizer(assessment, (*Assessment).Close)
	var err error
	if assessment.Findings, err = outcome(status, diagnostics, first); err != nil {
		return nil, err
	}
	return assessment, nil
}

// Close frees the marks; what was made from them lives on.
func (a *Assessment) Close() {
	C.parindex_assessment_free(a.handle)
	a.handle = nil
	runtime.SetFinalizer(a, nil)
}

// UnitName is the name of the unit that is scored.
func (a *Assessment) UnitName() (string, error) {
	defer runtime.KeepAlive(a)
	return textOf(func(buffer *C.char, capacity C.size_t, size *C.size_t, err *C.parindex_error) C.parindex_status {
		return C.parindex_assessment_unit(a.handle, C.PARINDEX_TEXT_NAME, buffer, capacity, size, err)
	})
}

// Year is the year that is scored.
func (a *Assessment) Year() int {
	defer runtime.KeepAlive(a)
	return int(C.parindex_assessment_year(a.handle))
}

// Evaluate scores the unit. The error is an *Error with all findings.
func (a *Assessment) Evaluate() (*Evaluation, error) {
	defer runtime.KeepAlive(a)
	evaluation := &Evaluation{}
	var diagnostics *C.parindex_diagnostics
	first := newError()
	status := C.parindex_evaluate(a.handle, nil, &evaluation.handle, &diagnostics, first)
	runtime.SetFinalizer(evaluation, (*Evaluation).Close)
	var err error
	if evaluation.Findings, err = outcome(status, diagnostics, first); err != nil {
		return nil, err
	}
	return evaluation, nil
}
