/// @file
/// The JSON files of assessments (kết quả chấm điểm): one unit, or several in one file.
#pragma once

#include "parindex/assessment/context_description.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parindex::inline v0 {

/// Reads "parindex.assessment/1". With a set, the marks are checked against it in the same pass, so that errors of form
/// and of content are reported together; with a context, as those of a unit that sees its facts. Otherwise as
/// read_criteria_set().
[[nodiscard]] result<assessment> read_assessment(std::string_view json, std::string_view file,
                                                 const criteria_set* set = nullptr, diagnostics* notes = nullptr,
                                                 const context_description* context = nullptr);

/// One unit of a file: its marks, or what is wrong with them.
struct unit_reading {
    std::string code;  ///< As read; may be empty where the marks could not be read.
    std::string name;
    source_position where;
    result<assessment> marks;
    diagnostics notes;  ///< Notes and warnings of marks that were accepted.
    int year = 0;       ///< As read; 0 where it is not known.
};

/// Reads "parindex.assessment/1", which gives one unit, or "parindex.assessments/1", whose units share a set and a
/// year. One bad unit never spoils the others.
/// @return a reading for each unit, in the order of the file; or what is wrong with the file itself
[[nodiscard]] result<std::vector<unit_reading>> read_assessments(std::string_view json, std::string_view file,
                                                                 const criteria_set* set = nullptr,
                                                                 const context_description* context = nullptr);

/// The file of one unit. Marks are gathered by round; published figures keep their places.
[[nodiscard]] std::string write_assessment(const assessment& marks);

/// The file of several units.
/// @throws error_code::missing_key if there are none; error_code::set_mismatch unless they share a set and a year
[[nodiscard]] std::string write_assessments(std::span<const assessment> units);

}  // namespace parindex::inline v0
