// What an assessment says about its unit, checked where it is handed in.
#pragma once

#include "parindex/parindex.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace parindex::capi {

/// @throws error_code::invalid_argument
int assessed_year(std::int32_t year);

/// @throws error_code::wrong_unit_group, error_code::invalid_utf8
std::string known_group(const criteria_set& set, std::string_view code);

}  // namespace parindex::capi
