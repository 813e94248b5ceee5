/// @file
/// Contexts (số liệu ngoài đơn vị): what rules read that no unit hands in, as it was gathered for a year.
#pragma once

#include "parindex/assessment/assessment.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace parindex::inline v0 {

/// Facts of one criterion from outside the unit: last year's value, the best of its peers, an index that others
/// publish.
struct criterion_facts {
    std::string criterion;
    std::vector<fact> facts;
    std::string explanation;  ///< Where they come from; may be empty.
    source_position where;
};

/// Facts about one unit that it does not hand in itself.
struct unit_facts {
    std::string unit;  ///< Its code.
    std::vector<criterion_facts> facts;
    source_position where;
};

/// Everything from outside the units that their rules read.
struct context_description {
    std::string source;                  ///< Free text: where the data come from; may be empty.
    decision set;                        ///< Key of the criteria set whose rules read the facts.
    int year = 0;                        ///< The year that is scored: last year's values are facts of this year.
    std::vector<criterion_facts> facts;  ///< Of every unit.
    std::vector<unit_facts> units;       ///< Of single units.
    source_position where;
};

/// What the rules of one unit see in one year: the facts of every unit, each replaced by the unit's own where it has
/// one of that name. Facts of another year are none.
/// @param given  the context; check() found no error in it
/// @param unit   code of the unit
/// @param year   that is scored
[[nodiscard]] evaluation_context context_of(const context_description& given, std::string_view unit, int year);

/// Everything that contradicts the set: another set's key, unknown criteria and criteria without a rule, criteria or
/// units given twice, facts that the rule does not read from outside the unit, facts of another kind or outside their
/// bounds. All are errors.
[[nodiscard]] diagnostics check(const context_description& given, const criteria_set& set);

}  // namespace parindex::inline v0
