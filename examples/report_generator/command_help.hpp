/// @file
/// What the command line says about the data it needs.
#pragma once

namespace parindex::report {

inline constexpr const char* data_folder_help =
    R"(DATA_DIR is a folder with these files, UTF-8, JSON where not said otherwise:
  criteria.json      "parindex.criteria/1": the criteria set of a decision. Its parts say who
                     scores ("unit", "appraiser", "authority", "survey"); its fields are trees
                     of criteria with "code", "name", "maximum" and, of a leaf, "part".
  assessment.json    "parindex.assessment/1": the marks of one unit and year, by round ("self",
                     "appraisal", "re_appraisal", "survey", "authority"); or
                     "parindex.assessments/1": "set", "year" and several "units".
  assessment.csv     beside or in the place of it: facts of units, as a spreadsheet saves them, with
                     a row for each fact (columns "unit", "criterion", "fact", "value"), for each
                     criterion ("unit", "criterion" and the names of facts) or for each unit
                     ("unit" and such as "1.1.4:b"). Their year is in a column "year", or is that
                     of --year or of plan.json.
  assessments/       in the place of both: such files, *.json and *.csv, in the order of their
                     names, JSON first. CSV files may add marks to units of the others.
  context.json       optional, "parindex.context/1": what rules read from outside the units, such
                     as last year's values; of all units, or of one.
  plan.json          optional, "parindex.plan/1": the remediation plan of one unit; with several
                     units it names its own in "unit". "draft" writes one.
  organization.json  optional, "parindex.organization/1": units that may be named.
Numbers are written 94.52 or "94.52"; dates 2022-01-20, or 2022 where they are not known.
"parindex-report new DATA_DIR" writes a small example to start from.
"request" reads "parindex.request/1" on standard input, with the contents of these files as its
members "criteria", "context", "assessment" and "plan", and writes "parindex.answer/1".

Exit codes: 0 done, 1 done with findings (such as a loss without a task, or sets that differ),
2 bad input or usage, 3 cannot write or run.)";

}  // namespace parindex::report
