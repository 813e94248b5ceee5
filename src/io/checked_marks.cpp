#include "io/checked_marks.hpp"

#include <algorithm>

namespace parindex::inline v0 {

diagnostics check_read_marks(const assessment& read, const criteria_set& set, const context_description* context) {
    evaluation_context seen;
    if (context != nullptr) seen = context_of(*context, read.unit.code, read.year);
    diagnostics out = check(read, set, seen);
    const bool lacks_facts = std::any_of(out.begin(), out.end(),
                                         [](const diagnostic& each) { return each.code == error_code::missing_fact; });
    if (lacks_facts && context != nullptr && context->year != read.year) {
        out.push_back({error_code::year_mismatch, severity::warning, read.where, "",
                       "the facts of the context are of " + std::to_string(context->year) + ", so that the marks of " +
                           std::to_string(read.year) + " see none of them"});
    }
    return out;
}

}  // namespace parindex::inline v0
