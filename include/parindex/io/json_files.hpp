/// @file
/// JSON codecs. A reader returns the value or everything that is wrong with the text, each finding with line, column
/// and JSON Pointer. Numbers may be JSON numbers or strings; their digits never pass through binary floating point.
/// Texts are brought to Unicode normal form C, with a note where that changed something.
#pragma once

#include "parindex/assessment/assessment.hpp"
#include "parindex/criteria/criteria_set.hpp"
#include "parindex/index/par_index.hpp"
#include "parindex/remediation/plan.hpp"

#include <string>
#include <string_view>

namespace parindex::inline v0 {

/// Reads "parindex.criteria/1" and checks the set.
/// @param json  the text of the file, UTF-8, at most limits::file_bytes
/// @param file  the name to give in diagnostics
/// @param notes if not null, receives the notes and warnings of a text that was accepted
[[nodiscard]] result<criteria_set> read_criteria_set(std::string_view json, std::string_view file,
                                                     diagnostics* notes = nullptr);

/// Reads "parindex.assessment/1". With a set, the marks are checked against it in the same pass, so that errors of form
/// and of content are reported together.
[[nodiscard]] result<assessment> read_assessment(std::string_view json, std::string_view file,
                                                 const criteria_set* set = nullptr, diagnostics* notes = nullptr);

/// Reads "parindex.plan/1". With a set, the links are checked against it in the same pass.
[[nodiscard]] result<plan> read_plan(std::string_view json, std::string_view file, const criteria_set* set = nullptr,
                                     diagnostics* notes = nullptr);

/// The score of a unit as JSON: total, deductions, parts, fields, complete, the attainable range, what is inferred,
/// and the findings given. Numbers are strings in shortest form; a value that does not terminate is
/// {"exact": "11/14", "printed": "0.79", "places": 2}.
[[nodiscard]] std::string write_score(const evaluation& scored, const par_index& index, const diagnostics& findings);

}  // namespace parindex::inline v0
