/// @file
/// How cells of the tables of a survey are made. Private to the source of the tables.
#pragma once

#include "parindex/survey/approximate.hpp"
#include "report_generator/survey/survey_tables.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace parindex::report {

inline survey_value label(std::string_view text) {
    return {survey_value_kind::label, std::string(text), 0, {}, false};
}

inline survey_value count_of(std::uint64_t count) {
    return {survey_value_kind::count, {}, count, {}, false};
}

inline survey_value number(ratio value) {
    return {survey_value_kind::number, {}, 0, std::move(value), false};
}

inline survey_value measure(approximate value, int places = 2) {
    return {survey_value_kind::measure, to_fixed(value, places), 0, {}, false};
}

}  // namespace parindex::report
