/// @file
/// What offices know of units beside the answers: sheets issued and populations.
#pragma once

#include "parindex/support/result.hpp"
#include "parindex/survey/tally.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace parindex::report {

/// What a file says of a unit.
struct figures_of_unit {
    std::optional<std::uint64_t> issued;
    std::optional<std::uint64_t> population;
    source_position where;
};

/// By unit.
using unit_figures = std::map<std::string, figures_of_unit>;

/// Reads CSV with the columns "unit" and "issued" or "population"; empty cells say nothing.
/// @return the figures, or every finding at once
[[nodiscard]] result<unit_figures> read_unit_figures(std::string_view csv, std::string_view file);

/// Adds the sheets issued to the counts.
/// @return what contradicts them, by line: units without answers, sheets that the counts have already, more sheets
///         returned than issued
[[nodiscard]] diagnostics add_issued_sheets(const unit_figures& figures, tally& counts);

[[nodiscard]] std::map<std::string, std::uint64_t> populations_of(const unit_figures& figures);

}  // namespace parindex::report
