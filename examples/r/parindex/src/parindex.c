/* The functions that R calls. Nodes count from 1 there. */
#include "parindex.h"
#include "handle.h"
#include "text.h"

#include <R_ext/Rdynload.h>

static const char *const set_type = "criteria set", *const assessment_type = "assessment",
                         *const evaluation_type = "evaluation";

static SEXP read_criteria_set(SEXP json, SEXP file) {
    const text content = text_in(json), name = text_in(file);
    parindex_error error = {.struct_size = sizeof error};
    parindex_criteria_set* set = NULL;
    parindex_diagnostics* found = NULL;
    SEXP handle = PROTECT(new_handle(set_type, finalize_criteria_set));
    SEXP diagnostics = PROTECT(new_handle("findings", finalize_diagnostics));
    const parindex_status status =
        parindex_criteria_set_read(content.data, content.size, name.data, name.size, &set, &found, &error);
    R_SetExternalPtrAddr(handle, set);
    R_SetExternalPtrAddr(diagnostics, found);
    SEXP result = outcome(status, handle, diagnostics, &error);
    UNPROTECT(2);
    return result;
}

static SEXP read_assessment(SEXP set, SEXP json, SEXP file) {
    const parindex_criteria_set* const criteria = handle_of(set, set_type);
    const text content = text_in(json), name = text_in(file);
    parindex_error error = {.struct_size = sizeof error};
    parindex_assessment* assessment = NULL;
    parindex_diagnostics* found = NULL;
    SEXP handle = PROTECT(new_handle(assessment_type, finalize_assessment));
    SEXP diagnostics = PROTECT(new_handle("findings", finalize_diagnostics));
    const parindex_status status = parindex_assessment_read(criteria, NULL, content.data, content.size, name.data,
                                                            name.size, &assessment, &found, &error);
    R_SetExternalPtrAddr(handle, assessment);
    R_SetExternalPtrAddr(diagnostics, found);
    SEXP result = outcome(status, handle, diagnostics, &error);
    UNPROTECT(2);
    return result;
}

static SEXP evaluate(SEXP assessment) {
    const parindex_assessment* const marks = handle_of(assessment, assessment_type);
    parindex_error error = {.struct_size = sizeof error};
    parindex_evaluation* evaluation = NULL;
    parindex_diagnostics* found = NULL;
    SEXP handle = PROTECT(new_handle(evaluation_type, finalize_evaluation));
    SEXP diagnostics = PROTECT(new_handle("findings", finalize_diagnostics));
    const parindex_status status = parindex_evaluate(marks, NULL, &evaluation, &found, &error);
    R_SetExternalPtrAddr(handle, evaluation);
    R_SetExternalPtrAddr(diagnostics, found);
    SEXP result = outcome(status, handle, diagnostics, &error);
    UNPROTECT(2);
    return result;
}

static SEXP close_handle(SEXP handle) {
    const SEXP tag = R_ExternalPtrTag(handle);
    if (tag == Rf_install(set_type)) finalize_criteria_set(handle);
    if (tag == Rf_install(assessment_type)) finalize_assessment(handle);
    if (tag == Rf_install(evaluation_type)) finalize_evaluation(handle);
    return R_NilValue;
}

static parindex_status write_node_text(const void* object, const int* arguments, char* buffer, size_t capacity,
                                       size_t* size, parindex_error* error) {
    return parindex_criteria_set_text(object, arguments[0], arguments[1], buffer, capacity, size, error);
}

static SEXP nodes(SEXP set) {
    const parindex_criteria_set* const criteria = handle_of(set, set_type);
    const int count = parindex_criteria_set_node_count(criteria);
    const char* names[] = {"code", "name", "kind", "level", ""};
    static const SEXPTYPE types[] = {STRSXP, STRSXP, INTSXP, INTSXP};
    SEXP columns = PROTECT(Rf_mkNamed(VECSXP, names));
    for (int column = 0; column < 4; ++column) SET_VECTOR_ELT(columns, column, Rf_allocVector(types[column], count));
    for (int row = 0; row < count; ++row) {
        const int code[] = {row, PARINDEX_TEXT_CODE}, name[] = {row, PARINDEX_TEXT_NAME};
        parindex_node node = {.struct_size = sizeof node};
        parindex_error error = {.struct_size = sizeof error};
        stop_unless_ok(parindex_criteria_set_node(criteria, row, &node, &error), &error);
        SET_STRING_ELT(VECTOR_ELT(columns, 0), row, text_out(write_node_text, criteria, code));
        SET_STRING_ELT(VECTOR_ELT(columns, 1), row, text_out(write_node_text, criteria, name));
        INTEGER(VECTOR_ELT(columns, 2))[row] = node.kind;
        INTEGER(VECTOR_ELT(columns, 3))[row] = node.level;
    }
    UNPROTECT(1);
    return columns;
}

static parindex_status write_unit(const void* object, const int* arguments, char* buffer, size_t capacity, size_t* size,
                                  parindex_error* error) {
    return parindex_assessment_unit(object, arguments[0], buffer, capacity, size, error);
}

static SEXP unit_name(SEXP assessment) {
    const int which[] = {PARINDEX_TEXT_NAME};
    return Rf_ScalarString(text_out(write_unit, handle_of(assessment, assessment_type), which));
}

static SEXP year(SEXP assessment) {
    return Rf_ScalarInteger(parindex_assessment_year(handle_of(assessment, assessment_type)));
}

static parindex_status write_points(const void* object, const int* arguments, char* buffer, size_t capacity,
                                    size_t* size, parindex_error* error) {
    return parindex_evaluation_points(object, arguments[0], arguments[1], buffer, capacity, size, error);
}

static parindex_status write_sentence(const void* object, const int* arguments, char* buffer, size_t capacity,
                                      size_t* size, parindex_error* error) {
    return parindex_evaluation_explain(object, arguments[0], arguments[1], buffer, capacity, size, error);
}

/* A text for each node of an integer vector. */
static SEXP text_of_nodes(writer write, SEXP evaluation, SEXP node, SEXP which) {
    const parindex_evaluation* const scored = handle_of(evaluation, evaluation_type);
    const R_xlen_t count = XLENGTH(node);
    SEXP texts = PROTECT(Rf_allocVector(STRSXP, count));
    for (R_xlen_t i = 0; i < count; ++i) {
        if (INTEGER(node)[i] == NA_INTEGER) Rf_error("a node is NA");
        const int arguments[] = {INTEGER(node)[i] - 1, Rf_asInteger(which)};
        SET_STRING_ELT(texts, i, text_out(write, scored, arguments));
    }
    UNPROTECT(1);
    return texts;
}

static SEXP points(SEXP evaluation, SEXP node, SEXP which) {
    return text_of_nodes(write_points, evaluation, node, which);
}

static SEXP explain(SEXP evaluation, SEXP node, SEXP language) {
    return text_of_nodes(write_sentence, evaluation, node, language);
}

static parindex_status write_amount(const void* object, const int* arguments, char* buffer, size_t capacity,
                                    size_t* size, parindex_error* error) {
    return parindex_evaluation_ledger_amount(object, arguments[0], (size_t)arguments[1], buffer, capacity, size, error);
}

static SEXP ledger(SEXP evaluation, SEXP node) {
    const parindex_evaluation* const scored = handle_of(evaluation, evaluation_type);
    const int of = Rf_asInteger(node) - 1;
    const int count = (int)parindex_evaluation_ledger_count(scored, of);
    const char* names[] = {"node", "is_deduction", "amount", ""};
    static const SEXPTYPE types[] = {INTSXP, LGLSXP, STRSXP};
    SEXP columns = PROTECT(Rf_mkNamed(VECSXP, names));
    for (int column = 0; column < 3; ++column) SET_VECTOR_ELT(columns, column, Rf_allocVector(types[column], count));
    for (int row = 0; row < count; ++row) {
        const int arguments[] = {of, row};
        parindex_ledger_entry entry = {.struct_size = sizeof entry};
        parindex_error error = {.struct_size = sizeof error};
        stop_unless_ok(parindex_evaluation_ledger_entry(scored, of, (size_t)row, &entry, &error), &error);
        INTEGER(VECTOR_ELT(columns, 0))[row] = entry.node + 1;
        LOGICAL(VECTOR_ELT(columns, 1))[row] = entry.is_deduction;
        SET_STRING_ELT(VECTOR_ELT(columns, 2), row, text_out(write_amount, scored, arguments));
    }
    UNPROTECT(1);
    return columns;
}

/* Points as integers of 15 decimals, in two halves: a number of R holds 53 bits of the 64. */
static SEXP halves(SEXP numbers) {
    const R_xlen_t count = XLENGTH(numbers);
    const char* names[] = {"high", "low", ""};
    SEXP both = PROTECT(Rf_mkNamed(VECSXP, names));
    for (int half = 0; half < 2; ++half) SET_VECTOR_ELT(both, half, Rf_allocVector(REALSXP, count));
    for (R_xlen_t i = 0; i < count; ++i) {
        const char* const written = CHAR(STRING_ELT(numbers, i));
        parindex_decimal rounded;
        parindex_error error = {.struct_size = sizeof error};
        stop_unless_ok(parindex_decimal_round(written, (size_t)LENGTH(STRING_ELT(numbers, i)), 15,
                                              PARINDEX_ROUNDING_HALF_UP, &rounded, NULL, &error),
                       &error);
        const int64_t low = rounded.coefficient & INT64_C(0xFFFFFFFF);
        REAL(VECTOR_ELT(both, 0))[i] = (double)((rounded.coefficient - low) / (INT64_C(1) << 32));
        REAL(VECTOR_ELT(both, 1))[i] = (double)low;
    }
    UNPROTECT(1);
    return both;
}

void R_init_parindex(DllInfo* library) {
#define ENTRY(name, arguments) \
    { "C_" #name, (DL_FUNC)&name, arguments }
    static const R_CallMethodDef entries[] = {ENTRY(read_criteria_set, 2),
                                              ENTRY(read_assessment, 3),
                                              ENTRY(evaluate, 1),
                                              ENTRY(close_handle, 1),
                                              ENTRY(nodes, 1),
                                              ENTRY(unit_name, 1),
                                              ENTRY(year, 1),
                                              ENTRY(points, 3),
                                              ENTRY(explain, 3),
                                              ENTRY(ledger, 2),
                                              ENTRY(halves, 1),
                                              {NULL, NULL, 0}};
    if (parindex_abi_version() != PARINDEX_ABI_VERSION)
        Rf_error("libparindex has another ABI than %d", PARINDEX_ABI_VERSION);
    R_registerRoutines(library, NULL, entries, NULL, NULL);
    R_useDynamicSymbols(library, FALSE);
    R_forceSymbols(library, TRUE);
}
