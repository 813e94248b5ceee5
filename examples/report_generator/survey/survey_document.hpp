/// @file
/// The tables of a survey in the formats that people and programs read.
#pragma once

#include "report_generator/document.hpp"
#include "report_generator/survey/survey_tables.hpp"

#include <string>

namespace parindex::report {

/// As a document in Vietnamese.
[[nodiscard]] document survey_document(const survey_report& report);

/// "parindex.survey_tables/1": columns and rows of each table. Cells are texts, counts, null, or objects: shares have
/// "exact" and "percent", rounded half up to two places; hidden values are {"hidden": "too_few"}.
[[nodiscard]] std::string survey_json(const survey_report& report);

/// One table as CSV (RFC 4180, UTF-8 with a byte order mark, as spreadsheets expect it). Numbers are written 83.94. A
/// label that a spreadsheet would take for a formula begins with an apostrophe. A share that divides counts of persons
/// has a second column with its count.
[[nodiscard]] std::string survey_csv(const survey_table& table);

}  // namespace parindex::report
