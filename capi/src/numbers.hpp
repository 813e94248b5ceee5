// Numbers in and out of calls.
#pragma once

#include "parindex.h"
#include "parindex/numeric/decimal.hpp"
#include "parindex/support/error.hpp"

#include <cstddef>
#include <string_view>

namespace parindex::capi {

/// @throws error_code::null_pointer, error_code::invalid_scale, error_code::overflow
decimal number_in(const parindex_decimal* number, const char* name);

/// Reports text that is no number. @return the code
parindex_status refuse_number(error_code code, std::string_view text, std::size_t position, const char* expected,
                              parindex_error* report);

inline parindex_decimal number_out(decimal value) noexcept {
    return {value.coefficient(), value.scale(), 0};
}

}  // namespace parindex::capi
