/// @file
/// Criteria sets (bộ tiêu chí): what can be earned, and who may score it.
#pragma once

#include "parindex/criteria/figure.hpp"
#include "parindex/numeric/ratio.hpp"
#include "parindex/support/result.hpp"
#include "parindex/text/date.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parindex::inline v0 {

/// The decision that issues a set (quyết định ban hành). A number alone is not unique: 892 was issued by the ministry
/// in 2024 and by Quảng Nam in 2023.
struct decision {
    std::string number;  ///< As printed: "134/QĐ-UBND".
    std::string issuer;
    date issued;
    provenance origin = provenance::printed;
    std::string assumption;  ///< Required unless printed.

    /// Same number, issuer and date.
    friend bool operator==(const decision& a, const decision& b) {
        return a.number == b.number && a.issuer == b.issuer && a.issued == b.issued;
    }
};

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

    [[nodiscard]] bool scored_by_survey() const noexcept;
};

/// A node of the tree as it is written down: a field, a criterion or a sub-criterion (lĩnh vực, tiêu chí, tiêu chí
/// thành phần), of any depth. A node without children is a leaf.
struct criterion {
    std::string code;
    std::string name;
    /// Points to earn. A leaf without one is known only by its loss; a group without one has the sum of its children.
    std::optional<figure> maximum;
    std::string part;  ///< Code of the part that a leaf belongs to; empty for a group.
    /// Stands for everything in its group that is not itemised, at full marks: maximum = the group's maximum - the
    /// itemised maxima. The figure is inferred and rests on `assumption`.
    bool remainder = false;
    std::string assumption;
    std::vector<criterion> children;
    source_position where;
};

/// A criteria set as it is written down.
struct criteria_description {
    decision key;
    std::string name;
    std::optional<figure> maximum;  ///< Usually 100.
    std::vector<part> parts;
    std::vector<criterion> fields;
    provenance codes = provenance::printed;  ///< Whether the codes are the document's or assigned by us.
    source_position where;
};

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
        /// What the node adds to its parent's maximum, in points. Zero for a leaf known only by its loss, whose own
        /// maximum is contained in the remainder beside it.
        ratio maximum;
        bool states_maximum = true;                       ///< False for a leaf known only by its loss.
        provenance maximum_origin = provenance::printed;  ///< Provenance of `maximum`.
        std::string assumption;                           ///< Of an inferred maximum.
        std::size_t part = none;                          ///< Index into parts(); none for a group.
        std::size_t parent = none;
        std::size_t end = 0;    ///< One past the last node of the subtree; a child's end is its next sibling.
        std::size_t level = 0;  ///< 0 the set, 1 a field.
    };

    /// Checks a description and builds the set.
    /// @return the set, or every finding at once: codes twice or empty, children that do not add up to a stated
    ///         maximum (at every level and for every part), unknown or unscored parts, leaves without a maximum that
    ///         no remainder can hold, remainders below zero, figures inferred without an assumption, limits
    static result<criteria_set> create(const criteria_description& description);

    [[nodiscard]] const decision& key() const noexcept { return data_->key; }
    [[nodiscard]] provenance codes() const noexcept { return data_->codes; }
    [[nodiscard]] std::span<const part> parts() const noexcept { return data_->parts; }
    [[nodiscard]] std::span<const node> nodes() const noexcept { return data_->nodes; }
    [[nodiscard]] const node& at(std::size_t index) const noexcept { return data_->nodes[index]; }
    /// Indices of the fields, in order.
    [[nodiscard]] std::vector<std::size_t> fields() const { return children(0); }
    [[nodiscard]] std::vector<std::size_t> children(std::size_t index) const;
    /// The field that a node lies in; none for the whole set.
    [[nodiscard]] std::size_t field_of(std::size_t index) const noexcept;
    /// The node with this code, or none.
    [[nodiscard]] std::size_t find(std::string_view code) const noexcept;
    /// Sum of the maxima of the leaves of a part.
    [[nodiscard]] ratio part_maximum(std::size_t part) const;

private:
    struct contents {
        decision key;
        provenance codes = provenance::printed;
        std::vector<part> parts;
        std::vector<node> nodes;
        std::vector<std::size_t> by_code;  ///< Indices of nodes, sorted by code.
    };
    friend class criteria_set_checker;

    explicit criteria_set(std::shared_ptr<const contents> data) noexcept : data_(std::move(data)) {}

    std::shared_ptr<const contents> data_;
};

}  // namespace parindex::inline v0
