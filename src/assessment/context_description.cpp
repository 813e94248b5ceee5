#include "parindex/assessment/context_description.hpp"

#include "assessment/fact_checks.hpp"
#include "criteria/code_hint.hpp"
#include "support/finding_list.hpp"
#include "text/blank.hpp"
#include "text/quoted.hpp"

#include <algorithm>
#include <set>

namespace parindex::inline v0 {

namespace {

class context_checker {
public:
    context_checker(const context_description& given, const criteria_set& set)
        : given_(given), set_(set), hints_(set) {}

    diagnostics run() {
        if (given_.set != set_.key()) {
            found_.add(error_code::set_mismatch, given_.where, "", other_set_text("context", given_.set, set_));
        }
        check_criteria(given_.facts, "");
        std::set<std::string_view> seen;
        for (const unit_facts& each : given_.units) {
            if (is_blank(each.unit) || has_blank_edge(each.unit)) {
                found_.add(error_code::invalid_value, each.where, "",
                           "expected the code of a unit without spaces around it, not " + quoted(each.unit));
            }
            if (!seen.insert(each.unit).second) {
                found_.add(error_code::duplicate_unit, each.where, "",
                           "the unit " + quoted(each.unit) + " has facts already: expected all of them in one place");
            }
            check_criteria(each.facts, " of the unit " + quoted(each.unit));
        }
        return std::move(found_).take();
    }

private:
    /// @param whose  the end of a message about facts of one unit
    void check_criteria(const std::vector<criterion_facts>& facts, const std::string& whose) {
        std::set<std::string_view> seen;
        for (const criterion_facts& each : facts) {
            const auto add = [&](error_code code, const std::string& message) {
                if (found_.full()) return found_.count(severity::error);
                found_.add(code, each.where, each.criterion,
                           "criterion " + quoted(each.criterion) + whose + ": " + message);
            };
            if (!seen.insert(each.criterion).second) {
                add(error_code::duplicate_code, "it has facts already: expected all of them in one place");
            }
            check_context_facts(each.criterion, each.facts, set_, found_.full() ? nullptr : &hints_, add);
        }
    }

    const context_description& given_;
    const criteria_set& set_;
    code_hints hints_;
    finding_list found_;
};

void put(std::vector<fact>& to, const fact& added) {
    const auto same =
        std::find_if(to.begin(), to.end(), [&added](const fact& each) { return each.name == added.name; });
    if (same == to.end()) {
        to.push_back(added);
    } else {
        same->value = added.value;
    }
}

}  // namespace

evaluation_context context_of(const context_description& given, std::string_view unit, int year) {
    evaluation_context out;
    if (given.year != year) return out;
    for (const criterion_facts& each : given.facts) out.facts[each.criterion] = each.facts;
    const auto own = std::find_if(given.units.begin(), given.units.end(),
                                  [unit](const unit_facts& each) { return each.unit == unit; });
    if (own == given.units.end()) return out;
    for (const criterion_facts& each : own->facts) {
        std::vector<fact>& known = out.facts[each.criterion];
        for (const fact& added : each.facts) put(known, added);
    }
    return out;
}

diagnostics check(const context_description& given, const criteria_set& set) {
    return context_checker(given, set).run();
}

}  // namespace parindex::inline v0
