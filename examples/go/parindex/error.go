package parindex

// #include <parindex.h>
import "C"

import "strings"

// A Severity says what a finding means for the input.
type Severity int

const (
	Note Severity = iota
	Warning
	Refused
)

// A Finding is one thing that was found in a file or in marks.
type Finding struct {
	Code         int    // a number of parindex.h, such as 400
	Name         string // score_above_maximum
	Severity     Severity
	Line, Column int    // from 1, the column in code points; 0: unknown
	Where        string // JSON Pointer, or empty
	Criterion    string
	Message      string
}

// An Error is a call that failed, with all that it found.
type Error struct {
	Findings []Finding
}

func (e *Error) Error() string {
	messages := make([]string, len(e.Findings))
	for i, finding := range e.Findings {
		messages[i] = finding.Message
	}
	return strings.Join(messages, "\n")
}

func findingOf(of *C.parindex_error) Finding {
	return Finding{
		Code:      int(of.code),
		Name:      C.GoString(C.parindex_status_name(of.code)),
		Severity:  Severity(of.severity),
		Line:      int(of.line),
		Column:    int(of.column),
		Where:     C.GoString(&of.where[0]),
		Criterion: C.GoString(&of.criterion[0]),
		Message:   C.GoString(&of.message[0]),
	}
}

func errorOf(of *C.parindex_error) *Error {
	return &Error{[]Finding{findingOf(of)}}
}

// outcome is what a call that reports all findings says: an error with all of them if it failed, else the findings that a
// person should know nevertheless. It frees what holds them.
func outcome(status C.parindex_status, diagnostics *C.parindex_diagnostics, err *C.parindex_error) ([]Finding, error) {
	defer C.parindex_diagnostics_free(diagnostics)
	var findings []Finding
	for i := C.size_t(0); i < C.parindex_diagnostics_count(diagnostics); i++ {
		finding, failure := findingAt(diagnostics, i)
		if failure != nil {
			return nil, failure
		}
		findings = append(findings, finding)
	}
	switch {
	case status == C.PARINDEX_OK:
		return findings, nil
	case len(findings) > 0:
		return nil, &Error{findings}
	default:
		return nil, errorOf(err)
	}
}

// findingAt is a finding with whole texts.
func findingAt(diagnostics *C.parindex_diagnostics, index C.size_t) (Finding, error) {
	memory, err := newError(), newError()
	if C.parindex_diagnostics_get(diagnostics, index, memory, err) != C.PARINDEX_OK {
		return Finding{}, errorOf(err)
	}
	finding := findingOf(memory)
	for which, text := range map[C.int32_t]*string{
		C.PARINDEX_TEXT_WHERE:     &finding.Where,
		C.PARINDEX_TEXT_CRITERION: &finding.Criterion,
		C.PARINDEX_TEXT_MESSAGE:   &finding.Message,
	} {
		whole, failure := textOf(func(buffer *C.char, capacity C.size_t, size *C.size_t, err *C.parindex_error) C.parindex_status {
			return C.parindex_diagnostics_text(diagnostics, index, which, buffer, capacity, size, err)
		})
		if failure != nil {
			return Finding{}, failure
		}
		*text = whole
	}
	return finding, nil
}
