/// @file
/// A criteria set (bộ tiêu chí) as it is written down, before any check.
#pragma once

#include "parindex/criteria/decision.hpp"
#include "parindex/criteria/figure.hpp"
#include "parindex/criteria/rule.hpp"
#include "parindex/support/diagnostic.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parindex::inline v0 {

/// Who gives points (người chấm).
enum class scorer {
    unit,       ///< The unit itself: self score (tự chấm).
    appraiser,  ///< The appraisal council (thẩm định).
    authority,  ///< Only the authority above.
    survey,     ///< A sociological survey (điều tra xã hội học).
};

/// A component of the total (phần điểm) such as appraised points or a survey of officials. Declared by the set.
struct part {
    std::string code;
    std::string name;
    std::vector<scorer> scored_by;  ///< At least one.
    std::optional<figure> maximum;  ///< Checked against the criteria of the part.
    source_position where;

    [[nodiscard]] bool is_scored_by(scorer who) const noexcept;
    [[nodiscard]] bool scored_by_survey() const noexcept { return is_scored_by(scorer::survey); }
};

/// What the points of a criterion are to the total.
enum class point_kind {
    regular,  ///< Part of the maximum.
    bonus,    ///< Added above the maximum (điểm thưởng).
    penalty,  ///< Taken from the total (điểm phạt); may cross the limits of the criteria beside it.
};

/// "regular", "bonus" or "penalty": the words of the JSON format.
[[nodiscard]] std::string_view to_string(point_kind kind) noexcept;

/// What happens to a criterion that does not apply to a unit (không áp dụng). Real sets differ: full points credited,
/// none, a smaller maximum of the unit (71.5, 84, 96.5), or its weight shared out among the others.
enum class not_applicable_policy {
    forbidden,        ///< It applies to everybody. The default.
    full,             ///< Full points are credited.
    zero,             ///< It counts as not earned.
    smaller_maximum,  ///< It leaves the maximum of the unit, whose index is score / own maximum.
    /// Its weight goes to the other leaves of its group, in proportion to theirs, to remainders too, and to leaves that
    /// do not apply but count as full or zero;
    rescale_criterion,
    rescale_field,  ///< ... of its field; where it is a field itself, of the whole set;
    rescale_total,  ///< ... of the whole set.
};

/// "forbidden", "full", "zero", "smaller_maximum", "rescale_criterion", "rescale_field" or "rescale_total".
[[nodiscard]] std::string_view to_string(not_applicable_policy policy) noexcept;

/// A node of the tree as it is written down: a field, a criterion or a sub-criterion (lĩnh vực, tiêu chí, tiêu chí
/// thành phần), of any depth. A node without children is a leaf.
struct criterion {
    std::string code;
    std::string name;
    /// Points to earn. A leaf without one is known only by its loss; a group without one has the sum of its children.
    /// Of a bonus leaf: the most that it adds. Of a penalty leaf: the most that it takes; none is no limit.
    std::optional<figure> maximum;
    std::string part;  ///< Code of the part that a leaf belongs to; empty for a group.
    /// Bonus and penalty points add nothing to any maximum. The kind of a group is that of everything below it.
    point_kind points = point_kind::regular;
    /// The least that a leaf may score (none: 0; may be below 0) or that a group counts as, however low its sum.
    std::optional<figure> minimum;
    /// The most that a group counts as, however high its sum; the most that a penalty group takes.
    std::optional<figure> cap;
    std::optional<not_applicable_policy> not_applicable;  ///< None: that of the group, and at the top of the set.
    std::optional<scoring_rule> scoring;                  ///< How facts become the points of a leaf.
    std::vector<std::string> evidence;                    ///< What a leaf must prove (tài liệu kiểm chứng).
    std::optional<legal_source> source;
    /// Stands for everything in its group that is not itemised, at full marks: maximum = the group's maximum - the
    /// itemised maxima. The figure is inferred and rests on `assumption`.
    bool remainder = false;
    std::string assumption;
    std::vector<criterion> children;
    source_position where;
};

/// A group of units that a set is made for (khối, nhóm đơn vị): departments, communes, central agencies, ...
struct unit_group {
    std::string code;
    std::string name;

    friend bool operator==(const unit_group&, const unit_group&) = default;
};

/// A criteria set as it is written down.
struct criteria_description {
    std::string source;  ///< Free text: where the data come from; may be empty.
    decision key;
    std::optional<decision> amends;  ///< The set that this one corrects (đính chính) or replaces within its year.
    std::string name;
    std::vector<unit_group> unit_groups;  ///< Whom the set is made for; empty: it does not say.
    std::optional<figure> maximum;        ///< Usually 100.
    std::optional<figure> minimum;        ///< The least that a total counts as.
    std::optional<figure> cap;            ///< The most that a total counts as, with its bonus points.
    not_applicable_policy not_applicable = not_applicable_policy::forbidden;
    rule_policies rules;  ///< What holds for every rule that does not say otherwise.
    /// Rounding of each field (a leaf too) and of the total, after their bounds; none: exact. Rounding fields and then
    /// the total is double rounding, which real programs do.
    std::optional<rounding> field_rounding;
    std::optional<rounding> total_rounding;
    std::vector<part> parts;
    std::vector<criterion> fields;
    provenance codes = provenance::printed;  ///< Whether the codes are the document's or assigned by us.
    source_position where;
};

}  // namespace parindex::inline v0
