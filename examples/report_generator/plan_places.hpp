/// @file
/// Where the shortfalls of a plan and the tasks that answer them stand in the document.
#pragma once

#include "parindex/assessment/evaluation.hpp"
#include "parindex/remediation/plan.hpp"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace parindex::report {

/// Names places as readers look them up: by the number of the section and, where a section prints several shortfalls,
/// by that of the shortfall. The plan must outlive it.
class plan_places {
public:
    /// @param number  of the sections as their headings have it, without the ordinal: "1.2."
    plan_places(const plan& planned, const evaluation& scored, std::string number);

    /// The place of the tasks of the chapter on the satisfaction index, where others are indices of sections.
    [[nodiscard]] std::size_t satisfaction() const noexcept { return sections_; }

    /// The number of a shortfall within its section: 1 and up; 0 where it is the only one, or is not printed.
    [[nodiscard]] std::size_t ordinal(std::string_view shortfall) const;

    /// Whether a task of this place addresses the shortfall.
    [[nodiscard]] bool has_task_at(std::string_view shortfall, std::size_t place) const;

    /// The numbers of all places with tasks for one of these shortfalls, in the order of the document.
    [[nodiscard]] std::vector<std::string> of_tasks(const std::vector<shortfall>& shortfalls) const;

    /// What a task answers, as the reader of its place finds it: "tồn tại 1, tồn tại mục 1.2.3". Empty where it goes
    /// without saying: nothing, or the only shortfall of its section.
    [[nodiscard]] std::string answered_by(const task& each, std::size_t place) const;

private:
    struct home {
        std::size_t section = 0;
        std::size_t ordinal = 0;
    };

    void add_shortfalls(const plan_section& section, const evaluation& scored, std::size_t place);
    void add_tasks(const std::vector<task>& tasks, std::size_t place);
    [[nodiscard]] std::string number_of(std::size_t place) const;

    std::string number_;
    std::size_t sections_ = 0;
    std::map<std::string_view, home> homes_;                   // of the printed shortfalls, by id
    std::map<std::string_view, std::set<std::size_t>> tasks_;  // places of tasks, by the id of the shortfall
};

/// Points that a node lost by deductions.
[[nodiscard]] ratio loss_of(const evaluation& scored, std::size_t node);

}  // namespace parindex::report
