// The static checks of a criteria set. They run over the whole description and collect every finding; the set is
// built on the way and handed out only if there was none.
#include "numeric/shortest_text.hpp"
#include "parindex/criteria/criteria_set.hpp"
#include "parindex/numeric/number_text.hpp"
#include "parindex/support/limits.hpp"
#include "support/finding_list.hpp"
#include "text/quoted.hpp"

#include <algorithm>
#include <set>

namespace parindex::inline v0 {

class criteria_set_checker {
public:
    explicit criteria_set_checker(const criteria_description& description) : description_(description) {}

    result<criteria_set> run() {
        set_.key = description_.key;
        set_.codes = description_.codes;
        set_.parts = description_.parts;
        check_key();
        check_parts();
        add_whole();
        if (description_.maximum) check_figure(*description_.maximum, description_.where, "", "the maximum of the set");
        if (description_.fields.empty()) {
            found_.add(error_code::missing_maximum, description_.where, "", "a criteria set needs at least one field");
        }
        for (const criterion& field : description_.fields) add(field, 0);
        set_.nodes[0].end = set_.nodes.size();
        settle_group(0, description_.maximum, description_.where, description_.fields);
        index_codes();
        if (found_.empty()) check_part_maxima();
        if (!found_.empty()) return std::move(found_).take();
        return criteria_set(std::make_shared<const criteria_set::contents>(std::move(set_)));
    }

private:
    using kind = criteria_set::kind;

    void check_key() {
        const decision& key = description_.key;
        if (key.number.empty() || key.issuer.empty()) {
            found_.add(error_code::invalid_value, description_.where, "", "the decision needs a number and an issuer");
        }
        if (key.origin != provenance::printed && key.assumption.empty()) {
            found_.add(error_code::missing_assumption, description_.where, "",
                       "a decision that is not printed needs the assumption it rests on");
        }
    }

    void check_parts() {
        if (set_.parts.size() > limits::parts) {
            found_.add(error_code::too_many_parts, description_.where, "",
                       "a criteria set has at most " + std::to_string(limits::parts) + " parts");
            set_.parts.resize(limits::parts);
        }
        std::set<std::string_view> seen;
        for (const part& each : set_.parts) {
            if (each.code.empty()) {
                found_.add(error_code::invalid_value, each.where, "", "a part needs a code");
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
            if (each.maximum) check_figure(*each.maximum, each.where, "", "the maximum of part " + quoted(each.code));
        }
    }

    void check_figure(const figure& value, const source_position& where, const std::string& code,
                      const std::string& what) {
        if (value.value.sign() < 0) {
            found_.add(error_code::negative_maximum, where, code,
                       what + " is below zero: " + parindex::to_string(value.value));
        }
        if (value.origin == provenance::inferred && value.assumption.empty()) {
            found_.add(error_code::missing_assumption, where, code, what + " is inferred and needs its assumption");
        }
    }

    void add_whole() {
        criteria_set::node whole;
        whole.name = description_.name;
        set_.nodes.push_back(std::move(whole));
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
        node.parent = parent;
        node.end = index + 1;
        node.level = level;
        set_.nodes.push_back(std::move(node));
        sources_.push_back(&each);

        if (each.code.empty()) found_.add(error_code::invalid_value, each.where, "", "a criterion needs a code");
        if (each.maximum)
            check_figure(*each.maximum, each.where, each.code, "the maximum of criterion " + quoted(each.code));
        if (level > limits::criteria_depth) {
            found_.add(error_code::criteria_too_deep, each.where, each.code,
                       "criteria are nested at most " + std::to_string(limits::criteria_depth) + " deep");
            return;
        }
        if (set_.nodes[index].kind == kind::group) {
            if (!each.part.empty()) {
                found_.add(error_code::invalid_value, each.where, each.code,
                           "criterion " + quoted(each.code) + " has children; the part belongs to the leaves");
            }
            for (const criterion& child : each.children) add(child, index);
            set_.nodes[index].end = set_.nodes.size();
            settle_group(index, each.maximum, each.where, each.children);
            return;
        }
        settle_leaf(each, index);
    }

    void settle_leaf(const criterion& each, std::size_t index) {
        criteria_set::node& node = set_.nodes[index];
        node.part = find_part(each.part);
        if (node.part == criteria_set::none) {
            found_.add(error_code::unknown_code, each.where, each.code,
                       "criterion " + quoted(each.code) + " names the part " + quoted(each.part) +
                           ", which the set does not declare");
        }
        if (node.kind == kind::remainder) {
            // The maximum follows when the group is settled.
            node.maximum_origin = provenance::inferred;
            node.assumption = each.assumption;
            if (each.maximum || !each.children.empty()) {
                found_.add(
                    error_code::invalid_remainder, each.where, each.code,
                    "the remainder " + quoted(each.code) + " may state neither a maximum nor children: it is computed");
            }
            if (each.assumption.empty()) {
                found_.add(error_code::missing_assumption, each.where, each.code,
                           "the remainder " + quoted(each.code) + " is inferred and needs its assumption");
            }
            return;
        }
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
        } else if (stated && itemised != ratio(stated->value)) {
            found_.add(error_code::maximum_mismatch, where, group.code,
                       name + " states a maximum of " + to_shortest_string(stated->value) +
                           ", but its children add up to " + shortest_text(itemised));
        }
        for (const std::size_t child : unstated) check_unstated(child, remainder);
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
    }

    void check_part_maxima() {
        const criteria_set set(std::make_shared<const criteria_set::contents>(set_));
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
        for (std::size_t index = 0; index < set_.parts.size(); ++index) {
            if (set_.parts[index].code == code) return index;
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
