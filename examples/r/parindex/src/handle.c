#include "handle.h"

SEXP new_handle(const char* type, R_CFinalizer_t finalizer) {
    SEXP handle = PROTECT(R_MakeExternalPtr(NULL, Rf_install(type), R_NilValue));
    R_RegisterCFinalizerEx(handle, finalizer, TRUE);
    UNPROTECT(1);
    return handle;
}

void* handle_of(SEXP handle, const char* type) {
    if (TYPEOF(handle) != EXTPTRSXP || R_ExternalPtrTag(handle) != Rf_install(type)) Rf_error("expected: %s", type);
    void* const held = R_ExternalPtrAddr(handle);
    if (held == NULL) Rf_error("the %s is closed", type);
    return held;
}

#define DEFINE_FINALIZER(noun)                                                \
    void finalize_##noun(SEXP handle) {                                       \
        parindex_##noun##_free(R_ExternalPtrAddr(handle)); /* NULL is fine */ \
        R_ClearExternalPtr(handle);                                           \
    }

DEFINE_FINALIZER(criteria_set)
DEFINE_FINALIZER(assessment)
DEFINE_FINALIZER(evaluation)
DEFINE_FINALIZER(diagnostics)
