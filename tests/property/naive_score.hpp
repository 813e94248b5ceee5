// The points of a unit straight from the definitions, with boost's rationals: knows nothing of nodes, parts or ledgers.
#pragma once

#include "random_case.hpp"

#include <boost/multiprecision/cpp_int.hpp>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace parindex_test {

using exact = boost::multiprecision::cpp_rational;

inline exact naive(decimal value) {
    exact out = value.coefficient();
    for (int place = 0; place < value.scale(); ++place) out /= 10;
    return out;
}

/// The weights of all leaves, by code, as the words of the policies say.
class naive_weights {
public:
    explicit naive_weights(const random_case& made) : made_(made) {
        criterion whole;
        whole.children = made.description.fields;
        find_absent(whole.children, made.description.not_applicable, "", "");
        share_out(whole);
    }
    [[nodiscard]] bool stranded() const { return stranded_; }
    [[nodiscard]] bool gone(const std::string& code) const { return gone_.contains(code); }
    [[nodiscard]] exact of(const std::string& code) const {
        if (gone(code)) return 0;
        const auto found = factor_.find(code);
        return found == factor_.end() ? exact(1) : found->second;
    }
    [[nodiscard]] not_applicable_policy policy(const std::string& code) const { return policies_.at(code); }

private:
    void find_absent(const std::vector<criterion>& children, not_applicable_policy inherited, const std::string& parent,
                     const std::string& field) {
        for (const criterion& each : children) {
            const not_applicable_policy policy = each.not_applicable.value_or(inherited);
            const std::string& own_field = parent.empty() ? each.code : field;
            find_absent(each.children, policy, each.code, own_field);
            const auto given = made_.chosen.find(each.code);
            if (!each.children.empty() || given == made_.chosen.end() || !given->second.not_applicable) continue;
            policies_[each.code] = policy;
            if (policy == not_applicable_policy::smaller_maximum) gone_.insert(each.code);
            if (policy == not_applicable_policy::rescale_criterion) leaving_[parent].push_back(each);
            if (policy == not_applicable_policy::rescale_field) leaving_[parent.empty() ? "" : field].push_back(each);
            if (policy == not_applicable_policy::rescale_total) leaving_[""].push_back(each);
        }
    }

    void share_out(const criterion& scope) {
        for (const criterion& child : scope.children) {
            if (!child.children.empty()) share_out(child);
        }
        const auto leaving = leaving_.find(scope.code);
        if (leaving == leaving_.end()) return;
        exact left = 0;
        for (const criterion& each : leaving->second) {
            left += naive(each.maximum->value) * of(each.code);
            gone_.insert(each.code);
        }
        exact before = 0;
        std::vector<std::string> heirs;
        collect(scope, before, heirs);
        if (left == 0) return;
        if (before == 0) {
            stranded_ = true;
            return;
        }
        for (const std::string& code : heirs) factor_[code] = of(code) * (before + left) / before;
    }

    void collect(const criterion& group, exact& weight, std::vector<std::string>& heirs) const {
        exact itemised = 0;
        std::string remainder;
        for (const criterion& each : group.children) {
            itemised += maximum(each);
            if (each.points != point_kind::regular) continue;
            if (each.remainder) remainder = each.code;
            if (!each.children.empty()) {
                collect(each, weight, heirs);
            } else if (!gone(each.code)) {
                heirs.push_back(each.code);
                if (each.maximum) weight += naive(each.maximum->value) * of(each.code);
            }
        }
        if (!remainder.empty()) weight += (naive(group.maximum->value) - itemised) * of(remainder);
    }

    static exact maximum(const criterion& each) {
        if (each.points != point_kind::regular || each.remainder) return 0;
        if (each.maximum) return naive(each.maximum->value);
        exact out = 0;
        for (const criterion& child : each.children) out += maximum(child);
        return out;
    }

    const random_case& made_;
    std::map<std::string, exact> factor_;
    std::map<std::string, std::vector<criterion>> leaving_;  // by the code of the scope
    std::map<std::string, not_applicable_policy> policies_;
    std::set<std::string> gone_;
    bool stranded_ = false;
};

struct naive_points {
    exact set_maximum;
    exact maximum;
    exact score;
    exact lowest;
    exact highest;
    std::size_t unmarked = 0;
};

/// Straight from the definitions; fills `out` by code.
inline naive_points naive_leaf(const criterion& each, const random_case& made, const naive_weights& weights) {
    naive_points own;
    const auto given = made.chosen.find(each.code);
    if (each.points != point_kind::regular) {
        if (given != made.chosen.end()) {
            const mark& counts = given->second;
            own.score = counts.score ? naive(counts.score->value) : exact(-naive(counts.loss->value));
        }
        own.lowest = own.highest = own.score;
        return own;
    }
    const exact weight = weights.of(each.code);
    own.set_maximum = naive(each.maximum->value);
    own.maximum = own.set_maximum * weight;
    if (given == made.chosen.end()) {
        own.highest = own.maximum;
        if (each.minimum) own.lowest = naive(each.minimum->value) * weight;
        own.unmarked = 1;
        return own;
    }
    const mark& counts = given->second;
    if (counts.not_applicable) {
        if (weights.policy(each.code) == not_applicable_policy::full) own.score = own.maximum;
    } else {
        own.score =
            weight * (counts.score ? naive(counts.score->value) : exact(own.set_maximum - naive(counts.loss->value)));
    }
    own.lowest = own.highest = own.score;
    return own;
}

inline void bound(naive_points& own, const std::optional<figure>& minimum, const std::optional<figure>& cap) {
    for (exact* value : {&own.score, &own.lowest, &own.highest}) {
        if (cap && *value > naive(cap->value)) *value = naive(cap->value);
        if (minimum && *value < naive(minimum->value)) *value = naive(minimum->value);
    }
}

inline naive_points naive_sum(const criterion& group, const random_case& made, const naive_weights& weights,
                              std::map<std::string, naive_points>& out) {
    naive_points sum;
    exact losses = 0;
    std::size_t open = 0;
    std::string remainder;
    for (const criterion& child : group.children) {
        if (child.remainder) {
            remainder = child.code;
            continue;
        }
        if (child.children.empty() && !child.maximum && child.points == point_kind::regular) {
            const auto given = made.chosen.find(child.code);
            if (given == made.chosen.end()) {
                ++open;
            } else {
                losses += naive(given->second.loss->value);
            }
            continue;
        }
        const naive_points own =
            child.children.empty() ? naive_leaf(child, made, weights) : naive_sum(child, made, weights, out);
        out[child.code] = own;
        sum.set_maximum += own.set_maximum;
        sum.maximum += own.maximum;
        sum.score += own.score;
        sum.lowest += own.lowest;
        sum.highest += own.highest;
        sum.unmarked += own.unmarked;
    }
    if (!remainder.empty()) {
        const exact holds = naive(group.maximum->value) - sum.set_maximum;
        const exact weight = weights.of(remainder);
        sum.set_maximum += holds;
        sum.maximum += holds * weight;
        sum.score += (holds - losses) * weight;
        sum.highest += (holds - losses) * weight;
        if (open == 0) sum.lowest += (holds - losses) * weight;
        sum.unmarked += open;
    }
    bound(sum, group.minimum, group.cap);
    return sum;
}

}  // namespace parindex_test
