"""The shared library as ctypes sees it: structures, the types of every function, and calls that raise. Private."""

import ctypes
import os
import sys
from ctypes import (POINTER, Structure, byref, c_char, c_char_p, c_double, c_int32, c_int64, c_size_t, c_uint8, c_uint32, c_uint64,
                    c_void_p)

from .errors import Error, Finding
from .words import Severity, Text

ABI_VERSION = 1
BUFFER_TOO_SMALL = 6


class ErrorStruct(Structure):
    _fields_ = [("struct_size", c_uint32), ("code", c_int32), ("severity", c_int32), ("line", c_uint32), ("column", c_uint32),
                ("findings", c_uint32), ("criterion", c_char * 128), ("where", c_char * 256), ("message", c_char * 512)]


class DecimalStruct(Structure):
    _fields_ = [("coefficient", c_int64), ("scale", c_int32), ("reserved", c_int32)]


class NodeStruct(Structure):
    _fields_ = [("struct_size", c_uint32)] + [(name, c_int32) for name in (
        "kind", "point_kind", "parent", "end", "level", "part", "states_maximum", "maximum_origin", "rule", "fact_count")]


class FactStruct(Structure):
    _fields_ = [("struct_size", c_uint32), ("kind", c_int32), ("source", c_int32), ("level_count", c_int32)]


class LedgerEntryStruct(Structure):
    _fields_ = [("struct_size", c_uint32), ("node", c_int32), ("kind", c_int32), ("origin", c_int32), ("is_deduction", c_int32)]


class StoredScoreStruct(Structure):
    _fields_ = [("node", c_int32), ("reserved", c_int32), ("score", DecimalStruct)]


class ColumnStruct(Structure):
    _fields_ = [("node", c_int32), ("fact", c_int32), ("round", c_int32), ("scale", c_int32), ("cells", POINTER(c_int64)),
                ("present", POINTER(c_uint8))]


class BatchStruct(Structure):
    _fields_ = [("struct_size", c_uint32), ("year", c_int32), ("unit_count", c_size_t), ("columns", POINTER(ColumnStruct)),
                ("column_count", c_size_t), ("units", POINTER(c_char_p)), ("unit_group", c_char_p)]


class BatchResultStruct(Structure):
    _fields_ = [("struct_size", c_uint32), ("places", c_int32), ("rounding", c_int32), ("reserved", c_int32),
                ("statuses", POINTER(c_int32)), ("nodes", POINTER(c_int32)), ("totals", POINTER(c_int64)),
                ("unmarked", POINTER(c_int32)), ("parts", POINTER(c_int64)), ("points", POINTER(c_int64)),
                ("exact", POINTER(c_uint8))]


class DraftStruct(Structure):
    _fields_ = ([("struct_size", c_uint32)]
                + [(name, c_int32) for name in ("number", "issued_year", "issued_month", "issued_day", "causes_language")]
                + [(name, c_char_p) for name in ("agency", "parent_agency", "issuer", "symbol", "place", "title", "subject",
                                                 "signatory_post", "signatory_name")])


class QuestionStruct(Structure):
    _fields_ = [("struct_size", c_uint32)] + [(name, c_int32) for name in (
        "kind", "option_count", "place_count", "is_multiple", "is_overall", "in_index")]


class AnswerSheetStruct(Structure):
    _fields_ = [("struct_size", c_uint32), ("reserved", c_int32), ("places", POINTER(c_uint8)), ("mentions", POINTER(c_uint64)),
                ("categories", POINTER(c_int32)), ("stratum", c_char_p), ("cluster", c_char_p)]


class SheetCountsStruct(Structure):
    _fields_ = [("struct_size", c_uint32), ("reserved", c_int32), ("issued", c_int64), ("returned", c_int64), ("valid", c_int64)]


class IndexRequestStruct(Structure):
    _fields_ = ([("struct_size", c_uint32), ("clamp_at_zero", c_int32)]
                + [(name, c_char_p) for name in ("formula", "aggregation", "scope", "group", "category")]
                + [("units", POINTER(c_char_p)), ("populations", POINTER(c_int64)), ("unit_count", c_size_t)])


class PointsMethodStruct(Structure):
    _fields_ = [("struct_size", c_uint32)] + [(name, c_int32) for name in (
        "percent_places", "percent_rounding", "places", "rounding", "reserved")] + [("maximum", DecimalStruct)]


WriteFunction = ctypes.CFUNCTYPE(c_int32, c_void_p, POINTER(c_char), c_size_t)

_HANDLE = [c_void_p]
_NEW = [POINTER(c_void_p)]
_INT = [c_int32]
_INDEX = [c_size_t]
_TEXT = [c_char_p, c_size_t]
_OUT = [c_char_p, c_size_t, POINTER(c_size_t)]
_INTS_OUT = [POINTER(c_int32), c_size_t, POINTER(c_size_t)]
_LONG = [c_int64]
_BYTES = [POINTER(c_uint8)]
_INT_OUT = [POINTER(c_int32)]
_DECIMAL = [POINTER(DecimalStruct)]
_WRITE = [WriteFunction, c_void_p]
_MARK = _HANDLE + _TEXT + _INT  # assessment, criterion, round

# Every function that returns a status; the error comes behind these arguments.
FALLIBLE = {
    "decimal_parse": _TEXT + _DECIMAL,
    "decimal_format": _DECIMAL + _OUT,
    "decimal_round": _TEXT + _INT + _INT + _DECIMAL + _INT_OUT,
    "decimal_from_double": [c_double] + _INT + _DECIMAL,
    "diagnostics_get": _HANDLE + _INDEX + [POINTER(ErrorStruct)],
    "diagnostics_text": _HANDLE + _INDEX + _INT + _OUT,
    "criteria_set_read": _TEXT + _TEXT + _NEW + _NEW,
    "criteria_set_json": _HANDLE + _OUT,
    "criteria_set_write": _HANDLE + _WRITE,
    "criteria_set_node": _HANDLE + _INT + [POINTER(NodeStruct)],
    "criteria_set_text": _HANDLE + _INT + _INT + _OUT,
    "criteria_set_maximum": _HANDLE + _INT + _OUT,
    "criteria_set_find": _HANDLE + _TEXT + _INT_OUT,
    "criteria_set_part_text": _HANDLE + _INT + _INT + _OUT,
    "criteria_set_fact": _HANDLE + _INT + _INT + [POINTER(FactStruct)],
    "criteria_set_fact_text": _HANDLE + _INT + _INT + _INT + _INT + _OUT,
    "criteria_set_warnings": _HANDLE + _NEW,
    "criteria_set_compare": _HANDLE + _HANDLE + _NEW,
    "set_changes_kind": _HANDLE + _INDEX + _INT_OUT,
    "set_changes_text": _HANDLE + _INDEX + _INT + _OUT,
    "context_read": _HANDLE + _TEXT + _TEXT + _NEW + _NEW,
    "context_json": _HANDLE + _OUT,
    "assessment_read": _HANDLE + _HANDLE + _TEXT + _TEXT + _NEW + _NEW,
    "assessment_create": _HANDLE + _TEXT + _TEXT + _TEXT + _INT + _NEW,
    "assessment_set_score": _MARK + _DECIMAL,
    "assessment_set_loss": _MARK + _DECIMAL,
    "assessment_set_fact": _MARK + _TEXT + _TEXT,
    "assessment_set_not_applicable": _MARK + _TEXT,
    "assessment_set_explanation": _MARK + _TEXT,
    "assessment_add_evidence": _MARK + _TEXT + _TEXT,
    "assessment_clear": _MARK,
    "assessment_check": _HANDLE + _HANDLE + _NEW,
    "assessment_unit": _HANDLE + _INT + _OUT,
    "assessment_json": _HANDLE + _OUT,
    "assessment_list_read": _HANDLE + _HANDLE + _TEXT + _TEXT + _NEW + _NEW,
    "assessment_list_read_csv": _HANDLE + _HANDLE + _TEXT + _TEXT + _INT + _INT + _NEW + _NEW,
    "assessment_list_unit": _HANDLE + _INDEX + _INT + _OUT,
    "assessment_list_get": _HANDLE + _INDEX + _NEW + _NEW,
    "evaluate": _HANDLE + _HANDLE + _NEW + _NEW,
    "evaluation_points": _HANDLE + _INT + _INT + _OUT,
    "evaluation_part_points": _HANDLE + _INT + _INT + _OUT,
    "evaluation_self_points": _HANDLE + _INT + _OUT,
    "evaluation_origin": _HANDLE + _INT + _INT_OUT,
    "evaluation_percent": _HANDLE + [POINTER(c_int32)] + _INDEX + _OUT,
    "evaluation_round": _HANDLE + _INT + _INT_OUT,
    "evaluation_nodes": _HANDLE + _INT + _INTS_OUT,
    "evaluation_missing_facts": _HANDLE + _INT + _INTS_OUT,
    "evaluation_ledger_entry": _HANDLE + _INT + _INDEX + [POINTER(LedgerEntryStruct)],
    "evaluation_ledger_amount": _HANDLE + _INT + _INDEX + _OUT,
    "evaluation_explain": _HANDLE + _INT + _INT + _OUT,
    "evaluation_score_json": _HANDLE + _OUT,
    "evaluation_explanation_json": _HANDLE + _INT + _OUT,
    "evaluation_write_explanation": _HANDLE + _INT + _WRITE,
    "evaluation_compare_stored": _HANDLE + [POINTER(StoredScoreStruct)] + _INDEX + _NEW,
    "batch_score": _HANDLE + _HANDLE + [POINTER(BatchStruct), POINTER(BatchResultStruct)] + _NEW,
    "plan_read": _HANDLE + _TEXT + _TEXT + _NEW + _NEW,
    "plan_draft": _HANDLE + [POINTER(DraftStruct)] + _NEW,
    "plan_redraft": _HANDLE + _HANDLE + _INT + _NEW + _NEW,
    "plan_merge": _HANDLE + _HANDLE + _HANDLE + _NEW + _NEW,
    "plan_json": _HANDLE + _OUT,
    "plan_write": _HANDLE + _WRITE,
    "plan_cover": _HANDLE + _HANDLE + _NEW + _NEW,
    "coverage_json": _HANDLE + _OUT,
    "coverage_points": _HANDLE + _INT + _INT + _INT + _OUT,
    "coverage_uncovered": _HANDLE + _INTS_OUT,
    "questionnaire_read": _TEXT + _TEXT + _NEW + _NEW,
    "questionnaire_json": _HANDLE + _OUT,
    "questionnaire_text": _HANDLE + _INT + _OUT,
    "questionnaire_question": _HANDLE + _INT + [POINTER(QuestionStruct)],
    "questionnaire_question_text": _HANDLE + _INT + _INT + _OUT,
    "questionnaire_option_text": _HANDLE + _INT + _INT + _INT + _OUT,
    "questionnaire_find_question": _HANDLE + _TEXT + _INT_OUT,
    "questionnaire_find_option": _HANDLE + _INT + _TEXT + _INT_OUT,
    "questionnaire_state_place": _HANDLE + _INT + _INT + _INT_OUT,
    "questionnaire_find_category": _HANDLE + _TEXT + _TEXT + _INT_OUT,
    "tally_create": _HANDLE + [POINTER(c_char_p)] + _INDEX + _INT + _NEW,
    "tally_read": _TEXT + _TEXT + _NEW + _NEW,
    "tally_questionnaire": _HANDLE + _NEW,
    "tally_unit": _HANDLE + _TEXT + _INT_OUT,
    "tally_add_block": _HANDLE + [POINTER(c_int32)] + _BYTES + _INDEX,
    "tally_add_sheet": _HANDLE + _INT + [POINTER(AnswerSheetStruct)],
    "tally_add_answers": _HANDLE + _INT + _INT + _INT + _LONG,
    "tally_add_sheets": _HANDLE + _INT + [POINTER(SheetCountsStruct)],
    "tally_merge": _HANDLE + _HANDLE,
    "tally_bytes": _HANDLE + _OUT,
    "tally_write": _HANDLE + _WRITE,
    "tally_json": _HANDLE + _OUT,
    "tally_group_code": _HANDLE + _INT + _OUT,
    "tally_unit_code": _HANDLE + _INT + _OUT,
    "tally_sheets": _HANDLE + _INT + [POINTER(SheetCountsStruct)],
    "tally_counts": _HANDLE + _INT + _TEXT + _TEXT + _INT + [POINTER(c_int64), c_size_t, POINTER(c_size_t)],
    "answers_reader_create": _HANDLE + _TEXT + _TEXT + _NEW + _NEW,
    "answers_reader_feed": _HANDLE + _TEXT,
    "answers_reader_finish": _HANDLE + _NEW + _NEW,
    "satisfaction_index_compute": _HANDLE + [POINTER(IndexRequestStruct)] + _NEW,
    "satisfaction_index_text": _HANDLE + _INT + _OUT,
    "satisfaction_index_term_code": _HANDLE + _INT + _OUT,
    "satisfaction_index_number": _HANDLE + _INT + _INT + _OUT,
    "satisfaction_index_difference": _HANDLE + _HANDLE + _INT + _OUT,
    "survey_points": _TEXT + [POINTER(PointsMethodStruct)] + _DECIMAL + _INT_OUT,
}

# The others: what they return and take.
INFALLIBLE = {
    "version": (c_uint32, []),
    "version_text": (c_char_p, []),
    "abi_version": (c_uint32, []),
    "status_name": (c_char_p, _INT),
    "diagnostics_count": (c_size_t, _HANDLE),
    "criteria_set_node_count": (c_int32, _HANDLE),
    "criteria_set_part_count": (c_int32, _HANDLE),
    "set_changes_count": (c_size_t, _HANDLE),
    "assessment_year": (c_int32, _HANDLE),
    "assessment_list_count": (c_size_t, _HANDLE),
    "evaluation_complete": (c_int32, _HANDLE),
    "evaluation_ledger_count": (c_size_t, _HANDLE + _INT),
    "coverage_complete": (c_int32, _HANDLE),
    "questionnaire_question_count": (c_int32, _HANDLE),
    "tally_group_count": (c_int32, _HANDLE),
    "tally_unit_count": (c_int32, _HANDLE),
    "satisfaction_index_unit_count": (c_int32, _HANDLE),
    "satisfaction_index_term_count": (c_int32, _HANDLE),
} | {f"{noun}_free": (None, _HANDLE) for noun in (
    "diagnostics", "criteria_set", "set_changes", "context", "assessment", "assessment_list", "evaluation", "plan", "coverage",
    "questionnaire", "tally", "answers_reader", "satisfaction_index")}


def _load() -> ctypes.CDLL:
    name = "parindex.dll" if sys.platform == "win32" else f"libparindex.so.{ABI_VERSION}"
    loaded = ctypes.CDLL(os.environ.get("PARINDEX_LIBRARY", name))
    for name, arguments in FALLIBLE.items():
        function = getattr(loaded, "parindex_" + name)
        function.restype, function.argtypes = c_int32, arguments + [POINTER(ErrorStruct)]
    for name, (result, arguments) in INFALLIBLE.items():
        function = getattr(loaded, "parindex_" + name)
        function.restype, function.argtypes = result, arguments
    if loaded.parindex_abi_version() != ABI_VERSION:
        raise ImportError(f"{loaded._name} has the ABI {loaded.parindex_abi_version()}, expected {ABI_VERSION}")
    return loaded


library = _load()


def new(structure):
    """A structure that says how large it is."""
    return structure(struct_size=ctypes.sizeof(structure))


def text_in(text: str | bytes) -> tuple[bytes, int]:
    """A text as the two arguments that a function takes for it."""
    data = text.encode() if isinstance(text, str) else bytes(text)
    return data, len(data)


def finding_in(error: ErrorStruct, **whole: str) -> Finding:
    """A finding of a structure, whose texts may be cut, with those that are given in their place."""
    texts = {name: getattr(error, name).decode() for name in ("criterion", "where", "message")}
    return Finding(code=error.code, name=library.parindex_status_name(error.code).decode(), severity=Severity(error.severity),
                   line=error.line, column=error.column, **(texts | whole))


def call(function, *arguments) -> None:
    """Calls a function that hands out no findings. Raises Error."""
    error = new(ErrorStruct)
    if function(*arguments, byref(error)):
        raise Error(finding_in(error))


def text_out(function, *arguments) -> str:
    """The text that a function writes to a buffer. Raises Error."""
    return bytes_out(function, *arguments).decode()


def bytes_out(function, *arguments) -> bytes:
    """The bytes that a function writes to a buffer. Raises Error."""
    capacity, size = 512, c_size_t()
    while True:
        buffer, error = ctypes.create_string_buffer(capacity), new(ErrorStruct)
        status = function(*arguments, buffer, capacity, byref(size), byref(error))
        if not status:
            return buffer.raw[:size.value]
        if status != BUFFER_TOO_SMALL:
            raise Error(finding_in(error))
        capacity = size.value + 1


def _finding(diagnostics: c_void_p, index: int) -> Finding:
    struct = new(ErrorStruct)
    call(library.parindex_diagnostics_get, diagnostics, index, byref(struct))
    texts = {name: text_out(library.parindex_diagnostics_text, diagnostics, index, which) for name, which in (
        ("file", Text.FILE), ("criterion", Text.CRITERION), ("where", Text.WHERE), ("message", Text.MESSAGE))}
    return finding_in(struct, **texts)


def call_with_findings(function, *arguments) -> tuple[Finding, ...]:
    """Calls a function whose last output are its findings, which this returns. Raises Error with all of them."""
    diagnostics, error = c_void_p(), new(ErrorStruct)
    status = function(*arguments, byref(diagnostics), byref(error))
    try:
        findings = tuple(_finding(diagnostics, i) for i in range(library.parindex_diagnostics_count(diagnostics)))
    finally:
        library.parindex_diagnostics_free(diagnostics)
    if status:
        raise Error(finding_in(error), findings)
    return findings


def ints_out(function, *arguments, kind=c_int32) -> list[int]:
    """The indices or counts that a function writes to an array. Raises Error."""
    count = c_size_t()
    call(function, *arguments, None, 0, byref(count))
    array = (kind * count.value)()
    call(function, *arguments, array, count, byref(count))
    return list(array)


def write_out(function, *arguments, write) -> None:
    """Hands the pieces that a function writes to `write`, which takes bytes. What `write` raises, this raises; Error."""
    raised = []

    def take(_, text, size):
        try:
            write(ctypes.string_at(text, size))
            return 0
        except BaseException as problem:  # nothing may pass through C
            raised.append(problem)
            return 1

    try:
        call(function, *arguments, WriteFunction(take), None)
    except Exception:
        if raised:
            raise raised.pop() from None
        raise
