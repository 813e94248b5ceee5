#include "criteria/criterion_checks.hpp"

#include "parindex/numeric/number_text.hpp"
#include "parindex/support/limits.hpp"
#include "text/blank.hpp"
#include "text/quoted.hpp"

#include <algorithm>

namespace parindex::inline v0 {

void check_points(finding_list& found, const figure& value, const source_position& where, const std::string& code,
                  const std::string& what) {
    const decimal plain = value.value.normalized();
    if (abs(plain) > decimal(limits::points)) {
        found.add(error_code::maximum_too_large, where, code,
                  what + " is beyond " + std::to_string(limits::points) + ": " + to_string(plain));
    }
    if (plain.scale() > limits::points_places) {
        found.add(error_code::maximum_too_precise, where, code,
                  what + " has more than " + std::to_string(limits::points_places) + " decimals: " + to_string(plain));
    }
    if (value.origin == provenance::inferred && is_blank(value.assumption)) {
        found.add(error_code::missing_assumption, where, code, what + " is inferred and needs its assumption");
    }
}

namespace {

class criterion_check {
public:
    criterion_check(finding_list& found, const criterion& each, const criteria_set::node& node)
        : found_(found), each_(each), node_(node), name_("criterion " + quoted(each.code)) {}

    void run() {
        if (is_blank(each_.code)) {
            add(error_code::invalid_value, "a criterion needs a code");
        } else if (has_blank_edge(each_.code)) {
            add(error_code::invalid_value, "the code " + quoted(each_.code) + " begins or ends with a space");
        }
        const bool needs_name = !each_.remainder || node_.level == 1;
        if (needs_name && is_blank(each_.name)) add(error_code::invalid_value, name_ + " needs a name");
        check_figures();
        if (each_.source && is_blank(each_.source->document)) {
            add(error_code::invalid_value, "the source of " + name_ + " needs a document");
        }
        if (std::any_of(each_.evidence.begin(), each_.evidence.end(),
                        [](const auto& text) { return is_blank(text); })) {
            add(error_code::invalid_value, "a required evidence of " + name_ + " is blank");
        }
        switch (node_.kind) {
            case criteria_set::kind::group: return check_group();
            case criteria_set::kind::leaf: return check_leaf();
            case criteria_set::kind::remainder: return check_remainder();
        }
    }

private:
    void add(error_code code, std::string message) { found_.add(code, each_.where, each_.code, std::move(message)); }

    void check_figures() {
        const auto check = [this](const std::optional<figure>& value, const char* what) {
            if (value) check_points(found_, *value, each_.where, each_.code, std::string(what) + name_);
        };
        check(each_.maximum, "the maximum of ");
        check(each_.minimum, "the minimum of ");
        check(each_.cap, "the cap of ");
        if (each_.maximum && each_.maximum->value.sign() < 0) {
            add(error_code::negative_maximum,
                "the maximum of " + name_ + " is below zero: " + to_string(each_.maximum->value));
        }
        if (each_.cap && each_.cap->value.sign() < 0) {
            add(error_code::negative_maximum, "the cap of " + name_ + " is below zero: " + to_string(each_.cap->value));
        }
        if (node_.points != point_kind::regular && each_.minimum) {
            add(error_code::invalid_bound, name_ + " gives " + std::string(to_string(node_.points)) +
                                               " points and can have no minimum; expected a cap");
        }
        const std::optional<figure>& most = each_.children.empty() ? each_.maximum : each_.cap;
        if (each_.minimum && most && each_.minimum->value > most->value) {
            add(error_code::invalid_bound, "the minimum of " + name_ + ", " + to_string(each_.minimum->value) +
                                               ", is above its " + (each_.children.empty() ? "maximum, " : "cap, ") +
                                               to_string(most->value));
        }
    }

    void check_group() {
        if (!each_.part.empty()) {
            add(error_code::invalid_value, name_ + " has children; the part belongs to the leaves");
        }
        if (!each_.evidence.empty()) {
            add(error_code::invalid_value, name_ + " has children; evidence belongs to the leaves");
        }
        if (each_.scoring) {
            add(error_code::invalid_rule, name_ + " has children; a rule belongs to the leaves");
        }
        if (node_.points != point_kind::regular && each_.maximum) {
            add(error_code::invalid_bound, name_ + " gives " + std::string(to_string(node_.points)) +
                                               " points and adds nothing to a maximum; expected a cap");
        }
    }

    void check_leaf() {
        if (each_.cap) add(error_code::invalid_bound, name_ + " has no children; expected a maximum, not a cap");
        if (node_.points == point_kind::bonus && !each_.maximum) {
            add(error_code::unbounded_criterion, name_ + " gives bonus points and needs a maximum");
        }
        if (node_.points == point_kind::regular && each_.minimum && !each_.maximum) {
            add(error_code::invalid_bound, name_ + " states a minimum and needs a maximum");
        }
    }

    void check_remainder() {
        if (each_.maximum || each_.minimum || each_.cap || !each_.children.empty()) {
            add(error_code::invalid_remainder,
                "the remainder " + quoted(each_.code) + " may state neither a maximum nor children: it is computed");
        }
        if (node_.points != point_kind::regular) {
            add(error_code::invalid_remainder, "the remainder " + quoted(each_.code) + " cannot give " +
                                                   std::string(to_string(node_.points)) + " points");
        }
        if (each_.scoring) {
            add(error_code::invalid_rule,
                "the remainder " + quoted(each_.code) + " stands at full marks and has no rule");
        }
        if (is_blank(each_.assumption)) {
            add(error_code::missing_assumption,
                "the remainder " + quoted(each_.code) + " is inferred and needs its assumption");
        }
    }

    finding_list& found_;
    const criterion& each_;
    const criteria_set::node& node_;
    std::string name_;
};

}  // namespace

void check_criterion(finding_list& found, const criterion& each, const criteria_set::node& node) {
    criterion_check(found, each, node).run();
}

void settle_bounds(const criterion& each, criteria_set::node& node) {
    const bool leaf = node.kind == criteria_set::kind::leaf;
    const std::optional<figure>& most = leaf ? each.maximum : each.cap;
    switch (node.points) {
        case point_kind::regular:
            if (each.minimum) node.lowest = each.minimum->value;
            if (leaf && most && !each.minimum) node.lowest = ratio();
            if (most) node.highest = most->value;
            break;
        case point_kind::bonus:
            if (leaf) node.lowest = ratio();
            if (most) node.highest = most->value;
            break;
        case point_kind::penalty:
            if (most) node.lowest = -ratio(most->value);
            if (leaf) node.highest = ratio();
            break;
    }
}

}  // namespace parindex::inline v0
