// The checks of a single mark against its leaf.
#pragma once

#include "assessment/chosen_marks.hpp"
#include "assessment/fact_checks.hpp"
#include "parindex/assessment/assessment.hpp"
#include "support/finding_list.hpp"

#include <optional>
#include <vector>

namespace parindex::inline v0 {

class mark_checker {
public:
    mark_checker(const criteria_set& set, const evaluation_context& context, const remainders& rests, code_hints& hints,
                 finding_list& found)
        : set_(set),
          context_(context),
          remainders_(rests),
          hints_(hints),
          found_(found),
          rounds_seen_(set.nodes().size(), 0) {}

    /// @param node  that the mark names, or none
    /// @return the points of the mark; nothing if none can be had from it
    std::optional<rule_result> check(const mark& each, std::size_t node);

private:
    /// Whether the mark names a leaf.
    [[nodiscard]] bool check_leaf(const mark& each, std::size_t index, const add_finding& add);
    void check_loss(const figure& loss, std::size_t index, const add_finding& add) const;
    [[nodiscard]] std::optional<rule_result> points(const mark& each, const criteria_set::node& node,
                                                    const add_finding& add) const;
    [[nodiscard]] std::optional<ratio> loss_bound(std::size_t index) const;

    const criteria_set& set_;
    const evaluation_context& context_;
    const remainders& remainders_;
    code_hints& hints_;
    finding_list& found_;
    std::vector<unsigned char> rounds_seen_;  // by node, a bit for each round
};

}  // namespace parindex::inline v0
