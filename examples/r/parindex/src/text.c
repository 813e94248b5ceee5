#include "text.h"
#include "handle.h"

#include <string.h>

text text_in(SEXP vector) {
    if (TYPEOF(vector) == RAWSXP) return (text){(const char*)RAW(vector), (size_t)XLENGTH(vector)};
    if (TYPEOF(vector) != STRSXP || XLENGTH(vector) != 1 || STRING_ELT(vector, 0) == NA_STRING)
        Rf_error("expected one string, or raw bytes");
    const char* const data = Rf_translateCharUTF8(STRING_ELT(vector, 0));
    return (text){data, strlen(data)};
}

void stop_unless_ok(parindex_status status, const parindex_error* error) {
    if (status) Rf_error("%s: %s", parindex_status_name(status), error->message);
}

SEXP text_out(writer write, const void* object, const int* arguments) {
    char usual[256];
    size_t size = 0;
    parindex_error error = {.struct_size = sizeof error};
    parindex_status status = write(object, arguments, usual, sizeof usual, &size, &error);
    char* buffer = usual;
    if (status == PARINDEX_E_BUFFER_TOO_SMALL) {
        buffer = R_alloc(size + 1, 1); /* R frees it after the call to .Call() */
        status = write(object, arguments, buffer, size + 1, &size, &error);
    }
    stop_unless_ok(status, &error);
    return Rf_mkCharLenCE(buffer, (int)size, CE_UTF8);
}

static parindex_status write_finding(const void* object, const int* arguments, char* buffer, size_t capacity,
                                     size_t* size, parindex_error* error) {
    return parindex_diagnostics_text(object, (size_t)arguments[0], arguments[1], buffer, capacity, size, error);
}

enum {
    code_column,
    name_column,
    severity_column,
    line_column,
    column_column,
    where_column,
    criterion_column,
    message_column
};

static void set_numbers(SEXP columns, R_xlen_t row, const parindex_error* finding) {
    INTEGER(VECTOR_ELT(columns, code_column))[row] = finding->code;
    SET_STRING_ELT(VECTOR_ELT(columns, name_column), row, Rf_mkChar(parindex_status_name(finding->code)));
    INTEGER(VECTOR_ELT(columns, severity_column))[row] = finding->severity;
    INTEGER(VECTOR_ELT(columns, line_column))[row] = (int)finding->line;
    INTEGER(VECTOR_ELT(columns, column_column))[row] = (int)finding->column;
}

static SEXP findings_of(parindex_status status, const parindex_diagnostics* diagnostics, const parindex_error* error) {
    const size_t count = diagnostics ? parindex_diagnostics_count(diagnostics) : status ? 1 : 0;
    const char* names[] = {"code", "name", "severity", "line", "column", "where", "criterion", "message", ""};
    static const SEXPTYPE types[] = {INTSXP, STRSXP, INTSXP, INTSXP, INTSXP, STRSXP, STRSXP, STRSXP};
    SEXP columns = PROTECT(Rf_mkNamed(VECSXP, names));
    for (int column = 0; column <= message_column; ++column)
        SET_VECTOR_ELT(columns, column, Rf_allocVector(types[column], (R_xlen_t)count));
    for (size_t row = 0; row < count; ++row) {
        if (diagnostics) {
            static const int texts[][2] = {{where_column, PARINDEX_TEXT_WHERE},
                                           {criterion_column, PARINDEX_TEXT_CRITERION},
                                           {message_column, PARINDEX_TEXT_MESSAGE}};
            parindex_error finding = {.struct_size = sizeof finding}, failure = {.struct_size = sizeof failure};
            stop_unless_ok(parindex_diagnostics_get(diagnostics, row, &finding, &failure), &failure);
            set_numbers(columns, (R_xlen_t)row, &finding);
            for (int i = 0; i < 3; ++i) {
                const int arguments[] = {(int)row, texts[i][1]};
                SET_STRING_ELT(VECTOR_ELT(columns, texts[i][0]), (R_xlen_t)row,
                               text_out(write_finding, diagnostics, arguments));
            }
        } else {
            set_numbers(columns, 0, error);
            SET_STRING_ELT(VECTOR_ELT(columns, where_column), 0, Rf_mkCharCE(error->where, CE_UTF8));
            SET_STRING_ELT(VECTOR_ELT(columns, criterion_column), 0, Rf_mkCharCE(error->criterion, CE_UTF8));
            SET_STRING_ELT(VECTOR_ELT(columns, message_column), 0, Rf_mkCharCE(error->message, CE_UTF8));
        }
    }
    UNPROTECT(1);
    return columns;
}

SEXP outcome(parindex_status status, SEXP handle, SEXP diagnostics, const parindex_error* error) {
    const char* names[] = {"handle", "findings", ""};
    SEXP both = PROTECT(Rf_mkNamed(VECSXP, names));
    SET_VECTOR_ELT(both, 0, status ? R_NilValue : handle);
    SET_VECTOR_ELT(both, 1, findings_of(status, R_ExternalPtrAddr(diagnostics), error));
    finalize_diagnostics(diagnostics);
    UNPROTECT(1);
    return both;
}
