// The arithmetic of proportion that scores, explanations and advice share.
#pragma once

#include "parindex/criteria/rule.hpp"

namespace parindex::inline v0 {

/// How often `per` lies between `from` and the quantity; where only whole units count, those toward `from`.
inline ratio units_of(const linear_rule& form, const ratio& quantity) {
    const ratio units = (quantity - form.from.worth()) / form.per.worth();
    return form.whole_units ? round_to(units, 0, rounding_mode::down).value : units;
}

}  // namespace parindex::inline v0
