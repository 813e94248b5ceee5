// Whether the steps of a rule lie side by side: real tables have holes (89-90, 79-80) and both kinds of ends.
#include "criteria/rules/rule_checks.hpp"
#include "numeric/shortest_text.hpp"

#include <algorithm>

namespace parindex::inline v0 {

namespace {

using step = steps_rule::step;

std::string text(const step& each) {
    if (each.low && each.high && *each.low == *each.high) return "= " + to_string(*each.low);
    std::string out;
    if (each.low) out = (each.low_included ? "from " : "above ") + to_string(*each.low);
    if (each.high)
        out += (out.empty() ? "" : " ") + std::string(each.high_included ? "to " : "below ") + to_string(*each.high);
    return out.empty() ? "every value" : out;
}

/// Where a step begins or ends. `included` says whether the value itself belongs to it.
struct edge {
    std::optional<ratio> at;  ///< None: without end.
    bool included = true;
};

edge lower(const step& each) {
    return {each.low ? std::optional(each.low->worth()) : std::nullopt, each.low_included};
}
edge upper(const step& each) {
    return {each.high ? std::optional(each.high->worth()) : std::nullopt, each.high_included};
}

/// Of a whole number, the first that lies in the step, or the last.
edge whole_lower(const step& each) {
    if (!each.low) return {};
    const ratio low = each.low->worth();
    const ratio up = round_to(low, 0, rounding_mode::ceiling).value;
    return {each.low_included || up != low ? up : up + ratio(1), true};
}
edge whole_upper(const step& each) {
    if (!each.high) return {};
    const ratio high = each.high->worth();
    const ratio down = round_to(high, 0, rounding_mode::floor).value;
    return {each.high_included || down != high ? down : down - ratio(1), true};
}

bool begins_before(const step& a, const step& b) {
    if (!a.low || !b.low) return !a.low && b.low;
    const auto order = a.low->worth() <=> b.low->worth();
    return order < 0 || (order == 0 && a.low_included && !b.low_included);
}

class step_check {
public:
    step_check(const steps_rule& form, rule_check& check, const source_position& where)
        : check_(check),
          where_(where),
          whole_(check.is_whole(form.of)),
          domain_(check.attainable_quantity(form.of, form.share)),
          steps_(form.steps) {}

    void run() {
        for (const step& each : steps_) check_one(each);
        std::stable_sort(steps_.begin(), steps_.end(), begins_before);
        check_start();
        for (std::size_t index = 1; index < steps_.size(); ++index) check_neighbours(steps_[index - 1], steps_[index]);
        check_end();
        check_order();
    }

private:
    [[nodiscard]] edge low_of(const step& each) const { return whole_ ? whole_lower(each) : lower(each); }
    [[nodiscard]] edge high_of(const step& each) const { return whole_ ? whole_upper(each) : upper(each); }

    void check_one(const step& each) {
        const edge low = low_of(each);
        const edge high = high_of(each);
        const bool empty =
            low.at && high.at && (*low.at > *high.at || (*low.at == *high.at && !(low.included && high.included)));
        const bool above =
            low.at && domain_.high && (*low.at > *domain_.high || (*low.at == *domain_.high && !low.included));
        const bool below =
            high.at && domain_.low && (*high.at < *domain_.low || (*high.at == *domain_.low && !high.included));
        if (empty || above || below) {
            check_.add(error_code::unreachable, where_, "no value lies in the step " + text(each));
        }
    }

    void gap(const std::string& what) { check_.add(error_code::step_gap, where_, "no step is given for " + what); }

    void check_start() {
        const edge low = low_of(steps_.front());
        if (!low.at) return;
        const bool covered = domain_.low && (*low.at < *domain_.low || (*low.at == *domain_.low && low.included));
        if (!covered) gap("values below the step " + text(steps_.front()));
    }

    void check_end() {
        // The step that begins last need not end last, if steps overlap; that is reported by itself.
        const edge high = high_of(steps_.back());
        if (!high.at) return;
        const bool covered = domain_.high && (*high.at > *domain_.high || (*high.at == *domain_.high && high.included));
        if (!covered) gap("values above the step " + text(steps_.back()));
    }

    void check_neighbours(const step& before, const step& after) {
        const edge high = high_of(before);
        const edge low = low_of(after);
        if (!low.at || !high.at) return overlap(before, after);
        const ratio next = whole_ ? *high.at + ratio(1) : *high.at;
        if (*low.at > next) return gap("values between the steps " + text(before) + " and " + text(after));
        if (whole_) {
            if (*low.at < next) overlap(before, after);
        } else if (*low.at < next || (low.included && high.included)) {
            overlap(before, after);
        } else if (!low.included && !high.included) {
            gap("exactly " + to_string(*after.low) + ", between the steps " + text(before) + " and " + text(after));
        }
    }

    void overlap(const step& before, const step& after) {
        check_.add(error_code::step_overlap, where_, "the steps " + text(before) + " and " + text(after) + " overlap");
    }

    /// Points that go up and down are odd, but a target may be meant that can be missed on both sides.
    void check_order() {
        int direction = 0;
        for (std::size_t index = 1; index < steps_.size(); ++index) {
            const rule_outcome& before = steps_[index - 1].then;
            const rule_outcome& after = steps_[index].then;
            if (!before.within.empty() || !after.within.empty()) return;
            const ratio a = check_.points(before.points);
            const ratio b = check_.points(after.points);
            if (a == b) continue;
            const int next = a < b ? 1 : -1;
            if (direction != 0 && next != direction) {
                return check_.add(error_code::not_monotone, where_,
                                  "its points go up and down with the quantity: at the step " + text(steps_[index]),
                                  severity::warning);
            }
            direction = next;
        }
    }

    rule_check& check_;
    const source_position& where_;
    bool whole_;
    range domain_;
    std::vector<step> steps_;
};

}  // namespace

void check_form(const steps_rule& form, rule_check& check, const source_position& where) {
    const std::optional<formula_type> type = check.check_quantity(form.of, where);
    if (type == formula_type::condition) {
        check.add(error_code::formula_type_mismatch, where, "its steps are of a condition; expected \"cases\"");
        return;
    }
    if (form.steps.empty()) return check.add(error_code::invalid_rule, where, "it has no steps");
    bool fits = type.has_value();
    for (const step& each : form.steps) {
        check.count_part(where);
        check.check_outcome(each.then, where);
        for (const std::optional<threshold>* end : {&each.low, &each.high}) {
            if (!*end || !type) continue;
            const bool is_date = (*end)->day.has_value();
            if (is_date == (type == formula_type::date)) continue;
            check.add(error_code::invalid_rule, where,
                      "the step " + text(each) +
                          (is_date ? " is of dates, but its quantity is a number"
                                   : " is of numbers, but its quantity is a date"));
            fits = false;
        }
    }
    if (fits) step_check(form, check, where).run();
}

}  // namespace parindex::inline v0
