/// @file
/// Criteria sets (bộ tiêu chí): what can be earned, and who may score it.
#pragma once

#include "parindex/criteria/criteria_description.hpp"
#include "parindex/numeric/ratio.hpp"
#include "parindex/support/result.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parindex::inline v0 {

/// A criteria set that passed every static check. Immutable; copies share one tree.
class criteria_set {
public:
    enum class kind { group, leaf, remainder };

    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    /// A node of the checked tree. Nodes lie in document order, parents first; node 0 is the whole set.
    struct node {
        std::string code;  ///< Empty for the whole set.
        std::string name;
        criteria_set::kind kind = criteria_set::kind::group;
        point_kind points = point_kind::regular;
        /// What the node adds to its parent's maximum, in points. Zero for bonus and penalty points, and for a leaf
        /// known only by its loss, whose own maximum is contained in the remainder beside it.
        ratio maximum;
        /// Bounds of the score of a leaf, or of what the sum of a group counts as; none: unbounded.
        std::optional<ratio> lowest;
        std::optional<ratio> highest;
        bool states_maximum = true;                       ///< False for a leaf known only by its loss.
        provenance maximum_origin = provenance::printed;  ///< Provenance of `maximum`.
        std::string assumption;                           ///< Of an inferred maximum.
        not_applicable_policy not_applicable = not_applicable_policy::forbidden;
        std::shared_ptr<const scoring_rule> rule;  ///< Of a leaf whose points follow from facts; otherwise null.
        rule_policies policies;                    ///< What holds for that rule.
        /// Index into parts(): the part of a leaf; of a bounded group, the one part of all leaves below it, which
        /// bears what the bound takes or gives; otherwise none.
        std::size_t part = none;
        std::size_t parent = none;
        std::size_t end = 0;                ///< One past the last node of the subtree; a child's is its next sibling.
        std::size_t level = 0;              ///< 0 the set, 1 a field.
        std::vector<std::string> evidence;  ///< What a leaf must prove.
        std::optional<legal_source> source;

        [[nodiscard]] bool is_leaf() const noexcept { return kind == criteria_set::kind::leaf; }
        /// What the rule of a leaf calls its maximum: of a bonus leaf the most that it adds, of a penalty leaf the most
        /// that it takes.
        [[nodiscard]] ratio full_points() const {
            if (points == point_kind::regular) return maximum;
            if (points == point_kind::bonus) return highest.value_or(ratio());
            return lowest ? -*lowest : ratio();
        }
        /// A leaf whose points are part of the maximum.
        [[nodiscard]] bool is_regular_leaf() const noexcept { return is_leaf() && points == point_kind::regular; }
    };

    /// Checks a description and builds the set.
    /// @return the set, or every finding at once: codes twice or empty, children that do not add up to a stated
    ///         maximum (at every level and for every part), unknown or unscored parts, leaves without a maximum that
    ///         no remainder can hold, remainders below zero, figures inferred without an assumption, figures too large
    ///         or too precise, bounds that contradict each other or span parts, a set that amends itself, limits
    static result<criteria_set> create(const criteria_description& description);

    [[nodiscard]] const decision& key() const noexcept { return data_->description.key; }
    [[nodiscard]] const std::optional<decision>& amends() const noexcept { return data_->description.amends; }
    [[nodiscard]] std::span<const unit_group> unit_groups() const noexcept { return data_->description.unit_groups; }
    [[nodiscard]] provenance codes() const noexcept { return data_->description.codes; }
    [[nodiscard]] std::span<const part> parts() const noexcept { return data_->description.parts; }
    /// Warnings of the static checks: what is odd, but can be used.
    [[nodiscard]] const diagnostics& warnings() const noexcept { return data_->warnings; }
    /// What the set was made from.
    [[nodiscard]] const criteria_description& description() const noexcept { return data_->description; }
    [[nodiscard]] std::span<const node> nodes() const noexcept { return data_->nodes; }
    [[nodiscard]] const node& at(std::size_t index) const noexcept { return data_->nodes[index]; }
    /// Indices of the fields, in order.
    [[nodiscard]] std::vector<std::size_t> fields() const { return children(0); }
    [[nodiscard]] std::vector<std::size_t> children(std::size_t index) const;
    /// The field that a node lies in; none for the whole set.
    [[nodiscard]] std::size_t field_of(std::size_t index) const noexcept;
    /// The group among whose leaves the weight of this leaf is shared out where it does not apply; none if the policy
    /// shares nothing out. Of a leaf that is a field itself, the whole set.
    [[nodiscard]] std::size_t rescale_scope(std::size_t leaf) const noexcept;
    /// The node with this code, or none.
    [[nodiscard]] std::size_t find(std::string_view code) const noexcept;
    /// Sum of the maxima of the leaves of a part.
    [[nodiscard]] ratio part_maximum(std::size_t part) const;

private:
    struct contents {
        criteria_description description;
        std::vector<node> nodes;
        std::vector<std::size_t> by_code;  ///< Indices of nodes, sorted by code.
        diagnostics warnings;
    };
    friend class criteria_set_checker;

    explicit criteria_set(std::shared_ptr<const contents> data) noexcept : data_(std::move(data)) {}

    std::shared_ptr<const contents> data_;
};

}  // namespace parindex::inline v0
