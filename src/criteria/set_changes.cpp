#include "parindex/criteria/set_changes.hpp"

#include "numeric/shortest_text.hpp"

namespace parindex::inline v0 {

namespace {

class set_comparison {
public:
    set_comparison(const criteria_set& before, const criteria_set& after) : before_(before), after_(after) {}

    std::vector<set_change> run() {
        compare(before_.at(0), after_.at(0));
        for (std::size_t node = 1; node < after_.nodes().size(); ++node) {
            const criteria_set::node& later = after_.at(node);
            const std::size_t earlier = before_.find(later.code);
            if (earlier == criteria_set::none) {
                add(set_change::what::added, later.code, "", later.name);
            } else {
                compare(before_.at(earlier), later);
            }
        }
        for (std::size_t node = 1; node < before_.nodes().size(); ++node) {
            const criteria_set::node& earlier = before_.at(node);
            if (after_.find(earlier.code) != criteria_set::none) continue;
            add(set_change::what::removed, earlier.code, earlier.name, "");
        }
        return std::move(out_);
    }

private:
    using what = set_change::what;

    void compare(const criteria_set::node& earlier, const criteria_set::node& later) {
        const std::string& code = later.code;
        const auto differ = [&](what kind, const std::string& before, const std::string& after) {
            if (before != after) add(kind, code, before, after);
        };
        differ(what::renamed, earlier.name, later.name);
        differ(what::moved, parent(before_, earlier), parent(after_, later));
        differ(what::maximum, maximum(earlier), maximum(later));
        differ(what::bounds, bounds(earlier), bounds(later));
        differ(what::part, part(before_, earlier), part(after_, later));
        differ(what::policy, std::string(to_string(earlier.not_applicable)),
               std::string(to_string(later.not_applicable)));
        if (!same_rule(earlier, later)) add(what::rule, code, rule(earlier), rule(later));
        differ(what::evidence, evidence(earlier), evidence(later));
        differ(what::point_kind, std::string(to_string(earlier.points)), std::string(to_string(later.points)));
    }

    static std::string parent(const criteria_set& set, const criteria_set::node& node) {
        return node.parent == criteria_set::none ? std::string() : set.at(node.parent).code;
    }
    static std::string maximum(const criteria_set::node& node) {
        return node.states_maximum ? shortest_text(node.maximum) : std::string();
    }
    static std::string bounds(const criteria_set::node& node) {
        const auto end = [](const std::optional<ratio>& value) {
            return value ? shortest_text(*value) : std::string();
        };
        // The bounds of most leaves follow from their maximum.
        if (node.is_regular_leaf() && node.lowest && node.lowest->sign() == 0) return "";
        return node.is_regular_leaf() ? end(node.lowest) + ".." : end(node.lowest) + ".." + end(node.highest);
    }
    static std::string part(const criteria_set& set, const criteria_set::node& node) {
        return node.part == criteria_set::none ? std::string() : set.parts()[node.part].code;
    }
    static bool same_rule(const criteria_set::node& a, const criteria_set::node& b) {
        if (!a.rule || !b.rule) return !a.rule && !b.rule;
        return *a.rule == *b.rule && a.policies == b.policies;
    }
    /// A rule has no short text: that there is one is said by its facts.
    static std::string rule(const criteria_set::node& node) {
        if (!node.rule) return {};
        std::string out = "a rule";
        for (const fact_declaration& each : node.rule->facts) out += (out == "a rule" ? " of " : ", ") + each.name;
        return out;
    }
    static std::string evidence(const criteria_set::node& node) {
        std::string out;
        for (const std::string& each : node.evidence) out += (out.empty() ? "" : "; ") + each;
        return out;
    }

    void add(what kind, const std::string& code, std::string before, std::string after) {
        out_.push_back({kind, code, std::move(before), std::move(after)});
    }

    const criteria_set& before_;
    const criteria_set& after_;
    std::vector<set_change> out_;
};

}  // namespace

std::vector<set_change> compare_sets(const criteria_set& before, const criteria_set& after) {
    return set_comparison(before, after).run();
}

}  // namespace parindex::inline v0
