#include "assessment/weights.hpp"

#include "parindex/numeric/sum.hpp"

#include <functional>
#include <map>
#include <utility>

namespace parindex::inline v0 {

namespace {

class weighing {
public:
    explicit weighing(const criteria_set& set) : set_(set), leaves_(set.nodes().size()) {}

    leaf_weights run(const std::vector<leaf_points>& given) {
        using scope_order = std::greater<>;  // by level and node: the innermost first
        std::map<std::pair<std::size_t, std::size_t>, std::vector<std::size_t>, scope_order> scopes;
        bool all_apply = true;
        for (std::size_t node = 1; node < given.size(); ++node) {
            if (!given[node].does_not_apply() || !set_.at(node).is_regular_leaf()) continue;
            const std::size_t scope = set_.rescale_scope(node);
            if (scope != criteria_set::none) {
                scopes[{set_.at(scope).level, scope}].push_back(node);
                leaves_[node] = state::leaving;
            } else if (set_.at(node).not_applicable == not_applicable_policy::smaller_maximum) {
                leaves_[node] = state::gone;
            } else {
                continue;
            }
            all_apply = false;
        }
        if (all_apply) return {};
        out_.factor.assign(set_.nodes().size(), ratio(1));
        for (const auto& [scope, leaving] : scopes) share_out(scope.second, leaving);
        for (std::size_t node = 1; node < leaves_.size(); ++node) {
            if (leaves_[node] == state::gone) out_.factor[node] = ratio();
        }
        return std::move(out_);
    }

private:
    enum class state : unsigned char { staying, leaving, gone };

    void share_out(std::size_t scope, const std::vector<std::size_t>& leaving) {
        const ratio left = weight(leaving);
        for (const std::size_t leaf : leaving) leaves_[leaf] = state::gone;
        std::vector<std::size_t> heirs;
        for (std::size_t node = scope + 1; node < set_.at(scope).end; ++node) {
            const criteria_set::node& each = set_.at(node);
            const bool counts = each.kind != criteria_set::kind::group && each.points == point_kind::regular;
            if (counts && leaves_[node] != state::gone) heirs.push_back(node);
        }
        const ratio before = weight(heirs);
        if (left.sign() == 0) return;
        if (before.sign() == 0) {
            if (out_.stranded == criteria_set::none) out_.stranded = leaving.front();
            return;
        }
        const ratio factor = (before + left) / before;
        for (const std::size_t node : heirs) out_.factor[node] *= factor;
    }

    [[nodiscard]] ratio weight(const std::vector<std::size_t>& nodes) const {
        std::vector<ratio> weights;
        weights.reserve(nodes.size());
        for (const std::size_t node : nodes) weights.push_back(set_.at(node).maximum * out_.factor[node]);
        return sum(weights);
    }

    const criteria_set& set_;
    std::vector<state> leaves_;  // by node
    leaf_weights out_;
};

}  // namespace

leaf_weights weigh(const criteria_set& set, const std::vector<leaf_points>& leaves) {
    return weighing(set).run(leaves);
}

}  // namespace parindex::inline v0
