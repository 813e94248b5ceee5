/// @file
/// Assessments (kết quả chấm điểm): the marks that one unit received for one year.
#pragma once

#include "parindex/criteria/criteria_set.hpp"
#include "parindex/criteria/rule_result.hpp"

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parindex::inline v0 {

/// A round of scoring (vòng chấm). Where a part is scored in several, the last of these counts: survey, appraisal,
/// re-appraisal, authority.
enum class scoring_round {
    self,          ///< Self score (tự chấm): kept beside the result; counts only where nobody else scores the part.
    appraisal,     ///< Appraised score (thẩm định).
    re_appraisal,  ///< Second appraisal: replaces the appraised score of the leaves it touches.
    survey,        ///< Survey score (điều tra xã hội học).
    authority,     ///< Scored only by the authority above.
};

/// "self", "appraisal", "re_appraisal", "survey" or "authority": the words of the JSON format.
[[nodiscard]] std::string_view to_string(scoring_round round) noexcept;

/// A document that proves a mark (tài liệu kiểm chứng).
struct evidence {
    std::string document;  ///< "12/BC-VPUB".
    std::string place;     ///< Section or page in it; may be empty.

    friend bool operator==(const evidence&, const evidence&) = default;
};

/// What one leaf received in one round: the score, or only the loss where no more is known, or the facts from which the
/// rule of the leaf computes the score, or that it does not apply.
struct mark {
    std::string criterion;  ///< Code of a leaf.
    scoring_round round = scoring_round::appraisal;
    std::optional<figure> score;  ///< Within the bounds of the leaf; of a penalty leaf at most 0.
    std::optional<figure> loss;   ///< maximum - score; of a penalty leaf what it takes; of no bonus leaf.
    /// Why the leaf does not apply to the unit (không áp dụng); what follows is the policy of the set. Exactly one of
    /// score, loss, facts and this is given. No mark at all is something else: of a bonus or penalty leaf, that there
    /// was nothing to add or take; of any other, that it is not scored yet.
    std::optional<std::string> not_applicable;
    /// What was found (số liệu), for the rule of the leaf. A later round replaces all of them, never single ones.
    std::optional<std::vector<fact>> facts;
    std::vector<evidence> proofs;
    std::string explanation;  ///< Giải trình: where evidence is missing or points were lost; may be empty.
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
    std::optional<decimal> self_total;  ///< Sum of the unit's own marks.
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
    std::string group;  ///< Code of its group of units; required where the set declares groups.
    /// Why the unit is scored but takes no place in the ranking; empty: it is ranked.
    std::string outside_ranking;
};

/// The marks of one unit.
struct assessment {
    std::string source;  ///< Free text: where the data come from; may be empty.
    decision set;        ///< Key of the criteria set that the marks belong to.
    scored_unit unit;
    int year = 0;  ///< The year that is scored.
    std::vector<mark> marks;
    published_figures published;
    source_position where;
};

/// What rules see beside the facts of the unit: values of other units and other years, handed in ready, so that no rule
/// reaches further.
struct evaluation_context {
    std::map<std::string, std::vector<fact>, std::less<>> facts;  ///< By criterion.

    /// The facts of a criterion.
    [[nodiscard]] std::span<const fact> of(std::string_view criterion) const noexcept;
};

/// What one mark says about its leaf, before any weight: its score, the maximum less its loss, or what the rule makes
/// of its facts. Points that are still open lie within the bounds of the leaf.
/// `trace` and `used` are filled where a rule was applied.
/// @pre check() has no error about the mark
[[nodiscard]] rule_result points_of(const mark& given, const criteria_set::node& leaf,
                                    const evaluation_context& context = {}, rule_trace* trace = nullptr,
                                    std::vector<used_fact>* used = nullptr);

/// Everything about the marks that contradicts the set: unknown codes, marks for nodes that are computed, scores
/// outside the bounds of a leaf, rounds that may not score a part, marks given twice, another set's key, a unit of
/// another group, criteria that cannot be left out, published figures for codes that do not exist, facts of the
/// marks or of the context that no rule reads, of another kind or outside their bounds, facts from which no points
/// follow. Warnings: required evidence that is neither given nor explained.
[[nodiscard]] diagnostics check(const assessment& marks, const criteria_set& set,
                                const evaluation_context& context = {});

}  // namespace parindex::inline v0
