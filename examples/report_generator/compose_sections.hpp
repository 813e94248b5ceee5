/// @file
/// The sections about fields: shortfalls with the points they cost, and tasks with roles and timing.
#pragma once

#include "report_generator/compose.hpp"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace parindex::report {

/// Where the tasks that address a shortfall stand. The plan must outlive it.
class task_places {
public:
    /// @param number  of the sections as their headings have it, without the ordinal: "1.2."
    task_places(const plan& planned, std::string number);

    /// The numbers of all places with tasks for one of these shortfalls, in the order of the document.
    [[nodiscard]] std::vector<std::string> of(const std::vector<shortfall>& shortfalls) const;

private:
    void add(const std::vector<task>& tasks, std::size_t place);

    std::string number_;
    std::size_t sections_ = 0;  // the place behind the sections is the chapter on the satisfaction index
    std::map<std::string_view, std::set<std::size_t>> places_;  // by shortfall id
};

/// The shortfalls and tasks of one section, as a list.
[[nodiscard]] list section_list(const plan_material& material, const plan_section& section, const task_places& places);

/// Roles, timing and expected gain of a task, one item each.
[[nodiscard]] std::vector<list_item> task_details(const task& each);

/// What a node lost, for the notes too: "(trừ 0,5 điểm)".
[[nodiscard]] std::string loss_text(const evaluation& scored, std::size_t node);

/// Points that a node lost by deductions.
[[nodiscard]] ratio loss_of(const evaluation& scored, std::size_t node);

}  // namespace parindex::report
