package parindex

// #include <parindex.h>
import "C"

import "runtime"

// A NodeKind says what a node is.
type NodeKind int

const (
	Group NodeKind = iota
	Leaf
	Remainder
)

// A Node is a criterion, field or group of a set, or the whole of it (node 0).
type Node struct {
	Index      int
	Code, Name string
	Kind       NodeKind
	Level      int // 0 the set, 1 a field
}

// A CriteriaSet (bộ tiêu chí) passed every check.
type CriteriaSet struct {
	Findings []Finding // what a person should know although the set was accepted
	Nodes    []Node    // in the order of the document

	handle *C.parindex_criteria_set
}

// ReadCriteriaSet reads a set from JSON; file is what findings call it. The error is an *Error with all findings.
func ReadCriteriaSet(json []byte, file string) (*CriteriaSet, error) {
	text, textSize := textIn(json)
	name, nameSize := textIn([]byte(file))
	set := &CriteriaSet{}
	var diagnostics *C.parindex_diagnostics
	first := newError()
	status := C.parindex_criteria_set_read(text, textSize, name, nameSize, &set.handle, &diagnostics, first)
	runtime.SetFinalizer(set, (*CriteriaSet).Close)
	var err error
	if set.Findings, err = outcome(status, diagnostics, first); err != nil {
		return nil, err
	}
	for i := 0; i < int(C.parindex_criteria_set_node_count(set.handle)); i++ {
		node, err := set.node(i)
		if err != nil {
			return nil, err
		}
		set.Nodes = append(set.Nodes, node)
	}
	return set, nil
}

// Close frees the set; what was made from it lives on.
func (s *CriteriaSet) Close() {
	C.parindex_criteria_set_free(s.handle)
	s.handle = nil
	runtime.SetFinalizer(s, nil)
}

func (s *CriteriaSet) node(index int) (Node, error) {
	defer runtime.KeepAlive(s)
	known := C.parindex_node{struct_size: C.sizeof_parindex_node}
	err := newError()
	if C.parindex_criteria_set_node(s.handle, C.int32_t(index), &known, err) != C.PARINDEX_OK {
		return Node{}, errorOf(err)
	}
	text := func(which C.int32_t) (string, error) {
		return textOf(func(buffer *C.char, capacity C.size_t, size *C.size_t, err *C.parindex_error) C.parindex_status {
			return C.parindex_criteria_set_text(s.handle, C.int32_t(index), which, buffer, capacity, size, err)
		})
	}
	code, failure := text(C.PARINDEX_TEXT_CODE)
	if failure != nil {
		return Node{}, failure
	}
	name, failure := text(C.PARINDEX_TEXT_NAME)
	return Node{index, code, name, NodeKind(known.kind), int(known.level)}, failure
}
