/* What the library owns, as external pointers that free it. */
#ifndef HANDLE_H
#define HANDLE_H

#include <Rinternals.h>
#include "parindex.h"

typedef void (*free_function)(void*);

/* An empty external pointer whose finalizer frees what set_handle() puts into it. R may jump out of any function that
   allocates: the place comes first and what it holds second, so that nothing is lost. Must be protected. */
SEXP new_handle(const char* type, R_CFinalizer_t finalizer);

/* What a handle of that type holds; R's error if it is another or closed. */
void* handle_of(SEXP handle, const char* type);

void finalize_criteria_set(SEXP handle);
void finalize_assessment(SEXP handle);
void finalize_evaluation(SEXP handle);
void finalize_diagnostics(SEXP handle);

#endif
