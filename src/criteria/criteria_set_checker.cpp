// The static checks of a criteria set. They run over the whole description and collect every finding; the set is
// built on the way and handed out only if there was none.
#include "criteria/criterion_checks.hpp"
#include "criteria/rules/rule_checks.hpp"
#include "numeric/shortest_text.hpp"
#include "parindex/criteria/criteria_set.hpp"
#include "parindex/numeric/number_text.hpp"
#include "parindex/support/limits.hpp"
#include "support/finding_list.hpp"
#include "text/blank.hpp"
#include "text/look_alike.hpp"
#include "text/quoted.hpp"

#include <algorithm>
#include <set>

namespace parindex::inline v0 {

class criteria_set_checker {
public:
    explicit criteria_set_checker(const criteria_description& description) : description_(description) {}

    result<criteria_set> run() {
        set_.description = description_;
        check_key();
        check_unit_groups();
        check_parts();
        add_whole();
        if (description_.fields.empty()) {
            found_.add(error_code::missing_maximum, description_.where, "", "a criteria set needs at least one field");
        }
        for (const criterion& field : description_.fields) add(field, 0);
        set_.nodes[0].end = set_.nodes.size();
        settle_group(0, description_.maximum, description_.where, description_.fields);
        for (std::size_t index = 1; index < set_.nodes.size(); ++index) settle_part_of_bound(index);
        index_codes();
        if (!found_.has_error()) check_whole();
        if (found_.has_error()) return std::move(found_).take();
        set_.warnings = std::move(found_).take();
        return criteria_set(std::make_shared<const criteria_set::contents>(std::move(set_)));
    }

private:
    using kind = criteria_set::kind;

    void check_key() {
        const decision& key = description_.key;
        if (is_blank(key.number) || is_blank(key.issuer)) {
            found_.add(error_code::invalid_value, description_.where, "", "the decision needs a number and an issuer");
        }
        if (key.origin != provenance::printed && is_blank(key.assumption)) {
            found_.add(error_code::missing_assumption, description_.where, "",
                       "a decision that is not printed needs the assumption it rests on");
        }
        if (description_.amends && *description_.amends == key) {
            found_.add(error_code::invalid_amendment, description_.where, "",
                       "the set amends itself; expected the decision that it corrects, not its own");
        }
    }

    void check_unit_groups() {
        std::set<std::string_view> seen;
        for (const unit_group& each : description_.unit_groups) {
            if (is_blank(each.code) || is_blank(each.name)) {
                found_.add(error_code::invalid_value, description_.where, "",
                           "a group of units needs a code and a name");
            } else if (!seen.insert(each.code).second) {
                found_.add(error_code::duplicate_code, description_.where, "",
                           "the group of units " + quoted(each.code) + " is named twice");
            }
        }
    }

    void check_parts() {
        std::vector<part>& parts = set_.description.parts;
        if (parts.size() > limits::parts) {
            found_.add(error_code::too_many_parts, description_.where, "",
                       "a criteria set has at most " + std::to_string(limits::parts) + " parts");
            parts.resize(limits::parts);
        }
        std::set<std::string_view> seen;
        for (const part& each : parts) {
            if (is_blank(each.name)) {
                found_.add(error_code::invalid_value, each.where, "",
                           "the part " + quoted(each.code) + " needs a name");
            }
            if (is_blank(each.code)) {
                found_.add(error_code::invalid_value, each.where, "", "a part needs a code");
            } else if (has_blank_edge(each.code)) {
                found_.add(error_code::invalid_value, each.where, "",
                           "the part code " + quoted(each.code) + " begins or ends with a space");
            } else if (!seen.insert(each.code).second) {
                found_.add(error_code::duplicate_code, each.where, "",
                           "the part code " + quoted(each.code) + " is used twice");
            }
            if (each.scored_by.empty()) {
                found_.add(error_code::part_not_scored, each.where, "",
                           "the part " + quoted(each.code) + " has no scorer");
            }
            if (std::set(each.scored_by.begin(), each.scored_by.end()).size() < each.scored_by.size()) {
                found_.add(error_code::invalid_value, each.where, "",
                           "the part " + quoted(each.code) + " names a scorer twice");
            }
            if (each.scored_by_survey() && each.is_scored_by(scorer::unit)) {
                found_.add(error_code::survey_self_scored, each.where, "",
                           "the part " + quoted(each.code) +
                               " is scored by a survey and by the unit itself; survey points are never self-scored",
                           severity::warning);
            }
            if (!each.maximum) continue;
            const std::string what = "the maximum of part " + quoted(each.code);
            check_points(found_, *each.maximum, each.where, "", what);
            if (each.maximum->value.sign() < 0) {
                found_.add(error_code::negative_maximum, each.where, "",
                           what + " is below zero: " + parindex::to_string(each.maximum->value));
            }
        }
    }

    void add_whole() {
        criteria_set::node whole;
        whole.name = description_.name;
        whole.not_applicable = description_.not_applicable;
        whole.policies = description_.rules;
        if (description_.minimum) whole.lowest = description_.minimum->value;
        if (description_.cap) whole.highest = description_.cap->value;
        set_.nodes.push_back(std::move(whole));
        const auto check = [this](const std::optional<figure>& value, const char* what) {
            if (!value) return;
            check_points(found_, *value, description_.where, "", what);
            if (value == description_.minimum || value->value.sign() >= 0) return;
            found_.add(error_code::negative_maximum, description_.where, "",
                       std::string(what) + " is below zero: " + parindex::to_string(value->value));
        };
        check(description_.maximum, "the maximum of the set");
        check(description_.minimum, "the minimum of the set");
        check(description_.cap, "the cap of the set");
        for (const std::optional<rounding>* each :
             {&description_.rules.points_rounding, &description_.field_rounding, &description_.total_rounding}) {
            if (!*each || ((*each)->places >= 0 && (*each)->places <= decimal::max_scale)) continue;
            found_.add(error_code::invalid_value, description_.where, "", "points are rounded to 0 to 18 places");
        }
        if (description_.minimum && description_.cap && description_.minimum->value > description_.cap->value) {
            found_.add(error_code::invalid_bound, description_.where, "", "the minimum of the set is above its cap");
        }
        if (is_blank(description_.name)) {
            found_.add(error_code::invalid_value, description_.where, "", "a criteria set needs a name");
        }
    }

    /// Appends a node and its subtree.
    void add(const criterion& each, std::size_t parent) {
        if (set_.nodes.size() > limits::criteria) {  // node 0 is no criterion
            if (!too_many_) {
                found_.add(error_code::too_many_criteria, each.where, each.code,
                           "a criteria set has at most " + std::to_string(limits::criteria) + " criteria");
            }
            too_many_ = true;
            return;
        }
        const std::size_t index = set_.nodes.size();
        const std::size_t level = set_.nodes[parent].level + 1;
        criteria_set::node node;
        node.code = each.code;
        node.name = each.name;
        node.kind = each.remainder ? kind::remainder : each.children.empty() ? kind::leaf : kind::group;
        const point_kind around = set_.nodes[parent].points;
        node.points = around == point_kind::regular ? each.points : around;
        node.not_applicable = each.not_applicable.value_or(set_.nodes[parent].not_applicable);
        node.evidence = each.evidence;
        node.source = each.source;
        node.parent = parent;
        node.end = index + 1;
        node.level = level;
        settle_bounds(each, node);
        check_criterion(found_, each, node);
        if (around != point_kind::regular && each.points != point_kind::regular && each.points != around) {
            found_.add(error_code::invalid_bound, each.where, each.code,
                       "criterion " + quoted(each.code) + " gives " + std::string(to_string(each.points)) +
                           " points within a group of " + std::string(to_string(around)) + " points");
        }
        set_.nodes.push_back(std::move(node));
        sources_.push_back(&each);
        if (level > limits::criteria_depth) {
            found_.add(error_code::criteria_too_deep, each.where, each.code,
                       "criteria are nested at most " + std::to_string(limits::criteria_depth) + " deep");
            return;
        }
        if (set_.nodes[index].kind == kind::group) {
            for (const criterion& child : each.children) add(child, index);
            set_.nodes[index].end = set_.nodes.size();
            settle_group(index, each.maximum, each.where, each.children);
            return;
        }
        settle_leaf(each, index);
    }

    void settle_leaf(const criterion& each, std::size_t index) {
        settle_maximum(each, index);
        settle_rule(each, set_.nodes[index]);
    }

    void settle_rule(const criterion& each, criteria_set::node& node) {
        if (!each.scoring) return;
        node.policies = description_.rules.overridden_by(each.scoring->policies);
        node.rule = std::make_shared<const scoring_rule>(*each.scoring);
        check_rule(found_, each, node);
    }

    void settle_maximum(const criterion& each, std::size_t index) {
        criteria_set::node& node = set_.nodes[index];
        node.part = find_part(each.part);
        if (node.part == criteria_set::none) {
            found_.add(
                error_code::unknown_code, each.where, each.code,
                "criterion " + quoted(each.code) +
                    (each.part.empty() ? " names no part; a leaf belongs to one"
                                       : " names the part " + quoted(each.part) + ", which the set does not declare"));
        }
        if (node.kind == kind::remainder) {
            // The maximum follows when the group is settled.
            node.maximum_origin = provenance::inferred;
            node.assumption = each.assumption;
            return;
        }
        if (node.points != point_kind::regular) return;  // adds nothing to a maximum
        node.states_maximum = each.maximum.has_value();
        if (each.maximum) {
            node.maximum = each.maximum->value;
            node.maximum_origin = each.maximum->origin;
            node.assumption = each.maximum->assumption;
        }
    }

    /// Computes a group's maximum from its children, or its remainder from the stated maximum, and compares.
    void settle_group(std::size_t index, const std::optional<figure>& stated, const source_position& where,
                      const std::vector<criterion>& children) {
        ratio itemised;
        std::size_t remainder = criteria_set::none;
        std::vector<std::size_t> unstated;
        bool adds_inferred = false;
        std::size_t source = 0;
        for (std::size_t child = index + 1; child < set_.nodes[index].end; child = set_.nodes[child].end, ++source) {
            criteria_set::node& node = set_.nodes[child];
            if (node.kind == kind::remainder) {
                if (remainder != criteria_set::none) {
                    found_.add(
                        error_code::invalid_remainder, children[source].where, node.code,
                        "a group has at most one remainder; " + quoted(set_.nodes[remainder].code) + " stands before");
                }
                remainder = child;
            } else if (!node.states_maximum) {
                unstated.push_back(child);
            } else {
                itemised += node.maximum;
                adds_inferred = adds_inferred || node.maximum_origin != provenance::printed;
            }
        }
        criteria_set::node& group = set_.nodes[index];
        const std::string name = index == 0 ? "the set" : "criterion " + quoted(group.code);
        if (remainder != criteria_set::none) {
            settle_remainder(group, set_.nodes[remainder], name, itemised, stated, where);
        } else if (stated && group.points == point_kind::regular && itemised != ratio(stated->value)) {
            found_.add(error_code::maximum_mismatch, where, group.code,
                       name + " states a maximum of " + to_shortest_string(stated->value) +
                           ", but its children add up to " + shortest_text(itemised));
        }
        for (const std::size_t child : unstated) check_unstated(child, remainder);
        if (group.points != point_kind::regular) return;
        group.maximum = stated ? ratio(stated->value) : itemised;
        if (stated) {
            group.maximum_origin = stated->origin;
            group.assumption = stated->assumption;
        } else if (adds_inferred) {  // what it rests on stands at the children
            group.maximum_origin = provenance::inferred;
        }
    }

    void settle_remainder(const criteria_set::node& group, criteria_set::node& remainder, const std::string& name,
                          const ratio& itemised, const std::optional<figure>& stated, const source_position& where) {
        if (!stated) {
            found_.add(error_code::missing_maximum, where, group.code,
                       name + " holds a remainder and must state its maximum");
            return;
        }
        remainder.maximum = ratio(stated->value) - itemised;
        if (remainder.maximum.sign() < 0) {
            found_.add(error_code::invalid_remainder, where, group.code,
                       name + " states a maximum of " + to_shortest_string(stated->value) +
                           ", less than its itemised children, which add up to " + shortest_text(itemised));
        }
    }

    /// A leaf known only by its loss needs a remainder of its own part beside it: that is where its maximum lies.
    void check_unstated(std::size_t leaf, std::size_t remainder) {
        const criteria_set::node& node = set_.nodes[leaf];
        const source_position& where = sources_[leaf - 1]->where;
        if (remainder == criteria_set::none) {
            found_.add(
                error_code::unbounded_criterion, where, node.code,
                "criterion " + quoted(node.code) + " has no maximum and no remainder beside it that could contain it");
        } else if (set_.nodes[remainder].part != node.part) {
            found_.add(error_code::unbounded_criterion, where, node.code,
                       "criterion " + quoted(node.code) + " has no maximum, and the remainder " +
                           quoted(set_.nodes[remainder].code) + " beside it belongs to another part");
        }
    }

    /// What a bound takes from a group, or gives it, must belong to a part, or the parts would not add up to the total.
    void settle_part_of_bound(std::size_t index) {
        criteria_set::node& group = set_.nodes[index];
        if (group.kind != kind::group || (!group.lowest && !group.highest)) return;
        for (std::size_t below = index + 1; below < group.end; ++below) {
            const criteria_set::node& leaf = set_.nodes[below];
            if (leaf.kind == kind::group || leaf.part == criteria_set::none) continue;
            if (group.part == criteria_set::none) group.part = leaf.part;
            if (group.part == leaf.part) continue;
            found_.add(error_code::bound_across_parts, sources_[index - 1]->where, group.code,
                       "criterion " + quoted(group.code) +
                           " has a minimum or a cap, but its leaves belong to several " + "parts, such as " +
                           quoted(set_.description.parts[group.part].code) + " and " +
                           quoted(set_.description.parts[leaf.part].code));
            return;
        }
    }

    void index_codes() {
        for (std::size_t index = 1; index < set_.nodes.size(); ++index) set_.by_code.push_back(index);
        std::stable_sort(set_.by_code.begin(), set_.by_code.end(),
                         [this](std::size_t a, std::size_t b) { return set_.nodes[a].code < set_.nodes[b].code; });
        for (std::size_t at = 1; at < set_.by_code.size(); ++at) {
            const std::string& code = set_.nodes[set_.by_code[at]].code;
            if (code.empty() || code != set_.nodes[set_.by_code[at - 1]].code) continue;
            found_.add(error_code::duplicate_code, sources_[set_.by_code[at] - 1]->where, code,
                       "the criterion code " + quoted(code) + " is used twice");
        }
        if (!found_.has_error()) check_look_alikes();
    }

    /// Codes that nobody can tell apart on paper would be one code to whoever enters marks.
    void check_look_alikes() {
        look_alike_index seen;
        for (std::size_t index = 1; index < set_.nodes.size(); ++index) {
            const std::string& code = set_.nodes[index].code;
            const std::string difference = seen.difference(code);
            if (!difference.empty()) {
                found_.add(error_code::duplicate_code, sources_[index - 1]->where, code,
                           "the criterion code " + quoted(code) + ' ' + difference);
            }
            seen.add(code);
        }
    }

    void check_whole() {
        const criteria_set set(std::make_shared<const criteria_set::contents>(set_));
        check_part_maxima(set);
        for (std::size_t node = 1; node < set.nodes().size(); ++node) check_heirs(set, node);
    }

    /// A weight that is shared out needs somebody to take it.
    void check_heirs(const criteria_set& set, std::size_t index) {
        const criteria_set::node& leaf = set.at(index);
        const std::size_t scope = leaf.is_regular_leaf() ? set.rescale_scope(index) : criteria_set::none;
        if (scope == criteria_set::none || leaf.maximum.sign() <= 0 || leaf.maximum != set.at(scope).maximum) return;
        found_.add(error_code::no_heir, sources_[index - 1]->where, leaf.code,
                   "criterion " + quoted(leaf.code) +
                       " can never not apply: nothing beside it could take its weight over, as \"not_applicable\" asks",
                   severity::warning);
    }

    void check_part_maxima(const criteria_set& set) {
        for (std::size_t index = 0; index < set.parts().size(); ++index) {
            const part& each = set.parts()[index];
            const auto uses = [index](const criteria_set::node& node) { return node.part == index; };
            if (std::none_of(set.nodes().begin(), set.nodes().end(), uses)) {
                found_.add(error_code::part_not_scored, each.where, "",
                           "no criterion belongs to the part " + quoted(each.code));
                continue;
            }
            const ratio sum = set.part_maximum(index);
            if (each.maximum && sum != ratio(each.maximum->value)) {
                found_.add(error_code::maximum_mismatch, each.where, "",
                           "the part " + quoted(each.code) + " states a maximum of " +
                               to_shortest_string(each.maximum->value) + ", but its criteria add up to " +
                               shortest_text(sum));
            }
        }
    }

    [[nodiscard]] std::size_t find_part(std::string_view code) const noexcept {
        const std::vector<part>& parts = set_.description.parts;
        for (std::size_t index = 0; index < parts.size(); ++index) {
            if (parts[index].code == code) return index;
        }
        return criteria_set::none;
    }

    const criteria_description& description_;
    criteria_set::contents set_;
    std::vector<const criterion*> sources_;  // of node index + 1; the whole set has none
    finding_list found_;
    bool too_many_ = false;
};

result<criteria_set> criteria_set::create(const criteria_description& description) {
    return criteria_set_checker(description).run();
}

}  // namespace parindex::inline v0
