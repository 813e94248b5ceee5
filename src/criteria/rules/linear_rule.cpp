#include "criteria/rules/linear_units.hpp"
#include "criteria/rules/rule_checks.hpp"
#include "criteria/rules/rule_frame.hpp"

namespace parindex::inline v0 {

namespace {

class line {
public:
    line(const linear_rule& form, const rule_frame& frame)
        : form_(form), start_(frame.points(form.start)), points_(frame.points(form.points)) {}

    [[nodiscard]] ratio at(const ratio& quantity) const { return start_ + points_ * units_of(form_, quantity); }

    /// The line is monotone, so that the ends of the quantity are those of the points.
    [[nodiscard]] range over(const range& quantity) const {
        if (points_.sign() == 0) return range(start_);
        if (quantity.is_point()) return range(at(*quantity.low));
        const auto end = [this](const std::optional<ratio>& value) {
            return value ? std::optional(at(*value)) : std::nullopt;
        };
        return points_.sign() > 0 ? range(end(quantity.low), end(quantity.high))
                                  : range(end(quantity.high), end(quantity.low));
    }

private:
    const linear_rule& form_;
    ratio start_;
    ratio points_;
};

}  // namespace

rule_value apply_form(const linear_rule& form, rule_frame& frame, rule_trace* trace) {
    const rule_value value = frame.quantity(form.of, form.share, trace);
    if (!value) return value;
    const line points(form, frame);
    const auto proportional = [&](const range& quantity, rule_trace* to) {
        return frame.limited(points.over(quantity), form.least, form.most, to);
    };
    if (!form.fails) return proportional(*value, trace);
    const ratio cliff = form.fails->below.worth();
    const range failing(frame.points(form.fails->points));
    if (value->low && *value->low >= cliff) return proportional(*value, trace);
    if (value->high && *value->high < cliff) {
        if (trace != nullptr) trace->below_cliff = true;
        return failing;
    }
    return hull(failing, proportional(clamp(*value, cliff, std::nullopt), nullptr));
}

void check_form(const linear_rule& form, rule_check& check, const source_position& where) {
    check.check_formula(form.of, formula_type::number, where);
    if (form.from.day || form.per.day || (form.fails && form.fails->below.day)) {
        check.add(error_code::invalid_rule, where, "its quantity is a number; expected no dates");
    } else if (form.per.worth().sign() <= 0) {
        check.add(error_code::invalid_rule, where, "\"per\" must be above 0, not " + to_string(form.per));
    }
    check.check_limits(form.least, form.most, where);
}

}  // namespace parindex::inline v0
