#include "parindex.h"
#include "parindex/support/error.hpp"

#define PARINDEX_TEXT_OF(value) #value
#define PARINDEX_TEXT_OF_VALUE(value) PARINDEX_TEXT_OF(value)

uint32_t parindex_version(void) noexcept {
    return PARINDEX_VERSION_NUMBER;
}

const char* parindex_version_text(void) noexcept {
    return PARINDEX_TEXT_OF_VALUE(PARINDEX_VERSION_MAJOR) "." PARINDEX_TEXT_OF_VALUE(
        PARINDEX_VERSION_MINOR) "." PARINDEX_TEXT_OF_VALUE(PARINDEX_VERSION_PATCH);
}

uint32_t parindex_abi_version(void) noexcept {
    return PARINDEX_ABI_VERSION;
}

const char* parindex_status_name(parindex_status status) noexcept {
    // The names are literals: they end with a NUL.
    const std::string_view name = parindex::to_string(static_cast<parindex::error_code>(status));
    return name.empty() ? "unknown" : name.data();
}
