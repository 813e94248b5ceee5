// The members of the types of a plan, in the order and with the names of the JSON format. Writing and merging walk over
// these tables, so that a member that is added to one of them is written and merged.
#pragma once

#include "parindex/remediation/plan.hpp"

#include <tuple>

namespace parindex::inline v0 {

/// A member of a struct of a plan.
template <class Struct, class Value>
struct plan_member {
    const char* key;
    Value Struct::*at;
    bool required = false;  ///< Written even if it has the value of a new object.
};
template <class Struct, class Value>
plan_member(const char*, Value Struct::*, bool) -> plan_member<Struct, Value>;
template <class Struct, class Value>
plan_member(const char*, Value Struct::*) -> plan_member<Struct, Value>;

constexpr auto members_of(const decision*) {
    return std::tuple(plan_member{"number", &decision::number, true}, plan_member{"issuer", &decision::issuer, true},
                      plan_member{"date", &decision::issued, true}, plan_member{"provenance", &decision::origin},
                      plan_member{"assumption", &decision::assumption});
}
constexpr auto members_of(const plan_header*) {
    return std::tuple(
        plan_member{"parent_agency", &plan_header::parent_agency}, plan_member{"agency", &plan_header::agency, true},
        plan_member{"number", &plan_header::number}, plan_member{"symbol", &plan_header::symbol, true},
        plan_member{"place", &plan_header::place, true}, plan_member{"issued", &plan_header::issued, true},
        plan_member{"title", &plan_header::title, true}, plan_member{"subject", &plan_header::subject, true});
}
constexpr auto members_of(const plan_labels*) {
    return std::tuple(
        plan_member{"total", &plan_labels::total}, plan_member{"score_column", &plan_labels::score_column},
        plan_member{"peers", &plan_labels::peers}, plan_member{"satisfaction_peers", &plan_labels::satisfaction_peers});
}
constexpr auto members_of(const named_deduction*) {
    return std::tuple(plan_member{"criterion", &named_deduction::criterion, true},
                      plan_member{"wording", &named_deduction::wording});
}
/// The field of a shortfall is that of its section.
constexpr auto members_of(const shortfall*) {
    return std::tuple(plan_member{"id", &shortfall::id, true}, plan_member{"deductions", &shortfall::deductions, true},
                      plan_member{"cause", &shortfall::cause});
}
constexpr auto members_of(const task_roles*) {
    return std::tuple(plan_member{"lead", &task_roles::lead}, plan_member{"implementing", &task_roles::implementing},
                      plan_member{"coordinating", &task_roles::coordinating},
                      plan_member{"monitoring", &task_roles::monitoring});
}
constexpr auto members_of(const timing*) {
    return std::tuple(plan_member{"kind", &timing::kind, true}, plan_member{"first", &timing::first},
                      plan_member{"last", &timing::last});
}
constexpr auto members_of(const task_link*) {
    return std::tuple(plan_member{"shortfall", &task_link::shortfall, true}, plan_member{"gain", &task_link::gain});
}
constexpr auto members_of(const milestone*) {
    return std::tuple(plan_member{"text", &milestone::text, true}, plan_member{"due", &milestone::due, true},
                      plan_member{"done", &milestone::done});
}
constexpr auto members_of(const evidence*) {
    return std::tuple(plan_member{"document", &evidence::document, true}, plan_member{"place", &evidence::place});
}
constexpr auto members_of(const completion*) {
    return std::tuple(plan_member{"date", &completion::done, true}, plan_member{"evidence", &completion::proofs});
}
constexpr auto members_of(const moved_deadline*) {
    return std::tuple(plan_member{"from", &moved_deadline::from, true},
                      plan_member{"reason", &moved_deadline::reason, true},
                      plan_member{"decided", &moved_deadline::decided, true});
}
constexpr auto members_of(const task*) {
    return std::tuple(plan_member{"id", &task::id, true}, plan_member{"text", &task::text, true},
                      plan_member{"roles", &task::roles, true}, plan_member{"timing", &task::when, true},
                      plan_member{"addresses", &task::addresses}, plan_member{"status", &task::status},
                      plan_member{"milestones", &task::milestones}, plan_member{"completion", &task::completed},
                      plan_member{"moved_deadlines", &task::moved});
}
constexpr auto members_of(const plan_section*) {
    return std::tuple(plan_member{"field", &plan_section::field, true}, plan_member{"title", &plan_section::title},
                      plan_member{"tasks_label", &plan_section::tasks_label},
                      plan_member{"shortfalls", &plan_section::shortfalls}, plan_member{"tasks", &plan_section::tasks});
}
constexpr auto members_of(const satisfaction_chapter*) {
    return std::tuple(plan_member{"title", &satisfaction_chapter::title},
                      plan_member{"tasks", &satisfaction_chapter::tasks});
}
constexpr auto members_of(const signatory*) {
    return std::tuple(plan_member{"post", &signatory::post, true}, plan_member{"name", &signatory::name});
}
constexpr auto members_of(const accepted_warning*) {
    return std::tuple(plan_member{"warning", &accepted_warning::warning, true},
                      plan_member{"subject", &accepted_warning::subject},
                      plan_member{"reason", &accepted_warning::reason, true});
}
constexpr auto members_of(const plan*) {
    return std::tuple(plan_member{"source", &plan::source}, plan_member{"set", &plan::set, true},
                      plan_member{"year", &plan::year, true}, plan_member{"unit", &plan::unit},
                      plan_member{"agency", &plan::agency, true}, plan_member{"header", &plan::header, true},
                      plan_member{"bases", &plan::bases}, plan_member{"introduction", &plan::introduction},
                      plan_member{"purposes", &plan::purposes}, plan_member{"requirements", &plan::requirements},
                      plan_member{"labels", &plan::labels}, plan_member{"sections", &plan::sections, true},
                      plan_member{"satisfaction", &plan::satisfaction},
                      plan_member{"organisation", &plan::organisation}, plan_member{"recipients", &plan::recipients},
                      plan_member{"signatory", &plan::signed_by, true},
                      plan_member{"accepted_warnings", &plan::accepted});
}

/// A struct that has such a table.
template <class T>
concept has_members = requires(const T* type) {
    members_of(type);
};

/// Calls `use(member)` for each member of T.
template <class T, class Use>
constexpr void for_each_member(const Use& use) {
    std::apply([&use](const auto&... member) { (use(member), ...); }, members_of(static_cast<const T*>(nullptr)));
}

/// Whether all members of the tables are the same: unlike ==, also where a decision's key comes from.
template <class T>
bool same_members(const T& a, const T& b) {
    if constexpr (has_members<T>) {
        bool same = true;
        for_each_member<T>([&](const auto& member) { same = same && same_members(a.*member.at, b.*member.at); });
        return same;
    } else {
        return a == b;
    }
}

}  // namespace parindex::inline v0
