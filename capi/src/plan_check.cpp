#include "plan_check.hpp"

#include "text/quoted.hpp"

namespace parindex::capi {

diagnostics contradictions(const plan& planned, const criteria_set& set) {
    diagnostics found = check(planned, set);
    return has_error(found) ? found : diagnostics{};
}

diagnostic conflict_finding(const merge_conflict& conflict) {
    const auto value = [](const std::optional<std::string>& text) { return text ? quoted(*text) : "nothing"; };
    diagnostic found;
    found.code = error_code::merge_conflict;
    found.level = severity::warning;
    found.where.pointer = conflict.what;
    found.message = "base has " + value(conflict.base) + ", mine " + value(conflict.mine) + ", theirs " +
                    value(conflict.theirs) + "; mine was kept";
    return found;
}

}  // namespace parindex::capi
