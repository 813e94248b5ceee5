// Numbers in and out of calls.
#pragma once

#include "parindex.h"
#include "parindex/numeric/decimal.hpp"

namespace parindex::capi {

/// @throws error_code::null_pointer, error_code::invalid_scale, error_code::overflow
decimal number_in(const parindex_decimal* number, const char* name);

inline parindex_decimal number_out(decimal value) noexcept {
    return {value.coefficient(), value.scale(), 0};
}

}  // namespace parindex::capi
