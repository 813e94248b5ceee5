/* Texts in and out, and findings. */
#ifndef TEXT_H
#define TEXT_H

#include <Rinternals.h>
#include "parindex.h"

typedef struct text {
    const char* data;
    size_t size;
} text;

/* A string in UTF-8, or the bytes of a raw vector. It lives as long as the vector, and as the call to .Call(). */
text text_in(SEXP vector);

/* A text that the library writes, as a CHARSXP; `write` is one of its functions with all but the buffer filled in. R's
   error for any status but OK. */
typedef parindex_status (*writer)(const void* object, const int* arguments, char* buffer, size_t capacity, size_t* size,
                                  parindex_error* error);
SEXP text_out(writer write, const void* object, const int* arguments);

/* The error of a call that no input can cause. */
void stop_unless_ok(parindex_status status, const parindex_error* error);

/* What a maker returns to R: list(handle, findings). The handle is NULL if the call failed; the findings are a list of
   columns. `diagnostics` holds them all, or nothing: then there is the one error, if any. */
SEXP outcome(parindex_status status, SEXP handle, SEXP diagnostics, const parindex_error* error);

#endif
