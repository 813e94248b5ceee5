// What calls about surveys share.
#pragma once

#include "handles.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace parindex::capi {

/// @throws error_code::out_of_range
std::size_t question_in(const questionnaire& form, std::int32_t index);

/// The row of a category of a group of the tally; without both, that of all respondents.
/// @throws error_code::unknown_option, error_code::invalid_utf8
std::size_t row_in(const tally& counts, std::string_view group, std::string_view category);

/// A count of a call as the library keeps it. @throws error_code::invalid_count below 0
std::uint64_t count_in(std::int64_t count, const char* name);

}  // namespace parindex::capi
