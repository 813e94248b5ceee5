/// @file
/// Assessments (kết quả chấm điểm): the marks that one unit received for one year.
#pragma once

#include "parindex/criteria/criteria_set.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parindex::inline v0 {

/// A round of scoring (vòng chấm).
enum class scoring_round {
    self,          ///< Self score (tự chấm): kept beside the result; counts only where nobody else scores the part.
    appraisal,     ///< Appraised score (thẩm định).
    re_appraisal,  ///< Second appraisal: replaces the appraised score of the leaves it touches.
    survey,        ///< Survey score (điều tra xã hội học).
    authority,     ///< Scored only by the authority above.
};

/// "self", "appraisal", "re_appraisal", "survey" or "authority": the words of the JSON format.
[[nodiscard]] std::string_view to_string(scoring_round round) noexcept;

/// What one leaf received in one round: the score, or only the loss where no more is known.
struct mark {
    std::string criterion;  ///< Code of a leaf.
    scoring_round round = scoring_round::appraisal;
    std::optional<figure> score;  ///< 0..maximum of the leaf.
    std::optional<figure> loss;   ///< maximum - score, 0..maximum. Exactly one of the two is given.
    source_position where;
};

/// A place in a ranking as published: 06/20, four places up.
struct published_rank {
    int place = 0;              ///< 1..of
    int of = 0;                 ///< Units ranked.
    std::optional<int> change;  ///< Places gained against the year before; negative for a fall.
};

/// Figures that were published for the unit. They never enter a computation: they are compared with its result.
struct published_figures {
    std::optional<decimal> total;
    std::optional<decimal> deductions;
    std::map<std::string, decimal> parts;             ///< Score by part code.
    std::map<std::string, decimal> fields;            ///< Score by field code.
    std::optional<published_rank> rank;               ///< By PAR INDEX.
    std::optional<published_rank> satisfaction_rank;  ///< By SIPAS.
    source_position where;
};

/// The unit that is scored (đơn vị được chấm).
struct scored_unit {
    std::string code;
    std::string name;
};

/// The marks of one unit.
struct assessment {
    decision set;  ///< Key of the criteria set that the marks belong to.
    scored_unit unit;
    int year = 0;  ///< The year that is scored.
    std::vector<mark> marks;
    published_figures published;
    source_position where;
};

/// Everything about the marks that contradicts the set: unknown codes, marks for nodes that are computed, scores
/// outside 0..maximum, rounds that may not score a part, marks given twice, another set's key, published figures for
/// codes that do not exist.
[[nodiscard]] diagnostics check(const assessment& marks, const criteria_set& set);

}  // namespace parindex::inline v0
