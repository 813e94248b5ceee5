// Which mark counts for a leaf, and how much leaves known only by their loss can lose.
#pragma once

#include "parindex/assessment/assessment.hpp"

#include <vector>

namespace parindex::inline v0 {

/// By mark, the node that it names, or none.
inline std::vector<std::size_t> nodes_of_marks(const assessment& marks, const criteria_set& set) {
    std::vector<std::size_t> out;
    out.reserve(marks.marks.size());
    for (const mark& each : marks.marks) out.push_back(set.find(each.criterion));
    return out;
}

/// By node, the mark that counts, or null: the later round wins, and a self score counts only where the unit alone
/// scores the part. Marks that name no leaf are passed over.
/// @param nodes  of the marks
inline std::vector<const mark*> choose_marks(const assessment& marks, const criteria_set& set,
                                             const std::vector<std::size_t>& nodes) {
    const auto weight = [](scoring_round round) {
        switch (round) {
            case scoring_round::self: return 0;
            case scoring_round::survey: return 1;
            case scoring_round::appraisal: return 2;
            case scoring_round::re_appraisal: return 3;
            case scoring_round::authority: return 4;
        }
        return 0;
    };
    std::vector<const mark*> chosen(set.nodes().size(), nullptr);
    for (std::size_t index = 0; index < nodes.size(); ++index) {
        const mark& each = marks.marks[index];
        const std::size_t node = nodes[index];
        if (node == criteria_set::none || set.at(node).kind != criteria_set::kind::leaf) continue;
        if (each.round == scoring_round::self && set.parts()[set.at(node).part].scored_by.size() > 1) continue;
        const mark*& best = chosen[node];
        if (best == nullptr || weight(each.round) > weight(best->round)) best = &each;
    }
    return chosen;
}

inline std::vector<const mark*> choose_marks(const assessment& marks, const criteria_set& set) {
    return choose_marks(marks, set, nodes_of_marks(marks, set));
}

/// The remainder of each group: the maxima of the leaves beside it that are known only by their loss lie in it, so that
/// those leaves together can lose no more than it holds.
class remainders {
public:
    explicit remainders(const criteria_set& set) : set_(set), of_group_(set.nodes().size(), criteria_set::none) {
        for (std::size_t node = 1; node < set.nodes().size(); ++node) {
            if (set.at(node).kind == criteria_set::kind::remainder) of_group_[set.at(node).parent] = node;
        }
    }

    /// The remainder in the group of `node`. @pre there is one, as beside every leaf known only by its loss
    [[nodiscard]] const criteria_set::node& beside(std::size_t node) const noexcept {
        return set_.at(of_group_[set_.at(node).parent]);
    }

private:
    const criteria_set& set_;
    std::vector<std::size_t> of_group_;  // by node
};

}  // namespace parindex::inline v0
