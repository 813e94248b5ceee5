#include "remediation/task_check.hpp"

#include "text/blank.hpp"
#include "text/quoted.hpp"

#include <utility>

namespace parindex::inline v0 {

namespace {

class task_checker {
public:
    task_checker(const task& each, const plan& planned, acceptance_filter& warnings, finding_list& found)
        : task_(each), plan_(planned), warnings_(warnings), found_(found) {}

    void run() {
        check_entries(task_.roles.lead, task_.where, "/roles/lead", found_);
        check_entries(task_.roles.implementing, task_.where, "/roles/implementing", found_);
        check_entries(task_.roles.coordinating, task_.where, "/roles/coordinating", found_);
        check_entries(task_.roles.monitoring, task_.where, "/roles/monitoring", found_);
        check_timing(task_.when, task_.where);
        check_deadline(task_.when.last, task_.where, "the deadline");
        for (const milestone& each : task_.milestones) check_milestone(each);
        check_completion();
        check_moves();
    }

private:
    void check_timing(const timing& when, const source_position& where) {
        const bool dated =
            when.kind == timing_kind::on || when.kind == timing_kind::before || when.kind == timing_kind::within;
        const std::string kind = "the timing \"" + std::string(to_string(when.kind)) + '"';
        if (dated && !when.last) fail(where, error_code::invalid_value, kind + " needs a date in \"last\"");
        if (!dated && when.last) fail(where, error_code::invalid_value, kind + " has no date");
        if (when.first && when.kind != timing_kind::within) {
            fail(where, error_code::invalid_value, "only the timing \"within\" starts at a date");
        }
        if (when.kind == timing_kind::within && !when.first) {
            fail(where, error_code::invalid_value, "the timing \"within\" needs the date it starts at");
        }
        // Of dates of different precision only those that cannot overlap are reversed: from May to 2 May is a span.
        if (when.first && when.last && *when.last < *when.first) {
            fail(where, error_code::invalid_value, "the timing ends before it starts");
        }
        for (const std::optional<date>& each : {when.first, when.last}) {
            if (each && !each->is_valid()) fail(where, error_code::invalid_date, "the timing has an impossible date");
        }
    }

    /// A date that the plan is answered on, or that lies ahead of it.
    void check_date(const date& given, const source_position& where, const std::string& what) {
        if (!given.is_valid()) {
            fail(where, error_code::invalid_date, what + " is an impossible date");
        } else if (given.year < plan_.year) {
            fail(where, error_code::invalid_date,
                 what + ", " + to_iso_string(given) + ", lies before the year that the plan answers, " +
                     std::to_string(plan_.year));
        }
    }

    [[nodiscard]] bool before_issue(const date& given) const {
        return plan_.header.issued.is_valid() && given.is_valid() && given < plan_.header.issued;
    }

    void check_deadline(const std::optional<date>& last, const source_position& where, const std::string& what) {
        if (!last || !before_issue(*last)) return;
        warn(where, error_code::deadline_before_issue,
             what + ", " + to_iso_string(*last) + ", lies before the date of the document, " +
                 to_iso_string(plan_.header.issued));
    }

    void check_milestone(const milestone& each) {
        if (is_blank(each.text)) fail(each.where, error_code::invalid_value, "a milestone has no text");
        check_date(each.due, each.where, "a milestone's date");
        check_deadline(each.due, each.where, "a milestone");
        if (task_.when.last && *task_.when.last < each.due) {
            warn(each.where, error_code::dates_out_of_order, "a milestone is due after the task's deadline");
        }
        if (!each.done) return;
        check_date(*each.done, each.where, "the date on which a milestone was reached");
        if (task_.completed && task_.completed->done < *each.done) {
            warn(each.where, error_code::dates_out_of_order, "a milestone was reached after the task was done");
        }
    }

    void check_completion() {
        const bool done = task_.status == task_status::done;
        if (done != task_.completed.has_value()) {
            fail(task_.where, error_code::completion_mismatch,
                 done ? "it is done, but does not say when"
                      : "it says when it was done, but is " + quoted(to_string(task_.status)));
        }
        if (!task_.completed) return;
        check_date(task_.completed->done, task_.where, "the date of completion");
        if (before_issue(task_.completed->done)) {
            warn(task_.where, error_code::dates_out_of_order, "it was done before the date of the document");
        }
        for (std::size_t index = 0; index < task_.completed->proofs.size(); ++index) {
            if (!is_blank(task_.completed->proofs[index].document)) continue;
            fail(inside(task_.where, "/completion/evidence/" + std::to_string(index) + "/document"),
                 error_code::invalid_value, "a proof names no document");
        }
    }

    void check_moves() {
        const moved_deadline* before = nullptr;
        for (const moved_deadline& each : task_.moved) {
            check_timing(each.from, each.where);
            if (is_blank(each.reason)) {
                fail(each.where, error_code::invalid_value, "a moved deadline needs the reason");
            }
            check_date(each.decided, each.where, "the date on which a deadline was moved");
            if (before != nullptr && each.decided < before->decided) {
                warn(each.where, error_code::dates_out_of_order, "a deadline was moved before the move listed ahead");
            }
            before = &each;
        }
    }

    void fail(const source_position& where, error_code code, const std::string& message) {
        found_.add(code, where, "", "task " + quoted(task_.id) + ": " + message);
    }
    void warn(const source_position& where, error_code code, const std::string& message) {
        warnings_.warn(code, where, "", task_.id, "task " + quoted(task_.id) + ": " + message);
    }

    const task& task_;
    const plan& plan_;
    acceptance_filter& warnings_;
    finding_list& found_;
};

}  // namespace

source_position inside(const source_position& where, const std::string& member) {
    source_position out = where;
    out.pointer += member;
    return out;
}

void check_entries(const std::vector<std::string>& entries, const source_position& where, const std::string& member,
                   finding_list& found) {
    for (std::size_t index = 0; index < entries.size(); ++index) {
        if (!is_blank(entries[index])) continue;
        if (found.full()) {
            found.count(severity::error);
            continue;
        }
        found.add(error_code::invalid_value, inside(where, member + '/' + std::to_string(index)), "",
                  "expected a text; this one says nothing");
    }
}

void check_task(const task& each, const plan& planned, acceptance_filter& warnings, finding_list& found) {
    task_checker(each, planned, warnings, found).run();
}

}  // namespace parindex::inline v0
